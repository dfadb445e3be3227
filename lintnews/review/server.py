"""The server of the review page, on loopback only.

Articles are addressed by their number on the desk, never by a path, so that no request can name another file.
"""

from __future__ import annotations

import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

from lintnews.patterns import lazy
from lintnews.report.html import counted
from lintnews.report.page import article_html, fragment, page
from lintnews.review.desk import ConflictError, ReviewError, StaleError
from lintnews.review.guard import HEADERS, Guard, content_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.review.desk import Desk, Opened

# Bytes: a paragraph with all its words is far smaller.
_LARGEST_REQUEST = 1_000_000
_FAILED = "lintnews failed at this; the terminal says more. Nothing was written."
# A client that is slower than this (in seconds) is none of ours.
_PATIENCE = 20
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


class _RefusedError(Exception):
    """A request that is not answered; the message is for whoever made it."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "lintnews"
    sys_version = ""
    timeout = _PATIENCE
    server: ReviewServer

    def do_GET(self) -> None:
        self._answer(self._get)

    def do_HEAD(self) -> None:
        self._answer(self._get)

    def do_POST(self) -> None:
        self._answer(self._post)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the library gives
        """Keep quiet: the terminal is the user's."""

    def _answer(self, method: Callable[[], None]) -> None:
        try:
            self._check_address()
            method()
        except _RefusedError as refused:
            # What follows of a refused request would be read as the next one.
            self.close_connection = True
            self._page(refused.status, "refused.html", title="Not here", message=str(refused), back=False)
        except ReviewError as error:
            self._page(
                HTTPStatus.CONFLICT, "refused.html", title="Not to be opened", message=str(error), back=True
            )
        except (ConnectionError, TimeoutError):  # the browser went away
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - the editor's work on the other articles goes on
            self.server.failed(error)
            self._json({"problem": _FAILED, "kind": "error"}, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _check_address(self) -> None:
        if not self.server.guard.is_addressed(self.headers):
            raise _RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "This is not the server that you asked for.")

    def _get(self) -> None:
        guard, url = self.server.guard, urlsplit(self.path)
        token = parse_qs(url.query).get("token", [""])[0]
        if url.path == "/" and token:
            if not guard.is_token(token):
                raise _RefusedError(
                    HTTPStatus.FORBIDDEN, "This address is of another run: open the one printed last."
                )
            self._send(HTTPStatus.SEE_OTHER, b"", {"Location": "/", "Set-Cookie": guard.set_cookie})
            return
        self._admit(changes=False)
        if url.path == "/":
            self._index()
            return
        article, part = self._article(url.path)
        if part == "/count":
            self._json({"count": _count(article)})
        elif part == "/download":
            name = quote(article.path.replace("\\", "/").rpartition("/")[2], safe="", errors="replace")
            disposition = f"attachment; filename*=UTF-8''{name}"
            self._send(HTTPStatus.OK, article.content(), {"Content-Disposition": disposition})
        else:
            self._review(article)

    def _post(self) -> None:
        self._admit(changes=True)
        article, part = self._article(urlsplit(self.path).path)
        if part:
            raise _RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "There is nothing to change at this address.")
        request = self._body()
        answer: dict[str, Any] = {}
        try:
            answer = _ACTIONS[request["do"]](article, request)
        except ConflictError as error:
            answer = {"problem": f"{error}. Nothing was written.", "kind": "conflict"}
        except StaleError as error:
            answer = {"problem": _sentence(error), "kind": "stale"}
        except ReviewError as error:
            answer = {"problem": _sentence(error), "kind": "error"}
        except (KeyError, TypeError, ValueError) as error:
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "The request makes no sense.") from error
        if "text" not in answer and answer.get("kind") not in ("conflict", "error"):
            answer["work"] = _work(article)
        self._json(answer)

    def _admit(self, *, changes: bool) -> None:
        guard = self.server.guard
        if not guard.knows(self.headers):
            raise _RefusedError(HTTPStatus.FORBIDDEN, "Open the address that ‘lintnews review’ printed.")
        if not guard.is_own(self.headers, changes=changes):
            raise _RefusedError(HTTPStatus.FORBIDDEN, "Only lintnews' own page may ask for this.")

    def _article(self, path: str) -> tuple[Opened, str]:
        match = _ARTICLE.fullmatch(path)
        articles = self.server.desk.articles
        if not match or int(match[1]) > len(articles):
            raise _RefusedError(HTTPStatus.NOT_FOUND, "There is no such article.")
        return articles[int(match[1]) - 1], match[2] or ""

    def _body(self) -> dict[str, Any]:
        """Read what was sent: a JSON object, not too large, of a length that was announced."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not length.isdecimal() or not length.isascii():
            raise _RefusedError(HTTPStatus.LENGTH_REQUIRED, "The request does not say how long it is.")
        if len(length) > 9 or int(length) > _LARGEST_REQUEST:
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large.")
        if self.headers.get_content_type() != "application/json":
            raise _RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The request is no JSON.")
        try:
            request = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError) as error:
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "The request is no JSON.") from error
        if not isinstance(request, dict):
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "The request is no JSON object.")
        return request

    def _index(self) -> None:
        articles = self.server.desk.articles
        if len(articles) == 1:
            self._send(HTTPStatus.SEE_OTHER, b"", {"Location": "/articles/1"})
            return
        shelf = [
            {"path": article.path, "address": f"/articles/{number}"}
            for number, article in enumerate(articles, 1)
        ]
        self._page(HTTPStatus.OK, "index.html", articles=shelf)

    def _review(self, article: Opened) -> None:
        articles = self.server.desk.articles
        number = articles.index(article) + 1
        self._page(
            HTTPStatus.OK,
            "review.html",
            path=article.path,
            address=f"/articles/{number}",
            several=len(articles) > 1,
            previous=f"/articles/{number - 1}" if number > 1 else "",
            following=f"/articles/{number + 1}" if number < len(articles) else "",
            work=_work(article),
            live=True,
        )

    def _page(self, status: HTTPStatus, template: str, **context: Any) -> None:
        nonce = secrets.token_urlsafe(18)
        html = page(template, nonce=nonce, **context).encode("utf-8", "backslashreplace")
        kind = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": content_policy(nonce)}
        self._send(status, html, kind)

    def _json(self, answer: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, json.dumps(answer).encode(), {"Content-Type": "application/json"})

    def _send(self, status: HTTPStatus, content: bytes, headers: dict[str, str]) -> None:
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


def _work(article: Opened) -> str:
    view = article.view()
    return fragment(
        "work.html",
        view=view,
        path=article.path,
        count=counted(len(view.findings)),
        article=article_html(view.galley, live=True),
    )


def _count(article: Opened) -> str:
    try:
        view = article.view()
    except ReviewError as error:
        return str(error)
    return counted(len(view.findings)) + (", changes not saved" if view.unsaved else "")


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."


def _number(request: dict[str, Any], name: str) -> int:
    value = request[name]
    if not isinstance(value, int):
        raise TypeError(name)
    return value


def _text(request: dict[str, Any], name: str) -> str:
    value = request[name]
    if not isinstance(value, str):
        raise TypeError(name)
    # A lone half of a surrogate pair can stand in JSON, but in no file.
    return value.encode("utf-8", "replace").decode("utf-8")


def _save(article: Opened, request: dict[str, Any]) -> dict[str, Any]:
    article.save(_number(request, "revision"))
    return {"focus": 0}


def _reload(article: Opened, request: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG001 - as the others
    article.reload()
    return {"focus": 0}


def _block(article: Opened, request: dict[str, Any]) -> dict[str, Any]:
    return {"text": article.block(_number(request, "revision"), _number(request, "row"))}


def _step(method: str, **fields: Callable[[dict[str, Any], str], Any]) -> Callable[..., dict[str, Any]]:
    def act(article: Opened, request: dict[str, Any]) -> dict[str, Any]:
        given = [read(request, name) for name, read in fields.items()]
        return {"focus": getattr(article, method)(_number(request, "revision"), *given)}

    return act


_ACTIONS: dict[Any, Callable[[Opened, dict[str, Any]], dict[str, Any]]] = {
    "accept": _step("accept", note=_number, candidate=_number),
    "rewrite": _step("rewrite", row=_number, text=_text),
    "dismiss": _step("dismiss", note=_number, reason=_text),
    "restore": _step("restore", index=_number),
    "undo": _step("undo"),
    "redo": _step("redo"),
    "block": _block,
    "save": _save,
    "reload": _reload,
}
