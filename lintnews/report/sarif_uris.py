"""Paths and encodings as SARIF names them."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

# Python's names of the codecs that `source.decode` knows, where IANA has another.
_IANA = {
    "cp1252": "windows-1252",
    "latin-1": "ISO-8859-1",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
}


def as_uri(path: str) -> str:
    """Return a relative path as a relative URI reference, an absolute one with its scheme."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(path))


def iana_name(codec: str) -> str:
    """Return IANA's name of a character set."""
    return _IANA.get(codec, codec)
