"""Processes that work off tasks, with the answers in the order of the tasks.

Not `concurrent.futures`: where a process is killed, as the system does when memory runs out, its pool is lost
with every task in it, and does not say which of them it was. Here that one task is answered by `Died`, and
another process takes the place.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

from lintnews.worker import Left, Place, Worker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from lintnews.worker import Opening, Outcome, Task

T = TypeVar("T")

# Tasks that a process has at a time: the one it is at, and the next, so that it never waits for us.
_AT_ONCE = 2
# With fewer tasks no process is started.
_FEWEST = 2
# How far the others go on while the oldest task takes its time: in number of tasks, and in their weight.
_MOST_AHEAD = 256
_MOST_WEIGHT = 16_000_000


class Pool:
    """At most `most` processes, started when there is work for them.

    Each opens `opening` once, which gives the function that turns the content of a task into bytes. Where the
    processes are not forked, `opening` must be such as can be pickled.
    """

    def __init__(self, most: int, opening: Opening) -> None:
        self._most, self._opening = most, opening
        self._workers: list[Worker] = []
        # What was read and is not told of yet, its weight, and what of it no process has got.
        self._window: deque[Place[Any]] = deque()
        self._ahead = 0
        self._waiting: deque[Place[Any]] = deque()

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes: at once where the run is broken off."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.end(at_once=kind is not None)

    def over(self, items: Iterable[tuple[T, Task | None]]) -> Iterator[tuple[T, Outcome | None]]:
        """Yield each item in order with what its task came to, None where it has none.

        For a single task no process is started: that takes longer than most tasks.
        """
        source = iter(items)
        more = True
        while True:
            yield from self._done()
            # Nothing is read before there is someone to take it.
            is_wanted = not self._waiting or not self._workers
            if more and is_wanted and len(self._window) < _MOST_AHEAD and self._ahead < _MOST_WEIGHT:
                found = next(source, None)
                more = found is not None
                if found is not None:
                    self._add(Place(*found))
                self._hand_out()
                self._listen(0)
            elif not self._window:
                return
            elif self._workers:
                self._listen(None)
                self._hand_out()
            else:
                self._waiting.popleft().outcome = Left()

    def meanwhile(self, pipe: int) -> Iterator[tuple[Any, Outcome | None]]:
        """Yield the next items that are done, in order, until there is something to read from a pipe.

        For the source of `over`, before it reads from the file of this number; not on Windows.
        """
        while True:
            yield from self._done()
            if not self._window or self._listen(None if self._workers else 0, pipe):
                return
            self._hand_out()
            if not self._workers:
                self._waiting.popleft().outcome = Left()

    def _done(self) -> Iterator[tuple[Any, Outcome | None]]:
        while self._window and not self._window[0].is_open:
            place = self._window.popleft()
            self._ahead -= place.weight
            yield place.item, place.outcome

    def _add(self, place: Place[Any]) -> None:
        self._window.append(place)
        self._ahead += place.weight
        if place.is_open:
            self._waiting.append(place)

    def _hand_out(self) -> None:
        waiting = self._waiting
        while waiting:
            worker = min(self._workers, key=lambda worker: len(worker.places), default=None)
            if worker is None or worker.places:
                worker = self._another(len(waiting)) or worker
            if worker is None or len(worker.places) >= _AT_ONCE or not worker.give(waiting[0]):
                return
            waiting.popleft()

    def _another(self, tasks: int) -> Worker | None:
        if len(self._workers) >= self._most or (not self._workers and tasks < _FEWEST):
            return None
        try:
            worker = Worker(self._opening)
        except OSError:
            self._most = len(self._workers)
            return None
        self._workers.append(worker)
        return worker

    def _listen(self, seconds: float | None, pipe: int | None = None) -> bool:
        """Take what the processes say, waiting for the first word as long as that.

        Return whether there is something to read from `pipe`, for which it waits as well.
        """
        if not self._workers and pipe is None:
            return False
        from multiprocessing.connection import wait  # noqa: PLC0415

        by_pipe: dict[object, Worker] = {worker.pipe: worker for worker in self._workers}
        heard = wait([worker.pipe for worker in self._workers] + ([] if pipe is None else [pipe]), seconds)
        for each in heard:
            worker = by_pipe.get(each)
            if worker is None:
                continue
            try:
                worker.hear()
            except (EOFError, OSError):
                self._bury(worker)
        return pipe in heard

    def _bury(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.end()
        if worker.has_begun:
            worker.places.popleft().outcome = worker.death
        elif worker.places:
            # It did not come to begin anything: no more of them, lest all end so.
            self._most -= 1
        self._waiting.extendleft(reversed(worker.places))
