"""A count that the text comes back to with another number: "three helicopters … all four of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.numerals import UNITS_IN_WORDS
from lintnews.facts.plurals import singular
from lintnews.facts.quantities import Bound
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity

_NUMBERS = "two three four five six seven eight nine ten eleven twelve"
_MOST = 20
_ALL = lazy(
    rf"\b[Aa]ll (?P<figure>{_NUMBERS.replace(' ', '|')}|\d{{1,2}})(?P<them> of them\b"
    r"|(?: of (?:the|these|those|his|her|their|its))? (?P<noun>[a-z]+s|children|men|women|people)\b)"
)
# "The helicopters, all four of them".
_APPOSED = lazy(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?P<noun>[a-z]+), \Z")
_MORE = lazy(r"\b(?:another|further|additional|more|joined|new|too|also)\b")
# Further off it is a count of something else.
_APART = 2
_TIMES = frozenset("year month week day hour time minute season quarter game match round set point".split())


@check(
    "NUM505",
    "all-of-another-number",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the text counted them otherwise before",
    needs=(words("all"), given("quantities")),
    examples=(
        bad(
            "The army sent three helicopters. The helicopters, all [[four]] of them, were old.",
            "The army sent three helicopters. The helicopters, all three of them, were old.",
        ),
        bad(
            "She is a mother of four children. Last year she lost all [[three]] of her children.",
            "She is a mother of four children. Last year she lost all four of her children.",
        ),
        fine("The army sent three helicopters. The helicopters, all three of them, were old."),
        fine("The army sent three helicopters and the navy one. All four helicopters were old."),
        fine(
            "Three ships sank in May. In June a further ship sank, and all 20 ships of the line were checked."
        ),
    ),
)
def all_of_another_number(facts: Facts) -> Iterator[Hit]:
    """The words "all four" come back to a count: where only three were told of, one of the two was misread.

    Left alone where any figure before gives the number, where the text speaks of more, or where more than one
    count of the noun goes before.
    """
    for match in _ALL.finditer(facts.text):
        figure = match["figure"]
        number = UNITS_IN_WORDS.get(figure) or float(figure)
        noun = _noun(facts, match)
        if not noun or noun in _TIMES:
            continue
        before = [quantity for quantity in facts.quantities if quantity.span.end <= match.start()]
        told = [quantity for quantity in before if quantity.noun == noun]
        values = {quantity.value for quantity in before if quantity.noun in ("", noun) and not quantity.unit}
        added = (
            (q.value for q in before if q.span.start > told[-1].span.end and q.value in values)
            if told
            else ()
        )
        ranges = {quantity.numeral.upper for quantity in before}
        if len({quantity.value for quantity in told}) != 1 or not _is_small_count(told[-1]):
            continue
        whole = told[-1]
        if number in values or number in ranges or number - whole.value in added:
            continue
        if _MORE.search(facts.text, whole.span.end, match.start()) or abs(number - whole.value) > _APART:
            continue
        there = whole.span._replace(end=facts.tokens[whole.after - 1].end)
        span = Span(*match.span("figure"))
        yield Hit(
            span,
            f"‘{match.group()}’ contradicts ‘{there.of(facts.text)}’ (line "
            f"{facts.article.line_of(there.start)})",
            (replacement(span, whole.span.of(facts.text).lower(), Applicability.SUGGESTION),),
            (Related(there, "the number told before"),),
        )


def _noun(facts: Facts, match: re.Match[str]) -> str:
    """Return what is counted, in the singular."""
    if match["noun"]:
        return singular(match["noun"])
    sentence = facts.article.sentence_at(match.start())
    apposed = _APPOSED.search(facts.text, sentence.span.start if sentence else match.start(), match.start())
    return singular(apposed["noun"]) if apposed else ""


def _is_small_count(quantity: Quantity) -> bool:
    numeral = quantity.numeral
    exact = quantity.bound is Bound.EXACT and not (quantity.unit or numeral.suffix or numeral.upper)
    return exact and 2 <= quantity.value <= _MOST


CHECKS = (all_of_another_number,)
