"""Rules of kind `phrase`: entries of words, slots and inflected forms, matched token by token."""

from __future__ import annotations

import json
from functools import cached_property, partial
from typing import TYPE_CHECKING

from lintnews.matchers.elements import fits, outline_of
from lintnews.matchers.entry import Entry
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit
    from lintnews.matchers.anchors import Anchor
    from lintnews.matchers.elements import Outline
    from lintnews.shelf import Parts


#: A token at which a row of an entry may begin, the entry and the row: plain, for there are very many.
Start = tuple[int, int, int]


class Key(NamedTuple):
    """What leads to a row of an entry: its anchor."""

    entry: int
    row: int
    anchor: Anchor


class Phrase:
    """The entries of a rule, as JSON, each in a line of `block`, until one is needed; read only then, too.

    `keys` are the words that lead to them, where it was just compiled; a pack keeps them in its index.
    """

    def __init__(self, block: bytes | Callable[[], bytes], keys: tuple[Key, ...] = ()) -> None:
        self._block = block
        self.keys = keys
        self._entries: dict[int, Entry] = {}
        self._outlines: dict[tuple[int, int], Outline] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self.block == other.block

    def __hash__(self) -> int:
        return hash(self.block)

    @classmethod
    def of(cls, entries: Iterable[Entry], keys: Iterable[Key]) -> Phrase:
        """Return the phrase rule of these entries."""
        bodies = (json.dumps(entry.plain(), separators=(",", ":")) for entry in entries)
        return cls("\n".join(bodies).encode("ascii"), tuple(keys))

    @property
    def block(self) -> bytes:
        """The entries as JSON, a line each."""
        return self._block if isinstance(self._block, bytes) else self._block()

    @cached_property
    def _bodies(self) -> list[bytes]:
        return self.block.split(b"\n")

    def entry(self, number: int) -> Entry:
        """Return an entry, made when first asked for."""
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = Entry.from_plain(json.loads(self._bodies[number]))
        return entry

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries."""
        return tuple(map(self.entry, range(len(self._bodies))))

    def hits(self, facts: Facts, starts: Iterable[Start]) -> Iterator[Hit]:
        """Yield the matches among `starts`; of two that overlap, the first, the longer, the earlier entry."""
        found = [
            (hit.span.start, -hit.span.end, entry, row, token, hit)
            for token, entry, row in dict.fromkeys(self._likely(facts.tokens, starts))
            if (hit := self.entry(entry).hit_at(facts, row, token))
        ]
        reached = 0
        for begin, *_, hit in sorted(found, key=lambda item: item[:5]):
            if begin >= reached:
                reached = hit.span.end
                yield hit

    def _likely(self, tokens: Sequence[Token], starts: Iterable[Start]) -> Iterator[Start]:
        """Yield the starts from which the words that stand at fixed places are there."""
        outlines = self._outlines
        for start in starts:
            token, entry, row = start
            outline = outlines.get((entry, row))
            if outline is None:
                outline = outlines[entry, row] = outline_of(self.entry(entry).rows[row])
            if fits(outline, tokens, token):
                yield start

    def plain(self, parts: Parts) -> tuple[int, ...]:
        """Return where in `parts` it has put the entries."""
        return tuple(parts.add(self.block))

    @classmethod
    def from_plain(cls, plain: Sequence[int], part: Callable[[Sequence[int]], bytes]) -> Phrase:
        """Undo `plain`; the entries are read when one is needed."""
        return cls(partial(part, plain))
