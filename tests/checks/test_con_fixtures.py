"""Articles that contradict themselves, each beside a twin that changes its mind for a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.source import decode

if TYPE_CHECKING:
    from lintnews.finding import Finding

FIXTURES = Path(__file__).parents[2] / "fixtures" / "contradictions"
TWINS = sorted(FIXTURES.glob("*-twin.txt"))
CONTRADICTING = sorted(set(FIXTURES.glob("*.txt")) - set(TWINS))


def findings(path: Path) -> list[Finding]:
    checks = [
        check for check in at_confidence(builtin_checks(), Confidence.MEDIUM) if check.rule.family == "CON"
    ]
    return lint(read(decode(path.read_bytes(), path.name)), checks)


def test_there_is_a_twin_for_each() -> None:
    assert len(CONTRADICTING) >= 12
    assert {path.stem.removesuffix("-twin") for path in TWINS} == {path.stem for path in CONTRADICTING}


def test_every_rule_has_its_article() -> None:
    codes = {check.rule.code for check in builtin_checks() if check.rule.family == "CON"}
    assert {finding.rule.code for path in CONTRADICTING for finding in findings(path)} == codes


@pytest.mark.parametrize("path", CONTRADICTING, ids=lambda path: path.stem)
def test_contradiction_is_found_with_its_counterpart(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = path.with_suffix(".expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert [
        {
            "rule": finding.rule.code,
            "start": finding.span.start,
            "end": finding.span.end,
            "text": finding.span.of(text),
            "related": [place.span.of(text) for place in finding.related],
            "fixes": [fix.edits[0].text for fix in finding.fixes],
        }
        for finding in findings(path)
    ] == [json.loads(line) for line in expected]


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_a_change_of_mind_is_no_contradiction(path: Path) -> None:
    assert [(finding.rule.code, finding.message) for finding in findings(path)] == []
