"""Counts of a run for its closing line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.rule import Severity

if TYPE_CHECKING:
    from lintnews.rule import Rule
    from lintnews.run import Checked


class Tally:
    """Counts the findings of a run."""

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self._rules: dict[str, Rule] = {}
        self._counts: Counter[str] = Counter()

    def add(self, checked: Checked) -> None:
        """Count a file."""
        self.files += 1
        self.files_with_findings += bool(checked.findings)
        for finding in checked.findings:
            self._rules[finding.rule.code] = finding.rule
            self._counts[finding.rule.code] += 1

    @property
    def findings(self) -> int:
        """All findings so far."""
        return self._counts.total()

    def summary(self) -> str:
        """Say in one line what was found."""
        if not self.findings:
            return f"No findings in {_count(self.files, 'file')}"
        severities: Counter[Severity] = Counter()
        for code, count in self._counts.items():
            severities[self._rules[code].severity] += count
        kinds = ", ".join(_count(severities[kind], kind.value) for kind in Severity if severities[kind])
        found, files = _count(self.findings, "finding"), _count(self.files_with_findings, "file")
        return f"Found {found} in {files} ({kinds})"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
