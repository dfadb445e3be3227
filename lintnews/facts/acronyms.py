"""Acronyms that the text explains: "People's Defence Council (PDC)", "the PDC (People's Defence Council)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.tokens import TokenKind
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lintnews.article import Article
    from lintnews.facts.tokens import Token
    from lintnews.facts.word_index import WordIndex

_ACRONYM = lazy(r"(?:[A-Z]\.?){2,8}")
#: Words that an acronym may leave out.
SMALL_WORDS = frozenset("of the and for in on to a an & de la del du des di da el le at by with".split())
# No expansion is longer than this, small words included.
_LONGEST = 12
# Within a name; "by", "to" and "with" stand before one.
_LINKING = SMALL_WORDS - frozenset("by at with to a an".split())
_PARTS = lazy(r"[-’'/]|(?<=[a-z])(?=[A-Z])")
_ENDS = frozenset('.;:!?()[]“”"–—')


class Explained(NamedTuple):
    """An acronym beside its expansion.

    Attributes:
        acronym: the acronym alone.
        letters: its letters, without stops.
        expansion: from the first capitalised word to the last word.
        words: the expansion's words.
        reach: the words before the bracket up to the last mark, `words` at their end.
        whole: expansion, bracket and acronym.
    """

    acronym: Span
    letters: str
    expansion: Span
    words: tuple[str, ...]
    reach: tuple[str, ...]
    whole: Span

    @property
    def is_spelt(self) -> bool:
        """Whether the words before the acronym spell it, in the widest sense."""
        return any(spells(self.reach[start:], self.letters) for start in range(len(self.reach)))

    @property
    def is_turned_round(self) -> bool:
        """Whether the initials are the acronym's letters, but only in another order."""
        if sorted(self.initials) != sorted(self.letters):
            return False
        parts = [part for word in self.reach for part in _PARTS.split(word) if part]
        return not any(spells(parts[start:], self.letters, inside=False) for start in range(len(parts)))

    @property
    def initials(self) -> str:
        """Capitals that begin the expansion's words."""
        return "".join(word[0].upper() for word in self.words if word.casefold() not in SMALL_WORDS)


def explained_acronyms(
    article: Article, tokens: Sequence[Token], names: Container[int], words: WordIndex
) -> Iterator[Explained]:
    """Yield the acronyms in brackets after two or more capitalised words, in the order of the text.

    `names` are the indices of the tokens that are parts of names.
    """
    for index in words.by_fold.get("(", ()):
        if not 2 <= index < len(tokens) - 2 or tokens[index + 2].text != ")":
            continue
        token = tokens[index + 1]
        if not _ACRONYM.fullmatch(token.text):
            continue
        reach = _reach(article, tokens, index)
        named = _named(tokens, reach, names)
        if len(named) > 1:
            expansion = Span(tokens[named[0]].start, tokens[named[-1]].end)
            yield Explained(
                acronym=token.span,
                letters=token.text.replace(".", ""),
                expansion=expansion,
                words=tuple(expansion.of(article.text).split()),
                reach=tuple(tokens[place].text for place in reach),
                whole=Span(tokens[named[0]].start, tokens[index + 2].end),
            )


def _reach(article: Article, tokens: Sequence[Token], bracket: int) -> range:
    """Return the words before a bracket, back to the sentence's start or a mark."""
    sentence = article.sentence_at(tokens[bracket].start)
    least = sentence.span.start if sentence else 0
    start = bracket
    while start > 0 and bracket - start < _LONGEST and tokens[start - 1].start >= least:
        if tokens[start - 1].text in _ENDS:
            break
        start -= 1
    return range(start, bracket)


def _named(tokens: Sequence[Token], reach: range, names: Container[int]) -> range:
    """Return the name at the end of `reach`: capitalised words, and small words between them."""
    start = reach.stop
    for index in reversed(reach):
        token = tokens[index]
        if token.text in "’'" and index > 0 and tokens[index - 1].end == token.start:
            continue  # the apostrophe of "Workers’ Party"
        if token.kind is not TokenKind.WORD and token.text != "&":
            break
        if token.text[0].isupper():
            start = index if index in names else start
        elif token.text not in _LINKING:
            break
    return range(start, reach.stop)


def spells(words: Sequence[str], letters: str, *, inside: bool = True) -> bool:
    """Whether `letters` can be taken from `words` in order.

    The first begins the first word, each other begins a word or, with `inside`, follows in the same word.
    """
    if not words or not letters or words[0][0].upper() != letters[0]:
        return False
    return _follows(tuple(word.upper() if inside else word[0].upper() for word in words), 0, 1, letters[1:])


def _follows(words: tuple[str, ...], word: int, place: int, letters: str) -> bool:
    if not letters:
        return True
    found = words[word].find(letters[0], place)
    if found >= 0 and _follows(words, word, found + 1, letters[1:]):
        return True
    return any(
        words[later][0] == letters[0] and _follows(words, later, 1, letters[1:])
        for later in range(word + 1, len(words))
    )


def lost_letter(words: Sequence[str], letters: str) -> int | None:
    """Return which letter has no word although the initials of `words` are all the others, in order.

    The first letter is never the lost one.
    """
    if _initials(words, whole=False) == letters:
        return None
    initials = _initials(words)
    if len(initials) != len(letters) - 1 or len(initials) < 2:
        return None
    for lost in range(len(letters) - 1, 0, -1):
        if letters[:lost] + letters[lost + 1 :] == initials:
            return lost
    return None


def _initials(words: Sequence[str], *, whole: bool = True) -> str:
    """Return what the words begin with, or where they are not taken `whole`, what their parts do."""
    reach = 1 if whole else None
    parts = (
        part for word in words if word.casefold() not in SMALL_WORDS for part in _PARTS.split(word)[:reach]
    )
    return "".join(part[0].upper() for part in parts if part)
