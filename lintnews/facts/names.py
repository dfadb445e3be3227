"""The proper-name mask: which tokens are parts of names, so that no lexical rule takes them for words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lintnews.article import Article
from lintnews.facts.tokens import Token
from lintnews.words import WordTable


@dataclass(frozen=True)
class NameMask:
    """Token indices that are (parts of) proper names."""

    indices: frozenset[int]

    def __contains__(self, index: int) -> bool:
        return index in self.indices

    def any_in(self, indices: range) -> bool:
        """Whether one of the tokens is part of a name."""
        return any(index in self.indices for index in indices)


def mask_names(article: Article, tokens: Sequence[Token], words: WordTable) -> NameMask:
    """Find the proper names of an article by their capitals."""
    sentence_starts = {sentence.span.start for sentence in article.sentences}
    mid_capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for token in tokens:
        if not token.is_word:
            continue
        if token.text[0].isupper():
            if token.start not in sentence_starts:
                mid_capital[token.fold] += 1
        else:
            lower[token.fold] += 1
    found = set()
    for index, token in enumerate(tokens):
        if not token.is_word or not token.text[0].isupper():
            continue
        if token.start not in sentence_starts or mid_capital[token.fold] or not words.known(token.text):
            found.add(index)
    return NameMask(frozenset(found))

