"""The part of a line that shows a place, cut to the terminal's width, and where the place is in it.

A paragraph of news is one long line: what is shown is a window of it, cut between words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple
from lintnews.report.cells import columns, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.source import Source
    from lintnews.span import Span

_CUT = "…"
# How many characters a cut may move to come to the end of a word.
_LONGEST_STEP = 18
# How many characters are looked at on either side, in window widths: most take a column, combining ones none.
_REACH = 4
# The share of a marked stretch too long for the window that is shown of its beginning.
_HEAD_SHARE = 0.6


class Excerpt(NamedTuple):
    """A line of print with a place in it.

    Attributes:
        line: its number in the file, from 1.
        before, marked, after: printable text; together they are the line.
        last_line: the line on which the place ends, where that is a later one than `line`.
    """

    line: int
    before: str
    marked: str
    after: str
    last_line: int | None = None

    @property
    def indent(self) -> int:
        """Columns before the mark."""
        return columns(self.before)

    @property
    def extent(self) -> int:
        """Columns of the mark, at least one."""
        return max(1, columns(self.marked))


def excerpt(source: Source, span: Span, width: int) -> Excerpt:
    """Cut a window of at most `width` columns around `span` out of the line on which it begins."""
    line, column = source.position(span.start)
    text = source.line_text(line)
    start = min(column - 1, len(text))
    end = min(start + span.length, len(text))
    # A paragraph may be long and full of findings: only the surroundings of each are looked at.
    first, stop = max(0, start - _REACH * width), min(len(text), end + _REACH * width)
    printed = [printable(char) for char in text[first:stop]]
    if first:
        printed[0] = _CUT
    if stop < len(text):
        printed[-1] = _CUT
    start, end = start - first, end - first
    last = source.position(max(span.start, span.end - 1)).line
    last_line = last if last > line else None
    before, marked, after = _window(printed, start, end, width)
    return Excerpt(line, before, marked, after, last_line)


def _window(printed: Sequence[str], start: int, end: int, width: int) -> tuple[str, str, str]:
    before, marked, after = "".join(printed[:start]), "".join(printed[start:end]), "".join(printed[end:])
    widths = columns(before), columns(marked), columns(after)
    if sum(widths) <= width:
        return before, marked, after
    room = width - widths[1] - 2 * len(_CUT)
    if room < 0:
        return (
            _CUT if start else "",
            _middle_cut(printed[start:end], width - 2 * len(_CUT)),
            _CUT if after else "",
        )
    # What one side does not need the other may have.
    left = min(widths[0], max(room // 2, room - widths[2]))
    right = min(widths[2], room - left)
    first = _fitting(printed[:start][::-1], left)
    last = _fitting(printed[end:], right)
    return _cut_before(printed, start, first), marked, _cut_after(printed, end, last)


def _fitting(printed: Sequence[str], width: int) -> int:
    """How many of the characters fit into `width` columns."""
    for count, char in enumerate(printed):
        width -= columns(char)
        if width < 0:
            return count
    return len(printed)


def _cut_before(printed: Sequence[str], start: int, count: int) -> str:
    first = start - count
    if first <= 0:
        return "".join(printed[:start])
    at = next((i for i in range(first, min(start, first + _LONGEST_STEP)) if printed[i - 1] == " "), first)
    return _CUT + "".join(printed[at:start])


def _cut_after(printed: Sequence[str], end: int, count: int) -> str:
    last = end + count
    if last >= len(printed):
        return "".join(printed[end:])
    at = next((i for i in range(last, max(end, last - _LONGEST_STEP), -1) if printed[i] == " "), last)
    return "".join(printed[end:at]) + _CUT


def _middle_cut(printed: Sequence[str], width: int) -> str:
    if columns("".join(printed)) <= width:
        return "".join(printed)
    head = _fitting(printed, int(width * _HEAD_SHARE))
    tail = _fitting(printed[::-1], width - int(width * _HEAD_SHARE) - len(_CUT))
    return "".join(printed[:head]) + _CUT + "".join(printed[len(printed) - tail :])
