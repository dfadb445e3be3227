"""Two sentences of the text that say the same and its opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradiction_polarity import flip
from lintnews.checks.contradiction_terms import are_opposite
from lintnews.checks.contradictions import best_by_place, contradiction, other_time, set_apart
from lintnews.facts.substitutions import substitutions_of
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.alignment import Match, Passage
    from lintnews.finding import Hit

_LEAST_SUPPORT = 3


@check(
    "CON107",
    "text-says-the-opposite",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="two sentences say the same and its opposite",
    needs=(given("echoes"),),
    examples=(
        bad(
            "The talks will go on.\n\nIn March the regional court in Norden upheld the licence of the Agda "
            "power plant.\n\nLawyers were busy.\n\nThe regional court in Norden [[overturned]] the licence "
            "of the Agda power plant in March."
        ),
        bad(
            "Nobody expected it.\n\nThe fishing fleet of Velm sold its entire catch of herring to the "
            "cannery on Friday.\n\nPrices were low.\n\nThe fishing fleet of Velm [[kept]] its entire catch "
            "of herring from the cannery on Friday."
        ),
        fine(
            "Nobody expected it.\n\nThe fishing fleet of Velm sold its entire catch of herring to the "
            "cannery on Friday.\n\nPrices were low.\n\nOn Monday the fishing fleet of Velm kept its entire "
            "catch of herring from the cannery."
        ),
    ),
)
def text_says_the_opposite(facts: Facts) -> Iterator[Hit]:
    """A later sentence tells what an earlier one told, with the opposite verb or adjective.

    A verb with two senses may be taken one way here and the other way there. Left alone where the two name
    different days, figures or years, where one is denied, or where they share too little else.
    """
    found = (
        item
        for item in substitutions_of(facts.echoes, frozenset())
        if item.adjacent and item.support >= _LEAST_SUPPORT and are_opposite(facts, item)
    )
    for item in best_by_place(found):
        if not _has_other_figures(facts, item.match):
            here, there = facts.tokens[item.here].span, facts.tokens[item.there].span
            yield contradiction(facts, here, there, "the same is told there", (there.of(facts.text),))


@check(
    "CON108",
    "text-denies-itself",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one sentence asserts what the other denies",
    needs=(given("echoes"),),
    examples=(
        bad(
            "It was a long night.\n\nThe rebels did not enter the old port of Norden on Sunday, the mayor "
            "said.\n\nShops stayed shut.\n\nOn Sunday the rebels [[had entered]] the old port of Norden."
        ),
        bad(
            "It was a long week.\n\nThe board approved the merger of Holm Bank and Velm Savings in Oslo.\n\n"
            "Clerks wept.\n\nThe [[board never approved]] the merger of Holm Bank and Velm Savings in Oslo."
        ),
        fine(
            "It was a long night.\n\nThe rebels did not enter the old port of Norden on Sunday, the mayor "
            "said.\n\nShops stayed shut.\n\nOn Monday the rebels entered the old port of Norden."
        ),
    ),
)
def text_denies_itself(facts: Facts) -> Iterator[Hit]:
    """The same event is asserted in one sentence and denied in another, of the same day and place.

    A "not" is lost or doubled in translation. Left alone where either is asked or supposed, where the two
    name different times, or where a source of its own stands for each.
    """
    for passage, matches in facts.echoes:
        for match in matches:
            hit = flip(facts, match)
            if (
                hit is None
                or _is_of_things(facts, match)
                or other_time(match)
                or set_apart(facts, match)
                or _begins(hit, passage)
            ):
                continue
            if not _has_other_figures(facts, match):
                yield hit
                break


def _is_of_things(facts: Facts, match: Match) -> bool:
    """Whether what is denied is a thing ("no cases") and not an act: of things there may be others."""
    return any(
        facts.tokens[index].fold == "no" for passage in (match.head, match.body) for index in passage.tokens
    )


def _begins(hit: Hit, passage: Passage) -> bool:
    """Whether the word in doubt opens the sentence: "Affected by the storm, …" asserts nothing."""
    return hit.span.start == passage.sentence.span.start


def _has_other_figures(facts: Facts, match: Match) -> bool:
    """Whether the two sentences count different things."""
    head, body = (
        {q.value for q in facts.quantities if passage.sentence.span.contains(q.span)}
        for passage in (match.head, match.body)
    )
    return bool(head - body and body - head)


CHECKS = (text_says_the_opposite, text_denies_itself)
