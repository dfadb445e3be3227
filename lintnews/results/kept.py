"""The results of earlier runs, by what they depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.results.plain import decode, encode
from lintnews.results.store import Store
from lintnews.unusable import PackError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Self

    from lintnews.cache import Cache
    from lintnews.checked import Checked
    from lintnews.results.keys import Keys
    from lintnews.rule import Example
    from lintnews.settings import Settings
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

    def get(
        self, source: Source, settings: Settings, examples_of: Callable[[str], Sequence[Example]]
    ) -> Checked | None:
        """Return the result of an earlier run for this text and these settings.

        `examples_of` gives those of the rule with a code.
        """
        key = self._key(source, settings)
        body = self._store.get(key) if self._store and key else None
        if body is None:
            return None
        try:
            return decode(body, source, examples_of)
        except ValueError:
            return None

    def put(self, checked: Checked, settings: Settings, body: bytes | None = None) -> None:
        """Keep a result; `body` is what `encode` made of it, where that was done."""
        key = None if checked.problems else self._key(checked.source, settings)
        if self._store and key:
            self._store.put(key, encode(checked) if body is None else body)

    def _key(self, source: Source, settings: Settings) -> str | None:
        if self._store is None or source.record:
            return None
        if self._keys is None:
            from lintnews.results.keys import Keys  # noqa: PLC0415 - not for archives

            self._keys = Keys()
        try:
            return self._keys.of(source, settings)
        except (OSError, PackError):
            # Something is gone that was there when the rules were read.
            return None
