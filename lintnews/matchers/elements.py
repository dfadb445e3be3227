"""The parts of a compiled phrase and how they match a row of tokens.

Compiled parts are plain JSON, so that they can be kept between runs:

- ``"word"``: that word as it stands;
- ``{"w": {fold: letters}, "n": name}``: one of these words; letters say which forms of an inflected word each
  is (`inflection.FORMS`), `name` is what replacements call it; ``"c"``: fold to spelling with capitals;
- ``{"s": slot, "n": name}``: a slot, with ``"p": true`` for its possessive;
- ``{"g": [least, most]}``: a gap of so many words;
- ``{"a": [[part, …], …], "n": name}``: one of several rows of parts; an empty row makes it optional;
- ``{"m": 0}``, ``{"m": 1}``: where the marked text begins and ends;
- ``{"o": "sentence"}``: a sentence, or someone's words, must begin here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.facts.tokens import TokenKind
from lintnews.matchers.scope import begins_sentence
from lintnews.matchers.slots import LONGEST, ends
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

Part = str | dict[str, Any]
Row = list[Part]


class Caught(NamedTuple):
    """The tokens from `start` to before `end` that a part took; of a group, its own parts come before it."""

    part: Part
    start: int
    end: int


Match = tuple[Caught, ...]

#: The words of a row that stand at fixed places: how far from its start, the words, and whether a possessive
#: of one will do.
Outline = tuple[tuple[int, "Collection[str]", bool], ...]


def outline_of(row: Row) -> Outline:
    """Return the words that stand at fixed places of every match of `row`: those before its first gap."""
    found: list[tuple[int, Collection[str], bool]] = []
    place = 0
    for index, part in enumerate(row):
        least, most = takes(part)
        if least != most:
            break
        if isinstance(part, str) or "w" in part:
            words = (part.casefold(),) if isinstance(part, str) else part["w"]
            found.append((place, words, ends_row(row, index)))
        place += least
    return tuple(found)


def fits(outline: Outline, tokens: Sequence[Token], start: int) -> bool:
    """Whether the words of an outline stand there where its row begins at the token `start`."""
    count = len(tokens)
    for offset, words, last in outline:
        place = start + offset
        if place >= count:
            return False
        fold = tokens[place].fold
        if fold not in words and not (last and fold.endswith("'s") and fold[:-2] in words):
            return False
    return True


def matches(row: Sequence[Part], facts: Facts, start: int, end: int) -> Iterator[Match]:
    """Yield the ways in which `row` fits the tokens from `start` on, none of them from `end` on."""
    yield from _rest(row, 0, facts, start, end, ())


def _rest(
    row: Sequence[Part], index: int, facts: Facts, place: int, end: int, taken: Match
) -> Iterator[Match]:
    while index < len(row):
        part = row[index]
        if not isinstance(part, str) and "w" not in part:
            for caught in _steps(part, facts, place, end):
                yield from _rest(row, index + 1, facts, caught[-1].end, end, taken + caught)
            return
        # Single words are what most rows are made of: no generator for each of them. The last word of a row
        # takes its possessive, too.
        if place >= end:
            return
        fold = facts.tokens[place].fold
        words = part["w"] if isinstance(part, dict) else (part.casefold(),)
        if fold not in words and not (fold.endswith("'s") and fold[:-2] in words and ends_row(row, index)):
            return
        taken = (*taken, Caught(part, place, place + 1))
        place += 1
        index += 1
    yield taken


def ends_row(row: Sequence[Part], index: int) -> bool:
    """Whether no words come after the part at `index`."""
    return all(isinstance(part, dict) and "m" in part for part in row[index + 1 :])


def _steps(part: Mapping[str, Any], facts: Facts, place: int, end: int) -> Iterator[Match]:
    whole = dict(part)
    if "a" in part:
        for row in part["a"]:
            for match in matches(row, facts, place, end):
                yield (*match, Caught(whole, place, match[-1].end if match else place))
    else:
        for stop in _stops(part, facts, place, end):
            yield (Caught(whole, place, stop),)


def _stops(part: Mapping[str, Any], facts: Facts, place: int, end: int) -> Iterator[int]:
    """Yield where a part that has no parts of its own may stop."""
    if "s" in part:
        yield from _slot_ends(part, facts, place, end)
    elif "g" in part:
        yield from _gap_ends(part["g"], facts, place, end)
    elif "m" in part or (place < end and begins_sentence(facts, facts.tokens[place].start)):
        yield place


def _gap_ends(limits: Sequence[int], facts: Facts, place: int, end: int) -> Iterator[int]:
    least, most = limits
    for stop in range(place, min(end, place + most) + 1):
        if stop >= place + least:
            yield stop
        if stop == end or facts.tokens[stop].kind not in (TokenKind.WORD, TokenKind.NUMBER):
            return


def _slot_ends(part: Mapping[str, Any], facts: Facts, place: int, end: int) -> Iterator[int]:
    for stop in ends(part["s"], facts, place, end):
        token = facts.tokens[stop - 1]
        if not part.get("p") or token.base != token.fold:
            yield stop


def lengths(row: Sequence[Part]) -> tuple[int, int]:
    """Return how many tokens a row takes at least and at most."""
    least = most = 0
    for part in row:
        one = takes(part)
        least, most = least + one[0], most + one[1]
    return least, most


def words_of(part: Part) -> tuple[str, ...]:
    """Return what a token may be that the part takes, possessives apart; none for parts that are no words."""
    return (part.casefold(),) if isinstance(part, str) else tuple(part.get("w", ()))


def takes(part: Part) -> tuple[int, int]:
    """Return how many tokens a part takes at least and at most."""
    if isinstance(part, str) or "w" in part:
        return 1, 1
    if "s" in part:
        return 1, LONGEST[part["s"]]
    if "g" in part:
        return part["g"][0], part["g"][1]
    if "a" in part:
        each = [lengths(row) for row in part["a"]]
        return min(least for least, _ in each), max(most for _, most in each)
    return 0, 0
