"""Settling: one finding per defect, the weightier one."""

from __future__ import annotations

from lintnews.engine import settle
from lintnews.finding import Hit, replacement
from lintnews.rule import Confidence, Rule, Severity
from lintnews.span import Span


def rule(code: str, confidence: Confidence = Confidence.HIGH, severity: Severity = Severity.WARNING) -> Rule:
    return Rule(code, "a-rule", "style/awkward", severity, confidence, "message", "why", ())


def codes(*hits: tuple[Rule, Hit]) -> list[str]:
    return [kept.code for kept, _ in settle(hits)]


def test_the_surer_rule_wins_one_place() -> None:
    low, high = rule("REP101", Confidence.MEDIUM, Severity.ERROR), rule("RES101")
    assert codes((low, Hit(Span(3, 9))), (high, Hit(Span(3, 9)))) == ["RES101"]


def test_a_fix_decides_between_equals() -> None:
    span = Span(3, 9)
    assert codes(
        (rule("REP101"), Hit(span)), (rule("REP102"), Hit(span, fixes=(replacement(span, "x"),)))
    ) == ["REP102"]


def test_one_family_keeps_one_of_two_that_touch() -> None:
    assert codes((rule("QUO101"), Hit(Span(0, 10))), (rule("QUO102"), Hit(Span(9, 12)))) == ["QUO101"]


def test_families_that_merely_touch_both_stay() -> None:
    assert codes((rule("QUO101"), Hit(Span(0, 10))), (rule("REP102"), Hit(Span(9, 12)))) == [
        "QUO101",
        "REP102",
    ]


def test_neighbours_both_stay_in_the_order_of_the_text() -> None:
    assert codes((rule("QUO101"), Hit(Span(5, 9))), (rule("QUO102"), Hit(Span(0, 5)))) == [
        "QUO102",
        "QUO101",
    ]


def test_two_insertions_at_one_place_are_one_defect() -> None:
    assert codes((rule("QUO101"), Hit(Span(5, 5))), (rule("QUO102"), Hit(Span(5, 5)))) == ["QUO101"]
