"""Two figures set against each other: "80 instead of 95", "71 per cent, lower than the 64 per cent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.changes import is_year
from lintnews.facts.quantities import Bound
from lintnews.facts.units import Dimension
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

#: What says that the first figure is the higher one, and the lower one.
MORE = frozenset(
    "more higher larger bigger greater longer taller heavier older costlier dearer above exceeding "
    "exceeds exceeded topping".split()
)
RANKED = frozenset(("followed",))  # "with 38 per cent, followed by Holm with 34"
LESS = frozenset("less fewer lower smaller shorter lighter younger cheaper below".split())
# Of these a figure may follow at once: "above the target of 3 per cent".
_BARE = frozenset("above below exceeding exceeds exceeded topping".split())
_LINKS = (("instead", "of"), ("rather", "than"), ("compared", "with"), ("compared", "to"), ("as", "against"))
_DENIED = frozenset("not no never nor n't neither hardly barely little".split())
# Words before the second figure that say more of it, at most so many: "the government's target of".
_BETWEEN = 6
_REACH = 9
_SCORED = frozenset("vote seat point goal medal".split())
_WITH = (["with"], ["("], ["at"], ["on"])
_BREAKS = frozenset((".", ";", "!", "?", "“", "”", "‘", '"'))


class Comparison(NamedTuple):
    """Two figures of one kind, and the word that says which is the greater.

    Attributes:
        first: the figure of which something is said.
        second: what it is held against.
        word: index of the token that says it.
        is_more: whether that word makes the first the greater.
    """

    first: Quantity
    second: Quantity
    word: int
    is_more: bool


def comparisons_of(
    article: Article, tokens: Sequence[Token], quantities: Sequence[Quantity], places: Sequence[int]
) -> Iterator[Comparison]:
    """Yield what the words at `places`, all of `MORE`, `LESS` or `RANKED`, compare within a sentence."""
    for place in places:
        sentence = article.sentence_at(tokens[place].start)
        if sentence is None or (place and tokens[place - 1].fold in _DENIED):
            continue
        inside = [q for q in quantities if sentence.span.start <= q.span.start < sentence.span.end]
        before = [quantity for quantity in inside if quantity.tokens.stop <= place]
        after = [quantity for quantity in inside if quantity.tokens.start > place]
        if tokens[place].fold in RANKED:
            pair = _followed(tokens, place, before, after)
        else:
            pair = _than(tokens, place, before, after) or _instead(tokens, place, after)
        if pair and _comparable(*pair):
            yield Comparison(*pair, place, tokens[place].fold not in LESS)


def _than(
    tokens: Sequence[Token], place: int, before: Sequence[Quantity], after: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Read "71 per cent, lower than the 64 per cent" and "2.4 million, 10 per cent more than the 2.6"."""
    fold = tokens[place].fold
    start = place + 1 if fold in _BARE else place + 2
    if not after or not before or (fold not in _BARE and _fold(tokens, place + 1) != "than"):
        return None
    second = after[0]
    lead = tokens[start : second.tokens.start]
    if len(lead) > _BETWEEN or any(not token.is_word and token.text not in ("’", "'") for token in lead):
        return None
    if not lead or lead[0].fold not in ("the", "last", "its", "their", "a", "this", "analysts", "analysts'"):
        return None
    first = before[-1]
    gap = [token.text for token in tokens[max(first.after, first.tokens.stop) : place]]
    if not gap and len(before) > 1 and first.dimension is Dimension.SHARE:
        first = before[-2]  # "2.4 million passengers, 10 per cent more than"
        own = before[-1]
        gap = [token.text for token in tokens[max(first.after, first.tokens.stop) : own.tokens.start]]
    if not {",", "–", "—", "("} & set(gap) or len(gap) > _REACH or _BREAKS & set(gap):
        return None
    return (first, second) if _plain(gap) else None


def _followed(
    tokens: Sequence[Token], place: int, before: Sequence[Quantity], after: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Read "came first with 38 per cent, followed by Holm with 34": shares, votes and points, not times."""
    if not before or not after or _fold(tokens, place + 1) != "by":
        return None
    first, second = before[-1], after[0]
    if first.dimension is not Dimension.SHARE and first.noun not in _SCORED:
        return None
    gap = [token.fold for token in tokens[max(first.after, first.tokens.stop) : place]]
    name = [token.fold for token in tokens[place + 2 : second.tokens.start]]
    if len(gap) > _REACH or len(name) > _REACH or _BREAKS.intersection(gap + name) or name[-1:] not in _WITH:
        return None
    return (first, second) if tokens[first.tokens.start - 1].fold in ("with", "(", "at", "on") else None


def _plain(gap: Sequence[str]) -> bool:
    """Whether no second clause begins between the figure and the word that compares it."""
    folds = [word.casefold() for word in gap]
    return (
        not {"and", "but", "while", "whereas", "although", "because", "as"} & set(folds)
        and folds.count(",") < 2
    )


def _instead(
    tokens: Sequence[Token], place: int, after: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Read "more expensive, at 80 euros instead of 95"."""
    if len(after) < 2 or tokens[place].fold in _BARE:
        return None
    first, second = after[0], after[1]
    lead = [token.fold for token in tokens[place + 1 : first.tokens.start]]
    stop = max(first.after, first.tokens.stop)
    link = [token.fold for token in tokens[stop : second.tokens.start] if token.text != ","]
    if len(lead) > _REACH or "than" in lead or _BREAKS & set(lead) or tuple(link[:2]) not in _LINKS:
        return None
    if not {"at", "costs", "cost", "pay", "is", "be", "are", "weighs", "lasts", "last", "paying"} & set(
        lead[-2:]
    ):
        return None
    return (first, second) if len(link) <= 2 + 2 else None


def _comparable(first: Quantity, second: Quantity) -> bool:
    if first.numeral.upper or second.numeral.upper or first.numeral.suffix or second.numeral.suffix:
        return False
    if is_year(first) or is_year(second) or Bound.EXACT not in (first.bound, second.bound):
        return False
    if first.dimension in (Dimension.TIME, Dimension.TEMPERATURE) or first.value == second.value:
        return False
    if first.unit and second.unit:
        return first.unit == second.unit
    if first.unit or second.unit:
        return first.dimension is Dimension.MONEY and not second.noun
    return first.noun == second.noun or not second.noun


def _fold(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].fold if place < len(tokens) else ""
