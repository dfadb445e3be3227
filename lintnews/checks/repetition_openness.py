"""A list of examples that says twice that there are more: "such as tea, rice, etc."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.needs import strings, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_OPEN_TWICE = lazy(
    r"\b(such as|including) (?:(?!\b(?:such as|including)\b)[^.;:\n()\"“”]){3,160}?"
    r"(,? (?:etc\b\.?|and so on|and so forth|and the like))"
)
_CLOSINGS = (" etc", " and so ", " and the like")


@check(
    "REP112",
    "examples-left-open-twice",
    mqm="style/awkward",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="‘such as’ says already that there are more; ‘etc.’ says it again",
    needs=(words("including such"), strings(*_CLOSINGS)),
    examples=(
        bad(
            "The shop sells goods such as tea, rice[[, etc.]], at low prices.",
            "The shop sells goods such as tea and rice, at low prices.",
        ),
        bad(
            "The plan covers tasks including dredging, planting[[ and so on]].",
            "The plan covers tasks including dredging and planting.",
        ),
        bad("It grows crops such as maize and millet[[, etc]].", "It grows crops such as maize and millet."),
        fine("The shop sells tea, rice, etc. at low prices."),
        fine("Firms such as Acme grew. Farms, shops, etc. did not."),
    ),
    pivots=("zh", "ja"),
)
def examples_left_open_twice(facts: Facts) -> Iterator[Hit]:
    """Many languages close a list of examples with "etc." even where "such as" or "including" opens it.

    Chinese 等, Japanese など and Russian "и т. д." stand there by habit; English says it once.
    """
    if not any(closing in facts.text for closing in _CLOSINGS):
        return
    for found in _OPEN_TWICE.finditer(facts.text):
        opening, closing = Span(*found.span(1)), Span(*found.span(2))
        if facts.text[closing.end - 1] == "." and not facts.text.startswith(",", closing.end):
            closing = Span(closing.start, closing.end - 1)  # the stop ends the sentence too
        yield Hit(
            closing,
            f"‘{found[1]}’ says already that there are more; ‘{found[2].lstrip(', ')}’ says it again",
            (
                Fix(
                    (*_with_and(facts.text, opening.end, closing.start), Edit(closing, "")),
                    Applicability.SUGGESTION,
                ),
            ),
            (Related(opening, "the list is opened here"),),
        )


def _with_and(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Put "and" for the last comma of a list that has none after it."""
    comma = text.rfind(",", start, end)
    if comma < 0 or " and " in text[comma:end]:
        return ()
    return (Edit(Span(comma, comma + 1), " and"),)


CHECKS = (examples_left_open_twice,)
