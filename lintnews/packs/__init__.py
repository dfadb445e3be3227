"""Packs: rules written in YAML files. Read, held against the schema, compiled once and kept in the cache."""

from __future__ import annotations

import json
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
]

SUFFIXES = (".yaml", ".yml")
#: A folder of this name holds word lists of rules in code, no packs.
WORD_LISTS = "lexicon"


def load(path: Path, cache: Cache = NO_CACHE) -> Pack:
    """Read one pack, from the cache where its content is known there.

    Raises:
        PackError: it cannot be read or breaks the schema; holds every problem with its line.
    """
    return _load(path, _content(path), cache)


def load_all(places: Iterable[Path], cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """Read packs, each place a file or a folder of them; unchanged ones come from one entry of the cache.

    Raises:
        PackError: with the problems of all of them together.
    """
    contents: list[tuple[Path, bytes]] = []
    problems: list[PackProblem] = []
    for place in places:
        try:
            contents += [(path, _content(path)) for path in _files(place)]
        except PackError as error:
            problems += error.problems
    paths = [path for path, _ in contents]
    key = _key(*(content for _, content in contents))
    kept = () if problems else _kept(cache, paths, key)
    if kept:
        return kept
    packs: list[Pack] = []
    for path, content in contents:
        try:
            packs.append(_load(path, content, cache))
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


def _load(path: Path, content: bytes, cache: Cache) -> Pack:
    key = _key(content)
    kept = _kept(cache, [path], key)
    if kept:
        return kept[0]
    from lintnews.packs.schema import read_pack  # noqa: PLC0415 - brings PyYAML

    pack = read_pack(content, str(path))
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
    together = "\0".join(str(path.absolute()) for path in paths)
    return "packs-" + _digest(together.encode("utf-8", "surrogateescape"))


def _key(*contents: bytes) -> str:
    return "/".join((__version__, str(FORMAT), *map(_digest, contents)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError([PackProblem(str(path), error.strerror or str(error))]) from error


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    found = packs_in(place)
    if not found:
        raise PackError([PackProblem(str(place), f"no packs ({', '.join(SUFFIXES)}) in this folder")])
    return found


def _digest(content: bytes) -> str:
    import hashlib  # noqa: PLC0415 - loads OpenSSL

    return hashlib.blake2b(content, digest_size=16).hexdigest()
