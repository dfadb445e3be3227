from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.headings import CaseStyle, case_style
from lintnews.readers import read
from lintnews.source import Source


def facts(text: str) -> Facts:
    return Facts(read(Source(text)))


ARTICLE = (
    "Ferry sinks off Crete\n\nThe ferry went down at dawn, the coast guard said.\n\n‘TOO MANY ABOARD’\n\n"
    "Divers looked for the missing until nightfall on Sunday.\n\nThe owner has been arrested."
)


def test_headings_are_the_headline_and_the_cross_headings() -> None:
    found = facts(ARTICLE).headings
    assert [(h.span.of(ARTICLE), h.is_headline) for h in found] == [
        ("Ferry sinks off Crete", True),
        ("‘TOO MANY ABOARD’", False),
    ]


def test_quotation_marks_are_no_part_of_the_core() -> None:
    headline, cross_heading = facts(ARTICLE).headings
    assert cross_heading.core.of(ARTICLE) == "TOO MANY ABOARD"
    assert cross_heading.is_quoted
    assert not headline.is_quoted


def test_a_first_line_with_a_full_stop_is_a_headline() -> None:
    text = "Fire destroys a market in Kano.\n\nIt began at ten and was out by noon.\n\nNobody was hurt."
    assert [h.is_headline for h in facts(text).headings] == [True]


@pytest.mark.parametrize(
    ("heading", "style"),
    [
        ("CALLS FOR CALM", CaseStyle.CAPITALS),
        ("Calls for Calm in Capital", CaseStyle.TITLE),
        ("Calls for calm in capital", CaseStyle.SENTENCE),
        ("Calm", CaseStyle.UNCLEAR),
        ("UN", CaseStyle.UNCLEAR),
        ("NATO and UNICEF in Bonn", CaseStyle.UNCLEAR),
    ],
)
def test_case_style(heading: str, style: CaseStyle) -> None:
    assert case_style(heading.split()) is style
