"""A fix in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit
from lintnews.fixes import apply_edits
from lintnews.report.cells import visible
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.finding import Finding, Fix
    from lintnews.source import Source

# More fixes than this help nobody to choose.
_MOST_FIXES = 4
# Longer quotations are cut in the middle.
_LONGEST_QUOTE = 120


def help_lines(source: Source, finding: Finding) -> list[str]:
    """Say what the fixes of a finding do; those that say the same but for the new text share a line."""
    offers: dict[tuple[str, str], list[str]] = {}
    for fix in finding.fixes[:_MOST_FIXES]:
        opening = "perhaps" if fix.applicability is Applicability.SUGGESTION else "help"
        action, text = described(source, finding, fix)
        offers.setdefault((opening, action), []).append(text)
    return [f"{opening}: {action}{_either(texts)}" for (opening, action), texts in offers.items()]


def as_one(fix: Fix, text: str) -> Edit:
    """Return the edits of a fix, and what stands between them in `text`, as one edit."""
    start = min(edit.span.start for edit in fix.edits)
    end = max(edit.span.end for edit in fix.edits)
    return Edit(Span(start, end), apply_edits(text[:end], fix.edits)[start:])


def described(source: Source, finding: Finding, fix: Fix) -> tuple[str, str]:
    """Return what a fix does to the text, and the text, which may be empty."""
    if fix.message:
        return "", visible(fix.message)
    edit = fix.edits[0]
    if len(fix.edits) == 1 and not edit.text:
        return "remove ", _quoted(edit.span.of(source.text))
    if len(fix.edits) == 1 and edit.span == finding.span:
        return "replace by ", _quoted(edit.text)
    start = min(finding.span.start, *(edit.span.start for edit in fix.edits))
    end = max(finding.span.end, *(edit.span.end for edit in fix.edits))
    start, end = _whole_words(source.text, Span(start, end))
    return "write ", _quoted(apply_edits(source.text[:end], fix.edits)[start:])


def _either(texts: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def _whole_words(text: str, span: Span) -> Span:
    """Widen a span to the blanks around it, so that an insertion is seen between its neighbours."""
    start, end = span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _quoted(text: str) -> str:
    shown = visible(text)
    if len(shown) > _LONGEST_QUOTE:
        shown = f"{shown[: _LONGEST_QUOTE // 2]} … {shown[-_LONGEST_QUOTE // 2 :]}"
    # Marks of the text's own must not run into ours.
    return f"‹{shown}›" if shown[:1] in "‘’'" or shown[-1:] in "‘’'" else f"‘{shown}’"
