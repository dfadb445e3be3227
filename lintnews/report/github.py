"""Annotations on GitHub: workflow commands, which the runner reads from the log of a step."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple
from lintnews.report.concise import as_line
from lintnews.report.paths import RepositoryPaths
from lintnews.report.places import on_one_line
from lintnews.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas

#: GitHub shows this many annotations of each level that one step makes, and drops the rest without a word.
MOST_OF_A_LEVEL = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class _Entry(NamedTuple):
    severity: Severity
    command: str
    line: str


class Github:
    """The format `github`: heaviest first, and those that GitHub would drop as plain lines of the log."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._paths = RepositoryPaths()
        self._entries: list[_Entry] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        path = self._paths(checked.path)
        self._entries += [
            _Entry(finding.rule.severity, _annotation(path, checked, finding), as_line(checked, finding))
            for finding in checked.findings
        ]
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the annotations, then what there is no room for among them."""
        entries = [self._of(problem) for problem in problems]
        entries += sorted(self._entries, key=lambda entry: -entry.severity.weight)
        return "".join(f"{line}\n" for line in _within_limits(entries))

    def _of(self, problem: Problem) -> _Entry:
        place = command("error", problem.message, file=self._paths(problem.path), title="lintnews")
        return _Entry(Severity.ERROR, place, str(problem))


def _within_limits(entries: Sequence[_Entry]) -> Iterator[str]:
    room = Counter(dict.fromkeys(Severity, MOST_OF_A_LEVEL))
    by_severity = Counter(entry.severity for entry in entries)
    if any(by_severity[severity] > room[severity] for severity in Severity):
        # The notice that says so takes a place itself.
        room[Severity.NOTE] -= 1
    rest = []
    for entry in entries:
        if room[entry.severity]:
            room[entry.severity] -= 1
            yield entry.command
        else:
            rest.append(entry)
    if rest:
        kinds = Counter(entry.severity for entry in rest)
        counts = ", ".join(
            f"{kinds[kind]:,} {kind.value}{'' if kinds[kind] == 1 else 's'}"
            for kind in Severity
            if kinds[kind]
        )
        shown = f"{MOST_OF_A_LEVEL} annotations of a level in each step"
        text = f"{len(rest):,} more in the log and the job summary ({counts}): GitHub shows {shown}"
        yield command("notice", text, title="lintnews")
        # The runner would take `::` at the beginning of a line, and `##[` anywhere in it, for a command.
        yield from (f"- {entry.line.replace('##[', '## [')}" for entry in rest)


def _annotation(path: str, checked: Checked, finding: Finding) -> str:
    rule, source = finding.rule, checked.source
    line, column, end_column = on_one_line(source, finding.span)
    message = finding.message
    for related in finding.related:
        message += f"\nLine {source.position(related.span.start).line}: {related.message or 'see here'}"
    return command(
        _LEVELS[rule.severity],
        message,
        file=path,
        line=line,
        endLine=line,
        col=column,
        endColumn=end_column,
        title=f"{rule.code} {rule.name}",
    )


def command(level: str, message: str, **properties: str | int) -> str:
    """Return a workflow command, escaped as the runner reads it (actions/toolkit, core/src/command.ts)."""
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
