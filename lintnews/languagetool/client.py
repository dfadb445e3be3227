"""LanguageTool over HTTP, through language-tool-python.

Of the library we use the client, that is its addresses, parameters and transport, and not its `Match`: that
has wrong lengths where there are characters of two UTF-16 units, keeps their places where threads mix them
up, and drops the URLs.
"""

from __future__ import annotations

import time
import urllib.parse
from typing import TYPE_CHECKING, Any, Literal

import requests
from language_tool_python import LanguageTool, exceptions

from lintnews.facts.remarks import Remark
from lintnews.languagetool.failure import LanguageToolFailure, ServerLost
from lintnews.languagetool.table import rule_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.languagetool.passage import Passage
    from lintnews.languagetool.place import Address

#: The variety of English that the table was measured with; it has spelling rules, plain `en` has none.
LANGUAGE = "en-US"
#: Versions whose rules the table knows: from this one on.
OLDEST = (6, 0)
# Seconds between tries; a server that is being started again needs some.
_PAUSES = (0.2, 0.5, 1.0)
# Above these, suggestions are guesses.
_MOST_REPLACEMENTS = 5
_RULE_PAGE = "https://community.languagetool.org/rule/show/{rule}?lang=en"


class Client(LanguageTool):
    """A server that answers; may be used from several threads at once."""

    def __init__(self, address: Address, patience: float) -> None:
        """Make sure that LanguageTool answers there, and in a version that we know.

        Args:
            address: the server.
            patience: seconds to wait for an answer.

        Raises:
            ServerLost: it does not.
        """
        # The library has no other way to set it.
        self._TIMEOUT = patience  # type: ignore[assignment]
        self.address = address
        # Nothing stands between us and this machine, whatever HTTP_PROXY says.
        direct = {"http": "", "https": ""} if address.is_local else None
        try:
            super().__init__(LANGUAGE, remote_server=address.url, proxies=direct)
            answer = self._ask("Is anyone there?", ())
        except LanguageToolFailure as error:
            raise ServerLost(str(error)) from error
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise self._lost("is no LanguageTool server for English") from error
        self._hold_known(answer)

    def remarks(self, passage: Passage, off: Iterable[str] = ()) -> tuple[Remark, ...]:
        """Return what LanguageTool says of a text; the rules with the ids `off` are not run.

        Raises:
            LanguageToolFailure: it refuses this text.
            ServerLost: it answers no more.
        """
        if not passage.text:
            return ()
        answer = self._ask(passage.text, off)
        try:
            if answer.get("warnings", {}).get("incompleteResults"):
                raise LanguageToolFailure("it gave up on this text before its end")
            return tuple(_remark(match, passage) for match in answer["matches"])
        except (TypeError, AttributeError, KeyError) as error:
            raise self._lost("sent an answer that is none of LanguageTool's") from error

    def _ask(self, text: str, off: Iterable[str]) -> Any:
        # Not through `disabled_rules`, which all threads share.
        parameters = self._create_params(text) | {"disabledRules": ",".join(off)}
        return self._query_server(urllib.parse.urljoin(self.url, "check"), parameters, method="post")

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1 + len(_PAUSES),
        method: Literal["get", "post"] = "get",
    ) -> Any:
        """Ask the server as the library does, with a pause before each further try.

        Its errors become ours.
        """
        for pause in (*_PAUSES[: num_tries - 1], None):
            try:
                return super()._query_server(url, params, 1, method)
            except exceptions.LanguageToolError as error:
                if isinstance(error, exceptions.RateLimitError):
                    raise self._lost("takes no more texts from here for now: its rate limit") from error
                if isinstance(error.__cause__, requests.Timeout):
                    # It is there, and at work: the same text again would only take as long again.
                    raise self._lost(f"did not answer within {self._TIMEOUT:g} seconds") from error
                if pause is None:
                    raise self._failure(error) from error
                time.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _failure(self, error: exceptions.LanguageToolError) -> LanguageToolFailure:
        if isinstance(error.__cause__, requests.ConnectionError):
            return self._lost("does not answer: no connection")
        said = " ".join(str(error).split()).removeprefix("Error: ")
        return LanguageToolFailure(f"{self.address.url} says: {said[:200]}")

    def _lost(self, why: str) -> ServerLost:
        return ServerLost(f"{self.address.url} {why}")

    def _hold_known(self, answer: Any) -> None:
        version = str(answer.get("software", {}).get("version", "")) if isinstance(answer, dict) else ""
        numbers = tuple(int(part) for part in version.split("-")[0].split(".")[:2] if part.isdecimal())
        if not numbers:
            raise self._lost("is no LanguageTool server")
        if numbers < OLDEST:
            oldest = ".".join(map(str, OLDEST))
            raise self._lost(f"is LanguageTool {version}; lintnews needs {oldest} or later")


def _remark(match: Any, passage: Passage) -> Remark:
    rule = match["rule"]
    urls = rule.get("urls") or ({"value": _RULE_PAGE.format(rule=urllib.parse.quote(rule["id"]))},)
    return Remark(
        rule=rule_of(rule["id"]),
        id=rule["id"],
        category=rule["category"]["id"],
        span=passage.place(match["offset"], match["length"]),
        message=" ".join(match["message"].split()),
        replacements=tuple(found["value"] for found in match["replacements"][:_MOST_REPLACEMENTS]),
        url=urls[0]["value"],
    )
