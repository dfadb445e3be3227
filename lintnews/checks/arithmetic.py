"""Sums that do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.people_sorts import ANYONE, ON_BOARD, PEOPLE, SORTS
from lintnews.facts.numerals import UNITS_IN_WORDS
from lintnews.facts.quantities import Bound
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

_MEDALS = frozenset(("gold", "silver", "bronze", "golds", "silvers", "bronzes"))
_STRONG = frozenset((":", "–", "—", "--", "-", "("))
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
        if total.bound is not Bound.EXACT or not (total.noun in ANYONE or medals) or total.value < 2:
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
    allowed = PEOPLE - ANYONE if mark in _STRONG else SORTS | ON_BOARD
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


CHECKS = (sum_does_not_add_up,)
