"""Where in an article a match of a pack rule counts."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from lintnews.article import BlockKind
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.article import Block
    from lintnews.facts import Facts
    from lintnews.span import Span

_OPENING = "\"'“‘«„([—–- "
_OPENING_QUOTES = "“‘«„"


class Where(Enum):
    """Kinds of blocks that a rule looks at."""

    ANY = "any"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    HEADLINE = "headline"
    CROSS_HEADING = "cross-heading"
    CAPTION = "caption"
    DATELINE = "dateline"

    def admits(self, block: Block) -> bool:
        """Whether the rule looks at this block."""
        if self is Where.PARAGRAPH:
            return block.kind.is_prose or block.kind is BlockKind.CAPTION
        if self is Where.HEADING:
            return block.kind.is_heading
        return self is Where.ANY or block.kind.value == self.value


class Scope(NamedTuple):
    """Where a match counts: in which blocks, inside quotations or not, inside proper names or not."""

    where: Where = Where.ANY
    quotations: bool = True
    names: bool = False

    def admits(self, facts: Facts, span: Span) -> bool:
        """Whether a match at `span` counts."""
        if not self.admits_place(facts, span):
            return False
        return self.names or not facts.names.any_in(facts.token_range(span))

    def admits_place(self, facts: Facts, span: Span) -> bool:
        """Whether a match at `span` counts, be it in a name or not."""
        block = facts.article.block_at(span.start)
        if block is None or span.end > block.span.end or not self.where.admits(block):
            return False
        return self.quotations or not facts.article.quotation_at(span.start)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {"where": self.where.value, "quotations": self.quotations, "names": self.names}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Scope:
        """Undo `plain`."""
        return cls(Where(plain["where"]), bool(plain["quotations"]), bool(plain["names"]))


#: What a rule that says nothing about its scope gets.
EVERYWHERE = Scope()


def begins_sentence(facts: Facts, offset: int) -> bool:
    """Whether a capital is due at `offset`: at the start of a sentence, or of someone's words."""
    sentence = facts.article.sentence_at(offset)
    before = facts.text[sentence.span.start if sentence else 0 : offset]
    return not before.strip(_OPENING) or before[-1:] in _OPENING_QUOTES or before[-2:] == ' "'


def in_heading(facts: Facts, offset: int) -> bool:
    """Whether `offset` is in a heading, where capitals say little."""
    block = facts.article.block_at(offset)
    return block is not None and block.kind.is_heading
