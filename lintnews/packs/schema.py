"""The schema of a pack: from YAML nodes to rules, every departure noted with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from lintnews.packs.definition import PLACEHOLDERS, Definition, Pack, keys
from lintnews.packs.document import Document
from lintnews.packs.kinds import READERS
from lintnews.packs.problem import PackError, PackProblem
from lintnews.rule import CODE, FAMILIES, NAME, Confidence, Example, Rule, Severity, bad, fine
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

_REQUIRED = ("code", "name", "kind", "match", "message", "why", "mqm", "severity", "confidence", "examples")
_OPTIONAL = ("pivots", "aliases", "fix", "in", "not_in", "names", "case")
_MQM = re.compile(r"[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*")
_PIVOT = re.compile(r"[a-z]{2,3}")
_PLACEHOLDER = re.compile(r"\{(.*?)\}")
_SEVERITIES = {severity.value: severity for severity in Severity}
_CONFIDENCES = {confidence.value: confidence for confidence in Confidence}


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
    for node in document.items(root, "a pack"):
        definition = _definition(document, node)
        if definition:
            _hold_unique(document, node, definition.rule, seen)
            definitions.append(definition)
    if document.problems:
        raise PackError(sorted(document.problems, key=lambda problem: (problem.line, problem.column)))
    if not definitions:
        raise PackError([PackProblem(path, "holds no rules")])
    return Pack(path, tuple(definitions))


def _definition(document: Document, node: yaml.Node) -> Definition | None:
    """Read one rule; None where the document notes a problem with it."""
    before = len(document.problems)
    kind = _kind(document, node)
    own_keys = READERS[kind].keys if kind else ()
    fields = document.mapping(node, (*_REQUIRED, *_OPTIONAL, *own_keys), "a rule")
    for key in _REQUIRED:
        if fields and key not in fields:
            document.fail(node, f"the rule has no {key!r}")
    if len(document.problems) > before:
        return None
    examples, lines = _examples(document, fields["examples"])
    rule = Rule(
        code=_code(document, fields["code"]),
        name=_named(
            document, fields["name"], NAME, "name", "two words or more in kebab-case, as in doubled-word"
        ),
        mqm=_named(document, fields["mqm"], _MQM, "mqm", "dimension/subtype, as in style/unidiomatic-style"),
        severity=document.choice(fields["severity"], _SEVERITIES, "severity"),
        confidence=document.choice(fields["confidence"], _CONFIDENCES, "confidence"),
        message=_message(document, fields["message"]),
        why=document.text(fields["why"], "why").strip(),
        examples=examples,
        pivots=_codes(document, fields.get("pivots"), _PIVOT, "pivots", "a language code, as in zh"),
        aliases=_codes(document, fields.get("aliases"), CODE, "aliases", "a code, as in LEX214"),
        source=document.path,
    )
    matcher = READERS[kind].read(document, fields)
    if len(document.problems) > before:
        return None
    return Definition(rule, kind, matcher, node.start_mark.line + 1, lines)


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


def _named(document: Document, node: yaml.Node, shape: re.Pattern[str], what: str, expected: str) -> str:
    text = document.text(node, what)
    if text.strip() and not shape.fullmatch(text):
        document.fail(node, f"{what} {text!r} must be {expected}")
    return text


def _codes(
    document: Document, node: yaml.Node | None, shape: re.Pattern[str], what: str, expected: str
) -> tuple[str, ...]:
    if node is None:
        return ()
    nodes = document.items(node, what)
    return tuple(_named(document, item, shape, f"{what}:", expected) for item in nodes)


def _message(document: Document, node: yaml.Node) -> str:
    message = " ".join(document.text(node, "message").split())
    for name in _PLACEHOLDER.findall(message):
        if name not in PLACEHOLDERS:
            document.fail(node, f"message: {{{name}}} is neither {{match}} nor {{fix}}")
    return message


def _examples(document: Document, node: yaml.Node) -> tuple[tuple[Example, ...], tuple[int, ...]]:
    before = len(document.problems)
    nodes = document.items(node, "examples")
    examples = tuple(example for item in nodes for example in _example(document, item))
    if len(document.problems) == before:
        for wanted, name in ((True, "bad"), (False, "fine")):
            if all(example.is_bad is not wanted for example in examples):
                document.fail(node, f"examples: at least one {name!r} one is needed")
    return examples, tuple(item.start_mark.line + 1 for item in nodes)


def _example(document: Document, node: yaml.Node) -> Iterator[Example]:
    fields = document.mapping(node, ("bad", "good", "fine"), "an example")
    if not fields:
        return
    if set(fields) not in ({"bad"}, {"bad", "good"}, {"fine"}):
        document.fail(node, "an example has 'bad', 'bad' and 'good', or 'fine'")
        return
    texts = {key: document.text(value, f"example {key!r}") for key, value in fields.items()}
    try:
        yield fine(texts["fine"]) if "fine" in texts else bad(texts["bad"], texts.get("good"))
    except ValueError as error:
        document.fail(node, f"example: {error}")
