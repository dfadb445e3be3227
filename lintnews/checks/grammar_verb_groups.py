"""A verb in the wrong form behind its auxiliary: "will resigned", "have arrest three", "were force to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    GAP_OPENERS,
    INNER_ADVERBS,
    begins_sentence,
    is_prose,
    is_quoted,
    word_after,
    word_before,
)
from lintnews.facts.tokens import TokenKind
from lintnews.finding import Applicability, Hit, replacement
from lintnews.inflection import classes_of, forms
from lintnews.matchers.slots import DETERMINERS, NUMBER_WORDS
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_MODALS = frozenset("will would can could shall should must may might cannot".split())
_DO_NOT = frozenset("did does do".split())
_HAVE = frozenset("has have had".split())
_BE = frozenset("is are was were been being".split())
_NOMINAL = frozenset("the a an his her its their our my your of ’s 's".split())
_SUBJECTS = frozenset("i you he she we they it".split())
_GAP_REACH = 10
# Verbs whose participle is the plain form.
_UNCHANGED = frozenset(
    "forecast run rerun outrun come become overcome cost cut hit hurt let put quit set reset shut split "
    "spread burst bet cast broadcast rid upset read beat".split()
)
# Forms that no regular ending tells, and that are no noun.
_IRREGULAR = {
    "does": "do", "did": "do", "goes": "go", "went": "go", "has": "have", "had": "have", "makes": "make",
    "made": "make", "takes": "take", "took": "take", "gives": "give", "gave": "give", "gets": "get",
    "says": "say", "said": "say", "comes": "come", "came": "come", "becomes": "become", "became": "become",
    "knows": "know", "knew": "know", "wants": "want", "keeps": "keep", "brings": "bring",
}  # fmt: skip


def _groups(facts: Facts, helpers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield each auxiliary with the first word behind it that is no adverb, where that stands near."""
    for helper in facts.word_index.places(helpers):
        for index in range(helper + 1, min(helper + 4, len(facts.tokens))):
            if not _is_adverb(facts.tokens[index]):
                yield helper, index
                break


def _is_adverb(token: Token) -> bool:
    return token.fold in INNER_ADVERBS or token.fold.endswith("ly")


def _helper_before(facts: Facts, index: int, helpers: frozenset[str]) -> int | None:
    """Return where the auxiliary of the word at `index` stands, adverbs between them left out."""
    tokens = facts.tokens
    place = index - 1
    while place > 0 and _is_adverb(tokens[place]):
        place -= 1
    if place < 0 or tokens[place].text not in helpers or word_after(facts, place, index - place) is None:
        return None
    before = word_before(facts, place)
    if before is None or before.fold in _NOMINAL or before.text in "’'-" or place in facts.names:
        return None
    return None if _ends_relative_clause(facts, place) else place


def _ends_relative_clause(facts: Facts, helper: int) -> bool:
    """Whether a clause that ends in an auxiliary may end here: "what they did took hours"."""
    tokens = facts.tokens
    for place in range(helper - 2, max(0, helper - _GAP_REACH), -1):
        token, before = tokens[place], tokens[place - 1]
        if token.text in (".", "!", "?", ";"):
            return False
        # "He said that they will …" is no relative clause.
        if token.fold in GAP_OPENERS and not (token.fold == "that" and _is_verb_only(before.fold)):
            return True
        if (
            token.fold in _SUBJECTS
            and before.is_word
            and "1" in classes_of(before.fold) | classes_of(before.base)
        ):
            return True
    return False


def _is_verb_only(fold: str) -> bool:
    found = classes_of(fold)
    return bool(found) and found.isdisjoint("12")


def _is_running(facts: Facts, index: int) -> bool:
    token = facts.tokens[index]
    return (
        token.text.islower()
        and index not in facts.names
        and is_prose(facts, index)
        and not is_quoted(facts, index)
        and not begins_sentence(facts, index)
    )


@check(
    "GRM164",
    "past-or-third-person-after-modal",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="behind this auxiliary English has the plain verb",
    needs=(words(_MODALS | _DO_NOT),),
    examples=(
        bad("The minister will [[resigned]] on Friday.", "The minister will resign on Friday."),
        bad("The firm can also [[helps]] its workers.", "The firm can also help its workers."),
        bad("The firm can [[does]] well abroad.", "The firm can do well abroad."),
        bad("The judge did not [[allowed]] the tape.", "The judge did not allow the tape."),
        fine("His will angered them. What they can needs doing. He will need help, and she will succeed."),
        fine("In May prices rose. The trash can lids rattled."),
    ),
)
def past_or_third_person_after_modal(facts: Facts) -> Iterator[Hit]:
    """Behind will, can, must and did not stands the plain verb; a decoder that chose a tense repeats it."""
    helpers = _MODALS | _DO_NOT
    for helper, index in _groups(facts, helpers):
        token = facts.tokens[index]
        if facts.tokens[helper].fold in _DO_NOT and facts.tokens[index - 1].fold != "not":
            continue
        base = _plain_form(facts, index)
        if base and _is_running(facts, index) and _helper_before(facts, index, helpers) == helper:
            after = facts.tokens[helper].text
            yield Hit(
                token.span,
                f"behind ‘{after}’ the verb is plain: ‘{base}’, not ‘{token.text}’",
                (replacement(token.span, base),),
            )


def _plain_form(facts: Facts, index: int) -> str | None:
    """Return the base of a form that is nothing but a past or a third person here; None for all else."""
    fold = facts.tokens[index].fold
    if fold in _IRREGULAR:
        return _IRREGULAR[fold]
    found = classes_of(fold)
    is_past = fold.endswith("ed") and "d" in found and found.isdisjoint("b1")
    is_third = fold.endswith("s") and (found == {"s"} or (found == {"s", "2"} and _has_object(facts, index)))
    return _base(fold) if is_past or is_third else None


def _has_object(facts: Facts, index: int) -> bool:
    after = word_after(facts, index)
    return after is not None and after.fold in DETERMINERS


def _base(form: str) -> str | None:
    """Return the verb of which `form` is a regular form."""
    stem = form.removesuffix("ed").removesuffix("s")
    candidates = [stem, stem.removesuffix("e"), stem + "e", stem[:-1]]
    if stem.endswith(("i", "ie")):
        candidates.append(stem.rstrip("ie") + "y")
    for candidate in candidates:
        if "b" in classes_of(candidate) and form in forms(candidate, "v"):
            return candidate
    return None


@check(
    "GRM165",
    "plain-verb-after-have",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="behind ‘have’ English has the participle",
    needs=(words(_HAVE),),
    examples=(
        bad("Police have [[arrest]] three men.", "Police have arrested three men."),
        bad("The army has already [[destroy]] the bridge.", "The army has already destroyed the bridge."),
        bad("That has not [[be]] enough.", "That has not been enough."),
        fine("They have hope the rain will end. All they have need the sun. She had run the mill."),
        fine("What riches they have help the town. He has control of the firm."),
    ),
)
def plain_verb_after_have(facts: Facts) -> Iterator[Hit]:
    """The perfect has a participle: "have arrested". Languages without it leave the plain verb."""
    for helper, index in _groups(facts, _HAVE):
        token = facts.tokens[index]
        right = _participle(facts, index, apart=index > helper + 1)
        if right and _is_running(facts, index) and _helper_before(facts, index, _HAVE) == helper:
            yield Hit(
                token.span,
                f"behind ‘{facts.tokens[helper].text}’ the form is ‘{right}’, not ‘{token.text}’",
                (replacement(token.span, right),),
            )


def _participle(facts: Facts, index: int, *, apart: bool) -> str | None:
    """Return the participle of a plain verb that can be nothing else here: it has its object behind it."""
    token = facts.tokens[index]
    if token.fold == "be":
        return "been"
    found = classes_of(token.fold)
    if "b" not in found or not found.isdisjoint("npcta") or token.fold in _UNCHANGED:
        return None
    if not apart and "1" in found:
        after = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
        takes_object = after is not None and (
            after.fold in DETERMINERS | NUMBER_WORDS or after.kind is TokenKind.NUMBER
        )
        if not takes_object or token.fold in _NOUNS_WITH_CLAUSE:
            return None
    return next((form for form, letters in forms(token.fold, "v").items() if "n" in letters), None)


#: "They have hope the rain will end": nouns that a clause may follow.
_NOUNS_WITH_CLAUSE = frozenset(
    "hope fear reason doubt need claim cause concern proof trust faith power control work use time help "
    "thought sense say right access wish place type phase stage level page group line version model".split()
)
# Verbs of which a participle behind "be" is meant where the plain form stands before such a word.
_DONE_TO = frozenset(
    "arrest kill injure force order ask expect require allow tell hold find know build make take give bring "
    "send detain evacuate invite elect appoint replace inaugurate accuse convict sentence destroy damage "
    "close open launch design aim plan intend schedule oblige permit warn urge accompany attack rescue "
    "arrange prepare decide surround cover follow support affect cause describe consider include locate "
    "publish release reveal announce approve reject sign name call confirm involve link base suspect".split()
)
_ADJECTIVES_TOO = frozenset("open close base".split())
_BEHIND_PASSIVE = frozenset("to by as".split())


@check(
    "GRM166",
    "plain-verb-after-be",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="behind ‘be’ English has the participle",
    needs=(words(_BE),),
    examples=(
        bad("They were [[force]] to leave.", "They were forced to leave."),
        bad("The man was [[arrest]] by two guards.", "The man was arrested by two guards."),
        bad("The mill is [[know]] as the Tower.", "The mill is known as the Tower."),
        fine("The shop is open to all. His aim is close to hers. The plan was by then dead."),
    ),
)
def plain_verb_after_be(facts: Facts) -> Iterator[Hit]:
    """The passive has a participle: "were forced to". The plain verb is left where its ending was lost."""
    for helper, index in _groups(facts, _BE):
        token = facts.tokens[index]
        after = word_after(facts, index)
        if (
            token.fold in _DONE_TO - _ADJECTIVES_TOO
            and after is not None
            and after.fold in _BEHIND_PASSIVE
            and _is_running(facts, index)
            and _helper_before(facts, index, _BE) == helper
        ):
            right = next(form for form, letters in forms(token.fold, "v").items() if "n" in letters)
            yield Hit(
                token.span,
                f"behind ‘{facts.tokens[helper].text}’ the form is ‘{right}’, not ‘{token.text}’",
                (replacement(token.span, right, Applicability.UNSAFE),),
            )


CHECKS = (past_or_third_person_after_modal, plain_verb_after_have, plain_verb_after_be)
