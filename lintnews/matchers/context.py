"""What must or must not stand around a match: in its sentence, paragraph or article, or beside it."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, Any, Final

from lintnews.matchers.anchors import Anchor
from lintnews.matchers.elements import Row, lengths, matches
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.facts import Facts

#: Where a context is looked for.
PLACES: Final = ("sentence", "paragraph", "article", "before", "after")


class Context(NamedTuple):
    """Phrases of which one stands at `place` (a member of PLACES), with the anchors of each."""

    place: str
    rows: tuple[Row, ...]
    anchors: tuple[tuple[Anchor, ...], ...]

    def holds(self, facts: Facts, match: range) -> bool:
        """Whether one of the phrases stands around the tokens of `match`."""
        block = _block(facts, match.start)
        if self.place == "after":
            return any(True for row in self.rows for _ in matches(row, facts, match.stop, block.stop))
        if self.place == "before":
            return any(_ends_at(row, facts, match.start, block.start) for row in self.rows)
        within = self._within(facts, match, block)
        return any(
            _stands(row, anchors, facts, within, match)
            for row, anchors in zip(self.rows, self.anchors, strict=True)
        )

    def _within(self, facts: Facts, match: range, block: range) -> range:
        if self.place == "article":
            return range(len(facts.tokens))
        if self.place == "sentence":
            sentence = facts.article.sentence_at(facts.tokens[match.start].start)
            return facts.token_range(sentence.span) if sentence else block
        return block

    def plain(self) -> list[Any]:
        """Return it as JSON can hold it."""
        return [self.place, list(self.rows), [[list(anchor) for anchor in each] for each in self.anchors]]

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> Context:
        """Undo `plain`."""
        anchors = tuple(tuple(Anchor(*anchor) for anchor in each) for each in plain[2])
        return cls(str(plain[0]), tuple(plain[1]), anchors)


def _block(facts: Facts, index: int) -> range:
    block = facts.article.block_at(facts.tokens[index].start)
    return facts.token_range(block.span) if block else range(len(facts.tokens))


def _ends_at(row: Row, facts: Facts, end: int, first: int) -> bool:
    least, most = lengths(row)
    return any(
        match[-1].end == end
        for start in range(max(first, end - most), end - least + 1)
        for match in matches(row, facts, start, end)
        if match
    )


def _stands(row: Row, anchors: Sequence[Anchor], facts: Facts, within: range, match: range) -> bool:
    """Whether `row` stands among the tokens of `within`, outside those of `match`."""
    return any(
        found[-1].end <= match.start or start >= match.stop
        for start in _starts(anchors, facts.word_index.by_fold, within)
        for found in matches(row, facts, start, within.stop)
    )


def _starts(anchors: Sequence[Anchor], places: Mapping[str, Sequence[int]], within: range) -> Iterator[int]:
    for fold, least, most, _ in anchors:
        for spelt in (fold, f"{fold}'s"):
            found = places.get(spelt, ())
            for place in found[
                bisect.bisect_left(found, within.start) : bisect.bisect_left(found, within.stop)
            ]:
                yield from range(max(within.start, place - most), place - least + 1)
