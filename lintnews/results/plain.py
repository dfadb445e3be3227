"""All that there is to know of a file that was linted, as JSON, and back.

That is what goes between processes, from a server to the command line, and what is kept from run to run:
whoever reads it needs no rule.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from lintnews.checked import Checked, Problem
from lintnews.finding import Applicability, Edit, Finding, Fix, Reference, Related
from lintnews.late import Late
from lintnews.rule import rule_of
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lintnews.rule import Example, Rule
    from lintnews.source import Source


def encode(checked: Checked) -> bytes:
    """Return `plain` as bytes."""
    return json.dumps(plain(checked), separators=(",", ":")).encode("ascii")


def decode(body: bytes, source: Source, examples_of: Callable[[str], Sequence[Example]]) -> Checked:
    """Return the result that `encode` made bytes of; otherwise as `checked_of`.

    Raises:
        ValueError: it is no such thing.
    """
    try:
        return checked_of(json.loads(body), source, examples_of)
    except RecursionError as error:
        raise ValueError("it is no result") from error


def plain(checked: Checked) -> dict[str, Any]:
    """Return what was found, and what went wrong; rules come once, and the text not at all."""
    rules: dict[int, int] = {}
    rows: list[list[Any]] = []
    findings = []
    for finding in checked.findings:
        rule = finding.rule
        if id(rule) not in rules:
            rules[id(rule)] = len(rows)
            # The other side has the same examples.
            rows.append(rule.plain())
        fixes = [[fix.edits, fix.applicability.value, fix.message, fix.is_whole] for fix in finding.fixes]
        findings.append([rules[id(rule)], *finding[1:3], fixes, *finding[4:]])
    problems = [[*problem[1:]] for problem in checked.problems]
    return {"words": checked.words, "rules": rows, "findings": findings, "problems": problems}


def checked_of(value: Any, source: Source, examples_of: Callable[[str], Sequence[Example]]) -> Checked:
    """Return the result that `plain` made JSON of, for the same text.

    `examples_of` gives those of the rule with a code, when someone looks at them.

    Raises:
        ValueError: it is no such thing.
    """
    try:
        rules = [rule_of(row, Late(partial(_examples, examples_of, row[0]))) for row in value["rules"]]
        return Checked(
            source,
            tuple(_finding(row, rules) for row in value["findings"]),
            value["words"],
            tuple(Problem(source.path or "<text>", *problem) for problem in value["problems"]),
        )
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError("it is no result") from error


def _examples(examples_of: Callable[[str], Sequence[Example]], code: str) -> tuple[Example, ...]:
    return tuple(examples_of(code))


def _finding(row: list[Any], rules: list[Rule]) -> Finding:
    rule, span, message, fixes, related, sentence, reference = row
    return Finding(
        rules[rule],
        Span(*span),
        message,
        tuple(
            Fix(
                tuple(Edit(Span(*place), text) for place, text in edits),
                Applicability(applicability),
                told,
                is_whole,
            )
            for edits, applicability, told, is_whole in fixes
        ),
        tuple(Related(Span(*place), told) for place, told in related),
        sentence,
        Reference(*reference) if reference else None,
    )
