"""Options that some formats alone have a use for: where no file has such a format, they are a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cli.declared import UsageError
from lintnews.cli.files import STDIN
from lintnews.readers.formats import ARCHIVES, WITH_FIELDS, named_format
from lintnews.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lintnews.readers.intake import Reading


def hold_fit(
    paths: Sequence[str], reading: Reading, *, stdin_name: str = STDIN, resumes: bool = False
) -> None:
    """Hold the options for fields and for interrupted runs against the files to read.

    Raises:
        UsageError: no file is of a format that has such.
    """
    if reading.fields and not _has_any(paths, stdin_name, reading.format, WITH_FIELDS):
        raise UsageError(
            f"--field names a field of JSON or a column of CSV or Parquet: {_none(paths, 'has')}"
        )
    if resumes and not _has_any(paths, stdin_name, reading.format, ARCHIVES):
        raise UsageError(f"--resume goes on within archives (JSON Lines, CSV, Parquet): {_none(paths, 'is')}")


def _none(paths: Sequence[str], verb: str) -> str:
    return f"{paths[0]} {verb} none" if len(paths) == 1 else f"none of {len(paths):,} files {verb} one"


def _has_any(paths: Sequence[str], stdin_name: str, asked: str | None, formats: Collection[str]) -> bool:
    """Whether a file has one of the formats, as far as that can be known yet; so has none at all."""
    if asked:
        return asked in formats
    found = (_format(path, stdin_name) for path in paths)
    return not paths or any(form is None or form in formats for form in found)


def _format(path: str, stdin_name: str) -> str | None:
    by_name = named_format(stdin_name if path == STDIN else path)
    if by_name:
        return by_name
    from lintnews.readers.intake import format_at  # noqa: PLC0415 - most names tell

    try:
        # What comes once, as through a pipe, is not to be looked at beforehand.
        if path == STDIN or not Path(path).is_file():
            return None
        with Path(path).open("rb") as stream:
            return format_at(stream, path)
    except (OSError, SourceError, ValueError):
        # Told of when it is read.
        return None
