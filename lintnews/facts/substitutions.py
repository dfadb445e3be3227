"""Where the body says the same as the article's head, but with another word in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.alignment import Match, Passage

# How many words of matter on either side of a place say which place it is.
_REACH = 4
_LEAST_SUPPORT = 1


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


def substitutions_of(
    matches: Sequence[tuple[Passage, tuple[Match, ...]]], body_stems: frozenset[str]
) -> Iterator[Substitution]:
    """Yield the places in which a sentence of the head and one of the body differ by a word."""
    for head, found in matches:
        places = [(index, head.terms[index], _around(head, rank)) for rank, index in enumerate(head.terms)]
        for match in found:
            body = match.body
            rivals = [
                (index, _around(body, rank))
                for rank, index in enumerate(body.terms)
                if body.terms[index] not in match.shared
            ]
            for here, word, (before, after) in places:
                if word in match.shared:
                    continue
                near = set(before + after)
                for there, (rival_before, rival_after) in rivals:
                    support = len(near.intersection(rival_before + rival_after))
                    if support < _LEAST_SUPPORT:
                        continue
                    adjacent = (before[-1:] == rival_before[-1:] != []) + (after[:1] == rival_after[:1] != [])
                    close = (not set(before[-2:]).isdisjoint(rival_before[-3:])) + (
                        not set(after[:2]).isdisjoint(rival_after[:3])
                    )
                    yield Substitution(match, here, there, support, adjacent, close, word not in body_stems)


def _around(passage: Passage, rank: int) -> tuple[list[str], list[str]]:
    words = list(passage.terms.values())
    return words[max(0, rank - _REACH) : rank], words[rank + 1 : rank + 1 + _REACH]
