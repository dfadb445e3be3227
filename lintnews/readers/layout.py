"""The blocks of a plain-text article, told by blank lines, length, case and end marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.article import Block, BlockKind
from lintnews.span import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DATELINE = re.compile(
    r"[A-Z][A-Z’'. -]{2,30}(?:, [A-Z][\w.’ -]{2,30})?(?: ?\((?:[A-Z][\w .-]{1,20})\))?"
    r"(?:, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}(?:, \d{4})?)?(?: ?\([A-Z][\w .-]{1,20}\))?"
    r" ?(?:[–—]|--?) (?=\S)"
)
_CREDIT = re.compile(
    r"\((?:(?:Additional |Further )?[Rr]eporting|Writing|Editing|Edited|Compiled|Written|Translated)\b[^()]*\)\s*$"
)
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+| and| AND|,){1,8}")
_LIST_MARK = re.compile(r"(?:[-*•‣–]|\d{1,2}[.)])\s+\S")
_STOP = re.compile(r"[.!?…:;,][\"'”’)\]»]*$")
_MAX_HEADING_WORDS = 20


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of an article in order; blanks at their edges are left out."""
    lines = [Span(m.start() + len(m.group()) - len(m.group().lstrip()), m.start() + len(m.group().rstrip()))
             for m in _LINE.finditer(text)]
    seen_prose = False
    for index, line in enumerate(lines):
        kind = _kind(line.of(text), index, len(lines), seen_prose=seen_prose)
        seen_prose = seen_prose or kind is BlockKind.PARAGRAPH
        if kind is not BlockKind.PARAGRAPH:
            yield Block(kind, line)
            continue
        yield from _paragraph(text, line)


def _kind(line: str, index: int, count: int, *, seen_prose: bool) -> BlockKind:
    if _CREDIT.match(line):
        return BlockKind.CREDIT
    if _BYLINE.fullmatch(line) and not seen_prose:
        return BlockKind.BYLINE
    if _LIST_MARK.match(line):
        return BlockKind.LIST_ITEM
    words = line.split()
    if count > 1 and len(words) <= _MAX_HEADING_WORDS and not _STOP.search(line) and not _DATELINE.match(line):
        if index == 0:
            return BlockKind.HEADLINE
        if len(words) <= 10 and seen_prose and index < count - 1:
            return BlockKind.CROSS_HEADING
    return BlockKind.PARAGRAPH


def _paragraph(text: str, line: Span) -> Iterator[Block]:
    start, end = line
    dateline = _DATELINE.match(text, start, end)
    if dateline:
        yield Block(BlockKind.DATELINE, Span(start, start + len(dateline.group().rstrip())), run_in=True)
        start = dateline.end()
    credit = _CREDIT.search(text, start, end)
    if not credit or credit.start() == start:
        yield Block(BlockKind.PARAGRAPH, Span(start, end))
        return
    yield Block(BlockKind.PARAGRAPH, Span(start, start + len(text[start : credit.start()].rstrip())))
    yield Block(BlockKind.CREDIT, Span(credit.start(), end), run_in=True)
