"""Given names that tell the sex of whoever bears them."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sex(Enum):
    """Which of "he" and "she" English takes."""

    HE = "a man"
    SHE = "a woman"


_FILES = ("given_names.txt", "given_names_of_the_world.txt")
_SEX = {"male": Sex.HE, "female": Sex.SHE}


@cache
def _table() -> dict[Sex, frozenset[str]]:
    """Return the names of the data files, case-folded, by sex; each file says what they are."""
    found: dict[Sex, list[str]] = {sex: [] for sex in Sex}
    for file in _FILES:
        text = (Path(__file__).parents[1] / "data" / file).read_text(encoding="utf-8")
        for line in text.splitlines():
            if not line.startswith("#"):
                section, entries = line.split(": ", 1)
                found[_SEX[section]] += entries.split()
    return {sex: frozenset(names) for sex, names in found.items()}


def sex_of(name: Sequence[str]) -> Sex | None:
    """Return the sex that the words of a name tell by their first; None where they tell none.

    Alone, only a name of the gazetteer counts: most others are surnames, too.
    """
    first = name[0].casefold()
    for section, sex in _SEX.items():
        if in_section(section, first):
            return sex
    if len(name) > 1:
        return next((sex for sex, names in _table().items() if first in names), None)
    return None
