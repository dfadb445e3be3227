"""`lintnews review`."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, user_cache
from lintnews.checked import Problem
from lintnews.cli import declared
from lintnews.cli.console import Exit, complain, remark
from lintnews.cli.declared import UsageError, say
from lintnews.cli.failures import lines_of, told
from lintnews.cli.files import STDIN, Found, find, nothing, sources
from lintnews.cli.fitting import hold_fit
from lintnews.cli.options import field_option, input_format_option, no_cache_option, setting_options
from lintnews.config.resolve import ERRORS, Resolver, RuleSets
from lintnews.patterns import kept_in
from lintnews.readers.intake import Reading
from lintnews.review.desk import Desk
from lintnews.review.errors import ReviewError
from lintnews.review.server import ReviewServer
from lintnews.review.stored import only_source
from lintnews.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.rule import Check


@declared.command
@declared.argument("paths", nargs=-1, required=True, metavar="PATHS...", kind=declared.Path())
@setting_options()
@input_format_option
@field_option
@declared.option(
    "--port",
    kind=declared.Between(int, 0, 65535),
    metavar="N",
    default=0,
    show_default="any that is free",
    help="The port of the page.",
)
@declared.option("--no-browser", is_flag=True, help="Print the address of the page, open no browser.")
@no_cache_option
def command(
    paths: tuple[str, ...],
    resolver: Resolver,
    port: int,
    *,
    input_format: str | None,
    fields: tuple[str, ...],
    no_browser: bool,
    no_cache: bool,
) -> int:
    r"""Repair articles in the browser.

    PATHS are files, or folders (searched for articles of all formats). The page shows each article as it will
    read, with its findings marked and the reasons beside it: accept a repair, choose another one, edit by
    hand, dismiss a finding with a reason, undo, save. Nothing is written before you save. The page is for
    this machine only, and its address is a secret: who has it may change the articles. Ctrl-C ends it.

    \b
    Examples:
      lintnews review story.txt
      lintnews review stories/ --select HED,CON
      lintnews review story.txt --no-browser --port 8642
    """
    if STDIN in paths:
        raise UsageError("review needs a file that it can save: it does not read standard input")
    cache = NO_CACHE if no_cache else user_cache()
    with told():
        rule_sets = RuleSets(resolver, cache)
        # The options are told of as wrong before anything is read.
        settings, rule_set = rule_sets.here()
    for line in rule_set.idle:
        remark(line)
    # Only `check` heeds these.
    if settings.baseline:
        remark(f"the page shows the findings that {settings.baseline} holds, too")
    if settings.languagetool:
        remark("the page does not ask LanguageTool")

    def checks_of(path: str) -> Sequence[Check]:
        try:
            return rule_sets.at(path)[1]
        except ERRORS as error:
            raise ReviewError("; ".join(lines_of(error))) from error

    gc.enable()
    found = find(paths, resolver.excludes, resolver.hides if settings.force_exclude else nothing)
    reading = Reading(input_format, fields)
    hold_fit(found.paths, reading)
    articles, problems = _usable(found, paths, reading)
    problems = [*found.problems, *problems]
    for problem in problems:
        complain(str(problem))
    if not articles:
        return Exit.FAILED
    desk = Desk(articles, checks_of, reading)
    # What the first article needs is loaded while the browser starts.
    with kept_in(cache), contextlib.suppress(ReviewError):
        desk.articles[0].view()
    try:
        server = ReviewServer(desk, port, failed=_failed)
    except OSError as error:
        raise UsageError(f"port {port} is not to be had: {error.strerror or error}") from error
    _serve(server, browser=not no_browser)
    return Exit.FAILED if problems else Exit.NOTHING


def _usable(found: Found, named: Sequence[str], reading: Reading) -> tuple[list[str], list[Problem]]:
    """Keep the files that can be read and written, and are where they were said to be.

    A link in a folder may lead out of it. What nobody named and cannot be reviewed is only remarked on.
    """
    roots = [Path(name).resolve() for name in named]
    kept, problems = [], []
    for article in found.paths:
        real = Path(article).resolve()
        if article not in named and not any(real.is_relative_to(root) for root in roots):
            problems.append(Problem(article, "left out: it leads to a file outside the folder"))
            continue
        read = next(sources(article, STDIN, reading), None)
        if isinstance(read, Problem):
            if not (read.is_no_article and article in found.searched):
                problems.append(read)
            continue
        try:
            only_source(read)
        except SourceError as error:
            if article in found.searched:
                remark(f"{article}: left out: it {error}")
            else:
                problems.append(Problem(article, str(error)))
            continue
        kept.append(article)
    return kept, problems


def _failed(error: Exception) -> None:
    complain(f"internal error: {type(error).__name__}: {' '.join(str(error).split())}; please report it")


def _serve(server: ReviewServer, *, browser: bool) -> None:
    """Serve until Ctrl-C; where something is not saved by then, until the second one."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    sys.stdout.write(f"Review at {server.url}\n")
    say("Ctrl-C ends it.")
    sys.stdout.flush()
    if browser:
        _open(server.url)
    _wait()
    unsaved = server.desk.unsaved
    if unsaved:
        remark(f"changes not saved: {', '.join(unsaved)}. Save them in the page; a second Ctrl-C drops them")
        _wait()
    server.shutdown()
    server.server_close()


def _wait() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()


def _open(url: str) -> None:
    import webbrowser  # noqa: PLC0415 - not every review opens one

    # A browser in the terminal would keep this thread.
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
