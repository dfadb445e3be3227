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
        window: deque[Place[T]] = deque()
        waiting: deque[Place[T]] = deque()
        ahead, more = 0, True
        while True:
            while window and not window[0].is_open:
                place = window.popleft()
                ahead -= place.weight
                yield place.item, place.outcome
            # Nothing is read before there is someone to take it: reading may wait for something, too.
            is_wanted = not waiting or not self._workers
            if more and is_wanted and len(window) < _MOST_AHEAD and ahead < _MOST_WEIGHT:
                found = next(source, None)
                more = found is not None
                if found is not None:
                    window.append(Place(*found))
                    ahead += window[-1].weight
                    if window[-1].is_open:
                        waiting.append(window[-1])
                self._hand_out(waiting)
                self._listen(waiting, 0)
            elif not window:
                return
            elif self._workers:
                self._listen(waiting, None)
                self._hand_out(waiting)
            else:
                waiting.popleft().outcome = Left()

    def _hand_out(self, waiting: deque[Place[Any]]) -> None:
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

    def _listen(self, waiting: deque[Place[Any]], seconds: float | None) -> None:
        """Take what the processes say, waiting for the first word as long as that."""
        if not self._workers:
            return
        from multiprocessing.connection import wait  # noqa: PLC0415

        by_pipe: dict[object, Worker] = {worker.pipe: worker for worker in self._workers}
        for pipe in wait([worker.pipe for worker in self._workers], seconds):
            worker = by_pipe[pipe]
            try:
                worker.hear()
            except (EOFError, OSError):
                self._bury(worker, waiting)

    def _bury(self, worker: Worker, waiting: deque[Place[Any]]) -> None:
        self._workers.remove(worker)
        worker.end()
        if worker.has_begun:
            worker.places.popleft().outcome = worker.death
        elif worker.places:
            # It did not come to begin anything: no more of them, lest all end so.
            self._most -= 1
        waiting.extendleft(reversed(worker.places))
