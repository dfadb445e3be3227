"""The rules of a run as SARIF describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.rule import FAMILIES, Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.rule import Rule

# GitHub's limits, in characters; it shows the first ten tags of a rule.
_LONGEST_DESCRIPTION = 1024
_MOST_TAGS = 10
_MOST_EXAMPLES = 3
# A rule with many entries has a reason for each.
_MOST_REASONS = 10
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


class Descriptors:
    """The rules that fired, each once, in the order of their codes.

    An entry of a rule may have a reason, a confidence and languages of its own: the help holds all reasons,
    the precision is that of the entry trusted least.
    """

    def __init__(self, fired: Iterable[Rule]) -> None:
        by_code: dict[str, dict[object, Rule]] = {}
        for rule in fired:
            # Not the rule as the key: to hash it would take its examples apart.
            by_code.setdefault(rule.code, {})[rule.confidence, rule.pivots, rule.why] = rule
        self._variants = {code: list(by_code[code].values()) for code in sorted(by_code)}
        self._index = {code: index for index, code in enumerate(self._variants)}

    def index(self, rule: Rule) -> int:
        """Return the place of a rule among them, from 0."""
        return self._index[rule.code]

    def as_json(self) -> list[dict[str, Any]]:
        """Return their descriptions."""
        return [_descriptor(variants) for variants in self._variants.values()]


def _descriptor(variants: list[Rule]) -> dict[str, Any]:
    rule = variants[0]
    reasons = list(dict.fromkeys(variant.why for variant in variants if variant.why))[:_MOST_REASONS]
    title = rule.name.replace("-", " ").capitalize()
    why = "\n\n".join(reasons) or rule.message
    least = min((variant.confidence for variant in variants), key=lambda level: level.rank)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": _cut(f"{title}. {reasons[0] if reasons else rule.message}")},
        "help": {"text": f"{why}\n\n{_facts(rule, least)}", "markdown": _markdown(rule, why, least)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "tags": _tags(variants),
            "precision": least.value,
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def _tags(variants: list[Rule]) -> list[str]:
    rule = variants[0]
    pivots = dict.fromkeys(pivot for variant in variants for pivot in variant.pivots)
    tags = [rule.family, f"mqm/{rule.mqm}", *(f"pivot/{pivot}" for pivot in pivots)]
    return tags[:_MOST_TAGS]


def _facts(rule: Rule, confidence: Confidence) -> str:
    return (
        f"Family {rule.family} ({FAMILIES[rule.family]}), MQM {rule.mqm}, confidence {confidence.value}. "
        f"More: lintnews explain {rule.code}"
    )


def _markdown(rule: Rule, why: str, confidence: Confidence) -> str:
    lines = [f"# {rule.code} {rule.name}", "", why, ""]
    bad = [example for example in rule.examples if example.is_bad][:_MOST_EXAMPLES]
    for example in bad:
        lines += ["Bad:", "", *_quoted(example.marked), ""]
        if example.repaired is not None:
            lines += ["Good:", "", *_quoted(example.repaired), ""]
    return "\n".join(
        [*lines, _facts(rule, confidence).replace("lintnews explain", "`lintnews explain") + "`"]
    )


def _quoted(text: str) -> list[str]:
    # Indented code: nothing in an example is taken for markup.
    return [f"    {line}".rstrip() for line in text.splitlines()]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_DESCRIPTION else text[: _LONGEST_DESCRIPTION - 1] + "…"
