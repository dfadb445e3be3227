"""Frozen objects: fields by place and name, defaults, equality, no change."""

from __future__ import annotations

import pytest

from lintnews.frozen import Frozen, changed


class Place(Frozen):
    name: str
    size: int = 1
    _hidden: str = ""


class Port(Place):
    ships: int = 0


def test_fields_come_by_place_and_by_name_and_default() -> None:
    assert (Place("Norden").size, Place("Norden", 2).size, Place(size=3, name="Norden").size) == (1, 2, 3)
    assert Port("Norden", ships=4).ships == 4


@pytest.mark.parametrize("values", [(), ("a", 1, "", 4)])
def test_missing_and_surplus_fields_are_refused(values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="Place"):
        Place(*values)  # type: ignore[arg-type]


@pytest.mark.parametrize("named", [{"name": "b"}, {"other": 1}])
def test_fields_given_twice_and_unknown_ones_are_refused(named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Place"):
        Place("a", **named)  # type: ignore[arg-type]


def test_equality_is_by_class_and_fields() -> None:
    assert Place("Norden") == Place("Norden", 1)
    assert hash(Place("Norden")) == hash(Place("Norden", 1))
    assert Place("Norden") != Place("Norden", 2)
    assert Place("Norden") != Port("Norden")


def test_nothing_changes_but_copies() -> None:
    place = Place("Norden", _hidden="x")
    with pytest.raises(AttributeError):
        place.size = 2  # type: ignore[misc]
    assert changed(place, size=2) == Place("Norden", 2, "x")
    assert repr(place) == "Place(name='Norden', size=1)"
