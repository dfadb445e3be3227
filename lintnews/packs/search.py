"""Packs to checks: their rules share one search of the article for what may begin a match."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lintnews.matchers import Pattern
from lintnews.matchers.literals import Literals
from lintnews.needs import Need
from lintnews.packs.index import Phrasebook
from lintnews.packs.kept import Packs
from lintnews.rule import Check

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from lintnews.facts import Facts
    from lintnews.finding import Hit
    from lintnews.matchers.elements import Row
    from lintnews.packs.definition import Definition, Pack


#: A pattern that anyone may have written gets so long for one article.
PATTERN_SECONDS = 2.0


def checks_of(packs: Iterable[Pack], *, bounded: bool = False) -> tuple[Check, ...]:
    """Return the rules of packs as checks, which share one search of the article.

    With `bounded`, as is due to packs that do not come with lintnews, a pattern that takes too long raises.
    """
    search = _Search(
        packs if isinstance(packs, Packs) else Packs(packs), PATTERN_SECONDS if bounded else None
    )
    return tuple(search.checks())


class _Search:
    """The search that the rules of several packs share."""

    def __init__(self, packs: Packs, seconds: float | None) -> None:
        self._packs, self._seconds = packs, seconds
        matchers = [definition.matcher for pack in packs for definition in pack.definitions]
        self._literals = Literals(
            literal for matcher in matchers if isinstance(matcher, Pattern) for literal in matcher.needs
        )
        self._phrasebook = Phrasebook(packs.phrase_index, self._row)

    def checks(self) -> Iterator[Check]:
        for pack_number, pack in enumerate(self._packs):
            for number, definition in enumerate(pack.definitions):
                if isinstance(definition.matcher, Pattern):
                    matcher = definition.matcher._replace(seconds=self._seconds)
                    find = partial(self._pattern_hits, definition._replace(matcher=matcher))
                    literals = frozenset(definition.matcher.needs)
                    needs = (Need(self._literals_in, literals),) if literals else ()
                else:
                    place = pack_number, number
                    find = partial(self._phrase_hits, definition, place)
                    needs = (Need(self._phrases_in, frozenset({place})),)
                yield Check(definition.rule, find, definition.levels, definition.pivots, needs)

    def _row(self, pack: int, rule: int, entry: int, row: int) -> Row:
        matcher: Any = self._packs[pack].definitions[rule].matcher
        found: Row = matcher.entry(entry).rows[row]
        return found

    def _literals_in(self, facts: Facts) -> AbstractSet[Hashable]:
        return self._literals.places(facts).keys()

    def _phrases_in(self, facts: Facts) -> AbstractSet[Hashable]:
        return self._phrasebook.starts(facts).keys()

    def _pattern_hits(self, definition: Definition, facts: Facts) -> Iterable[Hit]:
        return definition.hits(facts, self._literals.places(facts))

    def _phrase_hits(self, definition: Definition, place: tuple[int, int], facts: Facts) -> Iterable[Hit]:
        starts = self._phrasebook.starts(facts).get(place)
        return definition.hits(facts, starts) if starts else ()
