"""Beginnings, ends and durations that do not go together, and ages that do not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_NUMBER = (
    r"(?P<figure>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|twenty)"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_MONTH = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?"
_FROM_TO = re.compile(
    rf"\b[Ff]rom (?:\d{{1,2}} )?{_MONTH}(?P<begin>{_YEAR}) (?:to|until|"
    rf"till) (?:\d{{1,2}} )?{_MONTH}(?P<end>{_YEAR})(?![\w-])"
)
_DURATION_BEFORE = re.compile(
    rf"\b{_NUMBER}(?:[- ]years?(?:[- ]long)?|(?<= )years) (?:[a-z]+ ){{0,3}}(?:, |\()?\Z"
)
_DURATION_AFTER = re.compile(
    rf"(?:,| \(|,? (?:for|during)| –) ?(?:a period of |a total of |a |an |the )?{_NUMBER}"
    r"(?: years\b(?! (?:later|before|after|ago|old|earlier))|-year (?:survey|war|term|study|period|ban|"
    r"campaign|project|"
    r"programme|program|stint|reign|tenure|mission|career|repair|siege|trial)\b)"
)
_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "twenty".split(),
        (*range(2, 17), 20),
        strict=True,
    )
)
_DAY_RANGE = re.compile(
    r"\b(?:[Ff]rom|[Bb]etween) (?:(?P<month>[A-Z][a-z]{2,8}) (?P<first>\d{1,2})(?:st|nd|rd|th)?(?: to |"
    r" until | and |[-–])(?P<last>\d{1,2})"
    r"|(?P<first2>\d{1,2})(?:st|nd|rd|th)?(?: to | until | and |[-–])(?P<last2>\d{1,2})(?:st|nd|rd|"
    r"th)? (?P<month2>[A-Z][a-z]{2,8}))\b(?!st|nd|rd|th|:)"
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)


def _years(figure: str) -> int:
    return _WORDS.get(figure) or int(figure)


@check(
    "NUM411",
    "end-before-beginning",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this ends before it begins",
    examples=(
        bad("He was mayor [[from 1998 to 1989]].", "He was mayor [[from 1989 to 1998]]."),
        bad("The fair runs [[from 19 to 12 May]] in Graz.", "The fair runs [[from 12 to 19 May]] in Graz."),
        fine("He was mayor from 1989 to 1998, and the fair runs from 12 to 19 May."),
        fine("It was open from 28 April to 3 May; the count fell from 2100 to 1900."),
    ),
)
def end_before_beginning(facts: Facts) -> Iterator[Hit]:
    """A term that ends before it begins has its years or days exchanged, or one of them misread."""
    text = facts.text
    for match in _FROM_TO.finditer(text):
        if match["begin"] <= match["end"] or re.search(
            _FIGURES_CHANGE, text[max(0, match.start() - 40) : match.start()]
        ):
            continue
        span = Span(*match.span())
        good = _exchanged(text, match, "begin", "end")
        yield Hit(span, f"‘{match.group()}’ ends before it begins", (replacement(span, good),))
    for match in _DAY_RANGE.finditer(text):
        first, last = ("first", "last") if match["month"] else ("first2", "last2")
        if (match["month"] or match["month2"]) not in _MONTHS or int(match[first]) <= int(match[last]):
            continue
        # "from May 28 to 3 June" names a second month.
        if re.match(r" (?:of )?[A-Z]", text[match.end() :]) and match["month"]:
            continue
        span = Span(*match.span())
        yield Hit(
            span,
            f"‘{match.group()}’ ends before it begins",
            (replacement(span, _exchanged(text, match, first, last)),),
        )


_FIGURES_CHANGE = r"\b(?:fell|fall|dropp?\w*|declin\w+|decreas\w+|down|reduc\w+|shr[aiu]nk|cut|slid\w*)\b"


def _exchanged(text: str, match: re.Match[str], one: str, other: str) -> str:
    (a, b), (c, d) = match.span(one), match.span(other)
    return text[match.start() : a] + match[other] + text[b:c] + match[one] + text[d : match.end()]


@check(
    "NUM412",
    "duration-does-not-fit",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the number of years does not fit the years named",
    examples=(
        bad(
            "The [[seven-year]] war from 2011 to 2014 ruined the port.",
            "The [[three-year]] war from 2011 to 2014 ruined the port.",
        ),
        bad(
            "She led the firm from 1990 to 2002, [[20 years]] in all.",
            "She led the firm from 1990 to 2002, [[12 years]] in all.",
        ),
        fine(
            "The four-year war from 2011 to 2014 ruined the port; she led it from 1990 to 2002, for 12 years."
        ),
        fine("From 2011 to 2014, 20 years after the treaty, five-year plans were the rule."),
    ),
)
def duration_does_not_fit(facts: Facts) -> Iterator[Hit]:
    """A war from 2011 to 2014 lasted two to four years; another number beside the years was misread.

    A year either way is allowed for, as both ends may be counted.
    """
    text = facts.text
    for match in _FROM_TO.finditer(text):
        years = int(match["end"]) - int(match["begin"])
        stated = _DURATION_BEFORE.search(
            text, max(0, match.start() - 48), match.start()
        ) or _DURATION_AFTER.match(text, match.end())
        if not stated or years < 1 or "." in stated.group():
            continue
        figure = stated["figure"]
        if abs(_years(figure) - years) <= 1:
            continue
        written = text[stated.start("figure") : stated.end()]
        label = re.match(r"[\w-]+(?: years)?", written)
        span = Span(stated.start("figure"), stated.start("figure") + (label.end() if label else len(figure)))
        words = {number: word for word, number in _WORDS.items()}
        right = words.get(years, str(years)) if figure in _WORDS else str(years)
        good = right + span.of(text)[len(figure) :]
        yield Hit(
            span,
            f"‘{span.of(text)}’ does not fit ‘{match.group()}’, which is {years} years",
            (replacement(span, good, Applicability.SUGGESTION),),
            (Related(Span(*match.span()), f"{years} years"),),
        )


CHECKS = (end_before_beginning, duration_does_not_fit)
