"""The paragraphs and headings of a page, with the element in which each stands."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, Unit
from lintnews.readers.html_tokens import Tag, pieces_of, tokens_of
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.offsets import Escape

#: What stands in these is no part of a story, or is not shown.
_LEFT_OUT = frozenset(
    "head script style template noscript nav svg math form button select option datalist textarea iframe "
    "object canvas audio video dialog menu pre xmp map noembed noframes title".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CODE = frozenset("code kbd samp tt var".split())
_KINDS = {
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.CROSS_HEADING),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
}
_HEADINGS = frozenset(name for name, kind in _KINDS.items() if kind.is_heading)
#: Each begins and ends a line of its own.
_BLOCKS = (
    frozenset(
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer "
        "header hgroup hr html legend li main ol p search section summary table caption tbody td tfoot th "
        "thead tr ul".split()
    )
    | _HEADINGS
)
#: Elements that may hold a story.
_CONTAINERS = frozenset("article aside body div footer header html main section".split())
_CLOSED_BY_PARAGRAPHS = frozenset({"p", *_HEADINGS})
_HIDDEN_STYLE = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Characters; menus, teasers and credits are shorter than the paragraphs by which a story is found.
_LEAST_PROSE = 60
#: Attributes that are read, with the elements whose text they are.
_READ = {"alt": frozenset({"img", "area", "input"}), "title": None}


@dataclass
class Container:
    """An element that may hold a story; `parent` is its index among the containers, -1 for the page.

    `prose` counts the characters of running text that stand in it and in no container within it.
    """

    tag: Tag
    parent: int
    prose: int = 0


class Placed(NamedTuple):
    """A unit, the index of its container, and how many of its characters are those of links."""

    unit: Unit
    container: int
    linked: int


@dataclass
class Page:
    """What a page holds; `extras` are texts in attributes."""

    units: list[Placed] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    extras: list[Placed] = field(default_factory=list)


class _Open(NamedTuple):
    """An open element: what follows is of this kind, in this container, shown or not."""

    name: str
    kind: BlockKind | None
    container: int
    shown: bool
    code: bool
    linked: bool


def page_of(text: str, encoding: str) -> Page:
    """Take a page apart; `encoding` is the codec in which fixes to it are to be written."""
    reader = _Reader(text, encoding)
    for token in tokens_of(text):
        if isinstance(token, Tag):
            reader.tag(token)
        elif not token.raw:
            reader.text(token.start, token.end)
    reader.flush()
    return reader.page


class _Reader:
    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._escape, self._escape_value = escape_in(encoding), escape_in(encoding, '"')
        self.page = Page(containers=[Container(Tag("", 0, 0), -1)])
        self._stack = [_Open("", None, 0, shown=True, code=False, linked=False)]
        self._names: dict[str, int] = {}
        self._pieces: list[Piece] = []
        self._linked = 0

    def tag(self, tag: Tag) -> None:
        """Work in a tag."""
        if tag.name in _BLOCKS or tag.name == "br":
            self.flush()
        if tag.closing:
            self._close(tag.name)
            return
        self._attributes(tag)
        if tag.name not in _VOID:
            self._open(tag)
        elif tag.name == "meta":
            self._meta(tag)

    def text(self, start: int, end: int) -> None:
        """Work in the characters between two tags."""
        top = self._stack[-1]
        if top.name == "title" and self._names.get("svg", 0) == 0:
            title = Unit(tuple(pieces_of(self._text, start, end)), BlockKind.CAPTION, self._escape)
            self.page.extras.append(Placed(title, -1, 0))
        if not top.shown:
            return
        for piece in pieces_of(self._text, start, end):
            self._pieces.append(piece._replace(code=top.code))
            self._linked += len(piece.text) if top.linked else 0

    def flush(self) -> None:
        """End the unit."""
        if any(piece.text.strip() for piece in self._pieces):
            top = self._stack[-1]
            unit = Unit(tuple(self._pieces), top.kind, self._escape)
            self.page.units.append(Placed(unit, top.container, self._linked))
            size = sum(len(piece.text) for piece in self._pieces)
            if top.kind is None and size >= _LEAST_PROSE:
                self.page.containers[top.container].prose += max(0, size - 2 * self._linked)
        self._pieces, self._linked = [], 0

    def _open(self, tag: Tag) -> None:
        if tag.name in _BLOCKS and self._stack[-1].name in _CLOSED_BY_PARAGRAPHS:
            self._close(self._stack[-1].name)
        elif tag.name == self._stack[-1].name and tag.name in _KINDS:
            self._close(tag.name)
        above = self._stack[-1]
        container = above.container
        if tag.name in _CONTAINERS:
            container = len(self.page.containers)
            self.page.containers.append(Container(tag, above.container))
        kind = _KINDS.get(tag.name, above.kind)
        if tag.name == "p" and (kind is BlockKind.TABLE_CELL or (kind and kind.is_heading)):
            kind = None
        self._stack.append(
            _Open(
                tag.name,
                kind,
                container,
                above.shown and tag.name not in _LEFT_OUT and not _is_hidden(tag),
                above.code or tag.name in _CODE,
                above.linked or tag.name == "a",
            )
        )
        self._names[tag.name] = self._names.get(tag.name, 0) + 1

    def _close(self, name: str) -> None:
        if not self._names.get(name):
            return
        while True:
            closed = self._stack.pop()
            self._names[closed.name] -= 1
            if closed.name == name:
                return

    def _attributes(self, tag: Tag) -> None:
        top = self._stack[-1]
        if not tag.attributes or not top.shown or tag.name in _LEFT_OUT or _is_hidden(tag):
            return
        for name, elements in _READ.items():
            if name in tag.attributes and (elements is None or tag.name in elements):
                self._extra(tag, name, BlockKind.CAPTION, top.container)

    def _meta(self, tag: Tag) -> None:
        names = {(tag.value("name") or "").lower(), (tag.value("property") or "").lower()}
        if names & {"description", "og:description"} and "content" in tag.attributes:
            self._extra(tag, "content", BlockKind.PARAGRAPH, -1)

    def _extra(self, tag: Tag, name: str, kind: BlockKind | None, container: int) -> None:
        value = tag.attributes[name]
        pieces = tuple(pieces_of(self._text, value.start, value.start + len(value.raw)))
        escape = self._escape_value if value.quote == '"' else escape_in("ascii", value.quote or " ")
        self.page.extras.append(Placed(Unit(pieces, kind, escape), container, 0))


def _is_hidden(tag: Tag) -> bool:
    if not tag.attributes:
        return False
    if "hidden" in tag.attributes or tag.value("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(tag.value("style") or "") is not None


def escape_in(encoding: str, quote: str = "") -> Escape:
    """Return what writes text as HTML or XML in `encoding`, between `quote` marks if it is a value.

    A value that stands without marks (`quote` is a blank) can hold no blank.
    """

    def escape(text: str) -> str | None:
        if quote == " " and (not text or any(char.isspace() or char in "\"'`=" for char in text)):
            return None
        written = html.escape(text, quote=False)
        if quote:
            written = written.replace(quote, f"&#{ord(quote)};")
        return written.encode(encoding, "xmlcharrefreplace").decode(encoding)

    return escape


def blocks_in(units: Sequence[Placed], inside: Sequence[bool]) -> list[Unit]:
    """Return the units in the containers that are `inside`, those left out that are mostly links."""
    return [placed.unit for placed in units if inside[placed.container] and not _is_navigation(placed)]


def _is_navigation(placed: Placed) -> bool:
    size = sum(len(piece.text.strip()) for piece in placed.unit.pieces)
    heading = placed.unit.kind is not None and placed.unit.kind.is_heading
    return placed.linked > 0.8 * size and not heading and placed.unit.kind is not BlockKind.TABLE_CELL
