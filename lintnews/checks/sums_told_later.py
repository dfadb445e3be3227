"""Two counts and, a sentence on, what they make together: 12,000 and 5,500 employees, "together 16,500"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.changes import is_year
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

_TOGETHER = lazy(
    r"(?i)\b(?:together|combined|in all|in total|altogether|after the (?:merger|takeover)|jointly"
    r"|a total of)\b"
)
# Further parts, or another time: the total need not be the sum.
_MORE_OF_THEM = lazy(
    r"(?i)\b(?:other|others|another|including|with the|more|further|also|each|every|per|average"
    r"|by (?:19|20)\d\d|cut|up"
    r" to|since|last year|next year|rest|remaining|old|new|subsidiar\w+)\b"
)
_LOOK_BACK, _PAIR = 4, 2
# Further from the sum than this it is a total of something else.
_NEAR = 0.25


@check(
    "NUM208",
    "sum-told-later-differs",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="together the two figures make another sum",
    needs=(words("together combined all total altogether merger takeover jointly"), given("quantities")),
    examples=(
        bad("Holm has 12,000 employees, Brandt 5,500. After the merger there would be [[16,500 employees]]."),
        bad("The two yards employ 310 workers and 240 workers. Together they have [[650 workers]]."),
        fine("Holm has 12,000 employees, Brandt 5,500. After the merger there would be 17,500 employees."),
        fine(
            "Holm has 12,000 employees, Brandt 5,500. Together with other firms they have 18,500 employees."
        ),
        fine("Holm has 12,000 employees and 310 shops. In all, 11,500 employees are women."),
    ),
)
def sum_told_later_differs(facts: Facts) -> Iterator[Hit]:
    """Of 12,000 and 5,500 employees the text says that together they are 16,500: one figure was misread.

    Only two exact figures of one noun or currency are added, told in the same paragraph before a sentence
    that
    says "together"; a total far from the sum is one of something else.
    """
    quantities = facts.quantities
    for index, total in enumerate(quantities):
        sentence = facts.article.sentence_at(total.span.start)
        if sentence is None or not _is_plain(total) or not _TOGETHER.search(facts.text, *sentence.span):
            continue
        block = facts.article.blocks[sentence.block].span
        # "the two clubs" between them counts something else.
        before = [
            quantity
            for quantity in quantities[max(0, index - _LOOK_BACK) : index]
            if quantity.span.start >= block.start and quantity.noun in ("", total.noun)
        ]
        if len(before) < _PAIR or not all(map(_is_plain, before[-_PAIR:])):
            continue
        first, second = before[-_PAIR:]
        same = (
            first.noun == total.noun
            and second.noun in ("", first.noun)
            and first.unit == total.unit == second.unit
        )
        start = facts.article.sentence_at(first.span.start)
        if not same or not (first.noun or first.unit) or start is None:
            continue
        right = first.value + second.value
        off = abs(right - total.value)
        if not 0 < off <= _NEAR * right or total.value <= max(first.value, second.value):
            continue
        if _MORE_OF_THEM.search(facts.text, start.span.start, sentence.span.end):
            continue
        here = total.span._replace(end=max(total.span.end, facts.tokens[total.after - 1].end))
        there = Span(first.span.start, second.span.end)
        yield Hit(
            here,
            f"‘{here.of(facts.text)}’ does not fit ‘{there.of(facts.text)}’, which make {right:,.10g}",
            (replacement(total.span, f"{right:,.10g}", Applicability.SUGGESTION),) if not total.unit else (),
            (Related(there, f"together {right:,.10g}"),),
        )


def _is_plain(quantity: Quantity) -> bool:
    """Whether it is an exact count or amount of money."""
    numeral = quantity.numeral
    counts = quantity.unit is None or quantity.dimension is Dimension.MONEY
    return (
        counts
        and quantity.bound is Bound.EXACT
        and not (numeral.suffix or numeral.upper)
        and not is_year(quantity)
    )


CHECKS = (sum_told_later_differs,)
