from __future__ import annotations

import datetime as dt

import pytest

from lintnews.facts.dates import DateMention, dates_of


def only(text: str) -> DateMention:
    (date,) = dates_of(text)
    return date


@pytest.mark.parametrize(
    ("text", "shown", "parts"),
    [
        ("on March 3, 2020, at", "March 3, 2020", (3, 3, 2020)),
        ("the 5th of May 2019", "5th of May 2019", (5, 5, 2019)),
        ("by 31 April.", "31 April", (4, 31, None)),
        ("until 30 June.", "30 June", (6, 30, None)),
        ("on Dec. 31, they", "Dec. 31", (12, 31, None)),
        ("from April 12-14 in", "April 12", (4, 12, None)),
    ],
)
def test_date(text: str, shown: str, parts: tuple[int, int, int | None]) -> None:
    date = only(text)
    assert date.span.of(text) == shown
    assert (date.month, date.day, date.year) == parts


@pytest.mark.parametrize("text", ["in May 35,000 came", "may 3", "March 3-year", "May 12:30", "in March"])
def test_what_is_no_day(text: str) -> None:
    assert list(dates_of(text)) == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Tuesday, March 3", 1),
        ("Wednesday (July 4)", 2),
        ("3 June (Monday)", 0),
        ("on Friday the 13th of May", 4),
        ("The Sun, March 3", None),
        ("March 3, Tuesday's vote", None),
    ],
)
def test_weekday(text: str, weekday: int | None) -> None:
    assert only(text).weekday == weekday


def test_days_that_do_not_exist() -> None:
    assert not only("31 April").exists
    assert not only("29 February 2021").exists
    assert only("29 February").exists
    assert only("29 February").in_year(2021) is None
    assert only("29 February").in_year(2020) == dt.date(2020, 2, 29)
