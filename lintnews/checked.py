"""What became of a file: its findings, and what went wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.finding import Finding
    from lintnews.source import Record, Source


class Problem(NamedTuple):
    """Why lintnews could not do (all of) its work on a file: one line for the user.

    `is_no_article` says that the file is not broken, but holds nothing to lint; `is_all`, that nothing of it
    was linted.
    """

    path: str
    message: str
    is_no_article: bool = False
    is_all: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class Checked(NamedTuple):
    """A file that was linted.

    Attributes:
        source: the text that the findings are in; where fixes were made, the repaired one.
        words: runs of characters between blanks in its prose, for figures per 1,000 words.
        problems: what kept it from being read to its end, and failed rules; all else is in `findings`.
        before: the text as it was read, where fixes were made; `fixed` are the findings that they repaired.
    """

    source: Source
    findings: tuple[Finding, ...]
    words: int
    problems: tuple[Problem, ...] = ()
    before: Source | None = None
    fixed: tuple[Finding, ...] = ()

    @property
    def path(self) -> str:
        """Where the text came from, as the user wrote it."""
        return self.source.path or "<text>"

    @property
    def is_linted(self) -> bool:
        """Whether anything of it was linted."""
        return not any(problem.is_all for problem in self.problems)


def with_problem(checked: Checked, message: str) -> Checked:
    """Return a result with one more problem."""
    return checked._replace(problems=(*checked.problems, Problem(checked.path, message)))


def in_record(record: Record, message: str) -> str:
    """Say of which record of an archive a message is."""
    where = f" (line {record.line:,})" if record.line and not message.startswith("line ") else ""
    return f"record {record.number:,}{where}: {message}"
