"""`--jobs`: how many processes a run uses."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cli.declared import F, UsageError, option
from lintnews.cli.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Sequence


# Of a large file, so many bytes are taken for one article, as an archive has them.
_ARTICLE_BYTES = 16_384
# A process takes about as long to start as it takes to lint so many articles.
_LEAST_ARTICLES = 4
_CGROUP = Path("/sys/fs/cgroup/cpu.max")


def jobs_option(function: F) -> F:
    """Add `--jobs`; the command gets None for auto."""
    return option(
        "--jobs",
        metavar="N|auto",
        default="auto",
        show_default=True,
        callback=_number,
        help="Lint in N processes at once; auto takes one for each processor where there is enough to do.",
    )(function)


def jobs_for(paths: Sequence[str], asked: int | None) -> int:
    """Return how many processes to use for files: as many as were `asked` for, else as many as pay."""
    if asked is not None or STDIN in paths:
        # What comes through standard input may come slowly, and each record is to be answered at once.
        return asked or 1
    least = _LEAST_ARTICLES * 2
    articles = 0
    most = processors()
    for path in paths if most > 1 else ():
        articles += max(1, _size(path) // _ARTICLE_BYTES)
        if articles >= most * least:
            break
    return max(1, min(most, articles // _LEAST_ARTICLES))


def processors() -> int:
    """Return how many processors this process may use, as a container may limit them."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):
        # Microseconds of processor time in so many of wall time; ‘max’ is no limit.
        quota, period = _CGROUP.read_text("ascii").split()
        count = min(count, max(1, int(quota) // int(period)))
    return count


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def _number(
    value: str,
) -> int | None:
    if value == "auto":
        return None
    if not value.isascii() or not value.isdecimal() or not int(value):
        raise UsageError(f"--jobs takes a number from 1 upwards, or auto, not {value!r}")
    return int(value)
