"""DOCX (Office Open XML): the paragraphs of the document, each a line of the text that findings refer to.

A word processor splits a paragraph into runs as it pleases, so that no fix can be made in the file: fixes are
suggestions. Line 7 of the text is the seventh paragraph, those in tables and empty ones counted.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import Piece, Unit, assemble, headed
from lintnews.readers.xml_events import End, Start, Text, events_of
from lintnews.records import NamedTuple
from lintnews.source import NoArticleError, Source, SourceError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article

# Bytes of one part, unpacked: a bomb of zeros stops here.
_MOST = 32 * 1024 * 1024
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
# Deleted and moved text, the copy of a drawing for old programs, code of fields.
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_CHARACTERS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
_LIST, _CELL = "list item", "table cell"
_KINDS = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.HEADLINE,
    "heading 1": BlockKind.HEADLINE,
    **{f"heading {level}": BlockKind.CROSS_HEADING for level in range(2, 10)},
    "caption": BlockKind.CAPTION,
    _CELL: BlockKind.TABLE_CELL,
}


# zipfile says in many ways that a file is not what it should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class _Paragraph(NamedTuple):
    text: str
    style: str


def source_of(data: bytes, name: str) -> Source:
    """Return the paragraphs of a document as a text of lines.

    Raises:
        SourceError: it is no DOCX, or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, _DOCUMENT)
            styles = _part(archive, _STYLES) if _STYLES in archive.namelist() else ""
    except KeyError as error:
        raise SourceError("is a ZIP file, but no DOCX: it has no word/document.xml") from error
    except _BROKEN as error:
        raise SourceError(f"is no DOCX that can be read: {error}") from error
    names = _style_names(styles) if styles else {}
    paragraphs = list(_paragraphs(document, names))
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    if not text.strip():
        raise NoArticleError("holds no text")
    kinds = tuple(paragraph.style for paragraph in paragraphs)
    return Source(text, name, format="docx", styles=kinds, is_read_only=True)


def read_docx(source: Source) -> Iterator[Article]:
    """Yield the article of a text that `source_of` made."""
    units = []
    place = 0
    for line, style in zip(source.text.split("\n"), source.styles, strict=True):
        units.append(Unit((Piece(line, place, place + len(line)),), _kind(style)))
        place += len(line) + 1
    yield from assemble(source, headed(units))


def _kind(style: str) -> BlockKind | None:
    # "list bullet", "list number 2" and the like.
    return BlockKind.LIST_ITEM if style.startswith("list") else _KINDS.get(style)


def _part(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as part:
        data = part.read(_MOST + 1)
    if len(data) > _MOST:
        raise SourceError(f"{name} in it is longer than {_MOST // 2**20} MB")
    return decode(data).text


def _style_names(styles: str) -> dict[str, str]:
    """Return the names of styles by their ids: the ids are in the language of the word processor."""
    names: dict[str, str] = {}
    style = ""
    for event in events_of(Source(styles)):
        if isinstance(event, Start) and event.name == "style":
            style = event.attributes.get("styleId", "")
        elif isinstance(event, Start) and event.name == "name" and style:
            names[style] = event.attributes.get("val", "").lower()
            style = ""
    return names


def _paragraphs(document: str, names: dict[str, str]) -> Iterator[_Paragraph]:
    reader = _Reader(names)
    for event in events_of(Source(document)):
        yield from reader.take(event)


class _Reader:
    """The state of reading: a list of characters for each open paragraph, as text boxes lie in those."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._open: list[list[str]] = []
        self._styles: list[str] = []
        self._left_out = self._cells = self._texts = 0

    def take(self, event: Start | End | Text) -> Iterator[_Paragraph]:
        """Work in an event; yield a paragraph when it ends."""
        if isinstance(event, Text):
            if self._texts and self._open and not self._left_out:
                self._open[-1].append(event.piece.text)
            return
        step = 1 if isinstance(event, Start) else -1
        self._left_out += step * (event.name in _LEFT_OUT)
        self._cells += step * (event.name == "tc")
        self._texts += step * (event.name == "t")
        if self._left_out:
            return
        if isinstance(event, Start):
            self._begin(event)
        elif event.name == "p" and self._open:
            # A line end within would shift all lines after it.
            text = " ".join("".join(self._open.pop()).splitlines())
            yield _Paragraph(text, self._styles.pop())

    def _begin(self, event: Start) -> None:
        if event.name == "p":
            self._open.append([])
            self._styles.append(_CELL if self._cells else "")
        elif not self._open:
            return
        elif event.name in _CHARACTERS:
            self._open[-1].append(_CHARACTERS[event.name])
        elif event.name == "pStyle":
            style = event.attributes.get("val", "")
            self._styles[-1] = self._styles[-1] or self._names.get(style, style.lower())
        elif event.name == "numPr":
            self._styles[-1] = self._styles[-1] or _LIST
