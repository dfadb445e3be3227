"""Which marks open and close which quotation."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.article import Quotation, QuotationState
from lintnews.span import Span

_PAIRS = {"“": "”", "«": "»", "„": "“"}


def quotations_in(text: str, block: Span, next_block: Span | None = None) -> Iterator[Quotation]:
    """Yield the quotations of one block in the order of their opening marks."""
    opened: int | None = None
    closer = ""
    for place in range(block.start, block.end):
        mark = text[place]
        if opened is None:
            if mark in _PAIRS or mark == '"':
                opened, closer = place, _PAIRS.get(mark, '"')
        elif mark == closer:
            yield Quotation(Span(opened, place + 1), Span(opened + 1, place))
            opened = None
    if opened is not None:
        continued = next_block is not None and text[next_block.start : next_block.start + 1] in ("“", '"')
        state = QuotationState.CONTINUED if continued else QuotationState.UNCLOSED
        yield Quotation(Span(opened, block.end), Span(opened + 1, block.end), state=state)
