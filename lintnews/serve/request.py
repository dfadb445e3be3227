"""What a client asks of the server: a JSON object to a request, or why it makes no sense."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lintnews.config.keys import BY_NAME
from lintnews.config.layer import OF_SELECTION
from lintnews.readers.formats import ARCHIVES, FORMATS
from lintnews.records import NamedTuple
from lintnews.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Formats of which a text can be handed over: neither binary nor made of records.
TEXT_FORMATS = tuple(name for name in FORMATS if name not in ARCHIVES and name != "docx")


class BadRequestError(Exception):
    """A request that makes no sense; the message is one line for whoever made it."""


class Request(NamedTuple):
    """A text to lint.

    Attributes:
        path: what it is called: its ending tells the format. Settings files are looked for where it is
            absolute, unless `isolated`.
        format: a name of `TEXT_FORMATS`, None where path and text are to tell.
        fields: names of the fields of JSON that hold prose.
        settings: values of keys as TOML would have them, stronger than those of files.
        under: what weaker sources select and ignore, the weakest first, where the client knows them.
        complete: whether the client wants all that `results` can say.
    """

    text: str
    path: str | None = None
    format: str | None = None
    fields: tuple[str, ...] = ()
    settings: Mapping[str, Any] = {}
    under: tuple[Selection, ...] = ()
    isolated: bool = False
    complete: bool = False


def request_of(value: Any) -> Request:
    """Return what a client asks for.

    Raises:
        BadRequestError: it is no such request.
    """
    if not isinstance(value, dict):
        raise BadRequestError("a request is an object")
    for key in value:
        if key not in Request._fields:
            raise BadRequestError(f"no key of a request is called {key!r}")
    if not isinstance(value.get("text"), str):
        raise BadRequestError("text must be a string")
    given: dict[str, Any] = {"path": None, "format": None, "fields": [], "settings": {}, "under": []} | value
    path = given["path"]
    if path is not None and not (isinstance(path, str) and path and "\0" not in path and _is_plain(path)):
        raise BadRequestError("path must be the name of a file")
    if given["format"] is not None and given["format"] not in TEXT_FORMATS:
        raise BadRequestError(f"format must be one of {', '.join(TEXT_FORMATS)}")
    for key in ("isolated", "complete"):
        if not isinstance(value.get(key, False), bool):
            raise BadRequestError(f"{key} must be true or false")
    return Request(
        value["text"],
        path,
        given["format"],
        _strings(given["fields"], "fields"),
        _settings(given["settings"]),
        _under(given["under"]),
        value.get("isolated", False) or path is None or not os.path.isabs(path),  # noqa: PTH117 - no Path needed
        value.get("complete", False),
    )


def _is_plain(path: str) -> bool:
    """Whether it can be the name of a file: a lone half of a surrogate pair cannot."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True


def _strings(value: Any, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadRequestError(f"{name} must be a list of strings")
    return tuple(value)


def _settings(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadRequestError("settings must be an object")
    for name in value:
        if name not in BY_NAME:
            raise BadRequestError(f"no setting is called {name!r}")
        if not BY_NAME[name].by_file:
            raise BadRequestError(f"the setting {name} is for the command line")
    return value


def _under(value: Any) -> tuple[Selection, ...]:
    if not isinstance(value, list):
        raise BadRequestError("under must be a list")
    selections = []
    for item in value:
        if not isinstance(item, list) or len(item) != len(OF_SELECTION):
            raise BadRequestError(f"each item of under is a list of {', '.join(OF_SELECTION)}")
        selections.append(Selection(*(_strings(part, "under") for part in item)))
    return tuple(selections)
