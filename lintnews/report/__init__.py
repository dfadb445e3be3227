"""Output formats: one module per kind, all made from the same findings. Nothing here prints."""

from __future__ import annotations

import importlib
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeVar

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lintnews.checked import Checked, Problem


class MissingError(Exception):
    """The library that a format needs is not installed; the message is one line for the user."""


class Canvas(NamedTuple):
    """What a report is drawn on.

    Attributes:
        width: in columns, for people.
        colour: whether it shows colour.
        limit: how many bytes of UTF-8 the report may take, None for any number.
    """

    width: int = 100
    colour: bool = False
    limit: int | None = None


Written_co = TypeVar("Written_co", str, bytes, covariant=True)


class Report(Protocol[Written_co]):
    """Turns the results of a run into text, or into bytes where its format is one of BINARY_FORMATS."""

    def file(self, checked: Checked) -> Written_co:
        """Return what to print for a file that was linted."""

    def close(self, problems: Sequence[Problem]) -> Written_co:
        """Return what to print at the end, given what went wrong in the whole run."""


_HOMES = {
    "full": ("full", "Full"),
    "concise": ("concise", "Concise"),
    "json": ("machine", "Json"),
    "jsonl": ("machine", "JsonLines"),
    "html": ("html", "Html"),
    "sarif": ("sarif", "Sarif"),
    "github": ("github", "Github"),
    "gitlab": ("gitlab", "Gitlab"),
    "junit": ("junit", "Junit"),
    "checkstyle": ("checkstyle", "Checkstyle"),
    "rdjson": ("rdjson", "RdJson"),
    "rdjsonl": ("rdjson", "RdJsonLines"),
    "markdown": ("markdown", "Markdown"),
    "parquet": ("parquet", "Parquet"),
}
_TABLE = ("statistics", "Table")
_STATISTICS = {"full": _TABLE, "concise": _TABLE, "json": ("statistics", "Json")}
#: What shows no findings but what fixes change.
DIFF = "diff"
#: Names of the formats.
FORMATS = tuple(_HOMES)
#: Those in which there are statistics.
STATISTICS_FORMATS = tuple(_STATISTICS)
#: Those for programs: nothing but the format itself may stand in their output.
MACHINE_FORMATS = frozenset(FORMATS) - {"full", "concise"}
#: Those that are no text: they go to files only.
BINARY_FORMATS = frozenset({"parquet"})


def report(name: str, canvas: Canvas, *, statistics: bool = False) -> Report[str]:
    """Return the report called `name`, DIFF or of FORMATS; with `statistics`, of STATISTICS_FORMATS."""
    homes = _STATISTICS if statistics else {**_HOMES, DIFF: ("diff", "Diff")}
    made: Report[str] = _kind(homes[name])(canvas)
    return made


def binary_report(name: str, canvas: Canvas) -> Report[bytes]:
    """Return the report called `name`, of BINARY_FORMATS.

    Raises:
        MissingError: it needs a library that is not there.
    """
    made: Report[bytes] = _kind(_HOMES[name])(canvas)
    return made


def joined(name: str) -> Callable[[Sequence[Path], IO[bytes]], None]:
    """Return what makes one file of several in a format of BINARY_FORMATS."""
    join: Callable[[Sequence[Path], IO[bytes]], None] = _kind((_HOMES[name][0], "join"))
    return join


def _kind(home: tuple[str, str]) -> Any:
    module, kind = home
    return getattr(importlib.import_module(f"lintnews.report.{module}"), kind)
