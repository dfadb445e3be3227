"""The text that LanguageTool is sent for an article, and the way back from its places to the article's."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.offsets import OffsetMap, Stretch
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.article import Article

# Names and places without a sentence, on which it has nothing to say that helps.
_LEFT_OUT = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})
# What LanguageTool takes for the end of a paragraph; one line end is a blank to it.
_BREAK = "\n\n"
# The last character that is one unit in UTF-16, as Java counts.
_LAST_OF_ONE_UNIT = "\uffff"


class Passage(NamedTuple):
    """What is sent, and where it stands in `Article.text`."""

    text: str
    offsets: OffsetMap

    def place(self, offset: int, length: int) -> Span:
        """Return the article's span for a place that LanguageTool names in UTF-16 units."""
        wide = self._wide()
        start, end = (unit - bisect.bisect_left(wide, unit) for unit in (offset, offset + length))
        return self.offsets.to_source(Span(start, max(start, end)))

    def _wide(self) -> list[int]:
        """Return where characters of two units start, in units."""
        if self.text.isascii():
            return []
        wide = (index for index, char in enumerate(self.text) if char > _LAST_OF_ONE_UNIT)
        return [index + before for before, index in enumerate(wide)]


def passage_of(article: Article) -> Passage:
    """Return the article's blocks as paragraphs of their own, however the file breaks its lines."""
    parts: list[str] = []
    stretches: list[Stretch] = []
    length = 0
    for block in article.blocks:
        # Half of a character of two units cannot be sent.
        text = article.block_text(block).encode("utf-8", "replace").decode("utf-8")
        if block.kind in _LEFT_OUT or not text.strip():
            continue
        stretches.append(Stretch(length, block.span.start, len(text)))
        parts.append(text)
        length += len(text) + len(_BREAK)
    return Passage(_BREAK.join(parts), OffsetMap(tuple(stretches)))
