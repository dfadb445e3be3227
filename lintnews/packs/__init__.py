"""Packs: rules written in YAML files. Read, held against the schema, compiled once and kept in the cache."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, Cache
from lintnews.matchers.blob import Blob
from lintnews.packs.definition import FORMAT, Definition, Pack, keys
from lintnews.packs.problem import PackError, PackProblem
from lintnews.packs.search import checks_of
from lintnews.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "Definition",
    "Pack",
    "PackError",
    "PackProblem",
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
    return _load(path, _key(path), cache)


def load_all(places: Iterable[Path], cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """Read packs, each place a file or a folder of them; unchanged ones come from one entry of the cache.

    Raises:
        PackError: with the problems of all of them together.
    """
    keys_by_path: dict[Path, str] = {}
    problems: list[PackProblem] = []
    for place in places:
        try:
            keys_by_path.update((path, _key(path)) for path in _files(place))
        except PackError as error:
            problems += error.problems
    paths, key = list(keys_by_path), "\n".join(keys_by_path.values())
    kept = () if problems else _kept(cache, paths, key)
    if kept:
        return kept
    packs: list[Pack] = []
    for path, own_key in keys_by_path.items():
        try:
            packs.append(_load(path, own_key, cache))
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    if len(packs) > 1:
        _keep(cache, paths, key, packs)
    return tuple(packs)


def builtin_packs(cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """Read the packs that come with lintnews."""
    package = Path(__file__).parents[1]
    # In a wheel they lie inside the package, in a checkout beside it.
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return load_all(packs_in(folder), cache)
    return ()


def state_of(places: Iterable[Path]) -> str:
    """Return what changes when one of these packs does, each place a file or a folder of them.

    Raises:
        PackError: one is gone.
    """
    return "\n".join(_key(path) for place in places for path in _files(place))


def packs_in(folder: Path) -> list[Path]:
    """Return the files of a folder and its subfolders that are packs, in order."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == WORD_LISTS:
            continue
        if path.is_dir():
            found += packs_in(path)
        elif path.suffix in SUFFIXES:
            found.append(path)
    return found


def _load(path: Path, key: str, cache: Cache) -> Pack:
    kept = _kept(cache, [path], key)
    if kept:
        return kept[0]
    from lintnews.packs.schema import read_pack  # noqa: PLC0415 - brings PyYAML

    pack = read_pack(_content(path), str(path))
    _keep(cache, [path], key, [pack])
    return pack


def _kept(cache: Cache, paths: Sequence[Path], key: str) -> tuple[Pack, ...]:
    """Return the packs of a cache entry; none where there is no such entry, or it is broken."""
    body = cache.get_bytes(_name(paths), key)
    if body is None:
        return ()
    try:
        heads = json.loads(body[body.rindex(b"\n") :])
        return tuple(Pack.from_plain(head, body, str(path)) for head, path in zip(heads, paths, strict=True))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return ()


def _keep(cache: Cache, paths: Sequence[Path], key: str, packs: Iterable[Pack]) -> None:
    blob = Blob()
    heads = json.dumps([pack.plain(blob) for pack in packs], separators=(",", ":"))
    cache.put_bytes(_name(paths), key, b"".join([*blob.parts, b"\n", heads.encode("ascii")]))


def _name(paths: Iterable[Path]) -> str:
    # Of two lists that share a name, the key tells which one an entry is of.
    together = "\0".join(str(path.absolute()) for path in paths)
    return f"packs-{zlib.crc32(together.encode('utf-8', 'surrogateescape')):08x}"


def _key(path: Path) -> str:
    """Return what changes when the file does: as with Python's bytecode, its size and when it was written."""
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    return f"{__version__}/{FORMAT} {state.st_size} {state.st_mtime_ns} {path.absolute()}"


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> PackError:
    return PackError([PackProblem(str(path), error.strerror or str(error))])


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    found = packs_in(place)
    if not found:
        raise PackError([PackProblem(str(place), f"no packs ({', '.join(SUFFIXES)}) in this folder")])
    return found
