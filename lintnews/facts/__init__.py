"""What is known of one article: each kind of fact is computed when first asked for, once."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from functools import cached_property

from lintnews.article import Article, Sentence
from lintnews.facts.claims import Claim, claims_of
from lintnews.facts.dates import DateMention, dates_of
from lintnews.facts.headings import Heading, headings_of
from lintnews.facts.names import NameMask, mask_names
from lintnews.facts.places import Places, in_tokens, odd_places
from lintnews.facts.runs import Run, repeated_runs
from lintnews.facts.quantities import Quantity, quantities_of
from lintnews.facts.spelling import unknown_words
from lintnews.facts.syntax import ParsedSentence, parse
from lintnews.facts.tokens import Token, TokenKind, tokenize
from lintnews.facts.vocabulary import Vocabulary, vocabulary_of
from lintnews.prose.pairing import Pair, Pairing, pair_blocks
from lintnews.span import Span
from lintnews.words import WordTable, default_words

__all__ = ["Facts", "NameMask", "Token", "TokenKind"]


class Facts:
    """The facts of one article."""

    def __init__(self, article: Article, words: WordTable | None = None) -> None:
        self.article = article
        self._words = words
        self._parsed: dict[Sentence, ParsedSentence] = {}

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def words(self) -> WordTable:
        """English and foreign words with their frequencies."""
        return self._words or default_words()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks in order; blanks are no tokens."""
        return tuple(tokenize(self.text))

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_range(self, span: Span) -> range:
        """Indices into `tokens` of the tokens that begin within `span`."""
        return range(
            bisect.bisect_left(self._token_starts, span.start),
            bisect.bisect_left(self._token_starts, span.end),
        )

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that begin within `span`."""
        found = self.token_range(span)
        return self.tokens[found.start : found.stop]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Words that stand two or more times in a row within a block; indices into `tokens`."""
        folds = [token.fold for token in self.tokens]
        blocks = (self.token_range(block.span) for block in self.article.blocks)
        return tuple(run for indices in blocks for run in repeated_runs(folds, indices))

    @cached_property
    def unknown_words(self) -> frozenset[str]:
        """The words in lower case that English does not know, each as it is spelt in the text."""
        return unknown_words(self.tokens, self.words)

    @cached_property
    def names(self) -> NameMask:
        """Which tokens are (parts of) proper names; every lexical rule asks it first."""
        return mask_names(self.article, self.tokens, self.words)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Headline and cross-headings in order."""
        return tuple(headings_of(self.article, self.tokens, self.token_range))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the running text, without the headings."""
        return vocabulary_of(self.article, self.headings, self.tokens, self.token_range)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with their units or what they count, in order."""
        return tuple(quantities_of(self.tokens))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Quantities with what they are said of, in order."""
        return tuple(claims_of(self.article, self.tokens, self.quantities))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Days of the calendar that the article names, in order."""
        return tuple(dates_of(self.text))

    def syntax(self, sentence: Sentence) -> ParsedSentence:
        """Tags and dependencies of one sentence; loads spaCy, so ask only where a cheap test points to a defect.

        Raises:
            SyntaxUnavailableError: no language model is installed.
        """
        if sentence not in self._parsed:
            (self._parsed[sentence],) = parse(self.text, [sentence.span])
        return self._parsed[sentence]

    @cached_property
    def places(self) -> Places:
        """Odd punctuation and spacing by kind, as `facts.places` names them."""
        return odd_places(self.text)

    @cached_property
    def is_in_tokens(self) -> bool:
        """Whether the text was printed token by token, with blanks before most of its marks."""
        return in_tokens(self.text)

    @property
    def quote_pairs(self) -> Iterator[Pair]:
        """Every quotation as a pair of marks, in the order of the text."""
        for pairing in self.quote_pairings:
            yield from pairing.pairs

    @cached_property
    def quote_pairings(self) -> tuple[Pairing, ...]:
        """Quotation marks as they pair within each block, in the order of the blocks."""
        return pair_blocks(self.text, [block.span for block in self.article.blocks])
