"""What each kind of rule reads from its own keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from lintnews.finding import Applicability
from lintnews.matchers import Matcher, Pattern, Phrase
from lintnews.matchers.literals import fold
from lintnews.matchers.pattern import FLAGS, checked_expression, checked_template
from lintnews.matchers.phrase import Case
from lintnews.matchers.replace import Replacement
from lintnews.matchers.required import required_literals
from lintnews.matchers.scope import Scope, Where

if TYPE_CHECKING:
    from lintnews.packs.document import Document

Fields = Mapping[str, yaml.Node]

_PATTERN_CASES = {"any": re.IGNORECASE, "exact": re.NOFLAG}
_PHRASE_CASES = {case.value: case for case in Case}
_WHERES = {where.value: where for where in Where}
_APPLICABILITIES = {applicability.value: applicability for applicability in Applicability}
# Kept for slots and inflection, which later kinds of notation will put between them.
_RESERVED = re.compile(r"[{}\[\]|*]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule: its own keys beside those that all rules have, and what makes a matcher of them."""

    keys: tuple[str, ...]
    read: Callable[[Document, Fields], Matcher]


def _phrase(document: Document, fields: Fields) -> Phrase:
    phrases = tuple(" ".join(text.split()) for text in document.texts(fields["match"], "match"))
    for phrase in phrases:
        if _RESERVED.search(phrase):
            document.fail(
                fields["match"], f"match: {phrase!r}: the marks {{}} [] | * are reserved in phrases"
            )
    case = document.choice(fields["case"], _PHRASE_CASES, "case") if "case" in fields else Case.SENTENCE
    return Phrase(phrases, case, _scope(document, fields), _fixes(document, fields))


def _pattern(document: Document, fields: Fields) -> Pattern:
    expression = document.text(fields["match"], "match")
    flags = document.choice(fields["case"], _PATTERN_CASES, "case") if "case" in fields else re.IGNORECASE
    if "flags" in fields:
        for node in document.items(fields["flags"], "flags"):
            flags |= document.choice(node, FLAGS, "flags:")
    scope, fixes = _scope(document, fields), _fixes(document, fields)
    try:
        compiled = checked_expression(expression, flags)
    except ValueError as error:
        document.fail(fields["match"], f"match: {error}")
        return Pattern(expression)
    for fix in fixes:
        try:
            checked_template(fix.template, compiled)
        except ValueError as error:
            document.fail(fields["fix"], f"fix: {error}")
    if "needs" in fields:
        needs = tuple(map(fold, document.texts(fields["needs"], "needs")))
    else:
        needs = required_literals(expression, flags)
    return Pattern(expression, int(flags), needs, scope, fixes)


#: What reads each kind of rule; the names are those of `matchers.KINDS`.
READERS = {"pattern": Kind(("flags", "needs"), _pattern), "phrase": Kind((), _phrase)}


def _scope(document: Document, fields: Fields) -> Scope:
    where, quotations, names = Where.ANY, True, False
    if "in" in fields:
        where = document.choice(fields["in"], _WHERES, "in")
    if "not_in" in fields:
        quotations = document.choice(fields["not_in"], {"quotation": False}, "not_in")
    if "names" in fields:
        names = document.choice(fields["names"], {"mask": False, "allow": True}, "names")
    return Scope(where, quotations, names)


def _fixes(document: Document, fields: Fields) -> tuple[Replacement, ...]:
    if "fix" not in fields:
        return ()
    node = fields["fix"]
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(_fix(document, item) for item in nodes)


def _fix(document: Document, node: yaml.Node) -> Replacement:
    fields = document.mapping(node, ("replace", "applicability"), "a fix")
    if "replace" not in fields:
        document.fail(node, "a fix needs 'replace'")
        return Replacement("", Applicability.UNSAFE)
    applicability = Applicability.UNSAFE
    if "applicability" in fields:
        applicability = document.choice(fields["applicability"], _APPLICABILITIES, "applicability")
    return Replacement(document.text(fields["replace"], "replace", empty=True), applicability)
