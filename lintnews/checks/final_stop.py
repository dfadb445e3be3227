"""QUO231: paragraphs that break off without a stop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.article import Article, Block, BlockKind
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_LAST_WORD = re.compile(r"[^\W_][\w’'%-]*[\"”’']*$")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")
_WORD = re.compile(r"[^\W\d_]+")
# Words of full sentences that headlines and captions leave out.
_SENTENCE_WORDS = frozenset(
    "the a an was were is are has have had been will would that this these it he she they who which there".split()
)
_FINITE = frozenset(
    "was were is are has have had will would can could may might should must did does said says told added".split()
)
_MIN_WORDS = 8
# Capitalised words beyond this share make a title.
_MAX_CAPITALS = 0.5


@check(
    "QUO231",
    "paragraph-without-stop",
    mqm="fluency/punctuation",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="the paragraph ends without a stop",
    examples=(
        bad(
            "It was late.\n\nThe harbour has been open to the ships of all nations since [[May]]\n\nIt was quiet.",
            "It was late.\n\nThe harbour has been open to the ships of all nations since May.\n\nIt was quiet.",
        ),
        bad("The council said that it would not raise the rents of the market this [[year]]"),
        fine("Harbour reopens after storm\n\nThe harbour is open."),
        fine(
            "The council named three reasons for the delay that it had seen:\n\n- The rain was heavy and the road was closed"
        ),
        fine("Mayor of Northfield to Open the New Harbour in the Spring"),
    ),
)
def paragraph_without_stop(facts: Facts) -> Iterator[Hit]:
    """A full sentence at the end of a paragraph lacks its stop, often where a segment of the source was cut off.

    Headings, captions, lists and lines that read like them are left alone.
    """
    article = facts.article
    seen_prose = len(article.blocks) == 1
    for index, block in enumerate(article.blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        # Before the first full sentence stand headings and decks.
        if _ENDED.search(article.text, max(block.span.start, block.span.end - 4), block.span.end):
            seen_prose = True
            continue
        if not seen_prose or not _prose_follows(article, index):
            continue
        last = _LAST_WORD.search(article.text, max(block.span.start, block.span.end - 60), block.span.end)
        if last and _is_sentence(_last_sentence(article, block)):
            span = Span(*last.span())
            fix = Fix((Edit(Span(span.end, span.end), "."),), Applicability.SUGGESTION)
            yield Hit(span, fixes=(fix,))


def _last_sentence(article: Article, block: Block) -> str:
    sentence = article.sentence_at(block.span.end - 1)
    return (sentence.span if sentence else block.span).of(article.text)


def _prose_follows(article: Article, index: int) -> bool:
    """Whether the next block, where there is one, is a paragraph of its own: no list, no rest of a broken line."""
    if index + 1 == len(article.blocks):
        return True
    following = article.blocks[index + 1]
    text = article.block_text(following)
    return following.kind is BlockKind.PARAGRAPH and _ENDED.search(text) is not None and not text[0].islower()


def _is_sentence(text: str) -> bool:
    words = _WORD.findall(text)
    if len(words) < _MIN_WORDS:
        return False
    capitals = sum(word[0].isupper() for word in words)
    marks = sum(word in _SENTENCE_WORDS for word in words)
    return capitals <= _MAX_CAPITALS * len(words) and marks >= 2 and any(word in _FINITE for word in words)


CHECKS = (paragraph_without_stop,)
