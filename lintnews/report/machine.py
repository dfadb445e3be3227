"""For programs: JSON in one piece, and JSON lines. The shape is stable; docs/json.md describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lintnews.pivot import likely_pivot
from lintnews.report.indented import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas
    from lintnews.source import Source

#: Of the JSON's shape: raised when a key changes its meaning or goes away.
VERSION = 1


def as_dict(finding: Finding, source: Source) -> dict[str, Any]:
    """Return a finding as JSON shows it: offsets in characters of the file, lines and columns from 1."""
    rule, span = finding.rule, finding.span
    start, end = source.position(span.start), source.position(span.end)
    return {
        "path": source.path,
        "rule": rule.code,
        "name": rule.name,
        "family": rule.family,
        "mqm": rule.mqm,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "message": finding.message,
        "start": source.in_file(span.start),
        "end": source.in_file(span.end),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": span.of(source.text),
        "fixes": [
            {
                "edits": [
                    {
                        "start": source.in_file(edit.span.start),
                        "end": source.in_file(edit.span.end),
                        "text": edit.text,
                    }
                    for edit in fix.edits
                ],
                "applicability": fix.applicability.value,
                "message": fix.message,
            }
            for fix in finding.fixes
        ],
        "related": [
            {
                "start": source.in_file(related.span.start),
                "end": source.in_file(related.span.end),
                **source.position(related.span.start)._asdict(),
                "text": related.span.of(source.text),
                "message": related.message,
            }
            for related in finding.related
        ],
        "reference": finding.reference._asdict() if finding.reference else None,
        **({"record": source.record.number} if source.record else {}),
    }


class Json:
    """The format `json`: one object for the whole run."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._files = 0
        self._last = ""
        self._findings: list[dict[str, Any]] = []
        self._pivots: list[dict[str, Any]] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        self._files += not checked.source.record or checked.path != self._last
        self._last = checked.path
        self._findings += [as_dict(finding, checked.source) for finding in checked.findings]
        pivot = likely_pivot(checked.findings)
        if pivot:
            evidence = dict(pivot.evidence)
            self._pivots.append({"path": checked.path, "language": pivot.language, "evidence": evidence})
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the object."""
        errors = [{"path": problem.path, "message": problem.message} for problem in problems]
        run = {
            "version": VERSION,
            "files": self._files,
            "findings": self._findings,
            "errors": errors,
            "pivots": self._pivots,
        }
        return dumps(run) + "\n"


class JsonLines:
    """The format `jsonl`: an object per finding, each on its line, as soon as its file is done."""

    def __init__(self, canvas: Canvas) -> None:
        pass

    def file(self, checked: Checked) -> str:
        """Return the file's findings."""
        return "".join(
            json.dumps(as_dict(finding, checked.source), ensure_ascii=False) + "\n"
            for finding in checked.findings
        )

    def close(self, problems: Sequence[Problem]) -> str:  # noqa: ARG002 - they have no place among findings
        """Return nothing."""
        return ""
