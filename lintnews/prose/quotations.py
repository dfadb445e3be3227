"""Someone's words between quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import Quotation
from lintnews.prose.pairing import pair_marks
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def quotations_in(text: str, block: Span, next_block: Span | None = None) -> Iterator[Quotation]:
    """Yield the quotations of one block in the order of their opening marks.

    `next_block` tells whether a long quotation goes on in the next paragraph.
    """
    for opening, closing, end, depth, state in pair_marks(text, block, next_block).pairs:
        span = Span(opening.start, closing.end if closing else end)
        inner = Span(opening.end, end)
        yield Quotation(span, inner, depth, state)
