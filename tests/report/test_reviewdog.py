"""reviewdog reads rdjson, rdjsonl, SARIF and Checkstyle, and says what it read as rdjson."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import lintnews
from lintnews.report.repair import as_one
from lintnews.report.xml import legal
from lintnews.rule import Severity

if TYPE_CHECKING:
    from lintnews.checked import Checked, Problem
    from tests.report.conftest import Render, Tool

NOFILTER = ("-reporter=rdjson", "-filter-mode=nofilter", "-name=lintnews")
SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def read_back(tool: Tool, name: str, report: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(tool("reviewdog", f"-f={name}", *NOFILTER, stdin=report))[
        "diagnostics"
    ]
    return found


def utf8_range(text: str, start: int, end: int) -> dict[str, Any]:
    """Count lines and bytes anew."""

    def position(offset: int) -> dict[str, int]:
        # The line end before, if its last character is before the offset.
        ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
        return {"line": len(ends) + 1, "column": len(text[max(ends, default=0) : offset].encode()) + 1}

    return {"start": position(start), "end": position(end)}


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl"])
def test_all_survives_in_rdjson(
    hostile: tuple[Checked, ...], problem: Problem, render: Render, tool: Tool, name: str
) -> None:
    *read, last = read_back(tool, name, render(name, hostile, problem))
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    assert len(read) == len(findings) == 100
    for diagnostic, (checked, finding) in zip(read, findings, strict=True):
        text = checked.source.text
        assert diagnostic["message"] == finding.message
        assert diagnostic["location"] == {
            "path": checked.path,
            "range": utf8_range(text, finding.span.start, finding.span.end),
        }
        assert diagnostic["severity"] == SEVERITIES[finding.rule.severity]
        assert diagnostic["code"]["value"] == finding.rule.code
        repaired = [as_one(fix, text) for fix in finding.fixes]
        assert [
            (suggestion["range"], suggestion.get("text", ""))
            for suggestion in diagnostic.get("suggestions", ())
        ] == [(utf8_range(text, edit.span.start, edit.span.end), edit.text) for edit in repaired]
        assert [
            (related.get("message", ""), related["location"]["range"])
            for related in diagnostic.get("related_locations", ())
        ] == [
            (related.message, utf8_range(text, related.span.start, related.span.end))
            for related in finding.related
        ]
    assert (last["message"], last["location"]["path"]) == (problem.message, problem.path)


def test_sarif(hostile: tuple[Checked, ...], render: Render, tool: Tool) -> None:
    read = read_back(tool, "sarif", render("sarif", hostile))
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    for diagnostic, (checked, finding) in zip(read, findings, strict=True):
        assert diagnostic["location"]["path"] == checked.path
        assert diagnostic["severity"] == SEVERITIES[finding.rule.severity]
        assert len(diagnostic.get("related_locations", ())) == len(finding.related)


def test_checkstyle(hostile: tuple[Checked, ...], problem: Problem, render: Render, tool: Tool) -> None:
    *read, last = read_back(tool, "checkstyle", render("checkstyle", hostile, problem))
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    for diagnostic, (checked, finding) in zip(read, findings, strict=True):
        start = checked.source.position(finding.span.start)
        assert diagnostic["message"] == legal(finding.message)
        assert diagnostic["location"]["path"] == legal(checked.path)
        assert diagnostic["location"]["range"]["start"] == {"line": start.line, "column": start.column}
        assert diagnostic["code"]["value"] == f"lintnews.{finding.rule.code}"
    assert (last["message"], last["location"]["path"]) == (legal(problem.message), legal(problem.path))


def test_a_real_diff_leaves_what_the_last_commit_touched(tool: Tool, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=desk", "-c", "user.email=desk@example.com")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def found() -> str:
        command = [sys.executable, "-m", "lintnews", "check", "stories", "--isolated", "--select", "REP101"]
        environment = {**os.environ, "PYTHONPATH": str(Path(lintnews.__file__).parents[1])}
        ran = subprocess.run(
            [*command, "--format", "rdjsonl"], cwd=tmp_path, capture_output=True, env=environment, check=False
        )
        assert ran.returncode == 1
        return ran.stdout.decode()

    story = tmp_path / "stories" / "ferry.txt"
    story.parent.mkdir()
    story.write_text("The “café” ferry sailed after a week in the the dock.\n")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message=old")
    with story.open("a") as file:
        file.write("\nIt carried forty forty passengers.\n")
    report = found()
    assert len(report.splitlines()) == 2
    changed = ("-f=rdjsonl", "-diff=git diff HEAD")
    told = tool("reviewdog", *changed, "-reporter=local", "-fail-level=any", stdin=report, code=1)
    assert told == "stories/ferry.txt:3:12: REP101 error: ‘forty’ stands here twice in a row\n"
    (suggested,) = json.loads(tool("reviewdog", *changed, "-reporter=rdjson", stdin=report))["diagnostics"]
    (suggestion,) = suggested["suggestions"]
    start, end = (suggestion["range"][name]["column"] - 1 for name in ("start", "end"))
    line = b"It carried forty forty passengers."
    assert line[:start] + suggestion.get("text", "").encode() + line[end:] == b"It carried forty passengers."
