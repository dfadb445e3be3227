"""What fixes change, as a unified diff, which `patch` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.report.cells import visible
from lintnews.report.paint import BOLD, CYAN, GREEN, RED, paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.report import Canvas

_COLOURS = {"---": BOLD, "+++": BOLD, "@@": CYAN, "-": RED, "+": GREEN}
_NO_NEWLINE = "\n\\ No newline at end of file\n"


class Diff:
    """The report of `--diff`. In colour it is for people, and what could move the cursor is spelt out."""

    def __init__(self, canvas: Canvas) -> None:
        self._colour = canvas.colour

    def file(self, checked: Checked) -> str:
        """Return the difference that the fixes of a file make; nothing where there is none."""
        before, after = checked.before, checked.source
        if before is None or before.text == after.text:
            return ""
        return "".join(self._painted(line) for line in unified(before.text, after.text, checked.path))

    def close(self, problems: Sequence[Problem]) -> str:  # noqa: ARG002 - they are told apart from the diff
        """Return nothing."""
        return ""

    def _painted(self, line: str) -> str:
        if not self._colour:
            return line
        colour = next((code for mark, code in _COLOURS.items() if line.startswith(mark)), "")
        shown = visible(line.rstrip("\r\n"))
        return (paint(shown, colour, wanted=True) if colour else shown) + "\n"


def unified(before: str, after: str, path: str) -> Iterator[str]:
    r"""Yield the lines of a unified diff, each with its line end. Only `\n` ends a line, as for `patch`."""
    import difflib  # noqa: PLC0415 - most runs show no diff

    lines = difflib.unified_diff(_lines(before), _lines(after), visible(path), visible(path))
    for line in lines:
        yield line if line.endswith("\n") else line + _NO_NEWLINE


def _lines(text: str) -> list[str]:
    *whole, rest = text.split("\n")
    return [*(line + "\n" for line in whole), *([rest] if rest else [])]
