"""Days that the calendar does not have, and weekdays that do not fall on their dates."""

from __future__ import annotations

import itertools
from calendar import isleap
from typing import TYPE_CHECKING

from lintnews.facts.dates import MONTH_LENGTHS, MONTHS, WEEKDAYS, dateline_of
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.dates import DateMention

# Without a year a date is that of the year which puts it nearest to the other date.
_HALF_A_YEAR = 183
# The weekdays of the calendar come round in 28 years; the last such span is enough to try.
_CYCLE = range(2000, 2028)
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
# Dates compared with one another: a list of fixtures must not make an article slow.
_WITNESSES = 60
_RELATIVE = lazy(r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:,| \(|,? (?:on )?)\s?(?:\w+day,? )?\Z")
_ON = lazy(r"\b(?:[Oo]n|until|by|since|from) (?:the )?\Z")
_OFFSETS = {"yesterday": -1, "today": 0, "tomorrow": 1}


@check(
    "NUM401",
    "no-such-day",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the calendar has no such day",
    needs=(given("dates"),),
    examples=(
        bad("The vote is set for [[31 April]]."),
        bad(
            "Snow fell on [[February 30, 2019]], the town said.",
            "Snow fell on February 28, 2019, the town said.",
        ),
        bad("The fair of [[29 February 2021]] was called off."),
        bad("The vote on [[32 May]] could be close."),
        fine("The vote is set for 30 April, and 29 February 2020 was a Saturday."),
        fine("In May 35 ships came; on March 31 none did."),
    ),
)
def no_such_day(facts: Facts) -> Iterator[Hit]:
    """31 April and 30 February are in no calendar: a digit or a month was misread."""
    for date in facts.dates:
        if date.exists or date.day == 0 or (date.day > 31 and not _is_day(facts, date)):
            continue
        month = MONTHS[date.month - 1]
        in_common_year = date.month == 2 and (date.day == 29 or (date.year and not isleap(date.year)))
        length = 28 if in_common_year else MONTH_LENGTHS[date.month - 1]
        when = f" in {date.year}" if date.month == 2 and date.year else ""
        written = date.span.of(facts.text)
        last = replacement(
            date.span, written.replace(str(date.day), str(length), 1), Applicability.SUGGESTION
        )
        yield Hit(date.span, f"‘{written}’ does not exist: {month} has {length} days{when}", (last,))


def _is_day(facts: Facts, date: DateMention) -> bool:
    """Whether "on 32 May" means a day, as "in May 32 ships came" does not."""
    text, start = facts.text, date.span.start
    return text[start].isdigit() and _ON.search(text, max(0, start - 10), start) is not None


@check(
    "NUM402",
    "weekday-does-not-fit",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the weekday does not fall on this date",
    needs=(given("dates"),),
    examples=(
        bad(
            "The court sat on [[Monday]], March 3, 2020.",
            "The court sat on [[Tuesday]], March 3, 2020.",
        ),
        bad(
            "They met on Wednesday, 5 June. The talks end on [[Saturday]], 9 June.",
            "They met on Wednesday, 5 June. The talks end on [[Sunday]], 9 June.",
        ),
        fine(
            "They met on Wednesday, 5 June. The talks end on Sunday, 9 June; on 9 June 2018, a Saturday, "
            "they failed."
        ),
        fine("Shops open from Monday to Friday until 31 March, on Sunday, 5 April, and on Sunday, 12 April."),
    ),
)
def weekday_does_not_fit(facts: Facts) -> Iterator[Hit]:
    """A date falls on one weekday only; the year, or another date of the article, lets it be counted out.

    The dateline's own weekday fixes the calendar of an article that names no year. Of two dates that do not
    go together the one is reported that no other date bears out, else the later.
    """
    dated = [date for date in facts.dates if date.weekday is not None and date.exists]
    undated = []
    for date in dated:
        if date.year is None:
            # A year elsewhere in the sentence may be the date's own: "in 1996 … on Sunday, March 3".
            sentence = facts.article.sentence_at(date.span.start)
            if not sentence or not _YEAR.search(sentence.span.of(facts.text)):
                undated.append(date)
        elif date.year >= 1900 and _weekday(date, date.year) != date.weekday:
            yield _misfit(facts, date, _weekday(date, date.year), None)
    yield from _clashes(facts, undated)


def _clashes(facts: Facts, undated: list[DateMention]) -> Iterator[Hit]:
    dateline = dateline_of(facts.article, facts.text, facts.dates)
    if dateline and dateline.year and _weekday(dateline, dateline.year) == dateline.weekday:
        undated = [dateline, *undated]
    first: dict[tuple[int, int, int | None], DateMention] = {}
    for date in undated:
        first.setdefault((date.month, date.day, date.weekday), date)
    witnesses = list(first.values())[:_WITNESSES]
    clashes: dict[DateMention, list[DateMention]] = {}
    for one, other in itertools.combinations(witnesses, 2):
        if not _together(one, other):
            clashes.setdefault(one, []).append(other)
            clashes.setdefault(other, []).append(one)
    while clashes:
        # The one with most against it, of equals the one without a year, then the later one.
        worst = max(clashes, key=lambda date: (len(clashes[date]), date.year is None, date.span.start))
        witness = min(clashes.pop(worst), key=lambda date: date.span.start)
        yield _misfit(facts, worst, _expected(worst, witness), witness)
        clashes = {
            date: rest for date, others in clashes.items() if (rest := [o for o in others if o is not worst])
        }


def _weekday(date: DateMention, year: int) -> int | None:
    day = date.in_year(year)
    return day.weekday() if day else None


def _together(one: DateMention, other: DateMention) -> bool:
    """Whether some year gives both dates their weekdays, the undated one being near the other."""
    return _expected(other, one) is None or any(
        near.weekday() == other.weekday for day in _days(one) if (near := _nearest(other, day)) is not None
    )


def _days(date: DateMention) -> Iterator[dt.date]:
    """Yield the days that a date may be: of its year, or of every year in which it has its weekday."""
    for year in (date.year,) if date.year else _CYCLE:
        day = date.in_year(year)
        if day and day.weekday() == date.weekday:
            yield day


def _nearest(date: DateMention, day: dt.date) -> dt.date | None:
    if date.year:
        return date.in_year(date.year)
    candidates = [near for year in (day.year - 1, day.year, day.year + 1) if (near := date.in_year(year))]
    near = min(candidates, key=lambda candidate: abs((candidate - day).days))
    return near if abs((near - day).days) <= _HALF_A_YEAR else None


def _expected(date: DateMention, witness: DateMention) -> int | None:
    """Return the weekday that `date` has by the calendar of `witness`, None where that cannot be told."""
    found = {near.weekday() for day in _days(witness) if (near := _nearest(date, day)) is not None}
    return found.pop() if len(found) == 1 else None


def _misfit(facts: Facts, date: DateMention, expected: int | None, witness: DateMention | None) -> Hit:
    span = date.weekday_span or date.span
    written = span.of(facts.text)
    day = date.span.of(facts.text)
    name = WEEKDAYS[expected] if expected is not None else None
    proof = ""
    related: tuple[Related, ...] = ()
    if witness is not None:
        place = witness.span._replace(
            start=min(witness.span.start, (witness.weekday_span or witness.span).start)
        )
        related = (Related(place, "this date fixes the calendar"),)
        proof = f" if ‘{place.of(facts.text)}’ (line {facts.article.line_of(place.start)}) is right"
    verdict = f"{day} is a {name}{proof}" if name else f"{day} is on another weekday{proof}"
    return Hit(
        span, f"‘{written}’ does not fit: {verdict}", (replacement(span, name),) if name else (), related
    )


@check(
    "NUM403",
    "yesterday-does-not-fit",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the day named does not fit the dateline",
    needs=(given("dates"),),
    examples=(
        bad("Quay shut\n\nBERGEN, June 14 – The quay was shut yesterday ([[June 3]]). Ships wait."),
        bad("Quay shut\n\nBERGEN, June 14 – The quay was shut on Friday. It opens tomorrow, [[June 25]]."),
        fine("Quay shut\n\nBERGEN, June 14 – The quay was shut yesterday (June 13). Ships wait."),
        fine(
            "Quay shut\n\nBERGEN, June 14 – The quay was shut. The letter of June 2 said: today June 25 is "
            "far."
        ),
    ),
)
def yesterday_does_not_fit(facts: Facts) -> Iterator[Hit]:
    """Under a dateline of June 14 “yesterday (June 3)” cannot stand.

    A day either way is allowed for time zones and late editions.
    """
    dateline = dateline_of(facts.article, facts.text, facts.dates)
    if dateline is None:
        return
    for date in facts.dates:
        match = _RELATIVE.search(facts.text, max(0, date.span.start - 28), date.span.start)
        if (
            not match
            or date is dateline
            or facts.article.quotation_at(date.span.start)
            or ":" in match.string[match.start() - 3 : match.start()]
        ):
            continue
        year = dateline.year or date.year or 2000
        issued, named = dateline.in_year(year), date.in_year(year)
        if issued is None or named is None:
            continue
        apart = (named - issued).days - _OFFSETS[match["word"].lower()]
        if abs(apart) <= 1 or abs(apart) >= _HALF_A_YEAR:
            continue
        yield Hit(
            date.span,
            f"‘{match['word']}’ cannot be ‘{date.span.of(facts.text)}’ under a dateline of"
            f" ‘{dateline.span.of(facts.text)}’ (line {facts.article.line_of(dateline.span.start)})",
            (),
            (Related(dateline.span, "the dateline"),),
        )


CHECKS = (no_such_day, weekday_does_not_fit, yesterday_does_not_fit)
