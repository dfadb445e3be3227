"""What an article must have for a rule to look at it, asked for all rules at once.

Most rules have nothing to say of most articles, and to find that out one by one costs more than what they do
say. A rule names its needs: sets of words or characters, from each of which the article must have one. To ask
is a look at the article's different words, whatever the number of rules.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.facts import Facts

#: What an article has of a kind of thing, such as its different words.
Seen = Callable[["Facts"], AbstractSet[Hashable]]


class Need(NamedTuple):
    """One of `any_of` must be among what `seen` finds in the article."""

    seen: Seen
    any_of: frozenset[Hashable]

    def met(self, facts: Facts) -> bool:
        """Whether the article has it."""
        return not self.any_of.isdisjoint(self.seen(facts))


class Given(NamedTuple):
    """The fact of this name, an attribute of `Facts`, must not be empty."""

    fact: str

    def met(self, facts: Facts) -> bool:
        """Whether the article has it."""
        return bool(getattr(facts, self.fact))


class Contained(NamedTuple):
    """One of these strings must stand in the article's text, within words too."""

    strings: tuple[str, ...]

    def met(self, facts: Facts) -> bool:
        """Whether the article has it."""
        text = facts.text
        return any(string in text for string in self.strings)


#: A need that is asked of each rule by itself, and so last.
Late = Given | Contained
AnyNeed = Need | Late


def words(*lists: str | Iterable[str]) -> Need:
    """Need one of these words, case-folded as `Token.fold` is; a text is a list with blanks in it.

    Marks are tokens, too. A word counts also as a part of another between its hyphens and apostrophes, where
    an expression would find it as well.
    """
    return Need(_words, frozenset(word for some in lists for word in _listed(some)))


def characters(*lists: Iterable[str]) -> Need:
    """Need one of the characters of these texts, wherever it stands."""
    return Need(_characters, frozenset("".join(map("".join, lists))))


def places(*kinds: str) -> Need:
    """Need an odd place of one of these kinds of `facts.places`."""
    return Need(_places, frozenset(kinds))


def given(fact: str) -> Given:
    """Need a fact that finds something, such as `runs`; it is asked last, when all other needs are met."""
    return Given(fact)


def strings(*any_of: str) -> Contained:
    """Need one of these strings, as it is spelt; asked last, as it costs a search of the text for each."""
    return Contained(any_of)


def _listed(some: str | Iterable[str]) -> Iterable[str]:
    return some.split() if isinstance(some, str) else some


def _words(facts: Facts) -> AbstractSet[str]:
    return facts.word_index.words


def _characters(facts: Facts) -> AbstractSet[str]:
    return facts.characters


def _places(facts: Facts) -> AbstractSet[str]:
    return facts.places.keys()


#: What needs of a rule in code may look at, by the name that it is kept under.
_SEEN: dict[str, Seen] = {"words": _words, "characters": _characters, "places": _places}


def plain(need: AnyNeed) -> tuple[str, str]:
    """Return a need of a rule in code as two texts, its kind and what it asks for.

    Raises:
        ValueError: it looks at something else.
    """
    if isinstance(need, Given):
        return "given", need.fact
    if isinstance(need, Contained):
        return "strings", "\n".join(need.strings)
    for kind, seen in _SEEN.items():
        if seen is need.seen:
            return kind, "\n".join(sorted(map(str, need.any_of)))
    raise ValueError(f"what {need} looks at has no name to be kept under")


def from_plain(kind: str, asked: str) -> AnyNeed:
    """Undo `plain`."""
    if kind == "given":
        return Given(asked)
    if kind == "strings":
        return Contained(tuple(asked.split("\n")))
    return Need(_SEEN[kind], frozenset(asked.split("\n")))


class Gate:
    """Tells which of several rules an article has what they need."""

    def __init__(self, needs: Sequence[tuple[AnyNeed, ...]]) -> None:
        numbers: dict[Need, int] = {}
        #: What is asked of a rule by itself, by the number of the rule.
        self._late: dict[int, tuple[Late, ...]] = {}
        self._always: list[int] = []
        #: Rules of one need by its number, and those of several, each with the numbers of all of them.
        self._of_one: dict[int, list[int]] = {}
        self._of_several: list[tuple[int, frozenset[int]]] = []
        for rule, each in enumerate(needs):
            asked = frozenset(
                numbers.setdefault(need, len(numbers)) for need in each if isinstance(need, Need)
            )
            if late := tuple(need for need in each if not isinstance(need, Need)):
                self._late[rule] = late
            if not asked:
                self._always.append(rule)
            elif len(asked) == 1:
                self._of_one.setdefault(next(iter(asked)), []).append(rule)
            else:
                self._of_several.append((rule, asked))
        #: By what is seen, the numbers of the needs that a thing meets.
        self._tables: dict[Seen, dict[Hashable, list[int]]] = {}
        for need, number in numbers.items():
            table = self._tables.setdefault(need.seen, {})
            for key in need.any_of:
                table.setdefault(key, []).append(number)

    def admits(self, facts: Facts) -> list[int]:
        """Return the numbers of the rules that have their needs met, in order."""
        met: set[int] = set()
        for seen, table in self._tables.items():
            for key in table.keys() & seen(facts):
                met.update(table[key])
        admitted = [rule for rule, asked in self._of_several if asked <= met]
        for number in met & self._of_one.keys():
            admitted += self._of_one[number]
        late = self._late
        return [
            rule
            for rule in sorted(self._always + admitted)
            if rule not in late or all(need.met(facts) for need in late[rule])
        ]
