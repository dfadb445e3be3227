"""The repair that a pack rule offers for one match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix
from lintnews.matchers.scope import begins_sentence, in_heading
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.facts import Facts

# Words shorter than this stay lower-case in a heading in title case.
_TITLE_CASE_LETTERS = 4


class Replacement(NamedTuple):
    """What to write in the place of a match.

    `template` is taken as it stands by phrases and with its group references filled in by patterns.
    """

    template: str
    applicability: Applicability

    def fix(self, facts: Facts, span: Span, expand: Callable[[str], str] = str) -> Fix:
        """Return the repair of the match at `span`, written with the capitals of what stands there."""
        if not self.template:
            return self._removal(facts, span)
        old = span.of(facts.text)
        new = with_capitals_of(
            old,
            expand(self.template),
            starts=begins_sentence(facts, span.start),
            heading=in_heading(facts, span.start),
        )
        return Fix((Edit(span, new),), self._applicability(facts, span))

    def _removal(self, facts: Facts, span: Span) -> Fix:
        text, start, end = facts.text, span.start, span.end
        if text[end : end + 1] == " ":
            end += 1
        elif text[start - 1 : start] == " ":
            start -= 1
        following = text[end : end + 1]
        if following.islower() and text[span.start].isupper() and begins_sentence(facts, span.start):
            return Fix((Edit(Span(start, end + 1), following.upper()),), self._applicability(facts, span))
        return Fix((Edit(Span(start, end), ""),), self._applicability(facts, span))

    def _applicability(self, facts: Facts, span: Span) -> Applicability:
        # Nobody's quoted words are changed unasked.
        if self.applicability is Applicability.SAFE and facts.article.quotation_at(span.start):
            return Applicability.UNSAFE
        return self.applicability

    def plain(self) -> list[str]:
        """Return it as JSON can hold it."""
        return [self.template, self.applicability.value]

    @classmethod
    def from_plain(cls, plain: list[str]) -> Replacement:
        """Undo `plain`."""
        return cls(str(plain[0]), Applicability(plain[1]))


def with_capitals_of(old: str, new: str, *, starts: bool, heading: bool) -> str:
    """Write `new` with the capitals of `old`, as far as they come from its place and not from a name.

    `starts`: it begins a sentence. `heading`: it stands in a heading.
    """
    if old.isupper() and (heading or " " in old):
        return new.upper()
    if (
        heading
        and " " in old
        and all(word[:1].isupper() for word in old.split() if len(word) >= _TITLE_CASE_LETTERS)
    ):
        words = new.split(" ")
        new = " ".join(_capital(word) if len(word) >= _TITLE_CASE_LETTERS else word for word in words)
    return _capital(new) if (starts or heading) and old[:1].isupper() else new


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
