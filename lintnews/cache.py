"""Results that are costly to repeat, kept between runs in JSON files that may vanish at any time."""

from __future__ import annotations

import json
import os
import sys
import zlib
from _thread import get_ident  # threading brings more than a start needs
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.records import NamedTuple
from lintnews.shelf import Shelf, written

if TYPE_CHECKING:
    from lintnews.shelf import Parts


class Cache(NamedTuple):
    """A folder of entries; `folder` None keeps nothing.

    An entry has a name, under which it is overwritten, and a key, which says what it was made from. No
    failure of the disk ever reaches the caller: what cannot be read is missing, what cannot be written is
    lost.
    """

    folder: Path | None

    def get(self, name: str, key: str) -> Any | None:
        """Return the value stored under `name` where it was made from `key`, else None."""
        if self.folder is None:
            return None
        try:
            entry = json.loads((self.folder / f"{name}.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return entry.get("value") if isinstance(entry, dict) and entry.get("key") == key else None

    def get_bytes(self, name: str, key: str) -> bytes | None:
        """Return the bytes stored under `name` where they were made from `key` and are whole, else None."""
        if self.folder is None:
            return None
        try:
            # A run over an archive of articles asks for thousands: a Path for each is slow.
            with open(f"{self.folder}/{name}.bin", "rb") as entry:  # noqa: PTH123
                head, _, body = entry.read().partition(b"\n")
            return body if json.loads(head) == [key, zlib.crc32(body)] else None
        except (OSError, ValueError, RecursionError):
            return None

    def put_bytes(self, name: str, key: str, body: bytes) -> None:
        """Store bytes for `get_bytes`; otherwise as `put`."""
        self._write(f"{name}.bin", json.dumps([key, zlib.crc32(body)]).encode("ascii") + b"\n" + body)

    def open(self, name: str, key: str) -> Shelf | None:
        """Return the entry that `put_parts` stored under `name` where it was made from `key`, else None."""
        if self.folder is None:
            return None
        try:
            return Shelf(self.folder / f"{name}.bin", key)
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def put_parts(self, name: str, key: str, head: bytes, parts: Parts) -> None:
        """Store what `open` reads; otherwise as `put`."""
        self._write(f"{name}.bin", written(key, head, parts))

    def put(self, name: str, key: str, value: Any) -> None:
        """Store a value that JSON can hold; of several writers at once the last one stays, whole."""
        self._write(f"{name}.json", json.dumps({"key": key, "value": value}).encode("ascii"))

    def forget(self, name: str) -> None:
        """Take away what `put_bytes` or `put_parts` stored under a name."""
        if self.folder is not None:
            _discard(self.folder / f"{name}.bin")

    def _write(self, name: str, content: bytes) -> None:
        if self.folder is None:
            return
        draft = self.folder / f"{name}.{os.getpid()}.{get_ident()}.tmp"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(content)
            draft.replace(self.folder / name)
        except OSError:
            _discard(draft)


NO_CACHE = Cache(None)


def user_cache() -> Cache:
    """Return the cache in the user's cache folder; XDG_CACHE_HOME is heeded on every platform."""
    try:
        return Cache(_user_folder() / "lintnews")
    except RuntimeError:  # no home folder
        return NO_CACHE


def _user_folder() -> Path:
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    # The specification has relative paths ignored.
    if chosen and Path(chosen).is_absolute():
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    return Path.home() / ".cache"


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
