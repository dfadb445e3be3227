"""Run checks over an article, settle findings that overlap, put them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts import Facts
from lintnews.finding import Edit, Finding, Fix, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lintnews.article import Article
    from lintnews.rule import Check, Rule

# Two findings that share this much of their joint extent are about the same defect.
_SAME_PLACE = 0.5


def lint(
    article: Article,
    checks: Iterable[Check],
    facts: Facts | None = None,
    *,
    failed: Callable[[Rule, Exception], None] | None = None,
) -> list[Finding]:
    """Return the settled findings of `checks` in `article`, in the order of the text.

    `failed` is told of a rule that raises, and the others go on; without it the exception is the caller's.
    """
    facts = facts or Facts(article)
    hits: list[tuple[Rule, Hit]] = []
    for check in checks:
        try:
            for hit in check(facts):
                rule = hit.particulars.of(check.rule) if hit.particulars else check.rule
                hits.append((rule, hit))
        except Exception as error:
            if failed is None:
                raise
            failed(check.rule, error)
    return [_finding(article, rule, hit) for rule, hit in settle(hits)]


def settle(hits: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Keep one finding per defect.

    Of two that overlap, the weightier stays (confidence, then severity, then a fix, then extent) where both
    are of one family or cover mostly the same characters; of different families that merely touch both stay.
    """
    settled: list[tuple[Rule, Hit]] = []
    for group in _overlapping(hits):
        kept: list[tuple[Rule, Hit]] = []
        for rule, hit in sorted(group, key=_weight):
            if not any(_same_defect(rule, hit, *other) for other in kept):
                kept.append((rule, hit))
        settled += kept
    return sorted(settled, key=lambda item: (item[1].span, item[0].code))


def _overlapping(hits: Iterable[tuple[Rule, Hit]]) -> Iterator[list[tuple[Rule, Hit]]]:
    """Yield the hits in groups that share no place, so that settling stays linear in the text."""
    group: list[tuple[Rule, Hit]] = []
    end = -1
    for item in sorted(hits, key=lambda item: item[1].span):
        span = item[1].span
        if group and span.start >= end and span != group[-1][1].span:
            yield group
            group = []
        group.append(item)
        end = max(end, span.end)
    if group:
        yield group


def _weight(item: tuple[Rule, Hit]) -> tuple[int, int, bool, int, int, str]:
    rule, hit = item
    return (
        -rule.confidence.rank,
        -rule.severity.weight,
        not hit.fixes,
        -hit.span.length,
        hit.span.start,
        rule.code,
    )


def _same_defect(rule: Rule, hit: Hit, other_rule: Rule, other: Hit) -> bool:
    if hit.span == other.span:
        return True
    shared = min(hit.span.end, other.span.end) - max(hit.span.start, other.span.start)
    if shared <= 0:
        return False
    joint = max(hit.span.end, other.span.end) - min(hit.span.start, other.span.start)
    return rule.family == other_rule.family or shared >= _SAME_PLACE * joint


def _finding(article: Article, rule: Rule, hit: Hit) -> Finding:
    place = article.offsets.to_source
    return Finding(
        rule=rule,
        span=place(hit.span),
        message=hit.message or rule.message,
        fixes=tuple(
            Fix(
                tuple(Edit(place(edit.span), edit.text) for edit in fix.edits), fix.applicability, fix.message
            )
            for fix in hit.fixes
        ),
        related=tuple(Related(place(related.span), related.message) for related in hit.related),
    )
