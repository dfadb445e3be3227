"""Ranges of figures and years that run backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.changes import lead
from lintnews.finding import Applicability, Fix, Hit, replacement
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token


@check(
    "NUM213",
    "range-turned-round",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the range runs backwards",
    examples=(
        bad("Between [[60 and 40]] people came.", "Between [[40 and 60]] people came."),
        bad("The war of [[2017-2014]] cost many lives.", "The war of [[2014-2017]] cost many lives."),
        fine("Between 40 and 60 people came between 10 pm and 6 am."),
        fine("Between 24 December and 6 January they lost 7-6 and 2-1."),
    ),
)
def range_turned_round(facts: Facts) -> Iterator[Hit]:
    """A range runs from the lower figure to the higher, and from the earlier year to the later one."""
    tokens, text = facts.tokens, facts.text
    for first, second in zip(facts.quantities, facts.quantities[1:], strict=False):
        before, place = lead(tokens, first), first.tokens.stop
        if (
            before < 0
            or tokens[before].fold != "between"
            or [t.fold for t in tokens[place : second.tokens.start]] != ["and"]
        ):
            continue
        if first.numeral.upper or second.numeral.upper:
            continue
        if (
            first.value <= second.value
            or (first.unit and first.unit != second.unit)
            or first.numeral.suffix
            or second.numeral.suffix
        ):
            continue
        if second.unit and not first.unit and second.numeral.tokens.stop - second.numeral.tokens.start > 1:
            continue  # "between 500 and 2 million"
        following = tokens[second.tokens.stop].text if second.tokens.stop < len(tokens) else ""
        if (
            following in (":", "am", "pm", "a.m.", "p.m.")
            or following[:1].isupper()
            or following.startswith("o'")
        ):
            continue
        span = Span(first.span.start, second.span.end)
        swap = Fix(
            (
                *replacement(_figure(first, tokens), _figure(second, tokens).of(text)).edits,
                *replacement(_figure(second, tokens), _figure(first, tokens).of(text)).edits,
            ),
            Applicability.UNSAFE,
        )
        yield Hit(span, f"‘{span.of(text)}’ runs from the higher figure to the lower", (swap,))
    for match in facts.at_figures(_YEARS):
        if match["first"] > match["last"]:
            good = f"{match['last']}{match['dash']}{match['first']}"
            span = Span(*match.span())
            yield Hit(span, f"‘{match.group()}’ ends before it begins", (replacement(span, good),))


_YEARS = lazy(
    r"(?<![\w./:-])(?P<first>1[89]\d\d|20\d\d)(?P<dash>[-–])(?P<last>1[89]\d\d|20\d\d)(?![\w./:-]| BC)"
)


def _figure(quantity: Quantity, tokens: Sequence[Token]) -> Span:
    return Span(tokens[quantity.numeral.tokens.start].start, tokens[quantity.numeral.tokens.stop - 1].end)


CHECKS = (range_turned_round,)
