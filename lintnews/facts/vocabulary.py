"""The words of an article's running text, against which its headings are read."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.facts.stems import LEAST_OF_ROOT, root, stem
from lintnews.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lintnews.article import Article
    from lintnews.facts.headings import Heading
    from lintnews.facts.tokens import Token
    from lintnews.span import Span


def bare(fold: str) -> str:
    """Return a case-folded word without its possessive ending ("devil's" gives "devil")."""
    return fold[:-2] if fold.endswith("'s") else fold.removesuffix("'")


class Vocabulary(Frozen):
    """Words of the blocks that are no headings.

    Attributes:
        tokens: every token of the article.
        places: bare case-folded word to the indices of the tokens that are this word.
    """

    tokens: Sequence[Token]
    places: Mapping[str, Sequence[int]]

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """Stem to a word of the text that has it."""
        return {self._stem(word): word for word in self.places}

    @cached_property
    def _by_beginning(self) -> Mapping[str, Sequence[str]]:
        """The first letters of stems to the words of the text."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.places:
            found[self._stem(word)[:LEAST_OF_ROOT]].append(word)
        return found

    def _stem(self, word: str) -> str:
        token = self.tokens[self.places[word][0]]
        # The token may be a compound of which the word is a part.
        return (token.fold == word and token.term) or stem(word)

    @cached_property
    def by_initial(self) -> Mapping[str, Sequence[str]]:
        """First letter to the words of four or more letters that begin with it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.places:
            if len(word) >= 4:
                found[word[0]].append(word)
        return found

    def __contains__(self, fold: str) -> bool:
        return bare(fold) in self.places

    def supports(self, fold: str) -> bool:
        """Whether the text has the word, a form of it, or a part of the compound that it is."""
        word = bare(fold)
        if word in self.places or stem(word) in self.stems:
            return True
        parts = [part for part in word.split("-") if len(part) > 2]
        if len(parts) > 1:
            return any(part in self.places or stem(part) in self.stems for part in parts)
        return word.replace("-", "") in self.places

    def kin(self, fold: str) -> Iterator[int]:
        """Yield the places of a word, its forms and its derivations in the text."""
        wanted = root(bare(fold))
        for word in self._by_beginning.get(wanted[:LEAST_OF_ROOT], ()):
            if root(word) == wanted:
                yield from self.places[word]


def vocabulary_of(
    article: Article,
    headings: Sequence[Heading],
    tokens: Sequence[Token],
    token_range: Callable[[Span], range],
    by_fold: Mapping[str, Sequence[int]],
) -> Vocabulary:
    """Collect the words outside `headings`.

    `token_range` gives the indices of the tokens of a span, `by_fold` those of each word of the article.
    """
    left_out = _left_out(article, headings, len(tokens), token_range)
    entries = dict(by_fold)
    for fold in {tokens[index].fold for index in left_out}:
        entries[fold] = [index for index in by_fold[fold] if index not in left_out]
    places: dict[str, Sequence[int]] = {}
    for indices in sorted(filter(None, entries.values()), key=_first) if left_out else entries.values():
        token = tokens[indices[0]]
        if not token.is_word:
            continue
        fold = token.fold
        for word in _entries(fold) if "-" in fold or "'" in fold else (fold,):
            known = places.get(word)
            places[word] = indices if known is None else sorted((*known, *indices))
    return Vocabulary(tokens, places)


def _first(indices: Sequence[int]) -> int:
    return indices[0]


def _left_out(
    article: Article, headings: Sequence[Heading], count: int, token_range: Callable[[Span], range]
) -> frozenset[int]:
    """Return the tokens of headings, and those outside blocks."""
    headed = {heading.block for heading in headings}
    found: list[int] = []
    end = 0
    for number, block in enumerate(article.blocks):
        indices = token_range(block.span)
        found += range(end, indices.start)
        if number in headed:
            found += indices
        end = indices.stop
    return frozenset((*found, *range(end, count)))


def _entries(fold: str) -> tuple[str, ...]:
    """Return the words under which a word is entered: the parts of a compound are words of the text too."""
    if "-" not in fold:
        return (bare(fold),)
    return (bare(fold), fold.replace("-", ""), *fold.split("-"))
