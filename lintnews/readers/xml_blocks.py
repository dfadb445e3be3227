"""From the elements of an XML file to units, by a table of what each element of its format is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import Unit
from lintnews.readers.html_blocks import escape_in
from lintnews.readers.xml_events import End, Start, Text
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.offsets import Escape
    from lintnews.readers.assembly import Piece

#: What elements that news formats have from HTML are.
HTML_BLOCKS: Mapping[str, BlockKind | None] = {
    "p": None,
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.CROSS_HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption"), BlockKind.CAPTION),
}
_BREAKS = frozenset({"br", "hr"})


class Table(NamedTuple):
    """What the elements of a format are.

    Attributes:
        blocks: elements whose text is a unit; text outside them is none.
        left_out: elements that are not looked into.
    """

    blocks: Mapping[str, BlockKind | None]
    left_out: frozenset[str] = frozenset()


class Block(NamedTuple):
    """A unit, the element it is from, and those around that element, outermost first."""

    unit: Unit
    element: str
    around: tuple[str, ...]


def escape_of(texts: Iterable[Text], encoding: str) -> Escape:
    """Return what writes text into these stretches, which are CDATA or not."""
    kinds = {text.cdata for text in texts if text.piece.text.strip()}
    if kinds == {True}:
        return _in_cdata
    return (lambda _: None) if len(kinds) > 1 else escape_in(encoding)


def _in_cdata(text: str) -> str | None:
    return None if "]]>" in text else text


def blocks_of(events: Iterable[Start | End | Text], table: Table, encoding: str) -> list[Block]:
    """Return the blocks of an XML file in order."""
    collector = _Collector(table, encoding)
    for event in events:
        collector.take(event)
    return collector.blocks


class _Collector:
    def __init__(self, table: Table, encoding: str) -> None:
        self.blocks: list[Block] = []
        self._table, self._encoding = table, encoding
        self._stack: list[str] = []
        # Of each open element, the innermost block around it.
        self._block: list[str | None] = [None]
        self._left_out = 0
        self._texts: list[Text] = []

    def take(self, event: Start | End | Text) -> None:
        if isinstance(event, Text):
            if self._block[-1] is not None and not self._left_out:
                self._texts.append(event)
            return
        is_block = event.name in self._table.blocks
        if is_block or event.name in _BREAKS:
            self._flush()
        if isinstance(event, Start):
            self._stack.append(event.name)
            self._block.append(event.name if is_block else self._block[-1])
            self._left_out += event.name in self._table.left_out
        else:
            self._stack.pop()
            self._block.pop()
            self._left_out -= event.name in self._table.left_out

    def _flush(self) -> None:
        texts, self._texts = self._texts, []
        element = self._block[-1]
        if element is None or not any(text.piece.text.strip() for text in texts):
            return
        pieces: tuple[Piece, ...] = tuple(text.piece for text in texts)
        unit = Unit(pieces, self._kind(element), escape_of(texts, self._encoding))
        self.blocks.append(Block(unit, element, tuple(self._stack[-_NEAR:])))

    def _kind(self, element: str) -> BlockKind | None:
        """Return what the element is; a paragraph in a list item or a caption is what that is."""
        kind = self._table.blocks[element]
        if element == "p":
            for name in reversed(self._stack[-_NEAR:]):
                if name in ("li", "dd", "caption", "figcaption", "media-caption"):
                    return self._table.blocks.get(name)
        return kind


# Elements around a block that are looked at.
_NEAR = 24
