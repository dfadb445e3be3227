"""What a rule reports: a place, a sentence for the editor, repairs, and the other places that prove it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.rule import Confidence, Rule
    from lintnews.span import Span


class Applicability(Enum):
    """How far a fix may be trusted: see `fixes` in docs/architecture.md."""

    SAFE = "safe"  # typography, a doubled function word
    UNSAFE = "unsafe"  # changes wording
    SUGGESTION = "suggestion"  # shown, never applied


class Edit(NamedTuple):
    """Put `text` in the place of `span`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One candidate repair; its edits do not overlap and are made together.

    `message` says what it does where the edits do not speak for themselves. Where `is_whole` is False they
    would break the file's markup: they show what is meant, and are not to be made.
    """

    edits: tuple[Edit, ...]
    applicability: Applicability
    message: str = ""
    is_whole: bool = True


class Related(NamedTuple):
    """Another place of the article that proves or explains the finding."""

    span: Span
    message: str


class Particulars(NamedTuple):
    """What one entry of a rule says otherwise than its rule; None and empty stand for what the rule says.

    `line` is where the entry stands in its pack, from 1.
    """

    line: int = 0
    confidence: Confidence | None = None
    pivots: tuple[str, ...] = ()
    why: str = ""

    def of(self, rule: Rule) -> Rule:
        """Return the rule as it is for this entry."""
        if not (self.confidence or self.pivots or self.why):
            return rule
        return rule._replace(
            confidence=self.confidence or rule.confidence,
            pivots=self.pivots or rule.pivots,
            why=self.why or rule.why,
        )


class Reference(NamedTuple):
    """The rule of another linter that a finding comes from, or that found the same.

    `rule` and `category` are its ids there, `url` is a page about it.
    """

    tool: str
    rule: str
    category: str
    url: str


class Hit(NamedTuple):
    """What a check yields, in offsets of `Article.text`; the engine makes a Finding of it.

    `message` None stands for the rule's own message.
    """

    span: Span
    message: str | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    particulars: Particulars | None = None
    reference: Reference | None = None


class Finding(NamedTuple):
    """A hit of a rule, in offsets of the file's text (`Source.text`).

    `sentence` is the sentence (or the heading, the caption …) in which it begins, without markup.
    """

    rule: Rule
    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    sentence: str = ""
    reference: Reference | None = None

    @property
    def makeable(self) -> tuple[Fix, ...]:
        """The fixes whose edits leave the file's markup whole: what other programs may be handed."""
        return tuple(fix for fix in self.fixes if fix.is_whole)


def replacement(span: Span, text: str, applicability: Applicability = Applicability.UNSAFE) -> Fix:
    """Make the commonest fix: put `text` in the place of `span`."""
    return Fix((Edit(span, text),), applicability)
