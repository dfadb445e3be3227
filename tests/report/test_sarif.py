"""SARIF, held against its schema and Microsoft's validator with GitHub's rules; reviewdog reads it, too."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import jsonschema

from lintnews.checked import Checked, Problem
from lintnews.finding import Finding
from lintnews.report import sarif
from lintnews.rule import Severity
from lintnews.source import Source
from lintnews.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.report.conftest import Render, Tool


def run_of(log: str) -> dict[str, Any]:
    (run,) = json.loads(log)["runs"]
    made: dict[str, Any] = run
    return made


def unlinked(message: str) -> str:
    """Undo what the standard (3.11.6) has for links: drop ours, take the backslashes out."""
    return re.sub(r"\\([\[\]])", r"\1", re.sub(r"(?s)\. See: \[(?:\\.|[^\]\\])*\]\(1\).*\Z", "", message))


def test_schema(hostile: tuple[Checked, ...], problem: Problem, render: Render, sarif_schema: Path) -> None:
    schema = json.loads(sarif_schema.read_text("utf-8-sig"))
    for log in (render("sarif", hostile, problem), render("sarif", ()), render("sarif", (), problem)):
        jsonschema.validate(json.loads(log), schema)


def test_validator_has_nothing_but_a_wish_for_a_home_page(
    hostile: tuple[Checked, ...], problem: Problem, render: Render, tool: Tool, tmp_path: Path
) -> None:
    (tmp_path / "log.sarif").write_text(render("sarif", hostile, problem), "utf-8")
    tool("sarif-multitool", "validate", "log.sarif", "--rule-kind", "Sarif;Ghas", "-o", "verdict.sarif")
    verdict = run_of((tmp_path / "verdict.sarif").read_text("utf-8-sig"))
    rules = Counter(
        result["ruleId"] for result in verdict.get("results", ()) if result.get("level") != "note"
    )
    assert rules.keys() <= {"SARIF2005"}
    assert not verdict["invocations"][0].get("toolExecutionNotifications")


def test_everything_survives(hostile: tuple[Checked, ...], problem: Problem, render: Render) -> None:
    run = run_of(render("sarif", hostile, problem))
    results = iter(run["results"])
    rules = run["tool"]["driver"]["rules"]
    for checked in hostile:
        lines = re.split(r"\r\n|\r|\n", checked.source.text)
        for finding in checked.findings:
            result = next(results)
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule.code
            assert unlinked(result["message"]["text"]) == finding.message
            place = result["locations"][0]["physicalLocation"]
            assert unquote(place["artifactLocation"]["uri"]) == checked.path
            region = place["region"]
            assert region["startLine"] == region["endLine"]
            shown = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
            assert shown == region.get("snippet", {"text": ""})["text"]
            covered = re.sub(r"\A[\r\n]+", "", finding.span.of(checked.source.text))
            assert shown == re.split(r"[\r\n]", covered)[0]
            linked = re.findall(r"\(line \d+\)\]\((\d+)\)", result["message"]["text"])
            assert [int(number) for number in linked] == [
                related["id"] for related in result.get("relatedLocations", ())
            ]
            assert len(linked) == len(finding.related)
            assert [
                [change["insertedContent"]["text"] for change in fix["artifactChanges"][0]["replacements"]]
                for fix in result.get("fixes", ())
            ] == [[edit.text for edit in fix.edits] for fix in finding.fixes]
    assert next(results, None) is None
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == str(problem)


def test_fingerprints_are_unique_in_a_file_and_survive_moved_lines(
    hostile: tuple[Checked, ...], render: Render
) -> None:
    def known(checked: Checked) -> list[str]:
        results = run_of(render("sarif", (checked,)))["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    for checked in hostile:
        first = known(checked)
        assert len(set(first)) == len(first)
        down = Span(3, 3).end
        moved = checked._replace(
            source=Source("\n\n\n" + checked.source.text, checked.path),
            findings=tuple(
                finding._replace(
                    span=Span(finding.span.start + down, finding.span.end + down), fixes=(), related=()
                )
                for finding in checked.findings
            ),
        )
        assert known(moved) == first


def test_limits_of_github(
    hostile: tuple[Checked, ...], render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = run_of(render("sarif", hostile))["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert len(rule["properties"]["tags"]) <= 10
        assert rule["properties"]["precision"] in ("high", "medium", "low")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
    monkeypatch.setattr(sarif, "MOST_RESULTS", 40)
    run = run_of(render("sarif", hostile))
    assert len(run["results"]) == 40
    weights = Counter(finding.rule.severity for checked in hostile for finding in checked.findings)
    kept = Counter(result["level"] for result in run["results"])
    assert kept["error"] == min(40, weights[Severity.ERROR])
    assert "60 findings" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_finding_over_many_lines_is_shown_on_its_first(
    render: Render, hostile: tuple[Checked, ...]
) -> None:
    rule = hostile[0].findings[0].rule
    source = Source("One line.\r\n\r\nAnother line\r\nand more.\r\n", "a.txt")
    finding = Finding(rule, Span(9, len(source.text)), "too long")
    (result,) = run_of(render("sarif", (Checked(source, (finding,), 6),)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (3, 3)
    assert (region["startColumn"], region["endColumn"]) == (1, 13)
    assert region["snippet"]["text"] == "Another line"
