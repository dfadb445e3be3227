"""Where each word stands, so that a check looks at its few words and not at all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.facts.tokens import TokenKind
from lintnews.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lintnews.facts.tokens import Token

_INNER = lazy(r"[-']")


class WordIndex:
    """Token indices by case-folded text: `by_fold` has every word of the article."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        places: dict[str, list[int]] = {}
        for index, token in enumerate(tokens):
            known = places.get(token.fold)
            if known is None:
                places[token.fold] = [index]
            else:
                known.append(index)
        self.by_fold: Mapping[str, Sequence[int]] = places

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the article, and its parts before, between and after hyphens and apostrophes."""
        whole = self.by_fold.keys()
        parts = [part for fold in whole if "-" in fold or "'" in fold for part in _INNER.split(fold)]
        return frozenset(whole).union(parts)

    @cached_property
    def figures(self) -> tuple[int, ...]:
        """The indices of the numbers in figures, in the order of the text."""
        tokens = self._tokens
        found = [
            index
            for fold, indices in self.by_fold.items()
            if fold[0].isdecimal() and tokens[indices[0]].kind is TokenKind.NUMBER
            for index in indices
        ]
        return tuple(sorted(found))

    def places(self, folds: Collection[str]) -> list[int]:
        """Return the indices of all tokens whose fold is one of `folds`, in the order of the text."""
        by_fold = self.by_fold
        # The shorter list is gone through, which for a table of words is mostly the article's.
        if len(by_fold) < len(folds):
            found = [index for fold, indices in by_fold.items() if fold in folds for index in indices]
        else:
            found = [index for fold in folds for index in by_fold.get(fold, ())]
        found.sort()
        return found
