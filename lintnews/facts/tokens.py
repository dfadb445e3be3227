"""Words, numbers and marks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from lintnews.span import Span


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0  # letters, with hyphens and apostrophes inside ("re-election", "Shi’ite", "U.S.")
    NUMBER = 1  # digits, with separators and letters attached ("1,500.5", "3rd", "2019-20")
    MARK = 2  # one punctuation mark or symbol; an ellipsis or a row of dashes is one


class Token(NamedTuple):
    """One token; `fold` is its text case-folded, with straight apostrophes."""

    start: int
    end: int
    text: str
    fold: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        """Where it stands in `Article.text`."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.kind is TokenKind.WORD


_TOKEN = re.compile(
    r"(?P<number>\d(?:[\w]|[.,’'](?=\d)|-(?=\w))*)"
    # An acronym with stops; the last stop belongs to it.
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[^\W\d_](?:[\w]|[’'](?=[^\W\d_])|-(?=\w))*)"
    r"|(?P<mark>\.{2,}|-{2,}|\S)"
)
_KINDS = {"word": TokenKind.WORD, "number": TokenKind.NUMBER, "mark": TokenKind.MARK}


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order."""
    for match in _TOKEN.finditer(text):
        token = match.group()
        kind = _KINDS[match.lastgroup or "mark"]
        fold = token.casefold().replace("’", "'") if kind is TokenKind.WORD else token
        yield Token(match.start(), match.end(), token, fold, kind)
