"""A verb with a clause that it cannot have: "she informed that the mill is old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of, word_after, word_before
from lintnews.facts.verbs import past_of_participle
from lintnews.finding import Hit, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

#: Verbs that no clause with "that" follows, with what English says instead where that is sure.
_NO_CLAUSE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("voiced narrated publicised publicized".split(), ("said",)),
    **dict.fromkeys("voices".split(), ("says",)),
    **dict.fromkeys("analysed analyzed interpreted evaluated".split(), ("said",)),
    **dict.fromkeys("criticised criticized condemned praised welcomed".split(), ()),
    **dict.fromkeys("supported opposed thanked congratulated interviewed accused blamed".split(), ()),
    **dict.fromkeys("discussed discusses described appealed talked spoke".split(), ()),
}
#: Verbs that a person stands behind before the clause: "told the court that …".
_NEEDS_PERSON: dict[str, tuple[str, ...]] = {
    "informed": ("said",),
    "notified": ("said",),
    "told": ("said",),
    "reminded": ("recalled",),
    "assured": ("gave an assurance",),
}
_CLAUSE_OPENERS = frozenset(
    "the a an this these those he they it we there his their its our her all some many most more no every "
    "each such both if when in at on after before during since although because as".split()
)
# "We discussed that the other day": here "that" is the object.
_TIMES = frozenset("other last same next whole".split())
_FINITE = frozenset(
    "is are was were has have had will would can could did does do should must may might".split()
)
_NOT_BEFORE = frozenset("be been being is was are were am a an the get gets got".split())
_ADVERBS = frozenset("also has have had further later then again".split())
_SPEAKERS = frozenset(
    "he she they it we ministry minister agency service office department spokesman spokeswoman spokesperson "
    "official officials doctor expert experts specialist president police mayor governor head director "
    "company".split()
)
_REACH = 14


@check(
    "GRM148",
    "that-clause-after-verb",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this verb takes no ‘that’ here",
    pivots=("ru", "uk", "pl", "es"),
    examples=(
        bad(
            "The mayor [[assured that]] the dam is safe and that it was built well.",
            "The mayor gave an assurance that the dam is safe and that it was built well.",
        ),
        bad(
            "The ministry [[reminded that]] the bridge is closed to lorries.",
            "The ministry recalled that the bridge is closed to lorries.",
        ),
        bad("Experts have [[analysed that]] the harvest will be poor."),
        fine("He welcomed that law, and we discussed that the other day. She was told that it is shut."),
        fine("Those informed that the road is shut stayed at home. He told them that it was late."),
    ),
)
def verb_without_that(facts: Facts) -> Iterator[Hit]:
    """Russian, Polish and Spanish "inform that", and leave out whom; others "analyse that" it is so.

    Reported where a whole clause follows; with "inform", "remind" and "assure" only behind a speaker, since
    "those informed that it is shut" are others.
    """
    tokens = facts.tokens
    for index in facts.word_index.places((*_NO_CLAUSE, *_NEEDS_PERSON)):
        verb, that = tokens[index], word_after(facts, index)
        if that is None or that.fold != "that" or not _begins_clause(facts, index + 2):
            continue
        if not verb.text.islower() or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        before = word_before(facts, index)
        if before is None or before.fold in _NOT_BEFORE or not (before.is_word or before.text == ","):
            continue
        if verb.fold in _NEEDS_PERSON and not _follows_speaker(facts, index):
            continue
        span = span_of(facts, index, index + 1)
        says = (_NO_CLAUSE | _NEEDS_PERSON)[verb.fold]
        wrong = "takes no ‘that’" if verb.fold in _NO_CLAUSE else "wants to know whom before its ‘that’"
        fixes = tuple(replacement(span, f"{word} that") for word in says)
        yield Hit(span, f"‘{verb.text}’ {wrong}", fixes)


def _begins_clause(facts: Facts, index: int) -> bool:
    tokens = facts.tokens
    if index + 2 >= len(tokens) or word_after(facts, index - 1) is None:
        return False
    first = tokens[index]
    opens = first.fold in _CLAUSE_OPENERS or first.text[0].isupper() or first.text[0].isdecimal()
    if not opens or tokens[index + 1].fold in _TIMES:
        return False
    for token in tokens[index + 1 : index + _REACH]:
        if token.text in (".", "?", "!"):
            return False
        if token.fold in _FINITE or past_of_participle(token.fold):
            return True
    return False


def _follows_speaker(facts: Facts, index: int) -> bool:
    place = index - 1
    while place > 0 and facts.tokens[place].fold in _ADVERBS:
        place -= 1
    return facts.tokens[place].fold in _SPEAKERS or place in facts.names


CHECKS = (verb_without_that,)
