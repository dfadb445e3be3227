"""Pairs of conjunctions: both where English has one ("although … but"), or one half without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import FINITE, is_prose, is_quoted, span_of
from lintnews.facts.verbs import past_of_participle
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_CONCESSIVE = frozenset(("although", "though"))


@check(
    "GRM115",
    "although-but",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘although’ and ‘but’ say the same: one of them is enough",
    needs=(words(_CONCESSIVE), words("but")),
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
            token.fold in FINITE or token.fold.endswith(("ed", "s")) or past_of_participle(token.fold)
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
    needs=(words("only"), words("not")),
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


CHECKS = (although_but, not_only_without_but)
