"""What each kind of rule reads from its own keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.matchers import Matcher, Pattern
from lintnews.matchers.literals import fold
from lintnews.matchers.pattern import FLAGS, checked_expression, checked_template
from lintnews.matchers.replace import Replacement
from lintnews.matchers.required import required_literals
from lintnews.packs.entries import read_phrase
from lintnews.packs.fields import Fields, fix_fields, scope
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.packs.document import Document
    from lintnews.rule import Example

_CASES = {"any": re.IGNORECASE, "exact": re.NOFLAG}


class Kind(NamedTuple):
    """A kind of rule: its own keys beside those that all rules have, and what makes a matcher of them.

    `read` returns the matcher and the examples of the rule's entries.
    """

    keys: tuple[str, ...]
    read: Callable[[Document, Fields], tuple[Matcher, tuple[Example, ...]]]


def _pattern(document: Document, fields: Fields) -> tuple[Pattern, tuple[Example, ...]]:
    return _read_pattern(document, fields), ()


def _read_pattern(document: Document, fields: Fields) -> Pattern:
    expression = document.text(fields["match"], "match")
    flags = document.choice(fields["case"], _CASES, "case") if "case" in fields else re.IGNORECASE
    if "flags" in fields:
        for node in document.items(fields["flags"], "flags"):
            flags |= document.choice(node, FLAGS, "flags:")
    where = scope(document, fields)
    fixes = tuple(
        Replacement(*fix) for fix in (fix_fields(document, fields["fix"]) if "fix" in fields else ())
    )
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
    return Pattern(expression, int(flags), needs, where, fixes)


#: What reads each kind of rule; the names are those of `matchers.KINDS`.
READERS = {
    "pattern": Kind(("flags", "needs"), _pattern),
    "phrase": Kind(("entries", "when", "unless", "say"), read_phrase),
}
