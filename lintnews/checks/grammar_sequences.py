"""Two words of grammar that English never puts side by side: "the of", "their the", "has be", "and."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    begins_sentence,
    follows_gap_opener,
    is_prose,
    is_quoted,
    span_of,
    word_after,
    word_before,
)
from lintnews.finding import Hit
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PAST = "was were had would could should"
_FINITE = f"is are has have {_PAST}"
_SUBJECTS = "he she they we"
_OWNERS = "my your our their its"
_NOT_AFTER_ARTICLE = _words(
    f"{_FINITE} am be been of from by at into upon for to with {_SUBJECTS} him them his her {_OWNERS} "
    "the a an this these those whose which because although between but as than and or if in on"
)
_NOT_AFTER_OWNER = _words(
    f"{_FINITE} the a an this these those {_OWNERS} his her of from to and or {_SUBJECTS} it"
)
_NOT_AFTER_EVERY = _words(f"{_FINITE} the a an of and or {_SUBJECTS} it {_OWNERS} who to from with by that")
_NOT_AFTER_AUXILIARY = _words("is are was were am had has have would could should")

#: What never follows a word, whatever the rest of the sentence is.
_NEVER_AFTER: dict[str, frozenset[str]] = {
    "the": _NOT_AFTER_ARTICLE | _words("that"),
    "a": _NOT_AFTER_ARTICLE | _words("that"),
    "an": _NOT_AFTER_ARTICLE | _words("that"),
    **dict.fromkeys(_OWNERS.split(), _NOT_AFTER_OWNER),
    "his": _words(f"the an are were {_OWNERS} her {_SUBJECTS}"),
    "every": _NOT_AFTER_EVERY,
    "very": _words(f"{_FINITE} the a an of {_SUBJECTS} {_OWNERS} who which from"),
    "and": _words("or but than"),
    "or": _words("and but than"),
    "but": _words("and or than"),
    "than": _words("and or but"),
    **dict.fromkeys(
        "from with at by into between against during without towards among of".split(), _words(_SUBJECTS)
    ),
    **dict.fromkeys(
        "because although unless whereas while if".split(), _words("is are was were has have had will would")
    ),
    **dict.fromkeys("they we".split(), _words("is was has does isn't wasn't hasn't doesn't")),
}
#: What follows a word only where a clause ends between them.
_SELDOM_AFTER: dict[str, frozenset[str]] = {
    "of": _NOT_AFTER_AUXILIARY | _words("will can in with for to on as than since from"),
    "to": _words("of was were has had"),
    **dict.fromkeys("into from".split(), _NOT_AFTER_AUXILIARY | _words("will can")),
    **dict.fromkeys("is are was were".split(), _NOT_AFTER_AUXILIARY | _words("be am does did will can")),
    **dict.fromkeys("be been".split(), _NOT_AFTER_AUXILIARY | _words("be been does did will can")),
    **dict.fromkeys(
        "would could should".split(), _NOT_AFTER_AUXILIARY - {"have"} | _words("been of from into")
    ),
    **dict.fromkeys("will can must may might".split(), _words("been would could should")),
    **dict.fromkeys("has have had".split(), _words("be has have")),
}
_PAIRS = {
    word: _NEVER_AFTER.get(word, frozenset()) | _SELDOM_AFTER.get(word, frozenset())
    for word in _NEVER_AFTER | _SELDOM_AFTER
}
#: What no sentence ends in.
_NEVER_LAST = _words(f"the a an {_OWNERS} every very and or than because although whereas")
_ENDS = _words(". ! ? ;")
#: What "the in", "an on" may begin ("the in crowd", "the on-loan striker" without its hyphen).
_AFTER_IN_OR_ON = _words(
    "crowd thing joke form house depth flight game person laws loan field air line screen set board time "
    "site duty camera pitch stage court road off and or"
)
#: Words that take an "of" along, so that another preposition may follow it ("disposed of in the sea").
_TAKE_OF = _words(
    "thought heard care advantage rid made use note hold sight track sort kind dreamt tired out"
)
_BEFORE_LETTER_A = _words("from vitamin hepatitis group type grade plan serie")
_OWNERS_AND_OTHERS = _words(f"{_OWNERS} his her")
_MODALS_AS_NOUNS = _words("will can must may might")


@check(
    "GRM102",
    "impossible-pair",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="these words cannot stand side by side: a word is missing or out of place",
    examples=(
        bad("The mayor praised [[the of]] the new bridge."),
        bad("Traders hoped that [[their would]] rise again."),
        bad("The talks are [[about the.]]"),
        fine("The towns they came from are gone, and all they have is hope. It would have been a blow."),
        fine("He plays for The Who. “I want the…” she said. The has-been dined a la carte."),
        fine("The vase, made in Xi’an, is a gift. “It has the…” He had and has no rival."),
    ),
)
def impossible_pair(facts: Facts) -> Iterator[Hit]:
    """Small words that cannot follow each other show that a word is missing or that the order broke down.

    A decoder that loses a word leaves "the of" or "their was", one that shuffles leaves "been are". Left
    alone are clauses that end in such a word ("all they have is hope"), names, and speech that breaks off.
    """
    yield from _pairs(facts)
    yield from _ends(facts)


def _pairs(facts: Facts) -> Iterator[Hit]:
    tokens = facts.tokens
    last = len(tokens) - 1
    for index in facts.word_index.places(_PAIRS):
        token = tokens[index]
        if index == last or tokens[index + 1].fold not in _PAIRS[token.fold]:
            continue
        after = word_after(facts, index)
        if after is None or not after.text.islower() or not _is_plain(facts, index):
            continue
        if _is_rightly_paired(facts, index):
            continue
        yield Hit(
            span_of(facts, index, index + 1),
            f"‘{token.text} {after.text}’ cannot stand side by side: a word is missing or out of place",
        )


def _is_plain(facts: Facts, index: int) -> bool:
    """Whether the word is written as a word of running text, not as part of a name or of an abbreviation."""
    token = facts.tokens[index]
    before = word_before(facts, index)
    if not (token.text.islower() or begins_sentence(facts, index)) or index in facts.names:
        return False
    if before is not None and before.text in "'’‘`-–/&" and before.end == token.start:
        return False
    return is_prose(facts, index)


def _is_rightly_paired(facts: Facts, index: int) -> bool:
    first, second = facts.tokens[index].fold, facts.tokens[index + 1].fold
    before, third = word_before(facts, index), word_after(facts, index, 2)
    previous, following = before.fold if before else "", third.fold if third else ""
    if first == second:  # a doubled word is another rule's
        return True
    if second not in _NEVER_AFTER.get(first, ()) and follows_gap_opener(facts, index):
        return True
    if first == "a" and (len(following) == 1 or following == "cappella" or previous in _BEFORE_LETTER_A):
        return True
    if first == "of" and (previous in _TAKE_OF or previous.endswith(("ed", "en"))):
        return True
    return (
        (second in ("and", "or") and following in _OWNERS_AND_OTHERS)  # "your and my children"
        or (second in ("in", "on") and following in _AFTER_IN_OR_ON)
        or (second == "he" and following in ("said", "says"))  # "the he said, she said"
        or (first in _MODALS_AS_NOUNS and before is not None and not before.text.islower())
    )


def _ends(facts: Facts) -> Iterator[Hit]:
    tokens, text = facts.tokens, facts.text
    for index in facts.word_index.places(_NEVER_LAST):
        if not 0 < index < len(tokens) - 1 or tokens[index + 1].text not in _ENDS:
            continue
        token, end = tokens[index], tokens[index + 1]
        breaks_off = end.start != token.end or not text[end.end : end.end + 1].isspace()
        if (breaks_off and end.end != len(text)) or not token.text.islower():
            continue
        if _is_plain(facts, index) and not is_quoted(facts, index):
            yield Hit(
                span_of(facts, index - 1, index + 1),
                f"no sentence ends in ‘{token.text}’: a word is missing or out of place",
            )


CHECKS = (impossible_pair,)
