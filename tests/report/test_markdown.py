"""Markdown: a table that no text of an article can break, within the bytes there are."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from lintnews.report.cells import visible

if TYPE_CHECKING:
    from lintnews.checked import Checked, Problem
    from tests.report.conftest import Render


def shown(cell: str) -> str:
    """What a reader sees of a cell: escapes and character references read back."""
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell))


def rows(page: str) -> list[list[str]]:
    lines = [line for line in page.split("\n") if line.startswith("| ")]
    return [[cell[1:-1] for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def test_everything_survives(hostile: tuple[Checked, ...], problem: Problem, render: Render) -> None:
    page = render("markdown", hostile, problem)
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    findings.sort(key=lambda item: -item[1].rule.severity.weight)
    for (severity, place, rule, what, _), (checked, finding) in zip(rows(page), findings, strict=True):
        line, column = checked.source.position(finding.span.start)
        assert severity == finding.rule.severity.value
        assert shown(place) == f"{visible(checked.path)}:{line}:{column}"
        assert rule == f"{finding.rule.code} {finding.rule.name}"
        assert shown(what.split("<br>")[0]) == visible(finding.message)
    assert f"{visible(problem.path)}: {visible(problem.message)}" in shown(page)
    # Nothing of an article's is markup.
    assert not re.search(r"<(?!br>)|(?<!\\)[\[`*_~]|@", page.replace("| --- ", ""))


@pytest.mark.parametrize("limit", [2_000, 9_000, 12_345])
def test_limit_is_kept_and_what_was_left_out_is_said(
    hostile: tuple[Checked, ...], render: Render, limit: int
) -> None:
    whole = rows(render("markdown", hostile))
    page = render("markdown", hostile, limit=limit)
    assert len(page.encode()) <= limit
    kept = rows(page)
    assert kept == whole[: len(kept)]
    assert f"{100 - len(kept)} more were left out" in page
