"""Places where the same words come again at once: "the the", "of the of the", a clause over and over."""

from __future__ import annotations

from itertools import compress, count
from operator import and_, eq
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Tokens of the longest copy looked for: a long sentence.
_MAX_PERIOD = 60
_ONCE = ord("0")
_TWICE_THREE = b"1" * 6


class Run(NamedTuple):
    """Tokens `start` to `end` (exclusive) repeat their first `period`; the last copy may be cut short."""

    start: int
    end: int
    period: int

    @property
    def copies(self) -> int:
        """Whole copies, two at least."""
        return (self.end - self.start) // self.period


def suspects(folds: Sequence[str], by_fold: Mapping[str, Sequence[int]]) -> list[int]:
    """Return places in `folds` of which every run that `repeated_runs` finds holds one, in order.

    `by_fold` are the places of each word.
    """
    one, two = folds[1:], folds[2:]
    found = list(compress(count(), map(eq, folds, one)))
    apart = list(map(eq, folds, two))
    found += compress(count(), map(and_, apart, apart[1:]))
    # Longer copies hold no word that stands but once in the article.
    again = bytearray(b"1") * len(folds)
    for places in by_fold.values():
        if len(places) == 1:
            again[places[0]] = _ONCE
    place = again.find(_TWICE_THREE)
    while place >= 0:
        end = again.find(b"0", place)
        end = end if end >= 0 else len(folds)
        if _has_three_again(folds[place:end]):
            found += range(place, end)
        place = again.find(_TWICE_THREE, end)
    return sorted(found)


def _has_three_again(folds: Sequence[str]) -> bool:
    threes = list(zip(folds, folds[1:], folds[2:], strict=False))
    return len(set(threes)) < len(threes)


def repeated_runs(folds: Sequence[str], indices: range) -> Iterator[Run]:
    """Yield the runs of two or more copies within `indices` of `folds`, in order; linear in their number.

    A copy of three tokens or more is found by the last place of its three tokens, shorter ones by comparison.
    """
    last: dict[tuple[str, str, str], int] = {}
    before, one, two = "", "", ""  # the three tokens before this one
    first, done = indices.start, indices.start
    for index in indices:
        fold = folds[index]
        period = 0
        if fold == two and index > first:
            period = 1
        elif fold == one and two == before and index - first >= 3:
            period = 2
        elif index - first >= 2:
            place = (one, two, fold)
            earlier = last.get(place, -1)
            last[place] = index
            if earlier >= 0 and index - earlier <= _MAX_PERIOD:
                period = index - earlier
        before, one, two = one, two, fold
        if period and index >= done:
            run = _extended(folds, indices, index, period)
            if run.copies >= 2:
                done = run.end
                yield run


def _extended(folds: Sequence[str], indices: range, index: int, period: int) -> Run:
    """Follow the repetition that `index` continues as far as it goes to both sides."""
    start = index
    while start - period > indices.start and folds[start - 1] == folds[start - 1 - period]:
        start -= 1
    end = index + 1
    while end < indices.stop and folds[end] == folds[end - period]:
        end += 1
    return Run(start - period, end, period)
