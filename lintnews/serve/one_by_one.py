"""One process that does one task at a time, each within its time."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lintnews.records import NamedTuple
from lintnews.worker import Died, Done, Failed, Place, Task, Worker

if TYPE_CHECKING:
    from lintnews.worker import Opening

# Seconds in which a process begins with its first task.
_START = 120.0


class Late(NamedTuple):
    """The task took too long, and its process was ended."""


class OneByOne:
    """One process that does one task at a time, each within its time; where it is gone another follows."""

    def __init__(self, opening: Opening) -> None:
        """Start the process; `opening` is as for `Pool`.

        Raises:
            OSError: the system allows no more.
        """
        self._opening = opening
        self._worker: Worker | None = Worker(opening)

    def do(self, content: Any, seconds: float) -> Done | Failed | Died | Late:
        """Do a task; its time begins when the process has loaded what it needs.

        Raises:
            OSError: no process can be started.
        """
        # One that died before it began tells nothing about the task.
        for _ in range(2):
            worker = self._worker = self._worker or Worker(self._opening)
            place = Place(None, Task(content))
            if not worker.give(place):
                self._replace(worker)
                continue
            outcome = self._waited_for(worker, place, seconds)
            if outcome is not None:
                return outcome
        return Died(None)

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._worker:
            self._worker.end(at_once=True)

    def _waited_for(
        self, worker: Worker, place: Place[Any], seconds: float
    ) -> Done | Failed | Died | Late | None:
        until = time.monotonic() + _START
        was_begun = False
        while place.outcome is None:
            if not worker.pipe.poll(max(0.0, until - time.monotonic())):
                self._replace(worker)
                return Late()
            try:
                worker.hear()
            except (EOFError, OSError):
                self._replace(worker)
                return worker.death if was_begun else None
            if worker.has_begun and not was_begun:
                was_begun, until = True, time.monotonic() + seconds
        assert isinstance(place.outcome, Done | Failed)  # noqa: S101 - what a process says
        return place.outcome

    def _replace(self, worker: Worker) -> None:
        """End a process, and start another, so that it is ready for the next task."""
        self._worker = None
        worker.end(at_once=True)
        with suppress(OSError):
            self._worker = Worker(self._opening)
