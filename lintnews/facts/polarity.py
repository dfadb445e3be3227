"""Which words of a sentence are denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.facts.tokens import Token

_NEGATIONS = frozenset("not never no neither nor without cannot hardly nobody none".split())
# "failed to sign", "refuses to sign": what follows did not happen.
_FAILURES = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined unable yet".split()
)
# "not only", "no doubt", "not just": no denial.
_AFFIRMED = frozenset("only just least doubt wonder question longer merely sooner fewer less more".split())
_BREAKS = frozenset("but that who which because although while and or if when".split())
_INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
# A negation reaches over so many tokens: "did not, however, enter" is beyond it.
_REACH = 3


def negation_before(tokens: Sequence[Token], index: int) -> int | None:
    """Return the index of the word that denies the word at `index`, None where it is asserted."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        token = tokens[place]
        if token.kind is TokenKind.MARK or token.fold in _BREAKS:
            return None
        if is_negation(tokens, place):
            return place
    return None


def is_negation(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at `index` denies what follows it."""
    fold = tokens[index].fold
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    if fold in _NEGATIONS or fold.endswith("n't"):
        return following not in _AFFIRMED
    return (fold in _FAILURES and following == "to") or (fold, following) in _INSTEAD
