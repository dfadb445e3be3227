"""Parts that are larger than the whole they are taken from: "12 people, including 15 children"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lintnews.checks.people_sorts import PEOPLE
from lintnews.facts.changes import is_year
from lintnews.facts.quantities import Bound
from lintnews.finding import Applicability, Fix, Hit, Related, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

_NEAR = 9  # tokens between a whole and its part
_BESIDE = 3  # no more words than ", including" and a hedge
_FAR = 14  # where "of which" leads back to it
_AMONG = (("of", "which"), ("of", "whom"), ("of", "them"), ("among", "them"), ("among", "whom"))
# A bound beneath the whole, "over 4,000", leaves room for a little more.
_MUCH_LARGER, _LARGER = 1.2, 1.05


@check(
    "NUM202",
    "part-larger-than-whole",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the part is larger than the whole",
    needs=(given("quantities"),),
    examples=(
        bad("The fire killed 12 people, including [[15 children]], officials said."),
        bad("Rebels hold [[14]] of the 11 districts."),
        bad("Some 3,000 barns burned, of which [[3,900]] were insured."),
        bad("Of the 12 arrested, [[17]] are pupils."),
        bad("The clinic treated 16 patients, [[nineteen]] of whom had a fever."),
        bad("More than 800 people were moved from the valley, including [[900 children]]."),
        bad("The port gets $40 million for a new quay, including [[$57 million]] for cranes."),
        fine(
            "Some 3,000 barns burned, of which 390 were insured. Of the 12 arrested, aged 17 to 40, two fled."
        ),
        fine("The fire killed 15 people, including at least 12 children."),
        fine("It spent $40 million, and $90 million with its partners, including $57 million for cranes."),
        fine(
            "It has 3 offices, including one with 40 desks; he won 2 of the 10 races and 30 of 1974's games."
        ),
    ),
)
def part_larger_than_whole(facts: Facts) -> Iterator[Hit]:
    """A part cannot be larger than the whole it is taken from: “12 people, including 15 children”.

    Only parts that are named beside their whole ("including", "of the", "out of") and count the same things.
    """
    quantities, tokens = facts.quantities, facts.tokens
    for whole, part in itertools.pairwise(quantities):
        if (
            _is_of_them(facts, whole, part)
            or _is_included_afterwards(facts, whole, part)
            or _is_of_whom(facts, whole, part)
        ):
            yield _larger(facts, part, whole)
        if part.tokens.start - whole.tokens.stop > _NEAR:
            continue
        if _is_included(whole, part, tokens) and part.value > (whole.numeral.upper or whole.value):
            yield _larger(facts, part, whole)
        elif _is_taken_from(whole, part, tokens) and whole.value > (part.numeral.upper or part.value):
            yield _larger(facts, whole, part)


def _is_of_them(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Whether a larger part follows its whole: "3,000 barns burned, of which 3,900", "Of the 12 held, 17"."""
    tokens = facts.tokens
    gap = [token.fold for token in tokens[whole.tokens.stop : part.tokens.start]]
    if not gap or len(gap) > _FAR or any(mark in gap for mark in ".;:!?()“”"):
        return False
    if not 1 < whole.value == int(whole.value):
        return False  # a rate
    if whole.unit or part.unit or whole.numeral.suffix or part.numeral.suffix or is_year(whole):
        return False
    room = _MUCH_LARGER if whole.bound in (Bound.ABOUT, Bound.AT_LEAST) else 1.0
    if part.value <= (whole.numeral.upper or whole.value) * room or part.bound is Bound.AT_MOST:
        return False
    hedged = gap[:-2] if part.bound is Bound.AT_LEAST else gap[:-1] if part.bound is Bound.ABOUT else gap
    if tuple(hedged[-2:]) in _AMONG and "," in gap:
        return True
    first = whole.tokens.start
    opener = tokens[first - 1 if tokens[first - 1].text == "Of" else first - 2] if first else None
    return (
        opener is not None
        and opener.text == "Of"
        and hedged[-1:] == [","]
        and hedged.count(",") == 1
        and not is_year(part)
        and not _is_age_or_day(tokens, part)
    )


def _is_age_or_day(tokens: Sequence[Token], quantity: Quantity) -> bool:
    after = tokens[quantity.tokens.stop].text if quantity.tokens.stop < len(tokens) else ""
    return after in (",", "-", "/", ":") or after[:1].isupper()


def _is_included(whole: Quantity, part: Quantity, tokens: Sequence[Token]) -> bool:
    joint = [token.fold for token in tokens[whole.after : part.tokens.start]]
    if not whole.noun or not joint or "including" not in joint or len(joint) > 5 or whole.unit or part.unit:
        return False
    between = joint[: joint.index("including")]
    same = whole.noun == part.noun or (whole.noun in PEOPLE and part.noun in PEOPLE)
    return same and between in ([], [","], ["("]) and whole.bound in (Bound.EXACT, Bound.AT_MOST)


def _is_included_afterwards(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Whether a larger part ends the sentence of its whole: "8,300 were moved, including 9,100 children"."""
    gap = [token.fold for token in facts.tokens[whole.after : part.tokens.start]]
    if not _BESIDE < len(gap) <= _FAR or gap[-2:] != [",", "including"]:
        return False
    if any(mark in gap for mark in ".;:!?()“”") or whole.numeral.suffix != part.numeral.suffix:
        return False
    money = whole.unit is not None and whole.unit == part.unit
    people = not whole.unit and not part.unit and whole.noun in PEOPLE and part.noun in PEOPLE
    if not (money or people) or Bound.AT_MOST in (whole.bound, part.bound):
        return False
    room = 1.0 if whole.bound is Bound.EXACT else _LARGER
    return part.value > (whole.numeral.upper or whole.value) * room


def _is_of_whom(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Whether a relative clause takes a larger part up: "16 patients, nineteen of whom died"."""
    tokens = facts.tokens
    gap = [token.fold for token in tokens[whole.after : part.tokens.start]]
    after = tuple(token.fold for token in tokens[part.tokens.stop : part.tokens.stop + 2])
    return (
        gap in ([","], [",", "at", "least"], [",", "about"])
        and after in _AMONG[:2]
        and bool(whole.noun)
        and whole.bound is Bound.EXACT
        and not part.unit
        and part.value > (whole.numeral.upper or whole.value)
    )


def _is_taken_from(part: Quantity, whole: Quantity, tokens: Sequence[Token]) -> bool:
    joint = [token.fold for token in tokens[part.tokens.stop : whole.tokens.start]]
    if (
        part.unit
        or whole.unit
        or part.numeral.suffix
        or whole.numeral.suffix
        or part.bound is not Bound.EXACT
    ):
        return False
    if 1500 <= whole.value <= 2100 or (part.tokens.start and tokens[part.tokens.start - 1].text in ":-./"):
        return False  # a year, a score
    return joint in (
        ["of", "the"],
        ["out", "of"],
        ["out", "of", "the"],
        ["of", "its"],
        ["of", "their"],
    ) and bool(whole.noun)


def _larger(facts: Facts, part: Quantity, whole: Quantity) -> Hit:
    tokens = facts.tokens
    small = part.span._replace(end=max(part.span.end, tokens[part.after - 1].end)) if part.noun else part.span
    large = (
        whole.span._replace(end=max(whole.span.end, tokens[whole.after - 1].end))
        if whole.noun
        else whole.span
    )
    text = facts.text
    return Hit(
        small,
        f"‘{small.of(text)}’ cannot be part of ‘{large.of(text)}’: the part is larger than the whole",
        (_swapped(part, whole, text),),
        (Related(large, "the whole"),),
    )


def _swapped(part: Quantity, whole: Quantity, text: str) -> Fix:
    edits = (
        *replacement(part.span, whole.span.of(text)).edits,
        *replacement(whole.span, part.span.of(text)).edits,
    )
    return Fix(
        tuple(sorted(edits, key=lambda edit: edit.span)), Applicability.SUGGESTION, "swap the two figures"
    )


CHECKS = (part_larger_than_whole,)
