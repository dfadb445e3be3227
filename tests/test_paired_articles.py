"""Articles in pairs: a flawless one full of traps, and its twin with defects planted.

`fixtures/facts/num-dam.txt` is flawless; `num-dam.glitch.txt` has the findings of family NUM that
`num-dam.glitch.expected.jsonl` lists: rule, line, span, text, related places, fixes. In
`fixtures/contradictions` the flawless one changes its mind for a reason, and its twin contradicts itself.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.source import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.finding import Finding
    from lintnews.rule import Check

FIXTURES = Path(__file__).parents[1] / "fixtures"
BROKEN = {
    family: sorted(FIXTURES.glob(pattern))
    for family, pattern in (
        ("NUM", "facts/num-*.glitch.txt"),
        ("CNS", "facts/cns-*.glitch.txt"),
        ("CON", "contradictions/*.glitch.txt"),
    )
}
PLANTED = [(family, path) for family, paths in BROKEN.items() for path in paths]
FLAWLESS = [path.with_name(path.name.replace(".glitch", "")) for _, path in PLANTED]


def of_family(family: str) -> list[Check]:
    """All rules of a family, those of low confidence too."""
    return [check for check in builtin_checks(user_cache()) if check.rule.family == family]


def findings(path: Path, checks: Sequence[Check]) -> list[Finding]:
    return lint(read(decode(path.read_bytes(), path.name)), checks)


def expected(path: Path) -> list[dict[str, object]]:
    lines = path.with_name(f"{path.stem}.expected.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def described(text: str, finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule.code,
        "line": text.count("\n", 0, finding.span.start) + 1,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.of(text),
        "related": [related.span.of(text) for related in finding.related],
        "fixes": [[edit.text for edit in fix.edits] for fix in finding.fixes],
    }


def test_every_article_has_its_twin() -> None:
    folders = {path.parent for path in FLAWLESS}
    articles = {path for folder in folders for path in folder.glob("*.txt")}
    assert articles == {*FLAWLESS, *(path for _, path in PLANTED)}


@pytest.mark.parametrize(("family", "least"), [("NUM", 5), ("CNS", 5), ("CON", 12)])
def test_there_are_articles_on_many_subjects(family: str, least: int) -> None:
    assert len(BROKEN[family]) >= least


@pytest.mark.parametrize("family", BROKEN)
def test_every_rule_is_planted(family: str) -> None:
    planted = {entry["rule"] for path in BROKEN[family] for entry in expected(path)}
    assert planted == {check.rule.code for check in of_family(family)}


@pytest.mark.parametrize("path", FLAWLESS, ids=lambda path: path.stem)
def test_flawless_article_is_silent(path: Path) -> None:
    found = findings(path, at_confidence(builtin_checks(user_cache()), Confidence.MEDIUM))
    assert [(finding.rule.code, finding.message) for finding in found] == []


@pytest.mark.parametrize(("family", "path"), PLANTED, ids=[path.stem for _, path in PLANTED])
def test_planted_defects_are_found(family: str, path: Path) -> None:
    text = path.read_text("utf-8")
    assert [described(text, finding) for finding in findings(path, of_family(family))] == expected(path)
