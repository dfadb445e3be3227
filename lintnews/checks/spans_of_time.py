"""Beginnings, ends and durations that do not go together, and ages that do not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.facts.dates import MONTHS
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
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
_FROM = lazy(rf"\b[Ff]rom (?:\d{{1,2}} )?{_MONTH}\Z")
_TO = lazy(rf"(?P<begin>{_YEAR}) (?:to|until|till) (?:\d{{1,2}} )?{_MONTH}(?P<end>{_YEAR})(?![\w-])")
_DURATION_BEFORE = lazy(rf"\b{_NUMBER}(?:[- ]years?(?:[- ]long)?|(?<= )years) (?:[a-z]+ ){{0,3}}(?:, |\()?\Z")
_DURATION_AFTER = lazy(
    rf"(?:,| \(|,? (?:for|during)| –) ?(?:a period of |a total of |a |an |the )?{_NUMBER}"
    r"(?: years\b(?! (?:later|before|after|ago|old|earlier))|-year (?:survey|war|term|study|period|ban|"
    r"campaign|project|"
    r"programme|program|stint|reign|tenure|mission|career|repair|siege|trial)\b)"
)
_FOR_BEFORE = lazy(rf"\bfor {_NUMBER} years(?:, | – | \()\Z")
_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "twenty".split(),
        (*range(2, 17), 20),
        strict=True,
    )
)
_DAY_RANGE = lazy(
    r"(?P<first>\d{1,2})(?:st|nd|rd|th)?(?: to | until | and |[-–])(?P<last>\d{1,2})(?:st|nd|rd|th)?\b(?!:)"
    r"(?: (?P<month>[A-Z][a-z]{2,8})\b)?"
)
_RANGE_LEAD = lazy(r"\b(?:[Ff]rom|[Bb]etween) (?:(?P<month>[A-Z][a-z]{2,8}) )?\Z")
_MONTH_NAME = "|".join(MONTHS)
_MONTHS_LONG = lazy(
    rf"\b[Ff]rom (?P<begin>{_MONTH_NAME}) (?:to|until|till) (?P<end>{_MONTH_NAME}),? (?:for "
    rf"|a period of |that is, )?"
    rf"(?:a total of |about |some |nearly )?{_NUMBER}[- ]months?\b(?! (?:later|before|after|ago|old|earlier))"
)


class _Term(NamedTuple):
    """The whole of "from 1989 to 1998", and where the two years stand."""

    span: Span
    begin: Span
    end: Span


def _terms(facts: Facts) -> Iterator[_Term]:
    for match in facts.at_figures(_TO):
        lead = _FROM.search(facts.text, max(0, match.start() - 24), match.start())
        if lead:
            yield _Term(Span(lead.start(), match.end()), Span(*match.span("begin")), Span(*match.span("end")))


def _years(figure: str) -> int:
    return _WORDS.get(figure) or int(figure)


@check(
    "NUM411",
    "end-before-beginning",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this ends before it begins",
    needs=(words("from between"), given("figure_starts")),
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
    for term in _terms(facts):
        before = text[max(0, term.span.start - 40) : term.span.start]
        if term.begin.of(text) > term.end.of(text) and not re.search(_FIGURES_CHANGE, before):
            yield _backwards(term, text)
    for match in facts.at_figures(_DAY_RANGE):
        lead = _RANGE_LEAD.search(text, max(0, match.start() - 20), match.start())
        # "from May 28 to 3 June" names a second month, and "from 28 to 3 June" is nobody's way to write.
        if not lead or (lead["month"] in MONTHS) == (match["month"] in MONTHS):
            continue
        if int(match["first"]) > int(match["last"]):
            end = match.end() if match["month"] in MONTHS else match.end("last")
            span = Span(lead.start(), end)
            yield _backwards(_Term(span, Span(*match.span("first")), Span(*match.span("last"))), text)


def _backwards(term: _Term, text: str) -> Hit:
    span, begin, end = term
    good = text[span.start : begin.start] + end.of(text) + text[begin.end : end.start] + begin.of(text)
    good += text[end.end : span.end]
    return Hit(span, f"‘{span.of(text)}’ ends before it begins", (replacement(span, good),))


_FIGURES_CHANGE = r"\b(?:fell|fall|dropp?\w*|declin\w+|decreas\w+|down|reduc\w+|shr[aiu]nk|cut|slid\w*)\b"


@check(
    "NUM412",
    "duration-does-not-fit",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the number of years does not fit the years named",
    needs=(words("from"), words("year years month months")),
    examples=(
        bad(
            "The [[seven-year]] war from 2011 to 2014 ruined the port.",
            "The [[three-year]] war from 2011 to 2014 ruined the port.",
        ),
        bad(
            "She led the firm from 1990 to 2002, [[20 years]] in all.",
            "She led the firm from 1990 to 2002, [[12 years]] in all.",
        ),
        bad(
            "She was mayor for [[nine years]], from 2015 to 2019.",
            "She was mayor for [[four years]], from 2015 to 2019.",
        ),
        fine(
            "The four-year war from 2011 to 2014 ruined the port; she led it from 1990 to 2002, for 12 years."
        ),
        bad("The rains last from October to May, a period of [[five months]]."),
        fine(
            "The rains last from October to May, a period of eight months; from May to June, five months old."
        ),
        fine("From 2011 to 2014, 20 years after the treaty, five-year plans were the rule."),
    ),
)
def duration_does_not_fit(facts: Facts) -> Iterator[Hit]:
    """A war from 2011 to 2014 lasted two to four years; another number beside the years was misread.

    A year either way is allowed for, as both ends may be counted.
    """
    text = facts.text
    for match in _MONTHS_LONG.finditer(text):
        begin, end = (MONTHS.index(match[name]) for name in ("begin", "end"))
        months = (end - begin) % 12
        if abs(_years(match["figure"]) - months) > 1:
            span = Span(match.start("figure"), match.end())
            named = Span(match.start(), match.end("end"))
            yield Hit(
                span,
                f"‘{span.of(text)}’ does not fit ‘{named.of(text)}’, which is {months} or {months + 1} "
                f"months",
                (),
                (Related(named, f"{months} or {months + 1} months"),),
            )
    for term in _terms(facts):
        years = int(term.end.of(text)) - int(term.begin.of(text))
        start, stop = term.span
        stated = (
            _DURATION_BEFORE.search(text, max(0, start - 48), start)
            or _FOR_BEFORE.search(text, max(0, start - 24), start)
            or _DURATION_AFTER.match(text, stop)
        )
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
            f"‘{span.of(text)}’ does not fit ‘{term.span.of(text)}’, which is {years} years",
            (replacement(span, good, Applicability.SUGGESTION),),
            (Related(term.span, f"{years} years"),),
        )


CHECKS = (end_before_beginning, duration_does_not_fit)
