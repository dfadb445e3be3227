"""GitLab's code quality report, held against what its documentation demands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema

from lintnews.rule import Severity

if TYPE_CHECKING:
    from lintnews.checked import Checked, Problem
    from tests.report.conftest import Render

POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: description, check_name,
# fingerprint, severity, location.path and one of lines.begin and positions.begin.line.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {"path": {"type": "string", "pattern": "^(?!\\./|/)"}},
                "oneOf": [
                    {
                        "required": ["lines"],
                        "properties": {
                            "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer"}}}
                        },
                    },
                    {
                        "required": ["positions"],
                        "properties": {
                            "positions": {
                                "required": ["begin"],
                                "properties": {"begin": POSITION, "end": POSITION},
                            }
                        },
                    },
                ],
            },
        },
    },
}
SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}


def test_schema_and_survival(hostile: tuple[Checked, ...], problem: Problem, render: Render) -> None:
    issues = json.loads(render("gitlab", hostile, problem))
    jsonschema.validate(issues, SCHEMA)
    *read, last = issues
    findings = [(checked, finding) for checked in hostile for finding in checked.findings]
    for issue, (checked, finding) in zip(read, findings, strict=True):
        assert issue["description"] == f"{finding.rule.code}: {finding.message}"
        assert issue["severity"] == SEVERITIES[finding.rule.severity]
        assert issue["location"]["path"] == checked.path
        begin = checked.source.position(finding.span.start)
        assert issue["location"]["positions"]["begin"] == {"line": begin.line, "column": begin.column}
    assert (last["description"], last["severity"]) == (problem.message, "blocker")
    assert json.loads(render("gitlab", ())) == []


def test_no_two_fingerprints_are_alike(hostile: tuple[Checked, ...], render: Render) -> None:
    # The same file under another name is another file's issues.
    first = hostile[0]
    again = first._replace(source=type(first.source)(first.source.text, "wire/copy.txt"))
    issues = json.loads(render("gitlab", (*hostile, again)))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 125
