"""A clause with "that" and nobody who says so: "The latest figures that a tenth of the mills are shut."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.finding import Hit
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_FINITE = frozenset(
    "is are was were am has have had will would can could may might must shall should do does did".split()
)
_SUBJECTS = frozenset(
    "the a an this these those he she they we there his her their its our all some many most more no any "
    "each both two three several".split()
)
_BEFORE_NOUN = (_SUBJECTS | frozenset("of in on at for with".split())) - frozenset(
    "this he she they we there".split()
)
# With one of these before it "that" does not need a verb: "so big that", "the fact that", "now that".
_LEADING_UP = frozenset(
    "so such now given provided because fact who which and than it all everything nothing not only idea view "
    "belief claim hope hopes fear fears news rumour rumor evidence proof sign signs word reports".split()
)
# Letters of the table of inflections: present, past and third person; nouns; adjectives.
_VERB, _NOUN, _ADJECTIVE = frozenset("bsd"), frozenset("12"), frozenset("pct")
_TENSED = frozenset("sd")
_FARTHEST = 13
_LEAST_AFTER = 4


@check(
    "GRM149",
    "lost-verb-before-that",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the verb before ‘that’ was lost: who says so, and how?",
    needs=(words("that"),),
    examples=(
        bad("The latest [[figures that]] a tenth of the mills are shut."),
        bad("In addition, the [[ministry that]] the old bridge was safe."),
        fine("The latest figures show that a tenth of them are shut. The hope that they were safe is gone."),
        fine("This means that the mill is shut. Note that the dam is old. We hope that it is safe."),
        fine("The bridge that the mayor opened was shut. So big was the crowd that the trams were late."),
    ),
)
def lost_verb_before_that(facts: Facts) -> Iterator[Hit]:
    """A decoder that loses "said" or "show" leaves the one who speaks right before "that" and a whole clause.

    Reported where a sentence has no verb before its "that" and one behind it: a relative clause would leave
    a second verb for the sentence.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(("that",)):
        sentence = facts.article.sentence_at(tokens[index].start)
        if sentence is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        place = facts.token_range(sentence.span)
        if not place.start < index <= place.start + _FARTHEST or tokens[place.stop - 1].text != ".":
            continue
        if index + _LEAST_AFTER >= place.stop or tokens[index + 1].fold not in _SUBJECTS:
            continue
        before = range(place.start, index)
        if _has_verb_or_reason(facts, before) or not _may_speak(facts, index - 1):
            continue
        if _verbs_in(facts, range(index + 2, place.stop)) == 1:
            yield Hit(span_of(facts, index - 1, index), None)


def _has_verb_or_reason(facts: Facts, place: range) -> bool:
    """Whether a word may be the sentence's verb, or leads up to a "that" without one."""
    for index in place:
        token = facts.tokens[index]
        if token.fold in _FINITE or token.fold in _LEADING_UP or not (token.is_word or token.text in ",-"):
            return True
        classes = classes_of(token.fold)
        opens = index == place.start and classes & _NOUN and "b" not in classes
        if _may_be_verb(facts, index, _VERB) and not opens:
            return True
    return False


def _may_be_verb(facts: Facts, index: int, forms: frozenset[str]) -> bool:
    """Whether a word may be such a form of a verb where it stands: not behind "the" or an adjective."""
    token, before = facts.tokens[index], facts.tokens[index - 1].fold if index else ""
    classes = classes_of(token.fold)
    if not classes & forms or index in facts.names or token.fold in FUNCTION_WORDS:
        return False
    return not (classes & _NOUN and (before in _BEFORE_NOUN or classes_of(before) & _ADJECTIVE))


def _may_speak(facts: Facts, index: int) -> bool:
    fold = facts.tokens[index].fold
    return index in facts.names or bool(classes_of(fold) & _NOUN and fold not in FUNCTION_WORDS)


def _verbs_in(facts: Facts, place: range) -> int:
    """Count the verbs of clauses; an auxiliary and what belongs to it count once."""
    count, helped = 0, False
    for index in place:
        token = facts.tokens[index]
        auxiliary = token.fold in _FINITE or token.fold.endswith("n't")
        lexical = not auxiliary and _may_be_verb(facts, index, _TENSED)
        if (auxiliary or lexical) and not helped:
            count += 1
        helped = auxiliary or (helped and (token.fold in ("not", "also", "been", "being") or lexical))
    return count


CHECKS = (lost_verb_before_that,)
