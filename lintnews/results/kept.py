"""The results of earlier runs, by what they depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.packs import PackError
from lintnews.results.plain import decode, encode
from lintnews.results.store import Store

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from lintnews.cache import Cache
    from lintnews.results.keys import Keys
    from lintnews.run import Checked
    from lintnews.settings import RuleSet
    from lintnews.source import Source


class Kept:
    """Results that `cache` has, and takes in.

    Those without findings are kept too, but none of which something went wrong, and none of the records of
    archives: of these there may be more than a cache is made for.
    """

    def __init__(self, cache: Cache) -> None:
        self._store = Store(cache) if cache.folder else None
        self._keys: Keys | None = None

    def __enter__(self) -> Self:
        """Read nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take away what is too much or too old."""
        if self._store:
            self._store.close()

    def get(self, source: Source, rule_set: RuleSet) -> Checked | None:
        """Return the result of an earlier run for this text and these rules."""
        key = self._key(source, rule_set)
        body = self._store.get(key) if self._store and key else None
        if body is None:
            return None
        try:
            return decode(body, source, rule_set)
        except ValueError:
            return None

    def put(self, checked: Checked, rule_set: RuleSet, body: bytes | None = None) -> None:
        """Keep a result; `body` is what `encode` made of it, where that was done."""
        key = None if checked.problems else self._key(checked.source, rule_set)
        if self._store and key:
            self._store.put(key, encode(checked, rule_set) if body is None else body)

    def _key(self, source: Source, rule_set: RuleSet) -> str | None:
        if self._store is None or source.record:
            return None
        if self._keys is None:
            from lintnews.results.keys import Keys  # noqa: PLC0415 - not for archives

            self._keys = Keys()
        try:
            return self._keys.of(source, rule_set)
        except (OSError, PackError):
            # Something is gone that was there when the rules were read.
            return None
