"""JUnit and Checkstyle: valid XML, and what a parser reads is what was found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.report.xml import attributes, content, legal

if TYPE_CHECKING:
    from lintnews.checked import Checked, Problem
    from tests.report.conftest import Render, Tool

# As Jenkins validates them: its xunit plugin's schema, under the MIT licence that stands in it.
SCHEMA = Path(__file__).parent / "data" / "junit-10.xsd"


def test_junit_is_valid(
    hostile: tuple[Checked, ...], problem: Problem, render: Render, tool: Tool, tmp_path: Path
) -> None:
    empty = hostile[0]._replace(findings=())
    for number, page in enumerate((render("junit", (*hostile, empty), problem), render("junit", ()))):
        (tmp_path / f"{number}.xml").write_text(page, "utf-8")
        tool("xmllint", "--noout", "--schema", SCHEMA, f"{number}.xml")


def test_junit_survives(hostile: tuple[Checked, ...], problem: Problem, render: Render) -> None:
    page = render("junit", (*hostile, hostile[0]._replace(findings=())), problem)
    root = ET.fromstring(page)  # noqa: S314 - made by us
    *suites, passed, failed = root.findall("testsuite")
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("102", "100", "1")
    for suite, checked in zip(suites, hostile, strict=True):
        assert (suite.get("name"), suite.get("failures")) == (legal(checked.path), "25")
        for case, finding in zip(suite.findall("testcase"), checked.findings, strict=True):
            line, column = checked.source.position(finding.span.start)
            assert case.get("name") == f"{finding.rule.code} {finding.rule.name} at {line}:{column}"
            (failure,) = case.findall("failure")
            assert failure.get("message") == legal(finding.message)
            assert failure.get("type") == finding.rule.severity.value
            assert all(legal(related.message) in (failure.text or "") for related in finding.related)
    assert [len(case) for case in passed] == [0]
    (error,) = failed.iter("error")
    assert (failed.get("name"), error.get("message")) == (legal(problem.path), legal(problem.message))


def test_checkstyle_is_well_formed_and_survives(
    hostile: tuple[Checked, ...], problem: Problem, render: Render, tool: Tool, tmp_path: Path
) -> None:
    page = render("checkstyle", hostile, problem)
    (tmp_path / "report.xml").write_text(page, "utf-8")
    tool("xmllint", "--noout", "report.xml")
    *files, failed = ET.fromstring(page)  # noqa: S314 - made by us
    for file, checked in zip(files, hostile, strict=True):
        assert file.get("name") == legal(checked.path)
        for error, finding in zip(file, checked.findings, strict=True):
            place = checked.source.position(finding.span.start)
            assert (error.get("line"), error.get("column")) == (str(place.line), str(place.column))
            assert error.get("message") == legal(finding.message)
            assert error.get("source") == f"lintnews.{finding.rule.code}"
    assert failed[0].get("message") == legal(problem.message)


@given(st.text())
def test_any_text_is_legal_and_survives(text: str) -> None:
    element = ET.fromstring(f"<a{attributes(b=text)}>{content(text)}</a>")  # noqa: S314
    assert element.get("b") == (element.text or "") == legal(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")))
def test_what_xml_can_write_stays(text: str) -> None:
    assert legal(text) == text


@pytest.mark.parametrize(
    ("char", "shown"), [("\x00", "␀"), ("\x1b", "␛"), ("\uffff", "<U+FFFF>"), ("\t", "\t")]
)
def test_control_characters_are_pictures(char: str, shown: str) -> None:
    assert legal(char) == shown
    assert not re.search(r"[\x00-\x08]", legal("".join(map(chr, range(0x20)))))
