"""Where the phrases of packs may begin: a look-up for each word of an article, however many there are.

A pack's index maps a word to what may follow it ("" for anything) to the phrases that both lead to. It is
plain JSON, made when the pack is compiled, and kept with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from lintnews.matchers.phrase import Start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.matchers.phrase import Key

#: First word to second word to keys, each as five numbers with blanks between them.
Index = dict[str, dict[str, str]]


class _Lead(NamedTuple):
    """A row of an entry that begins `least` to `most` tokens before a word."""

    rule: int
    entry: int
    row: int
    least: int
    most: int


def index_of(keys: Iterable[tuple[int, Key]]) -> Index:
    """Return the index of keys, each with the number of its rule in the pack."""
    index: Index = {}
    for rule, (entry, row, (fold, least, most, second)) in keys:
        leads = index.setdefault(fold, {})
        lead = f"{rule} {entry} {row} {least} {most}"
        leads[second] = f"{leads[second]} {lead}" if second in leads else lead
    return index


class Phrasebook:
    """The indices of several packs together."""

    def __init__(self, indices: Sequence[Index]) -> None:
        self._indices = indices
        self._by_word: dict[str, list[tuple[int, dict[str, str]]]] | None = None
        self._leads: dict[str, tuple[_Lead, ...]] = {}
        self._found: WeakKeyDictionary[Facts, dict[tuple[int, int], list[Start]]] = WeakKeyDictionary()

    def starts(self, facts: Facts) -> Mapping[tuple[int, int], Sequence[Start]]:
        """Return where entries may begin, by pack and rule; rules of which none can are absent."""
        found = self._found.get(facts)
        if found is None:
            found = self._found[facts] = self._search(facts)
        return found

    def _search(self, facts: Facts) -> dict[tuple[int, int], list[Start]]:
        found: dict[tuple[int, int], list[Start]] = {}
        by_word = self._words()
        for fold, places in facts.word_index.by_fold.items():
            for word in (fold, fold[:-2]) if fold.endswith("'s") else (fold,):
                for pack, seconds in by_word.get(word, ()):
                    self._collect(facts, places, pack, seconds, found)
        return found

    def _collect(
        self,
        facts: Facts,
        places: Sequence[int],
        pack: int,
        seconds: Mapping[str, str],
        found: dict[tuple[int, int], list[Start]],
    ) -> None:
        tokens = facts.tokens
        for place in places:
            following = tokens[place + 1].fold if place + 1 < len(tokens) else ""
            for second in {"", following, following.removesuffix("'s")}:
                if second in seconds:
                    for rule, entry, row, least, most in self._read(seconds[second]):
                        begins = range(max(0, place - most), place - least + 1)
                        starts = found.setdefault((pack, rule), [])
                        starts += [Start(token, entry, row) for token in begins]

    def _read(self, leads: str) -> tuple[_Lead, ...]:
        known = self._leads.get(leads)
        if known is None:
            numbers = iter(map(int, leads.split()))
            known = tuple(_Lead(*five) for five in zip(*[numbers] * 5, strict=True))
            self._leads[leads] = known
        return known

    def _words(self) -> dict[str, list[tuple[int, dict[str, str]]]]:
        if self._by_word is None:
            by_word: dict[str, list[tuple[int, dict[str, str]]]] = {}
            for pack, index in enumerate(self._indices):
                for word, seconds in index.items():
                    by_word.setdefault(word, []).append((pack, seconds))
            self._by_word = by_word
        return self._by_word
