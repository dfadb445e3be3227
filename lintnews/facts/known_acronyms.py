"""Acronyms that everybody knows (`data/acronyms.txt`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOREIGN = "foreign"


@cache
def _table() -> dict[str, str]:
    """Return the expansion by acronym, empty for those that keep the letters of another language."""
    table: dict[str, str] = {}
    text = (Path(__file__).parents[1] / "data" / "acronyms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, _, rest = line.partition(": ")
            table.update(dict.fromkeys(rest.split(), "") if head == _FOREIGN else {head: rest})
    return table


def is_known_foreign(letters: str) -> bool:
    """Whether the acronym is known by letters that English words do not spell: MSF, FARC."""
    return _table().get(letters) == ""


def known_expansion(letters: str) -> str | None:
    """Return what a well-known acronym stands for, None where the table has it not or not in English."""
    return _table().get(letters) or None


def is_well_known(letters: str) -> bool:
    """Whether an article need not explain the acronym."""
    return letters in _table()
