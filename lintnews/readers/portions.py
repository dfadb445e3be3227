"""Texts too long for one article, cut into several, so that what is known of each fits into memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Characters of the longest article: a book of 60,000 words, for which a run takes some 300 MB.
MOST_CHARACTERS = 400_000
# A portion ends between paragraphs where it can, else between lines, else between words; not before this
# share of its length.
_LEAST = 0.75
_ENDS = ("\n\n", "\n", "\r", ". ", " ")


def portions(text: str) -> Iterator[Span]:
    """Yield the portions of a text in order: mostly there is one. Their characters are all of the text."""
    start = 0
    while len(text) - start > MOST_CHARACTERS:
        stop = _stop(text, start + int(_LEAST * MOST_CHARACTERS), start + MOST_CHARACTERS)
        yield Span(start, stop)
        start = stop
    yield Span(start, len(text))


def _stop(text: str, first: int, last: int) -> int:
    for end in _ENDS:
        found = text.rfind(end, first, last)
        if found >= 0:
            return found + len(end)
    # Nothing but letters: between two of them.
    return last
