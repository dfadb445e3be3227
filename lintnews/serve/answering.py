"""What the resident server answers, and to whom.

`lintnews/data/openapi.json` describes it, and is served, too.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from functools import cache
from http import HTTPStatus
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import lintnews
from lintnews.serve.linter import BusyError, TooSlowError, UnfitError
from lintnews.serve.request import BadRequestError, request_of
from lintnews.web.handler import Handler, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.serve.server import LoopbackServer, UnixServer

# Seconds in which the head of a request must have come.
_HEAD_PATIENCE = 30.0


@cache
def openapi() -> bytes:
    """Return the description of what the server answers."""
    return resources.files("lintnews").joinpath("data/openapi.json").read_bytes()


class Answering(Handler):
    """Answers the requests of one connection."""

    # An answer goes out in one piece.
    wbufsize = -1
    server: LoopbackServer | UnixServer
    _watch: threading.Timer

    def handle_one_request(self) -> None:
        """Answer a request whose head comes in time."""
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


_ROUTES: dict[str, tuple[str, Callable[[Answering], None]]] = {
    "/v1/status": ("GET", Answering._status),
    "/v1/openapi.json": ("GET", Answering._openapi),
    "/v1/check": ("POST", Answering._check),
}
