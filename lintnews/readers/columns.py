"""Records that are columns and no text: rows of Parquet, records handed over in memory.

The text of such a record is made of its columns of prose in their order, each on lines of its own;
`Source.styles` says of which column each line is.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece, assemble
from lintnews.readers.embedded import Embedded
from lintnews.readers.field_names import Fields, role_of
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.article import Article
    from lintnews.source import Record

    #: A string, or the paragraphs of one.
    Value = str | Sequence[str | None] | None

_LINE_END = lazy(r"\r\n|\r|\n")


def source_of(
    cells: Mapping[str, Value], name: str | None, record: Record | None = None, fields: Sequence[str] = ()
) -> Source:
    """Return the source of a record by its columns of prose; `fields` are those the user named."""
    texts: list[str] = []
    styles: list[str] = []
    for column, value in cells.items():
        text = _text(value)
        if text.strip():
            # A line end at the very end would run into ours.
            texts.append(text.rstrip("\r\n"))
            styles += [column for _ in _lines(texts[-1])]
    return Source(
        "\n".join(texts),
        name,
        format="parquet",
        fields=tuple(fields),
        record=record,
        styles=tuple(styles),
        is_read_only=True,
    )


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "\n\n".join(filter(None, value or ()))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, as `Source` counts them."""
    place = 0
    for end in _LINE_END.finditer(text):
        yield text[place : end.end()]
        place = end.end()
    yield text[place:]


def read_columns(source: Source) -> Iterator[Article]:
    """Yield the articles of a row: its story, then what else it says."""
    fields = Fields()
    place = 0
    lines = zip(source.styles, _lines(source.text), strict=True) if source.text else ()
    for column, group in groupby(lines, key=lambda line: line[0]):
        text = "".join(line for _, line in group)
        role = role_of(column, source.fields)
        if role:
            body = text.rstrip("\r\n")
            embedded = Embedded.of([Piece(body, place, place + len(body))], _nothing)
            fields.add(role, [embedded], source.encoding)
        place += len(text)
    for units in fields.stories(joined=bool(source.fields)):
        yield from assemble(source, units)


def _nothing(text: str) -> None:
    """Write nothing: an archive is read only."""
    del text
