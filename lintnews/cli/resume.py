"""`--resume`: how far a run through archives has come, so that another can go on where it was interrupted."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.cli.declared import UsageError
from lintnews.content import content_of
from lintnews.report import BINARY_FORMATS
from lintnews.source import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.cli.outputs import Asked
    from lintnews.cli.reported import Limits
    from lintnews.cli.sofar import SoFar
    from lintnews.source import Source

# Of the shape of the file: another one is not read.
_VERSION = "lintnews-run-2"
# Seconds between one state and the next, which is how much work is done twice after a crash. A part of a file
# in Parquet should hold more than a few rows.
_SECONDS = 2.0
_SECONDS_OF_PART = 10.0
#: Formats whose output is complete after each record, or is written in parts.
FORMATS = frozenset({"full", "concise", "jsonl"}) | BINARY_FORMATS


class Resume:
    """The state of a run: which files are done, and the next record of the one that is not.

    Without a `file` nothing is kept.
    """

    def __init__(self, file: str | None, asked: Asked, limits: Limits) -> None:
        """Read the state that an earlier run left.

        Raises:
            UsageError: it cannot be read, or the options do not go with it.
        """
        self._file = Path(file) if file else None
        self._format, self._output = asked.format, asked.output
        self._seconds = _SECONDS_OF_PART if asked.format in BINARY_FORMATS else _SECONDS
        # In the order in which they were done.
        self._done: dict[str, None] = {}
        self._path: str | None = None
        self._next: Record | None = None
        self._written = 0
        self._so_far: SoFar | None = None
        # False while the output and what is said of it here may differ.
        self._is_settled = True
        self.findings = False
        self.problems = False
        self._saved = time.monotonic()
        if self._file is None:
            return
        if asked.format not in FORMATS or asked.further or asked.statistics:
            formats = ", ".join(sorted(FORMATS))
            raise UsageError(f"--resume goes with one report that is written as it goes: {formats}")
        if limits.write_baseline:
            raise UsageError("--write-baseline needs all findings: it does not go with --resume")
        if self._file.exists():
            self._read(self._file)

    @property
    def written(self) -> int | None:
        """How much of the output stays (`SoFar.commit`); None where nobody is to go on with this run."""
        return self._written if self._file else None

    def articles_of(self, found: Iterable[str]) -> list[str]:
        """Return the paths `found` without that of the state, which may lie among the articles."""
        return [
            path for path in found if self._file is None or Path(path).absolute() != self._file.absolute()
        ]

    def is_done(self, path: str) -> bool:
        """Whether an earlier run finished a file."""
        return path in self._done

    def since(self, path: str) -> Record | None:
        """Return the first record of an archive that is still to be done, None for all of it."""
        return self._next if path == self._path else None

    def record(self, path: str, source: Source) -> None:
        """Note that a record is done, and written."""
        if source.record is None:
            return
        self._is_settled = False
        record = source.record
        lines = source.text.count("\n")
        self._path = path
        self._next = Record(
            record.number + 1,
            record.offset + len(source.text),
            record.line + lines,
            record.byte + record.size,
            0,
        )
        self._mark()

    def file_done(self, path: str) -> None:
        """Note that a file is done."""
        self._is_settled = False
        self._done[path] = None
        self._path = self._next = None
        self._mark()

    @contextmanager
    def kept(self, so_far: SoFar) -> Iterator[None]:
        """Leave the state for another run if this one does not come to its end, else take it away."""
        if self._file is None:
            yield
            return
        self._so_far = so_far
        so_far.mark()
        try:
            yield
        except BaseException:
            # Else the state that was saved last holds.
            if self._is_settled:
                self.save()
            raise
        self._file.unlink(missing_ok=True)

    def save(self) -> None:
        """Write the state down, whole or not at all."""
        if self._file is None or self._so_far is None:
            return
        state = {
            "format": self._format,
            "done": list(self._done),
            "path": self._path,
            "next": self._next,
            "written": self._so_far.commit(),
            "findings": self.findings,
            "problems": self.problems,
        }
        new = self._file.with_name(f".{self._file.name}.tmp")
        new.write_text(json.dumps({_VERSION: state}) + "\n", encoding="utf-8")
        new.replace(self._file)
        self._saved = time.monotonic()

    def _mark(self) -> None:
        if self._so_far:
            self._so_far.mark()
            if time.monotonic() - self._saved >= self._seconds:
                self.save()
        self._is_settled = True

    def _read(self, file: Path) -> None:
        try:
            state: dict[str, Any] = json.loads(content_of(file))[_VERSION]
            kind = str(state["format"])
            self._done = {str(path): None for path in state["done"]}
            self._path = state["path"]
            self._next = Record(*map(int, state["next"])) if state["next"] else None
            self._written = int(state["written"])
            self.findings, self.problems = bool(state["findings"]), bool(state["problems"])
        except OSError as error:
            raise UsageError(f"cannot read {file}: {error.strerror}") from error
        except (KeyError, RecursionError, TypeError, ValueError) as error:
            raise UsageError(f"{file} is not the state of a run: delete it to begin anew") from error
        if kind != self._format:
            raise UsageError(f"{file} is of a run with --format {kind}, not {self._format}")
