"""`--fix`, `--unsafe-fixes` and `--diff`: what a run does about what it finds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TextIO

from lintnews.atomic import WriteError, save
from lintnews.checked import with_problem
from lintnews.cli.declared import UsageError, gathered, option
from lintnews.cli.files import STDIN
from lintnews.records import NamedTuple
from lintnews.report import DIFF
from lintnews.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lintnews.checked import Checked
    from lintnews.cli.outputs import Asked
    from lintnews.cli.reported import Limits
    from lintnews.finding import Finding
    from lintnews.fixes import Level
    from lintnews.report.tally import Tally
    from lintnews.source import Source


def _fixing(values: dict[str, Any]) -> None:
    fix, unsafe, diff = (values.pop(name) for name in ("fix", "unsafe_fixes", "diff"))
    if unsafe and not (fix or diff) and "unsafe-fixes" in values["resolver"].asked:
        raise UsageError("--unsafe-fixes says which fixes to make: it goes with --fix or --diff")
    if not (fix or diff):
        values["fixing"] = Fixing()
        return
    from lintnews.fixes import Level  # noqa: PLC0415 - few runs make fixes

    values["fixing"] = Fixing(Level.UNSAFE if unsafe else Level.SAFE, diff)


#: The command gets them as one argument `fixing`.
fix_options = gathered(
    _fixing,
    option("--fix/--no-fix", default=None, help="Make the safe fixes, and report what remains."),
    option(
        "--unsafe-fixes/--no-unsafe-fixes",
        default=None,
        help="With --fix or --diff: those too that change wording; suggestions never.",
    ),
    option("--diff", is_flag=True, help="Write nothing; print what --fix would change, as a unified diff."),
)


class Fixing(NamedTuple):
    """What becomes of fixes: `level` None makes none; `shown` makes them for the diff alone."""

    level: Level | None = None
    shown: bool = False

    def hold_fit(self, asked: Asked, limits: Limits) -> None:
        """Hold other options against those about fixes.

        Raises:
            UsageError: a diff and a report are to be printed in one place, or findings are to be fixed
                and kept as they are.
        """
        if self.level and limits.write_baseline:
            raise UsageError("--write-baseline takes findings as they are: it does not go with fixes")
        if self.shown and (asked.statistics or asked.for_program):
            raise UsageError(
                "--diff prints a diff alone: it goes neither with --statistics nor --format for programs"
            )

    @property
    def report_name(self) -> str | None:
        """The report to make in the place of the one asked for."""
        return DIFF if self.shown else None

    def report_stream(self, paths: Sequence[str]) -> TextIO:
        """Return where the report goes: to standard error where standard output takes a fixed text."""
        fixes_stdin = self.level is not None and not self.shown and STDIN in paths
        return sys.stderr if fixes_stdin else sys.stdout

    def done(
        self,
        checked: Checked,
        reported: tuple[Finding, ...],
        lint: Callable[[Source], Checked],
        *,
        is_stdin: bool,
    ) -> Checked:
        """Return what to report of a file that was linted, of whose findings only some are `reported`.

        Where that is asked for, it is fixed first, and linted with `lint` anew. A file that cannot be written
        stays as it is, and is reported as it was found, with the problem. Standard input becomes standard
        output, fixed or not.
        """
        if self.level is None and len(reported) == len(checked.findings):
            return checked
        from lintnews.run import as_reported, fix_source  # noqa: PLC0415 - not where all results are kept

        source, found = checked.source, as_reported(checked, reported)
        if self.level is None:
            return found
        fixed = fix_source(checked, reported, lint, self.level)
        if self.shown:
            return fixed
        try:
            new = source.encode(fixed.source.text)
            if not is_stdin and fixed.source.text != source.text:
                save(source, fixed.source.text)
        except (WriteError, SourceError) as error:
            new = source.encode(source.text)
            fixed = with_problem(found, str(error))
        if is_stdin:
            sys.stdout.buffer.write(new)
        return fixed

    def closing_line(self, tally: Tally) -> str:
        """Return what to say at the end of a run; nothing where no file was linted."""
        if not tally.files:
            return ""
        if self.level is None:
            return tally.summary()
        return tally.summary_of_fixes(self.level, written=not self.shown)
