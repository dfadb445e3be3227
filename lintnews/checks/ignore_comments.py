"""Comments to lintnews that are wrong, or no longer needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.directives import END, directives_in
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.directives import Directive, Selector
    from lintnews.facts import Facts


def unused_hit(directive: Directive, unused: Sequence[Selector]) -> Hit:
    """Return the hit for a comment of which `unused` ignore nothing, all of it where that is all there is."""
    if len(unused) == len(directive.selectors):
        what = ", ".join(selector.text for selector in unused) or "anything"
        edits = tuple(Edit(span, "") for span in directive.removal)
        fix = Fix(edits, Applicability.SAFE, "remove the comment")
        return Hit(directive.span, f"nothing is left here for this comment to ignore ({what})", (fix,))
    first = directive.selectors[0].span.start
    kept = " ".join(selector.text for selector in directive.selectors if selector not in unused)
    last = directive.selectors[-1].span.end
    fix = Fix((Edit(Span(first, last), kept),), Applicability.SAFE, f"keep {kept}")
    what = ", ".join(selector.text for selector in unused)
    return Hit(unused[0].span, f"nothing is left here for this comment to ignore of {what}", (fix,))


@check(
    "LNT101",
    "unused-ignore-comment",
    mqm="design-and-markup/markup-tag",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    message="nothing is left here for this comment to ignore",
    examples=(
        bad("The ferry sailed. [[<!-- lintnews: ignore HED101 -->]]", "The ferry sailed. "),
        bad(
            "[[<!-- lintnews: ignore-begin QUO (from the poster) -->]]\nThe ferry sailed.\n"
            "<!-- lintnews: ignore-end -->\n",
            "The ferry sailed.\n",
        ),
        fine("The ferry sailed. <!-- the editor: ignore HED101 -->"),
    ),
)
def unused_ignore_comment(facts: Facts) -> Iterator[Hit]:
    """A comment in Markdown or HTML tells lintnews to ignore a rule where the rule finds nothing.

    The text was put right, or the rule has learnt; left standing, the comment would hide the next defect in
    that place. A comment is not judged where its rules do not run, or are asked to be surer than usual. What
    to write is in docs/ignoring.md.
    """
    # The defect of an article in which no rule finds anything; `suppress` knows what they found.
    for directive in directives_in(facts.article.source.text):
        if not directive.problem and directive.verb != END:
            yield unused_hit(directive, directive.selectors)


@check(
    "LNT102",
    "broken-ignore-comment",
    mqm="design-and-markup/markup-tag",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="lintnews does not understand this comment",
    examples=(
        bad("The ferry sailed. [[<!-- lintnews: ignroe HED101 -->]]"),
        bad("[[<!-- lintnews: ignore-begin -->]]\nThe ferry sailed.\n"),
        fine("<!-- lintnews: ignore-begin -->\nThe ferry sailed.\n<!-- lintnews: ignore-end -->\n"),
        fine("Call lintnews: ignore the noise <!-- said the manual -->."),
    ),
)
def broken_ignore_comment(facts: Facts) -> Iterator[Hit]:
    """A comment speaks to lintnews, but not in words that lintnews knows, or of no rule that there is.

    An ignore-begin without an ignore-end, which would silence the rest of the article, is one too.
    """
    for directive in directives_in(facts.article.source.text):
        if directive.problem:
            yield Hit(directive.span, directive.problem)


CHECKS = (unused_ignore_comment, broken_ignore_comment)
