"""Gettext PO: the translations are the article, what they are translated from stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, Unit, assemble
from lintnews.source import NoArticleError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article
    from lintnews.source import Source

_LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_KEYWORD = lazy(r"\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)(?=[ \t\"])[ \t]*")
_STRING = lazy(r"[ \t]*\"(?P<body>(?:[^\"\\\r\n]|\\[^\r\n])*)\"[ \t]*(?=[\r\n]|\Z)")
_ESCAPE = lazy(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)", re.DOTALL)
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def read_po(source: Source) -> Iterator[Article]:
    """Yield the article of all translations.

    Raises:
        SourceError: a line is not PO, or nothing is translated.
    """
    units = list(_units(source.text))
    if not units:
        raise NoArticleError("holds no translation (no msgstr with text)")
    yield from assemble(source, units)


def _units(text: str) -> Iterator[Unit]:
    original = ""
    for keyword, pieces in _strings(text):
        value = "".join(piece.text for piece in pieces)
        if keyword == "msgid":
            original = value
        elif keyword.startswith("msgstr") and original and value.strip():
            # The translation of nothing is the head of the file.
            yield Unit(tuple(pieces), None, escape, (original, ""))


def _strings(text: str) -> Iterator[tuple[str, list[Piece]]]:
    """Yield each keyword with its string, whose parts may stand on many lines."""
    keyword, pieces = "", list[Piece]()
    for number, line in enumerate(_LINE.finditer(text), 1):
        body = line.group().strip()
        if not body or body.startswith("#"):
            continue
        start = line.start()
        named = _KEYWORD.match(text, start, line.end())
        if named:
            if keyword:
                yield keyword, pieces
            keyword, pieces, start = named[1], [], named.end()
        string = _STRING.match(text, start, line.end())
        if not string or not keyword:
            raise SourceError(f"line {number}: broken PO: a string in quotation marks belongs here")
        pieces += pieces_of(text, *string.span("body"))
    if keyword:
        yield keyword, pieces


def pieces_of(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the characters of a string with its escapes resolved."""
    place = start
    for found in _ESCAPE.finditer(text, start, end):
        if found.start() > place:
            yield Piece(text[place : found.start()], place, found.start())
        yield Piece(_meant(found.group()[1:]), found.start(), found.end())
        place = found.end()
    if place < end:
        yield Piece(text[place:end], place, end)


def _meant(code: str) -> str:
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0].isdecimal() and code[0] in "01234567":
        return chr(int(code, 8) % 256)
    return _MEANT.get(code, code)


def escape(text: str) -> str:
    """Write text as a string of PO."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
