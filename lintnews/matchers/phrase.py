"""Rules of kind `phrase`: words as they stand, found whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from lintnews.finding import Hit
from lintnews.matchers.literals import fold
from lintnews.matchers.replace import Replacement
from lintnews.matchers.scope import EVERYWHERE, Scope, begins_sentence, in_heading
from lintnews.patterns import lazy
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.facts import Facts

# What joins a word to the one before or after it: "hold" is no word of its own in "hold-up" or "hold'em",
# but it is in "hold's".
_JOINED_BEFORE = lazy(r"\w[-'‐‑’]?\Z")
_JOINED_AFTER = lazy(r"\w|[-‐‑]\w|['’](?!s\b)\w")


class Case(Enum):
    """Which capitals a phrase may be written with."""

    SENTENCE = (
        "sentence"  # as given; a first capital where a sentence begins; any in a heading or a shouted phrase
    )
    ANY = "any"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set of phrases with one meaning. `fixes` are written in the place of whichever stands there."""

    phrases: tuple[str, ...]
    case: Case = Case.SENTENCE
    scope: Scope = EVERYWHERE
    fixes: tuple[Replacement, ...] = ()

    @property
    def needs(self) -> tuple[str, ...]:
        """The phrases, folded."""
        return tuple(dict.fromkeys(map(fold, self.phrases)))

    def hits(self, facts: Facts, places: Mapping[str, Sequence[int]]) -> Iterator[Hit]:
        """Yield the whole-word occurrences; of two that overlap, the first, then the longer."""
        found = {
            Span(start, start + len(phrase))
            for phrase in self.phrases
            for start in places.get(fold(phrase), ())
            if self._stands(facts, phrase, start)
        }
        reached = 0
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if span.start >= reached and self.scope.admits(facts, span):
                reached = span.end
                yield Hit(span, fixes=tuple(fix.fix(facts, span) for fix in self.fixes))

    def _stands(self, facts: Facts, phrase: str, start: int) -> bool:
        end = start + len(phrase)
        if _is_joined(facts.text, start, end):
            return False
        written = facts.text[start:end]
        if self.case is Case.ANY or _plain_marks(written) == _plain_marks(phrase):
            return True
        if self.case is Case.EXACT:
            return False
        if " " in phrase and written.isupper():
            return True
        if in_heading(facts, start):
            return True
        lowered = written[:1].lower() + written[1:]
        return _plain_marks(lowered) == _plain_marks(phrase) and begins_sentence(facts, start)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "phrases": list(self.phrases),
            "case": self.case.value,
            "scope": self.scope.plain(),
            "fixes": [fix.plain() for fix in self.fixes],
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Phrase:
        """Undo `plain`."""
        return cls(
            tuple(plain["phrases"]),
            Case(plain["case"]),
            Scope.from_plain(plain["scope"]),
            tuple(map(Replacement.from_plain, plain["fixes"])),
        )


def _is_joined(text: str, start: int, end: int) -> bool:
    before = bool(_JOINED_BEFORE.search(text[max(0, start - 2) : start])) and text[start].isalnum()
    return before or (text[end - 1].isalnum() and bool(_JOINED_AFTER.match(text, end)))


def _plain_marks(text: str) -> str:
    return text.replace("’", "'").replace("\xa0", " ").replace("\n", " ")
