"""`lintnews review`."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lintnews.cache import NO_CACHE, user_cache
from lintnews.cli.console import Exit, complain, remark
from lintnews.cli.failures import lines_of, told
from lintnews.cli.files import STDIN, find
from lintnews.cli.options import Command, no_cache_option, setting_options
from lintnews.config.resolve import ERRORS, Resolver, RuleSets
from lintnews.patterns import kept_in
from lintnews.review.desk import Desk, ReviewError
from lintnews.review.server import ReviewServer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.rule import Check


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@setting_options()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default="any that is free",
    help="The port of the page.",
)
@click.option("--no-browser", is_flag=True, help="Print the address of the page, open no browser.")
@no_cache_option
def command(
    paths: tuple[str, ...],
    given: dict[str, Any],
    config: tuple[str, ...],
    port: int,
    *,
    isolated: bool,
    no_browser: bool,
    no_cache: bool,
) -> int:
    r"""Repair articles in the browser.

    PATHS are files, or folders (searched for .txt and .text). The page shows each article as it will read,
    with its findings marked and the reasons beside it; accept a repair, choose another one, edit by hand,
    dismiss a finding with a reason, undo, save. Nothing is written before you save. The page is for this
    machine only, and its address is a secret: who has it may change the articles. Ctrl-C ends it.

    \b
    Examples:
      lintnews review story.txt
      lintnews review stories/ --select HED,CON
      lintnews review story.txt --no-browser --port 8642
    """
    if STDIN in paths:
        raise click.UsageError("review needs a file that it can save: it does not read standard input")
    cache = NO_CACHE if no_cache else user_cache()
    with told():
        rule_sets = RuleSets(Resolver(given, config, isolated=isolated), cache)
        # The options are told of as wrong before anything is read.
        rule_sets.here()

    def checks_of(path: str) -> Sequence[Check]:
        try:
            return rule_sets.at(path)[1]
        except ERRORS as error:
            raise ReviewError("; ".join(lines_of(error))) from error

    gc.enable()
    found = find(paths)
    articles, outside = _within(found.paths, paths)
    for problem in (*map(str, found.problems), *outside):
        complain(problem)
    desk = Desk(articles, checks_of)
    if not _readable(desk):
        return Exit.FAILED
    # What the first article needs is loaded while the browser starts.
    with kept_in(cache), contextlib.suppress(ReviewError):
        desk.articles[0].view()
    try:
        server = ReviewServer(desk, port)
    except OSError as error:
        raise click.UsageError(f"port {port} is not to be had: {error.strerror or error}") from error
    _serve(server, browser=not no_browser)
    return Exit.FAILED if found.problems or outside else Exit.NOTHING


def _readable(desk: Desk) -> bool:
    """Say which articles cannot be read; whether there is one that can."""
    for article in desk.articles:
        try:
            article.content()
        except ReviewError as error:
            complain(str(error))
    return bool(desk.articles)


def _within(articles: Sequence[str], named: Sequence[str]) -> tuple[list[str], list[str]]:
    """Keep the files that are where they were said to be: a link in a folder may lead out of it."""
    roots = [Path(name).resolve() for name in named]
    kept, refused = [], []
    for article in articles:
        real = Path(article).resolve()
        if article in named or any(real.is_relative_to(root) for root in roots):
            kept.append(article)
        else:
            refused.append(f"{article}: left out: it leads to a file outside the folder")
    return kept, refused


def _serve(server: ReviewServer, *, browser: bool) -> None:
    """Serve until Ctrl-C; where something is not saved by then, until the second one."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    click.echo(f"Review at {server.url}")
    click.echo("Ctrl-C ends it.", err=True)
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
