from __future__ import annotations

import pytest

from lintnews.facts.plurals import singular
from lintnews.facts.quantities import Bound, Quantity, quantities_of
from lintnews.facts.tokens import tokenize
from lintnews.facts.word_index import WordIndex


def read(text: str) -> list[Quantity]:
    tokens = tokenize(text)
    return list(quantities_of(tokens, WordIndex(tokens)))


def only(text: str) -> Quantity:
    (quantity,) = read(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500.5 tonnes", 1500.5),
        ("three dozen eggs", 36),
        ("two and a half million people", 2_500_000),
        ("a quarter of them", 0.25),
        ("two-thirds of them", 2 / 3),
        ("twenty-five people", 25),
        ("a hundred and five people", 105),
        ("two thousand five hundred sheep", 2500),
        ("one hundred and twenty-one", 121),
        ("half a million dollars", 500_000),
        ("$5.5bn", 5.5e9),
        ("68m euros", 68e6),
        ("12 lakh voters", 1.2e6),
        ("20-30 people", 20),
        ("13.3 thousand", 13_300),
    ],
)
def test_value(text: str, value: float) -> None:
    assert only(text).value == pytest.approx(value)


@pytest.mark.parametrize("text", ["the 3rd floor", "in the 1990s", "F-16", "the 21st of them"])
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("12 people", Bound.EXACT),
        ("at least 12 people", Bound.AT_LEAST),
        ("more than 12 people", Bound.AT_LEAST),
        ("no fewer than 12 people", Bound.AT_LEAST),
        ("about 12 people", Bound.ABOUT),
        ("nearly 12 people", Bound.ABOUT),
        ("as many as 4,000 troops", Bound.AT_MOST),
        ("up to 12 people", Bound.AT_MOST),
    ],
)
def test_bound(text: str, bound: Bound) -> None:
    assert only(text).bound is bound


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("10 km away", "km", "10 km"),
        ("27-foot wall", "feet", "27-foot"),
        ("60km/h", "km/h", "60km/h"),
        ("22 km/h winds", "km/h", "22 km/h"),
        ("12 degrees Celsius", "C", "12 degrees Celsius"),
        ("5 square miles of", "square miles", "5 square miles"),
        ("30 per cent of", "%", "30 per cent"),
        ("US$6 million", "USD", "US$6 million"),
        ("A$6", "A$", "A$6"),
        ("100m (away)", "metres", "100m"),
    ],
)
def test_unit(text: str, unit: str, shown: str) -> None:
    quantity = only(text)
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.span.of(text)) == (unit, shown)


@pytest.mark.parametrize(
    ("text", "noun", "modifiers"),
    [
        ("12 armed police officers fled", "officer", ("armed", "police")),
        ("three arms factories", "factory", ("arms",)),
        ("a man fled", "man", ()),
        ("two women and", "woman", ()),
        ("12 of them", "", ()),
        ("4,000 troops", "soldier", ()),
    ],
)
def test_what_is_counted(text: str, noun: str, modifiers: tuple[str, ...]) -> None:
    quantity = read(text)[0]
    assert (quantity.noun, quantity.modifiers) == (noun, modifiers)


def test_span_leaves_out_approximation_and_noun() -> None:
    text = "At least 12 armed officers"
    assert only(text).span.of(text) == "12"


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("people", "person"),
        ("cities", "city"),
        ("boxes", "box"),
        ("glass", ""),
        ("virus", ""),
        ("houses", "house"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_firm_drops_the_approximation_only() -> None:
    quantity = only("at least 12 people")
    assert quantity.firm().bound is Bound.EXACT
    assert quantity.firm().value == 12
