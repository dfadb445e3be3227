"""Markdown, for a comment, a ticket or a job's summary: a table of the findings, heaviest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.report.cells import visible
from lintnews.report.repair import help_lines
from lintnews.report.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding
    from lintnews.report import Canvas

_SPECIAL = lazy(r"[\\`*_\[\]|~#$]")
_HEAD = "| | place | rule | what | repair |\n| --- | --- | --- | --- | --- |\n"
_MOST_PROBLEMS = 50
# For the line that says what was left out.
_RESERVE_BYTES = 400


class _Row(NamedTuple):
    weight: int
    text: str


class Markdown:
    """The format `markdown`. Where the canvas has a limit, the lightest findings are left out, and told."""

    def __init__(self, canvas: Canvas) -> None:
        self._limit = canvas.limit
        self._tally = Tally()
        self._rows: list[_Row] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        self._tally.add(checked)
        self._rows += [_Row(found.rule.severity.weight, _row(checked, found)) for found in checked.findings]
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the page."""
        head = f"## lintnews\n\n{self._tally.found()}.\n\n"
        if problems:
            head += "### Not checked\n\n"
            for problem in problems[:_MOST_PROBLEMS]:
                head += f"- {_plain(problem.path)}: {_plain(problem.message)}\n"
            if len(problems) > _MOST_PROBLEMS:
                head += f"- and {len(problems) - _MOST_PROBLEMS:,} more\n"
            head += "\n"
        rows = [row.text for row in sorted(self._rows, key=lambda row: -row.weight)]
        if not rows:
            return head
        kept, cut = self._fitting(rows, head + _HEAD)
        more = f"\n{cut:,} more were left out: there is no room for them here.\n" if cut else ""
        return f"{head}{_HEAD}{''.join(rows[:kept])}{more}"

    def _fitting(self, rows: Sequence[str], head: str) -> tuple[int, int]:
        """Return how many rows there is room for, and how many not."""
        if self._limit is None:
            return len(rows), 0
        room = self._limit - _RESERVE_BYTES - len(head.encode("utf-8", "replace"))
        for count, row in enumerate(rows):
            room -= len(row.encode("utf-8", "replace"))
            if room < 0:
                return count, len(rows) - count
        return len(rows), 0


def _row(checked: Checked, finding: Finding) -> str:
    source, rule = checked.source, finding.rule
    line, column = source.position(finding.span.start)
    said = [_plain(finding.message)]
    said += [
        f"line {source.position(related.span.start).line}: {_plain(related.message or 'see here')}"
        for related in finding.related
    ]
    cells = (
        rule.severity.value,
        f"{_plain(checked.path)}:{line}:{column}",
        f"{rule.code} {rule.name}",
        "<br>".join(said),
        "<br>".join(_plain(text) for text in help_lines(source, finding)),
    )
    return f"| {' | '.join(cells)} |\n"


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    shown = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A mail address or a handle must not call anyone.
    return _SPECIAL.sub(r"\\\g<0>", shown).replace("@", "&#64;")
