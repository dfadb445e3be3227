"""Packs: rules written in YAML files. Read, held against the schema, compiled once and kept in the cache."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, Cache
from lintnews.content import content_of
from lintnews.packs.definition import FORMAT, Definition, Pack, keys
from lintnews.packs.kept import Packs, keep, kept
from lintnews.packs.search import checks_of
from lintnews.unusable import PackError, PackProblem
from lintnews.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Definition",
    "Pack",
    "PackError",
    "PackProblem",
    "Packs",
    "builtin_packs",
    "checks_of",
    "keys",
    "load",
    "load_all",
    "state_of",
]

SUFFIXES = (".yaml", ".yml")
#: A folder of this name holds word lists of rules in code, no packs.
WORD_LISTS = "lexicon"


def load(path: Path, cache: Cache = NO_CACHE) -> Pack:
    """Read one pack, from the cache where the file has not changed since.

    Raises:
        PackError: it cannot be read or breaks the schema; holds every problem with its line.
    """
    return _load(str(path), _key(str(path)), cache)


def load_all(places: Iterable[Path], cache: Cache = NO_CACHE) -> Packs:
    """Read packs, each place a file or a folder of them; unchanged ones come from one entry of the cache.

    Raises:
        PackError: with the problems of all of them together.
    """
    keys_by_path: dict[str, str] = {}
    problems: list[PackProblem] = []
    for place in places:
        try:
            keys_by_path.update(_files(str(place)))
        except PackError as error:
            problems += error.problems
    paths, key = list(keys_by_path), "\n".join(keys_by_path.values())
    name = _name(paths)
    found = None if problems else kept(cache, name, key, paths, lambda: load_all(map(Path, paths), cache))
    if found is not None:
        return found
    packs: list[Pack] = []
    for path, own_key in keys_by_path.items():
        try:
            packs.append(_load(path, own_key, cache))
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    together = Packs(packs)
    if len(packs) > 1:
        keep(cache, name, key, together)
    return together


def builtin_packs(cache: Cache = NO_CACHE) -> Packs:
    """Read the packs that come with lintnews."""
    package = Path(__file__).parents[1]
    # In a wheel they lie inside the package, in a checkout beside it.
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return load_all([folder], cache)
    return Packs()


def state_of(places: Iterable[Path]) -> str:
    """Return what changes when one of these packs does, each place a file or a folder of them.

    Raises:
        PackError: one is gone.
    """
    return "\n".join(key for place in places for key in _files(str(place)).values())


def _packs_in(folder: str, top: str) -> Iterator[str]:
    """Yield the files of a folder and its subfolders that are packs, in order; links must not leave `top`.

    Raises:
        PackError: one does, or a folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise _unreadable(folder, error) from error
    for entry in found:
        if entry.name.startswith(".") or entry.name == WORD_LISTS:
            continue
        if entry.is_symlink() and not _is_below(entry.path, top):
            raise PackError([PackProblem(entry.path, "is a link that leads out of the folder of packs")])
        # What a link to a folder leads to is found without it.
        if entry.is_dir(follow_symlinks=False):
            yield from _packs_in(entry.path, top)
        elif entry.name.endswith(SUFFIXES):
            yield entry.path.removeprefix(f".{os.sep}")


def _is_below(path: str, folder: str) -> bool:
    top = os.path.realpath(folder)
    return os.path.commonpath((os.path.realpath(path), top)) == top


def _load(path: str, key: str, cache: Cache) -> Pack:
    name = _name([path])
    found = kept(cache, name, key, [path], lambda: Packs([_load(path, key, cache)]))
    if found:
        return found[0]
    from lintnews.packs.schema import read_pack  # noqa: PLC0415 - brings PyYAML

    pack = read_pack(_content(path), path)
    keep(cache, name, key, Packs([pack]))
    return pack


def _name(paths: Iterable[str]) -> str:
    # Of two lists that share a name, the key tells which one an entry is of.
    together = "\0".join(map(os.path.abspath, paths))
    return f"packs-{zlib.crc32(together.encode('utf-8', 'surrogateescape')):08x}"


def _key(path: str) -> str:
    """Return what changes when the file does: as with Python's bytecode, its size and when it was written."""
    try:
        state = os.stat(path)  # noqa: PTH116 - a Path for each is slow
    except OSError as error:
        raise _unreadable(path, error) from error
    where = os.path.abspath(path)  # noqa: PTH100 - does not touch the disk
    return f"{__version__}/{FORMAT} {state.st_size} {state.st_mtime_ns} {where}"


def _content(path: str) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> PackError:
    return PackError([PackProblem(path, error.strerror or str(error))])


def _files(place: str) -> dict[str, str]:
    """Return the packs at a place, each with its key."""
    if not os.path.isdir(place):  # noqa: PTH112 - a start asks
        return {place: _key(place)}
    found = {path: _key(path) for path in _packs_in(place, place)}
    if not found:
        raise PackError([PackProblem(place, f"no packs ({', '.join(SUFFIXES)}) in this folder")])
    return found
