"""Rules of kind `phrase`: entries of words, slots and inflected forms, matched token by token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from lintnews.matchers.anchors import Anchor
from lintnews.matchers.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.finding import Hit


class Start(NamedTuple):
    """A token at which a row of an entry may begin."""

    token: int
    entry: int
    row: int


class Key(NamedTuple):
    """What leads to a row of an entry: its anchor."""

    entry: int
    row: int
    anchor: Anchor


@dataclass(frozen=True)
class Phrase:
    """The entries of a rule, as plain JSON until one is needed, and the words that lead to them."""

    bodies: tuple[Any, ...]
    keys: tuple[Key, ...]
    _entries: dict[int, Entry] = field(default_factory=dict, compare=False, repr=False)

    @property
    def needs(self) -> tuple[str, ...]:
        """The anchors' words."""
        return tuple(dict.fromkeys(key.anchor.fold for key in self.keys))

    def entry(self, number: int) -> Entry:
        """Return an entry, made when first asked for."""
        if number not in self._entries:
            self._entries[number] = Entry.from_plain(self.bodies[number])
        return self._entries[number]

    def hits(self, facts: Facts, starts: Iterable[Start]) -> Iterator[Hit]:
        """Yield the matches among `starts`; of two that overlap, the first, the longer, the earlier entry."""
        found = [
            (hit.span.start, -hit.span.end, start.entry, hit)
            for start in dict.fromkeys(starts)
            if (hit := self.entry(start.entry).hit_at(facts, start.row, start.token))
        ]
        reached = 0
        for begin, _, _, hit in sorted(found, key=lambda item: item[:3]):
            if begin >= reached:
                reached = hit.span.end
                yield hit

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {"bodies": list(self.bodies), "keys": [[key.entry, key.row, *key.anchor] for key in self.keys]}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Phrase:
        """Undo `plain`."""
        keys = tuple(Key(entry, row, Anchor(*anchor)) for entry, row, *anchor in plain["keys"])
        return cls(tuple(plain["bodies"]), keys)


class Phrasebook:
    """All phrases of several rules, found together: one look-up for each word of an article."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._by_word: dict[str, list[tuple[int, Key]]] | None = None
        self._found: WeakKeyDictionary[Facts, dict[int, list[Start]]] = WeakKeyDictionary()

    def starts(self, facts: Facts) -> Mapping[int, Sequence[Start]]:
        """Return where entries may begin, by the number of their Phrase; those that cannot are absent."""
        found = self._found.get(facts)
        if found is None:
            found = self._found[facts] = self._search(facts)
        return found

    def _search(self, facts: Facts) -> dict[int, list[Start]]:
        by_word = self._index()
        found: dict[int, list[Start]] = {}
        for fold, places in facts.word_index.by_fold.items():
            keys = by_word.get(fold)
            if keys:
                _collect(keys, places, facts, found)
            if fold.endswith("'s") and (keys := by_word.get(fold[:-2])):
                _collect(keys, places, facts, found)
        return found

    def _index(self) -> dict[str, list[tuple[int, Key]]]:
        if self._by_word is None:
            self._by_word = {}
            for number, phrase in enumerate(self._phrases):
                for key in phrase.keys:
                    self._by_word.setdefault(key.anchor.fold, []).append((number, key))
        return self._by_word


def _collect(
    keys: Sequence[tuple[int, Key]], places: Sequence[int], facts: Facts, found: dict[int, list[Start]]
) -> None:
    """Add to `found` what may begin around the words at `places`, by the number of its Phrase."""
    tokens = facts.tokens
    for place in places:
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        for number, (entry, row, (_, least, most, second)) in keys:
            if second and (following is None or second not in (following.fold, following.base)):
                continue
            begins = range(max(0, place - most), place - least + 1)
            found.setdefault(number, []).extend(Start(token, entry, row) for token in begins)
