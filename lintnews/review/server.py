"""The server of the review page, on loopback only.

Articles are addressed by their number on the desk, never by a path, so that no request can name another file.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

from lintnews.patterns import lazy
from lintnews.review import pages
from lintnews.review.actions import BadRequestError, action
from lintnews.review.errors import ReviewError
from lintnews.web.guard import Guard, content_policy
from lintnews.web.handler import Handler, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.review.desk import Desk
    from lintnews.review.opened import Opened

# Bytes: a paragraph with all its words is far smaller.
_LARGEST_REQUEST = 1_000_000
_NONCE_BYTES = 18
_FAILED = "lintnews failed at this; the terminal says more. Nothing was written."
_ARTICLE = lazy(r"/articles/([1-9][0-9]{0,6})(/count|/download)?")


class ReviewServer(ThreadingHTTPServer):
    """Serves a desk on 127.0.0.1 until `shutdown`."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False

    def __init__(self, desk: Desk, port: int = 0, *, failed: Callable[[Exception], None]) -> None:
        """Take a port, any free one for 0; `failed` is told of errors of lintnews' own.

        Raises:
            OSError: the port is not to be had.
        """
        super().__init__(("127.0.0.1", port), _Handler)
        self.desk = desk
        self.failed = failed
        self.guard = Guard(secrets.token_urlsafe(32), self.server_port)

    @property
    def url(self) -> str:
        """Where the page is; who has this may change the articles."""
        return f"http://127.0.0.1:{self.server_port}/?token={self.guard.token}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that goes away in the middle of an answer is no error."""


class _Handler(Handler):
    server: ReviewServer

    def do_GET(self) -> None:  # noqa: N802 - the name that the library gives
        self._answer(self._get)

    def do_HEAD(self) -> None:  # noqa: N802 - the name that the library gives
        self._answer(self._get)

    def do_POST(self) -> None:  # noqa: N802 - the name that the library gives
        self._answer(self._post)

    def _answer(self, method: Callable[[], None]) -> None:
        try:
            self._check_address()
            method()
        except RefusedError as refused:
            # What follows of a refused request would be read as the next one.
            self.close_connection = True
            self._refuse(refused.status, "Not here", str(refused), back=False)
        except ReviewError as error:
            self._refuse(HTTPStatus.CONFLICT, "Not to be opened", str(error), back=True)
        except (ConnectionError, TimeoutError):  # the browser went away
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - the editor's work on the other articles goes on
            self.server.failed(error)
            self.send_json({"problem": _FAILED, "kind": "error"}, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _check_address(self) -> None:
        if not self.server.guard.is_addressed(self.headers):
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "This is not the server that you asked for.")

    def _get(self) -> None:
        guard, url = self.server.guard, urlsplit(self.path)
        token = parse_qs(url.query).get("token", [""])[0]
        if url.path == "/" and token:
            if not guard.is_token(token):
                raise RefusedError(
                    HTTPStatus.FORBIDDEN, "This address is of another run: open the one printed last."
                )
            self.send(HTTPStatus.SEE_OTHER, b"", {"Location": "/", "Set-Cookie": guard.set_cookie})
            return
        self._admit(changes=False)
        if url.path == "/":
            self._index()
            return
        number, part = self._article(url.path)
        article = self.server.desk.articles[number - 1]
        if part == "/count":
            with self.server.desk.lock:
                summary = pages.summary(article)
            self.send_json(summary)
        elif part == "/download":
            self._download(article)
        else:
            nonce = secrets.token_urlsafe(_NONCE_BYTES)
            with self.server.desk.lock:
                html = pages.review(self.server.desk.articles, number, nonce)
            self._page(HTTPStatus.OK, html, nonce)

    def _post(self) -> None:
        self._admit(changes=True)
        number, part = self._article(urlsplit(self.path).path)
        if part:
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "There is nothing to change at this address.")
        try:
            asked = action(self.read_json(_LARGEST_REQUEST))
        except BadRequestError as error:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "The request makes no sense.") from error
        with self.server.desk.lock:
            answer = asked(self.server.desk.articles[number - 1])
        self.send_json(answer)

    def _admit(self, *, changes: bool) -> None:
        guard = self.server.guard
        if not guard.knows(self.headers):
            raise RefusedError(HTTPStatus.FORBIDDEN, "Open the address that ‘lintnews review’ printed.")
        if not guard.is_own(self.headers, changes=changes):
            raise RefusedError(HTTPStatus.FORBIDDEN, "Only lintnews' own page may ask for this.")

    def _article(self, path: str) -> tuple[int, str]:
        """Return the number of the article at an address, and what of it is asked for."""
        match = _ARTICLE.fullmatch(path)
        if not match or int(match[1]) > len(self.server.desk.articles):
            raise RefusedError(HTTPStatus.NOT_FOUND, "There is no such article.")
        return int(match[1]), match[2] or ""

    def _index(self) -> None:
        articles = self.server.desk.articles
        if len(articles) == 1:
            self.send(HTTPStatus.SEE_OTHER, b"", {"Location": pages.address(1)})
            return
        nonce = secrets.token_urlsafe(_NONCE_BYTES)
        self._page(HTTPStatus.OK, pages.index(articles, nonce), nonce)

    def _download(self, article: Opened) -> None:
        with self.server.desk.lock:
            content = article.content()
        name = quote(article.path.replace("\\", "/").rpartition("/")[2], safe="", errors="replace")
        disposition = f"attachment; filename*=UTF-8''{name}"
        self.send(HTTPStatus.OK, content, {"Content-Disposition": disposition})

    def _refuse(self, status: HTTPStatus, title: str, message: str, *, back: bool) -> None:
        nonce = secrets.token_urlsafe(_NONCE_BYTES)
        self._page(status, pages.refused(title, message, nonce, back=back), nonce)

    def _page(self, status: HTTPStatus, html: str, nonce: str) -> None:
        kind = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": content_policy(nonce)}
        self.send(status, html.encode("utf-8", "backslashreplace"), kind)
