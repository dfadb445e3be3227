"""Regular expressions that compile themselves when first used.

To compile the patterns of every rule takes longer than to lint an article, and most articles need few of
them. What a run did compile, the next one can have from the cache (`kept_in`).
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, cast

from lintnews.pattern_store import PatternStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.cache import Cache

_store: ContextVar[PatternStore | None] = ContextVar("store", default=None)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a stand-in for `re.compile(pattern, flags)` that does all that a compiled pattern does.

    It is compiled when it is first used, and only then does a broken `pattern` raise `re.error`.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Do as `re.compile`, sooner where the store of `kept_in` has the pattern."""
    store = _store.get()
    return store.compiled(pattern, flags) if store else re.compile(pattern, flags)  # noqa: TID251


@contextmanager
def kept_in(cache: Cache) -> Iterator[None]:
    """Take patterns from `cache` as earlier runs compiled them, and in the end leave it those of this run."""
    store = PatternStore(cache)
    token = _store.set(store)
    try:
        yield
    finally:
        _store.reset(token)
        store.keep()


class _Lazy:
    """Fetches each method from the compiled pattern when it is first asked for, and keeps it."""

    _compiled: re.Pattern[str] | None = None

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = compiled(self.pattern, self._flags)
        found = getattr(self._compiled, name)
        # From now on it is an attribute of this object, and Python does not come here for it.
        setattr(self, name, found)
        return found
