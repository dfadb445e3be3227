"""Phrases that deny what may follow in them, by `rules/lexicon/denials.yaml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lintnews.facts.lexicon import read_lexicon
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Phrase = tuple[str, ...]


class Denial(NamedTuple):
    """One way of calling somebody or something, and what it excludes.

    Attributes:
        words: the words that it is called by, case-folded.
        links: by their first word, what leads on from there, longest first.
        excluded: by their first word, what cannot follow, longest first.
    """

    words: Phrase
    links: dict[str, tuple[Phrase, ...]]
    excluded: dict[str, tuple[Phrase, ...]]


@cache
def denials() -> dict[str, tuple[Denial, ...]]:
    """Return the denials by the first of their words."""
    found: dict[str, list[Denial]] = {}
    for row in read_lexicon("denials")["phrases"]:
        called, links, excluded = (list(_phrases(field)) for field in row.split(" / "))
        for words in called:
            found.setdefault(words[0], []).append(Denial(words, _by_first(links), _by_first(excluded)))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def regions() -> dict[str, frozenset[str]]:
    """Return the countries of each region, both case-folded."""
    rows = (row.split(" / ") for row in read_lexicon("denials")["regions"])
    return {region: frozenset(countries.split(", ")) for region, countries in rows}


@cache
def countries() -> frozenset[str]:
    """Return every country whose regions are known."""
    return frozenset().union(*regions().values())


def _phrases(field: str) -> Iterator[Phrase]:
    for phrase in field.split(", "):
        yield tuple(phrase.split())


def _by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}
