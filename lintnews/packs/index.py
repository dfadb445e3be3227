"""Where the phrases of packs may begin: a look-up for each word of an article, however many there are.

A pack's index maps a word to the phrases that it leads to, each with the word that must follow it, if any. It
is plain JSON, made when the pack is compiled and kept with it; an article's words are taken out one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.matchers.phrase import Key, Start

#: Word to what it leads to: the word after it (empty for any) and the numbers of `_Lead`, over and over, with
#: blanks between them.
Index = dict[str, str]


class _Lead(NamedTuple):
    """A row of an entry that begins `least` to `most` tokens before a word, of the rule at `place`."""

    place: tuple[int, int]
    entry: int
    row: int
    least: int
    most: int


def index_of(keys: Iterable[tuple[int, Key]]) -> Index:
    """Return the index of keys, each with the number of its rule in the pack."""
    index: dict[str, list[str]] = {}
    for rule, (entry, row, (fold, least, most, second)) in keys:
        index.setdefault(fold, []).append(f"{second} {rule} {entry} {row} {least} {most}")
    return {fold: " ".join(leads) for fold, leads in index.items()}


class _Leads:
    """What a word leads to, by the word after it; numbers are read only where that word is met."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._unread: dict[str, list[tuple[int, list[str]]]] = {}
        self._read: dict[str, tuple[_Lead, ...]] = {}
        for pack, row in rows:
            parts = iter(row.split(" "))
            for second, *numbers in zip(*[parts] * 6, strict=True):
                self._unread.setdefault(second, []).append((pack, numbers))

    def before(self, second: str) -> tuple[_Lead, ...]:
        """Return what the word leads to where `second` follows; empty for what follows does not matter."""
        leads = self._read.get(second)
        if leads is None:
            if second not in self._unread:
                return ()
            rows = ((pack, *map(int, numbers)) for pack, numbers in self._unread.pop(second))
            leads = tuple(_Lead((pack, rule), *others) for pack, rule, *others in rows)
            self._read[second] = leads
        return leads


class Phrasebook:
    """The indices of several packs together."""

    def __init__(self, indices: Sequence[Index]) -> None:
        self._indices = indices
        self._packs_by_word: dict[str, list[int]] | None = None
        self._leads: dict[str, _Leads] = {}
        self._found: WeakKeyDictionary[Facts, dict[tuple[int, int], list[Start]]] = WeakKeyDictionary()

    def starts(self, facts: Facts) -> Mapping[tuple[int, int], Sequence[Start]]:
        """Return where entries may begin, by pack and rule; rules of which none can are absent."""
        found = self._found.get(facts)
        if found is None:
            found = self._found[facts] = self._search(facts)
        return found

    def _search(self, facts: Facts) -> dict[tuple[int, int], list[Start]]:
        found: dict[tuple[int, int], list[Start]] = {}
        known = self._words()
        for fold, places in facts.word_index.by_fold.items():
            if fold in known:
                _collect(facts, places, self._leads_of(fold), found)
            if fold.endswith("'s") and fold[:-2] in known:
                _collect(facts, places, self._leads_of(fold[:-2]), found)
        return found

    def _words(self) -> Mapping[str, Sequence[int]]:
        """Return the packs that each word leads to."""
        if self._packs_by_word is None:
            packs: dict[str, list[int]] = {}
            for number, index in enumerate(self._indices):
                for word in index:
                    if word in packs:
                        packs[word].append(number)
                    else:
                        packs[word] = [number]
            self._packs_by_word = packs
        return self._packs_by_word

    def _leads_of(self, word: str) -> _Leads:
        leads = self._leads.get(word)
        if leads is None:
            rows = ((pack, self._indices[pack][word]) for pack in self._words()[word])
            leads = self._leads[word] = _Leads(rows)
        return leads


def _collect(
    facts: Facts,
    places: Sequence[int],
    leads: _Leads,
    found: dict[tuple[int, int], list[Start]],
) -> None:
    """Add to `found` what may begin around the words at `places`."""
    tokens, before = facts.tokens, leads.before
    last = len(tokens) - 1
    always = before("")
    for index in places:
        after = tokens[index + 1].fold if index < last else ""
        fitting = always + before(after) if after else always
        if after.endswith("'s"):
            fitting += before(after[:-2])
        for place, entry, row, least, most in fitting:
            starts = found.setdefault(place, [])
            if least == most:
                if index >= least:
                    starts.append((index - least, entry, row))
            else:
                starts += [(token, entry, row) for token in range(max(0, index - most), index - least + 1)]
