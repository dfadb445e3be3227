"""The YAML between two lines `---` with which many Markdown files begin."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, Unit
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.offsets import Escape

_FENCE = lazy(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = lazy(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
# Characters; nobody writes more about an article, and YAML is slow to read.
_LONGEST = 20_000
_HEADLINES = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "subtitle": BlockKind.HEADLINE,
    "subheadline": BlockKind.HEADLINE,
    "byline": BlockKind.BYLINE,
    "author": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
}
_DESCRIPTIONS = {
    "description": BlockKind.PARAGRAPH,
    "summary": BlockKind.PARAGRAPH,
    "excerpt": BlockKind.PARAGRAPH,
    "lede": BlockKind.PARAGRAPH,
    "caption": BlockKind.CAPTION,
    "alt": BlockKind.CAPTION,
}
_RUN = lazy(r"\S+")
# A plain scalar may hold more, but not at every place.
_PLAIN = lazy(r"[^:#\[\]{}\"'`\\|>&*!%@,\n]*")


class FrontMatter(NamedTuple):
    """Where it ends, 0 where there is none; units of the article, and others that only tell of it."""

    end: int = 0
    headlines: tuple[Unit, ...] = ()
    descriptions: tuple[Unit, ...] = ()


def front_matter_of(text: str) -> FrontMatter:
    """Read the front matter of a file; YAML that is none leaves the lines to Markdown."""
    opening = _FENCE.match(text)
    closing = opening and _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    if not opening or not closing:
        return FrontMatter()
    import yaml  # noqa: PLC0415 - most files have no front matter

    start = opening.end()
    try:
        root = yaml.compose(text[start : closing.start()], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return FrontMatter()
    if root is not None and not isinstance(root, yaml.MappingNode):
        return FrontMatter()
    headlines, descriptions = [], []
    for key, value in root.value if root else ():
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            continue
        if not value.tag.endswith(":str"):
            continue
        span = (start + value.start_mark.index, start + value.end_mark.index)
        unit = Unit(tuple(_pieces(value.value, text, *span)), None, _escape(value.style))
        name = key.value.lower()
        if name in _HEADLINES:
            headlines.append(unit._replace(kind=_HEADLINES[name]))
        elif name in _DESCRIPTIONS:
            descriptions.append(unit._replace(kind=_DESCRIPTIONS[name]))
    headlines.sort(key=lambda unit: unit.kind is not BlockKind.HEADLINE)
    return FrontMatter(closing.end(), tuple(headlines), tuple(descriptions))


def _pieces(value: str, text: str, start: int, end: int) -> Iterator[Piece]:
    """Find the words of a value in its text; where an escape hides one, the value is one piece."""
    place = start
    pieces: list[Piece] = []
    for run in _RUN.finditer(value):
        found = text.find(run.group(), place, end)
        if found < 0:
            yield Piece(value, start, end)
            return
        if pieces:
            pieces.append(Piece(" ", place, found))
        place = found + len(run.group())
        pieces.append(Piece(run.group(), found, place))
    yield from pieces


def _escape(style: str | None) -> Escape:
    def escape(text: str) -> str | None:
        if style == '"':
            return json.dumps(text, ensure_ascii=False)[1:-1]
        if style == "'":
            return None if "\n" in text else text.replace("'", "''")
        return text if style is None and _PLAIN.fullmatch(text) else None

    return escape
