"""Where the reports of a run go: `--format`, `--output`, `--report`, `--statistics`, GitHub's job summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.cli.declared import Choice, UsageError, gathered, option
from lintnews.records import NamedTuple
from lintnews.report import BINARY_FORMATS, FORMATS, MACHINE_FORMATS, STATISTICS_FORMATS
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Asked(NamedTuple):
    """What the options ask for; `further` are pairs of a format and a file."""

    format: str = "full"
    output: str | None = None
    further: tuple[tuple[str, str], ...] = ()
    statistics: bool = False

    @property
    def for_program(self) -> bool:
        """Whether nothing but the report itself may stand in the main output."""
        return self.format in MACHINE_FORMATS

    @property
    def files(self) -> tuple[str, ...]:
        """The files that reports are written to."""
        return (*filter(None, (self.output,)), *(file for _, file in self.further))

    def articles_of(self, found: Sequence[str], named: Collection[str]) -> list[str]:
        """Return the paths `found` without those that reports go to: what an earlier run left in a folder.

        Raises:
            UsageError: one of these is `named` as an article itself.
        """
        reports = [file for file in self.files if Path(file).is_file()]
        articles = []
        for path in found:
            over = next((file for file in reports if _is_same(file, path)), None)
            if over is None:
                articles.append(path)
            elif path in named:
                raise UsageError(f"the report would be written over an article: {over}")
        return articles


def _is_same(file: str, path: str) -> bool:
    try:
        return Path(file).samefile(path)
    except (OSError, ValueError):
        return False


def _asked(values: dict[str, Any]) -> None:
    names = ("output_format", "output", "further", "statistics")
    asked = Asked(*(values.pop(name) for name in names))
    if asked.statistics and asked.format not in STATISTICS_FORMATS:
        raise UsageError(f"--statistics is a table, or JSON: it does not go with --format {asked.format}")
    if asked.format in BINARY_FORMATS and not asked.output:
        raise UsageError(f"--format {asked.format} is no text: --output says where it goes")
    _hold_apart(asked)
    values["asked"] = asked


def _further(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for value in values:
        name, mark, file = value.partition("=")
        if not mark or not file:
            raise UsageError(f"--report takes FORMAT=FILE, not {value!r}")
        if name not in FORMATS:
            raise UsageError(f"--report: no format is called {name!r}{did_you_mean(name, FORMATS)}")
        pairs.append((name, file))
    return tuple(pairs)


#: The command gets them as one argument `asked`.
output_options = gathered(
    _asked,
    option(
        "--format",
        "output_format",
        kind=Choice(FORMATS),
        help="How findings are printed.  [default: full]",
    ),
    option("--output", metavar="FILE", help="Write the report to FILE, not to standard output."),
    option(
        "--report",
        "further",
        metavar="FORMAT=FILE",
        multiple=True,
        callback=_further,
        help="Write a further report to FILE. May be repeated.",
    ),
    option(
        "--statistics",
        is_flag=True,
        help="Print counts by rule, family, file and likely source language, not the findings; also as JSON.",
    ),
)


def _hold_apart(asked: Asked) -> None:
    places = [os.path.abspath(file) for file in asked.files]  # noqa: PTH100 - Path.absolute keeps `..`
    for file, place in zip(asked.files, places, strict=True):
        if places.count(place) > 1:
            raise UsageError(f"two reports cannot go to one file: {file}")
