"""The headings of an article as a reader sees them: their words, their quotation marks, their capitals."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.article import Article, BlockKind
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lintnews.facts.tokens import Token

# A first line with a full stop is still the headline up to this length; a longer one is the first paragraph.
_MAX_STOPPED_HEADLINE_WORDS = 20
_QUOTATION_MARKS = "\"'“”‘’«»„‚‛‟「」『』"
#: Words that a heading in title case leaves small, and that prove nothing about what a heading is about.
FUNCTION_WORDS = frozenset(
    "a an the this that these those some any no every each my our your his her its their and or but nor "
    "so yet if than then because while when where why how who whom whose what which as at by down for "
    "from in into near of off on onto out over per since through till to toward towards under until up "
    "upon via vs with within without about above across after against along amid among around before "
    "behind below beneath beside besides between beyond despite during except inside outside past i you "
    "he she it we they me him us them mine ours yours is am are was were be been being has have had "
    "having do does did will would shall should can could may might must not there here too very just "
    "also only more most less least much many few all both such own same other another "
    "again ever never".split()
)


class CaseStyle(Enum):
    """How the words of a heading are capitalised."""

    CAPITALS = "capitals"  # CALLS FOR CALM
    TITLE = "title case"  # Calls for Calm in the Capital
    SENTENCE = "sentence case"  # Calls for calm in the capital
    UNCLEAR = "unclear"  # one word, or too few to tell


class Heading(NamedTuple):
    """A headline or cross-heading.

    Attributes:
        span: the whole line.
        core: the line without quotation marks around it.
        block: index into `Article.blocks`.
        words: indices into `Facts.tokens` of its words.
        is_headline: whether it heads the article, else it stands between paragraphs.
        style: how it is capitalised.
    """

    span: Span
    core: Span
    block: int
    words: tuple[int, ...]
    is_headline: bool
    style: CaseStyle

    @property
    def is_quoted(self) -> bool:
        """Whether the whole heading stands in quotation marks."""
        return self.core.start > self.span.start and self.core.end < self.span.end


def headings_of(
    article: Article, tokens: Sequence[Token], token_range: Callable[[Span], range]
) -> Iterator[Heading]:
    """Yield the headings in order; `token_range` gives the indices of the tokens of a span."""
    for index, block in enumerate(article.blocks):
        is_headline = block.kind is BlockKind.HEADLINE or (index == 0 and _is_stopped_headline(article))
        if not is_headline and block.kind is not BlockKind.CROSS_HEADING:
            continue
        text = block.span.of(article.text)
        left = len(text) - len(text.lstrip(_QUOTATION_MARKS))
        right = len(text) - len(text.rstrip(_QUOTATION_MARKS))
        if left + right >= len(text):
            continue
        words = tuple(i for i in token_range(block.span) if tokens[i].is_word)
        yield Heading(
            span=block.span,
            core=Span(block.span.start + left, block.span.end - right),
            block=index,
            words=words,
            is_headline=is_headline,
            style=case_style([tokens[i].text for i in words]),
        )


def _is_stopped_headline(article: Article) -> bool:
    """Whether the first paragraph is a single short sentence on its own, with more text after it."""
    block = article.blocks[0]
    if len(article.blocks) < 2 or block.run_in or block.kind is not BlockKind.PARAGRAPH:
        return False
    text = block.span.of(article.text)
    one_sentence = len(article.sentences) < 2 or article.sentences[1].block != 0
    return one_sentence and len(text.split()) <= _MAX_STOPPED_HEADLINE_WORDS and text[-1] not in ":;"


def case_style(words: Sequence[str]) -> CaseStyle:
    """Tell the case style of a heading from its words; one word tells nothing unless it is in capitals."""
    letters = [word for word in words if len(word) > 1]
    if letters and all(word.isupper() for word in letters):
        return CaseStyle.CAPITALS if max(map(len, letters)) > 3 or len(letters) > 1 else CaseStyle.UNCLEAR
    # The first word is capitalised in either style; short words may be small in both.
    telling = [word for word in words[1:] if word.casefold() not in FUNCTION_WORDS and not word.isupper()]
    if len(telling) < 2:
        return CaseStyle.UNCLEAR
    small = sum(word[0].islower() for word in telling)
    if small == 0:
        return CaseStyle.TITLE
    return CaseStyle.SENTENCE if 2 * small >= len(telling) else CaseStyle.UNCLEAR
