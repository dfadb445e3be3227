"""lintnews: a linter for machine-translated news.

    >>> import lintnews
    >>> findings = lintnews.check_text("The minister told the the council.")

What is named in `__all__` is loaded when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lintnews.version import __version__

if TYPE_CHECKING:
    from lintnews.api import check_file as check_file
    from lintnews.api import check_text as check_text
    from lintnews.finding import Finding as Finding
    from lintnews.pivot import likely_pivot as likely_pivot
    from lintnews.rule import Confidence as Confidence
    from lintnews.rule import Severity as Severity
    from lintnews.settings import Settings as Settings


_HOMES = {
    "check_file": "lintnews.api",
    "check_text": "lintnews.api",
    "Confidence": "lintnews.rule",
    "Finding": "lintnews.finding",
    "likely_pivot": "lintnews.pivot",
    "Settings": "lintnews.settings",
    "Severity": "lintnews.rule",
}
__all__ = [
    "Confidence",
    "Finding",
    "Settings",
    "Severity",
    "__version__",
    "check_file",
    "check_text",
    "likely_pivot",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
