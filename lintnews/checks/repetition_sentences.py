"""A sentence said again, and a circumstance that one sentence names twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts import Facts, Token, TokenKind
from lintnews.facts.stems import stem
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Sentence
    from lintnews.facts.alignment import Passage

# Words of the shortest sentence that is looked for again, and of the pieces it is compared by.
_SHORTEST = 7
# Words of the shortest one that is looked for again word for word.
_SHORTEST_EXACT = 5
_PIECE = 3
# Share of a sentence's pieces that the earlier one must hold.
_ALIKE = 0.75
# One new word of content may come with so many characters.
_NEW_WORD_IN = 80
# Words of the shortest circumstance: "at least 200 people" is none.
_CIRCUMSTANCE = 4
_LONGEST_CIRCUMSTANCE = 25
_FUNCTION_STEMS = frozenset(map(stem, FUNCTION_WORDS))
_PREPOSITIONS = frozenset(
    "in on at over during for from by with since after before until under within across among through "
    "throughout according due because against into about despite".split()
)


@check(
    "REP108",
    "sentence-said-again",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="this sentence says again what was just said",
    examples=(
        bad(
            "The bridge was washed away by the flood on Friday night. "
            "[[The old bridge was washed away by the flood on Friday night.]] Nobody was hurt.",
        ),
        bad(
            "Hope\n\nThe mayor said that the new school would open in spring.\n\n"
            "[[The mayor said the new school would open in spring.]]\n\nParents were glad.",
        ),
        bad("Nobody knew how late it was. [[Nobody knew how late it was.]] The doors were shut."),
        fine(
            "The share was sold for 20 crowns on the first day. The share was sold for 35 crowns on the next."
        ),
        fine("The way in which it was done is wrong. “The way in which it was done is wrong,” she said."),
    ),
)
def sentence_said_again(facts: Facts) -> Iterator[Hit]:
    """Sentences repeat the one before them, word for word or nearly so.

    Translations begin a sentence anew, or carry both a draft and its better version. Left alone: other
    figures in the same words, a quotation of what was just reported, headlines taken up by the first line,
    and sentences further apart: REP113 looks for those, word for word.
    """
    before: Passage | None = None
    for passage in facts.passages:
        if not facts.article.blocks[passage.sentence.block].kind.is_prose:
            continue
        if before and _may_say_the_same(before, passage):
            earlier, sentence = before.sentence, passage.sentence
            words, words_before = words_of(facts, sentence), words_of(facts, earlier)
            if _are_alike(words_before, words) and _says_the_same(facts, earlier, sentence):
                yield _again(facts, earlier, sentence)
        before = passage


def _may_say_the_same(earlier: Passage, passage: Passage) -> bool:
    """Whether few enough words are new, by their stems, for `_says_the_same` to let them pass."""
    new = passage.stems - earlier.stems - _FUNCTION_STEMS
    return len(new) <= 1 + passage.sentence.span.length // _NEW_WORD_IN


def _are_alike(earlier: list[str], words: list[str]) -> bool:
    if len(words) < _SHORTEST:
        return len(words) >= _SHORTEST_EXACT and words == earlier
    pieces = _pieces(words)
    return sum(map(_pieces(earlier).__contains__, pieces)) >= _ALIKE * len(pieces)


def _pieces(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[k : k + _PIECE]) for k in range(len(words) - _PIECE + 1)]


def words_of(facts: Facts, sentence: Sentence) -> list[str]:
    """Return the folded words of a sentence, without its marks."""
    return [token.fold for token in facts.tokens_in(sentence.span) if token.kind is not TokenKind.MARK]


def _says_the_same(facts: Facts, earlier: Sentence, sentence: Sentence) -> bool:
    """Whether it brings no figures and hardly a word of its own, and both are quoted or neither."""
    if earlier.block == 0 != sentence.block:
        return False  # a headline in the looks of a paragraph
    new = set(words_of(facts, sentence)) - set(words_of(facts, earlier)) - FUNCTION_WORDS
    if any(word[0].isdigit() for word in new) or len(new) > 1 + sentence.span.length // _NEW_WORD_IN:
        return False
    quoted, newly_quoted = (
        facts.article.quotation_at(each.span.start) is not None for each in (earlier, sentence)
    )
    return quoted == newly_quoted


def _again(facts: Facts, earlier: Sentence, sentence: Sentence) -> Hit:
    line = facts.article.line_of(earlier.span.start)
    start = earlier.span.end if earlier.block == sentence.block else sentence.span.start
    return Hit(
        sentence.span,
        f"this sentence says again what stands just before it (line {line})",
        (Fix((Edit(Span(start, sentence.span.end), ""),), Applicability.SUGGESTION, "say it once"),),
        (Related(earlier.span, "the first time"),),
    )


@check(
    "REP109",
    "circumstance-said-twice",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    message="the same circumstance stands twice in one sentence",
    examples=(
        bad(
            "Over the past four years, their number fell by a third [[over the past four years]].",
            "Over the past four years, their number fell by a third.",
        ),
        bad(
            "During the spring holiday week the railway runs more trains, and fares rise "
            "[[during the spring holiday week]].",
            "During the spring holiday week the railway runs more trains, and fares rise.",
        ),
        fine("On the one hand they gained, on the other hand they lost."),
        fine("From the north coast to the south, and from the north coast of Wales, ships came."),
    ),
)
def circumstance_said_twice(facts: Facts) -> Iterator[Hit]:
    """One circumstance opens a sentence and comes again in it, in the same words.

    The translation put it where its own language wants it and where English does. Quotations and lists of
    figures, in which each item has its own, are left alone.
    """
    for sentence in facts.article.sentences:
        indices = facts.token_range(sentence.span)
        tokens = facts.tokens[indices.start : indices.stop]
        if len(tokens) < 10 or tokens[0].fold not in _PREPOSITIONS:
            continue
        place, length = _opening_again(tokens)
        if not place or any(token.text in ";:" for token in tokens[:place]):
            continue
        span = Span(tokens[place].start, tokens[place + length - 1].end)
        if facts.article.quotation_at(span.start) is None:
            yield _twice(facts, tokens, place, span)


def _opening_again(tokens: Sequence[Token]) -> tuple[int, int]:
    """Where the words that open the sentence come again, and how many; (0, 0) where they do not."""
    opening = tokens[0].fold
    for place in range(3, len(tokens) - 2):
        if tokens[place].fold != opening:
            continue
        length = 1
        longest = min(place, len(tokens) - place, _LONGEST_CIRCUMSTANCE)
        while length < longest and tokens[length].fold == tokens[place + length].fold:
            length += 1
        while length and (
            tokens[length - 1].kind is TokenKind.MARK or tokens[length - 1].fold in FUNCTION_WORDS
        ):
            length -= 1
        content = sum(token.fold not in FUNCTION_WORDS for token in tokens[1:length])
        after = tokens[place + length] if place + length < len(tokens) else None
        if (
            length >= _CIRCUMSTANCE
            and content >= 2
            and (after is None or _ends_phrase(after))
            and _ends_phrase(tokens[length])
        ):
            return place, length
    return 0, 0


def _ends_phrase(token: Token) -> bool:
    return token.kind is TokenKind.MARK or (token.fold in FUNCTION_WORDS and token.fold != "of")


def _twice(facts: Facts, tokens: Sequence[Token], place: int, span: Span) -> Hit:
    cut = Span(tokens[place - 1].end, span.end)
    first = Span(tokens[0].start, tokens[0].start + span.length)
    return Hit(
        span,
        f"‘{span.of(facts.text)}’ stands in this sentence already, at its beginning",
        (Fix((Edit(cut, ""),), Applicability.UNSAFE, "say it once"),),
        (Related(first, "the first time"),),
    )


CHECKS = (sentence_said_again, circumstance_said_twice)
