"""Checkstyle's XML, which Jenkins, reviewdog and many others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.report.xml import HEAD, attributes
from lintnews.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.report import Canvas

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


class Checkstyle:
    """The format `checkstyle`."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._files: list[str] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        errors = []
        for finding in checked.findings:
            line, column = checked.source.position(finding.span.start)
            severity, source = _SEVERITIES[finding.rule.severity], f"lintnews.{finding.rule.code}"
            errors.append(
                attributes(
                    line=line, column=column, severity=severity, message=finding.message, source=source
                )
            )
        self._add(checked.path, errors)
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the document."""
        for problem in problems:
            self._add(
                problem.path,
                [
                    attributes(
                        line=1, severity="error", message=problem.message, source="lintnews.not-checked"
                    )
                ],
            )
        return f'{HEAD}<checkstyle version="4.3">\n{"".join(self._files)}</checkstyle>\n'

    def _add(self, path: str, errors: Sequence[str]) -> None:
        inside = "".join(f"<error{error}/>\n" for error in errors)
        self._files.append(f"<file{attributes(name=path)}>\n{inside}</file>\n")
