"""What a run has written so far, such that another can go on behind it: texts, and Parquet in parts.

Whatever was written since the last article that is done does not count: that article is done again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from lintnews.cli.declared import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.report import Report


class SoFar(Protocol):
    """The main output of a run."""

    def mark(self) -> None:
        """Note that everything written until now is of articles that are done."""

    def commit(self) -> int:
        """Make what was marked last outlive this process, and return how much that is."""


class Text:
    """A text, counted in bytes; without a file nothing is."""

    def __init__(self, stream: IO[Any], *, is_file: bool) -> None:
        self._stream, self._is_file = stream, is_file
        self._size = 0

    def mark(self) -> None:
        """Note how long it is."""
        self._stream.flush()
        if self._is_file:
            self._size = os.fstat(self._stream.fileno()).st_size

    def commit(self) -> int:
        """Return how many bytes were there at the last mark."""
        return self._size


class Parts:
    """A report in a binary format, as files in a hidden folder beside the output, made one in the end.

    Such a file has its end last, so that nobody can go on with half of one.
    """

    def __init__(
        self,
        output: str,
        kept: int,
        make: Callable[[], Report[bytes]],
        join: Callable[[Sequence[Path], IO[bytes]], None],
    ) -> None:
        """Take over the first `kept` parts of an interrupted run, and no others.

        Args:
            output: path of the file in the end.
            kept: how many parts another run may go on behind.
            make: begins a part.
            join: writes one file that holds what several do.

        Raises:
            UsageError: the parts cannot be written, or some of them are gone.
        """
        # Through links: the file is replaced, and a link is to stay.
        self._output = Path(os.path.realpath(output))
        if self._output.exists() and not self._output.is_file():
            raise UsageError(f"cannot write {output}: it is no file")
        self._folder = self._output.with_name(f".{self._output.name}.parts")
        self._make, self._join = make, join
        self._report, self._begun, self._has_findings = make(), b"", False
        self._waiting: list[Checked] = []
        self._paths = [self._path(number) for number in range(kept)]
        self._is_whole = False
        if not all(path.exists() for path in self._paths):
            raise UsageError(gone(output))
        try:
            self._folder.mkdir(exist_ok=True)
            for path in set(self._folder.iterdir()) - set(self._paths):
                path.unlink()
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror or error}") from error

    def file(self, checked: Checked) -> bytes:
        """Take the findings of a file; they are written later."""
        if checked.findings:
            self._waiting.append(checked)
        return b""

    def mark(self) -> None:
        """Take what waits into the part that was begun."""
        for checked in self._waiting:
            self._begun += self._report.file(checked)
            self._has_findings = True
        self._waiting.clear()

    def commit(self) -> int:
        """Write the part that was begun, and return how many there are."""
        if self._has_findings:
            path = self._path(len(self._paths))
            draft = path.with_suffix(".tmp")
            draft.write_bytes(self._begun + self._report.close(()))
            draft.replace(path)
            self._paths.append(path)
            self._report, self._begun, self._has_findings = self._make(), b"", False
        return len(self._paths)

    def close(self, problems: Sequence[Problem]) -> bytes:  # noqa: ARG002 - they have no place in a part
        """Put one file of all parts in the place of the output."""
        self.mark()
        self.commit()
        draft = self._folder / "whole.tmp"
        with draft.open("wb") as stream:
            self._join(self._paths, stream)
        draft.replace(self._output)
        self._is_whole = True
        return b""

    def clear(self) -> None:
        """Take the parts away where nobody needs them any more; best when no state of the run is left."""
        if self._is_whole:
            import shutil  # noqa: PLC0415 - brings every kind of compression

            with suppress(OSError):
                shutil.rmtree(self._folder)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:06}.parquet"


def gone(output: str) -> str:
    """Say that an interrupted run cannot be gone on with."""
    return f"{output}: what the interrupted run wrote is gone; delete the file of --resume to begin anew"
