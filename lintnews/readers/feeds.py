"""RSS (0.9x, 1.0, 2.0) and Atom: each item is an article, and so is what the feed says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import assemble, at_least_one, headed
from lintnews.readers.embedded import Embedded
from lintnews.readers.xml_blocks import escape_of
from lintnews.readers.xml_events import End, Start, Text, events_of
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article
    from lintnews.readers.assembly import Unit
    from lintnews.source import Source

_ITEMS = frozenset({"item", "entry"})
_FEEDS = frozenset({"channel", "feed"})
_TITLES = frozenset({"title", "subtitle"})
_BODIES = frozenset({"encoded", "content"})
_SUMMARIES = frozenset({"description", "summary"})
_AUTHORS = frozenset({"creator"})
_READ = _TITLES | _BODIES | _SUMMARIES | _AUTHORS


class _Field(NamedTuple):
    """The text of one element; `form` is its `type` in Atom, `place` where its content stands in the file."""

    name: str
    form: str
    texts: tuple[Text, ...]
    place: tuple[int, int]


def read_feed(source: Source) -> Iterator[Article]:
    """Yield the articles of a feed: of each item the story, then its summary where it has both.

    Raises:
        SourceError: the file is no well-formed XML, or no feed with text in it.
    """
    found = (article for fields in _items(events_of(source)) for article in _articles(source, fields))
    return at_least_one(found, "holds no item with text (title, description, content)")


def _items(events: Iterator[Start | End | Text]) -> Iterator[list[_Field]]:
    """Yield the fields of the feed itself and of each item as they end; only children of those are fields."""
    open_ones: list[list[_Field]] = []
    path: list[str] = []
    texts: list[Text] = []
    form, depth, begins = "", 0, 0
    for event in events:
        if isinstance(event, Text):
            if depth:
                texts.append(event)
            continue
        if isinstance(event, Start):
            is_field = not depth and bool(open_ones) and path[-1] in _ITEMS | _FEEDS and event.name in _READ
            if event.name in _ITEMS | _FEEDS and not depth:
                open_ones.append([])
            path.append(event.name)
            if is_field:
                depth, texts, form = len(path), [], event.attributes.get("type", "")
                begins = event.place
            continue
        if depth == len(path):
            open_ones[-1].append(_Field(event.name, form, tuple(texts), (begins, event.place)))
            depth = 0
        path.pop()
        if event.name in _ITEMS | _FEEDS and not depth:
            yield open_ones.pop()


def _articles(source: Source, fields: list[_Field]) -> Iterator[Article]:
    head: list[Unit] = []
    stories: list[list[Unit]] = []
    for field in fields:
        if field.name in _TITLES | _AUTHORS:
            kind = BlockKind.BYLINE if field.name in _AUTHORS else BlockKind.HEADLINE
            head += (unit._replace(kind=kind) for units in _read(source, field) for unit in units)
    head.sort(key=lambda unit: unit.kind is not BlockKind.HEADLINE)
    for names in (_BODIES, _SUMMARIES):
        stories += (units for field in fields if field.name in names for units in _read(source, field))
    first, *others = stories or [[]]
    for units in (headed([*head, *first]), *others):
        if units:
            yield from assemble(source, units)


def _read(source: Source, field: _Field) -> Iterator[list[Unit]]:
    if field.form == "xhtml":
        yield from _inline(source, field)
        return
    embedded = Embedded.of((text.piece for text in field.texts), escape_of(field.texts, source.encoding))
    if field.name in _TITLES | _AUTHORS and field.form != "html":
        yield [embedded.unit(None)]
        return
    # RSS does not say whether a description is text or HTML; in Atom `text` is the default.
    known = {"html": True, "text": False, "text/plain": False, "text/html": True}.get(field.form)
    yield from embedded.stories(source.encoding, as_html=known)


def _inline(source: Source, field: _Field) -> Iterator[list[Unit]]:
    """Read XHTML that stands in the feed as it is."""
    from lintnews.readers.html_page import stories_of  # noqa: PLC0415 - few feeds have it

    start, end = field.place
    for units in stories_of(source.text[start:end], source.encoding):
        yield [
            unit._replace(
                pieces=tuple(p._replace(start=p.start + start, end=p.end + start) for p in unit.pieces)
            )
            for unit in units
        ]
