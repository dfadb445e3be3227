"""JSON and JSON lines, and the reports for people: no text breaks them."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from lintnews.finding import Applicability, Edit, Fix
from lintnews.report.cells import visible
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.checked import Checked, Problem
    from tests.report.conftest import Render


def acting(text: str) -> set[str]:
    """Return the characters that do something to a terminal, or to the text around them."""
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_everything_survives(
    hostile: tuple[Checked, ...], problem: Problem, render: Render, name: str
) -> None:
    report = render(name, hostile, problem)
    read: list[dict[str, Any]]
    if name == "json":
        run = json.loads(report)
        assert run["errors"] == [{"path": problem.path, "message": problem.message}]
        read = run["findings"]
    else:
        read = [json.loads(line) for line in report.split("\n")[:-1]]
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    for told, (checked, finding) in zip(read, findings, strict=True):
        assert (told["path"], told["message"]) == (checked.path, finding.message)
        assert told["text"] == checked.source.text[told["start"] : told["end"]]
        assert [[edit["text"] for edit in fix["edits"]] for fix in told["fixes"]] == [
            [edit.text for edit in fix.edits] for fix in finding.fixes
        ]
        assert [related["message"] for related in told["related"]] == [
            related.message for related in finding.related
        ]


@pytest.mark.parametrize("name", ["sarif", "rdjson", "rdjsonl"])
def test_no_program_that_makes_fixes_is_handed_a_fix_that_would_break_markup(
    hostile: tuple[Checked, ...], render: Render, name: str
) -> None:
    def with_fixes(checked: Checked, *, whole: bool) -> Checked:
        fix = Fix((Edit(Span(0, 1), "ABRACADABRA"),), Applicability.SUGGESTION, is_whole=whole)
        return checked._replace(findings=(checked.findings[0]._replace(fixes=(fix,)),))

    assert "ABRACADABRA" in render(name, [with_fixes(hostile[0], whole=True)])
    assert "ABRACADABRA" not in render(name, [with_fixes(hostile[0], whole=False)])


def test_concise_gives_each_finding_one_line(hostile: tuple[Checked, ...], render: Render) -> None:
    lines = render("concise", hostile).split("\n")[:-1]
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    for line, (checked, finding) in zip(lines, findings, strict=True):
        assert line.startswith(f"{visible(checked.path)}:")
        assert line.endswith(visible(finding.message))
        assert not acting(line)


def test_full_prints_nothing_that_acts_on_a_terminal(hostile: tuple[Checked, ...], render: Render) -> None:
    page = render("full", hostile)
    assert page.count("\n\n") == 100
    assert not acting(page.replace("\n", ""))
