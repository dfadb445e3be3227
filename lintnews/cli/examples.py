"""`lintnews test`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, user_cache
from lintnews.checked import Problem
from lintnews.cli import declared
from lintnews.cli.console import Exit, complain
from lintnews.cli.declared import say
from lintnews.cli.failures import told
from lintnews.cli.files import find, read_source
from lintnews.cli.options import no_cache_option
from lintnews.examples import failure, false_alarms
from lintnews.packs import checks_of
from lintnews.rule import Confidence
from lintnews.rule_sets import own_packs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.rule import Check
    from lintnews.source import Source


@declared.command
@declared.argument("packs", nargs=-1, required=True, metavar="PACK...", kind=declared.Path())
@declared.option(
    "--clean",
    "clean",
    metavar="PATH",
    multiple=True,
    help="Good articles, in which nothing may be found, beside lintnews's own: a file or folder.",
)
@no_cache_option
def command(packs: tuple[str, ...], clean: tuple[str, ...], *, no_cache: bool) -> int:
    r"""Run the examples of rule packs, and hold the packs against good articles.

    A PACK is a YAML file or a folder of them. Every 'bad' example must be marked exactly where its [[ ]] are,
    its first fix must make the 'good' text, and every 'fine' one must stay silent. Then good articles are
    linted: what a rule or entry of high or medium confidence finds in them is a failure too.

    \b
    Examples:
      lintnews test house-style.yaml
      lintnews test packs/ --clean our-best-articles/

    Exit codes: 0 all hold, 1 some fail, 2 a pack or an article cannot be used.
    """
    with told():
        loaded = own_packs(packs, NO_CACHE if no_cache else user_cache())
    checks = checks_of(loaded, bounded=True)
    sources, problems = _articles(clean)
    for problem in problems:
        complain(str(problem))
    examples = sum(len(check.rule.examples) for check in checks)
    failed = 0
    for failing in _broken_examples(checks):
        failed += 1
        sys.stdout.write(f"{failing}\n")
    alarms = 0
    for failing in _false_alarms(checks, sources):
        alarms += 1
        sys.stdout.write(f"{failing}\n")
    held = f"{examples - failed} of {examples} examples hold" if failed else f"all {examples} examples hold"
    rules, articles = len(checks), len(sources)
    sys.stdout.flush()
    say(
        f"{held} ({rules} rule{'' if rules == 1 else 's'}), "
        f"{alarms or 'no'} false alarm{'' if alarms == 1 else 's'} in {articles} good articles"
    )
    if problems:
        return Exit.FAILED
    return Exit.FINDINGS if failed or alarms else Exit.NOTHING


def _broken_examples(checks: Sequence[Check]) -> Iterator[str]:
    for check in checks:
        for example in check.rule.examples:
            wrong = failure(check, example)
            if wrong:
                yield f"{check.rule.source}:{example.line}: {check.rule.code} {wrong}"


def _false_alarms(checks: Sequence[Check], sources: Sequence[Source]) -> Iterator[str]:
    wanted = [trusted for check in checks if (trusted := check.at(Confidence.MEDIUM))]
    for alarm in false_alarms(wanted, sources):
        rule, place = alarm.rule, f"{alarm.source.path}:{alarm.source.position(alarm.span.start).line}"
        found = alarm.span.of(alarm.source.text)
        line = f":{alarm.line}" if alarm.line else ""
        yield f"{rule.source}{line}: {rule.code} fires on good news: ‘{found}’ ({place})"


def _articles(clean: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """Read the good articles: lintnews's own, and those of the user."""
    package = Path(__file__).parents[1]
    # In a wheel they lie inside the package, in a checkout beside it.
    folders = [
        folder for folder in (package / "clean", package.parent / "fixtures" / "clean") if folder.is_dir()
    ]
    found = find([*map(str, folders[:1]), *clean])
    read = [read_source(path, "-") for path in found.paths]
    problems = [*found.problems, *(problem for problem in read if isinstance(problem, Problem))]
    return [source for source in read if not isinstance(source, Problem)], problems
