"""Sets of packs, and their entry in the cache.

The head of an entry is read at a start; what it leaves out (where phrases may begin, entries, examples) lies
in parts. A part that turns out to be broken when it is needed has the packs compiled anew.
"""

from __future__ import annotations

import marshal
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lintnews.packs import examples
from lintnews.packs.definition import Definition, Pack
from lintnews.packs.index import KeptIndex, OwnIndex, joined
from lintnews.shelf import BrokenPartError, Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.cache import Cache
    from lintnews.packs.index import Index
    from lintnews.shelf import Shelf

#: What `marshal` writes depends on it.
PYTHON = sys.implementation.cache_tag


class Packs(tuple[Pack, ...]):  # noqa: SLOT001 - a tuple that keeps its index
    """Packs with one index for all of them."""

    @cached_property
    def phrase_index(self) -> Index:
        """Where their phrases may begin; leads name packs by their numbers here."""
        return joined([pack.index for pack in self])


def keep(cache: Cache, name: str, key: str, packs: Packs) -> None:
    """Store packs."""
    if cache.folder is None:
        return
    parts = Parts()
    heads = [[definition.plain(parts) for definition in pack.definitions] for pack in packs]
    head = marshal.dumps((heads, KeptIndex.plain(packs.phrase_index, parts)))
    cache.put_parts(name, f"{PYTHON} {key}", head, parts)


def kept(cache: Cache, name: str, key: str, paths: Sequence[str], again: Callable[[], Packs]) -> Packs | None:
    """Return the packs of an entry, None where there is no such entry, or it is broken.

    `again` compiles the same packs anew.
    """
    shelf = cache.open(name, f"{PYTHON} {key}")
    if shelf is None:
        return None
    try:
        heads, plain_index = marshal.loads(shelf.head)  # noqa: S302 - ours, as its checksum says
        reader = _Reader(shelf, lambda: _anew(cache, name, again))
        index = KeptIndex(plain_index, reader.index_part)
        rows = zip(paths, heads, strict=True)
        packs = Packs(_pack(number, path, plain, index, reader) for number, (path, plain) in enumerate(rows))
    except (AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError):
        return None
    packs.phrase_index = index
    return packs


def _anew(cache: Cache, name: str, again: Callable[[], Packs]) -> Packs:
    cache.forget(name)
    return again()


def _pack(number: int, path: str, plain: Iterable[Any], index: KeptIndex, reader: _Reader) -> Pack:
    definitions = tuple(
        Definition.from_plain(item, _Later(reader, number, place), path) for place, item in enumerate(plain)
    )
    return Pack(path, definitions, OwnIndex(index, number))


class _Reader:
    """Reads parts of an entry, or makes them anew."""

    def __init__(self, shelf: Shelf, again: Callable[[], Packs]) -> None:
        self._shelf, self._again = shelf, again

    @cached_property
    def packs(self) -> Packs:
        """The packs compiled anew."""
        return self._again()

    def part(self, place: Iterable[int], otherwise: Callable[[], bytes]) -> bytes:
        try:
            return self._shelf.part(place)
        except BrokenPartError:
            return otherwise()

    def index_part(self, place: Iterable[int], number: int) -> bytes:
        """Return a part of the index, of which there are two."""

        def otherwise() -> bytes:
            parts = Parts()
            KeptIndex.plain(self.packs.phrase_index, parts)
            return parts.written[number]

        return self.part(place, otherwise)


class _Later:
    """Reads what the head of a definition leaves out."""

    def __init__(self, reader: _Reader, pack: int, definition: int) -> None:
        self._reader, self._pack, self._definition = reader, pack, definition

    def examples(self, place: Sequence[int]) -> bytes:
        return self._reader.part(place, lambda: examples.plain(self._anew().rule.examples))

    def entries(self, place: Sequence[int]) -> bytes:
        def otherwise() -> bytes:
            matcher: Any = self._anew().matcher
            block: bytes = matcher.block
            return block

        return self._reader.part(place, otherwise)

    def _anew(self) -> Definition:
        return self._reader.packs[self._pack].definitions[self._definition]
