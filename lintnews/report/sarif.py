"""SARIF 2.1.0, as GitHub code scanning reads it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

What GitHub demands beyond the standard, and its limits, are in its "SARIF support for code scanning".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lintnews.fingerprint import identities
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.report.paths import RepositoryPaths
from lintnews.report.places import on_one_line
from lintnews.report.repair import help_lines
from lintnews.report.sarif_rules import Descriptors
from lintnews.report.sarif_uris import as_uri, iana_name
from lintnews.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.finding import Finding, Fix
    from lintnews.report import Canvas
    from lintnews.source import Source
    from lintnews.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: GitHub refuses a run of more results.
MOST_RESULTS = 25_000
# GitHub shows 100 locations of a result.
_MOST_RELATED = 100
_ROOT = "%SRCROOT%"
# `[text](1)` links to a related location: brackets of the article's own must not.
_LINK_LIKE = lazy(r"\[(?=[^\]]*\]\()")
_BRACKET = lazy(r"[\[\]]")


class _Result(NamedTuple):
    weight: int
    finding: Finding
    json: dict[str, Any]


class Sarif:
    """The format `sarif`."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        self._paths = RepositoryPaths()
        self._artifacts: list[dict[str, Any]] = []
        self._results: list[_Result] = []

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the file's findings are kept."""
        location = self._location(checked.path)
        artifact = location | {"index": len(self._artifacts)}
        encoding = iana_name(checked.source.encoding)
        self._artifacts.append({"location": location, "encoding": encoding, "roles": ["analysisTarget"]})
        known = identities(checked.findings, checked.source.text)
        for finding, identity in zip(checked.findings, known, strict=True):
            result = _result(checked.source, finding, artifact)
            # Only primaryLocationLineHash is used by GitHub; other readers know ours by its own name.
            result["partialFingerprints"] = {
                "primaryLocationLineHash": identity.digest,
                "lintnews/v1": identity.digest,
            }
            self._results.append(_Result(finding.rule.severity.weight, finding, result))
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the log."""
        kept = self._heaviest()
        rules = Descriptors(result.finding.rule for result in kept)
        for result in kept:
            result.json["ruleIndex"] = rules.index(result.finding.rule)
        notifications = [self._notification(problem) for problem in problems]
        cut = len(self._results) - len(kept)
        if cut:
            text = f"{cut:,} findings more than GitHub takes were left out, the lightest ones"
            notifications.append({"level": "warning", "message": {"text": text}})
        run = {
            "tool": {"driver": {"name": "lintnews", "version": __version__, "rules": rules.as_json()}},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
            "invocations": [
                {"executionSuccessful": not problems, "toolExecutionNotifications": notifications}
            ],
            "artifacts": self._artifacts,
            "results": [result.json for result in kept],
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        return json.dumps(log, ensure_ascii=False) + "\n"

    def _heaviest(self) -> list[_Result]:
        """Return the results that GitHub takes, in the order of the text."""
        if len(self._results) <= MOST_RESULTS:
            return self._results
        heaviest = sorted(enumerate(self._results), key=lambda item: (-item[1].weight, item[0]))
        return [result for _, result in sorted(heaviest[:MOST_RESULTS], key=lambda item: item[0])]

    def _location(self, path: str) -> dict[str, Any]:
        uri = as_uri(self._paths(path))
        return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}

    def _notification(self, problem: Problem) -> dict[str, Any]:
        place = {"artifactLocation": self._location(problem.path)}
        return {
            "level": "error",
            "message": {"text": str(problem)},
            "locations": [{"physicalLocation": place}],
        }


def _result(source: Source, finding: Finding, artifact: dict[str, Any]) -> dict[str, Any]:
    rule = finding.rule
    shown = finding.related[:_MOST_RELATED]
    place, *others = (
        _place(source, span, artifact) for span in (finding.span, *(related.span for related in shown))
    )
    result: dict[str, Any] = {
        "ruleId": rule.code,
        "level": rule.severity.value,
        "message": {"text": _message(source, finding)},
        "locations": [place],
        "properties": {"confidence": rule.confidence.value, "mqm": rule.mqm, "why": rule.why},
    }
    if rule.pivots:
        result["properties"]["pivots"] = list(rule.pivots)
    if others:
        result["relatedLocations"] = [
            {"id": number, **other, "message": {"text": related.message or "see here"}}
            for number, (other, related) in enumerate(zip(others, shown, strict=True), 1)
        ]
    if finding.makeable:
        result["fixes"] = [_fix(source, finding, fix, artifact) for fix in finding.makeable]
    return result


def _message(source: Source, finding: Finding) -> str:
    """Return the message, with a link to each related place: GitHub shows only those that are linked."""
    links = []
    for number, related in enumerate(finding.related[:_MOST_RELATED], 1):
        line = source.position(related.span.start).line
        text = _BRACKET.sub(r"\\\g<0>", f"{related.message or 'see'} (line {line})")
        links.append(f"[{text}]({number})")
    message = _LINK_LIKE.sub(r"\\[", finding.message) or finding.rule.message
    return f"{message}. See: {'; '.join(links)}" if links else message


def _fix(source: Source, finding: Finding, fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    (said,) = help_lines(source, finding._replace(fixes=(fix,)))
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"{said} ({fix.applicability.value})"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _place(source: Source, span: Span, artifact: dict[str, Any]) -> dict[str, Any]:
    line, column, end_column = on_one_line(source, span)
    text = source.line_text(line)[column - 1 : end_column - 1]
    region: dict[str, Any] = {
        "startLine": line,
        "startColumn": column,
        "endLine": line,
        "endColumn": end_column,
    }
    if text:
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
