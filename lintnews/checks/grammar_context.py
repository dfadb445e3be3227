"""What the grammar rules ask of the words around one: is it running text, what stands before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.facts import Facts, Token

#: Words after which a clause may end in a preposition or a verb, so that the next one follows it by right
#: ("the town he comes from is …", "all they have is …").
GAP_OPENERS = frozenset(
    "who whom whose which that what where when why how as than all everything anything nothing whatever "
    "whoever wherever".split()
)
#: Adverbs that may stand between an auxiliary and its verb.
INNER_ADVERBS = frozenset(
    "not never also already just still soon now always ever only probably finally".split()
)
#: Subjects that may follow a noun without such a word ("the town they come from is …").
_SUBJECTS = frozenset("i you he she we they it".split())
_GAP_REACH = 10
#: Auxiliaries that make a clause of the words around them.
FINITE = frozenset(
    "is are was were has have had will would can could did does cannot must should may might".split()
)


def word_after(facts: Facts, index: int, steps: int = 1) -> Token | None:
    """Return the token `steps` on, in the same sentence and with blanks before it; else None."""
    tokens = facts.tokens
    last = index + steps
    if last >= len(tokens):
        return None
    for place in range(index, last):
        if tokens[place].end == tokens[place + 1].start:
            return None
    if facts.text[tokens[index].end : tokens[last].start].count("\n") and not _same_sentence(
        facts, index, last
    ):
        return None
    return tokens[last]


def word_before(facts: Facts, index: int) -> Token | None:
    """Return the token just before, in the same sentence; None at its beginning."""
    if not index:
        return None
    before, token = facts.tokens[index - 1], facts.tokens[index]
    if "\n" in facts.text[before.end : token.start] and not _same_sentence(facts, index - 1, index):
        return None
    return None if before.text in (".", "!", "?") else before


def _same_sentence(facts: Facts, index: int, other: int) -> bool:
    tokens, article = facts.tokens, facts.article
    return article.sentence_at(tokens[index].start) == article.sentence_at(tokens[other].start)


def begins_sentence(facts: Facts, index: int) -> bool:
    """Whether the token is the first of a sentence."""
    token = facts.tokens[index]
    sentence = facts.article.sentence_at(token.start)
    return sentence is not None and sentence.span.start == token.start


def is_prose(facts: Facts, index: int) -> bool:
    """Whether the token stands in a paragraph or list item."""
    block = facts.article.block_at(facts.tokens[index].start)
    return block is not None and block.kind.is_prose


def is_quoted(facts: Facts, index: int) -> bool:
    """Whether the token stands in a quotation."""
    return facts.article.quotation_at(facts.tokens[index].start) is not None


def span_of(facts: Facts, first: int, last: int) -> Span:
    """Return the span from the beginning of token `first` to the end of token `last`."""
    return Span(facts.tokens[first].start, facts.tokens[last].end)


def follows_gap_opener(facts: Facts, index: int) -> bool:
    """Whether a word shortly before, in the same sentence, opens a clause that may end at `index`."""
    tokens = facts.tokens
    for place in range(index - 1, max(-1, index - _GAP_REACH), -1):
        if tokens[place].text in (".", "!", "?", ";"):
            return False
        if tokens[place].fold in GAP_OPENERS:
            return True
        if tokens[place].fold in _SUBJECTS and _is_noun_like(tokens[place - 1]):
            return True
    return False


def _is_noun_like(token: Token) -> bool:
    return token.is_word and token.fold not in FUNCTION_WORDS


def sentence_text(facts: Facts, index: int) -> str:
    """Return the text of the sentence around a token, "" outside sentences."""
    sentence = facts.article.sentence_at(facts.tokens[index].start)
    return sentence.span.of(facts.text) if sentence else ""
