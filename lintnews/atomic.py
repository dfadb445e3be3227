"""Put new content in the place of a file so that whatever happens either the old or the new is there, whole.

    >>> save(source, text)  # an article, as read, with another text
    >>> replace_file("story.txt", old=b"teh", new=b"the")

The new content is written beside the file under a name of its own, brought to the disk, and only then given
the file's name. A full disk, a broken connection, a crash or `kill -9` before that moment leaves the old file
as it is; the most that stays behind is a hidden file `.story.txt.….tmp`.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.source import Source, SourceError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator


class WriteError(Exception):
    """Why a file was left as it is; the message is one line for the user, without the path."""


def save(source: Source, text: str) -> None:
    """Write `text` to the file that `source` was read from, in its encoding and with its byte-order mark.

    Line ends are written as they stand in `text`.

    Raises:
        WriteError: as for `replace_file`, or the encoding of the file lacks a character of `text`.
        ValueError: the source has no path.
    """
    if source.path is None:
        raise ValueError("a text without a path cannot be saved")
    try:
        new = source.encode(text)
        again = decode(new)
    except SourceError as error:
        raise WriteError(str(error)) from error
    if again.text != text:
        raise WriteError(f"would be read as {again.encoding}, not as {source.encoding}: nothing written")
    replace_file(source.path, source.encode(source.text), new)


def replace_file(path: str | os.PathLike[str], old: bytes, new: bytes) -> None:
    """Write `new` to the file at `path`, which must still hold `old`.

    A link is followed, and stays. Mode, owner, group and extended attributes (with them access lists) stay.
    Of several names of one file (hard links) only this one gets the new content.

    Raises:
        WriteError: the file was left as it is: it is read-only, is another user's, is no plain file, was
            changed or went away in the meantime, or the disk is full.
    """
    try:
        target = Path(path).resolve(strict=True)
        status = _hold_writable(target)
        draft = _draft(target, new, status)
        try:
            _hold_unchanged(target, old)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead round in a circle
        reason = getattr(error, "strerror", None) or str(error)
        raise WriteError(f"cannot be written: {reason}") from error
    _bring_to_disk(target.parent)


def _hold_writable(target: Path) -> os.stat_result:
    """Return the state of a file that may be written. Only its folder decides that for a rename.

    A file without any write bit was meant to stay as it is, even where root, who needs none, asks.
    """
    status = target.stat()
    if not stat.S_ISREG(status.st_mode):
        raise WriteError("cannot be written: it is no plain file")
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only")
    return status


def _hold_unchanged(target: Path, old: bytes) -> None:
    if target.read_bytes() != old:
        raise WriteError("was changed by someone else in the meantime: nothing written")


def _draft(target: Path, content: bytes, status: os.stat_result) -> Path:
    """Write the content on the disk, beside its target and like it in all but its name."""
    import tempfile  # noqa: PLC0415 - most runs write nothing

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    draft = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a descriptor, no path
            stream.write(content)
            stream.flush()
            _make_alike(target, draft, status)
            os.fsync(stream.fileno())
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return draft


def _make_alike(target: Path, draft: Path, status: os.stat_result) -> None:
    """Give a draft the owner, group, mode and extended attributes of its target."""
    if hasattr(os, "chown"):
        own = draft.stat()
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            try:
                os.chown(draft, status.st_uid, status.st_gid)
            except PermissionError as error:
                raise PermissionError(error.errno, "its owner or group would change") from error
    for name, value in _attributes(target):
        with suppress(OSError):  # what the system keeps for itself, it also sets itself
            os.setxattr(draft, name, value)
    # Last: a change of owner takes the set-user-id bits away.
    draft.chmod(stat.S_IMODE(status.st_mode))


def _attributes(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the extended attributes of a file, none where the system or the disk knows of none."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(path):
            yield name, os.getxattr(path, name)


def _bring_to_disk(folder: Path) -> None:
    """Make sure that the new name outlives a power cut. The content is there already: no failure matters."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
