"""For people and for tools that read `path:line:column: message`: a finding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.report.cells import visible
from lintnews.report.paint import BOLD, BY_SEVERITY, paint
from lintnews.report.places import record_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas


class Concise:
    """The format `concise`."""

    def __init__(self, canvas: Canvas) -> None:
        self._colour = canvas.colour

    def file(self, checked: Checked) -> str:
        """Return the file's findings, one on each line."""
        lines = (as_line(checked, finding, colour=self._colour) for finding in checked.findings)
        return "".join(f"{line}\n" for line in lines)

    def close(self, problems: Sequence[Problem]) -> str:  # noqa: ARG002 - they are told apart from the report
        """Return nothing: the summary is no part of the report."""
        return ""


def as_line(checked: Checked, finding: Finding, *, colour: bool = False) -> str:
    """Return a finding as one line of print, without its line end."""
    line, column = checked.source.position(finding.span.start)
    place = paint(f"{visible(checked.path)}:{line}:{column}:", BOLD, wanted=colour)
    rule = finding.rule
    what = paint(f"{rule.code} {rule.severity.value}:", BY_SEVERITY[rule.severity], wanted=colour)
    return f"{place} {what} {record_label(checked.source)}{visible(finding.message)}"
