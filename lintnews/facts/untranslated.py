"""Places and acronyms as other languages write them, and what English has (`data/untranslated_names.txt`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lintnews.records import NamedTuple


class Untranslated(NamedTuple):
    """A name that English writes otherwise.

    Attributes:
        words: its words, as they are written.
        english: what English has.
        languages: ISO 639-1 codes of the languages that write it so.
        is_doubtful: whether it is also a surname, a club or a word.
        company: case-folded words, one of which an article about the thing has; empty for any article.
    """

    words: tuple[str, ...]
    english: str
    languages: tuple[str, ...]
    is_doubtful: bool = False
    company: frozenset[str] = frozenset()


Table = dict[str, tuple[Untranslated, ...]]


@cache
def untranslated(kind: str) -> Table:
    """Return the names of a kind, `place` or `acronym`, by their first words, case-folded."""
    found: dict[str, list[Untranslated]] = {}
    text = (Path(__file__).parents[1] / "data" / "untranslated_names.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        head, _, entries = line.partition(": ")
        if head == kind:
            for entry in filter(None, entries.split("; ")):
                name = _entry(entry)
                found.setdefault(name.words[0].casefold(), []).append(name)
    return {first: tuple(sorted(names, key=_longest_first)) for first, names in found.items()}


def _longest_first(name: Untranslated) -> int:
    return -len(name.words)


def _entry(entry: str) -> Untranslated:
    name, _, company = entry.partition(" : ")
    form, _, english = name.partition("=")
    english, _, languages = english.strip().partition(" ")
    return Untranslated(
        tuple(form.split("_")),
        english.replace("_", " "),
        tuple(languages.rstrip("?").split(",")),
        languages.endswith("?"),
        frozenset(company.casefold().split()),
    )
