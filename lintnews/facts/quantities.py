"""Every quantity of an article: its value, how firmly it is meant, its unit, and what it counts."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.facts.numerals import AFTER_ARTICLE, NUMBER_WORDS, Numeral, numeral_at
from lintnews.facts.plurals import PEOPLE_IN_SINGULAR, singular
from lintnews.facts.tokens import Token, TokenKind
from lintnews.facts.units import CURRENCY_MARKS, UNITS, Dimension, Unit, unit_at
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.word_index import WordIndex


class Bound(Enum):
    """How a writer holds a figure at arm's length."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


_BEFORE: dict[str, Bound] = (
    dict.fromkeys(
        "about around roughly approximately some nearly almost estimated circa approx roundly "
        "reportedly".split(),
        Bound.ABOUT,
    )
    | dict.fromkeys("over exceeding above".split(), Bound.AT_LEAST)
    | dict.fromkeys("under below".split(), Bound.AT_MOST)
)
_PAIRS_BEFORE: dict[tuple[str, str], Bound] = {
    ("at", "least"): Bound.AT_LEAST,
    ("more", "than"): Bound.AT_LEAST,
    ("greater", "than"): Bound.AT_LEAST,
    ("no", "fewer"): Bound.AT_LEAST,
    ("at", "most"): Bound.AT_MOST,
    ("up", "to"): Bound.AT_MOST,
    ("less", "than"): Bound.AT_MOST,
    ("fewer", "than"): Bound.AT_MOST,
    ("close", "to"): Bound.ABOUT,
}
_TRIPLES_BEFORE: dict[tuple[str, str, str], Bound] = {
    ("as", "many", "as"): Bound.AT_MOST,
    ("as", "much", "as"): Bound.AT_MOST,
    ("no", "fewer", "than"): Bound.AT_LEAST,
    ("no", "less", "than"): Bound.AT_LEAST,
    ("not", "less", "than"): Bound.AT_LEAST,
    ("no", "more", "than"): Bound.AT_MOST,
    ("not", "more", "than"): Bound.AT_MOST,
}
#: Words that end the noun phrase after a number.
_STOPS = frozenset(
    "a an the and or but of in on at to for from by with who which that were was are is be been being have "
    "has had "
    "will would could can may might must as after before since until than into over under about around when "
    "while "
    "where it he she they we i its his her their this these those not per more less fewer other "
    "others".split()
)
_REACH = 5
_DOLLAR_LANDS = frozenset(("US", "A", "C", "S", "HK", "NZ"))


class Quantity(NamedTuple):
    """One quantity.

    Attributes:
        span: from the currency mark or figure to the unit; approximation and counted noun are outside.
        tokens: indices of its tokens.
        numeral: the number as it is written.
        bound: how firmly it is meant.
        unit: its unit, None for a count.
        noun: what is counted, singular and in lower case ("officer"), "" where that is not clear.
        modifiers: the words between figure and noun ("armed", "police"), in lower case.
        after: index of the first token after the quantity and its noun.
    """

    span: Span
    tokens: range
    numeral: Numeral
    bound: Bound = Bound.EXACT
    unit: Unit | None = None
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    after: int = 0

    @property
    def value(self) -> float:
        """The number, the lower one of a range."""
        return self.numeral.value

    def firm(self) -> Quantity:
        """Return the same quantity without its approximation."""
        return self._replace(bound=Bound.EXACT)

    @property
    def dimension(self) -> Dimension | None:
        """What its unit measures."""
        return self.unit.dimension if self.unit else None


#: What may stand between an amount and the same amount in another unit.
HEDGES = frozenset(
    "about around roughly some approximately nearly almost over or just under more than equivalent to".split()
)
_ARTICLES = frozenset(("a", "an"))
_STARTS = frozenset(NUMBER_WORDS) - _ARTICLES
# Words between "a" and the man that it counts, and the man.
_TO_PERSON = 3


def quantities_of(tokens: Sequence[Token], index: WordIndex) -> Iterator[Quantity]:
    """Yield the quantities of an article in order; ordinals, years standing alone and codes are none."""
    starts = {*index.figures, *index.places(_STARTS), *_telling_articles(tokens, index)}
    done = 0
    for start in sorted(starts):
        if start < done:
            continue
        token = tokens[start]
        numeral = numeral_at(tokens, start)
        if numeral is None:
            if token.fold in _ARTICLES:
                single = _single(tokens, start)
                if single:
                    yield single
            continue
        quantity = _quantity(tokens, numeral)
        done = quantity.tokens.stop
        yield quantity


def _telling_articles(tokens: Sequence[Token], index: WordIndex) -> Iterator[int]:
    """Yield the places of "a" and "an" that may count what comes after them."""
    for words, most in ((AFTER_ARTICLE, 1), (PEOPLE_IN_SINGULAR, _TO_PERSON)):
        for place in index.places(words):
            for before in range(max(0, place - most), place):
                if tokens[before].fold in _ARTICLES:
                    yield before


def _single(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Read "a man" as one man: only people, whom lists of casualties count so."""
    for place in range(index + 1, min(index + 1 + _TO_PERSON, len(tokens))):
        fold = tokens[place].fold
        if fold in PEOPLE_IN_SINGULAR and (
            place + 1 >= len(tokens) or singular(tokens[place + 1].fold) == ""
        ):
            modifiers = tuple(token.fold for token in tokens[index + 1 : place])
            numeral = Numeral(range(index, index + 1), 1.0, in_words=True)
            return Quantity(
                tokens[index].span, numeral.tokens, numeral, noun=fold, modifiers=modifiers, after=place + 1
            )
        if tokens[place].kind != TokenKind.WORD or fold in _STOPS:
            return None
    return None


def _quantity(tokens: Sequence[Token], numeral: Numeral) -> Quantity:
    start, stop = numeral.tokens.start, numeral.tokens.stop
    unit: Unit | None = None
    if start and tokens[start - 1].text in CURRENCY_MARKS and tokens[start - 1].end == tokens[start].start:
        unit, start = _currency(tokens, start - 1)
    else:
        unit, stop = _unit(tokens, numeral)
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    after = stop
    if unit is None and not numeral.suffix:
        noun, modifiers, after = _counted(tokens, stop)
    span = Span(tokens[start].start, tokens[stop - 1].end)
    return Quantity(span, range(start, stop), numeral, _bound(tokens, start), unit, noun, modifiers, after)


def _currency(tokens: Sequence[Token], place: int) -> tuple[Unit, int]:
    """Return the currency of the mark at `place`, and where it begins: "US$", "A$"."""
    unit = CURRENCY_MARKS[tokens[place].text]
    land = tokens[place - 1] if place else None
    if land is None or land.text not in _DOLLAR_LANDS or land.end != tokens[place].start:
        return unit, place
    return (unit if land.text == "US" else Unit(f"{land.text}$", Dimension.MONEY)), place - 1


def _unit(tokens: Sequence[Token], numeral: Numeral) -> tuple[Unit | None, int]:
    """Return the unit after a figure, and where it ends: "10km", "60km/h", "10 square miles", "27-foot"."""
    stop = numeral.tokens.stop
    if not numeral.suffix:
        folds, ends = _folds(tokens, stop)
        found = unit_at(folds)
        return (found[0], ends[found[1] - 1]) if found else (None, stop)
    unit = UNITS.get(numeral.suffix)
    if unit and stop + 1 < len(tokens) and tokens[stop].text == "/":
        speed = UNITS.get(f"{numeral.suffix}/{tokens[stop + 1].fold}")
        if speed:
            return speed, stop + 2
    return unit, stop


def _folds(tokens: Sequence[Token], place: int) -> tuple[list[str], list[int]]:
    """Return the next words in lower case, "km" "/" "h" joined, and where each of them ends in the tokens."""
    folds: list[str] = []
    ends: list[int] = []
    for index, token in enumerate(tokens[place : place + 5], start=place + 1):
        if folds and (token.text == "/" or folds[-1].endswith(("/", "°"))):
            folds[-1] += token.text.lower()
            ends[-1] = index
        else:
            folds.append(token.fold if token.kind == TokenKind.WORD else token.text.lower())
            ends.append(index)
    return folds[:3], ends


def _bound(tokens: Sequence[Token], start: int) -> Bound:
    if not start:
        return Bound.EXACT
    last = tokens[start - 1].fold
    if last in _BEFORE:
        return _BEFORE[last]
    second = tokens[start - 2].fold if start > 1 else ""
    third = tokens[start - 3].fold if start > 2 else ""
    return _TRIPLES_BEFORE.get((third, second, last)) or _PAIRS_BEFORE.get((second, last)) or Bound.EXACT


def _counted(tokens: Sequence[Token], place: int) -> tuple[str, tuple[str, ...], int]:
    """Find the first plural after the number: the noun that is counted, and the words before it."""
    if place < len(tokens) and tokens[place].fold == "of":
        return "", (), place
    for stop in range(place, min(place + _REACH, len(tokens))):
        token = tokens[stop]
        if token.kind != TokenKind.WORD or token.fold in _STOPS:
            break
        noun = singular(token.fold) or (
            token.fold if token.fold in PEOPLE_IN_SINGULAR and stop == place else ""
        )
        if noun:
            following = tokens[stop + 1].fold if stop + 1 < len(tokens) else ""
            if singular(following) and following not in _STOPS and stop + 1 < place + _REACH:
                continue  # "three arms factories"
            return noun, tuple(item.fold for item in tokens[place:stop]), stop + 1
    return "", (), place
