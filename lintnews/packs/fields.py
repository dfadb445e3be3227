"""Keys that rules of several kinds, and entries of rules, have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import yaml

from lintnews.finding import Applicability
from lintnews.matchers.scope import Scope, Where
from lintnews.packs.definition import PLACEHOLDERS
from lintnews.patterns import lazy
from lintnews.rule import Confidence

if TYPE_CHECKING:
    import re

    from lintnews.packs.document import Document

Fields = Mapping[str, yaml.Node]

PIVOT = lazy(r"[a-z]{2,3}")
_PLACEHOLDER = lazy(r"\{(.*?)\}")
_CONFIDENCES = {confidence.value: confidence for confidence in Confidence}
_WHERES = {where.value: where for where in Where}
_APPLICABILITIES = {applicability.value: applicability for applicability in Applicability}


def confidence(document: Document, node: yaml.Node) -> Confidence:
    """Read how far a rule or entry is trusted."""
    return document.choice(node, _CONFIDENCES, "confidence")


def message(document: Document, node: yaml.Node) -> str:
    """Read a message, and hold its placeholders against those that there are."""
    text = " ".join(document.text(node, "message").split())
    for name in _PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            document.fail(node, f"message: {{{name}}} is neither {{match}} nor {{fix}}")
    return text


def named(document: Document, node: yaml.Node, shape: re.Pattern[str], what: str, expected: str) -> str:
    """Read a text of a certain shape."""
    text = document.text(node, what)
    if text.strip() and not shape.fullmatch(text):
        document.fail(node, f"{what} {text!r} must be {expected}")
    return text


def codes(
    document: Document, node: yaml.Node | None, shape: re.Pattern[str], what: str, expected: str
) -> tuple[str, ...]:
    """Read a list of texts of a certain shape; nothing is an empty one."""
    if node is None:
        return ()
    return tuple(named(document, item, shape, f"{what}:", expected) for item in document.items(node, what))


def scope(document: Document, fields: Fields) -> Scope:
    """Read where matches count."""
    where, quotations, names = Where.ANY, True, False
    if "in" in fields:
        where = document.choice(fields["in"], _WHERES, "in")
    if "not_in" in fields:
        quotations = document.choice(fields["not_in"], {"quotation": False}, "not_in")
    if "names" in fields:
        names = document.choice(fields["names"], {"mask": False, "allow": True}, "names")
    return Scope(where, quotations, names)


def fix_fields(document: Document, node: yaml.Node) -> list[tuple[str, Applicability]]:
    """Read `fix`: replacements with how far each may be trusted, best first."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [_fix(document, item) for item in nodes]


def _fix(document: Document, node: yaml.Node) -> tuple[str, Applicability]:
    fields = document.mapping(node, ("replace", "applicability"), "a fix")
    if "replace" not in fields:
        document.fail(node, "a fix needs 'replace'")
        return "", Applicability.UNSAFE
    applicability = Applicability.UNSAFE
    if "applicability" in fields:
        applicability = document.choice(fields["applicability"], _APPLICABILITIES, "applicability")
    return document.text(fields["replace"], "replace", empty=True), applicability
