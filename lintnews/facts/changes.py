"""Changes with both their figures: "from 40 to 50", "to 50 from 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.dates import MONTHS
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

_HEDGES = frozenset(("about", "around", "some", "nearly", "almost", "approximately", "just"))
_OTHER_END = {"from": "to", "to": "from"}
_REACH = 8  # tokens between the two figures
_MONTHS = frozenset(month[:3] for month in MONTHS)


class Change(NamedTuple):
    """Both quantities of "from 40 to 50" or "to 50 from 40", and the token before the first of them."""

    start: Quantity
    end: Quantity
    place: int


def changes_of(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[Change]:
    """Yield the "from A to B" and "to B from A" of the article whose figures count the same thing."""
    for index, first in enumerate(quantities):
        place = lead(tokens, first)
        if place < 0 or tokens[place].fold not in _OTHER_END:
            continue
        other = _OTHER_END[tokens[place].fold]
        for second in quantities[index + 1 : index + 4]:
            word = lead(tokens, second)
            if second.tokens.start - first.after > _REACH or word < first.tokens.stop:
                break
            between = {token.text for token in tokens[first.tokens.stop : word]}
            if between & {".", ";", tokens[place].fold, ":", "!", "?"}:
                break
            if (
                tokens[word].fold == other
                and _comparable(first, second)
                and not _is_time(tokens, first, second)
            ):
                start, end = (first, second) if other == "to" else (second, first)
                yield Change(start, end, place)
                break


def lead(tokens: Sequence[Token], quantity: Quantity) -> int:
    """Return the index of the word before a quantity, its approximation left out; -1 at the beginning."""
    place = quantity.tokens.start - 1
    while place > 0 and tokens[place].fold in _HEDGES:
        place -= 1
    return place


def _comparable(first: Quantity, second: Quantity) -> bool:
    if first.numeral.upper or second.numeral.upper or first.numeral.suffix != second.numeral.suffix:
        return False
    # "from 2.5 to 2 million": the scale is said once for both.
    if first.value < 1000 <= second.value and second.value >= 1000 * first.value:
        return False
    if first.unit:
        return first.unit == second.unit
    return not (first.noun and second.noun) or first.noun == second.noun


def _is_time(tokens: Sequence[Token], first: Quantity, second: Quantity) -> bool:
    """Whether both are years, or the second is a day or an hour: that is a term, not a change."""
    following = tokens[second.tokens.stop].fold if second.tokens.stop < len(tokens) else ""
    hour_or_day = following[:3].capitalize() in _MONTHS or following.replace(".", "") in (
        "am",
        "pm",
        "o'clock",
    )
    return hour_or_day or (is_year(first) and is_year(second))


def is_year(quantity: Quantity) -> bool:
    """Whether a bare figure may be a year."""
    return quantity.unit is None and not quantity.noun and 1500 <= quantity.value <= 2100
