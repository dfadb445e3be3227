"""Literal text that every match of a regular expression holds, so that most expressions need not be run."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lintnews.matchers.literals import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Shorter literals are in nearly every article, but for those with one of the marks.
_LEAST_LENGTH = 3
_WORTH_OF_MARK = 4
_RARE_MARKS = frozenset(":;?!()[]{}<>/%&*+=@#$£€_~^|\\…")
_MOST_ALTERNATIVES = 64
_MOST_IN_PART = 16


def required_literals(expression: str, flags: int) -> tuple[str, ...]:
    """Return folded literals of which every match of `expression` holds at least one.

    Empty where no such set is found; the expression must be valid. Reads the standard library's own parse
    tree, which has no public name: without it nothing is found and the expression is always run.
    """
    try:
        tree = importlib.import_module("re._parser").parse(expression, flags)
    except (ImportError, AttributeError):
        return ()
    found = _best(tree)
    return tuple(each for each in found if not any(other in each for other in found if other != each))


def _best(items: Iterable[Any]) -> tuple[str, ...]:
    """Of the literal sets that a sequence of parse-tree items demands, the one that will occur least."""
    candidates: list[tuple[str, ...]] = []
    runs: tuple[str, ...] = ("",)
    for operator, argument in items:
        name = str(operator)
        if name in _WITHOUT_WIDTH:  # what stands before and after it is adjacent
            continue
        spelt = _spelt(name, argument)
        joined = _joined(runs, spelt)
        if spelt and len(joined) <= _MOST_ALTERNATIVES:
            runs = joined
            continue
        candidates += (runs, _within(name, argument))
        runs = spelt or ("",)
    candidates.append(runs)
    usable = [each for each in candidates if each and _rarity(each) >= _LEAST_LENGTH]
    return max((each for each in usable if len(each) <= _MOST_ALTERNATIVES), key=_rarity, default=())


_WITHOUT_WIDTH = frozenset(("AT", "ASSERT", "ASSERT_NOT"))


def _rarity(literals: tuple[str, ...]) -> int:
    """Rank a set by the literal of it that will occur most; a rare mark is worth several letters."""
    return min(len(literal) + _WORTH_OF_MARK * (not _RARE_MARKS.isdisjoint(literal)) for literal in literals)


def _joined(firsts: tuple[str, ...], seconds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second for first in firsts for second in seconds))


def _spelt(name: str, argument: Any) -> tuple[str, ...]:
    """Return all that an item stands for, folded; empty where that is much or without end."""
    if name == "LITERAL":
        return (fold(chr(argument)),)
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        found = tuple(dict.fromkeys(fold(chr(code)) for _, code in argument))
    elif name == "SUBPATTERN":
        found = _all_spelt(argument[3])
    elif name == "BRANCH":
        each = [_all_spelt(branch) for branch in argument[1]]
        found = tuple(dict.fromkeys(sum(each, ()))) if all(each) else ()
    elif name.endswith("_REPEAT") and tuple(argument[:2]) == (0, 1):
        once = _all_spelt(argument[2])
        found = ("", *once) if once else ()
    else:
        found = ()
    return found if len(found) <= _MOST_IN_PART else ()


def _all_spelt(items: Iterable[Any]) -> tuple[str, ...]:
    found: tuple[str, ...] = ("",)
    for operator, argument in items:
        name = str(operator)
        if name in _WITHOUT_WIDTH:
            continue
        found = _joined(found, _spelt(name, argument))
        if not found or len(found) > _MOST_IN_PART:
            return ()
    return found


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
