"""GRM: every fix of every example leaves a text without findings, whatever family looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.finding import Applicability, Finding, Fix
from lintnews.fixes import apply_edits
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Check, Confidence, Example
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT = at_confidence(builtin_checks(user_cache()), Confidence.MEDIUM)
GRM = tuple(check for check in builtin_checks(user_cache()) if check.rule.family == "GRM")


def cases() -> Iterator[tuple[Check, Example]]:
    for check in GRM:
        for example in check.rule.examples:
            if example.is_bad:
                yield check, example


def name_of(item: Check | Example) -> str:
    return item.rule.code if isinstance(item, Check) else item.text[:30]


def alternatives(finding: Finding) -> list[Fix]:
    return [fix for fix in finding.fixes if fix.applicability is not Applicability.SUGGESTION]


@pytest.mark.parametrize(("check", "example"), tuple(cases()), ids=name_of)
def test_no_fix_leaves_a_finding(check: Check, example: Example) -> None:
    found = lint(read(Source(example.text)), [check])
    for finding in found:
        others = [other.fixes[0] for other in found if other is not finding and other.fixes]
        for fix in alternatives(finding):
            text = apply_edits(example.text, (edit for made in (fix, *others) for edit in made.edits))
            again = lint(read(Source(text)), DEFAULT)
            assert [(f.rule.code, f.span.of(text)) for f in again] == [], text


@pytest.mark.parametrize("check", GRM, ids=name_of)
def test_nothing_that_changes_words_is_safe(check: Check) -> None:
    for example in check.rule.examples:
        for finding in lint(read(Source(example.text)), [check]):
            assert all(fix.applicability is not Applicability.SAFE for fix in finding.fixes)
