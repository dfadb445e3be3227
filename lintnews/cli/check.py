"""`lintnews check`."""

from __future__ import annotations

import gc
import sys
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, user_cache
from lintnews.cli import declared
from lintnews.cli.console import Exit, remark
from lintnews.cli.declared import UsageError, say
from lintnews.cli.failures import told
from lintnews.cli.files import find, nothing
from lintnews.cli.fitting import hold_fit
from lintnews.cli.fixing import Fixing, fix_options
from lintnews.cli.gating import Judge, gate_options
from lintnews.cli.jobs import jobs_for, jobs_option
from lintnews.cli.linting import Linting
from lintnews.cli.options import (
    colour_option,
    field_option,
    input_format_option,
    no_cache_option,
    setting_options,
)
from lintnews.cli.outputs import output_options
from lintnews.cli.reported import Limits, Reported, UnusableError, limit_options
from lintnews.cli.resume import Resume
from lintnews.cli.running import Run, To
from lintnews.cli.streams import opened
from lintnews.config.resolve import Resolver, RuleSets
from lintnews.patterns import kept_in
from lintnews.readers.intake import Reading
from lintnews.report.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.cache import Cache
    from lintnews.checked import Problem
    from lintnews.cli.outputs import Asked
    from lintnews.cli.second_reader import SecondReader
    from lintnews.gates import Gate
    from lintnews.rule_sets import RuleSet
    from lintnews.settings import Settings


@declared.command
@declared.argument("paths", nargs=-1, metavar="[PATHS]...", kind=declared.Path())
@setting_options(for_run=True)
@output_options
@limit_options
@gate_options
@fix_options
@declared.option("--exit-zero", is_flag=True, help="Exit with 0 where there are findings.")
@declared.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What standard input is called in the report; its ending tells the format.",
)
@input_format_option
@field_option
@declared.option(
    "--resume",
    metavar="FILE",
    help="Keep in FILE how far a run through archives has come, and go on from there if it was interrupted.",
)
@declared.option(
    "--server",
    metavar="URL|PATH",
    envvar="LINTNEWS_SERVER",
    help="Let the lintnews serve at this address find what there is to find.",
)
@jobs_option
@no_cache_option
@colour_option
def command(  # noqa: PLR0913 - an argument per option
    paths: tuple[str, ...],
    resolver: Resolver,
    asked: Asked,
    limits: Limits,
    gate: Gate,
    *,
    stdin_filename: str,
    input_format: str | None,
    fields: tuple[str, ...],
    resume: str | None,
    force_exclude: bool,
    languagetool: str,
    languagetool_timeout: float,
    server: str | None,
    jobs: int | None,
    colour: str,
    exit_zero: bool,
    no_cache: bool,
    fixing: Fixing,
) -> int:
    r"""Lint articles and print what was found.

    PATHS are files, folders (searched for articles of all formats), or - for standard input; the current
    folder if there are none. RULES are codes, names, families, the beginnings of codes or pivot:es (what
    Spanish leaves behind), with commas between them; ALL is every rule. Where --select and --ignore meet, the
    closer one counts: --select NUM --ignore NUM101.

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
      lintnews check archive.jsonl.gz --format jsonl --output found.jsonl --resume state.json

    Exit codes: 0 nothing found, 1 findings (with --fix: that remain, with --diff: that would be fixed),
    2 something could not be done (standard error says what).
    """
    fixing.hold_fit(asked, limits)
    if server and jobs:
        raise UsageError("--jobs does not go with --server, which lints in processes of its own")
    closing = ExitStack()
    cache = NO_CACHE if no_cache else user_cache()
    with told():
        rule_sets = RuleSets(resolver, cache, _checks_of(server, languagetool, closing))
        # The options are told of as wrong before anything is read.
        idle = rule_sets.idle()
        reported = Reported(limits)
    for line in idle:
        remark(line)
    gc.freeze()
    gc.enable()
    found = find(paths or (".",), resolver.excludes, resolver.hides if force_exclude else nothing)
    state = Resume(resume, asked, limits)
    found.paths = state.articles_of(limits.articles_of(asked.articles_of(found.paths, paths)))
    reading = Reading(input_format, fields)
    hold_fit(found.paths, reading, stdin_name=stdin_filename, resumes=resume is not None)
    tally = Tally()
    judge = Judge(gate)
    usual, main = fixing.report_stream(found.paths), fixing.report_name
    with (
        closing,
        kept_in(cache),
        opened(asked, colour, usual, main, state.written) as outputs,
        state.kept(outputs.so_far),
    ):
        # Fixes are made here, and linting goes on with what they made; a server has processes of its own.
        jobs = 1 if fixing.level or server else jobs_for(found.paths, jobs)
        linting = Linting(rule_sets, NO_CACHE if server else cache, jobs)
        run = Run(linting, reported, reading, To(outputs, tally, judge), fixing, state)
        with _second_reader(languagetool, languagetool_timeout, rule_sets) as second:
            problems = run.over(found, stdin_filename, second)
        outputs.close(problems)
    with told():
        remarks = reported.close()
    if not asked.for_program:
        _close(fixing.closing_line(tally), problems, remarks)
    judge.tell()
    if problems or state.problems:
        return Exit.FAILED
    failed = tally.fixed if fixing.shown else judge.failed or state.findings
    return Exit.FINDINGS if failed and not exit_zero else Exit.NOTHING


def _checks_of(
    server: str | None, languagetool: str, closing: ExitStack
) -> Callable[[Settings, Cache], RuleSet] | None:
    """Return what makes the checks of settings at a server; None for here.

    Raises:
        UnusableError: the server cannot be used.
    """
    if not server:
        return None
    if languagetool:
        raise UsageError("--server does not go with --languagetool, which is asked from here")
    from lintnews.serve.client import Client, ServerError  # noqa: PLC0415 - few runs ask one

    try:
        client = Client(server, lost=remark)
    except ServerError as error:
        raise UnusableError(str(error)) from error
    closing.callback(client.close)
    return client.rule_set


def _second_reader(
    where: str, patience: float, rule_sets: RuleSets
) -> AbstractContextManager[SecondReader] | AbstractContextManager[None]:
    if not where:
        return nullcontext()
    from lintnews.cli.second_reader import SecondReader  # noqa: PLC0415 - few runs ask it

    return SecondReader(where, patience, lambda path: rule_sets.at(path)[1])


def _close(summary: str, problems: Sequence[Problem], remarks: Iterable[str]) -> None:
    """Print the closing line. It is no part of the report, and so goes to standard error."""
    sys.stdout.flush()
    if summary:
        say(summary)
    for line in remarks:
        remark(line)
    if problems:
        failed = len({problem.path for problem in problems})
        say(f"{failed} path{'' if failed == 1 else 's'} could not be checked in full")
