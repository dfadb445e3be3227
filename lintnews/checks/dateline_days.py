"""Days that do not go with the dateline: a weekday it rules out, a day gone by that is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.dates import WEEKDAYS, dateline_of
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.dates import DateMention

_DAYS = "|".join(WEEKDAYS)
# The lede tells what happened on the day of the dateline, or the day before it.
_ON = lazy(rf"\bon (?P<day>{_DAYS})\b")
_NOT_NOW = lazy(
    rf"\b(?:will|would|(?:next|last) (?:week|month|year|{_DAYS})|plans?|to be|due|until|since|previous"
    rf"|earlier|ago|week|weekend|scheduled|expected|set"
    r" to|from)\b"
)
_NEAR, _FAR = 60, 150  # days
_LEAST = 2
# A leap year, so that every date of the calendar exists.
_ANY_YEAR = 2020
_WILL = lazy(r"\b(?:will|takes? place|begins?|starts?|opens?|is due|are due)\b[^.;:“”]{0,60}\Z")
_WAS = lazy(
    r"\b(?P<verb>was|were|took place|ended|died|won|fell|opened|began|crashed|met|held)\b(?! (?:to|due"
    r"|planned|"
    r"scheduled|expected|set|supposed|postponed)\b)[^.;:,“”]{0,40}\Z"
)
_PAST_THAN = lazy(
    r"\b(?:since|from|after|said|announced|told|signed|until|by|before|between|adjourned|had|was|were|which|that|who|"
    r"would|could|last|year|edition|anniversary|as of|effective|born|decree|dated)\b"
)
_TO_COME = lazy(
    r"\b(?:will|next|until|before|by|would|to|plan\w*|schedul\w*|due|set|expected|postponed|for|from|last|year|ago|"
    r"previous\w*|since|born|earlier|could|should|may|must|between|dated|of|had|as|after)\b|(?:19|20)\d\d"
)


@check(
    "NUM406",
    "weekday-does-not-fit-dateline",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="dateline and lede rule this weekday out",
    needs=(given("dates"),),
    examples=(
        bad(
            "Truce signed\n\nVASSO, April 9 – Both sides signed a truce on Friday.\n\nIt "
            "rained.\n\nThe first prisoners "
            "go home on [[Thursday]], April 11."
        ),
        bad(
            "Nine years\n\nVELM, June 3 – A court jailed a banker on Thursday.\n\nHe wept.\n\nAt the "
            "hearing on "
            "[[Monday]], June 3, he was silent."
        ),
        fine(
            "Truce signed\n\nVASSO, April 9 – Both sides signed a truce on Friday.\n\nIt "
            "rained.\n\nThe first prisoners "
            "go home on Sunday, April 11; on Tuesday, April 9, 2019, others did."
        ),
        fine(
            "Truce near\n\nVASSO, April 9 – Both sides will sign a truce on Friday.\n\nIt "
            "rained.\n\nThe first "
            "prisoners go home on Thursday, April 11."
        ),
    ),
)
def weekday_does_not_fit_dateline(facts: Facts) -> Iterator[Hit]:
    """A dateline of April 9 over "on Friday" makes April 11 a Sunday.

    Or a Saturday, where the news is of the day before. That is how the calendar of an article can be told
    where
    no year is named. Only dates within two months are held against it.
    """
    issued = _dateline(facts)
    told = _day_of_lede(facts, issued.date) if issued else None
    if issued is None or told is None:
        return
    weekday, place = told
    for date in facts.dates:
        day = _near(date, issued.date)
        if date.weekday is None or date.weekday_span is None or day is None:
            continue
        apart = (day - issued.day).days
        possible = [(weekday + late + apart) % 7 for late in (0, 1)]
        if date.weekday in possible or abs(apart) > _NEAR:
            continue
        right = WEEKDAYS[possible[0]]
        span = date.weekday_span
        yield Hit(
            span,
            f"‘{span.of(facts.text)}’ does not fit: {date.span.of(facts.text)} is a {right} if the "
            f"dateline of"
            f" {issued.date.span.of(facts.text)} is right",
            (replacement(span, right, Applicability.SUGGESTION),),
            (Related(place, "the day of the lede"),),
        )


def _day_of_lede(facts: Facts, dateline: DateMention) -> tuple[int, Span] | None:
    """Return the weekday on which the first sentence says that something happened, and its place."""
    blocks = facts.article.blocks
    lede = (
        sentence
        for sentence in facts.article.sentences
        if sentence.span.end > dateline.span.end and blocks[sentence.block].kind.is_prose
    )
    sentence = next(lede, None)
    if sentence is None or dateline.weekday is not None:
        return None
    found = {match["day"]: match for match in _ON.finditer(facts.text, dateline.span.end, sentence.span.end)}
    if len(found) != 1 or _NOT_NOW.search(facts.text, dateline.span.end, sentence.span.end):
        return None
    ((name, match),) = found.items()
    return WEEKDAYS.index(name), Span(*match.span("day"))


@check(
    "NUM407",
    "date-on-the-wrong-side",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="by the dateline this day lies on the other side",
    needs=(given("dates"), words("will takes take begins starts opens was were took ended died won due")),
    examples=(
        bad(
            "Rates cut\n\nVELM, Feb. 18 – The bank cut its rate.\n\nThe next meeting takes place on "
            "[[February 11]]."
        ),
        bad(
            "Rates cut\n\nVELM, Feb. 18 – The bank cut its rate.\n\nThe conference was held on [[March "
            "9]] in Graz."
        ),
        fine(
            "Rates cut\n\nVELM, Feb. 18 – The bank cut its rate.\n\nThe next meeting takes place on March 11."
        ),
        fine(
            "Rates cut\n\nVELM, Feb. 18 – The bank cut its rate.\n\nThe law of February 11 will be "
            "changed. The fair was"
            " planned for March 9, and by February 2 it will have cost much."
        ),
    ),
)
def date_on_the_wrong_side(facts: Facts) -> Iterator[Hit]:
    """Under a dateline of February 18 nothing "will be" on February 11, and nothing "was held" on March 9.

    Day or tense was misread. A day either way is allowed for, and dates more than five months off are left
    alone.
    """
    issued = _dateline(facts)
    if issued is None:
        return
    for date in facts.dates:
        day = _near(date, issued.date)
        sentence = facts.article.sentence_at(date.span.start)
        if (
            day is None
            or date is issued.date
            or sentence is None
            or facts.article.quotation_at(date.span.start)
        ):
            continue
        apart = (day - issued.day).days
        window = (sentence.span.start, date.span.start)
        gone = -_FAR < apart <= -_LEAST and _WILL.search(facts.text, *window)
        coming = _LEAST <= apart < _FAR and _WAS.search(facts.text, *window)
        if not (gone and not _PAST_THAN.search(facts.text, *window)) and not (
            coming and not _TO_COME.search(facts.text, *window)
        ):
            continue
        side = "lies before" if gone else "comes after"
        yield Hit(
            date.span,
            f"‘{date.span.of(facts.text)}’ {side} the dateline of {issued.date.span.of(facts.text)}, but "
            f"the sentence says"
            f" otherwise",
            (),
            (Related(issued.date.span, "the dateline"),),
        )


class _Issued(NamedTuple):
    """The dateline, and the day that it is, in any year where it names none."""

    date: DateMention
    day: dt.date


def _dateline(facts: Facts) -> _Issued | None:
    date = dateline_of(facts.article, facts.text, facts.dates)
    day = date.in_year(date.year or _ANY_YEAR) if date else None
    return _Issued(date, day) if date and day else None


def _near(date: DateMention, issued: DateMention) -> dt.date | None:
    """Return the day that a date is, in the year of the dateline; None where it names another."""
    if not date.exists or (date.year is not None and date.year != issued.year):
        return None
    return date.in_year(issued.year or _ANY_YEAR)


CHECKS = (weekday_does_not_fit_dateline, date_on_the_wrong_side)
