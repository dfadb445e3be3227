"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from lintnews.fingerprint import identities
from lintnews.report.paths import RepositoryPaths
from lintnews.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.report import Canvas

# As MQM weighs them: critical, major, minor.
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}


class Gitlab:
    """The format `gitlab`."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._paths = RepositoryPaths()
        self._issues: list[dict[str, Any]] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        path, source = self._paths(checked.path), checked.source
        known = identities(checked.findings, source.text)
        for finding, identity in zip(checked.findings, known, strict=True):
            positions = {
                "begin": source.position(finding.span.start)._asdict(),
                "end": source.position(finding.span.end)._asdict(),
            }
            rule = finding.rule
            # GitLab does not show check_name.
            description = f"{rule.code}: {finding.message}"
            severity = _SEVERITIES[rule.severity]
            self._issues.append(
                _issue(description, rule.code, severity, path, identity.digest, {"positions": positions})
            )
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the report."""
        for problem in problems:
            path, message = self._paths(problem.path), problem.message
            self._issues.append(
                _issue(message, "not-checked", "blocker", path, message, {"lines": {"begin": 1}})
            )
        return json.dumps(self._issues, ensure_ascii=False) + "\n"


def _issue(
    description: str, check: str, severity: str, path: str, known_by: str, place: dict[str, Any]
) -> dict[str, Any]:
    # GitLab drops an issue whose fingerprint another one has, in whatever file.
    digest = hashlib.sha256(f"{path}\0{check}\0{known_by}".encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "description": description,
        "check_name": check,
        "fingerprint": digest[:32],
        "severity": severity,
        "location": {"path": path, **place},
    }
