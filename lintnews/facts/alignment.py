"""Which sentences of the body say again what the headline, the lede or a caption says."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lintnews.article import Article, Sentence
    from lintnews.facts.tokens import Token
    from lintnews.span import Span

# A sentence of the body answers a sentence of the lede when it shares this many words of matter.
_LEAST_SHARED = 3
_MOST_MATCHES = 8
# Two sentences of the body are compared when they share so many words of matter, and so large a part.
_LEAST_ECHOED = 5
_LEAST_LIKE_ECHO = 0.6
_MOST_ECHOES = 3
# So many of the shared words must stand in few sentences.
_LEAST_RARE = 2
_RARE = 6


class Passage:
    """A sentence as the words that carry its matter.

    Attributes:
        sentence: where it stands.
        tokens: indices of its tokens.
    """

    def __init__(self, sentence: Sentence, tokens: range, words: Sequence[str]) -> None:
        self.sentence = sentence
        self.tokens = tokens
        # What each token is the stem of, "" where it carries no matter.
        self._words = words

    @cached_property
    def terms(self) -> dict[int, str]:
        """The stems of its words of matter by token index, in order."""
        return {index: word for index, word in zip(self.tokens, self._words, strict=True) if word}

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of matter, inflection apart."""
        return frozenset(filter(None, self._words))


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


def passages_of(
    article: Article, tokens: Sequence[Token], token_range: Callable[[Span], range]
) -> Iterator[Passage]:
    """Yield the sentences of an article as passages, in order; `token_range` gives the tokens of a span."""
    words = [token.term for token in tokens]
    for sentence in article.sentences:
        indices = token_range(sentence.span)
        yield Passage(sentence, indices, words[indices.start : indices.stop])


def align(article: Article, passages: Sequence[Passage]) -> Alignment:
    """Find for each sentence at the article's head the sentences of the body that say the same."""
    lede = _lede(article)
    heads: list[Passage] = []
    body: list[Passage] = []
    for passage in passages:
        kind = article.blocks[passage.sentence.block].kind
        if passage.sentence.block == lede or kind in (BlockKind.HEADLINE, BlockKind.CAPTION):
            heads.append(passage)
        elif kind.is_prose:
            body.append(passage)
    if lede is None or not heads or not body:
        return Alignment()
    headlines = [head for head in heads if article.blocks[head.sentence.block].kind is BlockKind.HEADLINE]
    openings = [head for head in heads if head.sentence.block == lede]
    # A headline is held against the lede as well: it is mostly made of it.
    told = {head.sentence: found for head, found in _matches(headlines, openings)} if headlines else {}
    pairs = tuple((head, (*told.get(head.sentence, ()), *found)) for head, found in _matches(heads, body))
    return Alignment(pairs, frozenset().union(*(passage.stems for passage in body)))


def _lede(article: Article) -> int | None:
    """Return the index of the first paragraph."""
    return next(
        (place for place, block in enumerate(article.blocks) if block.kind is BlockKind.PARAGRAPH), None
    )


def echoes(article: Article, passages: Sequence[Passage]) -> Iterator[tuple[Passage, tuple[Match, ...]]]:
    """Yield sentences of the body with the earlier ones of it that they nearly repeat, best first."""
    lede = _lede(article)
    if not any(block.kind.is_prose for block in article.blocks[(lede or 0) + 1 :]):
        lede = None  # the only paragraph is the body
    body = [
        passage
        for passage in passages
        if passage.sentence.block != lede and article.blocks[passage.sentence.block].kind.is_prose
    ]
    # Sentences that say the same share rare words: looking up these only keeps the cost linear.
    seen: set[str] = set()
    again: set[str] = set()
    for passage in body:
        again |= seen & passage.stems
        seen |= passage.stems
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(body):
        shared = passage.stems & again
        counts = Counter(
            [other for word in shared if len(others := index[word]) <= _RARE for other in others]
        )
        likely = sorted((-count, other) for other, count in counts.items() if count >= _LEAST_RARE)
        found = [
            Match(passage, body[other], passage.stems & body[other].stems, float(-less))
            for less, other in likely[:_MOST_ECHOES]
        ]
        alike = tuple(
            match
            for match in found
            if len(match.shared) >= _LEAST_ECHOED and match.likeness >= _LEAST_LIKE_ECHO
        )
        if alike:
            yield passage, alike
        for word in shared:
            index[word].append(place)


def _matches(
    heads: Sequence[Passage], body: Sequence[Passage]
) -> Iterator[tuple[Passage, tuple[Match, ...]]]:
    wanted = frozenset().union(*(passage.stems for passage in heads))
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(body):
        for word in passage.stems & wanted:
            index[word].append(place)
    total = len(body) + 1
    for head in heads:
        weights: defaultdict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for word in head.stems:
            places = index.get(word, ())
            bits = math.log2(total / len(places)) + 0.5 if places else 0.0
            for place in places:
                weights[place] += bits
            counts.update(places)
        found = [
            Match(head, body[place], head.stems & body[place].stems, weights[place])
            for place in sorted(
                (place for place, count in counts.items() if count >= _LEAST_SHARED),
                key=weights.__getitem__,
                reverse=True,
            )[:_MOST_MATCHES]
        ]
        yield head, tuple(found)
