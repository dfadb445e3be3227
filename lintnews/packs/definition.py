"""A pack after reading: its rules with what finds them, and their form in the cache.

The cached form is a head, read at every start, and parts that are read when a rule needs them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from lintnews.frozen import Frozen
from lintnews.matchers import KINDS, Matcher
from lintnews.packs import examples
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.finding import Edit, Hit
    from lintnews.packs.index import Index
    from lintnews.shelf import Parts
    from lintnews.span import Span

#: Number of the cached form: raise it when what `plain` gives, or what the schema makes of a pack, changes.
FORMAT = 10

#: What a message may have filled in: the text found, and the first replacement.
PLACEHOLDERS = ("match", "fix")
_REMOVED = "‘{match}’: English news leaves it out"


class Definition(NamedTuple):
    """One rule of a pack.

    Attributes:
        kind: key of `matchers.KINDS`.
        line: line of the pack (from 1) on which it begins.
        levels: how far the entries are trusted that differ from the rule in this.
        pivots: languages of the entries that differ from the rule in this.
    """

    rule: Rule
    kind: str
    matcher: Matcher
    line: int
    levels: frozenset[Confidence] = frozenset()
    pivots: frozenset[tuple[str, ...]] = frozenset()

    @property
    def example_lines(self) -> tuple[int, ...]:
        """Lines of the pack on which the rule's examples stand."""
        return tuple(example.line for example in self.rule.examples)

    def hits(self, facts: Facts, found: Any) -> Iterator[Hit]:
        """Yield the rule's hits, their messages filled in; `found` is where the matcher is to look."""
        for hit in self.matcher.hits(facts, found):
            message = hit.message or self.rule.message
            yield hit._replace(message=_filled(message, facts, hit)) if "{" in message else hit

    def plain(self, parts: Parts) -> dict[str, Any]:
        """Return its head as JSON can hold it, without the path, and add to `parts` what is read later."""
        rule = self.rule
        return {
            "code": rule.code,
            "name": rule.name,
            "mqm": rule.mqm,
            "severity": rule.severity.value,
            "confidence": rule.confidence.value,
            "message": rule.message,
            "why": rule.why,
            "examples": tuple(parts.add(examples.plain(rule.examples))),
            "pivots": list(rule.pivots),
            "aliases": list(rule.aliases),
            "kind": self.kind,
            "matcher": self.matcher.plain(parts),
            "line": self.line,
            "levels": sorted(level.value for level in self.levels),
            "entry_pivots": sorted(self.pivots),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any], later: Later, path: str) -> Definition:
        """Undo `plain` for the pack at `path`."""
        rule = Rule(
            code=plain["code"],
            name=plain["name"],
            mqm=plain["mqm"],
            severity=Severity(plain["severity"]),
            confidence=Confidence(plain["confidence"]),
            message=plain["message"],
            why=plain["why"],
            examples=examples.late(partial(later.examples, plain["examples"])),
            pivots=tuple(plain["pivots"]),
            aliases=tuple(plain["aliases"]),
            source=path,
        )
        matcher = KINDS[plain["kind"]].from_plain(plain["matcher"], later.entries)
        levels = frozenset(map(Confidence, plain["levels"]))
        pivots = frozenset(map(tuple, plain["entry_pivots"]))
        return cls(rule, plain["kind"], matcher, int(plain["line"]), levels, pivots)


class Pack(Frozen):
    """The rules of one pack file, and where their phrases may begin."""

    path: str
    definitions: tuple[Definition, ...]
    index: Index


class Later(Protocol):
    """Reads what is left out of the head of a definition."""

    def examples(self, place: Sequence[int]) -> bytes:
        """Return its examples."""

    def entries(self, place: Sequence[int]) -> bytes:
        """Return the entries of its phrases."""


def _filled(message: str, facts: Facts, hit: Hit) -> str:
    edit = hit.fixes[0].edits[-1] if hit.fixes else None
    if "{fix}" in message and edit is not None and _removes(hit.span, edit):
        message = _REMOVED
    fix = edit.text if edit else ""
    return message.replace("{fix}", fix).replace("{match}", hit.span.of(facts.text))


def _removes(marked: Span, edit: Edit) -> bool:
    """Whether nothing takes the place of what is marked, but for the capital of the word behind it."""
    return not edit.text or (edit.span.end > marked.end and len(edit.text) == 1 and edit.text.isupper())


def keys(rule: Rule) -> tuple[str, ...]:
    """Return what no other rule may be called: codes, names and former codes are never shared."""
    return (rule.code, *rule.aliases, rule.name)
