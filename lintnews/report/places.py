"""A place as servers show it: on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.source import Source
    from lintnews.span import Span


class Stretch(NamedTuple):
    """Part of one line: columns from 1 in characters, the end exclusive."""

    line: int
    column: int
    end_column: int


def on_one_line(source: Source, span: Span) -> Stretch:
    """Return the part of `span` on the first line of which it covers a character.

    GitHub shows an alert on a pull request only where all its lines are in the diff.
    """
    covered = span.of(source.text)
    start = span.start + len(covered) - len(covered.lstrip("\r\n"))
    if start == span.end:
        start = span.start
    line, column = source.position(start)
    width = max(0, len(source.line_text(line)) + 1 - column)
    return Stretch(line, column, column + min(span.end - start, width))


def record_label(source: Source) -> str:
    """Return which record of an archive a source is, to stand before a message; nothing for a file."""
    return f"record {source.record.number:,}: " if source.record else ""
