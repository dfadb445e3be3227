"""What stands around the anchor of a phrase: words without which it need not be tried.

An anchor may be a common word ("as", "was"), and then hardly one place in a thousand holds the phrase. Its
guard is the words that can stand next to the anchor, worked out from all the ways that the phrase may go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.matchers.elements import takes, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from lintnews.matchers.elements import Part, Row

#: How far from the anchor, and the words of which one stands there in every match, a possessive ending apart.
Guard = tuple[tuple[int, frozenset[str]], ...]

# Tokens on each side of the anchor that are looked at.
_REACH = 3
#: What stands after the last token, so that `stands` need not ask for the end; nor for the beginning, as an
#: index below 0 is taken from the end.
BEYOND = ("",) * _REACH
#: The words that can stand at a distance; None for any.
_Words = dict[int, set[str] | None]


def guard_of(row: Row, fold: str) -> Guard:
    """Return the guard of `row` around its word `fold`, nearest first; empty where anything may be there."""
    found: _Words = {}
    for before, after in _around(row, fold):
        _spread(after, 1, found)
        _spread(before, -1, found)
    return tuple((place, frozenset(words)) for place in sorted(found, key=abs) if (words := found[place]))


def stands(guard: Guard, folds: Sequence[str], bare: Sequence[str], place: int) -> bool:
    """Whether the words of a guard stand around the token at `place`.

    `folds` are all tokens of the article, `bare` the same without their possessive endings, and both end in
    `BEYOND`.
    """
    for offset, words in guard:
        if bare[place + offset] not in words and folds[place + offset] not in words:
            return False
    return True


def _around(row: Sequence[Part], fold: str) -> Iterator[tuple[list[Part], list[Part]]]:
    """Yield what comes before and after each place of a word in a row."""
    for index, part in enumerate(row):
        before, after = list(row[:index]), list(row[index + 1 :])
        if fold in words_of(part):
            yield before, after
        elif isinstance(part, dict):
            for inner in part.get("a", ()):
                for left, right in _around(inner, fold):
                    yield before + left, right + after


def _spread(parts: Sequence[Part], step: int, found: _Words) -> None:
    """Add to `found` the words that can stand from the anchor on, forwards (`step` 1) or backwards (-1)."""
    ended = _walk(parts, {1}, step, found)
    for distance in range(min(ended, default=_REACH + 1), _REACH + 1):
        found[distance * step] = None


def _walk(parts: Sequence[Part], starts: AbstractSet[int], step: int, found: _Words) -> AbstractSet[int]:
    """Do so for parts that begin at one of the distances `starts`; return those at which they may end."""
    for part in parts[::step]:
        least, most = takes(part)
        if isinstance(part, dict) and "a" in part:
            starts = set().union(*(_walk(inner, starts, step, found) for inner in part["a"]))
        elif most:
            words = words_of(part)
            for start in starts:
                for distance in range(start, min(start + most, _REACH + 1)):
                    _add(found, distance * step, words)
            starts = {start + taken for start in starts for taken in range(least, most + 1)}
        starts = {start for start in starts if start <= _REACH}
    return starts


def _add(found: _Words, place: int, words: Sequence[str]) -> None:
    """Let `words`, or any where there are none, stand at a place."""
    known = found.setdefault(place, set())
    if not words:
        found[place] = None
    elif known is not None:
        known.update(words)
