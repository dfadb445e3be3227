"""Compiled regular expressions, kept between runs.

`re` has no way to store what it compiled, and to compile what one short article needs is a tenth of a run. A
compiled pattern is a list of numbers, though, which the matching engine of CPython (`_sre`) takes at no cost,
and holds against its own rules before it does. That engine is no public interface: an entry is good only for
the very Python that made it, and where anything is not as expected, patterns are compiled as ever.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from array import array
from typing import TYPE_CHECKING, Any

from lintnews.records import NamedTuple
from lintnews.version import __version__

if TYPE_CHECKING:
    from lintnews.cache import Cache

# Patterns in one entry: enough for all rules; it begins anew where packs that come and go have filled it.
_MOST = 4000


class _Kept(NamedTuple):
    """A compiled pattern; `flags` as compiled, which can be more than were asked for."""

    flags: int
    groups: int
    names: dict[str, int]
    code: list[int]

    @classmethod
    def of(cls, pattern: re.Pattern[str], flags: int) -> _Kept:
        parsed = importlib.import_module("re._parser").parse(pattern.pattern, flags)
        code = importlib.import_module("re._compiler")._code(parsed, flags)
        return cls(pattern.flags, pattern.groups, dict(pattern.groupindex), code)

    def pattern(self, expression: str) -> re.Pattern[str]:
        names_by_group: list[str | None] = [None] * (self.groups + 1)
        for name, group in self.names.items():
            names_by_group[group] = name
        engine: Any = importlib.import_module("_sre")
        made: re.Pattern[str] = engine.compile(
            expression, self.flags, self.code, self.groups, self.names, tuple(names_by_group)
        )
        return made


class PatternStore:
    """The patterns of earlier runs and of this one, by expression and flags."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._name = f"patterns-{sys.implementation.cache_tag}"
        self._key = f"{__version__} {sys.version} {sys.byteorder}"
        self._heads, self._codes = self._read()
        self._new: dict[tuple[str, int], re.Pattern[str]] = {}

    def compiled(self, expression: str, flags: int) -> re.Pattern[str]:
        """Return the compiled pattern.

        Raises:
            re.error: `expression` is no regular expression.
        """
        head = self._heads.get((expression, int(flags)))
        if head is not None:
            try:
                final, groups, names, start, end = head
                return _Kept(final, groups, names, self._codes[start:end].tolist()).pattern(expression)
            except Exception:  # noqa: BLE001 - whatever the engine has against it
                del self._heads[expression, int(flags)]
        pattern = self._new[expression, int(flags)] = re.compile(expression, flags)  # noqa: TID251
        return pattern

    def keep(self) -> None:
        """Store the patterns that this run had to compile, with the others."""
        if not self._new or self._cache.folder is None:
            return
        if len(self._heads) + len(self._new) > _MOST:
            self._heads, self._codes = {}, array("I")
        try:
            for (expression, flags), pattern in self._new.items():
                kept, start = _Kept.of(pattern, flags), len(self._codes)
                self._codes.extend(kept.code)
                self._heads[expression, flags] = (*kept[:3], start, len(self._codes))
        except Exception:  # noqa: BLE001 - a Python with another engine
            return
        self._new = {}
        heads = json.dumps([[*asked, *head] for asked, head in self._heads.items()], separators=(",", ":"))
        self._cache.put_bytes(self._name, self._key, heads.encode("ascii") + b"\n" + self._codes.tobytes())

    def _read(self) -> tuple[dict[tuple[str, int], tuple[Any, ...]], array[int]]:
        codes = array("I")
        body = self._cache.get_bytes(self._name, self._key)
        if body is None:
            return {}, codes
        heads, _, numbers = body.partition(b"\n")
        try:
            codes.frombytes(numbers)
            return {(row[0], row[1]): tuple(row[2:]) for row in json.loads(heads)}, codes
        except (IndexError, TypeError, ValueError):
            return {}, array("I")
