"""Words that no English text has, and the English word that a misspelt one was meant to be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.facts.tokens import Token
    from lintnews.words import WordTable

# A candidate has to be this frequent (Zipf scale): rare words near a rare word prove nothing.
_COMMON = 4.0
# Shorter words have too many neighbours.
_MIN_LENGTH = 5
# No word that anybody knows is longer, and the time for one grows with the square of its letters.
_MAX_LENGTH = 40
# Wrong letters are trusted only in long words: "reshore" is no slip for "restore".
_MIN_LENGTH_WRONG_LETTER = 8
# Less frequent in the other language, the word may well be a slip there too.
_FOREIGN_FOR_SURE = 4.0
# What people often type ("recieve") is listed, and no machine writes it. Nor do words count that are merely
# missing from dictionaries.
_LISTED = 2.0
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def unknown_words(tokens: Iterable[Token], words: WordTable) -> frozenset[str]:
    """Return the words in lower case that English does not know, each as it is spelt in the text."""
    spellings = {token.text for token in tokens if token.is_word} - words.known_spellings
    lower = [word for word in spellings if word.islower()]
    unknown = frozenset(word for word in lower if not words.word(word).known)
    words.remember(word for word in lower if word not in unknown)
    return unknown


def slip_for(word: str, words: WordTable) -> str | None:
    """Return the English word that the lower-case `word` is a slip for, None where it is none."""
    about = words.word(word)
    if about.known or about.name_only or about.zipf >= _LISTED:
        return None
    if about.foreign and about.foreign[0].zipf >= _FOREIGN_FOR_SURE:
        return None
    return _nearest(word, words)


@lru_cache(maxsize=4096)
def _nearest(word: str, words: WordTable) -> str | None:
    """Return the most frequent English word one slip away: a letter lost, doubled, swapped or wrong."""
    if not _MIN_LENGTH <= len(word) <= _MAX_LENGTH or not (word.isascii() and word.isalpha()):
        return None
    best: tuple[float, str] = (_COMMON, "")
    for candidate in set(_one_slip_away(word)):
        if candidate != word and not _same_stem(word, candidate) and words.records(candidate):
            known = words.word(candidate)
            if known.known and not known.name_only:
                best = max(best, (known.zipf, candidate))
    return best[1] or None


def _one_slip_away(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if place and len(after) > 0:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if place and after and len(word) >= _MIN_LENGTH_WRONG_LETTER:
                yield before + letter + after[1:]


def _same_stem(word: str, candidate: str) -> bool:
    """Whether the two differ by an ending that English forms freely."""
    shorter, longer = sorted((word, candidate), key=len)
    return longer in (shorter + "s", shorter + "r", shorter + "d", shorter[:-1] + "rs", shorter[:-1] + "es")
