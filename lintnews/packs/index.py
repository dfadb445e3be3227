"""Where the phrases of packs may begin: a look-up for each word of an article, however many there are.

A pack's index maps a word to the phrases that it leads to, each with the word that must follow it, if any. It
is made when the pack is compiled. Those of a set of packs are joined and kept in the cache as one text, out
of which an article's words are looked up one by one.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from lintnews.matchers.guard import BEYOND, guard_of, stands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.matchers.elements import Row
    from lintnews.matchers.guard import Guard
    from lintnews.matchers.phrase import Key, Start
    from lintnews.shelf import Parts

#: Word to what it leads to: the word after it (empty for any) and the numbers of `_Lead`, over and over, with
#: blanks between them.
Index = Mapping[str, str]
# Of one lead: the word after, and the numbers.
_LEAD = 7

#: The row of an entry, by the numbers of its pack, its rule, itself and the row.
Rows = Callable[[int, int, int, int], "Row"]

# So many articles have their words looked up in an index as it was kept.
_FEW = 2
# A kept index has so many groups of words.
_BUCKETS = 2048
# A guard costs as much as some tries: a lead that is met more often gets one.
_OFTEN = 3


class _Lead:
    """A row of an entry that begins `least` to `most` tokens before a word, of the rule at `place`."""

    __slots__ = ("entry", "guard", "least", "met", "most", "place", "row")

    def __init__(self, pack: int, rule: int, entry: int, row: int, least: int, most: int) -> None:
        self.place = pack, rule
        self.entry, self.row, self.least, self.most = entry, row, least, most
        self.met = 0
        self.guard: Guard | None = None


def index_of(keys: Iterable[tuple[int, Key]]) -> Index:
    """Return the index of keys, each with the number of its rule in the pack, which is pack 0."""
    index: dict[str, list[str]] = {}
    for rule, (entry, row, (fold, least, most, second)) in keys:
        index.setdefault(fold, []).append(f"{second} 0 {rule} {entry} {row} {least} {most}")
    return {fold: " ".join(leads) for fold, leads in index.items()}


def joined(indices: Sequence[Index]) -> Index:
    """Return one index for packs that each have their own, in which they are pack 0."""
    index: dict[str, list[str]] = {}
    for pack, own in enumerate(indices):
        for fold, leads in own.items():
            row = leads.split(" ")
            row[1::_LEAD] = [str(pack)] * (len(row) // _LEAD)
            index.setdefault(fold, []).extend(row)
    return {fold: " ".join(row) for fold, row in index.items()}


class KeptIndex(Mapping[str, str]):
    """An index in the cache: lines of a word and its leads, those with like checksums of the word together.

    So a word is found in a text of which nothing else has to be taken apart.
    """

    def __init__(self, plain: Any, part: Callable[[Sequence[int], int], bytes]) -> None:
        """Take what `plain` gave, and what reads its two parts by place and number."""
        self._places, self._part = plain, part

    @cached_property
    def _starts(self) -> array[int]:
        starts = array("I")
        starts.frombytes(self._part(self._places[0], 0))
        if sys.byteorder == "big":
            starts.byteswap()
        return starts

    @cached_property
    def _text(self) -> bytes:
        return self._part(self._places[1], 1)

    @staticmethod
    def plain(index: Index, parts: Parts) -> tuple[tuple[int, ...], ...]:
        """Return what an index is made of again; it lies in `parts`."""
        lines: list[list[bytes]] = [[] for _ in range(_BUCKETS)]
        for word, leads in sorted(index.items()):
            key = word.encode("utf-8")
            lines[zlib.crc32(key) % _BUCKETS].append(b"\n%b\t%b" % (key, leads.encode("utf-8")))
        buckets = [b"".join(bucket) for bucket in lines]
        starts = array("I", accumulate(map(len, buckets), initial=0))
        if sys.byteorder == "big":
            starts.byteswap()
        # The last line ends as the others do.
        return tuple(parts.add(starts.tobytes())), tuple(parts.add(b"".join([*buckets, b"\n"])))

    def __getitem__(self, word: str) -> str:
        key = word.encode("utf-8", "surrogatepass")
        bucket = zlib.crc32(key) % _BUCKETS
        end = self._starts[bucket + 1]
        line = b"\n%b\t" % key
        start = self._text.find(line, self._starts[bucket], end)
        if start < 0:
            raise KeyError(word)
        start += len(line)
        return self._text[start : self._text.index(b"\n", start)].decode("utf-8")

    def __iter__(self) -> Iterator[str]:
        for line in self._text.split(b"\n")[1:-1]:
            yield line.partition(b"\t")[0].decode("utf-8")

    def __len__(self) -> int:
        return self._text.count(b"\n") - 1


class OwnIndex(Mapping[str, str]):
    """What one pack has in the index of several."""

    def __init__(self, index: Index, pack: int) -> None:
        self._index, self._pack = index, str(pack)

    @cached_property
    def _own(self) -> Index:
        own: dict[str, str] = {}
        for word, leads in self._index.items():
            row = leads.split(" ")
            kept = [row[at : at + _LEAD] for at in range(0, len(row), _LEAD) if row[at + 1] == self._pack]
            if kept:
                own[word] = " ".join(f"{second} 0 {' '.join(rest)}" for second, _, *rest in kept)
        return own

    def __getitem__(self, word: str) -> str:
        return self._own[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)


class _Leads:
    """What a word leads to, by the word after it; numbers are read only where that word is met."""

    __slots__ = ("_always", "_by_last", "_by_next", "_unread")

    def __init__(self, row: str) -> None:
        unread: dict[str, list[list[str]]] = {}
        parts = iter(row.split(" "))
        for second, *numbers in zip(*[parts] * _LEAD, strict=True):
            unread.setdefault(second, []).append(numbers)
        self._unread = unread
        #: Those for which the words beside do not matter, and others by the word after or before; None where
        #: they are unread.
        self._always = self._read("")
        self._by_next: dict[str, list[_Lead] | None] = dict.fromkeys(unread)
        self._by_last: dict[str, list[_Lead]] = {}

    def likely(self, places: Sequence[int], folds: Sequence[str], bare: Sequence[str]) -> Sequence[int]:
        """Return those of the word's places of which `at` may know something."""
        if self._always:
            return places
        after, before = self._by_next, self._by_last
        if not before:
            return [place for place in places if folds[place + 1] in after or bare[place + 1] in after]
        return [
            place
            for place in places
            if folds[place + 1] in after
            or bare[place + 1] in after
            or folds[place - 1] in before
            or bare[place - 1] in before
        ]

    def at(self, place: int, folds: Sequence[str], bare: Sequence[str]) -> list[_Lead]:
        """Return what the word at a place leads to; `folds` and `bare` as `guard.stands` takes them."""
        found = self._always
        after, alone = folds[place + 1], bare[place + 1]
        if leads := self._before(after):
            found = found + leads
        if alone is not after and (leads := self._before(alone)):
            found = found + leads
        if self._by_last:
            before, alone = folds[place - 1], bare[place - 1]
            if leads := self._by_last.get(before):
                found = found + leads
            if alone is not before and (leads := self._by_last.get(alone)):
                found = found + leads
        return found

    def guard(self, lead: _Lead, guard: Guard) -> None:
        """Give a lead its guard: from now on it is found by the word beside it where the guard has some."""
        lead.guard = guard
        if lead not in self._always:
            return
        for place, words in guard:
            if abs(place) == 1:
                self._always = [other for other in self._always if other is not lead]
                for word in words:
                    if place > 0:
                        self._by_next[word] = [*(self._before(word) or ()), lead]
                    else:
                        self._by_last[word] = [*self._by_last.get(word, ()), lead]
                return

    def _before(self, after: str) -> list[_Lead] | None:
        if after in self._unread:
            self._by_next[after] = self._read(after)
        return self._by_next.get(after)

    def _read(self, second: str) -> list[_Lead]:
        rows = self._unread.pop(second, ())
        return [_Lead(*map(int, numbers)) for numbers in rows]


class Phrasebook:
    """The index of several packs, with what their leads lead to."""

    def __init__(self, index: Index, rows: Rows) -> None:
        self._index, self._rows = index, rows
        self._searches = 0
        #: What words lead to, as the index has it until the word is met.
        self._leads: dict[str, _Leads | str] = {}
        self._found: WeakKeyDictionary[Facts, dict[tuple[int, int], list[Start]]] = WeakKeyDictionary()

    def starts(self, facts: Facts) -> Mapping[tuple[int, int], Sequence[Start]]:
        """Return where entries may begin, by pack and rule; rules of which none can are absent."""
        found = self._found.get(facts)
        if found is None:
            found = self._found[facts] = self._search(facts)
        return found

    def _search(self, facts: Facts) -> dict[tuple[int, int], list[Start]]:
        found: dict[tuple[int, int], list[Start]] = {}
        self._count_search()
        folds, bare = [*facts.folds, *BEYOND], [*facts.bare_folds, *BEYOND]
        for fold, places in facts.word_index.by_fold.items():
            if leads := self._leads_of(fold):
                self._collect(fold, leads, places, folds, bare, found)
            if fold.endswith("'s") and (leads := self._leads_of(fold[:-2])):
                self._collect(fold[:-2], leads, places, folds, bare, found)
        return found

    def _collect(
        self,
        word: str,
        leads: _Leads,
        places: Sequence[int],
        folds: Sequence[str],
        bare: Sequence[str],
        found: dict[tuple[int, int], list[Start]],
    ) -> None:
        """Add to `found` what may begin around the places of a word."""
        for index in leads.likely(places, folds, bare):
            for lead in leads.at(index, folds, bare):
                if lead.guard is None:
                    self._count(lead, leads, word)
                elif not stands(lead.guard, folds, bare, index):
                    continue
                starts = found.setdefault(lead.place, [])
                entry, row = lead.entry, lead.row
                first = index - lead.most if index > lead.most else 0
                starts += [(token, entry, row) for token in range(first, index - lead.least + 1)]

    def _count(self, lead: _Lead, leads: _Leads, word: str) -> None:
        """Count that a lead was met, and guard it where that happens often."""
        lead.met += 1
        if lead.met > _OFTEN:
            row = self._rows(*lead.place, lead.entry, lead.row)
            leads.guard(lead, guard_of(row, word))

    def _count_search(self) -> None:
        """Read all of the index, which is large, where there is more than a few articles."""
        self._searches += 1
        if self._searches > _FEW and self._index:
            self._leads, self._index = {**self._index, **self._leads}, {}

    def _leads_of(self, word: str) -> _Leads | None:
        leads = self._leads.get(word) or self._index.get(word)
        if isinstance(leads, str):
            leads = self._leads[word] = _Leads(leads)
        return leads
