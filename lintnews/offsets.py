"""The way from an article's text back to the file that it was read from."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.frozen import Frozen
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stretch(NamedTuple):
    """`length` characters of the article, from `article`, and what they are in the file, from `source`.

    `extent` counts the characters of the file where the two do not run alike: an entity (`&amp;`), an escape
    of JSON, blanks that count as one. Such a stretch is only ever taken as a whole.
    """

    article: int
    source: int
    length: int
    extent: int | None = None

    @property
    def source_end(self) -> int:
        """The end in the file."""
        return self.source + (self.length if self.extent is None else self.extent)


#: Writes text as the format asks for it at a place (`&` as `&amp;`), None where it cannot stand there.
Escape = Callable[[str], str | None]


class Region(NamedTuple):
    """From `start` (an offset of the article) to the next region, fixes are written with `escape`."""

    start: int
    escape: Escape


class OffsetMap(Frozen):
    r"""Places of the article's text in the file it was read from.

    `stretches` are ascending in the article; in the file they may come in another order (a headline that
    stands after the body). An empty map is the identity. What lies between two stretches was left out by the
    reader (`\r` before `\n`, markup) or stands in the article alone (the line ends between blocks).
    `regions` say how text is written where it must be escaped; without any it is written as it is.
    """

    stretches: tuple[Stretch, ...] = ()
    regions: tuple[Region, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.article for stretch in self.stretches]

    @cached_property
    def _in_order(self) -> bool:
        return all(a.source_end <= b.source for a, b in itertools.pairwise(self.stretches))

    @cached_property
    def _region_starts(self) -> list[int]:
        return [region.start for region in self.regions]

    def _index(self, offset: int) -> int:
        """Index of the last stretch that begins at or before `offset`."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def _start(self, offset: int) -> int:
        """Where in the file the character at `offset` begins, between two stretches the later of them."""
        index = self._index(offset)
        stretch = self.stretches[index]
        if offset >= stretch.article + stretch.length and index + 1 < len(self.stretches):
            stretch = self.stretches[index + 1]
        into = max(0, offset - stretch.article)
        if stretch.extent is None:
            return stretch.source + min(into, stretch.length)
        return stretch.source if into < stretch.length else stretch.source_end

    def _end(self, offset: int) -> int:
        """Where in the file the character before `offset` ends, between two stretches the earlier of them."""
        stretch = self.stretches[self._index(offset - 1)]
        if stretch.extent is None:
            return stretch.source + max(0, min(offset - stretch.article, stretch.length))
        return stretch.source_end

    def _holds(self, offset: int) -> bool:
        """Whether the character at `offset` stands in the file, too."""
        stretch = self.stretches[self._index(offset)]
        return stretch.article <= offset < stretch.article + stretch.length

    def _insertion(self, offset: int) -> int:
        """Where to insert at the start of a block."""
        return self._start(offset) if offset else self.stretches[0].source

    def to_source(self, span: Span) -> Span:
        r"""Return the smallest span of the file that holds the characters of `span`.

        An empty one stands right after the character before it, so never between `\r` and `\n`.
        """
        if not self.stretches:
            return span
        if span.length == 0:
            place = self._end(span.start) if self._holds(span.start - 1) else self._insertion(span.start)
            return Span(place, place)
        start, end = self._start(span.start), self._end(span.end)
        if not self._in_order:
            inner = self.stretches[self._index(span.start) + 1 : self._index(span.end - 1)]
            ends = (self._start(span.end - 1), self._end(span.start + 1))
            start = min(start, *ends, *(stretch.source for stretch in inner))
            end = max(end, *ends, *(stretch.source_end for stretch in inner))
        return Span(start, max(start, end))

    def edit(self, span: Span, text: str, source: str) -> tuple[Span, str] | None:
        """Return what to replace in the file, and by what, so that the article's `span` becomes `text`.

        `source` is the text of the file. None where that would break markup, or take more out than `span`.
        """
        place = self.to_source(span)
        if self.stretches and not self._is_whole(span, source):
            return None
        if not self.regions:
            return place, text
        # A whole span lies within one region, as it crosses no end of a block.
        region = max(0, bisect.bisect_right(self._region_starts, span.start) - 1)
        written = self.regions[region].escape(text)
        return None if written is None else (place, written)

    def _is_whole(self, span: Span, source: str) -> bool:
        """Whether `span` runs in the file as it does in the article, up to blanks, and cuts nothing apart."""
        # An insertion hangs on the character before it, where that is one of the file.
        first = span.start - (not span.length and self._holds(span.start - 1))
        before = self.stretches[self._index(first)]
        if not self._holds(first) or _cuts(before, span):
            return False
        for index in range(self._index(first) + 1, len(self.stretches)):
            stretch = self.stretches[index]
            if stretch.article >= span.end:
                break
            joined = before.article + before.length == stretch.article
            if not joined or source[before.source_end : stretch.source].strip() or _cuts(stretch, span):
                return False
            before = stretch
        return span.end <= before.article + before.length

    def moved(self, by: int, length: int) -> OffsetMap:
        """Return the map of a text, `length` characters long, that stands `by` further on in the file."""
        stretches = self.stretches or (Stretch(0, 0, length),)
        return OffsetMap(tuple(s._replace(source=s.source + by) for s in stretches), self.regions)

    def within(self, span: Span) -> Iterator[Stretch]:
        """Yield the stretches of `span`, cut to it where they run alike in both texts."""
        if not self.stretches:
            yield Stretch(span.start, span.start, span.length)
            return
        for index in range(self._index(span.start), len(self.stretches)):
            stretch = self.stretches[index]
            if stretch.article >= span.end:
                return
            start = max(span.start, stretch.article)
            length = min(span.end, stretch.article + stretch.length) - start
            if length > 0 and stretch.extent is None:
                yield Stretch(start, stretch.source + start - stretch.article, length)
            elif length > 0:
                yield Stretch(start, stretch.source, length, stretch.extent)

    def to_article(self, span: Span) -> Span:
        """Return the characters of the article that the characters of `span` in the file became."""
        return Span(self._back(span.start), self._back(span.end))

    @cached_property
    def _by_source(self) -> list[Stretch]:
        return sorted(self.stretches, key=lambda stretch: stretch.source)

    def _back(self, offset: int) -> int:
        if not self.stretches:
            return offset
        index = bisect.bisect_right(self._by_source, offset, key=lambda stretch: stretch.source)
        stretch = self._by_source[max(0, index - 1)]
        into = max(0, offset - stretch.source)
        if stretch.extent is not None:
            return stretch.article + (stretch.length if into >= stretch.extent else 0)
        return stretch.article + min(into, stretch.length)


def _cuts(stretch: Stretch, span: Span) -> bool:
    """Whether `span` begins or ends within what can only be taken as a whole."""
    end = stretch.article + stretch.length
    within = stretch.article < span.start < end or stretch.article < span.end < end
    return within and stretch.extent is not None
