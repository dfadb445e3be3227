"""A pack after reading: its rules with what finds them, and their form in the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lintnews.matchers import KINDS, Matcher
from lintnews.rule import Confidence, Example, Rule, Severity
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

#: Number of the cached form: raise it when what `plain` gives, or what the schema makes of a pack, changes.
FORMAT = 2

#: What a message may have filled in: the text found, and the first replacement.
PLACEHOLDERS = ("match", "fix")


@dataclass(frozen=True, slots=True)
class Definition:
    """One rule of a pack.

    Attributes:
        kind: key of `matchers.KINDS`.
        line: line of the pack (from 1) on which it begins.
        example_lines: the same for each of the rule's examples.
    """

    rule: Rule
    kind: str
    matcher: Matcher
    line: int
    example_lines: tuple[int, ...]

    def hits(self, facts: Facts, found: Any) -> Iterator[Hit]:
        """Yield the rule's hits, their messages filled in; `found` is where the matcher is to look."""
        for hit in self.matcher.hits(facts, found):
            message = hit.message or self.rule.message
            yield replace(hit, message=_filled(message, facts, hit)) if "{" in message else hit

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it, the pack's path left out."""
        rule = self.rule
        return {
            "code": rule.code,
            "name": rule.name,
            "mqm": rule.mqm,
            "severity": rule.severity.value,
            "confidence": rule.confidence.value,
            "message": rule.message,
            "why": rule.why,
            "examples": [[e.text, [list(span) for span in e.spans], e.repaired] for e in rule.examples],
            "pivots": list(rule.pivots),
            "aliases": list(rule.aliases),
            "kind": self.kind,
            "matcher": self.matcher.plain(),
            "line": self.line,
            "example_lines": list(self.example_lines),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any], path: str) -> Definition:
        """Undo `plain` for the pack at `path`."""
        rule = Rule(
            code=plain["code"],
            name=plain["name"],
            mqm=plain["mqm"],
            severity=Severity(plain["severity"]),
            confidence=Confidence(plain["confidence"]),
            message=plain["message"],
            why=plain["why"],
            examples=tuple(
                Example(text, tuple(Span(*span) for span in spans), repaired)
                for text, spans, repaired in plain["examples"]
            ),
            pivots=tuple(plain["pivots"]),
            aliases=tuple(plain["aliases"]),
            source=path,
        )
        matcher = KINDS[plain["kind"]].from_plain(plain["matcher"])
        return cls(rule, plain["kind"], matcher, int(plain["line"]), tuple(plain["example_lines"]))


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one pack file."""

    path: str
    definitions: tuple[Definition, ...]

    def plain(self) -> list[dict[str, Any]]:
        """Return it as JSON can hold it, its path left out."""
        return [definition.plain() for definition in self.definitions]

    @classmethod
    def from_plain(cls, plain: list[dict[str, Any]], path: str) -> Pack:
        """Undo `plain` for the pack at `path`."""
        return cls(path, tuple(Definition.from_plain(item, path) for item in plain))


def _filled(message: str, facts: Facts, hit: Hit) -> str:
    fix = hit.fixes[0].edits[-1].text if hit.fixes else ""
    return message.replace("{fix}", fix).replace("{match}", hit.span.of(facts.text))


def keys(rule: Rule) -> tuple[str, ...]:
    """Return what no other rule may be called: codes, names and former codes are never shared."""
    return (rule.code, *rule.aliases, rule.name)
