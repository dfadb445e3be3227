"""The showpiece article, read where it lies beside the project: what must be found, and nothing false."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.fixes import Level, apply_edits, repair
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.selection import chosen
from lintnews.source import decode
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.finding import Finding

ARTICLES = Path(__file__).parents[2] / "shared" / "articles"
pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the showpiece article is not here")

FOUND = {
    (616, 643): "CNS",
    (690, 700): "GRM",
    (700, 703): "QUO",
    (1037, 1041): "CNS",
    (1298, 1328): "GRM",
    (1470, 1490): "CON",
    (1492, 1504): "GRM",
    (1939, 1950): "GRM",
    (1999, 2014): "HED",
    (2100, 2138): "GRM",
    (2925, 2927): "GRM",
    (3024, 3028): "CNS",
    (3386, 3397): "HED",
    (3422, 3441): "CON",
    (3833, 3847): "CON",
    (4171, 4173): "GRM",
    (4235, 4236): "QUO",
    (4370, 4387): "GRM",
    (4542, 4568): "GRM",
}


@cache
def text() -> str:
    return (ARTICLES / "embassy.txt").read_text(encoding="utf-8")


@cache
def findings() -> tuple[Finding, ...]:
    article = read(decode((ARTICLES / "embassy.txt").read_bytes(), "embassy.txt"))
    return tuple(lint(article, at_confidence(builtin_checks(user_cache()), Confidence.MEDIUM)))


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ARTICLES / "embassy.gold.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("place", "family"), FOUND.items())
def test_defect_is_found(place: tuple[int, int], family: str) -> None:
    assert family in {finding.rule.family for finding in findings() if finding.span == place}


def test_the_heading_is_repaired_from_the_body() -> None:
    heading = next(finding for finding in findings() if finding.span == (1999, 2014))
    assert [edit.text for edit in heading.fixes[0].edits] == ["PROXY WAR"]
    assert any(related.span.of(text()) == "proxy war" for related in heading.related)


def test_the_cheering_crowd_is_held_against_its_own_chant() -> None:
    cheer = next(finding for finding in findings() if finding.span == (1470, 1490))
    assert cheer.related[0].span.of(text()) == "Death to America"
    assert cheer.fixes[0].edits[0].text == "chanting “Death to America”"


def test_the_goal_that_undoes_itself_is_repaired() -> None:
    goal = next(finding for finding in findings() if finding.span == (3422, 3441))
    assert goal.related[0].span.of(text()) == "ending Washington’s presence"
    assert goal.fixes[0].edits[0].text == "expelling US troops"


def test_the_ban_is_repaired() -> None:
    ban = next(finding for finding in findings() if finding.span == (3833, 3847))
    assert ban.fixes[0].edits[0].text == "have not left"
    assert [place.span.of(text()) for place in ban.related] == ["Since then", "expel"]


def test_first_fix_is_right_for_most_defects() -> None:
    """Point for point: a first fix that gives one of the texts which the gold file would put there."""
    right = 0
    for mark in gold():
        span = Span(mark["start"], mark["end"])
        wanted = {text()[: span.start] + new + text()[span.end :] for new in mark["fixes"]}
        firsts = (finding.fixes[0] for finding in findings() if finding.fixes and finding.span.overlaps(span))
        right += any(apply_edits(text(), fix.edits) in wanted for fix in firsts)
    assert right >= 26


def test_all_fixes_but_suggestions_repair_the_article_for_good() -> None:
    source = decode((ARTICLES / "embassy.txt").read_bytes(), "embassy.txt")
    checks = chosen(builtin_checks(user_cache()))
    made = repair(source, lambda again: lint(read(again), checks), Level.UNSAFE)
    assert made.settled
    assert len(made.fixed) >= 20
    known = {(finding.rule.code, finding.span.of(text())) for finding in findings()}
    assert [f for f in made.findings if (f.rule.code, f.span.of(made.text)) not in known] == []


def test_no_false_alarm() -> None:
    false = [
        (finding.rule.code, finding.span.of(text()))
        for finding in findings()
        if not any(finding.span.start < mark["end"] and mark["start"] < finding.span.end for mark in gold())
    ]
    assert false == []
