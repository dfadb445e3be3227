"""Words, numbers and marks of a text."""

from __future__ import annotations

from enum import IntEnum

from lintnews.facts.stems import EMPTY_WORDS, stem
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0  # letters, with hyphens and apostrophes inside ("re-election", "Shi’ite", "U.S.", "U.S.-led")
    NUMBER = 1  # digits, with separators and letters attached ("1,500.5", "3rd", "2019-20")
    MARK = 2  # one punctuation mark or symbol; an ellipsis or a row of dashes is one
    ADDRESS = 3  # a web or mail address, a handle, a hashtag: nobody reads its parts as words


class Token(NamedTuple):
    """One token.

    Attributes:
        fold: its text case-folded, with straight apostrophes.
        is_word: whether it is of kind WORD.
        base: `fold` without a possessive ending: "iran" of "Iran’s".
        term: the stem of a word that carries matter of its own, `fold` of a number or an address, else "".
    """

    start: int
    end: int
    text: str
    fold: str
    kind: TokenKind
    is_word: bool
    base: str
    term: str

    @property
    def span(self) -> Span:
        """Where it stands in `Article.text`."""
        return Span(self.start, self.end)


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


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in order."""
    pattern = _RICH if _NEEDS_RICH.search(text) else _PLAIN
    # This is done for every word of every article. `findall` with `find` costs half of what matches cost:
    # before a token there is nothing but blanks, so that it is found at once.
    find, look_up, new = text.find, _LOOKS.get, tuple.__new__
    found: list[Token] = []
    add, end = found.append, 0
    for token in pattern.findall(text):
        start = find(token, end)
        end = start + len(token)
        # What Token(…) does, at half its cost.
        add(new(Token, (start, end) + (look_up(token) or _remember(token))))
    return tuple(found)


def in_address(text: str, word: Span | Token) -> bool:
    """Whether a full stop joins a word to a letter, as in a web address or file name."""
    start, end = word.start, word.end
    before, after = text[start - 2 : start] if start > 1 else "", text[end : end + 2]
    return (before[1:] == "." and before[0].isalnum()) or (after[:1] == "." and after[1:].isalnum())


_Looks = tuple[str, str, TokenKind, bool, str, str]
# Words come again and again: each spelling is looked at once.
_LOOKS: dict[str, _Looks] = {}
_MOST_REMEMBERED = 1 << 15


def _remember(token: str) -> _Looks:
    if len(_LOOKS) >= _MOST_REMEMBERED:
        _LOOKS.clear()
    looks = _LOOKS[token] = _looks(token)
    return looks


def _looks(token: str) -> _Looks:
    """Return the fields of a token that do not depend on its place."""
    first = token[0]
    if len(token) > 1 and (first in "#@" or "@" in token or "://" in token or token.startswith("www.")):
        return token, token, TokenKind.ADDRESS, False, _base(token), token
    if first.isalpha():
        fold = token.casefold().replace("’", "'")
        return token, fold, TokenKind.WORD, True, _base(fold), "" if fold in EMPTY_WORDS else stem(fold)
    if first.isdecimal():
        return token, token, TokenKind.NUMBER, False, _base(token), token
    return token, token, TokenKind.MARK, False, _base(token), ""


def _base(fold: str) -> str:
    if fold.endswith("'s"):
        return fold[:-2]
    return fold[:-1] if fold.endswith("s'") else fold
