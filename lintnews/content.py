"""What a file holds that is no article: settings, packs, lists. All of them are small."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Bytes of such a file.
MOST_BYTES = 64 * 1024 * 1024
# Without it, to open a pipe waits for somebody to write to it.
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def content_of(path: str | Path) -> bytes:
    """Return what is in a file; nothing where it is a pipe to which nobody writes.

    Raises:
        OSError: it cannot be read, or holds more than MOST_BYTES, as an endless device does.
    """
    handle = os.open(path, _AT_ONCE)
    with open(handle, "rb") as stream:  # noqa: PTH123 - a handle, not a path
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content
