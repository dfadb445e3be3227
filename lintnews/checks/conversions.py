"""Conversions that do not convert: a length, weight, area, volume, speed, time or temperature given twice."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from lintnews.facts.quantities import HEDGES
from lintnews.facts.units import UNIT_STARTS, UNITS, Dimension, Unit, converted
from lintnews.finding import Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

_MEASURED = frozenset(
    (
        Dimension.LENGTH,
        Dimension.AREA,
        Dimension.VOLUME,
        Dimension.MASS,
        Dimension.SPEED,
        Dimension.TEMPERATURE,
    )
)
_REACH = 6  # tokens between the two figures
_AFTER_BRACKET = (")", ",", ";")
_AFTER_COMMA = (",", ".", ")", ";")
# Durations are given twice in words only: "72 hours, that is, three days".
_THAT_IS = (("that", "is"), ("i", "e"), ("i.e",), ("i.e.",), ("ie",), ("or",))
_WITHIN = frozenset(", in within for about some".split())
_SIGNS = ("-", "–", "−", "minus")
# A difference of temperatures converts without the zero point: 2C warmer is 3.6F warmer.
_DIFFERENCE = frozenset(
    "rise rose rises risen warmer colder cooler hotter increase increased above below by up drop dropped "
    "fell higher lower "
    "warming difference".split()
)
# Rounding that journalists use: the coarser of the two figures sets the grain, and a tenth is forgiven.
_FORGIVEN = 0.1
#: Units that writers take for one another.
_ALIKE: dict[str, tuple[str, ...]] = {
    "tons": ("short ton",),
    "gallons": ("imperial gallons",),
    "miles": ("nautical miles",),
}


@check(
    "NUM301",
    "conversion-does-not-convert",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the two measures are not the same",
    needs=(words("( or that i.e i.e. ie i"), given("quantities")),
    examples=(
        bad("The lake is 10 km ([[16 miles]]) long.", "The lake is 10 km ([[6.2 miles]]) long."),
        bad(
            "It lies at a depth of 30 feet ([[90 metres]]).",
            "It lies at a depth of 30 feet ([[9.1 metres]]).",
        ),
        bad("It was 36C ([[68F]]) in the shade.", "It was 36C ([[97F]]) in the shade."),
        fine(
            "The farm covers 40 acres (16 hectares), about 15 miles (25 km) from town, at 60 mph (97 km/h)."
        ),
        fine("It was 36C (97F), 2C (3.6F) above average; the bar is 3 metres (9 feet 10 inches) long."),
        bad("They must leave within 72 hours, that is, in [[five days]], he said."),
        fine("They must leave within 72 hours, that is, in three days, and wait a week or two months."),
        fine("The pool is 50 metres (25 metres for children) and holds 12 tons (11 tonnes) at -5C (23F)."),
    ),
)
def conversion_does_not_convert(facts: Facts) -> Iterator[Hit]:
    """A measure given in two units must be one and the same: 10 km are 6.2 miles, not 16.

    The slips of a translation: the factor turned round (10 km, 16 miles), a unit exchanged (30 feet, 90
    metres), a digit lost. Newspaper rounding is allowed for, and differences of temperature convert without
    their zero point.
    """
    for measures in _restated(facts):
        first, one, second, other = measures
        difference = _is_difference(facts.tokens, first)
        if _agree(measures, difference=difference):
            continue
        written = _written(converted(first.value, one, other, difference=difference), second, facts)
        span = second.span
        yield Hit(
            span,
            f"‘{span.of(facts.text)}’ is not ‘{first.span.of(facts.text)}’, which is {written}"
            + _reason(measures),
            (replacement(span, written),),
            (Related(first.span, f"this is {written}"),),
        )


class _Measures(NamedTuple):
    """One measure given twice, each time with its unit."""

    first: Quantity
    one: Unit
    second: Quantity
    other: Unit


def _restated(facts: Facts) -> Iterator[_Measures]:
    """Yield what is given twice: "10 km (6 miles)", "10 km long (6 miles)", "10 km, or 6 miles,"."""
    tokens = facts.tokens
    for first, second in itertools.pairwise(facts.quantities):
        one, other = first.unit, second.unit
        if one is None or other is None or one == other or one.dimension is not other.dimension:
            continue
        gap = [token.fold for token in tokens[first.tokens.stop : second.tokens.start][: _REACH + 1]]
        following = tokens[second.tokens.stop].text if second.tokens.stop < len(tokens) else ""
        if not gap or len(gap) > _REACH or _goes_on(tokens, first):
            continue
        if one.dimension is Dimension.TIME and following in _AFTER_COMMA and _says_again(gap):
            yield _Measures(first, one, second, other)
        if one.dimension not in _MEASURED:
            continue
        if (gap[0] == "(" or (gap[0].isalpha() and gap[1:2] == ["("])) and following in _AFTER_BRACKET:
            hedges = gap[gap.index("(") + 1 :]
        elif gap[:2] == [",", "or"] and following in _AFTER_COMMA:
            hedges = gap[2:]
        else:
            continue
        # Any other word says that the second figure is of something else: "50 metres (for children 25 feet)".
        if all(word in HEDGES for word in hedges):
            yield _Measures(first, one, second, other)


def _says_again(gap: list[str]) -> bool:
    """Whether these words between two durations say that they are one: ", that is, in"."""
    if gap[:1] != [","]:
        return False
    link = next((link for link in _THAT_IS if tuple(gap[1 : 1 + len(link)]) == link), ())
    return bool(link) and all(word in _WITHIN for word in gap[1 + len(link) :])


def _goes_on(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether this is not all of a measure: the inches of "6 feet 2 inches", the 5C of "minus 5C"."""
    before = tokens[max(0, quantity.tokens.start - 2) : quantity.tokens.start]
    return any(token.fold in UNIT_STARTS for token in before) or (bool(before) and before[-1].fold in _SIGNS)


def _values(quantity: Quantity) -> tuple[float, ...]:
    upper = quantity.numeral.upper
    return (quantity.value,) if upper is None else (quantity.value, upper)


def _agree(measures: _Measures, *, difference: bool) -> bool:
    first, unit, second, other = measures
    if len(_values(first)) != len(_values(second)):
        return True  # one is a range: not judged
    if unit.dimension is Dimension.TEMPERATURE:
        # Where the words speak of a difference, either reading will do: "up 2C to 36C (97F)".
        expected = converted(first.value, unit, other)
        apart = abs(converted(first.value, unit, other, difference=True) - second.value)
        loose = 5 if first.value % 10 == second.value % 10 == 0 else 2  # "above 40C (100F)"
        return abs(expected - second.value) <= loose or (difference and apart <= max(1.0, 0.2 * second.value))
    units = (unit, *(UNITS[name] for name in _ALIKE.get(unit.name, ())))
    others = (other, *(UNITS[name] for name in _ALIKE.get(other.name, ())))
    return any(_near(first.value, second.value, one, another) for one in units for another in others)


def _near(value: float, stated: float, one: Unit, other: Unit) -> bool:
    expected = converted(value, one, other)
    slack = max(converted(_grain(value), one, other, difference=True), _grain(stated)) / 2
    return abs(expected - stated) <= max(_FORGIVEN * abs(expected), min(slack, 0.3 * abs(expected)))


def _grain(value: float) -> float:
    """Return the place of the last digit that is not nought: 100 for 1,500, 0.1 for 2.5."""
    if value == 0:
        return 1.0
    if value != int(value):
        return 10.0 ** -len(f"{value:.6g}".partition(".")[2])
    grain = 1
    while value % (grain * 10) == 0:
        grain *= 10
    return float(grain)


def _is_difference(tokens: Sequence[Token], first: Quantity) -> bool:
    nearby = tokens[max(0, first.tokens.start - 4) : first.tokens.stop + 8]
    return any(token.fold in _DIFFERENCE for token in nearby)


def _written(value: float, like: Quantity, facts: Facts) -> str:
    """Write `value` with the unit of `like`, to two digits that count, three from a hundred."""
    digits = 2 if abs(value) < 100 else 3
    if like.dimension is Dimension.TEMPERATURE:
        figure = f"{value:.0f}"
    else:
        rounded = round(value, digits - 1 - math.floor(math.log10(abs(value)))) if value else 0.0
        figure = f"{rounded:,.10g}"
    old = like.span.of(facts.text)
    number = Span(
        facts.tokens[like.numeral.tokens.start].start, facts.tokens[like.numeral.tokens.stop - 1].end
    ).of(facts.text)
    tail = old[len(number) :]
    suffix = number.lstrip("0123456789.,") if not tail and like.numeral.suffix else tail
    if like.numeral.in_words:
        suffix = tail
    return f"{figure}{suffix}"


def _reason(measures: _Measures) -> str:
    """Say how the slip may have come about, where one guess fits."""
    first, one, second, other = measures
    if _close(converted(second.value, one, other), first.value):
        return ": the factor is turned round"
    for unit in UNITS.values():
        if unit.dimension is not one.dimension or unit in (one, other):
            continue
        if _close(converted(first.value, one, unit), second.value):
            return f": {second.value:,.10g} would be {unit.name}"
        if _close(converted(first.value, unit, other), second.value):
            return f": it would fit {first.value:,.10g} {unit.name}"
    for power in (10, 100, 1000):
        expected = converted(first.value, one, other)
        if _close(expected * power, second.value) or _close(expected / power, second.value):
            return ": a digit is lost or one too many"
    return ""


def _close(expected: float, stated: float) -> bool:
    return abs(expected - stated) <= 0.06 * abs(expected)


CHECKS = (conversion_does_not_convert,)
