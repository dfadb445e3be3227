"""A bad road between lintnews and a real LanguageTool: an HTTP proxy that can do harm on the way."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Reply(NamedTuple):
    status: int
    body: bytes


class Asked(NamedTuple):
    """A request: which one to `path` it is, from 1, with its body."""

    number: int
    path: str
    body: bytes


#: Sees each request and may answer in the server's place; what it raises breaks the connection.
Harm = Callable[[Asked], "Reply | None"]
Change = Callable[[bytes], bytes]


@contextmanager
def between(url: str, harm: Harm = lambda _: None, change: Change = lambda body: body) -> Iterator[str]:
    """Yield an address that leads to `url`; `change` rewrites what the server answers."""
    counts: dict[str, int] = {}
    lock = threading.Lock()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    class Handler(BaseHTTPRequestHandler):
        def _pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            with lock:
                counts[self.path] = counts.get(self.path, 0) + 1
                asked = Asked(counts[self.path], self.path, body)
            reply = harm(asked)
            if reply is None:
                try:
                    wanted = urllib.request.Request(url.rstrip("/") + self.path, body or None)  # noqa: S310
                    with opener.open(wanted) as got:
                        reply = Reply(got.status, change(got.read()))
                except urllib.error.HTTPError as error:
                    reply = Reply(error.code, error.read())
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        do_GET = do_POST = _pass_on  # noqa: N815 - names that the base class looks for

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    proxy = Quiet(("127.0.0.1", 0), Handler)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{proxy.server_address[1]}"
    finally:
        proxy.shutdown()
        proxy.server_close()
