"""Matchers: one module per kind of pack rule, each finding its matches in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from lintnews.matchers.pattern import Pattern
from lintnews.matchers.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit
    from lintnews.shelf import Parts


class Matcher(Protocol):
    """What finds the matches of one pack rule."""

    def hits(self, facts: Facts, found: Any) -> Iterator[Hit]:
        """Yield the matches, given what the search that all rules share found: see `packs.checks_of`."""

    def plain(self, parts: Parts) -> Any:
        """Return the matcher as JSON can hold it, with what is read later added to `parts`.

        Its class's `from_plain` is the inverse.
        """


#: Kinds by the name that packs give them.
KINDS: dict[str, type[Pattern | Phrase]] = {"pattern": Pattern, "phrase": Phrase}

__all__ = ["KINDS", "Matcher", "Pattern", "Phrase"]
