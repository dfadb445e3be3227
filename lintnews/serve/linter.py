"""The server's linter: a process of its own, one text at a time, each within its time.

A text that takes longer is answered as such, and its work is over: nothing but the end of a process stops it.
"""

from __future__ import annotations

import gc
import json
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from lintnews.config.resolve import ERRORS
from lintnews.patterns import kept_in
from lintnews.serve.desk import Desk
from lintnews.serve.one_by_one import Late, OneByOne
from lintnews.serve.request import BadRequestError
from lintnews.unusable import PackError
from lintnews.worker import Died, Done

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lintnews.cache import Cache
    from lintnews.serve.request import Request

# The first character of what the process answers.
_ANSWER, _SENSELESS, _UNFIT = b"a", b"s", b"u"


class BusyError(Exception):
    """Others are being answered."""


class TooSlowError(Exception):
    """The text takes too long; `seconds` is what it had."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Linting this took longer than {seconds:g} seconds, and was stopped.")


class UnfitError(Exception):
    """The settings cannot be used; the message is one line for the user."""


class LinterError(Exception):
    """The linter failed at a text, or its process was killed; the message is one line."""


class Linter:
    """Gives texts to the process, and starts another one where it is gone."""

    def __init__(self, cache: Cache, patience: float, limit: float) -> None:
        """Start the process, best where no thread runs yet.

        Args:
            cache: for packs.
            patience: seconds that a request waits at most for those before it.
            limit: seconds that the linting of one text may take.
        """
        self._patience, self._limit = patience, limit
        self._lock = threading.Lock()
        self._process = OneByOne(partial(_answering, cache))

    def answer(self, request: Request) -> bytes:
        """Return what to answer, JSON.

        Raises:
            BadRequestError: the text is of a format that only the command line reads.
            BusyError: others did not come to their end in time.
            TooSlowError: the text did not.
            UnfitError: the settings cannot be used.
            LinterError: something else went wrong.
        """
        if not self._lock.acquire(timeout=self._patience):
            raise BusyError
        try:
            outcome = self._process.do(request, self._limit)
        finally:
            self._lock.release()
        if isinstance(outcome, Late):
            raise TooSlowError(self._limit)
        if isinstance(outcome, Died):
            by = f" by signal {outcome.signal}" if outcome.signal else ""
            raise LinterError(f"the process that lints was ended{by}")
        if not isinstance(outcome, Done):
            raise LinterError(outcome.message)
        kind, answer = outcome.answer[:1], outcome.answer[1:]
        if kind == _ANSWER:
            return answer
        raise (BadRequestError if kind == _SENSELESS else UnfitError)(answer.decode("utf-8", "replace"))

    def close(self) -> None:
        """End the process at once."""
        self._process.close()


@contextmanager
def _answering(cache: Cache) -> Iterator[Callable[[Request], bytes]]:
    """Load everything, and give what answers requests."""
    desk = Desk(cache)

    def answer(request: Request) -> bytes:
        try:
            if request.complete:
                return _ANSWER + json.dumps(desk.complete(request)).encode()
            # What UTF-8 cannot hold, half of a surrogate pair, becomes an escape of JSON.
            return _ANSWER + desk.answer(request).encode("utf-8", "backslashreplace")
        except BadRequestError as error:
            return _SENSELESS + str(error).encode("utf-8", "replace")
        except ERRORS as error:
            told = "; ".join(map(str, error.problems)) if isinstance(error, PackError) else str(error)
            return _UNFIT + told.encode("utf-8", "replace")

    with kept_in(cache):
        desk.warm()
        gc.freeze()
        yield answer
