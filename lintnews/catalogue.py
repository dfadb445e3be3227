"""The rules in code as the cache keeps them: known without their modules, imported when a rule is asked.

Most articles meet the needs of a third of the rules. What is kept of a rule is all that users see and what it
needs; its function, and its examples, come from its module.
"""

from __future__ import annotations

import importlib
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews import needs
from lintnews.late import Late
from lintnews.rule import Check, rule_of
from lintnews.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.cache import Cache
    from lintnews.facts import Facts
    from lintnews.finding import Hit
    from lintnews.rule import Example

#: Number of the cached form: raise it when what `_plain` gives changes.
FORMAT = 2
_NAME = "rules-in-code"
# Where rules and the tables that their needs come from lie; in a wheel the lexica lie in the package.
_FOLDERS = (".", "checks", "facts", "prose", "data", "rules/lexicon", "../rules/lexicon")
_SUFFIXES = (".py", ".txt", ".yaml", ".marisa")


def coded_checks(modules: Sequence[str], kept: Cache) -> list[Check]:
    """Return the checks of these modules of `lintnews.checks`, module by module.

    From `kept` where the package has not changed since, and then no module is imported.
    """
    if kept.folder is None:
        return _imported(modules)
    key = _key(modules)
    plain = kept.get(_NAME, key)
    try:
        return [_check(*row) for row in plain or ()] or _kept_anew(modules, kept, key)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return _kept_anew(modules, kept, key)


def _kept_anew(modules: Sequence[str], kept: Cache, key: str) -> list[Check]:
    kept.put(_NAME, key, [_plain(module, number) for module in modules for number in range(len(_of(module)))])
    return _imported(modules)


def _imported(modules: Iterable[str]) -> list[Check]:
    return [check for module in modules for check in _of(module)]


def _of(module: str) -> tuple[Check, ...]:
    """Return the checks of a module of `lintnews.checks`, importing it."""
    checks: tuple[Check, ...] = importlib.import_module(f"lintnews.checks.{module}").CHECKS
    return checks


def _plain(module: str, number: int) -> list[Any]:
    """Return a check as JSON can hold it."""
    check = _of(module)[number]
    return [
        module,
        number,
        check.rule.plain(),
        [plain for need in check.needs if (plain := needs.plain(need))],
    ]


def _check(module: str, number: int, fields: list[Any], wanted: list[list[str]]) -> Check:
    """Undo `_plain`."""
    return Check(
        rule_of(fields, Late(partial(_examples, module, number))),
        partial(_find, module, number),
        needs=tuple(needs.from_plain(*each) for each in wanted),
    )


def _find(module: str, number: int, facts: Facts) -> Iterable[Hit]:
    return _of(module)[number].find(facts)


def _examples(module: str, number: int) -> Iterator[Example]:
    yield from _of(module)[number].rule.examples


def _key(modules: Sequence[str]) -> str:
    """Return what changes when a rule may have: the sizes and times of the package's files, as with bytecode.

    A rule's needs may come from tables of other modules, and from word lists.
    """
    package = str(Path(__file__).parent)
    rows = [__version__, str(FORMAT), package, *modules]
    for folder in _FOLDERS:
        with suppress(FileNotFoundError), os.scandir(f"{package}/{folder}") as entries:
            for entry in sorted(entries, key=_name):
                if entry.name.endswith(_SUFFIXES):
                    state = entry.stat()
                    rows.append(f"{entry.name} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(rows)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
