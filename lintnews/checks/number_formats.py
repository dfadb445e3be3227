"""Figures written as another language writes them: decimal commas, missing separators, scales chained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.plurals import singular
from lintnews.facts.units import UNITS
from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters, given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

_MONTH_BEFORE = lazy(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \Z")
_BARE = lazy(
    r"(?<![\w.,:/#+'’*–-])(?<!\d )(?P<figure>[1-9]\d{4,8})(?![\w:/*]|-\d|[.,]\d|"
    r" \d)(?P<after>(?: [a-z]+){0,3})"
)
# Words after which the figure counts nothing.
_NO_NOUN = frozenset(
    "and or on in at to from is was were are the a by for of with as has had have will would".split()
)
# What stands before telephone numbers, codes, post codes and the like.
_CODE_BEFORE = lazy(
    r"(?:[Nn]os?\.?|[Nn]umbers?|calling|[Cc]all|dial|text|phone|hotline|to|at|on|code|[Cc]ase|ID|flight|"
    r"[Zz]ip|route|"
    r"model|asteroid|serial|licen[cs]e|[A-Z]{2,})[:.]? \Z|\(\Z"
)
_AMOUNT_BEFORE = lazy(r"(?:total of|than|nearly|almost|at least) \Z|[$€£¥] ?\Z")
_DECIMAL_COMMA = lazy(
    r"(?<![\w.,:/-])(?:0,\d{1,4}|[1-9]\d{0,3},\d{1,2})(?![\w:/]|,(?! [a-z])|\.\d| (?:and|or) \d"
    r"|-(?!met|kilo|km|mile|hect|ton|lit|inch|cent|year|million|billion))"
)
_MEASURE_AFTER = lazy(
    r"[ -]?(?:thousand|million|billion|trillion|%|per ?cent|[ckm]?m\b|kg|[a-z]*met|kilo|ton|mile)"
)
_POINTS = lazy(
    r"(?<![\w.,:/-])(?:[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}\.000)"
    r"(?![\w,:/]|\.\d|-\d)"
)
# A thousand with the point of other languages: sure only beside other such figures, or where nobody would
# write so many decimals ("1.100 billion").
_THOUSAND = lazy(r"(?<![\w.,:/$€£-])[1-9]\d{0,2}\.\d{3}(?![\w,:/%]|\.\d|-\d)")
_ROUND = lazy(r"\d0 (?:million|billion|euros?|roubles|rubles|liras?|crowns|people|houses|[a-z]{3,}ers)\b")
_SPLIT = lazy(
    r"(?<![\w.:/,-])(?<!\d )[1-9]\d{0,2}(?:,\d{3})*(?P<blank>, | )\d{3}(?:,? ?\d{3})*(?![\w:/.-]|,\d| \d)"
)
_SIGN_BEFORE = lazy(r"(?<=[ (])% ?(?P<figure>\d{1,3}(?:[.,]\d{1,2})?)(?![\w%])(?! ?%)")
_BLANK = lazy(r",? ")
_QUANTIFIED = lazy(
    r"(?:than|least|about|around|over|nearly|almost|another|exceeded|some|additional|are|were) \Z"
)
_LIST_AFTER = lazy(r",? (?:and|or) \d|, \d")
_NOUN_AFTER = lazy(r" [a-z]{2,}s\b| (?:people|women|men|children|yuan|yen|won|kg|km|square|cubic)\b")


@check(
    "NUM101",
    "ungrouped-figure",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a figure of five digits or more wants commas",
    pivots=("zh", "ja", "ru"),
    needs=(given("figure_starts"),),
    examples=(
        bad(
            "The port shipped [[48200]] containers in May.", "The port shipped [[48,200]] containers in May."
        ),
        bad("He was fined a total of [[250000]] yen.", "He was fined a total of [[250,000]] yen."),
        fine("Viewers can text SAVE to 85130, or call 85993119."),
        fine("Trading in Harbour Steel (600999.SS) was halted, and bus 10452 never came."),
    ),
)
def ungrouped_figure(facts: Facts) -> Iterator[Hit]:
    """English groups the digits of a large figure in threes; a bare row of digits makes the reader count.

    Languages that group otherwise, or not at all, leave it in machine translation. Telephone numbers, share
    codes, post codes and case numbers are left alone: only a figure that counts something is reported.
    """
    for match in facts.at_figures(_BARE):
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
    needs=(given("figure_starts"),),
    examples=(
        bad("The bridge cost [[2,5]] million euros.", "The bridge cost [[2.5]] million euros."),
        bad("She paid [[1.500,50]] kronor for the boat.", "She paid [[1,500.50]] kronor for the boat."),
        bad("The quake, of magnitude [[6,9]], hit at dawn.", "The quake, of magnitude [[6.9]], hit at dawn."),
        bad("In all [[3.214.600]] votes were cast.", "In all [[3,214,600]] votes were cast."),
        fine("He won 2,500 euros and 3.5 million votes in rounds 1,2 and 3."),
        bad("The banks hold [[1.100]] billion euros.", "The banks hold [[1,100]] billion euros."),
        bad(
            "Of [[2.450.000]] votes, [[12.375]] were spoilt.",
            "Of [[2,450,000]] votes, [[12,375]] were spoilt.",
        ),
        fine("Version 3.14.2 was ready, and the yen stood at 1.205 to the won."),
        fine("He ran it in 9.800 seconds and jumped 2.375 metres."),
    ),
)
def decimal_comma(facts: Facts) -> Iterator[Hit]:
    """Many languages write 2,5 for two and a half and 1.500 for fifteen hundred; English does the reverse.

    A machine that copies the figure leaves a reader with a number a thousand times too large or too small.
    """
    for match in facts.at_figures(_DECIMAL_COMMA):
        if match.start() and _MONTH_BEFORE.search(facts.text, max(0, match.start() - 12), match.start()):
            continue
        measured = match.group().startswith("0") or _MEASURE_AFTER.match(facts.text, match.end())
        why = "the comma stands for a decimal point" if measured else "a decimal comma, or a digit is lost"
        yield _rewritten(match, match.group().replace(",", "."), why)
    swapped = list(facts.at_figures(_POINTS))
    thousands = (
        match
        for match in facts.at_figures(_THOUSAND)
        if (swapped or _ROUND.match(facts.text, match.end() - 2)) and not match.group().endswith("000")
    )
    for match in (*swapped, *thousands):
        good = match.group().translate(_SWAP)
        yield _rewritten(match, good, "points and commas stand the other way round than in English")


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
    needs=(given("figure_starts"),),
    examples=(
        bad("More than 63[[, ]]794 people fled.", "More than 63,794 people fled."),
        bad("A room cost 25[[ ]]000 roubles a month.", "A room cost 25,000 roubles a month."),
        fine("On July 26, 106 pilgrims flew home from gates 15, 200 and 310."),
        fine("The keys are 401, 403, 421. Doors 408, 411, 413, 415: see below."),
        fine("The airline ordered 10 737-800 planes; call 020 7946 0000."),
    ),
)
def split_figure(facts: Facts) -> Iterator[Hit]:
    """A figure whose groups of digits are parted by a blank reads as two figures.

    Languages that group with blanks, and systems that part a figure at its comma, leave it. Dates before a
    figure, lists of figures and telephone numbers are left alone.
    """
    for match in facts.at_figures(_SPLIT):
        head, tail = facts.text[max(0, match.start() - 16) : match.start()], match.end()
        if _MONTH_BEFORE.search(head) or _LIST_AFTER.match(facts.text, tail):
            continue
        figure = match.group()
        listed = match["blank"] == ", "
        groups = figure.count(",") > 1 and _NOUN_AFTER.match(facts.text, tail)
        if listed and not (_QUANTIFIED.search(head) or groups or figure.endswith(" 000")):
            continue
        if not listed and not (figure.endswith("000") or _NOUN_AFTER.match(facts.text, tail)):
            continue
        digits = f"{int(figure.replace(',', '').replace(' ', '')):,}"
        for blank in _BLANK.finditer(figure):
            # The blank alone is the defect: what QUO211 reports too is then settled as one.
            span = Span(match.start() + blank.start(), match.start() + blank.end())
            yield Hit(
                span,
                f"a blank splits the figure ‘{figure}’: {digits}",
                (replacement(span, ",", Applicability.SAFE),),
            )


@check(
    "NUM134",
    "sign-before-percentage",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the percent sign stands before the figure",
    pivots=("tr",),
    needs=(characters("%"),),
    examples=(
        bad("Seizures rose by [[%40]] last year.", "Seizures rose by 40% last year."),
        bad("Turnout was [[% 61.5]], the mayor said.", "Turnout was 61.5%, the mayor said."),
        fine("The page is at example.org/a%20b, and it grew 5% 12 times."),
    ),
)
def sign_before_percentage(facts: Facts) -> Iterator[Hit]:
    """Turkish, Basque and Kurdish set the percent sign before the figure (‘%40’); English sets it behind."""
    for match in _SIGN_BEFORE.finditer(facts.text):
        span, good = Span(*match.span()), f"{match['figure']}%"
        yield Hit(
            span,
            f"‘{match.group()}’: in English the percent sign follows the figure: {good}",
            (replacement(span, good, Applicability.SAFE),),
        )


CHECKS = (ungrouped_figure, decimal_comma, split_figure, sign_before_percentage)
