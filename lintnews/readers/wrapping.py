"""From the lines of a file to the lines of an article: hard-wrapped paragraphs are put together again."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = lazy(r"[^\n]*\S[^\n]*")
_STOP = lazy(r"[.!?…:;][\"'”’)\]»]*$")
LIST_MARK = lazy(r"(?:[-*•‣▪·–—]|\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))\s+(?=[\"“'‘(\[]?\w)")
# Nobody wraps narrower or wider than this, in characters.
_WIDTHS = range(30, 133)
# Of the line ends inside sentences, so many must come where the next word would not have fitted ...
_LEAST_FULL = 0.7
# ... and so many be followed by a small letter or a digit: lists and verses begin their lines with capitals.
_LEAST_RUNNING_ON = 0.2
# A line so much shorter than the width (in parts of it) was ended on purpose.
_SHORT = 0.12


class Line(NamedTuple):
    """A physical line that is not blank.

    `span` leaves its outer blanks out, `indent` counts the leading ones; `joined` says that no blank
    line stands between it and the line before.
    """

    span: Span
    indent: int
    joined: bool


def units_of(text: str) -> Iterator[Span]:
    r"""Yield the paragraphs, headings and the like of `text`, whose lines end in `\n`; none of them is blank.

    A unit is a line, or several lines where the text is wrapped at a fixed width.
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    if width is None:
        yield from (line.span for line in lines)
        return
    start = 0
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], None], strict=True)):
        if following is None or not following.joined or _ends_on_purpose(text, line, following, width):
            yield Span(lines[start].span.start, line.span.end)
            start = index + 1


def _lines(text: str) -> Iterator[Line]:
    before = None
    for match in _LINE.finditer(text):
        line = match.group()
        indent = len(line) - len(line.lstrip())
        span = Span(match.start() + indent, match.start() + len(line.rstrip()))
        yield Line(span, indent, before is not None and match.start() == before + 1)
        before = match.end()


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """Return the width in characters at which the text is wrapped, None where a line is a paragraph."""
    pairs = [(line, following) for line, following in itertools.pairwise(lines) if following.joined]
    # A line end after a stop may end a paragraph; within a sentence it can only be the wrapping's.
    inner = [pair for pair in pairs if not _ends_with_stop(text, pair[0])]
    if not inner:
        return None
    lengths = sorted(line.indent + line.span.length for pair in pairs for line in pair)
    # A long address may stick out of one line in fifty.
    width = lengths[-1 - len(lengths) // 50]
    full = sum(_room_needed(text, line, following) > width for line, following in inner)
    running_on = sum(not text[following.span.start].isupper() for _, following in inner)
    wrapped = full >= _LEAST_FULL * len(inner) and running_on >= _LEAST_RUNNING_ON * len(inner)
    return width if wrapped and width in _WIDTHS else None


def _room_needed(text: str, line: Line, following: Line) -> int:
    """Return how long `line` would be if it also held the first word of the one that follows."""
    word = text[following.span.start : following.span.end].split(None, 1)[0]
    return line.indent + line.span.length + 1 + len(word)


def _ends_on_purpose(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a paragraph ends between two neighbouring lines of a wrapped text."""
    short = _room_needed(text, line, following) <= width * (1 - _SHORT)
    listed = LIST_MARK.match(text, line.span.start, line.span.end)
    if LIST_MARK.match(text, following.span.start, following.span.end):
        # Within a sentence a dash or "25)" may come to stand at the beginning of a line.
        return bool(listed or short or _ends_with_stop(text, line))
    begins_anew = not text[following.span.start].islower()
    if following.indent > line.indent and begins_anew:
        return not listed
    return begins_anew and short


def _ends_with_stop(text: str, line: Line) -> bool:
    return _STOP.search(text, max(line.span.start, line.span.end - 8), line.span.end) is not None
