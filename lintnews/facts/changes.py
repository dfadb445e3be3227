"""Changes with both their figures: "from 40 to 50", "to 50 from 40", "to 50 after 40 the year before"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.dates import MONTHS
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

#: Words of a change, by the way it goes.
UP = frozenset(
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing "
    "climb climbed climbing jump jumped soar soared surge surged up widen widened gain gained doubled "
    "tripled "
    "raise raises raised raising lift lifted swelled mounted".split()
)
DOWN = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
    "decreased decreasing shrink shrank shrunk plunge plunged slump slumped down narrowed halved reduce "
    "reduces reduced reducing cut lower lowers lowered lowering sink sinks sank sunk slid slipped tumbled "
    "dipped dwindled".split()
)
# Verbs of a change that nothing else means, so that they may stand further off.
_VERBS = (UP | DOWN) - frozenset("up down rise rises increase cut gain jump fall falls drop decline".split())
_HEDGES = frozenset(("about", "around", "some", "nearly", "almost", "approximately", "just"))
_OTHER_END = {"from": "to", "to": "from"}
_REACH = 8  # tokens between the two figures
# "to 50 after 40 the year before": what leads to the older figure, and what says that it is the older.
_THAN = frozenset("after against compared".split())
_OLDER = frozenset("year quarter month week season earlier before previous previously last prior ago".split())
_YEAR_REACH = 6
_NEAR, _VERB_REACH = 4, 12
_SHARES = frozenset("percent % cent".split())
_SHARE_REACH = 5
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


def baselines_of(
    article: Article, tokens: Sequence[Token], quantities: Sequence[Quantity]
) -> Iterator[Change]:
    """Yield the "to B, after A in the previous year": languages that have no "from" there."""
    for index, start in enumerate(quantities[1:], start=1):
        end = quantities[index - 1]
        place = lead(tokens, start)
        if tokens[place].fold in ("with", "to"):
            place -= 1
        joint = [token.fold for token in tokens[max(end.after, end.tokens.stop) : place]]
        to = lead(tokens, end)
        if (
            place < 2
            or tokens[place].fold not in _THAN
            or joint not in ([], [","])
            or tokens[to].fold != "to"
        ):
            continue
        stop = max(start.after, start.tokens.stop)
        following = [token.fold for token in tokens[stop : stop + _YEAR_REACH]]
        following = following[: following.index(".")] if "." in following else following
        sentence = article.sentence_at(tokens[to].start)
        if (
            sentence is not None
            and sentence.span.start <= tokens[to].start < start.span.start < sentence.span.end
            and _OLDER.intersection(following)
            and (_comparable(end, start) or (start.unit is None and _comparable(start, end)))
            and not _is_time(tokens, end, start)
        ):
            yield Change(start, end, to)


def verb_before(tokens: Sequence[Token], place: int) -> int | None:
    """Return the word that says which way a change goes, before its first figure at `place`.

    Any word of `UP` and `DOWN` may stand near; further off, behind its object ("increased its sales last
    year by 4 per cent to"), only a verb.
    """
    has_amount = False
    for index in range(place - 1, max(-1, place - 1 - _VERB_REACH), -1):
        fold = tokens[index].fold
        if fold == "," and not has_amount:
            # "jumped 18 percent, from 40 to 50": the change comes first as a share.
            has_amount = any(token.fold in _SHARES for token in tokens[max(0, index - _SHARE_REACH) : index])
            if has_amount:
                continue
        if fold in _VERBS or (place - index <= _NEAR and (fold in UP or fold in DOWN)):
            return index
        if fold in ".;:,()" or fold in ("and", "but", "which", "that", "who", "while", "to", "from"):
            return None
    return None


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
