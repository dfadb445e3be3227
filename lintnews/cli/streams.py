"""The streams that the reports of a run are written to."""

from __future__ import annotations

import io
import os
import sys
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

from lintnews.cli.console import canvas_for, remark, use_utf8
from lintnews.cli.declared import UsageError
from lintnews.cli.sofar import Parts, Text, gone
from lintnews.report import BINARY_FORMATS, Canvas, MissingError, Report, binary_report, joined, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.cli.outputs import Asked
    from lintnews.cli.sofar import SoFar

# GitHub refuses the summary of a step that is longer.
_SUMMARY_BYTES = 1024 * 1024
# With less room there is no summary worth reading.
_LEAST_SUMMARY_BYTES = 4096
_TEXT: dict[str, Any] = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


class Outputs:
    """Every report of a run, each with its stream; `so_far` is the main one as a run can go on with it."""

    def __init__(self, reports: Sequence[tuple[Report[Any], IO[Any]]], so_far: SoFar) -> None:
        self._reports = reports
        self.so_far = so_far

    def texts(self, checked: Checked) -> list[tuple[IO[Any], str | bytes]]:
        """Return what there is to write about a file, and where to."""
        texts = [(stream, made.file(checked)) for made, stream in self._reports]
        return [(stream, text) for stream, text in texts if text]

    def close(self, problems: Sequence[Problem]) -> None:
        """Write what the reports have to say in the end."""
        for made, stream in self._reports:
            stream.write(made.close(problems))
            stream.flush()


@contextmanager
def opened(
    asked: Asked,
    colour: str,
    usual: TextIO | None = None,
    main: str | None = None,
    kept: int | None = None,
) -> Iterator[Outputs]:
    """Open the streams of a run's reports.

    `usual` takes the main report without `--output`, standard output if it is None; `main` is a report to
    make in the place of the format asked for. `kept` is how much of the main output stays, of what an earlier
    run wrote (`SoFar.commit`); None where no other run is to go on with this one.

    Raises:
        UsageError: a file cannot be written, or what is to stay is gone.
    """
    with ExitStack() as stack:
        stream: IO[Any] = usual or sys.stdout
        name = main or asked.format
        so_far: SoFar
        if asked.output and kept is not None and name in BINARY_FORMATS:
            stream = io.BytesIO()
            parts = _parts(name, asked.output, kept, colour)
            stack.callback(parts.clear)
            reports: list[tuple[Report[Any], IO[Any]]] = [(parts, stream)]
            so_far = parts
        else:
            if asked.output:
                stream = stack.enter_context(_continued(asked.output, kept or 0, name))
            if asked.for_program or main:
                use_utf8(stream)
            reports = [(_made(name, stream, colour, statistics=asked.statistics), stream)]
            so_far = Text(stream, is_file=bool(asked.output))
        for name, file in asked.further:
            stream = stack.enter_context(_opened(file, binary=name in BINARY_FORMATS))
            reports.append((_made(name, stream, colour), stream))
        if "github" in (asked.format, *(name for name, _ in asked.further)):
            reports += _job_summary(stack)
        yield Outputs(reports, so_far)


def _made(name: str, stream: IO[Any], colour: str, *, statistics: bool = False) -> Report[Any]:
    canvas = canvas_for(stream, colour)
    if name not in BINARY_FORMATS:
        return report(name, canvas, statistics=statistics)
    try:
        return binary_report(name, canvas)
    except MissingError as error:
        raise UsageError(str(error)) from error


def _parts(name: str, output: str, kept: int, colour: str) -> Parts:
    def make() -> Report[bytes]:
        return _made(name, io.BytesIO(), colour)

    # Without its library there is no part either.
    make()
    return Parts(output, kept, make, joined(name))


def _continued(file: str, kept: int, name: str) -> AbstractContextManager[IO[Any]]:
    """Open a file of which the first `kept` bytes stay."""
    if not kept:
        return _opened(file, binary=name in BINARY_FORMATS)
    try:
        is_there = Path(file).stat().st_size >= kept
        if is_there:
            os.truncate(file, kept)
    except OSError:
        is_there = False
    if not is_there:
        raise UsageError(gone(file))
    return _opened(file, "a", binary=name in BINARY_FORMATS)


@contextmanager
def _opened(file: str, mode: str = "w", *, binary: bool = False) -> Iterator[IO[Any]]:
    with ExitStack() as stack:
        try:
            stream: IO[Any] = stack.enter_context(
                Path(file).open(f"{mode}b" if binary else mode, **({} if binary else _TEXT))
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"cannot write {file}: {reason}") from error
        yield stream


def _job_summary(stack: ExitStack) -> list[tuple[Report[Any], IO[Any]]]:
    """Return the page for the summary of a job, where GitHub runs us and takes one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return []
    try:
        stream = stack.enter_context(_opened(file, "a"))
    except UsageError as error:
        # The desk did not ask for it by an option.
        remark(f"no job summary: {error}")
        return []
    room = _SUMMARY_BYTES - stream.tell()
    if room < _LEAST_SUMMARY_BYTES:
        remark("no job summary: what is there already leaves no room for it")
        return []
    return [(report("markdown", Canvas(limit=room)), stream)]
