"""XLIFF 1.2, 2.0 and 2.1: the targets are the article, their sources stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.readers.assembly import Unit, assemble, at_least_one
from lintnews.readers.xml_blocks import escape_of
from lintnews.readers.xml_events import End, Start, Text, events_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article
    from lintnews.source import Source

# Elements of a target whose text is markup of the original file, not prose.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "sub", "x", "bx", "ex", "sc", "ec", "cp"})
_SEGMENTS = frozenset({"trans-unit", "segment"})
_ASIDE = frozenset({"alt-trans", "notes", "note", "matches", "context-group", "count-group", "skeleton"})


def read_xliff(source: Source) -> Iterator[Article]:
    """Yield an article for each `file` in it: its targets in order, with what each was translated from.

    Raises:
        SourceError: the file is no well-formed XML, or has no target with text.
    """
    found = (article for units in _files(source) if units for article in assemble(source, units))
    return at_least_one(found, "holds no translated text (no target in it)")


def _files(source: Source) -> Iterator[list[Unit]]:
    units: list[Unit] = []
    language = ""
    texts: dict[str, list[Text]] = {}
    role: str | None = None
    aside = codes = 0
    for event in events_of(source):
        if isinstance(event, Text):
            if role and not codes:
                texts.setdefault(role, []).append(event)
            continue
        begins = isinstance(event, Start)
        step = 1 if begins else -1
        aside += step * (event.name in _ASIDE)
        codes += step * (event.name in _CODES)
        if aside:
            continue
        if isinstance(event, Start):
            language = event.attributes.get("source-language", event.attributes.get("srcLang", language))
        if event.name in _SEGMENTS:
            if not begins:
                units += _unit(texts, language, source.encoding)
            texts = {}
        elif event.name in ("source", "target"):
            role = event.name if begins else None
        elif event.name == "file" and isinstance(event, End):
            yield units
            units = []


def _unit(texts: dict[str, list[Text]], language: str, encoding: str) -> Iterator[Unit]:
    target = texts.get("target", [])
    if target:
        original = "".join(text.piece.text for text in texts.get("source", []))
        pieces = tuple(text.piece for text in target)
        yield Unit(pieces, None, escape_of(target, encoding), (original, language))
