"""The lede has one figure, and the sentence of the text that repeats it another."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import best_by_place, contradiction, set_apart
from lintnews.facts.claims import compatible
from lintnews.facts.quantities import Bound
from lintnews.facts.stems import stem
from lintnews.facts.tokens import TokenKind
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.facts import Facts
    from lintnews.facts.alignment import Passage
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.substitutions import Substitution
    from lintnews.finding import Hit

_LEAST_LIKE = 0.4
# How many words after a figure and its noun may say of which place it is.
_SCOPE = 3
_MOST_FIGURES = 6
_SUMS = frozenset("total altogether overall".split())
# Small numbers stand in every article; only of the same thing do they say the same.
_SMALL = 12
_TO = frozenset("to - – — or between".split())


@check(
    "CON102",
    "lede-has-another-figure",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the lede has another figure than the text that repeats it",
    needs=(given("quantities"), given("substitutions")),
    examples=(
        bad(
            "The ferry company Lindra will scrap [[fourteen]] ships by spring.\n\nUnions protested.\n\n"
            "Lindra will scrap forty ships by spring and sell two more."
        ),
        bad(
            "The chapel in Norden was built in [[1743]] by Danish sailors.\n\nIt stands on a hill.\n\nDanish "
            "sailors built the chapel in 1734 after a storm."
        ),
        fine(
            "The ferry company Lindra will scrap fourteen ships by spring.\n\nUnions protested.\n\nEarlier, "
            "Lindra scrapped forty ships."
        ),
    ),
)
def lede_has_another_figure(facts: Facts) -> Iterator[Hit]:
    """Headline or lede and a sentence of the text tell the same with two figures.

    Figures are lost in translation where languages count in other units (ten thousands, hundred millions)
    or a digit is misread. Reported where the text never gives the lede's figure. Left alone where either is
    rounded or a bound, where they count different things, or where the sentences share too little else.
    """
    figures = {quantity.numeral.tokens.start: quantity for quantity in facts.quantities}
    for found in best_by_place(found for found in facts.substitutions if _are_rivals(facts, found, figures)):
        here, there = figures[found.here].span, figures[found.there].span
        yield contradiction(facts, here, there, "the same is told there", (there.of(facts.text),))


def _are_rivals(facts: Facts, found: Substitution, figures: Mapping[int, Quantity]) -> bool:
    """Whether two figures stand in one place of like sentences, and cannot both be right."""
    here, there = figures.get(found.here), figures.get(found.there)
    if here is None or there is None or not _is_firm(found):
        return False
    head, body = found.match.head, found.match.body
    if set_apart(facts, found.match) or _has_sum(facts, head) != _has_sum(facts, body):
        return False
    if any(
        _is_list(facts, passage) or _has_twin(facts, figure, passage)
        for passage, figure in ((head, here), (body, there))
    ):
        return False
    if not _same_kind(facts, here, there) or _agree(here, there) or _goes_on(facts, here):
        return False
    if not _is_year(here) and (_has_own_scope(facts, there, head) or _has_own_scope(facts, here, body)):
        return False
    return not any(
        _agree(here, other) and (other.value > _SMALL or _same_kind(facts, here, other))
        for other in _elsewhere(facts, found)
    )


def _has_sum(facts: Facts, passage: Passage) -> bool:
    """Whether the sentence tells of a sum."""
    return any(facts.tokens[index].fold in _SUMS for index in passage.tokens)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may both be right; a year is never rounded."""
    return one.value == other.value if _is_year(one) or _is_year(other) else compatible(one, other)


def _is_list(facts: Facts, passage: Passage) -> bool:
    """Whether a sentence is a list of figures, in which each is of something else."""
    span = passage.sentence.span
    first = bisect_left(facts.quantities, span.start, key=lambda quantity: quantity.span.start)
    last = bisect_left(facts.quantities, span.end, key=lambda quantity: quantity.span.start)
    return last - first > _MOST_FIGURES


def _has_twin(facts: Facts, quantity: Quantity, passage: Passage) -> bool:
    """Whether the sentence counts the same twice: the parts of a sum."""
    return any(
        other is not quantity
        and other.noun == quantity.noun != ""
        and passage.sentence.span.contains(other.span)
        for other in facts.quantities
    )


def _has_own_scope(facts: Facts, quantity: Quantity, other: Passage) -> bool:
    """Whether a figure is of a place or a people that the other sentence does not name: "12 in China"."""
    after = range(quantity.after, min(quantity.after + _SCOPE, len(facts.tokens)))
    before = range(quantity.tokens.start - 1, max(-1, quantity.tokens.start - 1 - _SCOPE), -1)
    for indices in (after, before):
        for index in indices:
            if facts.tokens[index].kind is TokenKind.MARK:
                break
            if index in facts.names and stem(facts.tokens[index].fold) not in other.stems:
                return True
    return False


def _is_firm(found: Substitution) -> bool:
    return (
        found.absent
        and found.match.likeness >= _LEAST_LIKE
        and ((found.adjacent > 0 and found.support > 1) or found.support > 2)
    )


def _elsewhere(facts: Facts, found: Substitution) -> Iterator[Quantity]:
    own = found.match.head.sentence.span
    return (quantity for quantity in facts.quantities if not own.contains(quantity.span))


def _same_kind(facts: Facts, here: Quantity, there: Quantity) -> bool:
    if any(quantity.numeral.upper is not None or _in_range(facts, quantity) for quantity in (here, there)):
        return False
    if here.unit is not None or there.unit is not None:
        return here.unit is not None and there.unit is not None and here.unit.name == there.unit.name
    if _is_year(here) or _is_year(there):
        return _is_year(here) and _is_year(there)
    if Bound.ABOUT in (here.bound, there.bound) or here.numeral.suffix != there.numeral.suffix:
        return False
    if here.modifiers and there.modifiers and not set(here.modifiers) & set(there.modifiers):
        return False  # "11 imported cases", "18 severe cases"
    following = [facts.tokens[q.tokens.stop].fold for q in (here, there) if q.tokens.stop < len(facts.tokens)]
    return here.noun == there.noun != "" or len(set(following)) == 1


def _goes_on(facts: Facts, quantity: Quantity) -> bool:
    """Whether a number stands right before, as in "one billion, seven million"."""
    return any(
        other.numeral.tokens.stop in (quantity.tokens.start, quantity.tokens.start - 1)
        for other in facts.quantities
    )


def _in_range(facts: Facts, quantity: Quantity) -> bool:
    """Whether the figure is an end of a range: "from 67% to 75%"."""
    before, after = quantity.tokens.start - 1, quantity.tokens.stop
    following = facts.tokens[after].fold if after < len(facts.tokens) else ""
    return following in _TO or (before >= 0 and facts.tokens[before].fold in _TO)


def _is_year(quantity: Quantity) -> bool:
    value = quantity.numeral.value
    return (
        quantity.unit is None
        and not quantity.noun
        and not quantity.numeral.in_words
        and 1500 < value < 2100
        and value == int(value)
    )


CHECKS = (lede_has_another_figure,)
