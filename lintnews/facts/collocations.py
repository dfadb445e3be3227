"""Which words go together in an article: verbs with their objects, nouns with the words before them.

The table is `rules/lexicon/collocations.yaml`; nothing that it does not name is looked at.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lintnews.facts.headings import FUNCTION_WORDS
from lintnews.facts.inflection import irregular_forms
from lintnews.facts.lexicon import read_lexicon
from lintnews.facts.stems import stem
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.facts.tokens import Token
    from lintnews.facts.word_index import WordIndex

# Between a verb and its object may stand as many words as these.
_REACH = 4
_DETERMINERS = frozenset(
    "the a an this that these those some any no every each my our your his her its their all both several "
    "many more such another".split()
)


class Collocation(NamedTuple):
    """A row of the table: what goes with its words (`right`), and what machines write instead (`wrong`).

    Both lead from stems to the words as the table has them; in the section "modifiers" there are no stems,
    for "acting" is not "act" there.
    """

    section: str
    text: str
    right: Mapping[str, str]
    wrong: Mapping[str, str]

    def key(self, token: Token) -> str:
        """Return what a token is looked up by among `right` and `wrong`."""
        return token.fold if self.section == "modifiers" else stem(token.fold)


class Pair(NamedTuple):
    """A word of the table (by its stem: `key`) with its partner in the article, both as indices of tokens."""

    row: Collocation
    key: str
    word: int
    partner: int
    is_right: bool


@cache
def collocations() -> dict[str, tuple[Collocation, ...]]:
    """Return the rows of the table by the stem of the words that they are about."""
    found: dict[str, list[Collocation]] = {}
    for section, rows in read_lexicon("collocations").items():
        for row in rows:
            keys, right, wrong = (part.split(", ") for part in row.split(" | "))
            by_key = _as_they_are if section == "modifiers" else _stems
            entry = Collocation(section, row, by_key(right), by_key(wrong))
            for key in _stems(keys):
                found.setdefault(key, []).append(entry)
    return {key: tuple(rows) for key, rows in found.items()}


def _stems(words: Iterable[str]) -> dict[str, str]:
    return {stem(form): word for word in words for form in (word, *irregular_forms(word))}


def _as_they_are(words: Iterable[str]) -> dict[str, str]:
    return {word: word for word in words}


def pairs_of(tokens: Sequence[Token], words: WordIndex) -> Iterator[Pair]:
    """Yield the words of the table that stand beside one of their partners, right or wrong."""
    table = collocations()
    for fold, places in words.by_fold.items():
        key = tokens[places[0]].term or stem(fold)
        for row in table.get(key, ()):
            for place in places:
                partner = _partner(tokens, place, row)
                if partner is not None:
                    yield Pair(row, key, place, partner, row.key(tokens[partner]) in row.right)


def _fits(tokens: Sequence[Token], index: int, row: Collocation) -> bool:
    key = row.key(tokens[index])
    return key in row.right or key in row.wrong


def _partner(tokens: Sequence[Token], place: int, row: Collocation) -> int | None:
    if row.section == "objects":
        return _object(tokens, place, row)
    if row.section == "heads":
        return _head(tokens, place, row)
    reach = 1 if row.section == "modifiers" else _REACH
    for index in range(place - 1, max(-1, place - 1 - reach), -1):
        if not tokens[index].is_word:
            return None
        if _fits(tokens, index, row):
            return index
        if tokens[index].fold in FUNCTION_WORDS - _DETERMINERS:
            return None
    return None


def _object(tokens: Sequence[Token], place: int, row: Collocation) -> int | None:
    """Return the noun after the verb `place`, if it is one of the table and ends its phrase."""
    for index in range(place + 1, min(len(tokens), place + 1 + _REACH)):
        fold = tokens[index].fold
        if not tokens[index].is_word or fold in FUNCTION_WORDS - _DETERMINERS:
            return None
        if _fits(tokens, index, row) and _ends_phrase(tokens, index):
            return index
    return None


def _ends_phrase(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 == len(tokens):
        return True
    after = tokens[index + 1]
    return not after.is_word or after.fold in FUNCTION_WORDS or after.text[0].isupper()


def _head(tokens: Sequence[Token], place: int, row: Collocation) -> int | None:
    index = place - 1
    if index > 0 and tokens[index].fold in _DETERMINERS:
        index -= 1
    return index - 1 if index > 0 and tokens[index].fold == "of" and _fits(tokens, index - 1, row) else None


def argument_of(tokens: Sequence[Token], noun: int) -> tuple[str, str] | None:
    """Return the preposition after a noun and the stem of what it leads to: ("against", "iran")."""
    if noun + 2 >= len(tokens) or tokens[noun + 1].fold not in _PREPOSITIONS:
        return None
    for index in range(noun + 2, min(len(tokens), noun + 5)):
        token = tokens[index]
        if not token.is_word:
            return None
        if token.fold not in _DETERMINERS:
            return tokens[noun + 1].fold, stem(token.fold)
    return None


_PREPOSITIONS = frozenset("against on for in of over to with from at".split())
