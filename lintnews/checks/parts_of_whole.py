"""Parts of one number: fates that sum to more than all, shares that do not fit their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.changes import is_year
from lintnews.facts.numerals import FRACTION_WORDS
from lintnews.facts.quantities import Bound
from lintnews.facts.units import Dimension
from lintnews.finding import Hit, Related
from lintnews.needs import given, words
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity
    from lintnews.facts.tokens import Token

# What cannot befall one and the same member of a number: a row of sets, each with the words that tell it.
_FATES = (
    ("rescued saved survived survivors survivor", "died killed dead drowned perished", "missing unaccounted"),
    ("man men boy boys", "woman women girl girls"),
    ("man men", "woman women", "child children boy boys girl girls baby babies toddler toddlers"),
    ("adult adults", "child children boy boys girl girls baby babies toddler toddlers"),
    ("favour favor", "against opposed", "abstained abstaining abstentions absent"),
    ("acquitted cleared", "convicted sentenced jailed"),
    ("won", "lost", "drew drawn"),
)
_CLASS_OF = {
    word: tuple(
        (number, index)
        for number, row in enumerate(_FATES)
        for index, side in enumerate(row)
        if word in side.split()
    )
    for row in _FATES
    for side in row
    for word in side.split()
}
_DEFINITE = frozenset("the its their these those our his her all".split())
_REACH = 6
_CLOSE = 0.03
_LOOSE = (Bound.EXACT, Bound.ABOUT)
# What sends each part another way: "80 to the capital and 60 to the provinces".
_WAYS = frozenset("to in for from at with".split())
_WIDER = frozenset("country region area world nation continent whole".split())
_MOST_PARTS, _PART_REACH, _LIST_REACH, _LEAST_WHOLE = 6, 8, 9, 3
# Parts that may overlap, or a whole that is not theirs.
_OVERLAP = frozenset(
    "both also more another other others each including respectively than up down by".split()
)


@check(
    "NUM205",
    "parts-exceed-whole",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the parts are more than the whole",
    needs=(given("quantities"),),
    examples=(
        bad("Of the [[12]] miners, nine were rescued and five died."),
        bad("Of its [[60]] passengers 35 were men, 20 women and 15 children."),
        fine(
            "Of the 14 miners, nine were rescued and five died. Of the 12 judges, nine are men and five poor."
        ),
        bad("The league sent [[120]] observers, 80 to the capital and 60 to the islands."),
        bad("The two sides will swap [[300]] prisoners: the army frees 180 and the rebels 150."),
        fine("Of the 12 miners, nine were rescued and five of them died in hospital."),
        fine(
            "The league sent 140 observers, 80 to the capital and 60 to the islands, 12 in March and "
            "19 in May."
        ),
        fine(
            "Some died in Velm, 143 in Yobe and nine in Kano; 41 people were hurt in Borno, 38 in Yobe "
            "and 9 in Kano."
        ),
        fine("They will swap 300 prisoners: the army frees 180 at noon, another 150 and the rebels 120."),
    ),
)
def parts_exceed_whole(facts: Facts) -> Iterator[Hit]:
    """Of 12 miners nine cannot be saved and five dead: parts that exclude each other exceed their whole.

    Parts exclude each other by what befalls them, where each goes another way ("80 to the capital and 60 to
    the
    islands"), or where a colon divides the whole up.
    """
    for index, whole in enumerate(facts.quantities):
        divided = _divided(facts, index)
        total = sum(part.value for part in divided)
        if len(divided) > 1 and total > whole.value:
            span = Span(divided[0].span.start, divided[-1].span.end)
            yield Hit(
                whole.span,
                f"‘{whole.span.of(facts.text)}’ does not fit ‘{span.of(facts.text)}’, which make {total:g}",
                (),
                (Related(span, f"the parts make {total:g}"),),
            )
    for index, whole in enumerate(facts.quantities):
        if not _is_whole(facts.tokens, whole):
            continue
        sentence = facts.article.sentence_at(whole.span.start)
        if sentence is None:
            continue
        parts = list(_parts(facts, index, sentence))
        for row in range(len(_FATES)):
            told = {part.sides[row]: part for part in reversed(parts) if row in part.sides}
            same_side = len([part for part in parts if row in part.sides]) > len(told)
            total = sum(part.quantity.value for part in told.values())
            if len(told) < 2 or same_side or total <= whole.value:
                continue
            ordered = sorted(told.values(), key=lambda part: part.quantity.span)
            span = Span(ordered[0].quantity.span.start, ordered[-1].quantity.span.end)
            yield Hit(
                whole.span,
                f"‘{whole.span.of(facts.text)}’ does not fit ‘{span.of(facts.text)}’, who make {total:g}",
                (),
                (Related(span, f"the parts make {total:g}"),),
            )
            break


def _divided(facts: Facts, index: int) -> list[Quantity]:
    """Return the parts that the words after the whole at `index` divide it up in; fewer than two for none."""
    tokens, whole = facts.tokens, facts.quantities[index]
    sentence = facts.article.sentence_at(whole.span.start)
    if sentence is None or not whole.noun or not _is_plain(whole) or whole.value <= _LEAST_WHOLE:
        return []
    parts: list[Quantity] = []
    stop = whole.after
    for part in facts.quantities[index + 1 : index + 1 + _MOST_PARTS]:
        gap = [token.fold for token in tokens[stop : part.tokens.start]]
        if part.span.start >= sentence.span.end or len(gap) > (_PART_REACH if parts else _LIST_REACH):
            break
        if not _is_plain(part) or part.noun not in ("", whole.noun) or part.value >= whole.value:
            return []
        if _OVERLAP.intersection(gap) or not ({",", "and", ":"} & set(gap)) or {";", "."} & set(gap):
            return []
        parts.append(part)
        stop = max(part.after, part.tokens.stop)
    if len(parts) < 2:
        return []
    opening = [token.fold for token in tokens[whole.after : parts[0].tokens.start]]
    ways = {tokens[max(part.after, part.tokens.stop)].fold for part in parts}
    last = [token.fold for token in tokens[parts[-2].tokens.stop : parts[-1].tokens.start]]
    if "and" not in last:
        return []
    # "941 people in Borno, 143 in Yobe and 20 in Kano" is a list, unless all of them are in the first place.
    listed = bool(ways & set(opening)) and not _WIDER & set(opening)
    sent = len(ways) == 1 and ways <= _WAYS and opening[-1:] in ([","], [":"]) and not listed
    return parts if sent or (":" in opening and all(not part.noun for part in parts)) else []


def _is_plain(quantity: Quantity) -> bool:
    """Whether it is an exact count, and no year."""
    return not (quantity.unit or quantity.numeral.suffix or quantity.numeral.upper or is_year(quantity)) and (
        quantity.bound is Bound.EXACT
    )


class _Part(NamedTuple):
    """A count within a whole, and for each row of fates that it is told of the side it is on."""

    quantity: Quantity
    sides: dict[int, int]


def _is_whole(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether "of the 12 miners" opens the sentence or clause."""
    first = quantity.tokens.start
    if first < 2 or quantity.bound is not Bound.EXACT or quantity.unit or quantity.numeral.suffix:
        return False
    before = first - 1 if tokens[first - 1].fold not in _DEFINITE else first - 2
    return tokens[before].fold == "of" and (before == 0 or tokens[before].text == "Of") and quantity.value > 1


def _parts(facts: Facts, index: int, sentence: Sentence) -> Iterator[_Part]:
    """Yield the counts after the whole at `index` whose next words tell a fate."""
    tokens = facts.tokens
    following = [q for q in facts.quantities[index + 1 : index + 7] if q.span.start < sentence.span.end]
    for place, part in enumerate(following):
        if part.bound is not Bound.EXACT or part.unit or part.numeral.suffix or part.numeral.upper:
            return
        if tokens[part.tokens.stop].fold in ("of", "per", "%") and tokens[part.tokens.stop + 1].fold in (
            "them",
            "those",
            "whom",
        ):
            return
        stop = following[place + 1].tokens.start if place + 1 < len(following) else len(tokens)
        sides: dict[int, int] = {}
        for at in range(part.tokens.stop, min(stop, part.tokens.stop + _REACH)):
            if tokens[at].start >= sentence.span.end or tokens[at].text in ",;(":
                break
            if tokens[at].fold in ("not", "including", "but", "another", "more"):
                return
            for row, side in _CLASS_OF.get(tokens[at].fold, ()):
                sides.setdefault(row, side)
        yield _Part(part, sides)


@check(
    "NUM206",
    "share-does-not-fit-count",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the share does not fit the figures it is of",
    needs=(words("of"), words(FRACTION_WORDS, "% percent cent"), given("quantities")),
    examples=(
        bad("Of the 8,000 workers [[a third]], or 4,000, are older than 50."),
        bad("Some 120 of the 400 workers, or [[40 per cent]], joined."),
        bad("About 60,000 residents, or [[27 per cent]] of the 100,000 who lived there, remain."),
        bad("About [[two thirds]], or 50 per cent, of the clinics were shut."),
        fine(
            "Of the 8,000 workers half, or 4,000, are over 50; 120 of the 400 clerks, or 30 per cent, joined."
        ),
        fine("A third of the 8,000 workers, 4,000 in all with the clerks, joined."),
    ),
)
def share_does_not_fit_count(facts: Facts) -> Iterator[Hit]:
    """A third of 8,000 is not 4,000: where share, count and whole stand side by side, they must fit.

    Rounding is allowed for; "more than half" and its like are left alone.
    """
    quantities = facts.quantities
    for index, share in enumerate(quantities):
        value = _share(facts.tokens, share)
        if value is None or share.bound not in _LOOSE:
            continue
        found = _twins(facts, index) or _of_whole(facts, index)
        if found is None:
            continue
        right, where = found
        slack = (
            max(_CLOSE if share.bound is Bound.EXACT else 2 * _CLOSE, 0.1 * value)
            if share.dimension is not Dimension.SHARE
            else max(0.015, 0.05 * value)
        )
        if abs(right - value) <= slack:
            continue
        yield Hit(
            share.span,
            f"‘{share.span.of(facts.text)}’ does not fit ‘{where.of(facts.text)}’, which is"
            f" {100 * right:.2g} per cent",
            (),
            (Related(where, f"{100 * right:.2g} per cent"),),
        )


def _share(tokens: Sequence[Token], quantity: Quantity) -> float | None:
    """Return what part of its whole a quantity is, None where it is no share."""
    if quantity.unit is not None:
        return quantity.value / 100 if quantity.unit.name == "%" and quantity.numeral.upper is None else None
    last = tokens[quantity.tokens.stop - 1].fold
    if quantity.value < 1 and (last.rpartition("-")[2] in FRACTION_WORDS):
        return quantity.value
    return None


def _twins(facts: Facts, index: int) -> tuple[float, Span] | None:
    """Read "two thirds, or 50 per cent": the same share said twice."""
    first, tokens = facts.quantities[index], facts.tokens
    if index + 1 >= len(facts.quantities):
        return None
    second = facts.quantities[index + 1]
    joint = [token.text for token in tokens[first.tokens.stop : second.tokens.start]]
    value = _share(tokens, second)
    if joint in ([",", "or"], ["("], [",", "i.e."]) and value is not None and second.bound in _LOOSE:
        return value, second.span
    return None


def _of_whole(facts: Facts, index: int) -> tuple[float, Span] | None:
    """Read the count and the whole beside a share.

    They are written "of the 8,000 workers a third, or 4,000" or "4,000 workers, or a third of the 8,000".
    """
    quantities, tokens = facts.quantities, facts.tokens
    share = quantities[index]
    if 0 < index < len(quantities) - 1:
        count, whole = quantities[index - 1], quantities[index + 1]
        link = [token.text for token in tokens[max(count.after, count.tokens.stop) : share.tokens.start]]
        joint = [token.fold for token in tokens[share.tokens.stop : whole.tokens.start]]
        if link in ([",", "or"], ["("], [",", "or", "about"]) and joint in (
            ["of", "the"],
            ["of", "all"],
            ["of"],
        ):
            return _ratio(count, whole)
    if index >= 2:
        count, whole = quantities[index - 2], quantities[index - 1]
        joint = [token.fold for token in tokens[count.tokens.stop : whole.tokens.start]]
        link = [token.text for token in tokens[max(whole.after, whole.tokens.stop) : share.tokens.start]]
        of_it = joint in (["of", "the"], ["out", "of"], ["of", "its"], ["of", "their"])
        if of_it and (link[-2:] == [",", "or"] or link[-1:] == ["("]) and len(link) <= _REACH + 2:
            return _ratio(count, whole)
    if 0 < index < len(quantities) - 1:
        whole, count = quantities[index - 1], quantities[index + 1]
        link = [token.text for token in tokens[max(whole.after, whole.tokens.stop) : share.tokens.start]]
        joint = [token.text for token in tokens[share.tokens.stop : count.tokens.start]]
        if link in ([], [","]) and joint in ([",", "or"], ["("]) and _is_whole(tokens, whole):
            return _ratio(count, whole)
    return None


def _ratio(count: Quantity, whole: Quantity) -> tuple[float, Span] | None:
    if count.unit or whole.unit or count.numeral.suffix or whole.numeral.suffix or count.value < 1:
        return None
    if count.bound not in _LOOSE or whole.bound is not Bound.EXACT or whole.value <= count.value:
        return None
    first, last = sorted((count.span, whole.span))
    return count.value / whole.value, Span(first.start, last.end)


CHECKS = (parts_exceed_whole, share_does_not_fit_count)
