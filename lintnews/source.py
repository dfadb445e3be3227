"""Bytes of a file to text, and characters of that text to lines and columns."""

from __future__ import annotations

import bisect
import codecs
from collections import Counter
from functools import cached_property

from lintnews.frozen import Frozen
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

_LINE_END = lazy(r"\r\n|\r|\n")
# How much of a file is looked at to tell text from binary data.
_SNIFF_BYTES = 65_536
# More control characters than this share of the sniffed characters: no text (git uses a single NUL).
_MAX_CONTROL_SHARE = 0.02
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SourceError(Exception):
    """A file that holds no text lintnews can read; the message is one line for the user."""


class BrokenError(SourceError):
    """A file that breaks its format's rules at a place, which the message names by line and column."""

    def __init__(self, source: Source, offset: int, message: str) -> None:
        line, column = source.position(offset)
        super().__init__(f"line {line}, column {column}: {message}")


class NoArticleError(SourceError):
    """A file that is not broken, but holds nothing to lint: in a search through folders it is passed over."""


class Position(NamedTuple):
    """A place as people and editors count it: `line` and `column` start at 1, columns count characters."""

    line: int
    column: int


class Record(NamedTuple):
    """One record of an archive.

    Attributes:
        number: its place among the records, from 1.
        offset: how many characters of the decoded file stand before it.
        line: the line of the file on which it begins, from 1; 0 where the file has no lines.
        byte: how many bytes of the file, after it was decompressed, stand before it.
        size: its bytes.
    """

    number: int
    offset: int
    line: int
    byte: int
    size: int


class Row(NamedTuple):
    """What a row of CSV does not say itself: the names of its columns, and the character between them."""

    columns: tuple[str, ...]
    delimiter: str


class Source(Frozen):
    r"""The decoded text of one file or record, exactly as on disk but for its byte-order mark.

    Attributes:
        text: every character, `\r\n` kept as two.
        path: where it came from, None for text handed over in memory.
        encoding: the codec that read it, a Python codec name.
        bom: whether a byte-order mark stood before the text.
        note: one line for the user where the encoding had to be guessed, else None.
        format: a name of `readers.formats.FORMATS`, None where name and content are to tell.
        fields: names of the fields that hold prose, where the user named them.
        record: which part of an archive it is; offsets are then those of the record, and lines the file's.
        row: what a record of CSV needs to be read.
        styles: what the file says that each line is, where its text does not show it.
        is_read_only: whether its fixes can be made only by hand, since the file is an archive, compressed, or
            made of more than its text.
    """

    text: str
    path: str | None = None
    encoding: str = "utf-8"
    bom: bool = False
    note: str | None = None
    format: str | None = None
    fields: tuple[str, ...] = ()
    record: Record | None = None
    row: Row | None = None
    styles: tuple[str, ...] = ()
    is_read_only: bool = False

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column (both from 1, in characters) of the character at `offset`."""
        line = bisect.bisect_right(self._line_starts, offset)
        return Position(line + self._lines_before, offset - self._line_starts[line - 1] + 1)

    def in_file(self, offset: int) -> int:
        """Return where the character at `offset` stands in the whole file, of which this may be a record."""
        return offset + (self.record.offset if self.record else 0)

    @property
    def _lines_before(self) -> int:
        return max(0, self.record.line - 1) if self.record else 0

    def line_text(self, line: int) -> str:
        """Return the text of line number `line` (from 1) without its line end."""
        line -= self._lines_before
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes in this file's encoding, with its byte-order mark where it had one.

        Raises:
            SourceError: the encoding lacks a character of `text`.
        """
        mark = next(mark for mark, encoding in _MARKS if encoding == self.encoding) if self.bom else b""
        try:
            return mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            missing = text[error.start]
            raise SourceError(
                f"cannot hold {missing!r} (U+{ord(missing):04X}): it is {self.encoding}"
            ) from error

    @cached_property
    def newline(self) -> str:
        r"""The commonest line end of the text, `\n` where it has none."""
        ends = Counter(_LINE_END.findall(self.text))
        return max(ends, key=lambda end: ends[end], default="\n")

    def with_whole_line_ends(self, span: Span) -> Span:
        r"""Return `span`, widened where an end of it lies between a `\r` and its `\n`."""
        if span.length == 0:
            return span
        start, end = (
            self.text[place - 1 : place + 1] == "\r\n" if place else False for place in (span.start, span.end)
        )
        return Span(span.start - start, span.end + end)

    @property
    def line_count(self) -> int:
        """Number of lines; a text that ends in a line end has an empty last one."""
        return len(self._line_starts)

    def column_utf8(self, offset: int) -> int:
        """Column (from 1) of `offset` counted in UTF-8 bytes, as reviewdog counts."""
        return self._column_in(offset, "utf-8", 1)

    def column_utf16(self, offset: int) -> int:
        """Column (from 1) of `offset` counted in UTF-16 units, as the Language Server Protocol counts."""
        return self._column_in(offset, "utf-16-le", 2)

    def _column_in(self, offset: int, codec: str, unit: int) -> int:
        start = self._line_starts[bisect.bisect_right(self._line_starts, offset) - 1]
        return len(self.text[start:offset].encode(codec, "surrogatepass")) // unit + 1


def decode(data: bytes, path: str | None = None) -> Source:
    """Read the text of a file from its bytes.

    A byte-order mark decides; else UTF-8; else UTF-16 where every other byte is NUL; else what XML or HTML
    says of itself; else cp1252 (what Windows editors write), with a note.

    Raises:
        SourceError: the bytes are no text (control characters, a broken multi-byte encoding).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"has a {encoding} byte-order mark but breaks off at byte {error.start}"
                ) from error
            return Source(_textual(text), path, encoding, bom=True)
    guessed = _utf16_without_mark(data)
    if guessed:
        try:
            note = f"no byte-order mark; read as {guessed}"
            return Source(_textual(data.decode(guessed)), path, guessed, note=note)
        except UnicodeDecodeError as error:
            raise SourceError("is binary, not text") from error
    try:
        return Source(_textual(data.decode("utf-8")), path, "utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start} is no UTF-8; read as cp1252"
    if data.lstrip()[:1] == b"<":
        from lintnews.charsets import decoded_as_declared  # noqa: PLC0415 - few files are of markup

        declared = decoded_as_declared(data)
        if declared:
            return Source(_textual(declared.text), path, declared.encoding)
    # cp1252 leaves five bytes undefined; latin-1 gives them as control characters.
    try:
        text, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "latin-1"
        place = place.replace("cp1252", "latin-1")
    return Source(_textual(text), path, encoding, note=place)


def encoding_of(head: bytes, usual: str | None = None) -> tuple[str, int]:
    """Return the encoding of a file by its first bytes, and how long its byte-order mark is.

    As `decode` has it, but for a file too long to be decoded first; `usual` is what it is without a mark.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    guessed = usual or _utf16_without_mark(head)
    if guessed:
        return guessed, 0
    try:
        # The head may end within a character.
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252", 0
    return "utf-8", 0


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SNIFF_BYTES]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _textual(text: str) -> str:
    sample = text[:_SNIFF_BYTES]
    if len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample):
        raise SourceError("is binary, not text")
    return text
