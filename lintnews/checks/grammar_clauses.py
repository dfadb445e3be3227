"""How clauses are joined: by a comma alone, by two conjunctions at once, or by half of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of
from lintnews.facts.verbs import SURE_PASTS, past_of_participle
from lintnews.finding import Applicability, Edit, Fix, Hit, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_FINITE = frozenset(
    "is are was were has have had will would can could did does cannot must should may might".split()
)
_SUBJECTS = frozenset("it he she they there this we i".split())
# With one of these anywhere before the comma, what follows it may rightly be a clause of its own.
_JOINERS = frozenset(
    "if when while although though because as since after before once until that which who whose where whom "
    "said says say according than whether what how why unless so and but or nor yet not think thinks like "
    "believe believes added for both either sooner more less time moment day way".split()
)
_NOT_FIRST = frozenset(
    "in on at with by to from even then yes no well sure of course frankly true during without despite "
    "under over through between amid given based due thanks all".split()
)
_MARKS = frozenset(';:?!()…—–"“”-')


@check(
    "GRM114",
    "comma-for-full-stop",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a comma alone joins two sentences here",
    examples=(
        bad(
            "The bridge was closed on Friday[[,]] it will open again in June.",
            "The bridge was closed on Friday. It will open again in June.",
        ),
        bad(
            "Two drivers were taken to hospital[[,]] there is no danger to their lives.",
            "Two drivers were taken to hospital. There is no danger to their lives.",
        ),
        fine("When the bridge was closed, it was late. The bridge was, it is said, too old."),
        fine("“The bridge is shut, it is over.” He was right, he said. That is, it was cold last night."),
    ),
)
def comma_for_full_stop(facts: Facts) -> Iterator[Hit]:
    """Chinese and Russian set a comma between sentences that belong together; English sets a full stop.

    Reported where a plain clause with its verb ends in the comma, another with its own subject follows, and
    no word joins them. Speech is left alone.
    """
    tokens = facts.tokens
    for sentence in facts.article.sentences:
        place = facts.token_range(sentence.span)
        if len(place) < _LEAST or tokens[place.stop - 1].text != ".":
            continue
        comma = _first_comma(tokens, place)
        if comma is not None and _is_splice(tokens, place, comma):
            if not is_prose(facts, comma) or is_quoted(facts, comma) or is_quoted(facts, place.start):
                continue
            mark, after = tokens[comma], tokens[comma + 1]
            stop = Fix(
                (
                    Edit(mark.span, "."),
                    Edit(after.span, after.text[0].upper() + after.text[1:]),
                ),
                Applicability.UNSAFE,
                "make two sentences",
            )
            yield Hit(mark.span, None, (stop, replacement(mark.span, " and", Applicability.SUGGESTION)))


_LEAST = 9


def _first_comma(tokens: tuple[Token, ...], place: range) -> int | None:
    for index in place:
        token = tokens[index]
        if token.text == ",":
            return index
        if token.text in _MARKS or token.fold in _JOINERS:
            return None
    return None


def _is_splice(tokens: tuple[Token, ...], place: range, comma: int) -> bool:
    first = tokens[place.start].fold
    before = tokens[place.start : comma]
    if first in _NOT_FIRST or len(before) < 4 or comma + 3 >= place.stop:
        return False
    verbs = [index for index, token in enumerate(before) if token.fold in _FINITE or token.fold in SURE_PASTS]
    if not verbs or verbs[0] == 0 or len(before) - verbs[-1] < 2:
        return False
    subject, verb, next_word = tokens[comma + 1 : comma + 4]
    if subject.fold not in _SUBJECTS or verb.fold not in _FINITE or not next_word.is_word:
        return False
    rest = tokens[comma + 2 : place.stop - 1]
    return len(rest) >= 4 and not any(token.fold in ("said", "says") for token in rest)


_CONCESSIVE = frozenset(("although", "though"))


@check(
    "GRM115",
    "although-but",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘although’ and ‘but’ say the same: one of them is enough",
    examples=(
        bad(
            "Although the ferry is new, [[but ]]it breaks down every week.",
            "Although the ferry is new, it breaks down every week.",
        ),
        bad(
            "Although the firm lost money last year, [[but ]]its owner was paid in full.",
            "Although the firm lost money last year, its owner was paid in full.",
        ),
        fine("Although small but strong, the team lost. They lost, although narrowly, but were content."),
        fine("Although he was tired, he went, but she stayed."),
    ),
)
def although_but(facts: Facts) -> Iterator[Hit]:
    """Chinese pairs "although … but", as do Russian and Hausa; English says it once.

    Reported where "although" begins the sentence and "but" the clause after its comma.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_CONCESSIVE):
        sentence = facts.article.sentence_at(tokens[index].start)
        if sentence is None or sentence.span.start != tokens[index].start or not is_prose(facts, index):
            continue
        place = facts.token_range(sentence.span)
        comma = next((i for i in range(index + 4, place.stop - 3) if tokens[i].text == ","), None)
        if comma is None or tokens[comma + 1].fold != "but":
            continue
        first = tokens[index + 1 : comma]
        if any(
            token.fold in _FINITE or token.fold.endswith(("ed", "s")) or past_of_participle(token.fold)
            for token in first
        ):
            span = Span(tokens[comma + 1].start, tokens[comma + 2].start)
            yield Hit(span, None, (Fix((Edit(span, ""),), Applicability.UNSAFE),))


_SECOND_HALF = frozenset("but also too even well rather they it he she we".split())


@check(
    "GRM116",
    "not-only-without-but",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    message="‘not only’ waits for its ‘but also’",
    examples=(
        bad("The suits are sold [[not only]] in the shops of the capital."),
        bad("The new port brought [[not only]] work and money to the region."),
        fine("It is sold not only here but in Rome. Not only was it late, it was wrong. Not only that."),
    ),
)
def not_only_without_but(facts: Facts) -> Iterator[Hit]:
    """A pair of conjunctions is cut in two where the machine ends a sentence or loses the second half."""
    tokens = facts.tokens
    for index in facts.word_index.places(("only",)):
        if not index or tokens[index - 1].fold != "not" or index + 4 >= len(tokens):
            continue
        sentence = facts.article.sentence_at(tokens[index].start)
        if sentence is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        place = facts.token_range(sentence.span)
        rest = tokens[index + 1 : place.stop]
        if len(rest) < 4 or rest[-1].text != "." or any(token.fold in _SECOND_HALF for token in rest):
            continue
        if all(token.text not in (";", ":", "-", "–", "—", ",") for token in rest):
            yield Hit(span_of(facts, index - 1, index))


CHECKS = (comma_for_full_stop, although_but, not_only_without_but)
