"""Who may talk to a server on loopback: the page that it served itself, or a program with its token.

Other pages in the same browser can send requests to a loopback address, and a name of theirs can be made to
lead there (DNS rebinding). Against that stand a secret that only the printed URL has, and checks of the names
in `Host`, `Origin` and `Sec-Fetch-Site`.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from email.message import Message

#: The environment variable that may hold the token of a server, so that no list of processes shows it.
VARIABLE = "LINTNEWS_TOKEN"
_NAMES = ("127.0.0.1", "localhost")
#: Sent with every answer.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def content_policy(nonce: str) -> str:
    """Return the Content-Security-Policy of a page: its own style and script, and talk with its server."""
    return (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class Guard(NamedTuple):
    """The checks of a server on `port`, whose secret is `token`."""

    token: str
    port: int

    @property
    def cookie(self) -> str:
        """The cookie that carries the token; cookies of one host are shared by all its ports."""
        return f"lintnews-{self.port}"

    @property
    def set_cookie(self) -> str:
        """The header that hands the token to the browser."""
        return f"{self.cookie}={self.token}; Path=/; HttpOnly; SameSite=Strict"

    def is_addressed(self, headers: Message) -> bool:
        """Whether a request names this server, and no other name that leads to it."""
        hosts = headers.get_all("Host", [])
        return len(hosts) == 1 and hosts[0].lower() in {f"{name}:{self.port}" for name in _NAMES}

    def knows(self, headers: Message) -> bool:
        """Whether a request has the token in its cookie."""
        for value in headers.get_all("Cookie", []):
            try:
                morsel = SimpleCookie(value).get(self.cookie)
            except CookieError:
                continue
            if morsel and self.is_token(morsel.value):
                return True
        return False

    def bears(self, headers: Message) -> bool:
        """Whether a request has the token in its `Authorization`, as programs send it."""
        values = headers.get_all("Authorization", [])
        kind, _, token = (values[0] if len(values) == 1 else "").partition(" ")
        return kind.lower() == "bearer" and self.is_token(token.strip())

    def is_token(self, value: str) -> bool:
        """Whether a value is the token; how long that takes does not tell how far it is."""
        return secrets.compare_digest(value.encode("utf-8", "surrogateescape"), self.token.encode())

    def is_own(self, headers: Message, *, changes: bool) -> bool:
        """Whether a request comes from a page of this server; one that `changes` something must say so."""
        site = headers.get("Sec-Fetch-Site")
        if site is not None and site not in ("same-origin", "none"):
            return False
        origin = headers.get("Origin")
        if origin is None:
            return not changes
        return origin == f"http://{headers.get('Host', '').lower()}"
