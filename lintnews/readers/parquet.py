"""Archives in Parquet: the columns that hold prose, row group by row group.

Parquet has no text of its own: `columns.py` makes that of each record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.readers.columns import source_of
from lintnews.readers.csv_rows import roles_of
from lintnews.readers.intake import BadRecord
from lintnews.readers.records import MOST_RECORD
from lintnews.source import NoArticleError, Record, Source, SourceError

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from lintnews.readers.intake import Reading

# Rows that are made Python's at a time; the row group itself stays packed in Arrow's memory.
_BATCH = 256


def rows_of(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Source | BadRecord]:
    """Yield the rows of a file, from `reading.since` on; memory is that of its largest row group.

    Raises:
        SourceError: pyarrow is missing, the file is broken, or comes through a pipe.
        NoArticleError: no column holds prose.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - large, and of an extra
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise SourceError("is Parquet, which pip install 'lintnews[parquet]' makes readable") from error
    if not stream.seekable():
        raise SourceError("is Parquet, which is read from its end: give a file, neither packed nor a pipe")
    try:
        opened = ParquetFile(stream)
        columns = _columns(opened.schema_arrow, reading)
        yield from _rows(opened, columns, name, reading)
    except (pa.ArrowException, OSError) as error:
        raise SourceError(f"is broken Parquet: {' '.join(str(error).split())[:200]}") from error


def _rows(opened: Any, columns: list[str], name: str, reading: Reading) -> Iterator[Source | BadRecord]:
    first = reading.since.number if reading.since else 1
    number = 1
    for group in range(opened.num_row_groups):
        count = opened.metadata.row_group(group).num_rows
        if number + count <= first:
            number += count
            continue
        # Its threads would each hold a column of their own.
        for batch in opened.iter_batches(_BATCH, row_groups=[group], columns=columns, use_threads=False):
            for row in range(batch.num_rows):
                if number >= first:
                    cells = {column: batch.column(column)[row] for column in columns}
                    yield _source(cells, name, number, reading.fields)
                number += 1


def _source(row: dict[str, Any], name: str, number: int, fields: tuple[str, ...]) -> Source | BadRecord:
    record = Record(number, 0, 0, 0, 0)
    try:
        source = source_of({column: value.as_py() for column, value in row.items()}, name, record, fields)
    except UnicodeDecodeError:
        return BadRecord(record, "is not utf-8")
    if len(source.text) > MOST_RECORD:
        return BadRecord(record, f"is longer than {MOST_RECORD // 2**20} MB")
    return source


def _columns(schema: Any, reading: Reading) -> list[str]:
    """Return the names of the columns with prose: strings, or lists of strings, which are its paragraphs."""
    names = [field.name for field in schema if _is_text(field.type)]
    unfit = [field for field in schema if field.name in reading.fields and field.name not in names]
    if unfit:
        raise SourceError(f"has no prose in column {unfit[0].name}: it is {unfit[0].type}")
    found = [names[index] for index in roles_of(names, reading.fields)]
    if not found:
        known = ", ".join(schema.names)[:200]
        raise NoArticleError(f"has no column with prose among {known}; --field names one")
    # Arrow takes a dot in a name for a way into a structure, and finds a name that comes twice twice.
    twice = next((name for name in found if schema.names.count(name) > 1), None)
    if twice:
        raise SourceError(f"has two columns called {twice}")
    return found


def _is_text(kind: Any) -> bool:
    from pyarrow import types  # noqa: PLC0415

    if types.is_dictionary(kind):
        return _is_text(kind.value_type)
    if types.is_list(kind) or types.is_large_list(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))
