"""The Reviewdog Diagnostic Format, in one piece and as lines; columns count UTF-8 bytes.

Its shape: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lintnews.report.concise import as_line
from lintnews.report.repair import as_one
from lintnews.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas
    from lintnews.source import Source
    from lintnews.span import Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
_SOURCE = {"name": "lintnews"}


def _diagnostic(checked: Checked, finding: Finding) -> dict[str, Any]:
    source = checked.source
    edits = [as_one(fix, source.text) for fix in finding.makeable]
    return {
        "message": finding.message,
        "location": _location(checked, finding.span),
        "severity": _SEVERITIES[finding.rule.severity],
        "source": _SOURCE,
        "code": {"value": finding.rule.code},
        "suggestions": [{"range": _range(source, edit.span), "text": edit.text} for edit in edits],
        "original_output": as_line(checked, finding),
        "related_locations": [
            {"message": related.message, "location": _location(checked, related.span)}
            for related in finding.related
        ],
    }


def _not_checked(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem.message,
        "location": {"path": problem.path},
        "severity": "ERROR",
        "source": _SOURCE,
        "original_output": str(problem),
    }


def _location(checked: Checked, span: Span) -> dict[str, Any]:
    return {"path": checked.path, "range": _range(checked.source, span)}


def _range(source: Source, span: Span) -> dict[str, Any]:
    return {
        name: {"line": source.position(offset).line, "column": source.column_utf8(offset)}
        for name, offset in (("start", span.start), ("end", span.end))
    }


class RdJson:
    """The format `rdjson`."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._diagnostics: list[dict[str, Any]] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        self._diagnostics += [_diagnostic(checked, finding) for finding in checked.findings]
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the object."""
        diagnostics = self._diagnostics + [_not_checked(problem) for problem in problems]
        return json.dumps({"source": _SOURCE, "diagnostics": diagnostics}, ensure_ascii=False) + "\n"


class RdJsonLines:
    """The format `rdjsonl`: a diagnostic on each line, as soon as its file is done."""

    def __init__(self, canvas: Canvas) -> None:
        pass

    def file(self, checked: Checked) -> str:
        """Return the file's findings."""
        return _lines([_diagnostic(checked, finding) for finding in checked.findings])

    def close(self, problems: Sequence[Problem]) -> str:
        """Return what could not be done."""
        return _lines([_not_checked(problem) for problem in problems])


def _lines(diagnostics: Sequence[dict[str, Any]]) -> str:
    return "".join(json.dumps(diagnostic, ensure_ascii=False) + "\n" for diagnostic in diagnostics)
