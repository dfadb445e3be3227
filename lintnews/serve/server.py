"""The resident server: HTTP with JSON on a Unix socket, or on loopback with a token."""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import stat
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.records import NamedTuple
from lintnews.serve.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.serve.linter import Linter
    from lintnews.web.guard import Guard

# Connections at a time; further ones are told to come again.
_MOST_CONNECTIONS = 64
_TOO_MANY = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)


class Limits(NamedTuple):
    """What a request may ask for: `largest` is its length in bytes."""

    largest: int = 8_000_000


class _Resident(socketserver.ThreadingMixIn):
    """What both servers share: a linter, limits, and how many are being answered."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 2 * _MOST_CONNECTIONS
    guard: Guard | None = None

    def __init__(self, linter: Linter, limits: Limits, failed: Callable[[Exception], None]) -> None:
        self.linter, self.limits, self.failed = linter, limits, failed
        self._places = threading.BoundedSemaphore(_MOST_CONNECTIONS)
        self._answering = 0
        self._changed = threading.Condition()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, as long as there are not too many."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
            return
        with contextlib.suppress(OSError):
            request.sendall(_TOO_MANY)
        self.shutdown_request(request)  # type: ignore[attr-defined]

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer all requests of a connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    @contextlib.contextmanager
    def answering(self) -> Any:
        """Count a request for as long as it is answered."""
        with self._changed:
            self._answering += 1
        try:
            yield
        finally:
            with self._changed:
                self._answering -= 1
                self._changed.notify_all()

    def wait_for_answers(self, seconds: float) -> None:
        """Wait until nothing is being answered any more, but not for ever."""
        with self._changed:
            self._changed.wait_for(lambda: not self._answering, seconds)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that goes away in the middle of an answer is no error."""


class LoopbackServer(_Resident, ThreadingHTTPServer):
    """Serves on 127.0.0.1, to whoever has the token."""

    allow_reuse_address = True

    def __init__(
        self, linter: Linter, guard_of: Callable[[int], Guard], port: int, *, limits: Limits, failed: Any
    ) -> None:
        """Take a port, any free one for 0.

        Raises:
            OSError: it is not to be had.
        """
        _Resident.__init__(self, linter, limits, failed)
        ThreadingHTTPServer.__init__(self, ("127.0.0.1", port), Answering)
        self.guard = guard_of(self.server_port)


class UnixServer(_Resident, socketserver.UnixStreamServer):
    """Serves on a socket in the file system, to whoever may open it: its owner."""

    def __init__(self, linter: Linter, path: str, *, limits: Limits, failed: Any) -> None:
        """Make the socket; one that nobody serves any more is taken away.

        Raises:
            OSError: it cannot be made, or is served by another.
        """
        _Resident.__init__(self, linter, limits, failed)
        _clear(path)
        socketserver.UnixStreamServer.__init__(self, path, Answering)
        self._inode = os.stat(path).st_ino  # noqa: PTH116

    def server_bind(self) -> None:
        """Bind so that there is no moment in which others might connect."""
        before = os.umask(0o177)
        try:
            super().server_bind()
        finally:
            os.umask(before)

    def server_close(self) -> None:
        """Take the socket away, unless it is another server's by now."""
        super().server_close()
        path = Path(str(self.server_address))
        with contextlib.suppress(OSError):
            if path.stat().st_ino == self._inode:
                path.unlink()


def _clear(path: str) -> None:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        raise FileExistsError(f"{path} is there and is no socket")
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        try:
            probe.connect(path)
        except (ConnectionRefusedError, FileNotFoundError):
            Path(path).unlink(missing_ok=True)
            return
    raise FileExistsError(f"{path} is served by another lintnews")
