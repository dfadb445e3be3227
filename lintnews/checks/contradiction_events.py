"""One event with two outcomes: a vote survived and lost, talks that failed with an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.outcomes import OUTCOMES, Outcomes
from lintnews.needs import strings
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.finding import Hit

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@check(
    "CON216",
    "event-with-two-outcomes",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one event has two outcomes",
    needs=(strings(*(string for row in OUTCOMES for string in row.strings)),),
    examples=(
        bad(
            "The government survived a vote of confidence on Monday.\n\nIt rained.\n\nAfter [[losing the "
            "support of parliament]], the premier thanked his coalition."
        ),
        bad(
            "Talks on the port broke down on Monday, a mediator said.\n\nRain"
            " fell.\n\n[[The two sides signed "
            "the agreement]] on Monday in Graz."
        ),
        bad("Police have made no arrests.\n\nShops burned. [[Police arrested two]] brothers in Graz."),
        fine(
            "The government survived a vote of confidence. In 2019 it had lost the confidence vote, and it"
            " would "
            "resign after losing the support of parliament."
        ),
        fine("Talks on the port broke down on Monday. On Friday the two sides signed the agreement."),
    ),
)  # fmt: skip
def event_with_two_outcomes(facts: Facts) -> Iterator[Hit]:
    """A vote of confidence is won or lost, talks end with an agreement or without one.

    Left alone where either sentence speaks of another time, case or condition, or names another day.
    """
    for row in OUTCOMES:
        if not any(string in facts.text for string in row.strings):
            continue
        firsts = list(_told(facts, row.first, row))
        seconds = list(_told(facts, row.second, row)) if firsts else []
        for first, second in ((one, other) for one in firsts for other in seconds):
            if _days(facts, first[1]) & _days(facts, second[1]) or not (
                _days(facts, first[1]) and _days(facts, second[1])
            ):
                there, here = sorted((first[0], second[0]))
                yield contradiction(facts, here, there, row.reason)
                break


def _told(facts: Facts, pattern: re.Pattern[str], row: Outcomes) -> Iterator[tuple[Span, Sentence]]:
    for match in pattern.finditer(facts.text):
        sentence = facts.article.sentence_at(match.start())
        if sentence is None or facts.article.quotation_at(match.start()) is not None:
            continue
        around = facts.text[sentence.span.start : match.start()] + facts.text[match.end() : sentence.span.end]
        if not row.way_out.search(around):
            yield Span(*match.span()), sentence


def _days(facts: Facts, sentence: Sentence) -> set[str]:
    words = sentence.span.of(facts.text)
    return {day for day in _DAYS if day in words}


CHECKS = (event_with_two_outcomes,)
