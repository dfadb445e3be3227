"""Days of the calendar that an article names, and the weekdays it gives them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from lintnews.article import Article

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: The names of both, case-folded.
CALENDAR_WORDS = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS))
#: The longest month lengths; 29 for February, whose year may not be given.
MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|"
    r"Aug(?:ust|"
    r"\.)?|"
    r"Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = (
    r"(?P<weekday>Mon(?:day|\.)|Tue(?:sday|s?\.)|Wed(?:nesday|\.)|Thu(?:rsday|rs?\.|\.)|Fri(?:day|\.)|"
    r"Sat(?:urday|\.)|Sun(?:day|\.))"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[.,]\d)"
# The month is the anchor: it is looked for first, the day and the year around it afterwards.
_ANCHOR = lazy(rf"\b{_MONTH}(?![\w-])")
_BEFORE = lazy(rf"(?<![\d.,:/-]){_DAY} (?:of )?\Z")
_AFTER = lazy(rf" {_DAY}(?!\w|[:%]|[.,]\d|-\D)(?:,? {_YEAR})?")
_YEAR_AFTER = lazy(rf",? {_YEAR}")
_WEEKDAY_BEFORE = lazy(rf"\b{_WEEKDAY}(?:,? \(?|\()(?:the )?\Z")
_WEEKDAY_AFTER = lazy(rf"(?:, (?:a )?| ?\(){_WEEKDAY}(?=[),.;])")
_LOOK_BACK = 24
# A dateline stands so near the beginning, in characters.
_DATELINE_REACH = 400


class DateMention(NamedTuple):
    """One day that the text names, such as "Tuesday, March 3, 2020", "3 March" or "April 31st".

    Attributes:
        span: day, month and, where given, year.
        month: 1 to 12.
        day: as written, possibly one that its month has not.
        year: as written, None where none stands there.
        weekday: 0 for Monday, None where no weekday is given with the date.
        weekday_span: where that weekday stands.
    """

    span: Span
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    weekday_span: Span | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        try:
            dt.date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True

    def in_year(self, year: int) -> dt.date | None:
        """Return the day in `year`, None where that year has none."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


def dates_of(text: str) -> Iterator[DateMention]:
    """Yield the dates of a text that name a month and a day, in order."""
    for anchor in _ANCHOR.finditer(text):
        found = _date(text, anchor)
        if found:
            yield found


def dateline_of(article: Article, text: str, dates: Iterable[DateMention]) -> DateMention | None:
    """Return the date of the dateline: "OSLO, June 3 –", "Xinhua, Beijing, June 3 (Reporter …)"."""
    for date in dates:
        if date.span.start > _DATELINE_REACH:
            return None
        block = article.block_at(date.span.start)
        after = text[date.span.end : date.span.end + 2].lstrip()
        if block and (block.kind is BlockKind.DATELINE or after.startswith(("–", "—", "-", "("))):
            return date
    return None


def month_number(name: str) -> int:
    """Return 1 to 12 for the name of a month or its abbreviation."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def weekday_number(name: str) -> int:
    """Return 0 to 6 for the name of a weekday or its abbreviation."""
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(name[:3]))


def _date(text: str, anchor: re.Match[str]) -> DateMention | None:
    before = _BEFORE.search(text, max(0, anchor.start() - _LOOK_BACK), anchor.start())
    after = _AFTER.match(text, anchor.end())
    if before and not (after and after["year"]):
        start, end = before.start(), anchor.end()
        day, year = int(before["day"]), None
        year_after = _YEAR_AFTER.match(text, anchor.end())
        if year_after:
            year, end = int(year_after["year"]), year_after.end()
    elif after:
        start, end = anchor.start(), after.end()
        day, year = int(after["day"]), int(after["year"]) if after["year"] else None
    else:
        return None
    if not 1 <= day <= 39:
        return None
    weekday, place = _weekday(text, start, end)
    return DateMention(Span(start, end), month_number(anchor["month"]), day, year, weekday, place)


def _weekday(text: str, start: int, end: int) -> tuple[int | None, Span | None]:
    match = _WEEKDAY_BEFORE.search(text, max(0, start - _LOOK_BACK), start) or _WEEKDAY_AFTER.match(text, end)
    if not match:
        return None, None
    return weekday_number(match["weekday"]), Span(*match.span("weekday"))
