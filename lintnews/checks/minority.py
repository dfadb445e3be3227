"""How an inconsistent form is reported: where it stands, against what, and the form that repairs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.span import Span

# As many places are reported one by one; where there are more, the first stands for all.
_A_HANDFUL = 3


def form_hit(
    facts: Facts, places: Sequence[Span], repair: str, usual: Span, reason: str, *, note: str = ""
) -> Hit:
    """Make one hit for all `places` of a form, its fix repairing each of them.

    `usual` is a place of the form that the article keeps to, `reason` says why that one is right.
    """
    text = facts.text
    line = facts.article.line_of(usual.start)
    message = f"‘{places[0].of(text)}’ is spelt ‘{usual.of(text)}’ elsewhere (line {line}): {reason}"
    fix = Fix(tuple(Edit(place, repair) for place in places), Applicability.UNSAFE)
    return Hit(places[0], message, (fix,), (Related(usual, note or "the other spelling"),))


def form_hits(places: Sequence[Span], repairs: Sequence[str], usual: Span, message: str) -> Iterator[Hit]:
    """Yield one hit for each of a few places, or one on the first with a fix for all."""
    related = (Related(usual, "the usual form"),)
    edits = [Edit(place, repair) for place, repair in zip(places, repairs, strict=True)]
    if len(places) <= _A_HANDFUL:
        for edit in edits:
            yield Hit(edit.span, message, (Fix((edit,), Applicability.UNSAFE),), related)
    else:
        yield Hit(places[0], message, (Fix(tuple(edits), Applicability.UNSAFE),), related)
