"""Answers requests, and keeps the checks of all settings that it has met."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.config.keys import KEYS
from lintnews.config.resolve import Resolver
from lintnews.readers.formats import format_of
from lintnews.report import Canvas
from lintnews.report.machine import Json
from lintnews.results.plain import plain
from lintnews.rule_sets import RuleSet, checks_for
from lintnews.run import check_source
from lintnews.serve.request import TEXT_FORMATS, BadRequestError
from lintnews.settings import Settings
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.cache import Cache
    from lintnews.checked import Checked
    from lintnews.serve.request import Request

# What is for a whole run of the command line is not for a text.
_OF_RUN = {key.field: getattr(Settings(), key.field) for key in KEYS if not key.by_file}
# Sets of checks that are kept: each is some megabytes at most, and few desks have as many.
_MOST_KEPT = 32


class Desk:
    """The linter of a server. It lints one text at a time: Python has no use for more."""

    def __init__(self, cache: Cache) -> None:
        """Take the cache for packs."""
        self._cache = cache
        self._kept: OrderedDict[tuple[Any, ...], RuleSet] = OrderedDict()

    def warm(self) -> None:
        """Load all that the usual rules may need, the parser of sentences included."""
        from lintnews.facts.syntax import SyntaxUnavailableError, load_model  # noqa: PLC0415 - slow to load

        check_source(
            Source("The ferry sails again.\n\nIt was repaired on Monday.\n"), self._rule_set(Settings())
        )
        with contextlib.suppress(SyntaxUnavailableError):
            load_model()

    def answer(self, request: Request) -> str:
        """Return the answer as `--format json` has it.

        Raises:
            BadRequestError: the text is of a format that only the command line reads.
            config.resolve.ERRORS: the settings cannot be used.
        """
        checked = self._checked(request)
        report = Json(Canvas())
        if checked.is_linted:
            report.file(checked)
        return report.close(checked.problems)

    def complete(self, request: Request) -> dict[str, Any]:
        """Return all that there is to know of the result; raises as `answer`."""
        return plain(self._checked(request))

    def _checked(self, request: Request) -> Checked:
        source = Source(request.text, request.path, format=request.format, fields=request.fields)
        form = request.format or format_of(request.path, request.text)
        if form not in TEXT_FORMATS:
            raise BadRequestError(f"the text is {form}, which only the command line reads")
        # Settings files may have changed since the last request: each is read anew.
        resolver = Resolver(request.settings, isolated=request.isolated)
        settings = resolver.at(request.path or "-").settings._replace(**_OF_RUN)
        settings = settings._replace(under=(*request.under, *settings.under))
        return check_source(source, self._rule_set(settings))

    def _rule_set(self, settings: Settings) -> RuleSet:
        key = (settings, *_stamps((*settings.packs, *settings.vocabularies)))
        if key not in self._kept:
            self._kept[key] = checks_for(settings, self._cache)
        self._kept.move_to_end(key)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]


def _stamps(paths: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield what tells that a pack or a vocabulary changed: time and size of each of its files."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*.y*ml")) if path.is_dir() else (path,):
            try:
                status = file.stat()
            except OSError:
                continue
            yield str(file), status.st_mtime_ns, status.st_size
