"""Packs: rules written in YAML files. Read, held against the schema, compiled once and kept in the cache."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, Cache
from lintnews.matchers import Pattern, Phrase
from lintnews.matchers.literals import Literals
from lintnews.matchers.phrase import Phrasebook
from lintnews.packs.definition import FORMAT, Definition, Pack, keys
from lintnews.packs.problem import PackError, PackProblem
from lintnews.rule import Check
from lintnews.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

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


def load(path: Path, cache: Cache = NO_CACHE) -> Pack:
    """Read one pack, from the cache where its content is known there.

    Raises:
        PackError: it cannot be read or breaks the schema; holds every problem with its line.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PackError([PackProblem(str(path), error.strerror or str(error))]) from error
    name = "pack-" + _digest(str(path.absolute()).encode("utf-8", "surrogateescape"))
    key = f"{__version__}/{FORMAT}/{_digest(content)}"
    cached = cache.get(name, key)
    if cached is not None:
        try:
            return Pack.from_plain(cached, str(path))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            pass  # a broken entry: made anew below
    from lintnews.packs.schema import read_pack  # noqa: PLC0415 - brings PyYAML

    pack = read_pack(content, str(path))
    cache.put(name, key, pack.plain())
    return pack


def load_all(places: Iterable[Path], cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """Read packs, each place a file or a folder of them.

    Raises:
        PackError: with the problems of all of them together.
    """
    packs: list[Pack] = []
    problems: list[PackProblem] = []
    for place in places:
        try:
            packs += [load(path, cache) for path in _files(place)]
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    return tuple(packs)


def builtin_packs(cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """Read the packs that come with lintnews."""
    package = Path(__file__).parents[1]
    # In a wheel they lie inside the package, in a checkout beside it.
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return tuple(load(path, cache) for path in _packs_in(folder))
    return ()


def checks_of(packs: Iterable[Pack]) -> tuple[Check, ...]:
    """Return the rules of packs as checks, which share one search of the article."""
    definitions = [definition for pack in packs for definition in pack.definitions]
    phrases = [d.matcher for d in definitions if isinstance(d.matcher, Phrase)]
    search = Search(
        Literals(lit for d in definitions if isinstance(d.matcher, Pattern) for lit in d.matcher.needs),
        Phrasebook(phrases),
        {id(phrase): number for number, phrase in enumerate(phrases)},
    )
    return tuple(Check(definition.rule, partial(search.hits, definition)) for definition in definitions)


class Search:
    """The search that the rules of several packs share."""

    def __init__(self, literals: Literals, phrasebook: Phrasebook, numbers: dict[int, int]) -> None:
        self._literals, self._phrasebook, self._numbers = literals, phrasebook, numbers

    def hits(self, definition: Definition, facts: Facts) -> Iterator[Hit]:
        """Return the hits of one of the rules."""
        matcher = definition.matcher
        if isinstance(matcher, Phrase):
            return definition.hits(facts, self._phrasebook.starts(facts).get(self._numbers[id(matcher)], ()))
        return definition.hits(facts, self._literals.places(facts))


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    found = _packs_in(place)
    if not found:
        raise PackError([PackProblem(str(place), f"no packs ({', '.join(SUFFIXES)}) in this folder")])
    return found


def _packs_in(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.iterdir() if path.suffix in SUFFIXES and not path.name.startswith(".")
    )


def _digest(content: bytes) -> str:
    import hashlib  # noqa: PLC0415 - loads OpenSSL

    return hashlib.blake2b(content, digest_size=16).hexdigest()
