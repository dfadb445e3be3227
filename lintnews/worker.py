"""A process that works off tasks, one after the other, as they come through a pipe."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections import deque
from contextlib import AbstractContextManager, contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    #: Turns the content of a task into bytes.
    Work = Callable[[Any], bytes]
    #: Loads all there is to load; where processes are not forked, it must be such as can be pickled.
    Opening = Callable[[], AbstractContextManager[Work]]

T = TypeVar("T")

# Seconds that a process has to end when there is nothing more to do.
_PATIENCE = 5.0

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


class Died(NamedTuple):
    """The process that was at the task is gone; `signal` ended it, None where it ended itself."""

    signal: int | None


class Left(NamedTuple):
    """The task was not done, since it is the only one, or no process can be had: whoever asked may do it."""


Outcome = Done | Failed | Died | Left


class Place(Generic[T]):
    """A task's place in the order."""

    def __init__(self, item: T, task: Task | None) -> None:
        self.item, self.task = item, task
        self.outcome: Outcome | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.task is not None and self.outcome is None

    @property
    def weight(self) -> int:
        """That of its task."""
        return self.task.weight if self.task else 0


class Worker:
    """A process with the tasks that it was given, in order."""

    def __init__(self, opening: Opening) -> None:
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
        self.places: deque[Place[Any]] = deque()
        self.has_begun = False
        try:
            with _no_interrupt():
                self.process.start()
        except BaseException:
            pipe.close()
            raise
        finally:
            theirs.close()

    def give(self, place: Place[Any]) -> bool:
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

    @property
    def death(self) -> Died:
        """How the process ended."""
        code = self.process.exitcode or 0
        return Died(-code if code < 0 else None)

    def end(self, *, at_once: bool = False) -> None:
        """End the process when its tasks are done, or now, whatever it does."""
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


def _outcome(work: Work, content: Any) -> Done | Failed:
    try:
        return Done(work(content))
    except Exception as error:  # noqa: BLE001 - one bad task must not stop the others
        return Failed(" ".join(f"{type(error).__name__}: {error}".split()))


def _serve(pipe: Connection, opening: Opening, other_end: Connection | None) -> NoReturn:
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
