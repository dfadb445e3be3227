"""The schema of a pack: from YAML nodes to rules, every departure noted with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from lintnews.matchers import Phrase
from lintnews.packs.definition import Definition, Pack, keys
from lintnews.packs.document import Document
from lintnews.packs.entries import read_lists
from lintnews.packs.fields import PIVOT, codes, confidence, message, named
from lintnews.packs.index import index_of
from lintnews.packs.kinds import READERS
from lintnews.patterns import lazy
from lintnews.rule import CODE, FAMILIES, NAME, Example, Rule, Severity, bad, fine
from lintnews.suggest import did_you_mean
from lintnews.unusable import PackError, PackProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REQUIRED = ("code", "name", "kind", "match", "message", "why", "mqm", "severity", "confidence", "examples")
#: Those that entries have in the place of their rule.
_OF_ENTRIES = ("match", "examples")
_OPTIONAL = ("pivots", "aliases", "fix", "in", "not_in", "names", "case")
_MQM = lazy(r"[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*")
_SEVERITIES = {severity.value: severity for severity in Severity}
_LISTS = "lists"


def read_pack(content: bytes, path: str) -> Pack:
    """Read the content of a pack file.

    Raises:
        PackError: it breaks the schema; holds every problem found.
    """
    document = Document(path)
    root = document.root(content)
    if root is None:
        raise PackError([PackProblem(path, "holds no rules")])
    seen: dict[str, str] = {}
    definitions = []
    nodes = document.items(root, "a pack")
    for node in nodes:
        if _is_lists(node):
            document.lists.update(read_lists(document, node.value[0][1]))
    for node in nodes:
        if _is_lists(node):
            continue
        definition = _definition(document, node)
        if definition:
            _hold_unique(document, node, definition.rule, seen)
            definitions.append(definition)
    if document.problems:
        raise PackError(sorted(document.problems, key=lambda problem: (problem.line, problem.column)))
    if not definitions:
        raise PackError([PackProblem(path, "holds no rules")])
    phrases = ((n, d.matcher) for n, d in enumerate(definitions) if isinstance(d.matcher, Phrase))
    index = index_of((number, key) for number, phrase in phrases for key in phrase.keys)
    return Pack(path, tuple(definitions), index)


def _is_lists(node: yaml.Node) -> bool:
    """Whether an item of a pack is no rule but its lists of words."""
    return isinstance(node, yaml.MappingNode) and [key.value for key, _ in node.value] == [_LISTS]


def _definition(document: Document, node: yaml.Node) -> Definition | None:
    """Read one rule; None where the document notes a problem with it."""
    before = len(document.problems)
    kind = _kind(document, node)
    own_keys = READERS[kind].keys if kind else ()
    fields = document.mapping(node, (*_REQUIRED, *_OPTIONAL, *own_keys), "a rule")
    by_entries = "entries" in fields
    for key in _REQUIRED:
        if fields and key not in fields and not (by_entries and key in _OF_ENTRIES):
            document.fail(node, f"the rule has no {key!r}")
    for key in ("match", "say", "fix"):
        if by_entries and key in fields:
            document.fail(fields[key], f"a rule with entries has its {key!r} in them")
    if len(document.problems) > before:
        return None
    matcher, examples = READERS[kind].read(document, fields)
    if "examples" in fields:
        examples = (*_examples(document, fields["examples"]), *examples)
    if len(document.problems) == before:
        _hold_complete(document, fields.get("examples", fields.get("entries", node)), examples)
    rule = Rule(
        code=_code(document, fields["code"]),
        name=named(
            document, fields["name"], NAME, "name", "two words or more in kebab-case, as in doubled-word"
        ),
        mqm=named(document, fields["mqm"], _MQM, "mqm", "dimension/subtype, as in style/unidiomatic-style"),
        severity=document.choice(fields["severity"], _SEVERITIES, "severity"),
        confidence=confidence(document, fields["confidence"]),
        message=message(document, fields["message"]),
        why=document.text(fields["why"], "why").strip(),
        examples=examples,
        pivots=codes(document, fields.get("pivots"), PIVOT, "pivots", "a language code, as in zh"),
        aliases=codes(document, fields.get("aliases"), CODE, "aliases", "a code, as in LEX214"),
        source=document.path,
    )
    if len(document.problems) > before:
        return None
    entries = matcher.entries() if isinstance(matcher, Phrase) else ()
    particulars = [entry.particulars for entry in entries if entry.particulars]
    levels = frozenset(own.confidence for own in particulars if own.confidence)
    pivots = frozenset(own.pivots for own in particulars if own.pivots)
    return Definition(rule, kind, matcher, node.start_mark.line + 1, levels, pivots)


def _kind(document: Document, node: yaml.Node) -> str:
    """Read the kind of a rule first, since it decides which keys are known; empty where there is none."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "kind":
            return document.choice(value, {name: name for name in READERS}, "kind")
    return ""


def _hold_unique(document: Document, node: yaml.Node, rule: Rule, seen: dict[str, str]) -> None:
    for key in keys(rule):
        if key in seen:
            document.fail(node, f"{key} is already taken by {seen[key]}")
        seen[key] = f"{rule.code} ({rule.name})"


def _code(document: Document, node: yaml.Node) -> str:
    code = document.text(node, "code")
    match = CODE.fullmatch(code)
    if not match:
        document.fail(node, f"code {code!r} must be a family and three digits, as in STY901")
    elif match[1] not in FAMILIES:
        known = ", ".join(FAMILIES)
        document.fail(
            node, f"code {code} is of no known family{did_you_mean(match[1], FAMILIES)}; there are {known}"
        )
    return code


def _hold_complete(document: Document, node: yaml.Node, examples: Sequence[Example]) -> None:
    for wanted, name in ((True, "bad"), (False, "fine")):
        if all(example.is_bad is not wanted for example in examples):
            document.fail(node, f"examples: at least one {name!r} one is needed")


def _examples(document: Document, node: yaml.Node) -> Iterator[Example]:
    for item in document.items(node, "examples"):
        for example in _example(document, item):
            yield example._replace(line=item.start_mark.line + 1)


def _example(document: Document, node: yaml.Node) -> Iterator[Example]:
    fields = document.mapping(node, ("bad", "good", "fine"), "an example")
    if not fields:
        return
    if set(fields) not in ({"bad"}, {"bad", "good"}, {"fine"}):
        document.fail(node, "an example has 'bad', 'bad' and 'good', or 'fine'")
        return
    texts = {key: document.text(value, f"example {key!r}") for key, value in fields.items()}
    try:
        written = fine(texts["fine"]) if "fine" in texts else bad(texts["bad"], texts.get("good"))
        yield written.example()
    except ValueError as error:
        document.fail(node, f"example: {error}")
