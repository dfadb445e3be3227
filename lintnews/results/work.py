"""What another process is given to lint a file, and how it does."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from lintnews.patterns import kept_in
from lintnews.records import NamedTuple
from lintnews.results.plain import encode
from lintnews.rule_sets import checks_for
from lintnews.run import check_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lintnews.cache import Cache
    from lintnews.facts.remarks import Remarks
    from lintnews.rule_sets import RuleSet
    from lintnews.settings import Settings
    from lintnews.source import Source


class Job(NamedTuple):
    """A file to lint.

    Attributes:
        settings: what holds for it, for a whole run too.
        remarks: what LanguageTool says of it, a plain dictionary.
        without: a family of rules that could not be run, empty for none.
    """

    source: Source
    settings: Settings
    remarks: Remarks
    without: str = ""


@contextmanager
def linting(cache: Cache) -> Iterator[Callable[[Job], bytes]]:
    """Give a function that lints files and returns what `plain.encode` makes of each result.

    It makes the checks of each settings once; `cache` has packs and patterns as they were compiled.
    """
    made: dict[tuple[Settings, str], RuleSet] = {}

    def lint(job: Job) -> bytes:
        key = (job.settings, job.without)
        if key not in made:
            checks = checks_for(job.settings, cache)
            made[key] = checks.without(job.without) if job.without else checks
        return encode(check_source(job.source, made[key], job.remarks))

    with kept_in(cache):
        yield lint
