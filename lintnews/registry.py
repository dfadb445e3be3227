"""Every rule that comes with lintnews, and which of them a run uses."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from functools import cache

from lintnews.rule import Check, Confidence

#: Modules of `lintnews.checks` that hold rules; each has a tuple CHECKS.
CHECK_MODULES: tuple[str, ...] = ()


@cache
def builtin_checks() -> tuple[Check, ...]:
    """Return every built-in rule, ordered by code."""
    found: list[Check] = []
    for name in CHECK_MODULES:
        found += importlib.import_module(f"lintnews.checks.{name}").CHECKS
    return tuple(sorted(found, key=lambda check: check.rule.code))


def at_confidence(checks: Iterable[Check], least: Confidence) -> tuple[Check, ...]:
    """Return the checks whose rules are trusted at least as far as `least`."""
    return tuple(check for check in checks if check.rule.confidence.rank >= least.rank)
