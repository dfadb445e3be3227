"""Standard output and standard error, and what lintnews says there beside its report."""

from __future__ import annotations

import os
import sys
import time
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from lintnews.report import Canvas
from lintnews.report.cells import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

# Width of a report that goes to no terminal.
_WIDTH_ELSEWHERE = 100
# A run shorter than this needs no progress bar.
_PATIENCE_SECONDS = 0.5
_BAR_COLUMNS = 24


class Exit(IntEnum):
    """Exit codes."""

    NOTHING = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it
    BROKEN_PIPE = 141  # 128 + SIGPIPE


def quiet_streams() -> None:
    """Make the standard streams write every character somehow, so that no text can end a run."""
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def use_utf8(stream: IO[Any]) -> None:
    """Make a stream write UTF-8 whatever the locale, as JSON asks."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def wants_colour(choice: str, stream: IO[Any]) -> bool:
    """Whether `stream` gets colour; `choice` is auto (which honours NO_COLOR), always or never."""
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def canvas_for(stream: IO[Any], colour: str) -> Canvas:
    """Return the canvas of a report on `stream`. COLUMNS in the environment is stronger than the terminal."""
    width = terminal_width(_WIDTH_ELSEWHERE) if stream is sys.stdout else _WIDTH_ELSEWHERE
    return Canvas(width, wants_colour(colour, stream))


def terminal_width(elsewhere: int) -> int:
    """Return the columns of the terminal, `elsewhere` where there is none (shutil is slow to load)."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or elsewhere
    except (OSError, ValueError):
        return elsewhere


def complain(message: str) -> None:
    """Tell the user on standard error of something that went wrong."""
    _say("error", message, "1;31")


def remark(message: str) -> None:
    """Tell the user on standard error of something that did not keep lintnews from its work."""
    _say("note", message, "1;36")


def _say(kind: str, message: str, colour: str) -> None:
    if sys.stderr is None:
        return
    label = f"\x1b[{colour}m{kind}:\x1b[0m" if wants_colour("auto", sys.stderr) else f"{kind}:"
    # A path or a column may be called anything.
    sys.stderr.write(f"{label} {visible(message)}\n")


class Progress:
    """A bar on standard error while many files are linted: on a terminal, and if it takes a while."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._wanted = total > 1 and sys.stderr is not None and sys.stderr.isatty()
        self._since = time.monotonic()
        self._shown = False

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Yield `items`, showing how far they are through."""
        try:
            for done, item in enumerate(items):
                self._draw(done)
                yield item
        finally:
            self.clear()

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _draw(self, done: int) -> None:
        if not self._wanted or time.monotonic() - self._since < _PATIENCE_SECONDS:
            return
        filled = _BAR_COLUMNS * done // self._total
        bar = "█" * filled + "░" * (_BAR_COLUMNS - filled)
        sys.stderr.write(f"\r\x1b[K{bar} {done:,} of {self._total:,} files")
        sys.stderr.flush()
        self._shown = True
