"""Articles in pairs: a flawless one full of traps, and its twin whose names, acronyms and people disagree."""

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
    from lintnews.rule import Check

FIXTURES = Path(__file__).parents[2] / "fixtures" / "facts"
FLAWLESS = sorted(path for path in FIXTURES.glob("cns-*.txt") if ".glitch" not in path.name)
BROKEN = sorted(FIXTURES.glob("cns-*.glitch.txt"))
# The twins have what only low confidence finds, too.
CONSISTENCY = tuple(check for check in builtin_checks() if check.rule.family == "CNS")


def findings(path: Path, checks: tuple[Check, ...]) -> list[Finding]:
    return lint(read(decode(path.read_bytes(), path.name)), checks)


def described(text: str, finding: Finding) -> dict[str, object]:
    fix = finding.fixes[0] if finding.fixes else None
    return {
        "rule": finding.rule.code,
        "line": text.count("\n", 0, finding.span.start) + 1,
        "text": finding.span.of(text),
        "related": [related.span.of(text) for related in finding.related],
        "fix": [edit.text for edit in fix.edits] if fix else None,
    }


def test_every_article_has_its_twin() -> None:
    assert len(FLAWLESS) >= 5
    assert [path.stem for path in FLAWLESS] == [path.stem.removesuffix(".glitch") for path in BROKEN]


def test_every_rule_is_planted() -> None:
    planted = {
        json.loads(line)["rule"]
        for path in FIXTURES.glob("cns-*.expected.jsonl")
        for line in path.read_text("utf-8").splitlines()
    }
    assert planted == {check.rule.code for check in CONSISTENCY}


@pytest.mark.parametrize("path", FLAWLESS, ids=lambda path: path.stem)
def test_flawless_article_is_silent(path: Path) -> None:
    found = findings(path, at_confidence(builtin_checks(), Confidence.MEDIUM))
    assert [(finding.rule.code, finding.message) for finding in found] == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_planted_defects_are_found(path: Path) -> None:
    text = path.read_text("utf-8")
    expected = path.with_name(path.stem + ".expected.jsonl").read_text("utf-8").splitlines()
    assert [described(text, finding) for finding in findings(path, CONSISTENCY)] == [
        json.loads(line) for line in expected
    ]
