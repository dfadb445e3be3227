"""What gzip and xz hold, read bit by bit; whatever they are made of, memory stays bounded."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from typing import TYPE_CHECKING

from lintnews.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Buffer  # type: ignore[attr-defined,unused-ignore]

# xz may ask for gigabytes before it gives the first byte; its strongest preset needs 65 MB.
_MOST_MEMORY = 256 * 1024 * 1024
_CHUNK = 64 * 1024


def unpacked(stream: io.BufferedReader, suffix: str) -> io.BufferedReader:
    """Return a stream of what a compressed one holds; `suffix` is `.gz` or `.xz`.

    Reading it raises SourceError where the compression is broken.
    """
    inner = gzip.GzipFile(fileobj=stream) if suffix == ".gz" else _Xz(stream)
    return io.BufferedReader(_Told(inner), _CHUNK)


class _Told(io.RawIOBase):
    """Says in one line what is wrong with compressed data."""

    def __init__(self, inner: io.RawIOBase | gzip.GzipFile) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        try:
            data = self._inner.read(len(memoryview(buffer))) or b""
        except (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError) as error:
            raise SourceError(f"has broken compression: {error}") from error
        memoryview(buffer)[: len(data)] = data
        return len(data)


class _Xz(io.RawIOBase):
    """A file of one or more streams of xz; `lzma.LZMAFile` sets no bound to the memory that they take."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._unpacker = self._fresh()
        self._begun = False

    def _fresh(self) -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_MEMORY)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes, none at the end."""
        while True:
            if self._unpacker.eof:
                rest = self._unpacker.unused_data or self._stream.read(_CHUNK)
                # Streams may be padded with zeros.
                rest = rest.lstrip(b"\0")
                if not rest:
                    return b""
                self._unpacker, self._begun = self._fresh(), False
            elif self._unpacker.needs_input:
                rest = self._stream.read(_CHUNK)
                if not rest:
                    raise EOFError("it breaks off")
            else:
                rest = b""
            self._begun = True
            data = self._unpacker.decompress(rest, max(1, size))
            if data:
                return data
