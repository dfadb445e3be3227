"""The client of a resident server: its command line's way to findings without loading a rule."""

from __future__ import annotations

import http.client
import json
import os
import socket
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import lintnews
from lintnews.checked import Checked, Problem
from lintnews.config.keys import KEYS
from lintnews.records import NamedTuple
from lintnews.results.plain import checked_of
from lintnews.rule import Checks
from lintnews.rule_sets import checks_for
from lintnews.run import Elsewhere, check_source
from lintnews.selection import selected
from lintnews.web.guard import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lintnews.cache import Cache
    from lintnews.rule import Example
    from lintnews.rule_sets import RuleSet
    from lintnews.settings import Settings
    from lintnews.source import Source

# Seconds for an answer: the server may be at a long article of somebody else's.
_PATIENCE = 120.0


class ServerError(Exception):
    """A server that cannot be used; the message is one line for the user."""


class StoppedError(Exception):
    """The server gave a text up: here it would take as long. The message is one line for the user."""


class Client:
    """Asks the server at an address: the path of a socket, or a URL on loopback."""

    def __init__(self, address: str, *, lost: Callable[[str], None]) -> None:
        """Find out whether a server of this version is there; `lost` is told of it once if it goes.

        Raises:
            ServerError: none is there, or it does not fit.
        """
        self._address = address
        self._lost = lost
        self._is_lost = False
        self._connection = self._connect()
        try:
            status, answer = self._ask("GET", "/v1/status")
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise ServerError(f"no server at {self._shown}: {reason}") from error
        if status == 401:
            raise ServerError(
                f"the server at {self._shown} wants its token: use the whole address, or {VARIABLE}"
            )
        if status != 200 or not isinstance(answer, dict) or answer.get("name") != "lintnews":
            raise ServerError(f"what answers at {self._shown} is no lintnews")
        if answer.get("version") != lintnews.__version__:
            told = f"{answer.get('version')}, not {lintnews.__version__}"
            raise ServerError(f"the server at {self._shown} is lintnews {told}: start it anew")
        self._largest = int(answer["largest"])

    @property
    def _shown(self) -> str:
        """The address without its secret."""
        return self._address.partition("?")[0]

    def _connect(self) -> http.client.HTTPConnection:
        self._headers = {"Content-Type": "application/json"}
        if "://" not in self._address:
            return _UnixConnection(self._address)
        try:
            url = urlsplit(self._address)
            host, port = url.hostname, url.port
        except ValueError as error:
            raise ServerError(f"{self._shown} is no address: {error}") from error
        if url.scheme != "http" or host not in ("127.0.0.1", "localhost") or not port:
            raise ServerError(f"{self._shown} is no address of a server: http://127.0.0.1:PORT, or a path")
        token = parse_qs(url.query).get("token", [os.environ.get(VARIABLE, "")])[0]
        if not token.isascii() or not token.isprintable():
            raise ServerError("the token of a server is plain letters")
        self._headers["Authorization"] = f"Bearer {token}"
        return http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)

    def _ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, Any]:
        for again in (True, False):
            try:
                self._connection.request(method, path, body, self._headers)
                response = self._connection.getresponse()
                return response.status, json.loads(response.read())
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                # It closes a connection on which nothing comes for a while.
                self._connection.close()
                if not again:
                    raise
        raise AssertionError

    def close(self) -> None:
        """Let the server go."""
        self._connection.close()

    def rule_set(self, settings: Settings, cache: Cache) -> RuleSet:
        """Return the checks of the server for these settings; those of this process where it refuses them."""
        asked = _settings(settings)
        if self._answer({"text": "", **asked}) is None:
            return checks_for(settings, cache)
        return Served(Checks(()), settings, cache, server=_At(self, asked))

    def check(self, source: Source, asked: dict[str, Any]) -> Any | None:
        """Return what the server finds in a source, None where it is to be linted here.

        Raises:
            StoppedError: linting it took longer than the server lets it.
        """
        if source.record or source.styles or source.is_read_only or source.encoding != "utf-8":
            return None
        return self._answer(
            {
                "text": source.text,
                "path": source.path,
                "format": source.format,
                "fields": source.fields,
                **asked,
            }
        )

    def _answer(self, request: dict[str, Any]) -> Any | None:
        body = json.dumps(request).encode("ascii")
        if self._is_lost or len(body) > self._largest:
            return None
        try:
            status, answer = self._ask("POST", "/v1/check", body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._is_lost = True
            self._lost(
                f"the server at {self._shown} is gone ({error or type(error).__name__}): going on without"
            )
            return None
        if status == http.HTTPStatus.GATEWAY_TIMEOUT:
            raise StoppedError(f"was not linted: the server at {self._shown} says: {answer['problem']}")
        return answer if status == 200 else None


class _At(NamedTuple):
    client: Client
    asked: dict[str, Any]


class Served(Elsewhere):
    """The checks of a server for one kind of settings."""

    server: _At | None = None

    def lint(self, source: Source) -> Checked:
        """Lint a source over there, or here where that cannot be."""
        try:
            answer = self.server.client.check(source, self.server.asked) if self.server else None
            if answer is not None:
                return checked_of(answer, source, self._examples)
        except StoppedError as error:
            message = str(error)
        except ValueError as error:
            message = f"was not linted: what the server answers makes no sense: {error}"
        else:
            return check_source(source, self._own)
        return Checked(source, (), 0, (Problem(source.path or "<text>", message, is_all=True),))

    @cached_property
    def _own(self) -> RuleSet:
        return checks_for(self.settings, self.cache)

    @cached_property
    def idle(self) -> tuple[str, ...]:
        """As for the rules that would run here: over there they are the same."""
        return self._own.idle if selected(self.settings.selections) else ()

    def _examples(self, code: str) -> Sequence[Example]:
        return next((rule.examples for rule in self.known if rule.code == code), ())


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_PATIENCE)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        try:
            self.sock.settimeout(self.timeout)
            self.sock.connect(self._path)
        except BaseException:
            self.sock.close()
            raise


def _settings(settings: Settings) -> dict[str, Any]:
    """Return settings as a request has them: those that differ from the default."""
    usual = type(settings)()
    values = {
        key.name: _plain(getattr(settings, key.field))
        for key in KEYS
        if key.by_file and getattr(settings, key.field) != getattr(usual, key.field)
    }
    return {"settings": values, "under": settings.under, "isolated": True, "complete": True}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        if value and all(isinstance(item, tuple) for item in value):
            return {selector: _plain(word) for selector, word in value}
        return [_plain(item) for item in value]
    return getattr(value, "value", value)
