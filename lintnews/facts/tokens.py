"""Words, numbers and marks of a text."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lintnews.patterns import lazy
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0  # letters, with hyphens and apostrophes inside ("re-election", "Shi’ite", "U.S.", "U.S.-led")
    NUMBER = 1  # digits, with separators and letters attached ("1,500.5", "3rd", "2019-20")
    MARK = 2  # one punctuation mark or symbol; an ellipsis or a row of dashes is one
    ADDRESS = 3  # a web or mail address, a handle, a hashtag: nobody reads its parts as words


class Token(NamedTuple):
    """One token; `fold` is its text case-folded, with straight apostrophes; `is_word`: it is of kind WORD."""

    start: int
    end: int
    text: str
    fold: str
    kind: TokenKind
    is_word: bool

    @property
    def span(self) -> Span:
        """Where it stands in `Article.text`."""
        return Span(self.start, self.end)

    @property
    def base(self) -> str:
        """The case-folded text without a possessive ending: "iran" of "Iran’s"."""
        fold = self.fold
        if fold.endswith("'s"):
            return fold[:-2]
        return fold[:-1] if fold.endswith("s'") else fold


# Zero-width and soft-hyphen characters count as blanks.
_MARK = r"\.{2,}|-{2,}|[^\s\u00ad\u200b-\u200f\u2060\ufeff]"
_NUMBER = r"\d(?:\w|[.,’'](?=\d)|-(?=\w))*"
# The rest of an acronym with stops; the last stop belongs to it.
_DOTTED = r"\.(?:[A-Za-z]\.)+(?:-\w+)*"
_PLAIN = lazy(rf"[^\W\d_](?:{_DOTTED}|\w*(?:[’'](?=[^\W\d_])\w+|-\w+)*)|{_NUMBER}|{_MARK}")
# With addresses, and with accents written as characters of their own.
_RICH = lazy(
    r"(?:https?://|www\.)[^\s<>\"”’]*[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w|[#@][^\W\d_]\w+"
    rf"|[^\W\d_](?:{_DOTTED}|(?:[\w\u0300-\u036f]|[’'](?=[^\W\d_])|-(?=\w))*)|{_NUMBER}|{_MARK}"
)
_NEEDS_RICH = lazy(r"[@#\u0300-\u036f]|://|www\.")


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order."""
    pattern = _RICH if _NEEDS_RICH.search(text) else _PLAIN
    # What Token(…) does, at half its cost: it is done for every word of every article.
    new = tuple.__new__
    for match in pattern.finditer(text):
        token = match.group()
        start, end = match.span()
        yield new(Token, (start, end, token, *_looks(token)))


# Words come again and again: each spelling is looked at once.
@lru_cache(maxsize=1 << 15)
def _looks(token: str) -> tuple[str, TokenKind, bool]:
    """Return the fold and the kind of a token, and whether it is a word."""
    first = token[0]
    if len(token) > 1 and (first in "#@" or "@" in token or "://" in token or token.startswith("www.")):
        return token, TokenKind.ADDRESS, False
    if first.isalpha():
        return token.casefold().replace("’", "'"), TokenKind.WORD, True
    return token, TokenKind.NUMBER if first.isdecimal() else TokenKind.MARK, False
