"""A result as bytes, and back: what goes between processes, and what is kept from run to run.

Rules are named by their code; what a finding's rule says otherwise than the rule set's goes with it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lintnews.finding import Applicability, Edit, Finding, Fix, Reference, Related
from lintnews.rule import Confidence
from lintnews.run import Checked, Problem
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lintnews.rule import Rule
    from lintnews.settings import RuleSet
    from lintnews.source import Source

# The fields in which the rule of a finding may differ from that of its rule set (`finding.Particulars`).
_OWN: Mapping[str, Callable[[Any], Any]] = {"confidence": Confidence, "pivots": tuple, "why": str}


def encode(checked: Checked, rule_set: RuleSet) -> bytes:
    """Return what was found in a file, and what went wrong; its text is not in it."""
    plain = [
        checked.words,
        [_plain(finding, rule_set.rules[finding.rule.code]) for finding in checked.findings],
        [[problem.message, problem.is_no_article] for problem in checked.problems],
    ]
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def decode(body: bytes, source: Source, rule_set: RuleSet) -> Checked:
    """Return the result that `encode` made bytes of, for the same text and the same rules.

    Raises:
        ValueError: it is not such bytes, or of other rules.
    """
    try:
        words, findings, problems = json.loads(body)
        return Checked(
            source,
            tuple(_finding(row, rule_set.rules) for row in findings),
            words,
            tuple(Problem(source.path or "<text>", message, no_article) for message, no_article in problems),
        )
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError) as error:
        raise ValueError(f"is no result: {error!r}") from error


def _plain(finding: Finding, rule: Rule) -> list[Any]:
    own = {} if finding.rule is rule else _differences(finding.rule, rule)
    return [
        rule.code,
        own,
        *finding.span,
        None if finding.message == finding.rule.message else finding.message,
        [
            [
                [[*edit.span, edit.text] for edit in fix.edits],
                fix.applicability.value,
                fix.message,
                fix.is_whole,
            ]
            for fix in finding.fixes
        ],
        [[*related.span, related.message] for related in finding.related],
        finding.sentence,
        finding.reference,
    ]


def _differences(rule: Rule, usual: Rule) -> dict[str, Any]:
    differing = {name: getattr(rule, name) for name in _OWN if getattr(rule, name) != getattr(usual, name)}
    return {
        name: value.value if isinstance(value, Confidence) else value for name, value in differing.items()
    }


def _finding(row: list[Any], rules: Mapping[str, Rule]) -> Finding:
    code, own, start, end, message, fixes, related, sentence, reference = row
    rule = rules[code]
    if own:
        rule = rule._replace(**{name: _OWN[name](value) for name, value in own.items()})
    return Finding(
        rule,
        Span(start, end),
        rule.message if message is None else message,
        tuple(
            Fix(
                tuple(Edit(Span(first, last), text) for first, last, text in edits),
                Applicability(applicability),
                told,
                is_whole,
            )
            for edits, applicability, told, is_whole in fixes
        ),
        tuple(Related(Span(first, last), told) for first, last, told in related),
        sentence,
        Reference(*reference) if reference else None,
    )
