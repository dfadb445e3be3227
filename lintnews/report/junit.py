"""JUnit's XML, as Jenkins and others read it: a suite for each file, a failed case for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple
from lintnews.report.concise import as_line
from lintnews.report.repair import help_lines
from lintnews.report.xml import HEAD, attributes, content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas


class _Suite(NamedTuple):
    name: str
    cases: tuple[str, ...]
    failures: int = 0
    errors: int = 0

    def __str__(self) -> str:
        counts = attributes(
            name=self.name, tests=len(self.cases), failures=self.failures, errors=self.errors, time=0
        )
        return f"<testsuite{counts}>\n{''.join(self.cases)}</testsuite>\n"


class Junit:
    """The format `junit`. A file without findings is a case that passed."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._suites: list[_Suite] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        failed = tuple(_failed(checked, finding) for finding in checked.findings)
        passed = _case("no findings", checked.path, "")
        self._suites.append(_Suite(checked.path, failed or (passed,), failures=len(failed)))
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the document; what could not be done is an error, as a test that crashed is."""
        suites = list(self._suites)
        for problem in problems:
            error = f"<error{attributes(message=problem.message, type='lintnews')}/>"
            suites.append(_Suite(problem.path, (_case("not checked", problem.path, error),), errors=1))
        totals = attributes(
            name="lintnews",
            tests=sum(len(suite.cases) for suite in suites),
            failures=sum(suite.failures for suite in suites),
            errors=sum(suite.errors for suite in suites),
        )
        return f"{HEAD}<testsuites{totals}>\n{''.join(map(str, suites))}</testsuites>\n"


def _failed(checked: Checked, finding: Finding) -> str:
    rule, source = finding.rule, checked.source
    line, column = source.position(finding.span.start)
    lines = [as_line(checked, finding), *help_lines(source, finding)]
    lines += [
        f"line {source.position(related.span.start).line}: {related.message}" for related in finding.related
    ]
    told = attributes(message=finding.message, type=rule.severity.value)
    inside = f"<failure{told}>{content(chr(10).join(lines))}</failure>"
    return _case(f"{rule.code} {rule.name} at {line}:{column}", checked.path, inside)


def _case(name: str, path: str, inside: str) -> str:
    return f"<testcase{attributes(name=name, classname=path, time=0)}>{inside}</testcase>\n"
