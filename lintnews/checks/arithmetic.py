"""Sums that do not add up, and parts larger than their whole."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lintnews.facts.changes import is_year
from lintnews.facts.numerals import UNITS_IN_WORDS
from lintnews.facts.quantities import Bound
from lintnews.finding import Applicability, Fix, Hit, Related, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

#: Nouns for people of any sort: a list of sorts after one of them divides it up.
_ANYONE = frozenset(
    "person victim suspect hostage casualty detainee survivor patient relative prisoner migrant refugee "
    "fatality pupil student".split()
)
#: Sorts of people that exclude each other.
_SORTS = frozenset("man woman boy girl child baby toddler adult teenager".split())
_ON_BOARD = frozenset("passenger crew crewman pilot soldier civilian policeman officer".split())
_PEOPLE = _ANYONE | _SORTS | frozenset(
    "policeman policewoman officer soldier civilian passenger worker pupil student driver pilot firefighter "
    "journalist villager resident tourist member fighter militant doctor nurse teacher worshipper protester "
    "demonstrator guard local foreigner citizen national".split()
)  # fmt: skip
_MEDALS = frozenset(("gold", "silver", "bronze", "golds", "silvers", "bronzes"))
_STRONG = frozenset((":", "–", "—", "--", "-", "("))
_NEAR = 9  # tokens between a whole and its part
_FAR = 14  # where "of which" leads back to it
_AMONG = (("of", "which"), ("of", "whom"), ("of", "them"), ("among", "them"), ("among", "whom"))
# A bound beneath the whole, "over 4,000", leaves room for a little more.
_MUCH_LARGER = 1.2
# What may stand between the count and its list: "five people were killed: …".
_FATES = frozenset(
    "were was have has been are killed died dead injured hurt wounded arrested detained missing "
    "rescued".split()
)
_WORDS = (*UNITS_IN_WORDS, "twenty")


@check(
    "NUM201",
    "sum-does-not-add-up",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the parts do not add up to the whole",
    needs=(given("quantities"),),
    examples=(
        bad("The blast hurt [[three people]], two women and two men."),
        bad("Police held [[nine suspects]]: six men and two women."),
        bad("The bus carried [[60 people]], 52 passengers and two pilots."),
        bad("The school had [[200 pupils]], 120 girls and 90 boys."),
        bad("They won [[seven medals]]: two gold, three silver and three bronze."),
        fine("The blast hurt three people, two women and a man, and killed two dogs and a cat."),
        fine(
            "About nine suspects were held: six men and two women. Five people, including two women and a "
            "man, fled."
        ),
        fine("Three men, a woman and two children were saved."),
    ),
)
def sum_does_not_add_up(facts: Facts) -> Iterator[Hit]:
    """A count that a list divides up at once must be the sum of the list.

    In “three people, two women and two men” one figure was misread. Left alone: approximate counts, lists
    that need not be complete (
        "including"
    ),
    and lists of which the count is only the first item ("three men, a woman and two children").
    """
    quantities, tokens = facts.quantities, facts.tokens
    for index, total in enumerate(quantities):
        medals = total.noun == "medal"
        if total.bound is not Bound.EXACT or not (total.noun in _ANYONE or medals) or total.value < 2:
            continue
        parts = _medals(quantities, index, tokens) if medals else _parts(quantities, index, tokens)
        if len(parts) < 2:
            continue
        found = sum(part.value for part in parts)
        if found == total.value:
            continue
        whole = total.span._replace(end=tokens[total.after - 1].end)
        last = parts[-1].tokens.stop if medals else parts[-1].after - 1
        listed = parts[0].span._replace(end=tokens[last].end)
        figure = _like(total, found)
        if total.span.of(facts.text)[0].isupper():
            figure = figure.capitalize()
        yield Hit(
            whole,
            f"‘{whole.of(facts.text)}’ does not fit ‘{listed.of(facts.text)}’, who make {found:g}",
            (replacement(total.span, figure, Applicability.SUGGESTION),),
            (Related(listed, f"the parts add up to {found:g}"),),
        )


def _parts(quantities: Sequence[Quantity], index: int, tokens: Sequence[Token]) -> list[Quantity]:
    """Return the listed parts after a total where the list is whole: "two women, a boy and a girl"."""
    place = quantities[index].after
    while place < len(tokens) and tokens[place].fold in _FATES:
        place += 1
    mark = tokens[place].text if place < len(tokens) else ""
    if mark not in _STRONG and mark != ",":
        return []
    allowed = _PEOPLE - _ANYONE if mark in _STRONG else _SORTS | _ON_BOARD
    parts: list[Quantity] = []
    place, ended = place + 1, False
    for part in quantities[index + 1 : index + 8]:
        joint = [token.fold for token in tokens[place : part.tokens.start]]
        if joint not in ([], [","], ["and"], [",", "and"]) or (parts and not joint) or (joint and not parts):
            break
        if part.noun not in allowed or part.bound is not Bound.EXACT:
            return []
        parts.append(part)
        place, ended = part.after, "and" in joint
        if ended:
            break
    following = tokens[place].text if place < len(tokens) else "."
    return parts if ended and following in ",.;)–—" else []


def _medals(quantities: Sequence[Quantity], index: int, tokens: Sequence[Token]) -> list[Quantity]:
    parts = []
    for part in quantities[index + 1 : index + 4]:
        colour = tokens[part.tokens.stop].fold if part.tokens.stop < len(tokens) else ""
        if colour not in _MEDALS or part.tokens.start - quantities[index].after > 12:
            break
        parts.append(part)
    return parts if len(parts) == 3 else []


def _like(written: Quantity, value: float) -> str:
    """Write `value` in words or figures, as the other figure is."""
    if written.numeral.in_words and value == int(value) and value < len(_WORDS):
        return _WORDS[int(value)]
    return f"{value:,.10g}"


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
        fine(
            "Some 3,000 barns burned, of which 390 were insured. Of the 12 arrested, aged 17 to 40, two fled."
        ),
        fine("The fire killed 15 people, including at least 12 children."),
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
        if _is_of_them(facts, whole, part):
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
    same = whole.noun == part.noun or (whole.noun in _PEOPLE and part.noun in _PEOPLE)
    return same and between in ([], [","], ["("]) and whole.bound in (Bound.EXACT, Bound.AT_MOST)


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


CHECKS = (sum_does_not_add_up, part_larger_than_whole)
