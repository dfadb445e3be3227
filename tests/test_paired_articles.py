"""Articles in pairs: a flawless one full of traps, and its twin with defects planted.

`fixtures/facts/num-dam.txt` is flawless; `num-dam.glitch.txt` has the findings of family NUM that
`num-dam.glitch.expected.jsonl` lists: rule, line, text, related places, first fix.
"""

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
    from collections.abc import Sequence

    from lintnews.finding import Finding
    from lintnews.rule import Check

FACTS = Path(__file__).parents[1] / "fixtures" / "facts"
FAMILIES = ("NUM", "CNS")
BROKEN = sorted(FACTS.glob("*.glitch.txt"))
FLAWLESS = sorted(path for path in FACTS.glob("*.txt") if path not in BROKEN)


def of_family(family: str) -> list[Check]:
    """All rules of a family, those of low confidence too."""
    return [check for check in builtin_checks() if check.rule.family == family]


def findings(path: Path, checks: Sequence[Check]) -> list[Finding]:
    return lint(read(decode(path.read_bytes(), path.name)), checks)


def expected(path: Path) -> list[dict[str, object]]:
    lines = path.with_name(f"{path.stem}.expected.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


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
    assert len(FLAWLESS) >= 10
    assert [path.stem for path in FLAWLESS] == [path.stem.removesuffix(".glitch") for path in BROKEN]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_is_planted(family: str) -> None:
    planted = {
        entry["rule"] for path in FACTS.glob(f"{family.lower()}-*.glitch.txt") for entry in expected(path)
    }
    assert planted == {check.rule.code for check in of_family(family)}


@pytest.mark.parametrize("path", FLAWLESS, ids=lambda path: path.stem)
def test_flawless_article_is_silent(path: Path) -> None:
    found = findings(path, at_confidence(builtin_checks(), Confidence.MEDIUM))
    assert [(finding.rule.code, finding.message) for finding in found] == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_planted_defects_are_found(path: Path) -> None:
    family = path.stem.split("-")[0].upper()
    text = path.read_text("utf-8")
    assert [described(text, finding) for finding in findings(path, of_family(family))] == expected(path)
