"""What comments in a file ask not to be reported, and which of them ask in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.directives import END, directives_in, may_hold_directives
from lintnews.finding import Finding, Hit
from lintnews.readers.formats import format_of
from lintnews.rule import ABOUT_COMMENTS
from lintnews.selection import SelectionError, fits, named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lintnews.directives import Directive
    from lintnews.rule import Rule
    from lintnews.rule_sets import RuleSet
    from lintnews.source import Source
    from lintnews.span import Span


def suppressed(source: Source, findings: Sequence[Finding], rule_set: RuleSet) -> tuple[Finding, ...]:
    """Return the findings that no comment ignores, with those about the comments, in the order of the text.

    Of the latter only those whose rules run. A comment about rules that do not run, or not as far as they do
    by default, is not said to be unused.
    """
    if not may_hold_directives(source.text):
        return tuple(findings)
    form = source.format or format_of(source.path, source.text)
    if form == "text":
        # Its readers would see them.
        return tuple(findings)
    directives = directives_in(source.text, markdown=form == "markdown")
    used: set[tuple[Span, str]] = set()
    kept = [finding for finding in findings if not _is_ignored(finding, directives, used)]
    hits = [hit for directive in directives for hit in _told(directive, used, rule_set)]
    own = [_finding(rule_set.rules[rule.code], hit) for rule, hit in hits if rule.code in rule_set.rules]
    # A comment about these rules, such as one for the whole file, holds for them too.
    kept += [finding for finding in own if not _is_ignored(finding, directives, used)]
    return tuple(sorted(kept, key=lambda finding: (finding.span, finding.rule.code)))


def _is_ignored(finding: Finding, directives: Iterable[Directive], used: set[tuple[Span, str]]) -> bool:
    """Whether a comment ignores the finding; notes in `used` every selector that does."""
    found = False
    for directive in directives:
        if not _reaches(directive.reach, finding.span):
            continue
        if not directive.selectors and finding.rule.family != ABOUT_COMMENTS:
            used.add((directive.span, ""))
            found = True
        for selector in directive.selectors:
            if fits(selector.text, finding.rule):
                used.add((directive.span, selector.text))
                found = True
    return found


def _reaches(reach: Span, span: Span) -> bool:
    return (reach.start < span.end and span.start < reach.end) or reach.start <= span.start < reach.end


def _told(
    directive: Directive, used: Collection[tuple[Span, str]], rule_set: RuleSet
) -> Iterator[tuple[Rule, Hit]]:
    from lintnews.checks.ignore_comments import (  # noqa: PLC0415 - most files have no such comments
        broken_ignore_comment,
        unused_hit,
        unused_ignore_comment,
    )

    if directive.problem:
        yield broken_ignore_comment.rule, Hit(directive.span, directive.problem)
        return
    unknown = []
    for selector in directive.selectors:
        try:
            named(selector.text, rule_set.known)
        except SelectionError as error:
            unknown.append(selector)
            yield broken_ignore_comment.rule, Hit(selector.span, str(error))
    if directive.verb == END or unknown:
        return
    unused = [
        selector
        for selector in directive.selectors
        if (directive.span, selector.text) not in used and _is_due(selector.text, rule_set)
    ]
    all_unused = not directive.selectors and (directive.span, "") not in used and _is_due("ALL", rule_set)
    if unused or all_unused:
        yield unused_ignore_comment.rule, unused_hit(directive, unused)


def _is_due(selector: str, rule_set: RuleSet) -> bool:
    """Whether no rule that a selector fits is kept from what it does by default, or is not there at all."""
    fitting = [rule for rule in rule_set.known if fits(selector, rule)]
    return bool(fitting) and not any(rule.code in rule_set.stinted for rule in fitting)


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(rule, hit.span, hit.message or rule.message, hit.fixes)
