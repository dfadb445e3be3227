"""The tags and the text of a page, each with its place.

`html.parser` names the line and column of a tag, but not where an attribute stands, and its time grows with
the square of some broken pages; this scanner looks at no character more than a few times. What it makes of
broken markup is what the HTML standard (section 13.2.5) has browsers make of it.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

_TAG_NAME = lazy(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = lazy(
    r"[\s/]*(?P<name>[^\s/>][^\s/>=]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)?))?"
)
_TAG_END = lazy(r"[\s/]*>")
_COMMENT_END = lazy(r"--!?>")
# More digits than a character can have would only cost time.
_REFERENCE = lazy(r"&(?:#[xX][0-9a-fA-F]{1,7};?|#[0-9]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
#: Elements whose content is no markup.
_RAW = frozenset("script style xmp iframe noembed noframes".split())
#: Elements whose content has character references, but no tags.
_RAW_TEXT = frozenset("title textarea".split())


class Attribute(NamedTuple):
    """The value of an attribute as it is written, with its place; `quote` is "" where it has none."""

    raw: str
    start: int
    quote: str = ""


class Tag(NamedTuple):
    """A tag; `name` and the names of the attributes are in small letters."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: Mapping[str, Attribute] = {}

    def value(self, attribute: str) -> str | None:
        """Return the value of an attribute, None where the tag has no such."""
        found = self.attributes.get(attribute)
        return None if found is None else html.unescape(found.raw[:1000])


class Text(NamedTuple):
    """Characters between tags, as they are written; `raw` says that they are a script's or the like."""

    start: int
    end: int
    raw: bool = False


def tokens_of(page: str) -> Iterator[Tag | Text]:
    """Yield the tags and texts of a page in order; comments and declarations are left out."""
    place, since = 0, 0
    while (place := page.find("<", place)) >= 0:
        markup = _markup_at(page, place)
        if markup is None:
            place += 1
            continue
        end, tag = markup
        if place > since:
            yield Text(since, place)
        place = since = end
        if tag is None:
            continue
        yield tag
        if not tag.closing and tag.name in _RAW | _RAW_TEXT:
            closing = _closing(page, tag.name, end)
            if closing > end:
                yield Text(end, closing, raw=tag.name in _RAW)
            place = since = closing
    if since < len(page):
        yield Text(since, len(page))


def pieces_of(page: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the characters `start` to `end` of a page with its character references resolved."""
    place = start
    if page.find("&", start, end) >= 0:
        for reference in _REFERENCE.finditer(page, start, end):
            raw = reference.group()
            meant = html.unescape(raw)
            if meant == raw:
                continue
            if reference.start() > place:
                yield Piece(page[place : reference.start()], place, reference.start())
            # What is no name ends an old one without its semicolon: `&copyright`.
            tail = len(raw) if raw.endswith(";") and not meant.endswith(";") else _taken(raw, meant)
            yield Piece(meant[: len(meant) - len(raw) + tail], reference.start(), reference.start() + tail)
            place = reference.start() + tail
    if place < end:
        yield Piece(page[place:end], place, end)


def _taken(raw: str, meant: str) -> int:
    """How much of `raw` the reference takes up: the rest stands in `meant` as it is."""
    rest = 0
    while rest < min(len(raw), len(meant)) - 1 and raw[-1 - rest] == meant[-1 - rest]:
        rest += 1
    return len(raw) - rest


def _markup_at(page: str, place: int) -> tuple[int, Tag | None] | None:
    """Return the end of the markup that begins at `place`, and its tag; None where it is text."""
    following = page[place + 1 : place + 2]
    if following == "!":
        return _declaration_end(page, place), None
    if following == "?":
        return _end_after(page, ">", place), None
    name = _TAG_NAME.match(page, place)
    if name:
        return _tag(page, name)
    if following == "/":
        return _end_after(page, ">", place), None
    return None


def _tag(page: str, name: re.Match[str]) -> tuple[int, Tag | None]:
    attributes: dict[str, Attribute] = {}
    place = name.end()
    while not (end := _TAG_END.match(page, place)):
        attribute = _ATTRIBUTE.match(page, place)
        if not attribute:
            # The page breaks off within a tag, which is no text for a browser either.
            return len(page), None
        place = attribute.end()
        for group, quote in (("double", '"'), ("single", "'"), ("bare", "")):
            if attribute[group] is not None:
                found = Attribute(attribute[group], attribute.start(group), quote)
                attributes.setdefault(attribute["name"].lower(), found)
                break
        else:
            attributes.setdefault(attribute["name"].lower(), Attribute("", place))
    return end.end(), Tag(name[2].lower(), name.start(), end.end(), bool(name[1]), attributes)


def _declaration_end(page: str, place: int) -> int:
    if not page.startswith("<!--", place):
        return _end_after(page, ">", place)
    if page.startswith((">", "->"), place + 4):
        return page.index(">", place) + 1
    end = _COMMENT_END.search(page, place + 4)
    return end.end() if end else len(page)


def _end_after(page: str, mark: str, place: int) -> int:
    found = page.find(mark, place)
    return len(page) if found < 0 else found + len(mark)


def _closing(page: str, name: str, place: int) -> int:
    """Return where the closing tag of an element without markup begins, or where the page ends."""
    while (place := page.find("</", place)) >= 0:
        if page[place + 2 : place + 2 + len(name)].lower() == name:
            after = page[place + 2 + len(name) : place + 3 + len(name)]
            if not after or after in " \t\n\r\f/>":
                return place
        place += 2
    return len(page)
