"""Counts of a run: the closing line, and the table of `--statistics`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.pivot import Pivot, likely_pivot
from lintnews.rule import FAMILIES, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.rule import Rule
    from lintnews.run import Checked


# Languages that share a rule are many; the first few tell.
_MOST_EVIDENCE = 5


class Tally:
    """Counts the findings of a run."""

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self.words = 0
        self._rules: dict[str, Rule] = {}
        self._counts: Counter[str] = Counter()
        self._pivots: list[Pivot] = []

    def add(self, checked: Checked) -> None:
        """Count a file."""
        self.files += 1
        self.files_with_findings += bool(checked.findings)
        self.words += checked.words
        for finding in checked.findings:
            self._rules[finding.rule.code] = finding.rule
            self._counts[finding.rule.code] += 1
        pivot = likely_pivot(checked.findings)
        if pivot:
            self._pivots.append(pivot)

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

    def table(self) -> str:
        """Return the counts by rule and by family, each with its rate per 1,000 words."""
        if not self.findings:
            return ""
        families: Counter[str] = Counter()
        for code, count in self._counts.items():
            families[self._rules[code].family] += count
        by_rule = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        by_family = sorted(families.items(), key=lambda item: (-item[1], item[0]))
        return "\n".join(
            [
                f"{'count':>7}  {'per 1,000 words':>15}  rule",
                *(self._row(count, f"{code} {self._rules[code].name}") for code, count in by_rule),
                "",
                f"{'count':>7}  {'per 1,000 words':>15}  family",
                *(self._row(count, f"{family} {FAMILIES[family]}") for family, count in by_family),
                self._row(self.findings, f"all, in {_count(self.files, 'file')} of {self.words:,} words"),
                *self._pivot_rows(),
                "",
            ]
        )

    def _pivot_rows(self) -> Iterator[str]:
        """Yield the languages that files were probably translated from, each with its evidence."""
        if not self._pivots:
            return
        yield ""
        yield f"{'files':>7}  {'':>15}  likely translated from"
        for name, files in Counter(pivot.name for pivot in self._pivots).most_common():
            evidence: Counter[str] = Counter()
            for pivot in self._pivots:
                if pivot.name == name:
                    evidence.update(pivot.evidence)
            shown = ", ".join(
                f"{language} {count}" for language, count in evidence.most_common(_MOST_EVIDENCE)
            )
            yield f"{files:>7,}  {'':>15}  {name} (findings by language: {shown})"

    def _row(self, count: int, what: str) -> str:
        return f"{count:>7,}  {1000 * count / max(1, self.words):>15.2f}  {what}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
