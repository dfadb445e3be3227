"""One quotation with two speakers, or in two wordings."""

from __future__ import annotations

import bisect
from collections import defaultdict
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.facts.names import NameKind
from lintnews.facts.tokens import TokenKind
from lintnews.needs import given
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Quotation
    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.finding import Hit

# Shorter quotations are slogans and terms, which many people use.
_LEAST_WORDS = 6
# Headline, kicker and lede.
_HEAD_BLOCKS = 3
# So many words that carry the matter must be the same, and so great a share of all words of the shorter one.
_LEAST_COMMON = 3
_LEAST_SHARE = 0.65
# The longer wording has at most so many words more.
_MOST_MORE = 3
# With so many quotations of the head, and so many titles, the later ones are compared.
_MOST = 12
# At its ends a wording may differ by so many words.
_AT_ENDS = 1
_EDITED = frozenset("[]…")


@check(
    "CON209",
    "quotation-of-two-speakers",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the same words are given to another speaker",
    needs=(given("quotations"),),
    examples=(
        bad(
            "“We will rebuild the old harbour before winter,” said Marta Brandt.\n\nWork began on Monday.\n\n"
            "“We will rebuild the old harbour before winter,” said [[Jonas Keel]]."
        ),
        bad(
            "“Nobody in this town has slept since Friday night,” Anna Holm said.\n\nShe lives by the "
            "river.\n\n“Nobody in this town has slept since Friday night,” [[Peter Lund]] said."
        ),
        fine(
            "“We will rebuild the old harbour before winter,” said Marta Brandt.\n\nWork began on Monday.\n\n"
            "“We will rebuild the old harbour before winter,” Brandt said."
        ),
    ),
)
def quotation_of_two_speakers(facts: Facts) -> Iterator[Hit]:
    """The same sentence stands between quotation marks twice, and two different people say it.

    Where a language drops the subject of "said", a machine takes the name that stands nearest. Only names
    that share no word are held against each other.
    """
    repeated: defaultdict[str, list[Quotation]] = defaultdict(list)
    for quotation in facts.article.quotations:
        words = " ".join(
            token.fold for token in facts.tokens_in(quotation.inner) if token.kind is not TokenKind.MARK
        )
        if not quotation.depth and words.count(" ") + 1 >= _LEAST_WORDS:
            repeated[words].append(quotation)
    for quotations in repeated.values():
        speakers = [_speaker(facts, quotation) for quotation in quotations] if len(quotations) > 1 else []
        named = [speaker for speaker in speakers if speaker is not None]
        for first, later in pairwise(named):
            if {*first.text.casefold().split()}.isdisjoint(later.text.casefold().split()):
                yield contradiction(facts, later.span, first.span, "the same words", (first.text,))


def _speaker(facts: Facts, quotation: Quotation) -> NameMention | None:
    """Return the person who is named as speaking a quotation."""
    span = facts.speaker(quotation)
    if span is None:
        return None
    mentions = facts.names.mentions
    place = bisect.bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    while place < len(mentions) and span.contains(mentions[place].span):
        if mentions[place].kind is NameKind.PERSON or " " in mentions[place].text:
            return mentions[place]
        place += 1
    return None


class _Words(NamedTuple):
    """A quotation with the words of it, case-folded."""

    quotation: Quotation
    folds: tuple[str, ...]
    is_title: bool


@check(
    "CON213",
    "quotation-in-other-words",
    mqm="terminology/inconsistent",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="one quotation stands in two wordings",
    needs=(given("quotations"),),
    examples=(
        bad(
            "Baker tells of “the longest and hottest night in the valley”\n\nThe oven burst at noon.\n\n"
            "“It was [[the longest and warmest night of the valley]],” said Anna Holm.",
            "Baker tells of “the longest and hottest night in the valley”\n\nThe oven burst at noon.\n\n"
            "“It was the longest and hottest night in the valley,” said Anna Holm.",
        ),
        bad(
            "The book “Walking the Old Salt Roads of the Coast” is out.\n\nIt has maps.\n\nReaders of "
            "“[[Strolling the Old Salt Roads of the Coast]]” wrote in."
        ),
        fine(
            "Baker tells of “the longest and hottest night in the valley”\n\nThe oven burst.\n\n"
            "“It was the longest and hottest night in the valley,” said Anna Holm."
        ),
        fine(
            "The oven burst at noon.\n\nIt was hot.\n\nNobody slept.\n\n“We will rebuild the old bakery "
            "before winter,” said Holm.\n\n“We will rebuild the old mill before winter,” she added."
        ),
    ),
)
def quotation_in_other_words(facts: Facts) -> Iterator[Hit]:
    """Headline or lede quote somebody in other words than the text does, or a title is rendered twice.

    Words between quotation marks are literal; a machine that meets them twice translates them twice. Only
    the head of the article is compared with the text, and titles with titles: a speaker may say nearly the
    same twice.
    """
    head_end = facts.article.blocks[:_HEAD_BLOCKS][-1].span.end if facts.article.blocks else 0
    in_head: list[_Words] = []
    titles: list[_Words] = []
    told: set[tuple[str, ...]] = set()
    for later in filter(None, map(partial(_words, facts), facts.article.quotations)):
        for earlier in (*in_head, *(titles[-_MOST:] if later.is_title else ())):
            if later.folds in told or not _may_be_one(facts, earlier, later):
                continue
            here, there = _wordings(facts, earlier, later)
            if here and there:
                told |= {earlier.folds, later.folds}
                yield contradiction(
                    facts, here, there, "one quotation in two wordings", (_fitted(facts, here, there),)
                )
        if later.quotation.span.start < head_end and len(in_head) < _MOST:
            in_head.append(later)
        elif later.is_title:
            titles.append(later)


def _words(facts: Facts, quotation: Quotation) -> _Words | None:
    tokens = [token for token in facts.tokens_in(quotation.inner) if token.is_word]
    # What an editor put in or left out is marked so.
    if quotation.depth or len(tokens) < _LEAST_WORDS or _EDITED.intersection(quotation.inner.of(facts.text)):
        return None
    carrying = [token.text for token in tokens if token.fold not in FUNCTION_WORDS]
    return _Words(
        quotation, tuple(token.fold for token in tokens), all(text[0].isupper() for text in carrying)
    )


def _may_be_one(facts: Facts, earlier: _Words, later: _Words) -> bool:
    """Whether the two stand in different lines and share enough of their matter."""
    # Laws and programmes have long titles that are alike in part.
    if (
        earlier.is_title and later.is_title and abs(len(earlier.folds) - len(later.folds)) > _MOST_MORE
    ) or facts.article.line_of(earlier.quotation.span.start) == facts.article.line_of(
        later.quotation.span.start
    ):
        return False
    common = {fold for fold in {*earlier.folds} & {*later.folds} if fold not in FUNCTION_WORDS}
    return len(common) >= _LEAST_COMMON


def _wordings(facts: Facts, earlier: _Words, later: _Words) -> tuple[Span | None, Span | None]:
    """Return the part of each that says the same in other words; nothing where they do not."""
    from difflib import SequenceMatcher  # noqa: PLC0415

    blocks = SequenceMatcher(None, earlier.folds, later.folds, autojunk=False).get_matching_blocks()[:-1]
    same = sum(block.size for block in blocks)
    shorter = min(len(earlier.folds), len(later.folds))
    if same < _LEAST_SHARE * shorter:
        return None, None
    first, last = blocks[0], blocks[-1]
    # A word or two before and after, in both wordings, are others too.
    before = min(first.a, first.b, _AT_ENDS)
    after = min(len(earlier.folds) - last.a - last.size, len(later.folds) - last.b - last.size, _AT_ENDS)
    spread = (last.a + last.size - first.a, last.b + last.size - first.b)
    between = any(two.a > one.a + one.size and two.b > one.b + one.size for one, two in pairwise(blocks))
    if not (before or between or after) or max(spread) > shorter + _MOST_MORE:
        return None, None
    return (
        _part(facts, later, first.b - before, last.b + last.size + after),
        _part(facts, earlier, first.a - before, last.a + last.size + after),
    )


def _fitted(facts: Facts, here: Span, there: Span) -> str:
    """Return the other wording, without the capital that opened it where this one stands in a sentence."""
    words, first = there.of(facts.text), facts.tokens_in(there)[0]
    if here.of(facts.text)[0].islower() and first.fold in FUNCTION_WORDS and first.text != "I":
        return words[0].lower() + words[1:]
    return words


def _part(facts: Facts, words: _Words, start: int, stop: int) -> Span:
    tokens = [token for token in facts.tokens_in(words.quotation.inner) if token.is_word]
    return Span(tokens[start].start, tokens[stop - 1].end)


CHECKS = (quotation_of_two_speakers, quotation_in_other_words)
