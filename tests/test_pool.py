"""Tasks in processes that are killed, fail, and answer at any length."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lintnews.pool import Pool
from lintnews.worker import Died, Done, Failed, Left, Outcome, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Opening = Callable[[], AbstractContextManager[Callable[[Any], bytes]]]

LONG = 3_000_000


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes that start afresh, as they do beside threads of other tests, import this module."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(Path(__file__).parents[1])])


@contextmanager
def doing() -> Iterator[Callable[[Any], bytes]]:
    def do(content: Any) -> bytes:
        match content:
            case ("die", number):
                os.kill(os.getpid(), number)
            case ("leave", code):
                os._exit(code)
            case ("fail", message):
                raise ValueError(message)
            case ("sleep", seconds):
                time.sleep(seconds)
            case ("swell", _):
                return b"x" * LONG
        return repr(content).encode()

    yield do


@contextmanager
def broken() -> Iterator[Callable[[Any], bytes]]:
    os._exit(3)
    yield


def outcomes(contents: list[Any], opening: Opening = doing) -> list[Outcome | None]:
    with Pool(2, opening) as pool:
        items = ((content, Task(content) if content is not None else None) for content in contents)
        answers = list(pool.over(items))
    assert [content for content, _ in answers] == contents
    return [outcome for _, outcome in answers]


def done(content: Any) -> Done:
    return Done(repr(content).encode())


def test_in_order_however_long_each_takes() -> None:
    contents: list[Any] = [("sleep", 0.3), 1, None, 2, ("sleep", 0.1), None, *range(30), None]
    assert outcomes(contents) == [None if content is None else done(content) for content in contents]


def test_nothing_and_a_single_task_need_no_process() -> None:
    assert outcomes([]) == []
    assert outcomes([None, None]) == [None, None]
    assert outcomes([None, 1, None]) == [None, Left(), None]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signals on this system")
def test_a_process_that_dies_takes_one_task_with_it() -> None:
    contents: list[Any] = [
        1,
        ("die", signal.SIGKILL),
        2,
        ("leave", 4),
        *range(10),
        ("die", signal.SIGTERM),
        3,
    ]
    expected: list[Outcome] = [done(content) for content in contents]
    expected[1], expected[3], expected[-2] = Died(signal.SIGKILL), Died(None), Died(signal.SIGTERM)
    assert outcomes(contents) == expected


def test_processes_that_do_not_come_to_begin() -> None:
    with Pool(3, broken) as pool:
        assert list(pool.over((number, Task(number)) for number in range(20))) == [
            (number, Left()) for number in range(20)
        ]


def test_what_raises_is_told_of_in_a_line() -> None:
    assert outcomes([1, ("fail", "two\nlines"), 2]) == [done(1), Failed("ValueError: two lines"), done(2)]


def test_more_than_a_pipe_holds_in_both_directions() -> None:
    contents: list[Any] = [("swell", "y" * LONG) for _ in range(6)]
    assert outcomes(contents) == [Done(b"x" * LONG)] * 6


def test_tasks_are_read_only_so_far_ahead() -> None:
    read = 0

    def items() -> Iterator[tuple[int, Task]]:
        nonlocal read
        for number in range(2000):
            read += 1
            yield number, Task(number, 1_000_000)

    with Pool(2, doing) as pool:
        answers = pool.over(items())
        for number, _ in zip(range(100), answers, strict=False):
            assert read < number + 30


def test_beside_threads() -> None:
    """Such a process is not forked, and answers the same; it cannot import this module."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        sources = ["b'1'", "__import__('os')._exit(1)", "b'2'", "b'3'"]
        opening: Opening = partial[Any](nullcontext, eval)
        answers = outcomes(sources, opening)
        assert answers == [Done(b"1"), Died(None), Done(b"2"), Done(b"3")]
    finally:
        end.set()
        thread.join()
