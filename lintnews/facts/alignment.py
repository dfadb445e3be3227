"""Which sentences of the body say again what the headline, the lede or a caption says."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lintnews.article import BlockKind
from lintnews.facts.stems import stem
from lintnews.facts.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lintnews.article import Article, Sentence
    from lintnews.facts.tokens import Token
    from lintnews.span import Span

#: Words that carry no matter of their own.
EMPTY_WORDS = frozenset(
    "a an the this that these those and or but nor so yet as if than then of in on at by for from to with "
    "without within into onto over under about around after before since until during while against between "
    "among through across off out up down upon per via not no n't never is are was were be been being am has "
    "have had having do does did doing will would can could may might must shall should i you he she it we "
    "they me him her us them my your his its our their mine hers ours theirs who whom whose which what when "
    "where why how there here all any both each few more most other some such only own same too very just "
    "also now again further once because however although though even still already one 's s t said says say "
    "told according his himself herself itself themselves ever much many".split()
)
# A sentence of the body answers a sentence of the lede when it shares this many words of matter.
_LEAST_SHARED = 3
_MOST_MATCHES = 8
# Two sentences of the body are compared when they share so many words of matter, and so large a part.
_LEAST_ECHOED = 5
_LEAST_LIKE_ECHO = 0.6
_MOST_ECHOES = 3
# A word that stands in very many sentences is looked up in the last of them only: the cost stays linear.
_MOST_PLACES = 20


@dataclass(frozen=True)
class Passage:
    """A sentence as the words that carry its matter.

    Attributes:
        sentence: where it stands.
        tokens: indices of its tokens.
        terms: the stems of its words of matter by token index, in order.
    """

    sentence: Sentence
    tokens: range
    terms: dict[int, str]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of matter, inflection apart."""
        return frozenset(self.terms.values())


class Match(NamedTuple):
    """A sentence of the body beside the sentence at the article's head that it repeats.

    Attributes:
        head: the sentence of headline, lede or caption.
        body: the sentence of the body.
        shared: the stems that both have.
        weight: bits of information in what is shared, by the article's own frequencies.
    """

    head: Passage
    body: Passage
    shared: frozenset[str]
    weight: float

    @property
    def likeness(self) -> float:
        """The share of the shorter sentence's words of matter that the other has too, 0 to 1."""
        return len(self.shared) / min(len(self.head.stems), len(self.body.stems))


class Alignment(NamedTuple):
    """Headline, lede and captions beside the body.

    Attributes:
        pairs: each sentence at the head with the sentences of the body that match it, best first.
        body_stems: the stems of all words of the body, to tell what is never said there.
    """

    pairs: tuple[tuple[Passage, tuple[Match, ...]], ...] = ()
    body_stems: frozenset[str] = frozenset()


def align(article: Article, tokens: Sequence[Token], token_range: Callable[[Span], range]) -> Alignment:
    """Find for each sentence at the article's head the sentences of the body that say the same."""
    first = next(
        (index for index, block in enumerate(article.blocks) if block.kind is BlockKind.PARAGRAPH), None
    )
    heads: list[Passage] = []
    body: list[Passage] = []
    for sentence in article.sentences:
        kind = article.blocks[sentence.block].kind
        passage = _passage(sentence, tokens, token_range(sentence.span))
        if sentence.block == first or kind in (BlockKind.HEADLINE, BlockKind.CAPTION):
            heads.append(passage)
        elif kind.is_prose:
            body.append(passage)
    if first is None or not heads or not body:
        return Alignment()
    return Alignment(
        tuple(_matches(heads, body)), frozenset(word for passage in body for word in passage.stems)
    )


def echoes(
    article: Article, tokens: Sequence[Token], token_range: Callable[[Span], range]
) -> Iterator[tuple[Passage, tuple[Match, ...]]]:
    """Yield sentences of the body with the earlier ones of it that they nearly repeat, best first."""
    paragraphs = [place for place, block in enumerate(article.blocks) if block.kind is BlockKind.PARAGRAPH]
    lede = paragraphs[0] if len(paragraphs) > 1 else None
    index: defaultdict[str, list[int]] = defaultdict(list)
    seen: list[Passage] = []
    for sentence in article.sentences:
        if sentence.block == lede or not article.blocks[sentence.block].kind.is_prose:
            continue
        passage = _passage(sentence, tokens, token_range(sentence.span))
        counts = Counter(place for word in passage.stems for place in index[word][-_MOST_PLACES:])
        found = [
            Match(passage, seen[place], passage.stems & seen[place].stems, float(count))
            for place, count in counts.most_common(_MOST_ECHOES)
            if count >= _LEAST_ECHOED
        ]
        alike = tuple(match for match in found if match.likeness >= _LEAST_LIKE_ECHO)
        if alike:
            yield passage, alike
        for word in passage.stems:
            index[word].append(len(seen))
        seen.append(passage)


def _matches(
    heads: Sequence[Passage], body: Sequence[Passage]
) -> Iterator[tuple[Passage, tuple[Match, ...]]]:
    frequency = Counter(word for passage in body for word in passage.stems)
    index: defaultdict[str, list[int]] = defaultdict(list)
    wanted = frozenset(word for passage in heads for word in passage.stems)
    for place, passage in enumerate(body):
        for word in passage.stems & wanted:
            index[word].append(place)
    total = len(body) + 1
    for head in heads:
        weights: defaultdict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for word in head.stems:
            bits = math.log2(total / frequency[word]) + 0.5 if frequency[word] else 0.0
            for place in index[word]:
                weights[place] += bits
                counts[place] += 1
        found = [
            Match(head, body[place], head.stems & body[place].stems, weight)
            for place, weight in sorted(weights.items(), key=lambda item: -item[1])[:_MOST_MATCHES]
            if counts[place] >= _LEAST_SHARED
        ]
        yield head, tuple(found)


def _passage(sentence: Sentence, tokens: Sequence[Token], indices: range) -> Passage:
    terms = {}
    for index in indices:
        token = tokens[index]
        if token.kind is TokenKind.MARK or token.fold in EMPTY_WORDS:
            continue
        terms[index] = stem(token.fold) if token.kind is TokenKind.WORD else token.fold
    return Passage(sentence, indices, terms)
