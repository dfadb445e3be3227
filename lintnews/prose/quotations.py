"""Someone's words between quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import Quotation
from lintnews.prose.pairing import pair_blocks
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def quotations_in(text: str, blocks: Iterable[Span]) -> Iterator[Quotation]:
    """Yield the quotations of an article in the order of their opening marks."""
    for pairing in pair_blocks(text, blocks):
        for opening, closing, end, depth, state in pairing.pairs:
            span = Span(opening.start, closing.end if closing else end)
            yield Quotation(span, Span(opening.end, end), depth, state)
