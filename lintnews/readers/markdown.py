"""Markdown: CommonMark with tables, strikethrough and front matter."""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, Unit, assemble, headed
from lintnews.readers.front_matter import front_matter_of
from lintnews.readers.html_page import stories_of
from lintnews.readers.markdown_inline import images_of, parser, pieces_of
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from lintnews.article import Article
    from lintnews.source import Source

_LINE_END = lazy(r"\r\n|\r|\n")
_SPECIAL = lazy(r"[\\`*_\[\]<>|~]|&(?=[#\w])")
_KINDS = {
    "heading_open": BlockKind.CROSS_HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "th_open": BlockKind.TABLE_CELL,
    "td_open": BlockKind.TABLE_CELL,
}


def read_markdown(source: Source) -> Iterator[Article]:
    """Yield the article, then as another one what the front matter says about it."""
    front = front_matter_of(source.text)
    lines = _Lines(source.text, front.end)
    yield from assemble(source, headed([*front.headlines, *_units(lines, source)]))
    if front.descriptions:
        yield from assemble(source, front.descriptions)


class _Lines:
    """The lines of a file; those before `begin` are taken for empty."""

    def __init__(self, text: str, begin: int) -> None:
        ends = list(_LINE_END.finditer(text))
        self.starts = [0, *(end.end() for end in ends)]
        stops = [*(end.start() for end in ends), len(text)]
        # markdown-it does the same to NUL characters.
        self.texts = [
            "" if start < begin else text[start:stop].replace("\0", "\ufffd")
            for start, stop in zip(self.starts, stops, strict=True)
        ]

    def __str__(self) -> str:
        return "\n".join(self.texts)


class _Run(NamedTuple):
    """`length` characters of a block's content, from `content`, which stand in the file from `source` on."""

    content: int
    source: int
    length: int


def escape(text: str) -> str | None:
    """Write text so that none of it is taken for markup."""
    return None if "\n" in text else _SPECIAL.sub(r"\\\g<0>", text)


def _units(lines: _Lines, source: Source) -> Iterator[Unit]:
    kinds: list[BlockKind | None] = [None]
    cell = (-1, 0)
    for token in parser().parse(str(lines)):
        if token.nesting > 0:
            kind = _KINDS.get(token.type, kinds[-1])
            kinds.append(BlockKind.HEADLINE if token.type == "heading_open" and token.tag == "h1" else kind)
        elif token.nesting < 0:
            kinds.pop()
        elif token.type == "html_block" and token.map:
            yield from _html(token, lines, source)
        elif token.type == "inline" and token.map:
            kind = kinds[-1]
            if kind is BlockKind.TABLE_CELL:
                since = cell[1] if cell[0] == token.map[0] else 0
                runs, place = _cell(token, lines, since)
                cell = (token.map[0], place)
            elif kind is not None and kind.is_heading and token.content in lines.texts[token.map[0]]:
                runs = _heading(token, lines)
            else:
                runs = _lines_of(token, lines)
            yield from _inline(token, runs, kind)


def _inline(token: Token, runs: Sequence[_Run], kind: BlockKind | None) -> Iterator[Unit]:
    children = token.children or []
    pieces = tuple(_in_file(pieces_of(children, token.content), runs))
    yield Unit(pieces, kind, escape)
    for image, place in images_of(children):
        shifted = (
            piece._replace(start=piece.start + place, end=piece.end + place)
            for piece in pieces_of(image.children or [], image.content)
        )
        yield Unit(tuple(_in_file(shifted, runs)), BlockKind.CAPTION, escape)


def _in_file(pieces: Iterator[Piece], runs: Sequence[_Run]) -> Iterator[Piece]:
    """Lead pieces of a block's content on to the file."""
    starts = [run.content for run in runs]
    for piece in pieces:
        first = max(0, bisect.bisect_right(starts, piece.start) - 1)
        found = []
        for run in itertools.islice(runs, first, None):
            if run.content >= piece.end:
                break
            start = max(piece.start, run.content)
            length = min(piece.end, run.content + run.length) - start
            if length > 0:
                place = run.source + start - run.content
                text = piece.text[start - piece.start :][:length]
                found.append(Piece(text, place, place + length, piece.code))
        if piece.is_verbatim and "".join(part.text for part in found) == piece.text:
            yield from found
        elif found:
            yield Piece(piece.text, found[0].start, found[-1].end, piece.code)


def _lines_of(token: Token, lines: _Lines) -> list[_Run]:
    """Find each line of a block's content in its line of the file, behind the marks of lists and quotes."""
    runs, place = [], 0
    for number, content in enumerate(token.content.split("\n"), token.map[0] if token.map else 0):
        shown = content.strip()
        found = lines.texts[number].rfind(shown) if number < len(lines.texts) else -1
        if shown and found >= 0:
            at = place + content.index(shown)
            runs.append(_Run(at, lines.starts[number] + found, len(shown)))
        # The line end, so that what stands for it has a place.
        if runs and number + 1 < len(lines.starts):
            end = lines.starts[number] + len(lines.texts[number])
            runs.append(_Run(place + len(content), end, 1))
        place += len(content) + 1
    return runs


def _heading(token: Token, lines: _Lines) -> list[_Run]:
    number = token.map[0] if token.map else 0
    line = lines.texts[number]
    found = line.find(token.content, max(0, line.find("#")))
    return [_Run(0, lines.starts[number] + max(0, found), len(token.content))]


def _cell(token: Token, lines: _Lines, since: int) -> tuple[list[_Run], int]:
    r"""Find a cell in its row from `since` on, and say where it ends; `\|` of the row is `|` in the cell."""
    number = token.map[0] if token.map else 0
    raw = token.content.replace("|", "\\|")
    found = lines.texts[number].find(raw, since)
    if found < 0:
        return [], since
    runs, content, place = [], 0, lines.starts[number] + found
    for part in token.content.split("|"):
        runs.append(_Run(content, place, len(part)))
        runs.append(_Run(content + len(part), place + len(part) + 1, 1))
        content, place = content + len(part) + 1, place + len(part) + 2
    # The last part ends the cell: what follows it is no part of the text.
    runs.pop()
    return runs, found + len(raw)


def _html(token: Token, lines: _Lines, source: Source) -> Iterator[Unit]:
    """Yield the units of a block of HTML that stands in the file as it is."""
    first, last = token.map or (0, 0)
    if lines.texts[first:last] != token.content.removesuffix("\n").split("\n"):
        return
    start = lines.starts[first]
    end = lines.starts[last - 1] + len(lines.texts[last - 1])
    for units in stories_of(source.text[start:end], source.encoding):
        for unit in units:
            pieces = tuple(p._replace(start=p.start + start, end=p.end + start) for p in unit.pieces)
            yield unit._replace(pieces=pieces)
