"""NITF, the News Industry Text Format of the IPTC (3.x)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import assemble, headed
from lintnews.readers.xml_blocks import HTML_BLOCKS, Table, blocks_of
from lintnews.readers.xml_events import events_of
from lintnews.source import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article
    from lintnews.readers.assembly import Unit
    from lintnews.readers.xml_blocks import Block
    from lintnews.source import Source

#: NITF's own elements, and those it has from HTML.
NITF = Table(
    {
        **HTML_BLOCKS,
        "hl1": BlockKind.HEADLINE,
        "hl2": BlockKind.CROSS_HEADING,
        "slugline": BlockKind.CREDIT,
        "byline": BlockKind.BYLINE,
        "dateline": BlockKind.DATELINE,
        "media-caption": BlockKind.CAPTION,
        "media-producer": BlockKind.CREDIT,
        "tagline": BlockKind.CREDIT,
        "copyrite": BlockKind.CREDIT,
        "note": BlockKind.PARAGRAPH,
    },
    frozenset({"docdata", "head", "pre", "media-metadata", "media-reference", "object", "fn"}),
)
_CAPTIONS = frozenset({"media-caption", "media-producer", "caption", "figcaption"})


def read_nitf(source: Source) -> Iterator[Article]:
    """Yield the story, then the captions of its pictures as another article.

    Raises:
        SourceError: the file is no well-formed XML, or has no text where NITF has it.
    """
    blocks = blocks_of(events_of(source), NITF, source.encoding)
    if not blocks:
        raise NoArticleError("holds no text that NITF knows (hl1, p, …)")
    yield from articles_of(source, blocks)


def articles_of(source: Source, blocks: list[Block]) -> Iterator[Article]:
    """Yield the story that blocks of NITF make, then its captions."""
    story = [_unit(block) for block in blocks if block.element not in _CAPTIONS]
    captions = [block.unit for block in blocks if block.element in _CAPTIONS]
    for units in (headed(story), captions):
        if units:
            yield from assemble(source, units)


def _unit(block: Block) -> Unit:
    # In the head of the story the second line of the headline, further down a cross-heading.
    if block.element == "hl2" and "hedline" in block.around:
        return block.unit._replace(kind=BlockKind.HEADLINE)
    return block.unit
