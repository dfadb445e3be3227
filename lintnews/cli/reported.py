"""Which findings of a run are reported: not those dismissed, in a baseline, or away from changed lines."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.cli.declared import UsageError, gathered, option
from lintnews.dismissals import DismissalError, DismissalFiles
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.baseline import Baseline
    from lintnews.changes import Changed, Changes
    from lintnews.finding import Finding
    from lintnews.source import Source


class UnusableError(Exception):
    """What findings are compared with cannot be used; the message is one line for the user."""


class Limits(NamedTuple):
    """What the options say of it: paths of baselines, and a revision."""

    baseline: str | None = None
    write_baseline: str | None = None
    diff_base: str | None = None

    def articles_of(self, found: Iterable[str]) -> list[str]:
        """Return the paths `found` without the baselines, which may lie among the articles."""
        baselines = {os.path.realpath(path) for path in (self.baseline, self.write_baseline) if path}
        return [path for path in found if not baselines or os.path.realpath(path) not in baselines]


def _limits(values: dict[str, Any]) -> None:
    values["limits"] = Limits(*(values.pop(name) for name in Limits._fields))


#: The command gets them, and the baseline that is set, as one argument `limits`.
limit_options = gathered(
    _limits,
    option(
        "--write-baseline",
        metavar="FILE",
        help="Write what is found to FILE as a baseline; findings that are gone leave it. Exits with 0.",
    ),
    option(
        "--diff-base",
        metavar="REV",
        help="Report only findings with a place on a line that changed since this revision of git.",
    ),
)


class Reported:
    """Takes from the findings of each file those that are not to be reported."""

    def __init__(self, limits: Limits) -> None:
        """Read what the options name.

        Raises:
            UnusableError: a baseline cannot be used.
            UsageError: the options do not go together.
        """
        if limits.write_baseline and limits.diff_base:
            raise UsageError("--write-baseline needs all findings: it does not go with --diff-base")
        self._dismissals = DismissalFiles()
        self._baseline = _baseline(limits)
        self._is_written = limits.write_baseline is not None
        self._changes = _changes(limits.diff_base)

    def of(self, source: Source, findings: Sequence[Finding], *, has_lines: bool) -> tuple[Finding, ...]:
        """Return the findings of a file that are to be reported.

        Where git cannot know the lines (`has_lines`), all of them count as changed.

        Raises:
            UnusableError: dismissals or changes cannot be read.
        """
        path = str(source.path)
        try:
            kept: Sequence[Finding] = self._dismissals.at(path).split(findings, source.text)[0]
        except DismissalError as error:
            raise UnusableError(str(error)) from error
        changed = self._changed(path) if has_lines else None
        if self._baseline:
            kept = self._baseline.new(kept, source)
        if self._is_written:
            return ()
        return tuple(finding for finding in kept if changed is None or changed.touches(finding, source))

    def close(self) -> tuple[str, ...]:
        """Write the baseline where that is asked for; return what to tell the user of it.

        Raises:
            UnusableError: it cannot be written.
        """
        if self._baseline is None:
            return ()
        if not self._is_written:
            stale, path = self._baseline.stale(), self._baseline.path
            what = "1 finding that is" if stale == 1 else f"{stale:,} findings that are"
            said = f"{path} holds {what} no longer there: --write-baseline {path} brings it up to date"
            return (said,) if stale else ()
        from lintnews.baseline import BaselineError  # noqa: PLC0415

        try:
            count, files = self._baseline.write()
        except BaselineError as error:
            raise UnusableError(str(error)) from error
        what, where = ("finding" if count == 1 else "findings"), ("file" if files == 1 else "files")
        return (f"{self._baseline.path} holds {count:,} {what} of {files:,} {where}",)

    def _changed(self, path: str) -> Changed | None:
        if self._changes is None:
            return None
        from lintnews.changes import ChangesError  # noqa: PLC0415

        try:
            return self._changes.of(path)
        except ChangesError as error:
            raise UnusableError(str(error)) from error


def _baseline(limits: Limits) -> Baseline | None:
    path = limits.write_baseline or limits.baseline
    if path is None:
        return None
    from lintnews.baseline import BaselineError, read_baseline  # noqa: PLC0415 - only where there is one

    try:
        return read_baseline(Path(path), may_lack=limits.write_baseline is not None)
    except BaselineError as error:
        raise UnusableError(str(error)) from error


def _changes(revision: str | None) -> Changes | None:
    if revision is None:
        return None
    from lintnews.changes import Changes  # noqa: PLC0415 - only where git is asked

    return Changes(revision)
