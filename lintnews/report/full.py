"""For people: each finding with the line it stands on, its mark, its repair, and the places that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.fixes import Level, applicable
from lintnews.report.cells import columns, visible
from lintnews.report.excerpt import excerpt
from lintnews.report.paint import BLUE, BOLD, BY_SEVERITY, GREEN, paint
from lintnews.report.places import record_label
from lintnews.report.repair import help_lines
from lintnews.report.tally import FIXABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas
    from lintnews.source import Source
    from lintnews.span import Span

_NARROWEST = 40


class Full:
    """The format `full`."""

    def __init__(self, canvas: Canvas) -> None:
        self._width = max(_NARROWEST, canvas.width)
        self._colour = canvas.colour

    def file(self, checked: Checked) -> str:
        """Return the file's findings, a blank line after each."""
        return "".join("\n".join(self._finding(checked, finding)) + "\n\n" for finding in checked.findings)

    def close(self, problems: Sequence[Problem]) -> str:  # noqa: ARG002 - they are told apart from the report
        """Return nothing: the summary is no part of the report."""
        return ""

    def _finding(self, checked: Checked, finding: Finding) -> Iterator[str]:
        source, colour = checked.source, BY_SEVERITY[finding.rule.severity]
        yield from self._header(checked, finding)
        spans = [finding.span, *(related.span for related in finding.related)]
        gutter = max(4, *(len(str(source.position(span.start).line)) for span in spans), 0) + 1
        yield from self._place(source, finding.span, gutter, "^", colour, "")
        lead = paint(" " * gutter + " = ", BLUE, wanted=self._colour)
        for line in help_lines(source, finding):
            first, *more = _fold(line, self._width - gutter - 3, "")
            label, colon, rest = first.partition(":")
            yield lead + paint(label + colon, GREEN, wanted=self._colour) + rest
            yield from (" " * (gutter + 3) + following for following in more)
        for related in finding.related:
            yield from self._place(source, related.span, gutter, "-", BLUE, visible(related.message))

    def _header(self, checked: Checked, finding: Finding) -> Iterator[str]:
        line, column = checked.source.position(finding.span.start)
        place = f"{visible(checked.path)}:{line}:{column}:"
        mark = f" {FIXABLE}" if applicable(checked.source.text, finding, Level.SAFE) else ""
        what = f"{finding.rule.code}{mark} {finding.rule.severity.value}:"
        said = record_label(checked.source) + visible(finding.message)
        lines = _fold(f"{place} {what} {said}", self._width, "    ")
        prefix = f"{place} {what}"
        if lines[0].startswith(prefix):
            painted = f"{paint(place, BOLD, wanted=self._colour)} " + paint(
                what, BY_SEVERITY[finding.rule.severity], wanted=self._colour
            )
            lines[0] = painted + lines[0][len(prefix) :]
        yield from lines

    def _place(
        self, source: Source, span: Span, gutter: int, mark: str, colour: str, message: str
    ) -> Iterator[str]:
        shown = excerpt(source, span, self._width - gutter - 3)
        bar, blank = f"{shown.line:>{gutter}} | ", " " * gutter + " | "
        yield (
            paint(bar, BLUE, wanted=self._colour)
            + shown.before
            + paint(shown.marked, colour, wanted=self._colour)
            + shown.after
        )
        if shown.last_line:
            message = f"(to line {shown.last_line}) {message}".rstrip()
        marks = " " * shown.indent + mark * shown.extent
        drawn = paint(blank, BLUE, wanted=self._colour) + " " * shown.indent
        drawn += paint(mark * shown.extent, colour, wanted=self._colour)
        if not message:
            yield drawn
        elif len(blank) + columns(marks) + 1 + columns(message) <= self._width:
            yield f"{drawn} {message}"
        else:
            yield drawn
            lead = paint(blank, BLUE, wanted=self._colour)
            yield from (lead + folded for folded in _fold(message, self._width - len(blank), ""))


def _fold(text: str, width: int, indent: str) -> list[str]:
    import textwrap  # noqa: PLC0415 - most runs find nothing to wrap

    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]
