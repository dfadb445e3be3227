"""Counts of a run for its closing lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.fixes import Level, count_applicable
from lintnews.rule import Severity

if TYPE_CHECKING:
    from lintnews.checked import Checked
    from lintnews.rule import Rule


#: Marks a finding that `--fix` repairs, as ruff marks it.
FIXABLE = "[*]"


class Tally:
    """Counts the findings of a run, and those that were fixed."""

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self.fixed = 0
        self._last = self._last_with_findings = ""
        self._rules: dict[str, Rule] = {}
        self._counts: Counter[str] = Counter()
        self._fixable: Counter[Level] = Counter()

    def add(self, checked: Checked) -> None:
        """Count a file, or a record of the archive that the last one was of."""
        self.files += not checked.source.record or checked.path != self._last
        self._last = checked.path
        if checked.findings:
            self.files_with_findings += not checked.source.record or checked.path != self._last_with_findings
            self._last_with_findings = checked.path
        self.fixed += len(checked.fixed)
        for level in Level if checked.findings else ():
            self._fixable[level] += count_applicable(checked.source.text, checked.findings, level)
        for finding in checked.findings:
            self._rules[finding.rule.code] = finding.rule
            self._counts[finding.rule.code] += 1

    @property
    def findings(self) -> int:
        """All findings so far."""
        return self._counts.total()

    def summary(self) -> str:
        """Say in a line what was found, and in another one what of it could be fixed, if anything."""
        return f"{self.found()}{self._offer()}"

    def summary_of_fixes(self, level: Level, *, written: bool) -> str:
        """Say in one line what was fixed up to `level` (not `written`: would be) and what is left to do."""
        more = self._fixable[Level.UNSAFE] - self._fixable[Level.SAFE] if level is Level.SAFE else 0
        if not self.fixed:
            offer = f"; {more:,} can be fixed with --unsafe-fixes" if more else ""
            return f"{self.found() if written else 'Nothing to fix'}{offer}"
        offer = f"; {more:,} more with --unsafe-fixes" if more else ""
        left = f"{self.findings:,}" if self.findings else "none"
        if not written:
            return f"Would fix {_count(self.fixed, 'finding')}, {left} would remain{offer}"
        remain = "remains" if self.findings == 1 else "remain"
        return f"Fixed {_count(self.fixed, 'finding')}, {left} {remain}{offer}"

    def _offer(self) -> str:
        safe = self._fixable[Level.SAFE]
        more = self._fixable[Level.UNSAFE] - safe
        if not safe:
            return f"\n{more:,} can be fixed with --fix --unsafe-fixes" if more else ""
        offer = f"\n{FIXABLE} {safe:,} can be fixed with --fix"
        return offer + (f", {more:,} more with --unsafe-fixes" if more else "")

    def found(self) -> str:
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
