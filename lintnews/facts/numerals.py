"""Numbers as news writes them, in figures and in words: their value and how finely they are stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.tokens import Token, TokenKind
from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

UNITS_IN_WORDS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS_IN_WORDS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_JOINED_SCALES = _SHORT_SCALES | {word: SCALES[word] for word in ("million", "billion", "trillion")}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "thirds": 1 / 3,
              "quarters": 1 / 4, "fifths": 1 / 5, "tenth": 1 / 10}  # fmt: skip
#: The same, as a text may name them.
FRACTION_WORDS = frozenset((*_FRACTIONS, "tenths"))
_HYPHENATED = {
    "one-half": 1 / 2, "one-third": 1 / 3, "two-thirds": 2 / 3, "one-quarter": 1 / 4, "three-quarters": 3 / 4,
    "one-fifth": 1 / 5, "two-fifths": 2 / 5, "three-fifths": 3 / 5, "four-fifths": 4 / 5, "one-tenth": 1 / 10,
}  # fmt: skip
#: What a number in words may begin with; "a" counts only before a scale, a fraction or a counted noun.
NUMBER_WORDS: frozenset[str] = frozenset(
    (
        *UNITS_IN_WORDS,
        *TENS_IN_WORDS,
        *_HYPHENATED,
        *(f"{ten}-{unit}" for ten in TENS_IN_WORDS for unit in list(UNITS_IN_WORDS)[1:10]),
        "half",
    )
)
#: Numbers that "a" may begin: "a dozen".
AFTER_ARTICLE = frozenset(
    ("hundred", "thousand", "million", "billion", "trillion", "dozen", "quarter", "third", "half")
)
# Before these "m" stands for million, not for metres.
_COUNTED_IN_MILLIONS = frozenset(
    "euros dollars pounds yuan yen roubles rubles rupees people acres tonnes tons barrels "
    "litres hectares".split()
)
_FIGURE = lazy(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([a-zA-Z°²³µ][\w°²³]*)?(?:-(\w[\w.,-]*))?")


class Numeral(NamedTuple):
    """One number.

    Attributes:
        tokens: indices of its tokens.
        value: the number; the lower one of a range.
        upper: the higher number of a range ("10-20", "10 to 20"), else None.
        grain: the place of the last digit that counts: 10,000 for "150,000", 0.1 for "2.5".
        in_words: whether it is spelt out.
        suffix: letters joined to the figure ("km" of "10km", "year-old" of "5-year-old"), in lower case.
    """

    tokens: range
    value: float
    upper: float | None = None
    grain: float = 1.0
    in_words: bool = False
    suffix: str = ""


def numeral_at(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Read the number that begins at token `index`, None where none does (an ordinal, a code, a decade)."""
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return _figure(tokens, index)
    return _words(tokens, index) if token.kind is TokenKind.WORD else None


def _figure(tokens: Sequence[Token], index: int) -> Numeral | None:
    match = _FIGURE.fullmatch(tokens[index].text)
    if not match:
        return None
    whole, decimals, letters, tail = match.groups()
    digits = whole.replace(",", "")
    value = float(f"{digits}.{decimals or 0}")
    grain = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(digits) - len(digits.rstrip("0") or "0"))
    suffix, upper, scale = (letters or "").lower(), None, 1.0
    joined = _JOINED_SCALES.get(suffix)
    if joined and (suffix != "m" or _means_million(tokens, index)):
        scale, suffix = joined, ""
    if tail and tail[0].isdigit():
        other = _FIGURE.fullmatch(tail)
        if not other or other[4]:
            return None
        upper = float(f"{other[1].replace(',', '')}.{other[2] or 0}")
        suffix = (other[3] or "").lower()
    elif tail:
        suffix = f"{suffix}-{tail}".lower().lstrip("-")
        if suffix in SCALES:
            scale, suffix = SCALES[suffix], ""
    if suffix in ("st", "nd", "rd", "th", "s"):
        return None
    if scale > 1 or _fold(tokens, index + 1) in SCALES:
        grain = min(grain, 1.0)  # the nought of "10 million" is no rounding
    stop = index + 1
    while not suffix and stop < len(tokens) and tokens[stop].fold in SCALES:
        scale *= SCALES[tokens[stop].fold]
        stop += 1
    return Numeral(
        range(index, stop),
        value * scale,
        None if upper is None else upper * scale,
        grain * scale,
        suffix=suffix,
    )


def _means_million(tokens: Sequence[Token], index: int) -> bool:
    """Tell millions from metres: "£5m", "68m euros"."""
    if index and tokens[index - 1].text in "$€£¥₽₴₦₹":
        return True
    return index + 1 < len(tokens) and tokens[index + 1].fold in _COUNTED_IN_MILLIONS


def _words(tokens: Sequence[Token], index: int) -> Numeral | None:
    fold, following = tokens[index].fold, _fold(tokens, index + 1)
    if fold in ("a", "an"):
        return _after_article(tokens, index) if following in AFTER_ARTICLE else None
    if fold == "half":
        scale = SCALES.get(_fold(tokens, index + 2)) if following in ("a", "an") else None
        if scale:
            return Numeral(range(index, index + 3), scale / 2, grain=scale / 2, in_words=True)
        return Numeral(range(index, index + 1), 0.5, grain=0.1, in_words=True)
    if fold in _HYPHENATED:
        return Numeral(range(index, index + 1), _HYPHENATED[fold], grain=0.1, in_words=True)
    value = _below_hundred(fold)
    if value is not None and following in ("thirds", "quarters", "fifths"):
        return Numeral(range(index, index + 2), value * _FRACTIONS[following], grain=0.1, in_words=True)
    return None if value is None else _scaled(tokens, index, value)


def _after_article(tokens: Sequence[Token], index: int) -> Numeral:
    """Read "a quarter", "a hundred and five"."""
    fraction = _FRACTIONS.get(tokens[index + 1].fold)
    if fraction:
        return Numeral(range(index, index + 2), fraction, grain=fraction, in_words=True)
    return _scaled(tokens, index + 1, 1.0)


def _fold(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].fold if index < len(tokens) else ""


def _below_hundred(fold: str) -> float | None:
    if fold in UNITS_IN_WORDS:
        return UNITS_IN_WORDS[fold]
    if fold in TENS_IN_WORDS:
        return TENS_IN_WORDS[fold]
    ten, hyphen, unit = fold.partition("-")
    if hyphen and ten in TENS_IN_WORDS and 1 <= UNITS_IN_WORDS.get(unit, 0) <= 9:
        return TENS_IN_WORDS[ten] + UNITS_IN_WORDS[unit]
    return None


def _scaled(tokens: Sequence[Token], index: int, value: float) -> Numeral:
    """Read on after a number below a hundred: "two and a half million", "two thousand five hundred and six".

    `index` is that of the number, or of the scale where "a" stands for one.
    """
    begins_with_scale = tokens[index].fold in SCALES
    place = index if begins_with_scale else index + 1
    total, group, grain = 0.0, value, 1.0
    while place < len(tokens):
        fold = _fold(tokens, place)
        scale = SCALES.get(fold)
        if scale:
            grain = scale * min(grain, 1.0)
            total, group = (total + group * scale, 0.0) if scale >= 1000 else (total, group * scale)
            place += 1
        elif fold == "and" and [_fold(tokens, place + 1), _fold(tokens, place + 2)] == ["a", "half"]:
            group, grain, place = group + 0.5, 0.5, place + 3
        else:
            # A number after a scale goes on, "a hundred and five"; "two men and three women" has no scale.
            joint = 1 if fold == "and" else 0
            more = _below_hundred(_fold(tokens, place + joint))
            if more is None or not 100 <= grain <= 1000:
                break
            group, grain, place = group + more, 1.0, place + joint + 1
    first = index - 1 if begins_with_scale else index
    return Numeral(range(first, place), total + group, grain=max(grain, 0.1), in_words=True)
