"""Results that are kept from run to run, an entry for each text that was linted."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from lintnews.cache import Cache
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

#: Entries that stay, those that were used last; and for how long they stay unused.
MOST_ENTRIES = 50_000
MOST_DAYS = 30.0
# A longer result is not kept: an entry takes a hundredth of what its text does.
_MOST_BYTES = 256 * 1024
_DAY = 86_400.0
_FOLDER = "results"
# When it was last looked for what may go is when this was written.
_SWEPT = "swept"


class Store:
    """The entries, each in a file of its own under its key, so that no run waits for another.

    `Cache` has it that a broken one counts as none, and that no failure of the disk reaches the caller.
    """

    def __init__(self, cache: Cache, most: int = MOST_ENTRIES) -> None:
        self._cache = Cache(cache.folder / _FOLDER if cache.folder else None)
        self._most = most
        self._written = 0
        self._now = time.time()

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, None where there is nothing."""
        body = self._cache.get_bytes(key, "")
        if body is not None and self._cache.folder:
            with suppress(OSError):
                entry = f"{self._cache.folder}/{key}.bin"
                if self._now - os.stat(entry).st_mtime > _DAY:  # noqa: PTH116 - a Path for each is slow
                    os.utime(entry)
        return body

    def put(self, key: str, body: bytes) -> None:
        """Keep a result."""
        if self._written < self._most and len(body) <= _MOST_BYTES:
            self._written += 1
            self._cache.put_bytes(key, "", body)

    def close(self) -> None:
        """Take away what is too much or too old, once a day or after much was written."""
        folder = self._cache.folder
        if folder is None or not self._written:
            return
        swept = folder / _SWEPT
        with suppress(OSError):
            if self._written <= self._most // 10 and self._now - _written_at(swept) < _DAY:
                return
            swept.touch()
            sweep(folder, self._most, self._now)


def sweep(folder: Path, most: int, now: float) -> None:
    """Take away the entries of a folder that were not used for MOST_DAYS, and all but the `most` latest.

    Raises:
        OSError: the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        found = [_Entry(_used_at(entry), entry.path) for entry in entries if entry.name != _SWEPT]
    found.sort(reverse=True)
    for rank, entry in enumerate(found):
        # Another run may take it away as well.
        if rank >= most or now - entry.used > MOST_DAYS * _DAY:
            with suppress(OSError):
                os.unlink(entry.path)  # noqa: PTH108 - a Path for each of many thousands is slow


class _Entry(NamedTuple):
    used: float
    path: str


def _used_at(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat().st_mtime
    except OSError:
        return 0.0


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
