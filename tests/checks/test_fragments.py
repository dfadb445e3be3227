"""Pieces without a verb behind a wrong full stop."""

from __future__ import annotations

import pytest

from lintnews.checks.fragments import orphan_fragment
from lintnews.engine import lint
from lintnews.finding import Applicability, Finding
from lintnews.readers import read
from lintnews.source import Source


def findings(text: str) -> list[Finding]:
    return lint(read(Source(text)), [orphan_fragment])


def test_span_runs_from_the_wrong_stop_to_the_end_of_the_piece() -> None:
    text = "Rain kept the square quiet. in the old town. Shops stayed shut."
    (found,) = findings(text)
    assert found.span.of(text) == ". in the old town."
    (edit,) = found.fixes[0].edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == (
        "Rain kept the square quiet in the old town. Shops stayed shut."
    )


def test_in_an_unclosed_quotation_the_second_fix_closes_it() -> None:
    text = "She wrote:\n\n“Give nobody a reason to shut the square. in the old town.\n\nShops stayed shut."
    (found,) = findings(text)
    assert [edit.text for fix in found.fixes for edit in fix.edits] == [" in the old town.", ".”"]
    assert found.fixes[1].applicability is Applicability.SUGGESTION


def test_nothing_is_safe_to_mend() -> None:
    (found,) = findings("He sold the herd to his sons. over the past year.")
    assert found.fixes
    assert all(fix.applicability is not Applicability.SAFE for fix in found.fixes)


@pytest.mark.parametrize(
    "text",
    [
        "The shop was shut. it was cold.",  # lost its capital, but has a verb
        "The shop opens at 8 a.m. on weekdays.",
        "It covers 40 sq. m of forest.",
        "He works for Brandt Co. Ltd. of Leeds.",
        "Jones Jr. and Smith Sr. of Hull met.",
        "The site is example. org of course.",
        "They sold fruit, eggs, etc. from a stall.",
        "“It is over.” with a sigh, he left.",
        "They waited … in the rain.",
        "Is it over? in the end, yes.",
    ],
)
def test_good_stops_and_whole_sentences_are_left_alone(text: str) -> None:
    assert findings(text) == []
