"""An article as every check sees it: blocks, sentences and quotations over one plain text."""

from __future__ import annotations

import bisect
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.frozen import Frozen
from lintnews.offsets import OffsetMap
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.source import Source


class BlockKind(Enum):
    """What a block is to the reader of a newspaper."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CROSS_HEADING = "cross-heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    TABLE_CELL = "table cell"
    CREDIT = "credit"

    @property
    def is_heading(self) -> bool:
        """Headline or cross-heading."""
        return self in (BlockKind.HEADLINE, BlockKind.CROSS_HEADING)

    @property
    def is_prose(self) -> bool:
        """Running sentences are expected here."""
        return self in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


class Block(NamedTuple):
    """One block; `run_in` says that it stands on another block's line (dateline before, credit after)."""

    kind: BlockKind
    span: Span
    run_in: bool = False


class Sentence(NamedTuple):
    """One sentence, its end mark and closing quotation marks included; `block` indexes `Article.blocks`."""

    span: Span
    block: int


class QuotationState(Enum):
    """How a quotation ends."""

    CLOSED = "closed"
    CONTINUED = "continued"  # reopened at the next paragraph: no closing mark is due
    UNCLOSED = "unclosed"


class Quotation(NamedTuple):
    """Someone's words between quotation marks, within one block.

    Attributes:
        span: from the opening mark to the end of the closing one (or of the block where none closes).
        inner: the same without the marks.
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
        state: whether and how it is closed.
    """

    span: Span
    inner: Span
    depth: int = 0
    state: QuotationState = QuotationState.CLOSED


class Original(NamedTuple):
    """What a passage of the article (`span`) was translated from; `language` as the file names it, or ""."""

    span: Span
    text: str
    language: str = ""


class Article(Frozen):
    r"""A read article. All spans are offsets into `text`, whose lines end in `\n`.

    `offsets` leads back to `source`, the file as it is. `code` are passages that stand for themselves
    (computer code in a sentence): nothing is reported in them. `originals` are what passages were translated
    from, where the file says so.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    offsets: OffsetMap = OffsetMap()
    code: tuple[Span, ...] = ()
    originals: tuple[Original, ...] = ()

    def block_text(self, block: Block) -> str:
        """Return the characters of a block."""
        return block.span.of(self.text)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the character at `offset`, None between blocks."""
        index = bisect.bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].span.end:
            return None
        return self.blocks[index]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at `offset`, None outside sentences."""
        index = bisect.bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return self.sentences[index]

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the innermost quotation around the character at `offset`, None outside quotations."""
        index = bisect.bisect_right(self._quotation_starts, offset) - 1
        while index >= 0:
            quotation = self.quotations[index]
            if offset < quotation.span.end:
                return quotation
            if quotation.depth == 0:
                return None
            index -= 1
        return None

    def shared_text(self, span: Span) -> str:
        """Return the characters of `span`, the same object each time: a sentence may have many findings."""
        if span not in self._shared:
            self._shared[span] = span.of(self.text)
        return self._shared[span]

    @cached_property
    def _shared(self) -> dict[Span, str]:
        return {}

    def line_of(self, offset: int) -> int:
        """Line number (from 1) in the file of the character at `offset`."""
        return self.source.position(self.offsets.to_source(Span(offset, offset)).start).line

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.quotations]
