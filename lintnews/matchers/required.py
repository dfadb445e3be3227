"""Literal text that every match of a regular expression holds, so that most expressions need not be run."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lintnews.matchers.literals import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Shorter literals are in nearly every article.
_LEAST_LENGTH = 3
_MOST_ALTERNATIVES = 64


def required_literals(expression: str, flags: int) -> tuple[str, ...]:
    """Return folded literals of which every match of `expression` holds at least one.

    Empty where no such set is found; the expression must be valid. Reads the standard library's own parse
    tree, which has no public name: without it nothing is found and the expression is always run.
    """
    try:
        tree = importlib.import_module("re._parser").parse(expression, flags)
    except (ImportError, AttributeError):
        return ()
    return _best(tree)


def _best(items: Iterable[Any]) -> tuple[str, ...]:
    """Of the literal sets that a sequence of parse-tree items demands, the one that will occur least."""
    candidates: list[tuple[str, ...]] = []
    run = ""
    for operator, argument in items:
        name = str(operator)
        if name == "AT":  # of no width: what stands before and after it is adjacent
            continue
        letter = _letter(name, argument)
        if letter:
            run += letter
            continue
        candidates.append((run,))
        run = ""
        candidates.append(_within(name, argument))
    candidates.append((run,))
    usable = [
        c for c in candidates if c and min(map(len, c)) >= _LEAST_LENGTH and len(c) <= _MOST_ALTERNATIVES
    ]
    return max(usable, key=lambda c: min(map(len, c)), default=())


def _letter(name: str, argument: Any) -> str:
    """Return the folded character that an item stands for, empty where it may be several."""
    if name == "LITERAL":
        return fold(chr(argument))
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        alike = {fold(chr(code)) for _, code in argument}
        return alike.pop() if len(alike) == 1 else ""
    return ""


def _within(name: str, argument: Any) -> tuple[str, ...]:
    if name == "SUBPATTERN":
        return _best(argument[3])
    if name == "ATOMIC_GROUP":
        return _best(argument)
    if name.endswith("_REPEAT"):
        return _best(argument[2]) if argument[0] >= 1 else ()
    if name == "BRANCH":
        branches = [_best(branch) for branch in argument[1]]
        return tuple(dict.fromkeys(sum(branches, ()))) if all(branches) else ()
    return ()
