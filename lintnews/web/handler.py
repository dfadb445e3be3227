"""Reading requests and answering them, with bounds on whatever a client may do."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any

from lintnews.web.guard import HEADERS

# A client that is slower than this (in seconds) is none of ours.
_PATIENCE = 20
_CHUNK = 64 * 1024


class RefusedError(Exception):
    """A request that is not answered; the message is for whoever made it."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Handler(BaseHTTPRequestHandler):
    """One connection; it keeps quiet, since the terminal is the user's."""

    protocol_version = "HTTP/1.1"
    server_version = "lintnews"
    sys_version = ""
    timeout = _PATIENCE

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the library gives
        """Keep quiet."""

    def read_json(self, most: int) -> Any:
        """Read what was sent: JSON of at most `most` bytes, of a length that was announced.

        Raises:
            RefusedError: it is not that, or comes too slowly.
        """
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not length.isdecimal() or not length.isascii():
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "The request does not say how long it is.")
        if len(length) > 12 or int(length) > most:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large.")
        if self.headers.get_content_type() != "application/json":
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The request is no JSON.")
        try:
            return json.loads(self._read(int(length)))
        except (ValueError, RecursionError) as error:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "The request is no JSON.") from error

    def _read(self, length: int) -> bytes:
        """Read so many bytes; the time for all of them is bounded, not only that between two."""
        until = time.monotonic() + _PATIENCE
        parts = []
        while length:
            part = self.rfile.read1(min(length, _CHUNK))
            if not part or time.monotonic() > until:
                raise RefusedError(HTTPStatus.REQUEST_TIMEOUT, "The request did not come to its end.")
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def send_json(self, answer: Any, status: HTTPStatus = HTTPStatus.OK, **headers: str) -> None:
        """Answer with JSON."""
        kind = {"Content-Type": "application/json", **headers}
        self.send(status, json.dumps(answer).encode(), kind)

    def send(self, status: HTTPStatus, content: bytes, headers: dict[str, str]) -> None:
        """Answer; a page brings its own Content-Security-Policy."""
        self.send_response(status)
        policy = {"Content-Type": "application/octet-stream", "Content-Security-Policy": "default-src 'none'"}
        for name, value in {**HEADERS, **policy, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
