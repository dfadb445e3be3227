"""The resident server: HTTP with JSON on a Unix socket, or on loopback with a token.

`lintnews/data/openapi.json` describes what it answers; it is served, too.
"""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import stat
import threading
from functools import cache
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import lintnews
from lintnews.records import NamedTuple
from lintnews.serve.linter import BusyError, TooSlowError, UnfitError
from lintnews.serve.request import BadRequestError, request_of
from lintnews.web.handler import Handler, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.serve.linter import Linter
    from lintnews.web.guard import Guard

# Connections at a time; further ones are told to come again.
_MOST_CONNECTIONS = 64
# Seconds in which the head of a request must have come.
_HEAD_PATIENCE = 30.0
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
        ThreadingHTTPServer.__init__(self, ("127.0.0.1", port), _Answering)
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
        socketserver.UnixStreamServer.__init__(self, path, _Answering)
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


@cache
def openapi() -> bytes:
    """Return the description of what the server answers."""
    return resources.files("lintnews").joinpath("data/openapi.json").read_bytes()


class _Answering(Handler):
    # An answer goes out in one piece.
    wbufsize = -1
    server: LoopbackServer | UnixServer
    _watch: threading.Timer

    def handle_one_request(self) -> None:
        self._watch = threading.Timer(_HEAD_PATIENCE, self._cut)
        self._watch.daemon = True
        self._watch.start()
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True
        finally:
            self._watch.cancel()

    def _cut(self) -> None:
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what is no HTTP, as the library calls this for."""
        self.close_connection = True
        self.send_json({"problem": message or "This is no HTTP."}, HTTPStatus(code))

    def _answer(self) -> None:
        self._watch.cancel()
        with self.server.answering():
            try:
                self._admit()
                self._route()
            except RefusedError as refused:
                # What follows of a refused request would be read as the next one.
                self.close_connection = True
                self._refuse(refused.status, str(refused))
            except (ConnectionError, TimeoutError):
                self.close_connection = True
            except Exception as error:  # noqa: BLE001 - the others are still answered
                self.close_connection = True
                self.server.failed(error)
                self._refuse(
                    HTTPStatus.INTERNAL_SERVER_ERROR, "lintnews failed at this; its terminal says more."
                )

    def __getattr__(self, name: str) -> Any:
        """Answer every method, most of them by saying that it is none of this address."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def _refuse(self, status: HTTPStatus, message: str, **more: str) -> None:
        headers = {"WWW-Authenticate": "Bearer"} if status is HTTPStatus.UNAUTHORIZED else {}
        if status is HTTPStatus.SERVICE_UNAVAILABLE:
            headers["Retry-After"] = "1"
        self.send_json({"problem": message}, status, **headers, **more)

    def _admit(self) -> None:
        guard = self.server.guard
        if guard is None:
            # Browsers do not come through a file.
            if self.headers.get("Origin") is not None:
                raise RefusedError(HTTPStatus.FORBIDDEN, "No page may ask.")
            return
        if not guard.is_addressed(self.headers):
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "This is not the server that you asked for.")
        if not guard.is_own(self.headers, changes=False):
            raise RefusedError(HTTPStatus.FORBIDDEN, "No page may ask.")
        if not guard.bears(self.headers):
            raise RefusedError(HTTPStatus.UNAUTHORIZED, "The token is missing or wrong.")

    def _route(self) -> None:
        path = urlsplit(self.path).path
        if path not in _ROUTES:
            raise RefusedError(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
        method, answer = _ROUTES[path]
        if self.command != method and not (self.command == "HEAD" and method == "GET"):
            self.close_connection = True
            allowed = "GET, HEAD" if method == "GET" else method
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, f"This address takes {allowed}.", Allow=allowed)
            return
        answer(self)

    def _status(self) -> None:
        limits = self.server.limits
        self.send_json({"name": "lintnews", "version": lintnews.__version__, "largest": limits.largest})

    def _openapi(self) -> None:
        self.send(HTTPStatus.OK, openapi(), {"Content-Type": "application/json"})

    def _check(self) -> None:
        try:
            request = request_of(self.read_json(self.server.limits.largest))
            body = self.server.linter.answer(request)
        except BadRequestError as error:
            raise RefusedError(HTTPStatus.BAD_REQUEST, str(error)) from error
        except BusyError as error:
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "Others are being answered.") from error
        except TooSlowError as error:
            raise RefusedError(HTTPStatus.GATEWAY_TIMEOUT, str(error)) from error
        except UnfitError as error:
            raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
        self.send(HTTPStatus.OK, body, {"Content-Type": "application/json"})


_ROUTES: dict[str, tuple[str, Callable[[_Answering], None]]] = {
    "/v1/status": ("GET", _Answering._status),
    "/v1/openapi.json": ("GET", _Answering._openapi),
    "/v1/check": ("POST", _Answering._check),
}
