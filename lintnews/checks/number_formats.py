"""Figures written as another language writes them: decimal commas, missing separators, scales chained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintnews.facts.quantities import singular
from lintnews.facts.units import UNITS
from lintnews.finding import Applicability, Hit, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.facts import Facts

_MONTH_BEFORE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \Z")
_BARE = re.compile(r"(?<![\w.,:/#+'’*–-])(?<!\d )(?P<figure>[1-9]\d{4,8})(?![\w:/*]|-\d|[.,]\d| \d)(?P<after>(?: [a-z]+){0,3})")
# Words after which the figure counts nothing.
_NO_NOUN = frozenset("and or on in at to from is was were are the a by for of with as has had have will would".split())
# What stands before telephone numbers, codes, post codes and the like.
_CODE_BEFORE = re.compile(
    r"(?:[Nn]os?\.?|[Nn]umbers?|calling|[Cc]all|dial|text|phone|hotline|to|at|on|code|[Cc]ase|ID|flight|[Zz]ip|route|"
    r"model|asteroid|serial|licen[cs]e|[A-Z]{2,})[:.]? \Z|\(\Z"
)
_AMOUNT_BEFORE = re.compile(r"(?:total of|than|nearly|almost|at least) \Z|[$€£¥] ?\Z")
_DECIMAL_COMMA = re.compile(r"(?<![\w.,:/-])(?:0,\d{1,4}|[1-9]\d{0,3},\d{1,2})(?![\w,:/]|\.\d|-\d|, \d| (?:and|or) \d)")
_MEASURE_AFTER = re.compile(r"[ -]?(?:thousand|million|billion|trillion|%|per ?cent|[ckm]?m\b|kg|[a-z]*met|kilo|ton|mile)")
_POINTS = re.compile(
    r"(?<![\w.,:/-])(?:[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}\.000)"
    r"(?![\w,:/]|\.\d|-\d)"
)
_SPLIT = re.compile(r"(?<![\w.:/,-])(?<!\d )[1-9]\d{0,2}(?:,\d{3})*(?P<blank>, | )\d{3}(?:,? ?\d{3})*(?![\w:/.-]|,\d| \d)")
_QUANTIFIED = re.compile(r"(?:than|least|about|around|over|nearly|almost|another|exceeded|some|additional|are|were) \Z")
_LIST_AFTER = re.compile(r",? (?:and|or) \d|, \d")
_NOUN_AFTER = re.compile(r" [a-z]{2,}s\b| (?:people|women|men|children|yuan|yen|won|kg|km|square|cubic)\b")
_THOUSAND = re.compile(r"(?<![\w.,$€£¥₽-])(?P<figure>\d{1,3}(?:\.\d{1,3})?) thousand\b(?! (?:million|billion|and \d))")
_RANGE_THOUSAND = re.compile(r"\d(?:[-–]| to | and | or )\Z")
_CHAIN = re.compile(
    r"(?<![\w.,-])(?P<high>\d{1,3}) (?P<scale>trillion|billion|million|thousand)s?,? (?:and )?(?P<low>\d{1,3})"
    r"(?: (?P<lower>billion|million|thousand)s?\b|(?=[,.]?\s[a-z]{3}))(?! (?:per ?cent|%))"
)
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_DOUBLE_SCALE = re.compile(
    r"(?<![\w.,-])(?:(?P<figure>\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|several) "
    r"(?P<first>ten[- ]thousands?|thousand|million|hundred thousand) (?P<second>thousands?|millions?|billions?)"
    r"|(?P<figures>\d[\d.,]*) (?P<asian>ten[- ]thousand|hundred (?:thousand|million|billion)|ten million))\b"
)
_PLURAL_SCALE = re.compile(r"(?<![\w.,:-])(?!(?:1[89]|20)\d\d )[$€£]?\d[\d.,]* (?P<scale>hundred|thousand|million|billion|trillion)s\b")


@check(
    "NUM101",
    "ungrouped-figure",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a figure of five digits or more wants commas",
    pivots=("zh", "ja", "ru"),
    examples=(
        bad("The port shipped [[48200]] containers in May.", "The port shipped [[48,200]] containers in May."),
        bad("He was fined a total of [[250000]] yen.", "He was fined a total of [[250,000]] yen."),
        fine("Viewers can text SAVE to 85130, or call 85993119."),
        fine("Trading in Harbour Steel (600999.SS) was halted, and bus 10452 never came."),
    ),
)
def ungrouped_figure(facts: Facts) -> Iterator[Hit]:
    """English groups the digits of a large figure in threes; a bare row of digits makes the reader count.

    Languages that group otherwise, or not at all, leave it in machine translation. Telephone numbers, share codes,
    post codes and case numbers are left alone: only a figure that counts something is reported.
    """
    for match in _BARE.finditer(facts.text):
        before = facts.text[max(0, match.start() - 16) : match.start()]
        counts = _counts_something(match["after"])
        if not counts and not _AMOUNT_BEFORE.search(before):
            continue
        if _CODE_BEFORE.search(before) and not counts and not before.endswith("total of "):
            continue
        grouped = f"{int(match['figure']):,}"
        span = Span(*match.span("figure"))
        yield Hit(
            span,
            f"‘{match['figure']}’ is hard to read without commas: {grouped}",
            (replacement(span, grouped, Applicability.SAFE),),
        )


def _counts_something(after: str) -> bool:
    """Whether the words after a figure lead to a plural before the phrase ends."""
    for word in after.split():
        if word in _NO_NOUN:
            return False
        if singular(word) or word in UNITS:
            return True
    return False


@check(
    "NUM102",
    "decimal-comma",
    mqm="locale-convention/number-format",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="comma and point of the figure stand the other way round than in English",
    pivots=("ru", "uk", "is", "de", "es", "fr"),
    examples=(
        bad("The bridge cost [[2,5]] million euros.", "The bridge cost [[2.5]] million euros."),
        bad("She paid [[1.500,50]] kronor for the boat.", "She paid [[1,500.50]] kronor for the boat."),
        bad("In all [[3.214.600]] votes were cast.", "In all [[3,214,600]] votes were cast."),
        fine("He won 2,500 euros and 3.5 million votes in rounds 1,2 and 3."),
        fine("Version 3.14.2 was ready, and the yen stood at 1.205 to the won."),
    ),
)
def decimal_comma(facts: Facts) -> Iterator[Hit]:
    """Many languages write 2,5 for two and a half and 1.500 for fifteen hundred; English has it the other way round.

    A machine that copies the figure leaves a reader with a number a thousand times too large or too small.
    """
    for match in _DECIMAL_COMMA.finditer(facts.text):
        if match.start() and _MONTH_BEFORE.search(facts.text, max(0, match.start() - 12), match.start()):
            continue
        measured = match.group().startswith("0") or _MEASURE_AFTER.match(facts.text, match.end())
        why = "the comma stands for a decimal point" if measured else "a decimal comma, or a digit is lost"
        yield _rewritten(match, match.group().replace(",", "."), why)
    for match in _POINTS.finditer(facts.text):
        swapped = match.group().translate(_SWAP)
        yield _rewritten(match, swapped, "points and commas stand the other way round than in English")


_SWAP = str.maketrans(".,", ",.")


def _rewritten(match: re.Match[str], good: str, why: str) -> Hit:
    span = Span(*match.span())
    return Hit(span, f"‘{match.group()}’: {why}, so read {good}", (replacement(span, good),))


@check(
    "NUM103",
    "split-figure",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank splits the figure",
    pivots=("ru", "uk", "fr", "ha"),
    examples=(
        bad("More than [[63, 794]] people fled.", "More than [[63,794]] people fled."),
        bad("A room cost [[25 000]] roubles a month.", "A room cost [[25,000]] roubles a month."),
        fine("On July 26, 106 pilgrims flew home from gates 15, 200 and 310."),
        fine("The airline ordered 10 737-800 planes; call 020 7946 0000."),
    ),
)
def split_figure(facts: Facts) -> Iterator[Hit]:
    """A figure whose groups of digits are parted by a blank reads as two figures.

    Languages that group with blanks, and systems that part a figure at its comma, leave it. Dates before a figure,
    lists of figures and telephone numbers are left alone.
    """
    for match in _SPLIT.finditer(facts.text):
        head, tail = facts.text[max(0, match.start() - 16) : match.start()], match.end()
        if _MONTH_BEFORE.search(head) or _LIST_AFTER.match(facts.text, tail):
            continue
        figure = match.group()
        listed = match["blank"] == ", "
        if listed and not (_QUANTIFIED.search(head) or figure.count(",") > 1 or figure.endswith(" 000")):
            continue
        if not listed and not (figure.endswith("000") or _NOUN_AFTER.match(facts.text, tail)):
            continue
        digits = re.sub(r"\D", "", figure)
        yield _rewritten_safe(match, f"{int(digits):,}", "a blank splits the figure")


def _rewritten_safe(match: re.Match[str], good: str, why: str) -> Hit:
    span = Span(*match.span())
    return Hit(span, f"‘{match.group()}’: {why}; write {good}", (replacement(span, good, Applicability.SAFE),))


@check(
    "NUM104",
    "figure-before-thousand",
    mqm="locale-convention/number-format",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="English news writes thousands out in figures",
    pivots=("ru", "uk", "ha", "is"),
    examples=(
        bad("About [[13.3 thousand]] people left the city.", "About [[13,300]] people left the city."),
        bad("The farm employs [[5 thousand]] workers.", "The farm employs [[5,000]] workers."),
        fine("Thirty thousand people came, and 3 million watched at home."),
        fine("They paid $5 thousand and saw 20 to 30 thousand birds."),
    ),
)
def figure_before_thousand(facts: Facts) -> Iterator[Hit]:
    """“13.3 thousand people” is how Russian, Ukrainian and Hausa news count; English news writes 13,300.

    Words ("thirty thousand") and amounts after a currency mark are left alone, and so is the end of a range.
    """
    for match in _THOUSAND.finditer(facts.text):
        if _RANGE_THOUSAND.search(facts.text, max(0, match.start() - 6), match.start()):
            continue
        yield _rewritten(match, f"{round(float(match['figure']) * 1000):,}", "English news writes it in figures")


@check(
    "NUM105",
    "chained-scales",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the figure is counted in two steps",
    pivots=("ha", "ja", "zh"),
    examples=(
        bad(
            "The dam will cost $[[2 billion and 300 million]].",
            "The dam will cost $[[2.3 billion]].",
        ),
        bad("It has [[10 thousand 500]] members in the north.", "It has [[10,500]] members in the north."),
        fine("The firm made 2 billion and lost 300 million; 3 million and 40 others voted."),
        fine("He gave $3 million, 2 of them to a school."),
    ),
)
def chained_scales(facts: Facts) -> Iterator[Hit]:
    """“2 billion and 300 million” counts one figure in two steps, as several languages do; English says 2.3 billion.

    Left alone where the two are figures of their own, with a verb or a noun between them.
    """
    for match in _CHAIN.finditer(facts.text):
        high, lower = _POWERS[match["scale"]], _POWERS[match["lower"]] if match["lower"] else 0
        if (lower and high - lower != 3) or (not lower and (high != 3 or " and " in match.group() or "," in match.group())):
            continue
        low = int(match["low"])
        if not lower:
            good = f"{int(match['high']) * 1000 + low:,}"
        elif high == 6 and lower == 3 and low % 100:
            good = f"{int(match['high']) * 1000 + low},000"
        else:
            good = f"{int(match['high']) + low / 1000:g} {match['scale']}"
        yield _rewritten(match, good, "one figure is counted in two steps")


@check(
    "NUM106",
    "foreign-scale",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="English does not count in this unit",
    pivots=("zh", "ja", "es", "ko"),
    examples=(
        bad("The loan is worth [[3 thousand millions]].", "The loan is worth [[3 billion]]."),
        bad("Some [[340 ten thousand]] tonnes were sold.", "Some [[3.4 million]] tonnes were sold."),
        bad("The plan costs [[5 billions]] a year.", "The plan costs [[5 billion]] a year."),
        fine("Several hundred million pounds went to tens of millions of people."),
        fine("A crore is ten million, and 12 lakh voters were counted."),
    ),
)
def foreign_scale(facts: Facts) -> Iterator[Hit]:
    """English counts in thousands, millions and billions, never in ten thousands or thousand millions after a figure.

    Chinese and Japanese count in ten thousands, Spanish in thousand millions; a machine that translates the words one
    by one leaves the unit standing. Lakhs and crores are right in Indian news and are left alone.
    """
    for match in _DOUBLE_SCALE.finditer(facts.text):
        figure = match["figures"] or match["figure"]
        scales = (match["asian"] or f"{match['first']} {match['second']}").replace("-", " ")
        number = _plain_number(figure)
        if number is None:
            yield Hit(Span(*match.span()), f"‘{match.group()}’ is no English way to count")
            continue
        for word in scales.split():
            number *= _FACTORS[word.rstrip("s")]
        yield _rewritten(match, _in_english(number), "English does not count in this unit")
    for match in _PLURAL_SCALE.finditer(facts.text):
        if facts.text[match.end() : match.end() + 4] == " of ":
            continue
        yield _rewritten(match, match.group()[:-1], "after a figure English leaves off the s")


_FACTORS = {"ten": 1e1, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SMALL = "zero one two three four five six seven eight nine ten".split()


def _plain_number(figure: str) -> float | None:
    if figure in ("a", "an"):
        return 1.0
    if figure in _SMALL:
        return float(_SMALL.index(figure))
    try:
        return float(figure.replace(",", ""))
    except ValueError:
        return None


def _in_english(number: float) -> str:
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if number >= scale:
            return f"{number / scale:.10g} {name}"
    return f"{number:,.0f}"


CHECKS = (ungrouped_figure, decimal_comma, split_figure, figure_before_thousand, chained_scales, foreign_scale)
