"""A figure that is another of the article, misread: its digits exchanged, another scale or unit."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from lintnews.facts.quantities import Bound
from lintnews.facts.units import Dimension
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity

_SCALES = "million billion trillion"
_SCALED = lazy(rf"(?P<figure>\d+(?:\.\d+)?) ?(?P<scale>{_SCALES.replace(' ', '|')})\b")
# So many digits that count make it no chance that two amounts share them.
_LEAST_DIGITS = 2
_LEAST_PERMUTED = 3
_EXCHANGED = (Dimension.MONEY, Dimension.LENGTH, Dimension.AREA, Dimension.VOLUME, Dimension.MASS)
# Writers take one for the other.
_ALIKE = ({"tons", "tonnes"}, {"gallons", "imperial gallons"}, {"miles", "nautical miles"})
_LEAST_AMOUNT = 10_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Nouns for people of any sort: victims may be people, and residents, too.
_PEOPLE = frozenset(
    "person victim casualty investor resident customer patient passenger worker employee member voter "
    "participant inhabitant spectator visitor viewer fan tourist protester demonstrator".split()
)


@check(
    "NUM503",
    "same-figure-in-two-scales",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one figure is given in millions and in billions",
    pivots=("de", "es", "fr", "it", "pt", "ru", "zh", "ja"),
    needs=(words("million"), words("billion trillion"), given("quantities")),
    examples=(
        bad(
            "Holm buys Brandt for 1.8 billion euros\n\nThe group will pay [[1.8 million euros]] for "
            "its rival.\n\n"
            "The price of 1.8 billion euros is high."
        ),
        bad("The dam cost $240 million. Of the [[$240 billion]], a third was borrowed."),
        fine(
            "Sales rose to 1.8 billion euros and profit to 18 million euros; 2 million people use 2 "
            "billion cups."
        ),
        fine("The firm made 1.8 million euros a day, and 1.8 billion dollars of it were lost."),
    ),
)
def same_figure_in_two_scales(facts: Facts) -> Iterator[Hit]:
    """The same digits and the same unit, once in millions and once in billions: one scale was misread.

    A billion is a milliard in many languages, and counting in ten thousands shifts scales as well. The scale
    that stands less often is reported, of equals the later one.
    """
    amounts: defaultdict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for quantity in facts.quantities:
        written = quantity.span.of(facts.text)
        match = _SCALED.search(written)
        unit = quantity.unit.name if quantity.unit else quantity.noun
        if match and unit and quantity.numeral.upper is None:
            amounts[match["figure"], unit].append(quantity)
    for (figure, _), found in amounts.items():
        values = [quantity.value for quantity in found]
        if len(set(values)) < 2 or len(figure.replace(".", "").strip("0")) < _LEAST_DIGITS:
            continue
        # The usual value is the one that stands most often, of equals the one that stands first.
        usual = max(values, key=lambda value: (values.count(value), -values.index(value)))
        other = found[values.index(usual)]
        for quantity in found:
            if quantity.value != usual:
                yield _misread(facts, quantity, other, "the same figure in another scale")
                break


@check(
    "NUM504",
    "digits-change-places",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one count has its digits in two orders",
    needs=(given("quantities"),),
    examples=(
        bad("In all, 412 people were cheated. One of the [[421 victims]] sat in the front row."),
        bad("The fund pays 1,370 pensioners in Graz.\n\nThe [[1,730 pensioners]] are angry.", None),
        fine("Some 412 people voted for it, 421 people against it."),
        fine(
            "The fund pays 1,370 pensioners. In 2019 it paid 1,730 pensioners. It has 412 beds and 421 "
            "nurses."
        ),
    ),
)
def digits_change_places(facts: Facts) -> Iterator[Hit]:
    """Of "412 people" and later "the 421 victims" one has two digits exchanged.

    Only exact counts of three digits or more are compared, of one noun or of people, and only where the later
    one is "the" or "of the": a count that was told before.
    """
    counts: defaultdict[tuple[str, int], list[tuple[str, Quantity]]] = defaultdict(list)
    for quantity in facts.quantities:
        numeral = quantity.numeral
        if quantity.unit or numeral.in_words or numeral.suffix or numeral.upper:
            continue
        if quantity.noun and quantity.bound is Bound.EXACT and quantity.value == int(quantity.value):
            digits = f"{quantity.value:.0f}"
            # "The 2021 games" and "the 2012 games" are two.
            if not _FIRST_YEAR <= quantity.value <= _LAST_YEAR and len(digits.rstrip("0")) >= _LEAST_PERMUTED:
                counts["".join(sorted(digits)), len(digits)].append((digits, quantity))
    for found in counts.values():
        for (one, first), (other, later) in combinations(found, 2):
            if one != other and _counts_again(facts, first, later):
                yield _misread(facts, later, first, "the same digits in another order")
                break


def _counts_again(facts: Facts, first: Quantity, later: Quantity) -> bool:
    start = later.tokens.start
    told = start > 0 and facts.tokens[start - 1].fold in ("the", "these", "those")
    same = first.noun == later.noun or {first.noun, later.noun} <= _PEOPLE
    return told and same and first.dimension is not Dimension.MONEY


@check(
    "NUM506",
    "same-figure-in-two-units",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one figure is given in two units",
    needs=(given("quantities"),),
    examples=(
        bad("The dam cost 347 million euros.\n\nHalf of the [[347 million dollars]] was borrowed.", None),
        bad("The fire burned 8,240 hectares of forest. Of the [[8,240 acres]], half is state land.", None),
        fine(
            "The dam cost 347 million euros and the road 347 million euros; 20 km and 20 miles are two "
            "things."
        ),
        fine("Holm paid 4.25 euros, Brandt 4.52 dollars. It weighs 12.5 tonnes, that is 12.5 tons."),
    ),
)
def same_figure_in_two_units(facts: Facts) -> Iterator[Hit]:
    """A figure of three digits that count, once in euros and once in dollars: a unit was exchanged.

    Money, lengths, areas, volumes and weights are compared; the one that stands less often is reported, of
    equals the later one.
    """
    told: defaultdict[tuple[float, Dimension], list[Quantity]] = defaultdict(list)
    for quantity in facts.quantities:
        unit = quantity.unit
        if unit is None or unit.dimension not in _EXCHANGED or quantity.numeral.upper is not None:
            continue
        digits = f"{quantity.value:f}".replace(".", "").strip("0")
        # A price may be 149 in either currency.
        is_price = unit.dimension is Dimension.MONEY and quantity.value < _LEAST_AMOUNT
        if len(digits) >= _LEAST_PERMUTED and not is_price:
            told[quantity.value, unit.dimension].append(quantity)
    for found in told.values():
        names = [quantity.unit.name for quantity in found if quantity.unit]
        usual = max(names, key=lambda name: (names.count(name), -names.index(name)))
        other = found[names.index(usual)]
        for quantity, name in zip(found, names, strict=True):
            if name != usual and {name, usual} not in _ALIKE:
                yield _misread(facts, quantity, other, "the same figure in another unit")
                break


def _misread(facts: Facts, here: Quantity, there: Quantity, reason: str) -> Hit:
    text = facts.text
    seen = there.span._replace(end=max(there.span.end, facts.tokens[there.after - 1].end))
    shown = here.span._replace(end=max(here.span.end, facts.tokens[here.after - 1].end))
    return Hit(
        shown,
        f"‘{shown.of(text)}’ contradicts ‘{seen.of(text)}’ (line {facts.article.line_of(seen.start)}): "
        f"{reason}",
        (replacement(here.span, there.span.of(text), Applicability.SUGGESTION),),
        (Related(seen, "the other figure"),),
    )


CHECKS = (same_figure_in_two_scales, digits_change_places, same_figure_in_two_units)
