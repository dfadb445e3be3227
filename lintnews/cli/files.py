"""From the paths that a user names to the files to lint, and from a file to its text."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.frozen import changed
from lintnews.readers.formats import SUFFIXES
from lintnews.run import Problem
from lintnews.source import Source, SourceError, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The path that stands for standard input.
STDIN = "-"


class Found:
    """The files to lint, in the order named and sorted within a folder, each once."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.problems: list[Problem] = []


def find(names: Iterable[str]) -> Found:
    """Find the articles that files and folders hold."""
    found = Found()
    seen: set[tuple[int, int]] = set()
    for name in names:
        if name == STDIN or not Path(name).is_dir():
            _add(found, name, seen)
            continue
        failed = len(found.problems)
        articles = [str(path) for path in _walk(Path(name), found, set())]
        for path in articles:
            _add(found, path, seen)
        if not articles and failed == len(found.problems):
            found.problems.append(Problem(name, f"no articles ({', '.join(SUFFIXES)}) in this folder"))
    return found


def read_source(path: str, stdin_name: str, input_format: str | None = None) -> Source | Problem:
    """Read a file, or standard input, which is then called `stdin_name`; its format may be given."""
    name = stdin_name if path == STDIN else path
    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
        return changed(decode(data, name), format=input_format)
    except OSError as error:
        return Problem(name, _reason(error))
    except SourceError as error:
        return Problem(name, str(error))
    except ValueError as error:  # a path with a NUL character
        return Problem(name, f"cannot be read: {error}")


def _add(found: Found, path: str, seen: set[tuple[int, int]]) -> None:
    try:
        status = Path(path).stat()
        key = (status.st_dev, status.st_ino)
    except (OSError, ValueError):
        # Told apart when it is read.
        found.paths.append(path)
        return
    if path == STDIN or key not in seen:
        found.paths.append(path)
    seen.add(key)


def _walk(folder: Path, found: Found, above: set[tuple[int, int]]) -> Iterator[Path]:
    """Yield the articles below a folder. Links are followed, but not back into a folder that we are in."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        found.problems.append(Problem(str(folder), _reason(error)))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(folder / entry.name, found, above | {here})
        elif entry.name.lower().endswith(SUFFIXES) and (entry.is_file() or entry.is_symlink()):
            yield folder / entry.name


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "no such file or folder"
    return f"cannot be read: {error.strerror or error}"
