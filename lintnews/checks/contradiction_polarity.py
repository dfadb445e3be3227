"""The lede asserts what the text denies, or denies what it asserts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction, other_time, set_apart
from lintnews.facts.polarity import is_negation, negation_before
from lintnews.facts.tokens import TokenKind
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.alignment import Match, Passage
    from lintnews.finding import Hit

_LEAST_LIKE = 0.5
_LEAST_SUPPORT = 3
_WINDOW = 4
# What is asked, supposed or feared is neither asserted nor denied.
_SUPPOSED = frozenset("if whether unless once when until doubt doubts last unlikely hardly barely".split())
_POSSIBLE = frozenset("would could can cannot may might must".split())
_REACH = 4


@check(
    "CON106",
    "lede-denies-the-text",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one place asserts what the other denies",
    needs=(given("matched_heads"),),
    examples=(
        bad(
            "Divers [[have not reached]] the wreck of the trawler Agda off Norden.\n\nThe sea was calm.\n\n"
            "Divers have reached the wreck of the trawler Agda, the coastguard in Norden said."
        ),
        bad(
            "Inspectors [[found traces]] of lead in the water of the Velm reservoir.\n\nTests went on for a "
            "week.\n\nThe inspectors found no traces of lead in the water of the reservoir."
        ),
        fine(
            "Divers have not reached the wreck of the trawler Agda.\n\nThe sea was calm.\n\nIf divers "
            "reached the wreck, the trawler could be raised."
        ),
    ),
)
def lede_denies_the_text(facts: Facts) -> Iterator[Hit]:
    """Headline or lede and a sentence of the text tell the same, but one of them with a "not" or "no".

    Negations are dropped or doubled where a language puts them far from the verb or says them twice. Left
    alone where either sentence is a question or a supposition, tells of another time, or where both deny
    something.
    """
    for _, matches in facts.alignment.pairs:
        for match in matches:
            if match.likeness < _LEAST_LIKE:
                continue
            hit = flip(facts, match)
            if hit is not None and not other_time(match) and not set_apart(facts, match):
                yield hit
                break


def _is_open(facts: Facts, passage: Passage, index: int) -> bool:
    """Whether the word at `index` is asked or supposed, not said to be so."""
    before = [facts.tokens[place].fold for place in range(passage.tokens.start, index)]
    unreal = any(fold in _POSSIBLE and after == "have" for fold, after in pairwise(before))
    if unreal or not _SUPPOSED.isdisjoint(before) or not _POSSIBLE.isdisjoint(before[-_REACH:]):
        return True
    return any(facts.tokens[place].text == "?" for place in passage.tokens)


def flip(facts: Facts, match: Match) -> Hit | None:
    """Find the shared word that one of two sentences denies, where nothing else in them is denied."""
    denials = [
        [index for index in passage.tokens if is_negation(facts.tokens, index)]
        for passage in (match.head, match.body)
    ]
    if sorted(map(len, denials)) != [0, 1]:
        return None
    head_terms, body_terms = match.head.terms, match.body.terms
    for here, word in head_terms.items():
        for there, other in body_terms.items():
            if word != other or here in facts.names:
                continue
            denied = [
                _denial_of(facts, passage, index)
                for passage, index in ((match.head, here), (match.body, there))
            ]
            if _is_open(facts, match.head, here) or _is_open(facts, match.body, there):
                continue
            if _is_advised(facts, here) != _is_advised(facts, there):
                continue
            if (denied[0] is None) == (denied[1] is None) or _support(match, here, there) < _LEAST_SUPPORT:
                continue
            return contradiction(
                facts,
                _phrase(facts, here, denied[0]),
                _phrase(facts, there, denied[1]),
                "the same is told there",
            )
    return None


def _is_advised(facts: Facts, index: int) -> bool:
    return any(
        token.fold in ("should", "shall", "ought") for token in facts.tokens[max(0, index - _REACH) : index]
    )


def _denial_of(facts: Facts, passage: Passage, index: int) -> int | None:
    """Return the negation whose next word of matter is the one at `index`."""
    negation = negation_before(facts.tokens, index)
    if negation is None or any(place in passage.terms for place in range(negation + 1, index)):
        return None
    return negation


def _support(match: Match, here: int, there: int) -> int:
    return len(_around(match.head, here) & _around(match.body, there))


def _around(passage: Passage, index: int) -> set[str]:
    ranks = list(passage.terms)
    rank = ranks.index(index)
    near = ranks[max(0, rank - _WINDOW) : rank] + ranks[rank + 1 : rank + 1 + _WINDOW]
    return {passage.terms[place] for place in near}


def _phrase(facts: Facts, index: int, negation: int | None) -> Span:
    """Return the word with its negation and auxiliary, or with the word before it where it is asserted."""
    first = index if negation is None else negation
    before = facts.tokens[first - 1] if first else None
    if (
        before is not None
        and before.kind is TokenKind.WORD
        and facts.article.sentence_at(before.start) == facts.article.sentence_at(facts.tokens[index].start)
    ):
        first -= 1
    return Span(facts.tokens[first].start, facts.tokens[index].end)


CHECKS = (lede_denies_the_text,)
