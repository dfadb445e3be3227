"""Good news English that looks like slips of figures, dates and units, and slips in less usual clothes."""

from __future__ import annotations

import pytest

from lintnews.cache import user_cache
from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.source import Source

CHECKS = [check for check in builtin_checks(user_cache()) if check.rule.family == "NUM"]


def found(text: str) -> list[tuple[str, str]]:
    facts = Facts(read(Source(text)))
    return [(check.rule.code, hit.span.of(text)) for check in CHECKS for hit in check(facts)]


@pytest.mark.parametrize(
    "text",
    [
        # figures and formats
        "He won 6-4 6-7 (7-9) 6-3 in 2:35 hours on court 12, with 3,000 watching.",
        "The file, version 2.10.14, lists 10.14.2.200 and 1,2-dichloroethane.",
        "In 2019, 400 firms closed; in 2020, 350 did. On June 3, 120 came back.",
        "Call 0800 123 456 or 555 019 228, or write to PO Box 48200.",
        "About 2 million, or 300,000 more than in 2010, voted; 3 million and 40 others stayed home.",
        "The odds were 3:1, the ratio of men to women 5:4, and the final was on at 19:30.",
        "The bank holds $3 million. Canadian dollars were not asked for.",
        # changes
        "Net debt fell from 2.5 to 2 million crowns, and sales grew 10% from 1999 to 2003.",
        "Rocks fell from 10 to 15 metres onto the road, and prices rose 3% from 20 to 24 June.",
        "She rose from 12 to 3 in the ranking; the krona fell from 9 to 11 to the dollar.",
        "It is open from 10 to 4 o’clock, between 10 am and 4 pm, and 500 to 2 million bugs live in it.",
        # sums and parts
        "Four passengers, two crew members and a dog were on the boat.",
        "Three people, including two women and two boys from the school, were named.",
        "He scored 12 of his 30 points, and 3 of 1998's 2 records fell.",
        # units
        "He is 6 feet 2 inches (1.88 metres) tall and ran 100 metres (10.2 seconds).",
        "In temperatures above 40C (100F), 2C (3.6F) warmer than in 1990, they walked 200 miles (320 km).",
        "A 10-20 km (6-12 miles) belt holds 50 tons (45 tonnes), or 2.5m acres (1 million hectares).",
        # dates
        "In 2001 the vote fell on Tuesday, September 11. It will be on Wednesday, September 11.",
        "It ran from the 8th to the 10th century. Rent is due on the 1st and 15th of each month.",
        "From 28 May to 3 June they met; from May 30 to June 2 they ate. The fair of 2014-2017 won.",
        "From 2015 to 2017, ten years after the war, a five-year plan failed.",
        # ages
        "Jonas Petersen, 17, scored twice. The 19-year-old goalkeeper Ole Petersen saved a penalty.",
        "Rosa Amsel, 52, was 25 years old when she left. Then 30-year-old Amsel came back.",
    ],
)
def test_good_english_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("It holds 0,75 litres.", "NUM102", "0,75"),
        ("A 2,5-metre fence fell.", "NUM102", "2,5"),
        ("A loan of 25.000 kronor was paid.", "NUM102", "25.000"),
        ("It cost 4 million and 250 thousand to build.", "NUM105", "4 million and 250 thousand"),
        ("The state owes 2 thousand million to banks.", "NUM106", "2 thousand million"),
        ("They met at 21 o'clock by the pier.", "NUM123", "21 o'clock"),
        ("The tower is 200 metres, or 1,200 feet, high.", "NUM301", "1,200 feet"),
        ("The tower is 200 metres high (1,200 feet).", "NUM301", "1,200 feet"),
        ("It carries 12 tonnes (1,200 kg) of sand.", "NUM301", "1,200 kg"),
        ("Winds of 60 mph (37 km/h) blew.", "NUM301", "37 km/h"),
        ("It opened on Monday (January 2, 2020).", "NUM402", "Monday"),
        ("Two suspects, a man and two women, fled.", "NUM201", "Two suspects"),
        ("The number fell from about 700 last year to nearly 900 this year.", "NUM212", "fell"),
        ("The twelve-year reign from 1902 to 1908 was dull.", "NUM412", "twelve-year"),
        ("A poet (1950-2010) died in 2010, aged 75, in Bath.", "NUM422", "75"),
    ],
)
def test_slips_in_other_clothes(text: str, code: str, shown: str) -> None:
    assert (code, shown) in found(text)


def test_a_long_list_of_dated_days_stays_quick() -> None:
    text = "\n\n".join(
        f"On Monday, {day % 28 + 1} March, shop {day} sold {day} loaves." for day in range(2000)
    )
    facts = Facts(read(Source(text)))
    assert sum(1 for check in CHECKS for _ in check(facts)) < 2000
