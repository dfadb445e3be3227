from __future__ import annotations

import pytest

from lintnews.facts.units import UNITS, Dimension, converted, unit_at


# NIST Special Publication 811, appendix B, rounded.
@pytest.mark.parametrize(
    ("value", "one", "other", "result"),
    [
        (1, "mile", "km", 1.609344),
        (1, "acre", "hectares", 0.40468564224),
        (1, "lb", "kg", 0.45359237),
        (1, "gallon", "litres", 3.785411784),
        (1, "imperial gallon", "litres", 4.54609),
        (1, "barrel", "gallons", 42),
        (1, "square mile", "acres", 640),
        (100, "mph", "km/h", 160.9344),
        (36, "c", "f", 96.8),
        (-40, "f", "c", -40),
        (1, "m/s", "km/h", 3.6),
    ],
)
def test_conversion(value: float, one: str, other: str, result: float) -> None:
    assert converted(value, UNITS[one], UNITS[other]) == pytest.approx(result, rel=1e-6)


def test_difference_of_temperatures_has_no_zero_point() -> None:
    assert converted(2, UNITS["c"], UNITS["f"], difference=True) == pytest.approx(3.6)


def test_there_and_back() -> None:
    measured = [unit for unit in UNITS.values() if unit.dimension not in (Dimension.MONEY, Dimension.SHARE)]
    for one in measured:
        for other in measured:
            if one.dimension is other.dimension:
                assert converted(converted(7.0, one, other), other, one) == pytest.approx(7.0)


def test_longest_unit_wins() -> None:
    found = unit_at(["square", "miles", "of"])
    assert found is not None
    assert (found[0].dimension, found[1]) == (Dimension.AREA, 2)
    assert unit_at(["people"]) is None
    assert unit_at([]) is None
