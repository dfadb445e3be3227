"""Amounts of money given in two currencies at two rates."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from lintnews.facts.quantities import HEDGES
from lintnews.facts.units import Dimension
from lintnews.finding import Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

# Rates drift over the years of a story; beyond this factor a digit is lost.
_RATE_DRIFT = 2.5


@check(
    "NUM302",
    "exchange-rate-jumps",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the two amounts do not fit the article's own rate of exchange",
    needs=(words("("), given("quantities")),
    examples=(
        bad(
            "The boat cost 20,000 yuan ($2,800). Repairs came to 30,000 yuan ([[$42,000]]).",
            "The boat cost 20,000 yuan ($2,800). Repairs came to 30,000 yuan ([[$4,200]]).",
        ),
        bad(
            "He paid 50 euros ($55) in May and 80 euros ([[$8.8]]) in June.",
            "He paid 50 euros ($55) in May and 80 euros ([[$88]]) in June.",
        ),
        fine("The boat cost 20,000 yuan ($2,800). Repairs came to 30,000 yuan ($4,300), or 3,900 euros."),
        fine("In 1998 the note bought 600 roubles ($100); a month later 600 roubles ($60)."),
    ),
)
def exchange_rate_jumps(facts: Facts) -> Iterator[Hit]:
    """An article converts at one rate of exchange; an amount far off it has lost a digit.

    The first pair of amounts in each two currencies sets the rate; what changes over the years is left alone
    as far as it stays within a factor of two and a half.
    """
    pairs: dict[tuple[str, str], tuple[Quantity, Quantity]] = {}
    for first, second in itertools.pairwise(facts.quantities):
        one, other = first.unit, second.unit
        if one is None or other is None or not _is_exchange(facts.tokens, first, second):
            continue
        known = pairs.setdefault((one.name, other.name), (first, second))
        rate, usual = second.value / first.value, known[1].value / known[0].value
        if known[0] is first or 1 / _RATE_DRIFT <= rate / usual <= _RATE_DRIFT:
            continue
        place = Span(known[0].span.start, known[1].span.end + 1)
        right = _money(usual * first.value, second, facts)
        yield Hit(
            second.span,
            f"‘{second.span.of(facts.text)}’ does not fit ‘{first.span.of(facts.text)}’ at the rate of"
            f" ‘{place.of(facts.text)}’ (line {facts.article.line_of(place.start)}): that would be {right}",
            (replacement(second.span, right),),
            (Related(place, "the rate of exchange used here"),),
        )


def _is_exchange(tokens: Sequence[Token], first: Quantity, second: Quantity) -> bool:
    if not (first.dimension is second.dimension is Dimension.MONEY) or first.unit == second.unit:
        return False
    if first.numeral.upper or second.numeral.upper or not first.value or not second.value:
        return False
    gap = [token.fold for token in tokens[first.tokens.stop : second.tokens.start]]
    following = tokens[second.tokens.stop].text if second.tokens.stop < len(tokens) else ""
    return bool(gap) and gap[0] == "(" and all(word in HEDGES for word in gap[1:]) and following in (")", ";")


def _money(value: float, like: Quantity, facts: Facts) -> str:
    """Write an amount as the other is written: its mark, its scale, two digits that count."""
    old = like.span.of(facts.text)
    head = old[: len(old) - len(old.lstrip("$€£USACHKNZ"))]
    rounded = round(value, 1 - math.floor(math.log10(value)))
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if rounded >= scale and not head.isspace():
            figure = f"{rounded / scale:,.10g} {word}"
            break
    else:
        figure = f"{rounded:,.10g}"
    return f"{head}{figure}" if head else f"{figure} {old.split()[-1]}"


CHECKS = (exchange_rate_jumps,)
