"""Annotations on GitHub: unescaped as its runner does, they are what was found, within its limits."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from lintnews.checked import Checked, Problem
from lintnews.finding import Finding
from lintnews.rule import Confidence, Rule, Severity
from lintnews.source import Source
from lintnews.span import Span

if TYPE_CHECKING:
    from tests.report.conftest import Render

LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "notice": Severity.NOTE}


class Command(NamedTuple):
    level: str
    properties: dict[str, str]
    message: str


def parsed(line: str) -> Command | None:
    """Read a line of a log as the runner does (actions/runner, ActionCommand.TryParseV2)."""
    found = re.fullmatch(r"::([a-z]+)(?: (.*?))?::(.*)", line)
    if not found:
        return None
    properties = {}
    for pair in filter(None, (found[2] or "").split(",")):
        name, _, value = pair.partition("=")
        properties[name] = unescaped(
            value, (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
        )
    return Command(found[1], properties, unescaped(found[3], (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))))


def unescaped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for code, char in pairs:
        text = text.replace(code, char)
    return text


def commands(log: str) -> list[Command]:
    return [command for line in log.split("\n") if (command := parsed(line))]


def test_everything_survives(hostile: tuple[Checked, ...], problem: Problem, render: Render) -> None:
    # Few at a time, so that none is cut.
    for checked in hostile:
        for first in range(0, 25, 5):
            some = checked.findings[first : first + 5]
            told, *read = commands(render("github", (checked._replace(findings=some),), problem))
            assert (told.level, told.message, told.properties["file"]) == (
                "error",
                problem.message,
                problem.path,
            )
            heaviest_first = sorted(some, key=lambda finding: -finding.rule.severity.weight)
            for command, finding in zip(read, heaviest_first, strict=True):
                assert LEVELS[command.level] is finding.rule.severity
                assert command.message.startswith(finding.message)
                assert all(related.message in command.message for related in finding.related)
                assert command.properties["file"] == checked.path
                assert command.properties["title"] == f"{finding.rule.code} {finding.rule.name}"
                assert command.properties["line"] == command.properties["endLine"]
                assert int(command.properties["col"]) <= int(command.properties["endColumn"])


def test_no_more_than_github_shows_heaviest_first_and_the_rest_in_the_log(
    hostile: tuple[Checked, ...], problem: Problem, render: Render
) -> None:
    log = render("github", hostile, problem)
    lines = log.split("\n")[:-1]
    read = [parsed(line) for line in lines]
    shown = [command for command in read if command]
    assert max(Counter(command.level for command in shown).values()) == 10
    weights = [LEVELS[command.level].weight for command in shown]
    assert weights == sorted(weights, reverse=True)
    rest = lines[len(shown) :]
    assert read[: len(shown)] == shown
    assert len(rest) == 101 - (len(shown) - 1)
    assert all(line.startswith("- ") and "##[" not in line for line in rest)
    assert shown[-1].message.startswith(f"{len(rest)} more in the log and the job summary (")


@pytest.mark.parametrize("text", ["::stop-commands::x", "##[add-mask]x", "a\n::error::x", "a\r::error::x"])
def test_an_article_gives_the_runner_no_commands(render: Render, text: str) -> None:
    rule = Rule("STY901", "is-hostile", "style/x", Severity.ERROR, Confidence.HIGH, "m", "w", ())
    findings = (Finding(rule, Span(0, 1), text),) * 30
    log = render("github", (Checked(Source(text, text), findings, 1),))
    for line in re.split(r"[\r\n]+", log):
        command = parsed(line.strip())
        assert command is None or command.message.startswith(text) or "more in the log" in command.message
        assert command is not None or "##[" not in line
