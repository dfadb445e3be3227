"""Where the phrases of packs may begin: a look-up for each word of an article, however many there are.

A pack's index maps a word to the phrases that it leads to, each with the word that must follow it, if any. It
is plain JSON, made when the pack is compiled and kept with it; an article's words are taken out one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from lintnews.matchers.guard import guard_of, stands

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.matchers.elements import Row
    from lintnews.matchers.guard import Guard
    from lintnews.matchers.phrase import Key, Start

#: Word to what it leads to: the word after it (empty for any) and the numbers of `_Lead`, over and over, with
#: blanks between them.
Index = dict[str, str]


#: The row of an entry, by the numbers of its pack, its rule, itself and the row.
Rows = Callable[[int, int, int, int], "Row"]

# A guard costs as much as some tries: a lead that is met more often gets one.
_OFTEN = 8


class _Lead:
    """A row of an entry that begins `least` to `most` tokens before a word, of the rule at `place`."""

    __slots__ = ("entry", "guard", "least", "met", "most", "place", "row")

    def __init__(self, pack: int, rule: int, entry: int, row: int, least: int, most: int) -> None:
        self.place = pack, rule
        self.entry, self.row, self.least, self.most = entry, row, least, most
        self.met = 0
        self.guard: Guard | None = None


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
            rows = self._unread.pop(second)
            leads = self._read[second] = tuple(_Lead(pack, *map(int, numbers)) for pack, numbers in rows)
        return leads


class Phrasebook:
    """The indices of several packs together, with what their leads lead to."""

    def __init__(self, indices: Sequence[Index], rows: Rows) -> None:
        self._indices, self._rows = indices, rows
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
        bare = facts.bare_folds
        for fold, places in facts.word_index.by_fold.items():
            if fold in known:
                self._collect(fold, places, facts.folds, bare, found)
            if fold.endswith("'s") and fold[:-2] in known:
                self._collect(fold[:-2], places, facts.folds, bare, found)
        return found

    def _collect(
        self,
        word: str,
        places: Sequence[int],
        folds: Sequence[str],
        bare: Sequence[str],
        found: dict[tuple[int, int], list[Start]],
    ) -> None:
        """Add to `found` what may begin around the places of a word."""
        before = self._leads_of(word).before
        last = len(folds) - 1
        always = before("")
        for index in places:
            after = folds[index + 1] if index < last else ""
            fitting = always + before(after) if after else always
            if after.endswith("'s"):
                fitting += before(after[:-2])
            for lead in fitting:
                if lead.guard is None:
                    self._count(lead, word)
                elif not stands(lead.guard, folds, bare, index):
                    continue
                starts = found.setdefault(lead.place, [])
                first, row = max(0, index - lead.most), (lead.entry, lead.row)
                starts += [(token, *row) for token in range(first, index - lead.least + 1)]

    def _count(self, lead: _Lead, word: str) -> None:
        """Count that a lead was met, and guard it where that happens often."""
        lead.met += 1
        if lead.met > _OFTEN:
            lead.guard = guard_of(self._rows(*lead.place, lead.entry, lead.row), word)

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
