"""From the paths that a user names to the files to lint, and from a file to its text."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lintnews.checked import Problem, in_record
from lintnews.cli.patience import PatientPipe
from lintnews.readers.formats import SUFFIXES, is_article
from lintnews.readers.intake import BadRecord, Reading, sources_of
from lintnews.source import NoArticleError, Source, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lintnews.cli.patience import Meanwhile

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))
#: The path that stands for standard input.
STDIN = "-"


class Found:
    """The files to lint, in the order named and sorted within a folder, each once.

    Those that nobody named were `searched` for: what turns out to hold no article is then no problem.
    """

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.problems: list[Problem] = []
        self.searched: set[str] = set()
        self.left_out = False


def nothing(path: str) -> bool:  # noqa: ARG001
    """Leave out nothing."""
    return False


def find(
    names: Iterable[str],
    is_excluded: Callable[[str], bool] = nothing,
    is_hidden: Callable[[str], bool] = nothing,
) -> Found:
    """Find the articles that files and folders hold.

    What a search is to leave out `is_excluded`; what is to be left out even where it is named `is_hidden`.
    """
    found = Found()
    seen: set[tuple[int, int]] = set()
    for name in names:
        if not name:  # an empty variable of a shell, not the current folder
            found.problems.append(Problem("''", "is no path"))
            continue
        if name != STDIN and is_hidden(name):
            continue
        if name == STDIN or not Path(name).is_dir():
            _add(found, name, seen)
            continue
        failed = len(found.problems)
        articles = list(_walk(str(Path(name)), found, is_excluded))
        found.searched.update(articles)
        for path in articles:
            _add(found, path, seen)
        if not articles and failed == len(found.problems):
            but = " but those excluded" if found.left_out else ""
            found.problems.append(Problem(name, f"no articles ({', '.join(SUFFIXES)}) in this folder{but}"))
    return found


def sources(
    path: str, stdin_name: str, reading: Reading, meanwhile: Meanwhile | None = None
) -> Iterator[Source | Problem]:
    """Yield the source of a file or of standard input, which is then called `stdin_name`.

    Of an archive that is one for each record; what cannot be read is a problem, and ends it or not. What
    comes through a pipe may have to be waited for, and `meanwhile` is done.
    """
    name = stdin_name if path == STDIN else path
    try:
        with _opened(path, meanwhile) as stream:
            for found in sources_of(stream, name, reading):
                yield problem_of(name, found) if isinstance(found, BadRecord) else found
    except OSError as error:
        yield Problem(name, _reason(error))
    except SourceError as error:
        yield Problem(name, str(error), is_no_article=isinstance(error, NoArticleError))
    except ValueError as error:  # a path with a NUL character
        yield Problem(name, f"cannot be read: {error}")


def problem_of(name: str, bad: BadRecord) -> Problem:
    """Say which record it is that cannot be read."""
    return Problem(name, in_record(bad.record, bad.message))


def read_source(path: str, stdin_name: str, reading: Reading | None = None) -> Source | Problem:
    """Read a file that is no archive, or standard input, which is then called `stdin_name`."""
    found = next(sources(path, stdin_name, reading or Reading()), None)
    if found is None or (isinstance(found, Source) and found.record):
        return Problem(stdin_name if path == STDIN else path, "is an archive, which only ‘check’ reads")
    return found


@contextmanager
def _opened(path: str, meanwhile: Meanwhile | None) -> Iterator[BinaryIO]:
    if path == STDIN:
        if sys.stdin is None:
            raise SourceError("is closed")
        yield _patient(sys.stdin.fileno(), meanwhile) if meanwhile else sys.stdin.buffer
        return
    if path.endswith(_SEPARATORS):
        path = str(Path(path))
    # There may be thousands, and a Path for each is slow.
    if not stat.S_ISFIFO(os.stat(path).st_mode):  # noqa: PTH116
        with open(path, "rb") as stream:  # noqa: PTH123
            yield stream
        return
    # To open a pipe waits for somebody to write to it, unless one says not to wait.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(handle, True)
    with open(handle, "rb") as pipe:  # noqa: PTH123 - a handle, not a path
        stream = _patient(handle, meanwhile) if meanwhile else pipe
        if not stream.peek(1):
            raise SourceError("is a pipe to which nobody writes")
        yield stream


def _patient(handle: int, meanwhile: Meanwhile) -> io.BufferedReader:
    return io.BufferedReader(PatientPipe(handle, meanwhile))


def _add(found: Found, path: str, seen: set[tuple[int, int]]) -> None:
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
        key = (status.st_dev, status.st_ino)
    except (OSError, ValueError):
        # Told apart when it is read.
        found.paths.append(path)
        return
    if path == STDIN or key not in seen:
        found.paths.append(path)
    seen.add(key)


def _walk(folder: str, found: Found, is_excluded: Callable[[str], bool]) -> Iterator[str]:
    """Yield the articles below a folder. Links are followed, but not back into a folder that we are in."""
    # Folders within folders can be deeper than calls within calls.
    open_ones = [(_key(folder), iter(_entries(folder, found)))]
    while open_ones:
        entry = next(open_ones[-1][1], None)
        if entry is None:
            open_ones.pop()
            continue
        path = entry.path.removeprefix(f".{os.sep}")
        try:
            is_folder = entry.is_dir()
        except OSError:  # a link in a circle
            is_folder = False
        if (is_folder or is_article(entry.name)) and is_excluded(entry.path):
            found.left_out = True
            continue
        if is_folder:
            key = _key(path)
            if key not in {above for above, _ in open_ones}:
                open_ones.append((key, iter(_entries(path, found))))
        elif is_article(entry.name) and (entry.is_symlink() or entry.is_file()):
            yield path


def _key(folder: str) -> tuple[int, int]:
    try:
        status = os.stat(folder)  # noqa: PTH116 - as above
    except OSError:
        return (-1, -1)
    return (status.st_dev, status.st_ino)


def _entries(folder: str, found: Found) -> list[os.DirEntry[str]]:
    """Return what a folder holds but for hidden files, among them those of version control."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        found.problems.append(Problem(folder, _reason(error)))
        return []
    return sorted(shown, key=lambda entry: entry.name)


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "no such file or folder"
    return f"cannot be read: {error.strerror or error}"
