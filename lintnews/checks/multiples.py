"""Changes told as a multiple, a fraction or an amount that does not follow from their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.changes import Change, changes_of, is_year
from lintnews.facts.numerals import FRACTION_WORDS
from lintnews.facts.quantities import Bound
from lintnews.facts.units import Dimension
from lintnews.finding import Applicability, Fix, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity

# The verb, and what the end is of the beginning.
_MULTIPLES = {
    form: value
    for forms, value in (
        ("doubled doubling doubles", 2.0),
        ("tripled tripling triples trebled trebling", 3.0),
        ("quadrupled quadrupling quadruples", 4.0),
        ("halved halving halves", 0.5),
    )
    for form in forms.split()
}
_OVER = frozenset(("than", "over"))
_UNDER = frozenset("nearly almost roughly about around practically virtually approximately".split())
# What a plain "doubled" may stand for: writers round, but not by a third.
_ROUNDING = 0.22
_UP_TO = 1.6  # "more than doubled" is said up to here over the double; then English has another word
_REACH = 9


class _Stated(NamedTuple):
    """What the text says of a change: the words, and the least and the most that it may be by them."""

    span: Span
    low: float
    high: float
    is_ratio: bool


@check(
    "NUM214",
    "multiple-does-not-follow",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the change does not follow from its figures",
    needs=(words("from"), words(_MULTIPLES, FRACTION_WORDS, "by"), given("quantities")),
    examples=(
        bad("The fare [[doubled]] from 40 to 60 crowns."),
        bad("Profit [[halved]] from 80 million to 60 million euros."),
        bad("Output fell by [[a third]], from 90 tonnes to 30 tonnes."),
        bad("Spending rises by [[4 billion]] crowns, from 96 billion to 102 billion."),
        fine("The fare more than doubled from 40 to 95 crowns, and rent nearly doubled from 300 to 580."),
        fine("Output fell by a third, from 90 tonnes to 60 tonnes, and sales by 4, from 10 to 6."),
    ),
)
def multiple_does_not_follow(facts: Facts) -> Iterator[Hit]:
    """From 40 to 60 nothing doubles, and from 96 to 102 billion it is 6 billion more, not 4.

    The rounding of all figures is allowed for; "more than doubled" and "nearly halved" have room to one side.
    """
    for change in changes_of(facts.tokens, facts.quantities):
        start, end = change.start, change.end
        if (
            not start.value
            or is_year(start)
            or Bound.EXACT is not start.bound
            or end.bound is not Bound.EXACT
        ):
            continue
        stated = _multiple(facts, change) or _by(facts, change)
        if stated is None:
            continue
        found = end.value / start.value if stated.is_ratio else abs(end.value - start.value)
        if stated.low <= found <= stated.high:
            continue
        spoken = _between(start, end)
        what = f"{found:.2g} times as much" if stated.is_ratio else f"{found:,.10g}"
        if stated.is_ratio and found < 1:
            what = f"{100 * found:.0f} per cent of it"
        yield Hit(
            stated.span,
            f"‘{stated.span.of(facts.text)}’ does not follow from ‘{spoken.of(facts.text)}’: that is {what}",
            _fixes(stated, found),
            (Related(spoken, what),),
        )


def _between(start: Quantity, end: Quantity) -> Span:
    first, last = sorted((start.span, end.span))
    return Span(first.start, last.end)


def _multiple(facts: Facts, change: Change) -> _Stated | None:
    """Read "more than doubled" before the figures of a change."""
    tokens = facts.tokens
    for place in range(change.place - 1, max(-1, change.place - 5), -1):
        value = _MULTIPLES.get(tokens[place].fold)
        if value is None:
            if not (tokens[place].is_word or tokens[place].text == ","):
                return None
            continue
        low, high = value * (1 - _ROUNDING), value * (1 + _ROUNDING)
        before = tokens[place - 1].fold if place else ""
        if before in _OVER:
            low, high = (value * 0.97, value * _UP_TO) if value > 1 else (0.0, value * 1.03)
        elif before in _UNDER:
            low, high = value * 0.75, value * 1.25
        return _Stated(tokens[place].span, low, high, is_ratio=True)
    return None


def _by(facts: Facts, change: Change) -> _Stated | None:
    """Read "by a third, from" and "by 4 billion crowns, from"."""
    tokens = facts.tokens
    first = facts.tokens[max(0, change.place - _REACH)].start
    amounts = facts.quantities_in(Span(first, tokens[change.place].start))
    if not amounts:
        return None
    amount = amounts[-1]
    before = tokens[amount.tokens.start - 1].fold if amount.tokens.start else ""
    between = [token.text for token in tokens[max(amount.after, amount.tokens.stop) : change.place]]
    if (
        before != "by"
        or between not in ([], [","])
        or amount.bound is not Bound.EXACT
        or amount.numeral.upper
    ):
        return None
    if tokens[amount.tokens.stop - 1].fold in FRACTION_WORDS:
        return _fraction(change, amount)
    units = {quantity.unit for quantity in (amount, change.start, change.end) if quantity.unit}
    if amount.dimension is Dimension.SHARE or amount.numeral.suffix or len(units) > 1:
        return None
    slack = sum(_grain(quantity) for quantity in (amount, change.start, change.end)) / 2
    return _Stated(amount.span, amount.value - slack, amount.value + slack, is_ratio=False)


def _fraction(change: Change, amount: Quantity) -> _Stated | None:
    if Dimension.SHARE in (change.start.dimension, change.end.dimension):
        return None  # "by a quarter, from 4 to 3 per cent" may mean a quarter point
    sign = 1 if change.end.value > change.start.value else -1
    low, high = sorted(1 + sign * amount.value * slack for slack in (0.8, 1.2))
    return _Stated(amount.span, low, high, is_ratio=True)


def _grain(quantity: Quantity) -> float:
    """Return how finely a figure is stated: 1,500 may be rounded, 40 is not."""
    grain = quantity.numeral.grain
    return grain if quantity.value >= 1000 else min(grain, 1.0)


def _fixes(stated: _Stated, found: float) -> tuple[Fix, ...]:
    if not stated.is_ratio:
        return ()
    for forms, value in (("doubled", 2.0), ("tripled", 3.0), ("quadrupled", 4.0), ("halved", 0.5)):
        if abs(found / value - 1) < 0.05:
            return (replacement(stated.span, forms, Applicability.SUGGESTION),)
    return ()


CHECKS = (multiple_does_not_follow,)
