"""The lexica of `rules/lexicon`: words that exclude each other. Read when first asked for, once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.facts.inflection import irregular_forms
from lintnews.facts.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

_HOME = Path(__file__).parent.parent
# In the wheel the rules lie in the package, in a checkout beside it.
_FOLDERS = (_HOME / "rules" / "lexicon", _HOME.parent / "rules" / "lexicon")

Pairs = dict[str, frozenset[str]]


@cache
def read_lexicon(name: str) -> dict[str, tuple[str, ...]]:
    """Return by section the rows of `rules/lexicon/<name>.yaml`: items of a list, keys of a mapping.

    The lexica keep to YAML so plain (no quotation marks, nothing within a row) that they are read here line
    by line: the library for all of YAML takes longer to load than an article to lint.

    Raises:
        OSError: it is not there.
    """
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), _FOLDERS[0])
    rows: dict[str, list[str]] = {}
    section = ""
    for line in (folder / f"{name}.yaml").read_text(encoding="utf-8").splitlines():
        if line[:1].isalpha():
            section = line.removesuffix(":")
            rows[section] = []
        elif line and not line.startswith("#"):
            rows[section].append(line[2:].partition(": ")[0])
    return {name: tuple(found) for name, found in rows.items()}


def _words(side: str) -> list[str]:
    return [word.strip() for word in side.split(",")]


@cache
def opposites() -> dict[str, Pairs]:
    """Return by part of speech ("verbs", "adjectives", "nouns") the stems that each stem excludes."""
    content = read_lexicon("opposites")
    return {part: _pairs(content[part]) for part in ("verbs", "adjectives", "nouns")}


def _pairs(rows: Iterable[str]) -> Pairs:
    excluded: dict[str, set[str]] = {}
    for row in rows:
        left, right = (
            [stem(form) for word in _words(side) for form in (word, *irregular_forms(word))]
            for side in row.split(" / ")
        )
        for one in left:
            excluded.setdefault(one, set()).update(right)
        for one in right:
            excluded.setdefault(one, set()).update(left)
    return {word: frozenset(others) for word, others in excluded.items()}


@cache
def exclusive_sets() -> dict[str, frozenset[int]]:
    """Return for each stem of a set of exclusive terms the numbers of its sets."""
    numbers: dict[str, set[int]] = {}
    for number, row in enumerate(read_lexicon("opposites")["sets"]):
        for word in _words(row):
            numbers.setdefault(stem(word), set()).add(number)
    return {word: frozenset(found) for word, found in numbers.items()}


@cache
def any_opposites() -> Pairs:
    """Return for each stem of any part of speech the stems that it excludes."""
    merged: dict[str, frozenset[str]] = {}
    for pairs in opposites().values():
        for word, others in pairs.items():
            merged[word] = merged.get(word, frozenset()) | others
    return merged
