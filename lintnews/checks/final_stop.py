"""QUO231-232: paragraphs that break off without a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import Article, Block, BlockKind
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_LAST_WORD = lazy(r"[^\W_][\w’'%-]*[\"”’']*$")
_ENDED = lazy(r"[.!?…][\"”’')\]]*$")
_WORD = lazy(r"[^\W\d_]+")
# Words of full sentences that headlines and captions leave out.
_SENTENCE_WORDS = frozenset(
    "the a an was were is are has have had been will would that this these it he she they who which "
    "there".split()
)
_FINITE = frozenset(
    "was were is are has have had will would can could may might should must did does said says told "
    "added".split()
)
_MIN_WORDS = 8
# Capitalised words beyond this share make a title.
_MAX_CAPITALS = 0.5


@check(
    "QUO231",
    "text-without-final-stop",
    mqm="fluency/punctuation",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="the text breaks off without a stop",
    examples=(
        bad(
            "The council said that it would not raise the rents of the market this [[year]]",
            "The council said that it would not raise the rents of the market this year.",
        ),
        bad("The storm was so strong that the old bridge of the town has [[gone]]"),
        fine("The council said that it would not raise the rents."),
        fine("Mayor of Northfield to Open the New Harbour in the Spring"),
    ),
)
def text_without_final_stop(facts: Facts) -> Iterator[Hit]:
    """A text of one paragraph ends in a full sentence without a stop, often where a segment was cut off.

    Lines that read like headings are left alone.
    """
    blocks = facts.article.blocks
    if len(blocks) == 1 and blocks[0].kind is BlockKind.PARAGRAPH:
        yield from _missing_stop(facts.article, blocks[0])


@check(
    "QUO232",
    "paragraph-without-stop",
    mqm="fluency/punctuation",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="the paragraph ends without a stop",
    examples=(
        bad(
            "It was late.\n\nThe harbour has been open to ships of all lands since [[May]]\n\nIt was quiet.",
            "It was late.\n\nThe harbour has been open to ships of all lands since May.\n\nIt was quiet.",
        ),
        bad("It was late.\n\nThe storm was so strong that the old bridge of the town has [[gone]]"),
        fine("Harbour reopens after storm\n\nThe harbour is open."),
        fine(
            "The council named two reasons that it had seen:\n\n- The rain was heavy and the road was closed"
        ),
    ),
)
def paragraph_without_stop(facts: Facts) -> Iterator[Hit]:
    """A paragraph within an article ends in a full sentence without a stop.

    Human desks leave it out as often (decks, lines broken by a list), so this rule runs only when asked for.
    """
    article, seen_prose = facts.article, False
    for index, block in enumerate(article.blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        # Before the first full sentence stand headings and decks.
        if _ENDED.search(article.text, max(block.span.start, block.span.end - 4), block.span.end):
            seen_prose = True
        elif seen_prose and _prose_follows(article, index):
            yield from _missing_stop(article, block)


def _missing_stop(article: Article, block: Block) -> Iterator[Hit]:
    last = _LAST_WORD.search(article.text, max(block.span.start, block.span.end - 60), block.span.end)
    if last and _is_sentence(_last_sentence(article, block)):
        span = Span(*last.span())
        fix = Fix((Edit(Span(span.end, span.end), "."),), Applicability.SUGGESTION)
        yield Hit(span, fixes=(fix,))


def _last_sentence(article: Article, block: Block) -> str:
    sentence = article.sentence_at(block.span.end - 1)
    return (sentence.span if sentence else block.span).of(article.text)


def _prose_follows(article: Article, index: int) -> bool:
    """Whether the next block, if any, is a paragraph of its own: no list, no rest of a broken line."""
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


CHECKS = (text_without_final_stop, paragraph_without_stop)
