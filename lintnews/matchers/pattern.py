"""Rules of kind `pattern`: a regular expression over one block at a time."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

from lintnews.finding import Hit
from lintnews.matchers.replace import Replacement
from lintnews.matchers.scope import EVERYWHERE, Scope
from lintnews.patterns import compiled, lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lintnews.article import Block
    from lintnews.facts import Facts
    from lintnews.shelf import Parts

#: Flags that a pack may set, by name.
FLAGS = {"verbose": re.VERBOSE, "ascii": re.ASCII, "dotall": re.DOTALL}
#: A group of this name is what gets marked and replaced; the rest of the match is only its surroundings.
MARK_GROUP = "mark"

_REFERENCE = lazy(r"\\(?:g<(?P<name>\w+)>|(?P<number>\d+)|(?P<other>.?))")


class Pattern(NamedTuple):
    """A regular expression; `needs` are folded literals without which it is not even compiled.

    `seconds` bound its search of one article, None where the expression is known to be quick.
    """

    expression: str
    flags: int = re.IGNORECASE
    needs: tuple[str, ...] = ()
    scope: Scope = EVERYWHERE
    fixes: tuple[Replacement, ...] = ()
    seconds: float | None = None

    def hits(self, facts: Facts, places: Mapping[str, Sequence[int]]) -> Iterator[Hit]:
        """Yield the matches that are not empty; `^` is the start of a block and `$` its end.

        Raises:
            SlowPatternError: the search takes longer than `seconds`.
        """
        search = self._search()
        for block in self._blocks(facts, places):
            for match in search(block.span.of(facts.text)):
                start, end = match.span(MARK_GROUP if MARK_GROUP in match.re.groupindex else 0)
                span = Span(start + block.span.start, end + block.span.start)
                if start >= 0 and span.length and self.scope.admits(facts, span):
                    yield Hit(span, fixes=tuple(fix.fix(facts, span, match.expand) for fix in self.fixes))

    def _search(self) -> Callable[[str], Iterator[re.Match[str]]]:
        if self.seconds is None:
            return _compiled(self.expression, self.flags).finditer
        from lintnews.matchers.bounded import bounded_search  # noqa: PLC0415 - only for packs of users

        return bounded_search(self.expression, self.flags, self.seconds)

    def _blocks(self, facts: Facts, places: Mapping[str, Sequence[int]]) -> Iterable[Block]:
        if not self.needs:
            return facts.article.blocks
        starts = sorted({start for literal in self.needs for start in places.get(literal, ())})
        return dict.fromkeys(block for start in starts if (block := facts.article.block_at(start)))

    def plain(self, parts: Parts) -> dict[str, Any]:  # noqa: ARG002 - all of it is small
        """Return it as JSON can hold it."""
        return {
            "expression": self.expression,
            "flags": self.flags,
            "needs": list(self.needs),
            "scope": self.scope.plain(),
            "fixes": [fix.plain() for fix in self.fixes],
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any], part: object) -> Pattern:  # noqa: ARG003
        """Undo `plain`."""
        return cls(
            str(plain["expression"]),
            int(plain["flags"]),
            tuple(plain["needs"]),
            Scope.from_plain(plain["scope"]),
            tuple(map(Replacement.from_plain, plain["fixes"])),
        )


@cache
def _compiled(expression: str, flags: int) -> re.Pattern[str]:
    return compiled(expression, flags)


def checked_expression(expression: str, flags: int) -> re.Pattern[str]:
    """Compile the expression of a pack.

    Raises:
        ValueError: it is no regular expression, or matches the empty text; the message says where.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            pattern = re.compile(expression, flags)  # noqa: TID251 - to see whether it compiles
    except re.error as error:
        place = f" at character {error.pos + 1}" if error.pos is not None else ""
        raise ValueError(f"bad regular expression: {error.msg}{place}") from error
    except (Warning, OverflowError, RecursionError) as error:
        raise ValueError(f"bad regular expression: {error}") from error
    if pattern.search(""):
        raise ValueError("bad regular expression: it matches the empty text")
    return pattern


def checked_template(template: str, pattern: re.Pattern[str]) -> str:
    r"""Hold the group references (`\1`, `\g<name>`) of a replacement against its pattern.

    Raises:
        ValueError: a reference to no group, or another escape.
    """
    for reference in _REFERENCE.finditer(template):
        name, number = reference["name"], reference["number"]
        if name is not None and name.isdigit():
            number = name
        known = int(number) <= pattern.groups if number else name in pattern.groupindex
        if reference["other"] not in (None, "\\") or (reference["other"] is None and not known):
            raise ValueError(f"{reference.group()} in the replacement names no group of the pattern")
    return template
