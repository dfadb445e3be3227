"""Processes that work off tasks, with the answers in the order of the tasks.

Not `concurrent.futures`: where a process is killed, as the system does when memory runs out, its pool is lost
with every task in it, and does not say which of them it was. Here that one task is answered by `Died`, and
another process takes the place.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from contextlib import AbstractContextManager, contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from types import TracebackType
    from typing import Self

    Work = Callable[[Any], bytes]

T = TypeVar("T")

# Tasks that a process has at a time: the one it is at, and the next, so that it never waits for us.
_AT_ONCE = 2
# With fewer tasks no process is started.
_FEWEST = 2
# How far the others go on while the oldest task takes its time: in number of tasks, and in their weight.
_MOST_AHEAD = 256
_MOST_WEIGHT = 16_000_000
# Seconds that a process has to end when there is nothing more to do.
_PATIENCE = 5.0
# Seconds in which a process begins with its first task.
_START = 120.0

# What a process says: that it began a task (so that it is the one to blame), or how it ended.
_BEGUN, _DONE, _FAILED = b"b", b"d", b"f"
_NO_MORE = b""


class Task(NamedTuple):
    """What a process is to do; `weight` is about how much memory it takes, in bytes."""

    content: Any
    weight: int = 0


class Done(NamedTuple):
    """What a task came to."""

    answer: bytes


class Failed(NamedTuple):
    """Why a task could not be done: one line."""

    message: str


class Left(NamedTuple):
    """The task was not done, since it is the only one, or no process can be had: whoever asked may do it."""


class Died(NamedTuple):
    """The process that was at the task is gone; `signal` ended it, None where it ended itself."""

    signal: int | None


class Late(NamedTuple):
    """The task took too long, and its process was ended."""


Outcome = Done | Failed | Died | Left


class _Place(Generic[T]):
    """A task's place in the order."""

    def __init__(self, item: T, task: Task | None) -> None:
        self.item, self.task = item, task
        self.outcome: Outcome | None = None

    @property
    def is_open(self) -> bool:
        return self.task is not None and self.outcome is None

    @property
    def weight(self) -> int:
        return self.task.weight if self.task else 0


class _Worker:
    def __init__(self, opening: Callable[[], AbstractContextManager[Work]]) -> None:
        """Start a process.

        Raises:
            OSError: the system allows no more.
        """
        import multiprocessing  # noqa: PLC0415 - not where all results are kept

        forks = _may_fork()
        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        pipe, theirs = context.Pipe()
        self.pipe: Connection = pipe
        given = (theirs, opening, pipe if forks else None)
        self.process: BaseProcess = context.Process(target=_serve, args=given, daemon=True)
        self.places: deque[_Place[Any]] = deque()
        self.has_begun = False
        try:
            with _no_interrupt():
                self.process.start()
        except BaseException:
            pipe.close()
            raise
        finally:
            theirs.close()

    def give(self, place: _Place[Any]) -> bool:
        """Hand over a task; False where the process is gone."""
        assert place.task is not None  # noqa: S101 - only such places wait
        try:
            self.pipe.send_bytes(pickle.dumps(place.task.content, pickle.HIGHEST_PROTOCOL))
        except OSError:
            return False
        self.places.append(place)
        return True

    def hear(self) -> None:
        """Take what it says next.

        Raises:
            EOFError, OSError: it is gone.
        """
        said = self.pipe.recv_bytes()
        kind, answer = said[:1], said[1:]
        if kind == _BEGUN:
            self.has_begun = True
            return
        place = self.places.popleft()
        place.outcome = Done(answer) if kind == _DONE else Failed(answer.decode("utf-8", "replace"))
        self.has_begun = False

    def end(self, *, at_once: bool = False) -> None:
        if at_once:
            self.process.kill()
        else:
            with suppress(OSError):
                self.pipe.send_bytes(_NO_MORE)
        self.process.join(_PATIENCE)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        self.pipe.close()


class Pool:
    """At most `most` processes, started when there is work for them.

    Each opens `opening` once, which gives the function that turns the content of a task into bytes. Where the
    processes are not forked, `opening` must be such as can be pickled.
    """

    def __init__(self, most: int, opening: Callable[[], AbstractContextManager[Work]]) -> None:
        self._most, self._opening = most, opening
        self._workers: list[_Worker] = []

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
        window: deque[_Place[T]] = deque()
        waiting: deque[_Place[T]] = deque()
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
                    window.append(_Place(*found))
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

    def _hand_out(self, waiting: deque[_Place[Any]]) -> None:
        while waiting:
            worker = min(self._workers, key=lambda worker: len(worker.places), default=None)
            if worker is None or worker.places:
                worker = self._another(len(waiting)) or worker
            if worker is None or len(worker.places) >= _AT_ONCE or not worker.give(waiting[0]):
                return
            waiting.popleft()

    def _another(self, tasks: int) -> _Worker | None:
        if len(self._workers) >= self._most or (not self._workers and tasks < _FEWEST):
            return None
        try:
            worker = _Worker(self._opening)
        except OSError:
            self._most = len(self._workers)
            return None
        self._workers.append(worker)
        return worker

    def _listen(self, waiting: deque[_Place[Any]], seconds: float | None) -> None:
        """Take what the processes say, waiting for the first word as long as that."""
        if not self._workers:
            return
        from multiprocessing.connection import wait  # noqa: PLC0415

        by_pipe: dict[object, _Worker] = {worker.pipe: worker for worker in self._workers}
        for pipe in wait([worker.pipe for worker in self._workers], seconds):
            worker = by_pipe[pipe]
            try:
                worker.hear()
            except (EOFError, OSError):
                self._bury(worker, waiting)

    def _bury(self, worker: _Worker, waiting: deque[_Place[Any]]) -> None:
        self._workers.remove(worker)
        worker.end()
        if worker.has_begun:
            code = worker.process.exitcode or 0
            worker.places.popleft().outcome = Died(-code if code < 0 else None)
        elif worker.places:
            # It did not come to begin anything: no more of them, lest all end so.
            self._most -= 1
        waiting.extendleft(reversed(worker.places))


class OneByOne:
    """One process that does one task at a time, each within its time; where it is gone another follows."""

    def __init__(self, opening: Callable[[], AbstractContextManager[Work]]) -> None:
        """Start the process; `opening` is as for `Pool`.

        Raises:
            OSError: the system allows no more.
        """
        self._opening = opening
        self._worker: _Worker | None = _Worker(opening)

    def do(self, content: Any, seconds: float) -> Done | Failed | Died | Late:
        """Do a task; its time begins when the process has loaded what it needs.

        Raises:
            OSError: no process can be started.
        """
        # One that died before it began tells nothing about the task.
        for _ in range(2):
            worker = self._worker = self._worker or _Worker(self._opening)
            place = _Place(None, Task(content))
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
        self, worker: _Worker, place: _Place[Any], seconds: float
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
                code = worker.process.exitcode or 0
                return Died(-code if code < 0 else None) if was_begun else None
            if worker.has_begun and not was_begun:
                was_begun, until = True, time.monotonic() + seconds
        assert isinstance(place.outcome, Done | Failed)  # noqa: S101 - what a process says
        return place.outcome

    def _replace(self, worker: _Worker) -> None:
        """End a process, and start another, so that it is ready for the next task."""
        self._worker = None
        worker.end(at_once=True)
        with suppress(OSError):
            self._worker = _Worker(self._opening)


def _outcome(work: Work, content: Any) -> Done | Failed:
    try:
        return Done(work(content))
    except Exception as error:  # noqa: BLE001 - one bad task must not stop the others
        return Failed(" ".join(f"{type(error).__name__}: {error}".split()))


def _serve(
    pipe: Connection, opening: Callable[[], AbstractContextManager[Work]], other_end: Connection | None
) -> NoReturn:
    """Do what comes through the pipe until it says that this was all, or nobody is there any more."""
    if other_end:
        # As long as it is open here, too, the pipe would not tell that whoever started us is gone. Those of
        # processes that were forked earlier end with us.
        other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    try:
        with opening() as work:
            while received := tasks.get():
                pipe.send_bytes(_BEGUN)
                outcome = _outcome(work, pickle.loads(received))  # noqa: S301 - from our own process
                if isinstance(outcome, Done):
                    pipe.send_bytes(_DONE + outcome.answer)
                else:
                    pipe.send_bytes(_FAILED + outcome.message.encode("utf-8", "replace"))
    except OSError:
        os._exit(1)
    # Without the end of a Python: what it would flush is the other's.
    os._exit(0)


def _receive(pipe: Connection, tasks: SimpleQueue[bytes]) -> None:
    """Take tasks off the pipe as they come: whoever sends never waits, and that they are gone is noticed."""
    while True:
        try:
            tasks.put(pipe.recv_bytes())
        except (EOFError, OSError):
            os._exit(1)


def _may_fork() -> bool:
    """Whether a process can be forked: it then has all that was loaded here, and starts in no time.

    Not beside threads, whose locks would stay closed in it; nor on macOS, whose libraries do not bear it.
    """
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Keep Ctrl-C off a process until it can say what is to become of it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
