"""`lintnews check`."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from lintnews.cache import NO_CACHE, user_cache
from lintnews.cli.console import Exit, Progress, complain, remark
from lintnews.cli.failures import lines_of, told
from lintnews.cli.files import STDIN, find, read_source
from lintnews.cli.fixing import Fixing, fix_options
from lintnews.cli.gating import Judge, gate_options
from lintnews.cli.options import (
    Command,
    colour_option,
    input_format_option,
    no_cache_option,
    setting_options,
)
from lintnews.cli.outputs import opened, output_options
from lintnews.cli.reported import Limits, Reported, UnusableError, limit_options
from lintnews.config.resolve import ERRORS, Resolver, RuleSets
from lintnews.patterns import kept_in
from lintnews.report.tally import Tally
from lintnews.run import Problem, check_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.cli.outputs import Asked, Outputs
    from lintnews.gates import Gate


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@setting_options()
@output_options
@limit_options
@gate_options
@fix_options
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where there are findings.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What standard input is called in the report; its ending tells the format.",
)
@input_format_option
@no_cache_option
@colour_option
def command(  # noqa: PLR0913 - an argument per option
    paths: tuple[str, ...],
    given: dict[str, Any],
    config: tuple[str, ...],
    asked: Asked,
    limits: Limits,
    gate: Gate,
    *,
    isolated: bool,
    stdin_filename: str,
    input_format: str | None,
    colour: str,
    exit_zero: bool,
    no_cache: bool,
    fixing: Fixing,
) -> int:
    r"""Lint articles and print what was found.

    PATHS are files, folders (searched for articles of all formats), or - for standard input; the current
    folder if there are none. RULES are codes, names, families or the beginnings of codes, with commas between
    them; ALL is every rule. Where --select and --ignore meet, the closer one counts: --select NUM --ignore
    NUM101.

    \b
    Examples:
      lintnews check story.txt
      lintnews check stories/ --format concise
      lintnews check stories/ --select NUM,QUO --confidence low
      lintnews check story.txt --ignore quote-never-closed
      lintnews check . --pack house-style.yaml --statistics
      lintnews check --format json - < story.txt > findings.json
      lintnews check stories/ --format github --report sarif=lintnews.sarif
      lintnews check stories/ --max-penalty 20 --statistics
      lintnews check story.txt --fix
      lintnews check stories/ --diff --unsafe-fixes

    Exit codes: 0 nothing found, 1 findings (with --fix: that remain, with --diff: that would be fixed),
    2 something could not be done (standard error says what).
    """
    fixing.hold_fit(asked, limits)
    cache = NO_CACHE if no_cache else user_cache()
    with told():
        rule_sets = RuleSets(Resolver(given, config, isolated=isolated), cache)
        # The options are told of as wrong before anything is read.
        settings, _ = rule_sets.here()
        reported = Reported(limits._replace(baseline=settings.baseline))
    gc.freeze()
    gc.enable()
    found = find(paths or (".",))
    articles = asked.articles_of(found.paths, paths)
    tally = Tally()
    judge = Judge(gate)
    usual, main = fixing.report_stream(articles), fixing.report_name
    with kept_in(cache), opened(asked, colour, usual, main) as outputs:
        run = _Run(rule_sets, reported, input_format, outputs, tally, judge, fixing)
        problems = run.over(articles, stdin_filename, found.problems)
        outputs.close(problems)
    with told():
        remarks = reported.close()
    if not asked.for_program:
        _close(fixing.closing_line(tally), problems, remarks)
    judge.tell()
    if problems:
        return Exit.FAILED
    failed = tally.fixed if fixing.shown else judge.failed
    return Exit.FINDINGS if failed and not exit_zero else Exit.NOTHING


class _Run:
    """One run over the files: reports each as it is done, tells of what went wrong, and goes on."""

    def __init__(
        self,
        rule_sets: RuleSets,
        reported: Reported,
        input_format: str | None,
        outputs: Outputs,
        tally: Tally,
        judge: Judge,
        fixing: Fixing,
    ) -> None:
        self._rule_sets, self._reported, self._input_format = rule_sets, reported, input_format
        self._outputs, self._tally, self._judge, self._fixing = outputs, tally, judge, fixing
        self._told: set[str] = set()

    def over(self, paths: Sequence[str], stdin_name: str, problems: Sequence[Problem]) -> list[Problem]:
        """Lint the files and return all problems, those from before included."""
        for problem in problems:
            complain(str(problem))
        everything = list(problems)
        progress = Progress(len(paths))
        for path in progress.over(paths):
            new = self._file(path, stdin_name, progress)
            for problem in new:
                complain(str(problem))
            everything += new
        return everything

    def _file(self, path: str, stdin_name: str, progress: Progress) -> Sequence[Problem]:
        source = read_source(path, stdin_name, self._input_format)
        if isinstance(source, Problem):
            progress.clear()
            return (source,)
        try:
            _, checks = self._rule_sets.at(str(source.path))
            checked = check_source(source, checks)
            findings = self._reported.of(source, checked.findings, on_disk=path != STDIN)
        except (*ERRORS, UnusableError) as error:
            progress.clear()
            return self._of_settings(error)
        again = partial(check_source, checks=checks)
        checked = self._fixing.done(checked, findings, again, is_stdin=path == STDIN)
        self._tally.add(checked)
        self._judge.see(checked)
        texts = self._outputs.texts(checked)
        if texts or checked.problems or source.note:
            progress.clear()
        if source.note:
            remark(f"{source.path}: {source.note}")
        for stream, text in texts:
            stream.write(text)
        return checked.problems

    def _of_settings(self, error: Exception) -> Sequence[Problem]:
        """Return what is wrong with settings, told once though it keeps many files from being checked."""
        new = [line for line in lines_of(error) if line not in self._told]
        self._told.update(new)
        return [Problem(*line.split(": ", 1)) for line in new]


def _close(summary: str, problems: Sequence[Problem], remarks: Iterable[str]) -> None:
    """Print the closing line. It is no part of the report, and so goes to standard error."""
    sys.stdout.flush()
    if summary:
        click.echo(summary, err=True)
    for line in remarks:
        remark(line)
    if problems:
        failed = len({problem.path for problem in problems})
        click.echo(f"{failed} path{'' if failed == 1 else 's'} could not be checked in full", err=True)
