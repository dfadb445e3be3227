"""`--resume`: how far a run through archives has come, so that another can go on where it was interrupted."""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.cli.declared import UsageError
from lintnews.source import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.cli.outputs import Asked
    from lintnews.source import Source

# Of the shape of the file: another one is not read.
_VERSION = "lintnews-run-1"
# Written so often at most; what is done twice after a crash takes no longer.
_SECONDS = 2.0
#: Formats whose output is complete after each record.
FORMATS = frozenset({"full", "concise", "jsonl"})


class Resume:
    """The state of a run: which files are done, and the next record of the one that is not.

    Without a `file` nothing is kept.
    """

    def __init__(self, file: str | None, asked: Asked) -> None:
        """Read the state that an earlier run left.

        Raises:
            UsageError: it cannot be read, or the options do not go with it.
        """
        self._file = Path(file) if file else None
        self._output = asked.output
        # In the order in which they were done.
        self._done: dict[str, None] = {}
        self._path: str | None = None
        self._next: Record | None = None
        self._written = 0
        self.findings = False
        self.problems = False
        self._saved = time.monotonic()
        if self._file is None:
            return
        if asked.format not in FORMATS or asked.further or asked.statistics:
            formats = ", ".join(sorted(FORMATS))
            raise UsageError(f"--resume goes with one report that is written as it goes: {formats}")
        if self._file.exists():
            self._read(self._file)

    @property
    def written(self) -> int | None:
        """Bytes of the output that stay; None where this run is not a continuation."""
        return self._written if self._done or self._path else None

    def is_done(self, path: str) -> bool:
        """Whether an earlier run finished a file."""
        return path in self._done

    def since(self, path: str) -> Record | None:
        """Return the first record of an archive that is still to be done, None for all of it."""
        return self._next if path == self._path else None

    def record(self, path: str, source: Source) -> None:
        """Note that a record is done, and written."""
        if self._file is None or source.record is None:
            return
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
        if time.monotonic() - self._saved >= _SECONDS:
            self.save()

    def file_done(self, path: str) -> None:
        """Note that a file is done."""
        self._done[path] = None
        self._path = self._next = None

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Leave the state for another run if this one does not come to its end, else take it away."""
        if self._file is None:
            yield
            return
        try:
            yield
        except BaseException:
            self.save()
            raise
        self._file.unlink(missing_ok=True)

    def save(self) -> None:
        """Write the state down, whole or not at all; the output must have been flushed."""
        if self._file is None:
            return
        self._saved = time.monotonic()
        state = {
            "done": list(self._done),
            "path": self._path,
            "next": self._next,
            "written": self._size(),
            "findings": self.findings,
            "problems": self.problems,
        }
        new = self._file.with_name(f".{self._file.name}.{os.getpid()}.tmp")
        new.write_text(json.dumps({_VERSION: state}) + "\n", encoding="utf-8")
        new.replace(self._file)

    def _size(self) -> int:
        return Path(self._output).stat().st_size if self._output and Path(self._output).exists() else 0

    def _read(self, file: Path) -> None:
        try:
            state: dict[str, Any] = json.loads(file.read_text("utf-8"))[_VERSION]
            self._done = {str(path): None for path in state["done"]}
            self._path = state["path"]
            self._next = Record(*map(int, state["next"])) if state["next"] else None
            self._written = int(state["written"])
            self.findings, self.problems = bool(state["findings"]), bool(state["problems"])
        except OSError as error:
            raise UsageError(f"cannot read {file}: {error.strerror}") from error
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(f"{file} is not the state of a run: delete it to begin anew") from error
