"""Text within text: the HTML in an item of a feed, the plain text in a string of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.offsets import OffsetMap, Region, Stretch
from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, Unit, through
from lintnews.readers.wrapping import units_of
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.article import BlockKind
    from lintnews.offsets import Escape

# Tags of running text; a lone `<unk>` or `a < b` is no markup.
_TAG = lazy(r"</(?:p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|article)\s*>|<(?:p|br)\s*/?>")


class Embedded(NamedTuple):
    """A text that was decoded from a part of the file; `offsets` lead back there, `escape` writes into it."""

    text: str
    offsets: OffsetMap
    escape: Escape

    @classmethod
    def of(cls, pieces: Iterable[Piece], escape: Escape) -> Embedded:
        """Put pieces of the file together as they follow each other."""
        parts: list[str] = []
        stretches: list[Stretch] = []
        length = 0
        for piece in pieces:
            extent = None if piece.is_verbatim else piece.end - piece.start
            stretches.append(Stretch(length, piece.start, len(piece.text), extent))
            parts.append(piece.text)
            length += len(piece.text)
        offsets = OffsetMap(tuple(stretches) or (Stretch(0, 0, 0),), (Region(0, escape),))
        return cls("".join(parts), offsets, escape)

    @property
    def is_html(self) -> bool:
        """Whether it looks as if it had tags."""
        return "<" in self.text and _TAG.search(self.text.lower()) is not None

    def stories(self, encoding: str, *, as_html: bool | None = None) -> Iterator[list[Unit]]:
        """Yield the units of each story in it; as HTML where it looks like it, unless that is known."""
        if self.is_html if as_html is None else as_html:
            from lintnews.readers.html_page import stories_of  # noqa: PLC0415 - only where it is HTML

            for units in stories_of(self.text, encoding):
                yield [self._in_file(unit) for unit in units]
            return
        units = [self.unit(None, span) for span in units_of(self.text)]
        if units:
            yield units

    def unit(self, kind: BlockKind | None, span: Span | None = None) -> Unit:
        """Return a part of it, or all of it, as one unit."""
        start, end = span or Span(0, len(self.text))
        piece = Piece(self.text[start:end], start, end)
        return Unit(tuple(through([piece], self.offsets)), kind, self.escape)

    def _in_file(self, unit: Unit) -> Unit:
        inner, outer = unit.escape, self.escape

        def escape(text: str) -> str | None:
            written = inner(text)
            return None if written is None else outer(written)

        return unit._replace(pieces=tuple(through(unit.pieces, self.offsets)), escape=escape)
