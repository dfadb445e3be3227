"""Every example of every rule: the bad ones are found where they are marked, the fine ones stay silent."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.examples import failure
from lintnews.facts import Facts
from lintnews.fixes import apply_edits
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.rule import CODE, FAMILIES, NAME, Check, Example
from lintnews.selection import chosen
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.finding import Hit

DEFAULT = chosen(builtin_checks(user_cache()))
IN_PACKS = [check for check in builtin_checks(user_cache()) if check.rule.source]


def cases() -> Iterator[tuple[Check, Example]]:
    """Yield the examples of rules in code; those of packs are thousands, and are tested rule by rule."""
    for check in builtin_checks(user_cache()):
        if not check.rule.source:
            for example in check.rule.examples:
                yield check, example


def hits(check: Check, text: str) -> list[Hit]:
    return sorted(check(Facts(read(Source(text)))), key=lambda hit: hit.span)


def name_of(item: Check | Example) -> str:
    return item.rule.code if isinstance(item, Check) else item.text[:30]


@pytest.mark.parametrize(("check", "example"), tuple(cases()), ids=name_of)
def test_example(check: Check, example: Example) -> None:
    found = hits(check, example.text)
    assert [hit.span.of(example.text) for hit in found] == [span.of(example.text) for span in example.spans]
    assert tuple(hit.span for hit in found) == example.spans


@pytest.mark.parametrize(("check", "example"), [c for c in cases() if c[1].repaired is not None], ids=name_of)
def test_first_fixes_give_the_good_text(check: Check, example: Example) -> None:
    edits = [edit for hit in hits(check, example.text) for edit in hit.fixes[0].edits]
    assert apply_edits(example.text, edits) == example.repaired


@pytest.mark.parametrize("check", builtin_checks(user_cache()), ids=name_of)
def test_first_fixes_leave_nothing_new_to_find(check: Check) -> None:
    for example in check.rule.examples:
        found = hits(check, example.text)
        if not found or not all(hit.fixes for hit in found):
            continue
        text = apply_edits(example.text, [edit for hit in found for edit in hit.fixes[0].edits])
        left = Counter(finding.rule.code for finding in lint(read(Source(text)), DEFAULT))
        if left:
            left -= Counter(finding.rule.code for finding in lint(read(Source(example.text)), DEFAULT))
        assert not left, text


@pytest.mark.parametrize("check", IN_PACKS, ids=name_of)
def test_examples_of_a_pack(check: Check) -> None:
    told = [(example.line, failure(check, example)) for example in check.rule.examples]
    assert [(line, wrong) for line, wrong in told if wrong] == []


@pytest.mark.parametrize("check", builtin_checks(user_cache()), ids=name_of)
def test_rule_is_complete(check: Check) -> None:
    rule = check.rule
    assert CODE.fullmatch(rule.code)
    assert rule.family in FAMILIES
    assert NAME.fullmatch(rule.name)
    assert "/" in rule.mqm
    assert rule.message
    assert rule.why
    assert len({example.text for example in rule.examples if example.is_bad}) >= 2
    assert any(not example.is_bad for example in rule.examples)


def test_codes_and_names_are_unique() -> None:
    rules = [check.rule for check in builtin_checks(user_cache())]
    codes = [code for rule in rules for code in (rule.code, *rule.aliases)]
    assert len(set(codes)) == len(codes)
    assert len({rule.name for rule in rules}) == len(rules)
