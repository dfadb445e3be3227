"""Regular expressions that may be anyone's, searched for no longer than is said.

`re` cannot be stopped while it backtracks. The engine of `regex` can, and takes the same expressions.
"""

from __future__ import annotations

import time
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from lintnews.matchers.slow import SlowPatternError

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    Search = Callable[[str], Iterator[re.Match[str]]]


def bounded_search(expression: str, flags: int, seconds: float) -> Search:
    """Return what yields the matches in texts one after the other; for all together it has `seconds`.

    It raises SlowPatternError where they are not enough.
    """
    pattern = _compiled(expression, flags)
    until = time.monotonic() + seconds

    def search(text: str) -> Iterator[re.Match[str]]:
        try:
            yield from pattern.finditer(text, timeout=max(0.001, until - time.monotonic()))
        except TimeoutError as error:
            raise SlowPatternError(
                f"its pattern was given up after {seconds:g} seconds: it tries the same text again and again"
            ) from error

    return search


@cache
def _compiled(expression: str, flags: int) -> Any:
    with warnings.catch_warnings():
        # `[[` may mean a set within a set one day.
        warnings.simplefilter("ignore", FutureWarning)
        # Both modules give the flags that packs may set the same numbers.
        return regex.compile(expression, flags | regex.VERSION0)
