"""The counts of `--statistics`, by rule, family, file and likely source language: a table, and JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from lintnews.gates import penalty
from lintnews.pivot import Pivot, likely_pivot
from lintnews.records import NamedTuple
from lintnews.report.cells import visible
from lintnews.rule import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.report import Canvas
    from lintnews.rule import Rule

#: Of the JSON's shape: raised when a key changes its meaning or goes away.
VERSION = 1
# A table of every article of a year would hide the worst.
_MOST_FILES = 20
# Languages that share a rule are many; the first few tell.
_MOST_EVIDENCE = 5


class FileCount(NamedTuple):
    """The counts of one article; `penalty` is MQM's per 1,000 words."""

    path: str
    words: int
    findings: int
    penalty: float


class Language(NamedTuple):
    """A language that `files` articles were probably translated from, with what points to which language."""

    code: str
    name: str
    files: int
    evidence: Mapping[str, int]


class Counts:
    """What there is of what in a run."""

    def __init__(self) -> None:
        self.files: list[FileCount] = []
        self.rules: dict[str, Rule] = {}
        self._counts: Counter[str] = Counter()
        self._pivots: list[Pivot] = []

    def add(self, checked: Checked) -> None:
        """Count a file."""
        weighed = penalty(checked.findings, checked.words)
        self.files.append(FileCount(checked.path, checked.words, len(checked.findings), weighed))
        for finding in checked.findings:
            self.rules[finding.rule.code] = finding.rule
            self._counts[finding.rule.code] += 1
        pivot = likely_pivot(checked.findings)
        if pivot:
            self._pivots.append(pivot)

    @property
    def findings(self) -> int:
        """All findings."""
        return self._counts.total()

    @property
    def words(self) -> int:
        """All words."""
        return sum(file.words for file in self.files)

    @property
    def penalty(self) -> float:
        """MQM's penalty per 1,000 words of the whole run."""
        return sum(file.penalty * max(1, file.words) for file in self.files) / max(1, self.words)

    def by_rule(self) -> list[tuple[str, int]]:
        """Return codes with their counts, most first."""
        return _most_first(self._counts)

    def by_family(self) -> list[tuple[str, int]]:
        """Return families with their counts, most first."""
        families: Counter[str] = Counter()
        for code, count in self._counts.items():
            families[self.rules[code].family] += count
        return _most_first(families)

    def by_file(self) -> list[FileCount]:
        """Return the files that have findings, the highest penalty first."""
        return sorted(
            (file for file in self.files if file.findings), key=lambda file: (-file.penalty, file.path)
        )

    def by_language(self) -> Iterator[Language]:
        """Yield the likely source languages, that of most files first."""
        for code, files in Counter(pivot.language for pivot in self._pivots).most_common():
            pivots = [pivot for pivot in self._pivots if pivot.language == code]
            evidence: Counter[str] = Counter()
            for pivot in pivots:
                evidence.update(pivot.evidence)
            yield Language(code, pivots[0].name, files, dict(evidence.most_common()))


def _most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


class Table:
    """Statistics for people. A run without findings has none."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._counts = Counts()

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file is counted."""
        self._counts.add(checked)
        return ""

    def close(self, problems: Sequence[Problem]) -> str:  # noqa: ARG002 - they are told apart from the report
        """Return the table."""
        return "".join(f"{line}\n" for line in self._lines()) if self._counts.findings else ""

    def _lines(self) -> Iterator[str]:
        counts = self._counts
        yield _head("rule")
        for code, count in counts.by_rule():
            yield self._row(count, f"{code} {counts.rules[code].name}")
        yield ""
        yield _head("family")
        for family, count in counts.by_family():
            yield self._row(count, f"{family} {FAMILIES[family]}")
        files = f"{len(counts.files):,} file{'' if len(counts.files) == 1 else 's'}"
        all_of_them = f"all, in {files} of {counts.words:,} words: penalty {counts.penalty:.1f}"
        yield self._row(counts.findings, all_of_them)
        yield ""
        yield _head("file, by MQM penalty per 1,000 words")
        worst = counts.by_file()
        for file in worst[:_MOST_FILES]:
            rate = 1000 * file.findings / max(1, file.words)
            yield f"{file.findings:>7,}  {rate:>15.2f}  {visible(file.path)}: penalty {file.penalty:.1f}"
        if len(worst) > _MOST_FILES:
            yield f"{'':>7}  {'':>15}  and {len(worst) - _MOST_FILES:,} more (--format json has them all)"
        languages = list(counts.by_language())
        if languages:
            yield ""
            yield f"{'files':>7}  {'':>15}  likely translated from"
        for language in languages:
            first = list(language.evidence.items())[:_MOST_EVIDENCE]
            shown = ", ".join(f"{code} {count}" for code, count in first)
            yield f"{language.files:>7,}  {'':>15}  {language.name} (findings by language: {shown})"

    def _row(self, count: int, what: str) -> str:
        return f"{count:>7,}  {1000 * count / max(1, self._counts.words):>15.2f}  {what}"


def _head(what: str) -> str:
    return f"{'count':>7}  {'per 1,000 words':>15}  {what}"


class Json:
    """Statistics for programs; docs/json.md describes them."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._counts = Counts()

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file is counted."""
        self._counts.add(checked)
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the object."""
        counts = self._counts
        run: dict[str, Any] = {
            "version": VERSION,
            "files": len(counts.files),
            "words": counts.words,
            "findings": counts.findings,
            "penalty": round(counts.penalty, 2),
            "by_rule": [
                {"rule": code, "name": counts.rules[code].name, "findings": count}
                for code, count in counts.by_rule()
            ],
            "by_family": [
                {"family": family, "about": FAMILIES[family], "findings": count}
                for family, count in counts.by_family()
            ],
            "by_file": [file._asdict() | {"penalty": round(file.penalty, 2)} for file in counts.by_file()],
            "by_pivot": [
                {"language": language.code, "files": language.files, "evidence": language.evidence}
                for language in counts.by_language()
            ],
            "errors": [{"path": problem.path, "message": problem.message} for problem in problems],
        }
        return json.dumps(run, ensure_ascii=False, indent=1) + "\n"
