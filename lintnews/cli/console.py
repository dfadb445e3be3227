"""Standard output and standard error, and what lintnews says there beside its report."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from lintnews.report import Canvas
from lintnews.report.cells import visible

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

# Width of a report that goes to no terminal.
_WIDTH_ELSEWHERE = 100
# A run shorter than this needs no progress bar.
_PATIENCE_SECONDS = 0.5
_BAR_COLUMNS = 24
# The bar is drawn so often at most, and tells the pace of the last seconds.
_FRAME_SECONDS = 0.1
_PACE_SECONDS = 15.0


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
    """A bar on standard error while much is linted: on a terminal, and if it takes a while."""

    def __init__(self, total: int) -> None:
        """Take how many files there are; of one that is an archive, the records are counted."""
        self._total = total
        self._wanted = sys.stderr is not None and sys.stderr.isatty()
        self._since = time.monotonic()
        self._drawn = self._since
        self._files = self._records = 0
        self._pace = Pace(self._since)
        self._shown = False

    def __enter__(self) -> Self:
        """Show nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self.clear()

    def file_done(self) -> None:
        """Count a file."""
        self._files += 1
        if self._total > 1 and self._files < self._total:
            self._draw()

    def record_done(self) -> None:
        """Count a record of an archive."""
        self._records += 1
        self._draw()

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _draw(self) -> None:
        if not self._wanted:
            return
        now = time.monotonic()
        if now - self._since < _PATIENCE_SECONDS or (self._shown and now - self._drawn < _FRAME_SECONDS):
            return
        self._drawn = now
        line = f"{self._bar()}{self._counts(now)}"[: terminal_width(_WIDTH_ELSEWHERE) - 1]
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
        self._shown = True

    def _bar(self) -> str:
        if self._total == 1:
            return ""
        filled = _BAR_COLUMNS * self._files // self._total
        return "█" * filled + "░" * (_BAR_COLUMNS - filled) + " "

    def _counts(self, now: float) -> str:
        files = f"{self._files:,} of {self._total:,} files"
        if self._records:
            rate = self._pace.of(self._records, now)
            records = f"{self._records:,} records, {_per_second(rate)}"
            return records if self._total == 1 else f"{files}, {records}"
        rate = self._pace.of(self._files, now)
        left = (self._total - self._files) / rate if rate else 0.0
        return f"{files}, {_per_second(rate)}, {_duration(left)} left"


class Pace:
    """How fast something has been counted of late."""

    def __init__(self, now: float) -> None:
        self._seen: deque[tuple[float, int]] = deque([(now, 0)])

    def of(self, count: int, now: float) -> float:
        """Return how many a second there were in the last seconds, `count` being reached at `now`."""
        self._seen.append((now, count))
        while len(self._seen) > 2 and now - self._seen[1][0] > _PACE_SECONDS:
            self._seen.popleft()
        since, before = self._seen[0]
        return (count - before) / (now - since) if now > since else 0.0


def _per_second(rate: float) -> str:
    return f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"


def _duration(seconds: float) -> str:
    """Say how long something takes, as exactly as one wants to know it."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest:02} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
