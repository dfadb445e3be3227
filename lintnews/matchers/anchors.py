"""Anchors: the words by which a compiled phrase is found, so that it is tried only where one of them stands.

The choice is made when a pack is compiled: the rarest word of the phrase, or, where that is a common one, two
words in a row. Finding them costs a look-up per word of the article, however many phrases there are. A
possessive stands where its word does ("hold's" for "hold").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.matchers.elements import lengths, words_of
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lintnews.matchers.elements import Row

# A word more frequent than this gets its neighbour added. Zipf scale: "school" 5.3, "yesterday" 4.9.
_COMMON = 4.0
_MOST_PAIRS = 120


class Anchor(NamedTuple):
    """A word (or, with `second`, two in a row) and how many tokens lie between the phrase's start and it."""

    fold: str
    least: int
    most: int
    second: str = ""


class _Candidate(NamedTuple):
    cost: float  # expected occurrences in a billion words
    anchors: tuple[Anchor, ...]


def best_anchors(row: Row, zipf: Callable[[str], float], *, pairs: bool = True) -> tuple[Anchor, ...]:
    """Return anchors of which every match of `row` holds at least one; empty where no word is certain.

    `zipf` tells how common a word is; `pairs` allows two words in a row.
    """
    candidates = list(_singles(row, 0, 0, zipf))
    best = min(candidates, default=None)
    if pairs and (best is None or best.cost > 10**_COMMON):
        best = min((*candidates, *_pairs(row, zipf)), default=None)
    return best.anchors if best else ()


def _singles(row: Row, least: int, most: int, zipf: Callable[[str], float]) -> Iterator[_Candidate]:
    for part in row:
        folds = words_of(part)
        if folds:
            anchors = tuple(Anchor(fold, least, most) for fold in folds)
            yield _Candidate(sum(_frequency(fold, zipf) for fold in folds), anchors)
        elif isinstance(part, dict) and "a" in part and all(part["a"]):
            each = [min(_singles(inner, least, most, zipf), default=None) for inner in part["a"]]
            found = [candidate for candidate in each if candidate]
            if len(found) == len(each):
                cost = sum(candidate.cost for candidate in found)
                yield _Candidate(cost, tuple(dict.fromkeys(a for c in found for a in c.anchors)))
        one = lengths([part])
        least, most = least + one[0], most + one[1]


def _pairs(row: Row, zipf: Callable[[str], float]) -> Iterator[_Candidate]:
    least = most = 0
    parts = [part for part in row if isinstance(part, str) or not {"m", "o"} & part.keys()]
    for part, following in pairwise(parts):
        firsts = words_of(part)
        seconds = words_of(following)
        if firsts and seconds and len(firsts) * len(seconds) <= _MOST_PAIRS:
            cost = sum(_frequency(fold, zipf) for fold in firsts) * sum(
                _frequency(fold, zipf) for fold in seconds
            )
            anchors = tuple(Anchor(first, least, most, second) for first in firsts for second in seconds)
            yield _Candidate(cost / 10**9, anchors)
        one = lengths([part])
        least, most = least + one[0], most + one[1]


def _frequency(fold: str, zipf: Callable[[str], float]) -> float:
    return float(10 ** (zipf(fold) if fold[:1].isalpha() else 7.0))
