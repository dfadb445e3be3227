"""The elements and the text of an XML file, each with its place.

expat tells the byte at which everything begins, entities and references included. It fetches nothing, and
entities that the file declares are refused: no news format needs them, and they can blow up memory.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from xml.parsers import expat

from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece
from lintnews.records import NamedTuple
from lintnews.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.source import Source

# The encoding that the file names was used when it was read; from here on it is UTF-8.
_ENCODING = "utf-8"
# Elements within elements; no format goes as deep, and what does is meant to do harm.
_DEEPEST = 1000
_SEPARATOR = " "
_REFERENCE = lazy(r"&[^;<&]{1,40};")


class Start(NamedTuple):
    """A start tag; names without their namespaces, `place` is where it begins in the file."""

    name: str
    attributes: Mapping[str, str]
    place: int


class End(NamedTuple):
    """An end tag; `place` is where it begins."""

    name: str
    place: int


class Text(NamedTuple):
    """Characters of the text; `cdata` says that nothing in them is escaped."""

    piece: Piece
    cdata: bool


def events_of(source: Source) -> Iterator[Start | End | Text]:
    """Yield what an XML file holds, in order; comments and instructions are left out.

    Raises:
        SourceError: it is not well-formed, or declares entities; the message names line and column.
    """
    parser = _Parser(source.text)
    try:
        parser.run()
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        raise SourceError(f"line {error.lineno}, column {error.offset + 1}: broken XML: {message}") from error
    yield from parser.events


class _Parser:
    def __init__(self, text: str) -> None:
        self.events: list[Start | End | Text] = []
        self._text = text
        self._data = text.encode(_ENCODING, "surrogatepass")
        self._bytes = self._characters = 0
        self._depth = 0
        self._cdata = False
        self._chunk: tuple[str, int] | None = None
        parser = expat.ParserCreate(_ENCODING, _SEPARATOR)
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters_of
        parser.StartCdataSectionHandler = self._cdata_start
        parser.EndCdataSectionHandler = self._cdata_end
        parser.CommentHandler = self._other
        parser.ProcessingInstructionHandler = self._other
        parser.EntityDeclHandler = self._entity
        # As if a DTD had declared them: `&nbsp;` is common, and no reason to read nothing.
        parser.UseForeignDTD(True)
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def run(self) -> None:
        self._parser.Parse(self._data, True)

    def _place(self) -> int:
        """Character of the file at which the parser is; what it told of last ends there at the latest."""
        index = self._parser.CurrentByteIndex
        if index > self._bytes:
            self._characters += len(self._data[self._bytes : index].decode(_ENCODING, "surrogatepass"))
            self._bytes = index
        return self._characters

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        place = self._place()
        self._flush(place)
        self._depth += 1
        if self._depth > _DEEPEST:
            line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            raise SourceError(f"line {line}, column {column}: elements more than {_DEEPEST:,} deep")
        local = {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()}
        self.events.append(Start(name.rpartition(_SEPARATOR)[2], local, place))

    def _end(self, name: str) -> None:
        place = self._place()
        self._flush(place)
        self._depth -= 1
        self.events.append(End(name.rpartition(_SEPARATOR)[2], place))

    def _characters_of(self, text: str) -> None:
        place = self._place()
        self._flush(place)
        self._chunk = (text, place)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if is_parameter:
            return
        place = self._place()
        self._flush(place)
        meant = html.unescape(f"&{name};")
        if not self._depth:
            return
        self.events.append(Text(Piece(meant, place, place + len(name) + 2), cdata=False))

    def _other(self, *_: object) -> None:
        self._flush(self._place())

    def _cdata_start(self) -> None:
        self._other()
        self._cdata = True

    def _cdata_end(self) -> None:
        self._other()
        self._cdata = False

    def _entity(self, name: str, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        raise SourceError(f"line {line}: declares the entity {name!r}: files that do are not read")

    def _flush(self, following: int) -> None:
        """Write down the last chunk of text; what follows it begins at `following`."""
        if self._chunk is None:
            return
        (text, place), self._chunk = self._chunk, None
        end = place + len(text)
        if self._text[place:end] != text or (text == "&" and not self._cdata):
            # A reference, or a line end that XML makes one character of.
            reference = _REFERENCE.match(self._text, place)
            end = reference.end() if reference else following
        self.events.append(Text(Piece(text, place, end), self._cdata))
