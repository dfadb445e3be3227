"""NewsML-G2 of the IPTC: news items with their headline, slugline and byline, and the story within.

The story (`inlineXML`) is NITF or XHTML, or (`inlineData`) text or HTML that is escaped.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import assemble, at_least_one, headed
from lintnews.readers.embedded import Embedded
from lintnews.readers.nitf import NITF, articles_of
from lintnews.readers.xml_blocks import Table, blocks_of, escape_of
from lintnews.readers.xml_events import End, Start, Text, events_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article
    from lintnews.readers.xml_blocks import Block
    from lintnews.source import Source

_TABLE = Table(
    {
        **NITF.blocks,
        "headline": BlockKind.HEADLINE,
        "slugline": BlockKind.CREDIT,
        "by": BlockKind.BYLINE,
        "dateline": BlockKind.DATELINE,
        "creditline": BlockKind.CREDIT,
        "description": BlockKind.PARAGRAPH,
        "inlineData": None,
    },
    NITF.left_out | frozenset("itemMeta rightsInfo catalog catalogRef header assert subject genre".split()),
)
_ITEMS = frozenset({"newsItem", "packageItem", "conceptItem"})
# What the story within repeats of what stands around it.
_HEAD = frozenset({"headline", "slugline", "by", "dateline", "creditline"})


def read_newsml(source: Source) -> Iterator[Article]:
    """Yield the story of each news item, then its captions and descriptions.

    Raises:
        SourceError: the file is no well-formed XML, or has no text where NewsML-G2 has it.
    """
    found = (article for events in _items(events_of(source)) for article in _item(source, events))
    return at_least_one(found, "holds no text that NewsML-G2 knows (headline, inlineXML, …)")


def _items(events: Iterator[Start | End | Text]) -> Iterator[list[Start | End | Text]]:
    """Yield the events of each news item; a message may hold many."""
    item: list[Start | End | Text] = []
    depth = 0
    for event in events:
        is_item = not isinstance(event, Text) and event.name in _ITEMS
        depth += is_item and isinstance(event, Start)
        if depth:
            item.append(event)
        depth -= is_item and isinstance(event, End)
        if item and not depth:
            yield item
            item = []


def _item(source: Source, events: Sequence[Start | End | Text]) -> Iterator[Article]:
    blocks = [block for block in blocks_of(events, _TABLE, source.encoding) if block.element != "inlineData"]
    within = [block for block in blocks if "contentSet" in block.around]
    # What the story has itself, its headline first of all, is read there and there alone.
    own = {block.element for block in within} | ({"headline"} if _has_headline(within) else set())
    around = [
        block
        for block in blocks
        if "contentSet" not in block.around and block.element in _HEAD and block.element not in own
    ]
    around.sort(key=lambda block: block.unit.kind is not BlockKind.HEADLINE)
    descriptions = [block.unit for block in blocks if block.element == "description"]
    embedded = [units for data in _inline_data(source, events) for units in data]
    if embedded:
        head = [block.unit for block in around]
        yield from assemble(source, headed([*head, *embedded[0]]))
        for units in embedded[1:]:
            yield from assemble(source, units)
        around = []
    if around or within:
        heads = list(takewhile(lambda block: block.unit.kind is BlockKind.HEADLINE, within))
        yield from articles_of(source, [*heads, *around, *within[len(heads) :]])
    if descriptions:
        yield from assemble(source, descriptions)


def _has_headline(blocks: Sequence[Block]) -> bool:
    return any(block.unit.kind is BlockKind.HEADLINE for block in blocks)


def _inline_data(source: Source, events: Sequence[Start | End | Text]) -> Iterator[Iterator[list]]:  # type: ignore[type-arg]
    texts: list[Text] = []
    content = ""
    inside = False
    for event in events:
        if isinstance(event, Text):
            if inside:
                texts.append(event)
        elif event.name == "inlineData":
            inside = isinstance(event, Start)
            if isinstance(event, Start):
                content, texts = event.attributes.get("contenttype", ""), []
                continue
            known = True if "html" in content else False if content.startswith("text/plain") else None
            embedded = Embedded.of((text.piece for text in texts), escape_of(texts, source.encoding))
            yield embedded.stories(source.encoding, as_html=known)
