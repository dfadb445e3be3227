"""Cities with their countries and capitals (`data/cities.txt`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lintnews.records import NamedTuple


class City(NamedTuple):
    """A city: the key of its country, as `facts.actors.lands` has it, and whether it is a capital of it."""

    country: str
    is_capital: bool


@cache
def cities() -> dict[str, City]:
    """Return the cities by name, case-folded."""
    found: dict[str, City] = {}
    text = (Path(__file__).parents[1] / "data" / "cities.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, names = line.split(":", 1)
            capitals, others = names.split("|")
            for name in capitals.replace("/", " ").split():
                found[_plain(name)] = City(country, is_capital=True)
            for name in others.split():
                found[_plain(name)] = City(country, is_capital=False)
    return found


def _plain(name: str) -> str:
    return name.replace("_", " ").casefold()
