"""Output formats: one module per kind, all made from the same findings. Nothing here prints."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.run import Checked, Problem


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


class Report(Protocol):
    """Turns the results of a run into text, file by file."""

    def file(self, checked: Checked) -> str:
        """Return what to print for a file that was linted."""

    def close(self, problems: Sequence[Problem]) -> str:
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


def report(name: str, canvas: Canvas, *, statistics: bool = False) -> Report:
    """Return the report called `name`, DIFF or of FORMATS; with `statistics`, of STATISTICS_FORMATS."""
    module, kind = (_STATISTICS if statistics else {**_HOMES, DIFF: ("diff", "Diff")})[name]
    made: Report = getattr(importlib.import_module(f"lintnews.report.{module}"), kind)(canvas)
    return made
