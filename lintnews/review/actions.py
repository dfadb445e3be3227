"""What the page asks for: a JSON object to a step, and what came of it to the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lintnews.review.errors import ConflictError, ReviewError, StaleError
from lintnews.review.pages import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.review.opened import Opened

    Action = Callable[[Opened], dict[str, Any]]


class BadRequestError(Exception):
    """A request that our page does not make."""


def action(request: Any) -> Action:
    """Return what a request asks for, to be done to an article.

    Raises:
        BadRequestError: it makes no sense.
    """
    match request:
        case {"do": str(name), **fields} if name in _FIELDS:
            given = [_value(fields.get(field), kind) for field, kind in _FIELDS[name].items()]
            return partial(_act, name, given)
    raise BadRequestError


# The methods of `Opened` that may be asked for, with what they take.
_REVISION: dict[str, type] = {"revision": int}
_FIELDS: dict[str, dict[str, type]] = {
    "block": {**_REVISION, "row": int},
    "accept": {**_REVISION, "note": int, "candidate": int},
    "rewrite": {**_REVISION, "row": int, "text": str},
    "dismiss": {**_REVISION, "note": int, "reason": str},
    "restore": {**_REVISION, "index": int},
    "undo": _REVISION,
    "redo": _REVISION,
    "save": _REVISION,
    "reload": {},
}


def _value(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise BadRequestError
    # A lone half of a surrogate pair can stand in JSON, but in no file.
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _act(name: str, given: list[Any], article: Opened) -> dict[str, Any]:
    """Take a step: its answer has the article as it is then (`work`), or the problem and its kind.

    `focus` is the number of the finding to go on with; `text` answers a request for a block.
    """
    try:
        result = getattr(article, name)(*given)
    except ConflictError as error:
        return {"problem": f"{error}. Nothing was written.", "kind": "conflict"}
    except StaleError as error:
        return {"problem": _sentence(error), "kind": "stale", "work": work(article)}
    except ReviewError as error:
        return {"problem": _sentence(error), "kind": "error"}
    if name == "block":
        return {"text": result}
    return {"work": work(article), "focus": result or 0}


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."
