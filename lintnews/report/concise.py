"""For people and for tools that read `path:line:column: message`: a finding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.report.cells import visible
from lintnews.report.paint import BOLD, BY_SEVERITY, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.report import Canvas
    from lintnews.run import Checked, Problem


class Concise:
    """The format `concise`."""

    def __init__(self, canvas: Canvas) -> None:
        self._colour = canvas.colour

    def file(self, checked: Checked) -> str:
        """Return the file's findings, one on each line."""
        lines = []
        for finding in checked.findings:
            line, column = checked.source.position(finding.span.start)
            place = paint(f"{visible(checked.path)}:{line}:{column}:", BOLD, wanted=self._colour)
            rule = finding.rule
            what = paint(
                f"{rule.code} {rule.severity.value}:", BY_SEVERITY[rule.severity], wanted=self._colour
            )
            lines.append(f"{place} {what} {visible(finding.message)}\n")
        return "".join(lines)

    def close(self, problems: Sequence[Problem]) -> str:  # noqa: ARG002 - they are told apart from the report
        """Return nothing: the summary is no part of the report."""
        return ""
