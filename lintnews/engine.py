"""Run checks over an article, settle findings that overlap, put them in order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.accepted import NOTHING, Accepted
from lintnews.facts import Facts
from lintnews.finding import Applicability, Edit, Finding, Fix, Hit, Related
from lintnews.rule import Checks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.article import Article
    from lintnews.rule import Check, Rule
    from lintnews.span import Span

# Two findings that share this much of their joint extent are about the same defect.
_SAME_PLACE = 0.5
# Characters; findings are compared with those that reach into the same stretch of the text.
_STRETCH = 256


def lint(
    article: Article,
    checks: Iterable[Check],
    facts: Facts | None = None,
    *,
    accepted: Accepted = NOTHING,
    failed: Callable[[Rule, Exception], None] | None = None,
) -> list[Finding]:
    """Return the settled findings of `checks` in `article` but in `accepted` terms, in the order of the text.

    `failed` is told of a rule that raises, and the others go on; without it the exception is the caller's.
    """
    facts = facts or Facts(article)
    checks = checks if isinstance(checks, Checks) else Checks(checks)
    hits: list[tuple[Rule, Hit]] = []
    for check in _concerning(checks, facts):
        try:
            for hit in check.find(facts):
                rule = hit.particulars.of(check.rule) if hit.particulars else check.rule
                hits.append((rule, hit))
        except Exception as error:
            if failed is None:
                raise
            failed(check.rule, error)
    if article.code:
        hits = [(rule, hit) for rule, hit in hits if not any(map(hit.span.overlaps, article.code))]
    hits = accepted.without(hits, facts)
    return [_finding(article, rule, hit) for rule, hit in settle(hits)]


def _concerning(checks: Checks, facts: Facts) -> Sequence[Check]:
    try:
        return checks.concerning(facts)
    except Exception:  # noqa: BLE001 - the check that it is from raises it again, and the others go on
        return checks


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Put the findings of the articles of one file in the order of the file."""
    return sorted(findings, key=lambda finding: (finding.span, finding.rule.code))


def settle(hits: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Keep one finding per defect.

    Of two that overlap, the weightier stays (confidence, then severity, then a fix, then extent) where both
    are of one family or cover mostly the same characters; of different families that merely touch both stay.
    Another linter's finding is folded into ours where it touches it; of one for the same characters ours
    takes the reference, and the fixes where it has none.
    """
    kept: list[tuple[Rule, Hit]] = []
    # Kept findings by the stretches of text that they reach into: only neighbours are compared, so that the
    # cost stays linear in the text.
    near: defaultdict[int, list[int]] = defaultdict(list)
    for rule, hit in sorted(hits, key=_weight):
        stretches = range(hit.span.start // _STRETCH, hit.span.end // _STRETCH + 1)
        others = (index for stretch in stretches for index in near[stretch])
        same = next((index for index in others if _same_defect(rule, hit, *kept[index])), None)
        if same is not None:
            kept[same] = kept[same][0], _joined(kept[same][1], hit)
            continue
        for stretch in stretches:
            near[stretch].append(len(kept))
        kept.append((rule, hit))
    return sorted(kept, key=lambda item: (item[1].span, item[0].code))


def _joined(ours: Hit, theirs: Hit) -> Hit:
    """Return a finding with what another linter says of the same characters."""
    if ours.span != theirs.span or ours.reference or not theirs.reference:
        return ours
    return ours._replace(reference=theirs.reference, fixes=ours.fixes or theirs.fixes)


def _weight(item: tuple[Rule, Hit]) -> tuple[bool, int, int, bool, int, int, str]:
    rule, hit = item
    return (
        hit.reference is not None,
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
    if rule.family == other_rule.family or hit.reference:
        return True
    joint = max(hit.span.end, other.span.end) - min(hit.span.start, other.span.start)
    return shared >= _SAME_PLACE * joint


def _finding(article: Article, rule: Rule, hit: Hit) -> Finding:
    place = article.offsets.to_source
    return Finding(
        rule=rule,
        span=place(hit.span),
        message=hit.message or rule.message,
        fixes=tuple(_fix(article, fix) for fix in hit.fixes),
        related=tuple(Related(place(related.span), related.message) for related in hit.related),
        sentence=_sentence(article, hit.span.start),
        reference=hit.reference,
    )


def _fix(article: Article, fix: Fix) -> Fix:
    """Lead a fix to the file; one that would break its markup is a suggestion, in the article's words."""
    offsets, text = article.offsets, article.source.text
    edits = [offsets.edit(edit.span, edit.text, text) for edit in fix.edits]
    if all(edits) and not article.source.is_read_only:
        return fix._replace(edits=tuple(_edit(article, *edit) for edit in edits if edit))
    shown = tuple(Edit(offsets.to_source(edit.span), edit.text) for edit in fix.edits)
    return Fix(shown, Applicability.SUGGESTION, fix.message, is_whole=False)


def _edit(article: Article, span: Span, text: str) -> Edit:
    """Return an edit of the file, whose line ends may be two characters long."""
    source = article.source
    return Edit(
        source.with_whole_line_ends(span), text.replace("\n", source.newline) if "\n" in text else text
    )


def _sentence(article: Article, offset: int) -> str:
    """Return what stands around a place: its sentence, else its block; a place at an end belongs to it."""
    for place in (offset, max(0, offset - 1)):
        around = article.sentence_at(place) or article.block_at(place)
        if around:
            return article.shared_text(around.span)
    return ""
