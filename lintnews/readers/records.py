"""Archives: JSON Lines and CSV, one record after the other.

An archive is decoded line by line, so that the memory it takes is that of its longest record. Each record is
a Source whose offsets are its own; `Source.record` leads to the file.
"""

from __future__ import annotations

import io
from collections import deque
from pathlib import PurePath
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.readers.csv_rows import fields_of, roles_of, stays_open
from lintnews.readers.intake import BadRecord
from lintnews.records import NamedTuple
from lintnews.source import NoArticleError, Record, Row, Source, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.readers.intake import Reading

#: Characters of the longest record that is read.
MOST_RECORD = 16 * 1024 * 1024
_SNIFFED = 64 * 1024
_DELIMITERS = ",;\t|"
# What stands for bytes that the encoding does not know.
_UNKNOWN = lazy(r"[\udc80-\udcff\ufffd]")
_BY_BYTES = frozenset({"utf-8", "cp1252"})


def records_of(
    stream: io.BufferedReader, name: str, form: str, reading: Reading
) -> Iterator[Source | BadRecord]:
    """Yield the records of an archive, from `reading.since` on; then `stream` is closed.

    Raises:
        SourceError: the archive is no text, has no column with prose, or its compression is broken.
        OSError: it cannot be read.
    """
    # JSON is UTF-8 where no mark says otherwise; spreadsheets write what they like.
    encoding, mark = encoding_of(stream.peek(_SNIFFED), usual="utf-8" if form == "jsonl" else None)
    stream.read(mark)
    # An encoding of more than one byte at a time knows no characters that stand for single bytes.
    errors = "surrogateescape" if encoding in _BY_BYTES else "replace"
    with io.TextIOWrapper(stream, encoding, errors=errors, newline="\n") as text:
        lines = _Lines(text, encoding, mark)
        for found in _json_lines(lines, reading) if form == "jsonl" else _rows(lines, name, reading):
            if found.problem:
                yield BadRecord(found.record, found.problem)
                continue
            yield Source(
                found.text,
                name,
                encoding,
                format=form,
                fields=reading.fields,
                record=found.record,
                row=found.row,
                is_read_only=True,
            )


class _Found(NamedTuple):
    record: Record
    text: str
    problem: str = ""
    row: Row | None = None


class _Line(NamedTuple):
    """A line with its end; `problem` says why it cannot be used. The places are those of its start."""

    text: str
    offset: int
    number: int
    byte: int
    size: int
    problem: str = ""


class _Lines:
    """The lines of a stream, counted in characters and bytes; `mark` are the bytes before it."""

    def __init__(self, stream: io.TextIOWrapper, encoding: str, mark: int) -> None:
        self._stream, self._encoding = stream, encoding
        self._offset, self._byte, self._number = 0, mark, 0
        self._again: deque[_Line] = deque()

    def next(self) -> _Line | None:
        """Return the next line, None at the end."""
        if self._again:
            return self._again.popleft()
        text = self._stream.readline(MOST_RECORD)
        if not text:
            return None
        length, size = len(text), self._size(text)
        problem = f"is not {self._encoding}" if _is_broken(text) else ""
        rest = text
        while len(rest) == MOST_RECORD and not rest.endswith("\n"):
            rest = self._stream.readline(MOST_RECORD)
            length, size = length + len(rest), size + self._size(rest)
            problem = f"is longer than {MOST_RECORD // 2**20} MB"
        self._number += 1
        line = _Line("" if problem else text, self._offset, self._number, self._byte, size, problem)
        self._offset += length
        self._byte += size
        return line

    def back(self, lines: list[_Line]) -> None:
        """Take lines back, to be read again."""
        self._again.extendleft(reversed(lines))

    def skip(self, byte: int) -> None:
        """Pass over all lines that begin before `byte`."""
        while line := self.next():
            if line.byte >= byte:
                self.back([line])
                return

    def _size(self, text: str) -> int:
        return len(text.encode(self._encoding, "surrogateescape"))


def _is_broken(text: str) -> bool:
    return not text.isascii() and _UNKNOWN.search(text) is not None


def _json_lines(lines: _Lines, reading: Reading) -> Iterator[_Found]:
    number = 0
    if reading.since:
        number = reading.since.number - 1
        lines.skip(reading.since.byte)
    while line := lines.next():
        if not line.problem and not line.text.strip():
            continue
        number += 1
        record = Record(number, line.offset, line.number, line.byte, line.size)
        yield _Found(record, line.text, line.problem)


def _rows(lines: _Lines, name: str, reading: Reading) -> Iterator[_Found]:
    """Yield the rows of a CSV after its first, which names the columns."""
    first = next(_row_lines(lines, ","), None)
    if first is None:
        return
    head = "".join(line.text for line in first)
    delimiter = _delimiter(name, head)
    columns = tuple(field.text for field in fields_of(head, delimiter))
    roles = roles_of(columns, reading.fields)
    if not roles:
        known = " ".join(", ".join(filter(None, columns))[:200].split())
        raise NoArticleError(f"has no column with prose among {known}; --field names one")
    number = 0
    if reading.since:
        number = reading.since.number - 1
        lines.skip(reading.since.byte)
    for row in _row_lines(lines, delimiter):
        text = "".join(line.text for line in row)
        begin, problem = row[0], next((line.problem for line in row if line.problem), "")
        if not problem and not text.strip():
            continue
        number += 1
        record = Record(number, begin.offset, begin.number, begin.byte, sum(line.size for line in row))
        if not problem:
            count = sum(1 for _ in fields_of(text, delimiter))
            if count > len(columns) or count <= max(roles):
                problem = f"has {count} fields, not {len(columns)} as the first line"
        yield _Found(record, text, problem, Row(columns, delimiter))


def _row_lines(lines: _Lines, delimiter: str) -> Iterator[list[_Line]]:
    """Yield the lines of each row: a field in quotation marks may hold line ends."""
    while line := lines.next():
        row, size = [line], len(line.text)
        is_open = stays_open(line.text, delimiter, is_open=False)
        while is_open and not row[-1].problem:
            more = lines.next()
            if more is None or size > MOST_RECORD:
                # Only this line is lost, not all that follows it.
                lines.back([*row[1:], *([more] if more else [])])
                row = [line._replace(problem="has a quotation mark that never closes")]
                break
            row.append(more)
            size += len(more.text)
            is_open = stays_open(more.text, delimiter, is_open=True)
        yield row


def _delimiter(name: str, head: str) -> str:
    if PurePath(name).suffix.lower() == ".tsv" or ".tsv." in name.lower():
        return "\t"
    return max(_DELIMITERS, key=lambda mark: (head.count(mark), -_DELIMITERS.index(mark)))
