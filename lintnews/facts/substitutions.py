"""Where the body says the same as the article's head, but with another word in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.alignment import Match, Passage

# How many words of matter on either side of a place say which place it is.
_REACH = 4
# Sentences that share less than this of their words are not about the same thing.
_LEAST_LIKE = 0.35


class Substitution(NamedTuple):
    """One place of a sentence in which head and body have two different words.

    Attributes:
        match: the two sentences.
        here: index of the head's token.
        there: index of the body's token.
        support: how many words of matter around both places are the same.
        adjacent: on how many sides (0 to 2) the next word of matter is the same.
        near: on how many sides one of the next two words of matter is among the other's next three.
        absent: whether the head's word never stands in the body.
    """

    match: Match
    here: int
    there: int
    support: int
    adjacent: int
    near: int
    absent: bool


class _Place(NamedTuple):
    """A token with its stem, and the stems of the words of matter before and after it."""

    token: int
    word: str
    before: list[str]
    after: list[str]


def substitutions_of(
    matches: Sequence[tuple[Passage, tuple[Match, ...]]], body_stems: frozenset[str]
) -> Iterator[Substitution]:
    """Yield the places in which a sentence of the head and one of the body differ by a word."""
    for head, found in matches:
        alike = [match for match in found if match.likeness >= _LEAST_LIKE]
        places = _places(head) if alike else []
        for match in alike:
            rivals = [place for place in _places(match.body) if place.word not in match.shared]
            for here in places:
                if here.word in match.shared:
                    continue
                near = {*here.before, *here.after}
                for there in rivals:
                    support = len(near.intersection(there.before + there.after))
                    if support:
                        yield Substitution(
                            match,
                            here.token,
                            there.token,
                            support,
                            adjacent=(here.before[-1:] == there.before[-1:] != [])
                            + (here.after[:1] == there.after[:1] != []),
                            near=(not set(here.before[-2:]).isdisjoint(there.before[-3:]))
                            + (not set(here.after[:2]).isdisjoint(there.after[:3])),
                            absent=here.word not in body_stems,
                        )


def _places(passage: Passage) -> list[_Place]:
    words = list(passage.terms.values())
    return [
        _Place(index, words[rank], words[max(0, rank - _REACH) : rank], words[rank + 1 : rank + 1 + _REACH])
        for rank, index in enumerate(passage.terms)
    ]
