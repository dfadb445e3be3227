"""An entry of the cache of which a head is read at once, and parts when they are asked for."""

from __future__ import annotations

import json
import os
import zlib
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# The first line of an entry is shorter.
_LONGEST_LINE = 64 * 1024


class Place(NamedTuple):
    """Where a part lies, in bytes from the end of the head, and its checksum."""

    start: int
    end: int
    checksum: int


class BrokenPartError(Exception):
    """A part is not as it was written."""


class Parts:
    """The parts of an entry in the making."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> Place:
        """Add a part, and return where it will lie."""
        self.written.append(part)
        start, self._size = self._size, self._size + len(part)
        return Place(start, self._size, zlib.crc32(part))


class Shelf:
    """An entry as it lies on the disk, or once lay: it stays readable where it is replaced or deleted."""

    def __init__(self, path: Path, key: str) -> None:
        """Read the head.

        Raises:
            OSError: there is no such entry.
            ValueError: it is broken, or was made from something else.
        """
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._whole: bytes | None = None
        line = self._read(0, _LONGEST_LINE).partition(b"\n")[0]
        made_from, checksum, size = json.loads(line)
        self._start = len(line) + 1 + size
        self.head = self._read(len(line) + 1, self._start)
        if made_from != key or zlib.crc32(self.head) != checksum:
            raise ValueError("is another entry, or broken")

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            os.close(self._file)

    def part(self, place: Iterable[int]) -> bytes:
        """Return a part.

        Raises:
            BrokenPartError: it is not as it was written.
        """
        start, end, checksum = place
        try:
            part = self._read(self._start + start, self._start + end)
        except OSError as error:
            raise BrokenPartError(str(error)) from error
        if len(part) != end - start or zlib.crc32(part) != checksum:
            raise BrokenPartError("is not as it was written")
        return part

    def _read(self, start: int, end: int) -> bytes:
        if hasattr(os, "pread"):
            # No place in the file that threads, or processes forked from here, could move for each other.
            return os.pread(self._file, end - start, start)
        if self._whole is None:
            with os.fdopen(os.dup(self._file), "rb") as stream:
                self._whole = stream.read()
        return self._whole[start:end]


def written(key: str, head: bytes, parts: Parts) -> bytes:
    """Return an entry as `Shelf` reads it."""
    line = json.dumps([key, zlib.crc32(head), len(head)]).encode("ascii")
    if len(line) >= _LONGEST_LINE:
        raise ValueError("the key is too long")
    return b"".join([line, b"\n", head, *parts.written])
