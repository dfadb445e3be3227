"""Names that say what they name: given names, places, peoples, organisations (`data/gazetteer.txt`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def gazetteer() -> dict[str, frozenset[str]]:
    """Return the entries by section, case-folded; the file says what the sections are."""
    sections: dict[str, set[str]] = {}
    text = (Path(__file__).parents[1] / "data" / "gazetteer.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            section, entries = line.split(":", 1)
            sections.setdefault(section, set()).update(
                entry.replace("_", " ").casefold() for entry in entries.split()
            )
    return {section: frozenset(entries) for section, entries in sections.items()}


def in_section(section: str, name: str) -> bool:
    """Whether `name`, in any case, is an entry of `section`."""
    return name.casefold() in gazetteer()[section]
