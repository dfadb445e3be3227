"""Which rules a run uses."""

from __future__ import annotations

from typing import Any

import pytest

from lintnews.rule import Check, Confidence, Rule, Severity
from lintnews.selection import Selection, SelectionError, Thresholds, chosen


def check(code: str, name: str, confidence: Confidence = Confidence.HIGH, *aliases: str) -> Check:
    rule = Rule(code, name, "style/awkward", Severity.NOTE, confidence, "m", "w", (), aliases=aliases)
    return Check(rule, lambda _: ())


CHECKS = (
    check("NUM101", "one-rule"),
    check("NUM102", "two-rule", Confidence.MEDIUM),
    check("NUM201", "other-rule", Confidence.LOW, "NUM999"),
    check("QUO101", "quote-rule"),
    check("STY201", "style-rule"),
)


def codes(select: str = "", ignore: str = "", least: Confidence = Confidence.MEDIUM, wanted: str = "") -> str:
    found = chosen(
        CHECKS,
        [Selection(tuple(select.split()), (), tuple(ignore.split()))],
        Thresholds(least),
        wanted=wanted.split(),
    )
    return " ".join(check.rule.code for check in found)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param({}, "NUM101 NUM102 QUO101", id="style is off, low confidence is off"),
        pytest.param({"wanted": "STY201"}, "NUM101 NUM102 QUO101 STY201", id="one's own style is on"),
        pytest.param({"select": "STY"}, "STY201", id="family"),
        pytest.param({"select": "NUM1"}, "NUM101 NUM102", id="prefix"),
        pytest.param({"select": "num102 quote-rule"}, "NUM102 QUO101", id="code in lower case and name"),
        pytest.param({"select": "ALL"}, "NUM101 NUM102 QUO101 STY201", id="all"),
        pytest.param({"ignore": "NUM"}, "QUO101", id="ignore a family"),
        pytest.param({"select": "NUM", "ignore": "NUM101"}, "NUM102", id="closer ignore wins"),
        pytest.param({"select": "NUM101", "ignore": "NUM"}, "NUM101", id="closer select wins"),
        pytest.param({"select": "NUM", "ignore": "NUM"}, "", id="ignore wins a tie"),
        pytest.param({"least": Confidence.LOW}, "NUM101 NUM102 NUM201 QUO101", id="low confidence"),
        pytest.param({"least": Confidence.HIGH}, "NUM101 QUO101", id="high confidence"),
        pytest.param({"select": "NUM201"}, "NUM201", id="a named rule runs whatever its confidence"),
        pytest.param({"select": "NUM999"}, "NUM201", id="a former code"),
    ],
)
def test_chosen(arguments: dict[str, Any], expected: str) -> None:
    assert codes(**arguments) == expected


def test_family_without_rules_is_known() -> None:
    assert codes(select="CON") == ""


@pytest.mark.parametrize(
    ("selector", "meant"), [("NUM1O1", "NUM101"), ("two-rul", "two-rule"), ("NUMM", "NUM")]
)
def test_unknown_selector(selector: str, meant: str) -> None:
    for selection in (Selection(select=(selector,)), Selection(ignore=(selector,))):
        with pytest.raises(SelectionError, match=f"'{selector}' .did you mean {meant}"):
            chosen(CHECKS, [selection])
