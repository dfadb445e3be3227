"""Findings as Parquet: a row for each, with the keys of the format `json`; for archives of many findings."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Any

from lintnews.report import MissingError
from lintnews.report.machine import as_dict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lintnews.checked import Checked, Problem
    from lintnews.report import Canvas

# Findings in a row group: some megabytes.
_GROUP = 20_000


class Parquet:
    """The format `parquet`, written row group by row group."""

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - the same on any canvas
        """Load pyarrow.

        Raises:
            MissingError: it is not there.
        """
        try:
            import pyarrow as pa  # noqa: PLC0415 - large, and of an extra
            from pyarrow import parquet  # noqa: PLC0415
        except ImportError as error:
            raise MissingError("the format parquet needs pip install 'lintnews[parquet]'") from error
        self._schema = _schema(pa)
        self._table: Any = pa.Table
        self._written = io.BytesIO()
        self._sink = pa.PythonFile(_Sink(self._written), mode="w")
        self._writer: Any = parquet.ParquetWriter(self._sink, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def file(self, checked: Checked) -> bytes:
        """Keep the file's findings, and return the row group that is full by them."""
        self._rows += [_row(as_dict(finding, checked.source)) for finding in checked.findings]
        if len(self._rows) >= _GROUP:
            self._flush()
        return self._taken()

    def close(self, problems: Sequence[Problem]) -> bytes:  # noqa: ARG002 - they have no place among findings
        """Return the last row group and the end of the file."""
        self._flush()
        self._writer.close()
        return self._taken()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._table.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def _taken(self) -> bytes:
        taken = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return taken


def join(parts: Sequence[Path], stream: IO[bytes]) -> None:
    """Write one file that holds the findings of several, in order."""
    import pyarrow as pa  # noqa: PLC0415 - large, and of an extra
    from pyarrow import parquet  # noqa: PLC0415

    with parquet.ParquetWriter(stream, _schema(pa), compression="zstd") as writer:
        tables: list[Any] = []
        rows = 0
        for part in parts:
            tables.append(parquet.read_table(part))
            rows += tables[-1].num_rows
            if rows >= _GROUP:
                writer.write_table(pa.concat_tables(tables))
                tables, rows = [], 0
        if tables:
            writer.write_table(pa.concat_tables(tables))


class _Sink(io.RawIOBase):
    """Takes what pyarrow writes, and counts on where what was taken away is gone."""

    def __init__(self, written: io.BytesIO) -> None:
        self._written = written
        self._place = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        size = self._written.write(data)
        self._place += size
        return size

    def tell(self) -> int:
        return self._place


def _row(finding: dict[str, Any]) -> dict[str, Any]:
    """Return a finding with text that Parquet can hold: it has no lone halves of surrogate pairs."""
    plain: dict[str, Any] = _whole(finding)
    return plain


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value


def _schema(pa: Any) -> Any:
    text, number = pa.string(), pa.int64()
    span = [("start", number), ("end", number)]
    edits = pa.list_(pa.struct([*span, ("text", text)]))
    fix = pa.struct([("edits", edits), ("applicability", text), ("message", text)])
    place = [*span, ("line", number), ("column", number), ("text", text), ("message", text)]
    words = "path rule name family mqm severity confidence message".split()
    places = "start end line column end_line end_column".split()
    return pa.schema(
        [
            *((name, text) for name in words),
            *((name, number) for name in places),
            ("text", text),
            ("fixes", pa.list_(fix)),
            ("related", pa.list_(pa.struct(place))),
            ("reference", pa.struct([(name, text) for name in "tool rule category url".split()])),
            ("record", number),
        ]
    )
