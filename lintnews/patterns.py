"""Regular expressions that compile themselves when first used.

To compile the patterns of every rule takes longer than to lint an article, and most articles need few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a stand-in for `re.compile(pattern, flags)` that does all that a compiled pattern does.

    It is compiled when it is first used, and only then does a broken `pattern` raise `re.error`.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


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
            self._compiled = re.compile(self.pattern, self._flags)  # noqa: TID251
        found = getattr(self._compiled, name)
        # From now on it is an attribute of this object, and Python does not come here for it.
        setattr(self, name, found)
        return found
