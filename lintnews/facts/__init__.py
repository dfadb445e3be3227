"""What is known of one article: each kind of fact is computed when first asked for, once."""

from __future__ import annotations

import bisect
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.facts.acronyms import Explained, explained_acronyms
from lintnews.facts.alignment import Alignment, Match, Passage, align, echoes, passages_of
from lintnews.facts.cast import Cast
from lintnews.facts.claims import Claim, claims_of
from lintnews.facts.dates import DateMention, dates_of
from lintnews.facts.headings import Heading, headings_of
from lintnews.facts.name_forms import NameForm, name_forms
from lintnews.facts.name_pairs import NamePair, name_pairs
from lintnews.facts.names import NameMask, mask_names
from lintnews.facts.partners import Mismatch, mismatches
from lintnews.facts.people import Person, people_of
from lintnews.facts.places import Places, in_tokens, odd_places
from lintnews.facts.quantities import Quantity, quantities_of
from lintnews.facts.runs import Run, repeated_runs, suspects
from lintnews.facts.scripts import foreign_runs
from lintnews.facts.spelling import unknown_words
from lintnews.facts.substitutions import Substitution, substitutions_of
from lintnews.facts.syntax import ParsedSentence, parse
from lintnews.facts.tokens import Token, TokenKind, tokenize
from lintnews.facts.variants import VariantUse, variant_uses
from lintnews.facts.vocabulary import Vocabulary, vocabulary_of
from lintnews.facts.word_index import WordIndex
from lintnews.prose.pairing import Pair, Pairing, pair_blocks
from lintnews.prose.speakers import speaker_of
from lintnews.words import WordTable, default_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from lintnews.article import Article, Quotation, Sentence
    from lintnews.facts.remarks import Remark
    from lintnews.span import Span

__all__ = ["Facts", "NameMask", "Token", "TokenKind"]


#: Characters beyond ASCII that are no letters in English news.
_MARKS = frozenset("‘’“”–—…\u00a0")


class Facts:
    """The facts of one article."""

    def __init__(
        self, article: Article, words: WordTable | None = None, remarks: Iterable[Remark] = ()
    ) -> None:
        self.article = article
        #: The article's text.
        self.text = article.text
        self._remarks = remarks
        self._words = words
        self._ranges: dict[Span, range] = {}
        self._parsed: dict[Sentence, ParsedSentence] = {}
        self._speakers: dict[Quotation, Span | None] = {}

    @property
    def parsed_count(self) -> int:
        """How many sentences `syntax` has parsed."""
        return len(self._parsed)

    @cached_property
    def remarks(self) -> dict[str, list[Remark]]:
        """What LanguageTool says of the article, by the id of its rule; nothing where it was not asked."""
        found: dict[str, list[Remark]] = {}
        for remark in self._remarks:
            found.setdefault(remark.rule, []).append(remark)
        return found

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that the text uses."""
        return frozenset(self.text)

    @cached_property
    def has_accents(self) -> bool:
        """Whether the text may have letters with accents, or of another alphabet."""
        return any(not (character.isascii() or character in _MARKS) for character in self.characters)

    def has_between(self, first: str, last: str) -> bool:
        """Whether the text uses a character from `first` to `last`, in the order of Unicode."""
        return any(first <= character <= last for character in self.characters)

    @cached_property
    def foreign_runs(self) -> tuple[Span, ...]:
        """Stretches in another script than Latin."""
        return tuple(foreign_runs(self.text))

    @cached_property
    def words(self) -> WordTable:
        """English and foreign words with their frequencies."""
        return self._words or default_words()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks in order; blanks are no tokens."""
        return tokenize(self.text)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_range(self, span: Span) -> range:
        """Return the indices into `tokens` of the tokens that begin within `span`."""
        # Blocks and sentences are asked for by one check after the other.
        found = self._ranges.get(span)
        if found is None:
            starts = self._token_starts
            found = range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end))
            self._ranges[span] = found
        return found

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that begin within `span`."""
        found = self.token_range(span)
        return self.tokens[found.start : found.stop]

    @cached_property
    def word_index(self) -> WordIndex:
        """Where each word stands."""
        return WordIndex(self.tokens)

    @cached_property
    def _first_tokens(self) -> list[int]:
        return [self.token_range(sentence.span).start for sentence in self.article.sentences]

    def sentence_number(self, place: int) -> int:
        """Return which sentence begins last before a token, or with it; -1 where none does."""
        return bisect.bisect_right(self._first_tokens, place) - 1

    def sentences_with(self, fold: str) -> tuple[Sentence, ...]:
        """Return the sentences in which a word or mark stands, in order."""
        at, tokens = self.article.sentence_at, self.tokens
        places = self.word_index.by_fold.get(fold, ())
        found = (at(tokens[place].start) for place in places)
        return tuple(dict.fromkeys(sentence for sentence in found if sentence))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Words that stand two or more times in a row within a block; indices into `tokens`."""
        folds = self.folds
        starts = (self.tokens[place].start for place in suspects(folds, self.word_index.by_fold))
        blocks = dict.fromkeys(block for start in starts if (block := self.article.block_at(start)))
        ranges = (self.token_range(block.span) for block in blocks)
        return tuple(run for indices in ranges for run in repeated_runs(folds, indices))

    @cached_property
    def folds(self) -> list[str]:
        """`Token.fold` of every token."""
        return [token.fold for token in self.tokens]

    @cached_property
    def bare_folds(self) -> list[str]:
        """`folds` without the possessive ending `'s`."""
        folds = self.folds
        owners = [fold for fold in self.word_index.by_fold if fold.endswith("'s")]
        if not owners:
            return folds
        bare = folds.copy()
        for place in self.word_index.places(owners):
            bare[place] = folds[place][:-2]
        return bare

    @cached_property
    def unknown_words(self) -> frozenset[str]:
        """The words in lower case that English does not know, each as it is spelt in the text."""
        return unknown_words(self.tokens, self.words)

    @cached_property
    def names(self) -> NameMask:
        """Which tokens are (parts of) proper names; every lexical rule asks it first."""
        return mask_names(self.article, self.tokens, self.words)

    @cached_property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """Words side by side that English never puts together."""
        return tuple(mismatches(self.tokens, self.word_index))

    @cached_property
    def explained_acronyms(self) -> tuple[Explained, ...]:
        """Acronyms in brackets after what they stand for, in order."""
        return tuple(explained_acronyms(self.article, self.tokens, self.names.indices, self.word_index))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Whom the article names, but for surnames that two people bear."""
        return tuple(people_of(self.article, self.tokens, self._token_starts, self.names.mentions))

    @cached_property
    def cast(self) -> Cast:
        """Who is where in the article: names and nouns for one person, with their sex."""
        return Cast(self.tokens, self.names.mentions, self.people, self.word_index)

    @cached_property
    def variant_uses(self) -> tuple[VariantUse, ...]:
        """Words with two spellings where they stand in running text, in order."""
        return tuple(variant_uses(self.article, self.tokens, self.names.indices, self.word_index))

    @cached_property
    def name_forms(self) -> dict[str, NameForm]:
        """The words of the names by spelling, each with its places."""
        return name_forms(self.tokens, self.names.mentions)

    @cached_property
    def name_pairs(self) -> tuple[NamePair, ...]:
        """Pairs of spellings of one name."""
        return tuple(name_pairs(self.article, self.name_forms, self.words))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Headline and cross-headings in order."""
        return tuple(headings_of(self.article, self.tokens, self.token_range))

    @cached_property
    def cross_headings(self) -> tuple[Heading, ...]:
        """The headings but for the headline."""
        return tuple(heading for heading in self.headings if not heading.is_headline)

    @cached_property
    def lower_starts(self) -> tuple[Sentence, ...]:
        """The sentences that begin in lower case."""
        text = self.text
        return tuple(each for each in self.article.sentences if text[each.span.start].islower())

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of the article."""
        return self.article.quotations

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the running text, without the headings."""
        return vocabulary_of(
            self.article, self.headings, self.tokens, self.token_range, self.word_index.by_fold
        )

    @cached_property
    def figure_starts(self) -> tuple[int, ...]:
        """Where tokens of kind NUMBER begin."""
        return tuple(self.tokens[index].start for index in self.word_index.figures)

    def at_figures(self, pattern: re.Pattern[str], *needed: str) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern that begins with a figure, without overlaps.

        Searching the whole text for a digit costs ten times as much as asking at the figures alone. Where
        every match has one of the strings `needed`, a text without them is not asked at all.
        """
        if needed and not any(string in self.text for string in needed):
            return
        end = 0
        for start in self.figure_starts:
            match = pattern.match(self.text, start) if start >= end else None
            if match:
                end = match.end()
                yield match

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with their units or what they count, in order."""
        return tuple(quantities_of(self.tokens, self.word_index))

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """Return the quantities that begin within `span`."""
        first = bisect.bisect_left(self.quantities, span.start, key=lambda quantity: quantity.span.start)
        last = bisect.bisect_left(self.quantities, span.end, key=lambda quantity: quantity.span.start)
        return self.quantities[first:last]

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """Return the dates that begin within `span`."""
        first = bisect.bisect_left(self.dates, span.start, key=lambda date: date.span.start)
        last = bisect.bisect_left(self.dates, span.end, key=lambda date: date.span.start)
        return self.dates[first:last]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Quantities with what they are said of, in order."""
        return tuple(claims_of(self.article, self.tokens, self.token_range, self.quantities))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Days of the calendar that the article names, in order."""
        return tuple(dates_of(self.text))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences as the words that carry their matter, in order."""
        return tuple(passages_of(self.article, self.tokens, self.token_range))

    @cached_property
    def alignment(self) -> Alignment:
        """Headline, lede and captions beside the sentences of the body that say the same."""
        return align(self.article, self.passages)

    @cached_property
    def matched_heads(self) -> tuple[Passage, ...]:
        """The sentences at the head that a sentence of the body matches."""
        return tuple(head for head, matches in self.alignment.pairs if matches)

    @cached_property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Places in which head and body say the same with different words."""
        return tuple(substitutions_of(self.alignment.pairs, self.alignment.body_stems))

    @cached_property
    def echoes(self) -> tuple[tuple[Passage, tuple[Match, ...]], ...]:
        """Sentences with the earlier sentences that they nearly repeat."""
        return tuple(echoes(self.article, self.passages))

    def syntax(self, sentence: Sentence) -> ParsedSentence:
        """Return tags and dependencies of a sentence; loads spaCy: ask only where a cheap test saw a defect.

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

    def speaker(self, quotation: Quotation) -> Span | None:
        """Return the name or noun phrase that the text gives as speaking, None where it gives none."""
        if quotation not in self._speakers:
            block = self.article.block_at(quotation.span.start)
            self._speakers[quotation] = speaker_of(self.text, block.span, quotation.span) if block else None
        return self._speakers[quotation]

    @cached_property
    def quote_pairs(self) -> tuple[Pair, ...]:
        """Every quotation as a pair of marks, in the order of the text."""
        return tuple(pair for pairing in self.quote_pairings for pair in pairing.pairs)

    @cached_property
    def quote_pairings(self) -> tuple[Pairing, ...]:
        """Quotation marks as they pair within each block, in the order of the blocks."""
        return pair_blocks(self.text, [block.span for block in self.article.blocks])
