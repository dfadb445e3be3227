"""Rises and falls whose figures say otherwise, and ranges turned round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.facts.changes import DOWN, UP, Change, baselines_of, changes_of, is_year, lead, verb_before
from lintnews.facts.quantities import Bound
from lintnews.facts.units import Dimension
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity

# What names a change with its share: "an increase of 5 per cent".
_STATED = frozenset("increase rise jump growth gain drop decline fall decrease reduction".split())
_OPPOSITE = {
    "rose": "fell", "fell": "rose", "increased": "decreased", "decreased": "increased", "grew": "shrank",
    "shrank": "grew", "climbed": "dropped", "dropped": "rose", "declined": "rose", "up": "down", "down": "up",
    "jumped": "dropped", "surged": "plunged", "plunged": "surged", "soared": "plunged",
    "rising": "falling", "raised": "lowered", "lowered": "raised", "raise": "lower",
    "sank": "rose", "slid": "rose", "slipped": "rose", "reduced": "raised",
    "falling": "rising", "narrowed": "widened", "widened": "narrowed", "risen": "fallen", "fallen": "risen",
}  # fmt: skip
# Where a lower figure is the better one, or two things are measured at once.
_NO_SCALE = lazy(
    r"\b(?:rank\w*|place\w*|position|seed\w*|number (?:one|two|three|four|five|\d)|rouble|ruble|currency|"
    r"exchange|dollar|handicap|odds|seconds?|record|(?<!retirement )(?<!pension )(?<!voting )age|aged|"
    r"minus|below zero|league|table|chart|losses?|deficit)\b",
    re.IGNORECASE,
)
_REACH = 8


def _sentence_text(facts: Facts, place: int) -> str:
    sentence = facts.article.sentence_at(place)
    return sentence.span.of(facts.text) if sentence else ""


@check(
    "NUM211",
    "percentage-does-not-follow",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the percentage does not follow from the figures",
    needs=(words(UP, DOWN, _STATED), words("from"), given("quantities")),
    examples=(
        bad(
            "The fare rose from 40 to 50 crowns, an increase of [[10 per cent]].",
            "The fare rose from 40 to 50 crowns, an increase of [[25 per cent]].",
        ),
        bad("Output fell [[5%]] from 800 to 600 tonnes.", "Output fell [[25%]] from 800 to 600 tonnes."),
        bad(
            "Profit rose to 120 million euros from 100 million euros, an increase of [[40 percent]].",
            "Profit rose to 120 million euros from 100 million euros, an increase of [[20 percent]].",
        ),
        fine("The fare rose from 40 to 50 crowns, an increase of 25 per cent, and rents rose 3%."),
        fine("Sales grew 34% from 1.5 million to 2 million; the rate rose from 2% to 3%, up 50%."),
    ),
)
def percentage_does_not_follow(facts: Facts) -> Iterator[Hit]:
    """A rise from 40 to 50 is one of 25 per cent; where the text says another, a figure is wrong.

    The rounding of all three figures is allowed for; rates that are percentages themselves are left alone.
    """
    for change in changes_of(facts.tokens, facts.quantities):
        start, end = change.start, change.end
        if not start.value or Dimension.SHARE in (start.dimension, end.dimension):
            continue
        share = _share_near(facts, change)
        if share is None or share.numeral.upper:
            continue
        low, high = _growth(start, end)
        slack = max(1.0, 0.05 * share.value)
        if low - slack <= share.value <= high + slack:
            continue
        right = abs(end.value - start.value) / start.value * 100
        written = re.sub(
            r"\d[\d.,]*|^[a-z-]+",
            f"{right:.2g}" if right < 10 else f"{right:.0f}",
            share.span.of(facts.text),
            count=1,
        )
        spoken = Span(facts.tokens[change.place].start, max(start.span.end, end.span.end))
        yield Hit(
            share.span,
            f"‘{share.span.of(facts.text)}’ does not follow from ‘{spoken.of(facts.text)}’, which is "
            f"{right:.3g} per cent",
            (replacement(share.span, written, Applicability.SUGGESTION),),
            (Related(spoken, f"a change of {right:.3g} per cent"),),
        )


def _growth(start: Quantity, end: Quantity) -> tuple[float, float]:
    """Return the least and the greatest change in per cent that the rounding of both figures allows."""
    slip_start, slip_end = _slip(start), _slip(end)
    sign = 1 if end.value >= start.value else -1
    changes = [
        sign * ((end.value + e * slip_end) / (start.value + s * slip_start) - 1) * 100
        for e in (-1, 1)
        for s in (-1, 1)
    ]
    return min(changes), max(changes)


def _slip(quantity: Quantity) -> float:
    """Return how far rounding may have moved a figure: 1,500 may be rounded, 40 is not."""
    grain = quantity.numeral.grain
    return (grain if quantity.value >= 1000 else min(grain, 1.0)) / 2


def _share_near(facts: Facts, change: Change) -> Quantity | None:
    """Return the percentage that states the change: "rose 5% from …" or "to …, an increase of 5%"."""
    tokens = facts.tokens
    first, last = max(0, change.place - _REACH), min(len(tokens), change.end.tokens.stop + 2 * _REACH + 1)
    for share in facts.quantities_in(Span(tokens[first].start, tokens[last - 1].end)):
        if share.unit is None or share.unit.name != "%" or share.bound is not Bound.EXACT:
            continue
        if 0 <= change.place - share.tokens.stop <= 1:
            before = {token.fold for token in tokens[max(0, share.tokens.start - 3) : share.tokens.start]}
            if before & (UP | DOWN):
                return share
        stop = max(change.start.tokens.stop, change.end.tokens.stop)
        if 0 < share.tokens.start - stop <= _REACH:
            between = [token.fold for token in tokens[stop : share.tokens.start]]
            after = tokens[share.tokens.stop].fold if share.tokens.stop < len(tokens) else ""
            if (
                "." not in between
                and ";" not in between
                and (
                    (between[-1] == "of" and _STATED.intersection(between))
                    or (between[-1] in ("a", "an") and after in _STATED)
                )
            ):
                return share
    return None


@check(
    "NUM212",
    "change-in-the-wrong-direction",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the verb and the figures go different ways",
    needs=(words(UP, DOWN), words("from after against compared"), given("quantities")),
    examples=(
        bad("The number of farms [[rose]] from 900 to 700.", "The number of farms [[fell]] from 900 to 700."),
        bad(
            "Cases of measles [[jumped]] 18 percent, from 33,000 to 27,000.",
            "Cases of measles [[dropped]] 18 percent, from 33,000 to 27,000.",
        ),
        bad(
            "Exports came to 80 tonnes, [[up]] from 95 tonnes.",
            "Exports came to 80 tonnes, [[down]] from 95 tonnes.",
        ),
        bad(
            "Turnout [[rose]] to 52 percent from 61 percent four years ago.",
            "Turnout [[fell]] to 52 percent from 61 percent four years ago.",
        ),
        bad(
            "The firm [[increased]] its sales in 2019 by 4 percent to 6.1 billion euros, after 6.3 "
            "billion the year before."
        ),
        bad(
            "The law would [[raise]] the retirement age from 65 to 63 years.",
            "The law would lower the retirement age from 65 to 63 years.",
        ),
        fine(
            "Its sales rose by 4 percent to 6.3 billion euros, after 6.1 billion the year before, and "
            "it sank to 12 after 40 minutes."
        ),
        fine("The number of farms fell from 900 to 700, and she rose from 12 to 5 in the ranking."),
        fine("Exports came to 95 tonnes, up from 80 tonnes in 2019."),
    ),
)
def change_in_the_wrong_direction(facts: Facts) -> Iterator[Hit]:
    """What rises ends higher than it began: “rose from 900 to 700” has a wrong verb or its figures swapped.

    Rankings, exchange rates and losses, where lower may be better, are left alone.
    """
    tokens = facts.tokens
    quantities = facts.quantities
    for change in (
        *changes_of(tokens, quantities),
        *baselines_of(facts.article, tokens, quantities),
        *_up_from(facts),
    ):
        verb = verb_before(tokens, change.place)
        if verb is None or change.start.value == change.end.value or is_year(change.start):
            continue
        went_up = change.end.value > change.start.value
        if went_up and change.end.dimension is Dimension.LENGTH:
            continue  # "fell from 10 to 15 metres": a height, not a change
        if (tokens[verb].fold in UP) == went_up or _NO_SCALE.search(
            _sentence_text(facts, tokens[verb].start)
        ):
            continue
        word = tokens[verb]
        first, last = sorted((change.start.span, change.end.span))
        spoken = Span(first.start, last.end)
        opposite = _OPPOSITE.get(word.fold)
        yield Hit(
            word.span,
            f"‘{word.text}’ does not fit the figures: ‘{change.start.span.of(facts.text)}’ came first, then"
            f" ‘{change.end.span.of(facts.text)}’",
            (replacement(word.span, opposite, Applicability.SUGGESTION),) if opposite else (),
            (Related(spoken, "the figures"),),
        )


def _up_from(facts: Facts) -> Iterator[Change]:
    """Yield "B, up from A" where only one figure before can be meant."""
    quantities, tokens = facts.quantities, facts.tokens
    for index, start in enumerate(quantities):
        place = lead(tokens, start)
        if place < 1 or tokens[place].fold != "from" or tokens[place - 1].fold not in ("up", "down"):
            continue
        sentence = facts.article.sentence_at(tokens[place].start)
        if sentence is None:
            continue
        before = [
            quantity
            for quantity in quantities[max(0, index - 6) : index]
            if quantity.span.start >= sentence.span.start
            and quantity.unit == start.unit
            and not is_year(quantity)
            and quantity.value > 0
            and (quantity.noun == start.noun or not start.noun)
        ]
        if (
            len(before) == 1
            and not before[0].numeral.upper
            and not start.numeral.upper
            and before[0].bound is Bound.EXACT
        ):
            yield Change(start, before[0], place)


CHECKS = (percentage_does_not_follow, change_in_the_wrong_direction)
