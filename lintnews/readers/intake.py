"""From the bytes of a file to its sources: one of most files, one for each record of an archive.

Everything that is read is bounded: a file that is one source by `MOST_BYTES`, a record by `MOST_RECORD`, so
that neither an endless device nor a bomb of compressed zeros can fill the memory.
"""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from lintnews.frozen import changed
from lintnews.readers.formats import ARCHIVES, COMPRESSED, SNIFFED, format_of
from lintnews.records import NamedTuple
from lintnews.source import Record, Source, SourceError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Bytes of a file that is no archive, after it was decompressed.
MOST_BYTES = 256 * 1024 * 1024
#: Bytes of a file with markup: its pieces take many times its size.
MOST_MARKUP_BYTES = 32 * 1024 * 1024
_MAGIC = {b"\x1f\x8b": ".gz", b"\xfd7zXZ\x00": ".xz"}
_ZIP = b"PK\x03\x04"
_PARQUET = b"PAR1"
# Bytes by which a format is told.
_PEEKED = 64 * 1024


class Reading(NamedTuple):
    """How the user wants files to be read.

    Attributes:
        format: a name of `FORMATS` for all files, None where each tells.
        fields: names of the fields or columns that hold prose, empty for the usual ones.
        since: the first record of an archive that is wanted, where earlier ones were done in another run.
    """

    format: str | None = None
    fields: tuple[str, ...] = ()
    since: Record | None = None


class BadRecord(NamedTuple):
    """A record that cannot be read; the message is one line for the user."""

    record: Record
    message: str


def sources_of(stream: BinaryIO, name: str, reading: Reading | None = None) -> Iterator[Source | BadRecord]:
    """Yield the source of a file, or the records of an archive one after the other.

    Of an archive only one record is held at a time. `stream` is at its start; `name` is what the file is
    called.

    Raises:
        SourceError: the file holds no text, is too long, or its compression is broken.
        OSError: it cannot be read.
    """
    reading = reading or Reading()
    opened, is_compressed = _decompressed(stream, name)
    form = reading.format or _format(name, opened.peek(_PEEKED))
    if form == "parquet":
        from lintnews.readers.parquet import rows_of  # noqa: PLC0415

        yield from rows_of(opened, name, reading)
        return
    if form in ARCHIVES:
        from lintnews.readers.records import records_of  # noqa: PLC0415 - few files are archives

        yield from records_of(opened, name, form, reading)
        return
    source = _whole(opened, name, form)
    if reading.fields or is_compressed:
        source = changed(source, fields=reading.fields, is_read_only=source.is_read_only or is_compressed)
    yield source


def format_at(stream: BinaryIO, name: str) -> str | None:
    """Return the format of a file as it begins; `stream` is at its start. Raises as `sources_of`."""
    return _format(name, _decompressed(stream, name)[0].peek(_PEEKED))


def _whole(stream: io.BufferedReader, name: str, form: str | None) -> Source:
    most = MOST_BYTES if form in (None, "text") else MOST_MARKUP_BYTES
    data = stream.read(most + 1)
    if len(data) > most:
        raise SourceError(f"is longer than {most // 2**20} MB: only archives may be")
    if form == "docx" or (form is None and data.startswith(_ZIP)):
        from lintnews.readers.docx import source_of  # noqa: PLC0415

        return source_of(data, name)
    return changed(decode(data, name), format=form)


def _format(name: str, head: bytes) -> str | None:
    """Return the format as far as it must be known before the text is decoded."""
    if head.startswith(_ZIP):
        return "docx"
    if head.startswith(_PARQUET):
        return "parquet"
    sample = head[: 4 * SNIFFED].decode("utf-8", "replace")
    return format_of(name, sample)


def _decompressed(stream: BinaryIO, name: str) -> tuple[io.BufferedReader, bool]:
    # A second buffer around the first would, when it goes, find the file open and complain.
    opened = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("Any", stream))
    head = opened.peek(8)
    suffix = next((suffix for magic, suffix in _MAGIC.items() if head.startswith(magic)), "")
    if not suffix:
        named = PurePath(name).suffix.lower()
        if named in COMPRESSED and head:
            raise SourceError(f"is called {named} but is not compressed so")
        return opened, False
    from lintnews.readers.compression import unpacked  # noqa: PLC0415 - few files are compressed

    return unpacked(opened, suffix), True
