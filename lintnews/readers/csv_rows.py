"""The fields of a row of CSV (RFC 4180), each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, assemble
from lintnews.readers.embedded import Embedded
from lintnews.readers.field_names import Fields, Role, role_of
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article
    from lintnews.source import Source

_DOUBLED = lazy(r'""')
_QUOTED = lazy(r'"((?:[^"]|"")*)("|\Z)')


class Field(NamedTuple):
    """A field: its characters between the quotation marks, where it has some."""

    text: str
    start: int
    end: int
    quoted: bool


def fields_of(row: str, delimiter: str) -> Iterator[Field]:
    """Yield the fields of a row with its line end."""
    stop = len(row.rstrip("\r\n"))
    place = 0
    while True:
        quoted = _QUOTED.match(row, place, stop)
        if quoted:
            start, end = quoted.span(1)
            yield Field(quoted[1].replace('""', '"'), start, end, quoted=True)
            # What follows the closing mark belongs to no field.
            after = row.find(delimiter, quoted.end(), stop)
        else:
            after = row.find(delimiter, place, stop)
            end = stop if after < 0 else after
            yield Field(row[place:end], place, end, quoted=False)
        if after < 0:
            return
        place = after + 1


def stays_open(line: str, delimiter: str, *, is_open: bool) -> bool:
    """Whether a field in quotation marks goes on after `line`; `is_open` says that one goes on before it."""
    place = 0
    while True:
        if not is_open:
            if line[place : place + 1] == '"':
                place += 1
            else:
                place = line.find(delimiter, place) + 1
                if not place:
                    return False
                continue
        while True:
            place = line.find('"', place) + 1
            if not place:
                return True
            if line[place : place + 1] != '"':
                break
            place += 1
        is_open = False
        place = line.find(delimiter, place) + 1
        if not place:
            return False


def roles_of(columns: Sequence[str], named: Sequence[str]) -> dict[int, Role]:
    """Return the columns that hold prose, by their index."""
    found = {index: role for index, column in enumerate(columns) if (role := role_of(column, named))}
    return found if named or Role.BODY in found.values() or Role.HEADLINE in found.values() else {}


def read_row(source: Source) -> Iterator[Article]:
    """Yield the articles of one row of an archive: its story, then what else it says."""
    if source.row is None:
        raise ValueError("a row needs the names of its columns")
    columns, delimiter = source.row
    roles = roles_of(columns, source.fields)
    fields = Fields()
    for index, field in enumerate(fields_of(source.text, delimiter)):
        if index in roles:
            text = Embedded.of(_pieces(source.text, field), _nothing)
            fields.add(roles[index], [text], source.encoding)
    for units in fields.stories(joined=bool(source.fields)):
        yield from assemble(source, units)


def _pieces(text: str, field: Field) -> Iterator[Piece]:
    place = field.start
    if field.quoted:
        for mark in _DOUBLED.finditer(text, field.start, field.end):
            if mark.start() > place:
                yield Piece(text[place : mark.start()], place, mark.start())
            yield Piece('"', *mark.span())
            place = mark.end()
    if place < field.end:
        yield Piece(text[place : field.end], place, field.end)


def _nothing(text: str) -> None:
    """Write nothing: an archive is read only."""
    del text
