"""Pieces of a sentence that a wrong full stop cut off: "… keeps the square quiet. in the old town."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.article import QuotationState
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.syntax import FINITE_TAGS, SyntaxUnavailableError
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Sentence
    from lintnews.facts import Facts, Token

# Longer pieces have a verb nearly always; parsing them would cost more than they are worth.
_MAX_WORDS = 14
# A piece of so many words that begins with a preposition has no room for a verb.
_SHORT = 4
_PREPOSITIONS = frozenset(
    "in on at of for from by with to into over under near after before during without against among "
    "between across through inside outside around behind since until within along despite".split()
)
_FINITE = frozenset(
    "is are was were am has have had will would can could may might must should shall do does did "
    "said says isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't "
    "doesn't didn't it's".split()
)
# The stop of a shortened word that the list of abbreviations lacks ("Eng. bridge") is no full stop.
_SHORT_WORD = 3
# A word and its stop.
_ONE_WORD = 2


@check(
    "GRM101",
    "orphan-fragment",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this begins in lower case and has no verb: the full stop before it is wrong",
    needs=(given("lower_starts"),),
    examples=(
        bad(
            "The rain kept the market empty[[. in the old town.]] Sellers went home.",
            "The rain kept the market empty in the old town. Sellers went home.",
        ),
        bad(
            "Police closed the road to heavy lorries[[. between the two villages.]]",
            "Police closed the road to heavy lorries between the two villages.",
        ),
        bad(
            "The herds were sold by their owners[[. over the past year.]]",
            "The herds were sold by their owners over the past year.",
        ),
        bad(
            "Output fell by six per cent between April and June[[. year.]] Prices rose.",
            "Output fell by six per cent between April and June year. Prices rose.",
        ),
        fine("The shop sold tea. it was cheap."),
        fine("Doors open at 9 a.m. on the first day. The fire covered 40 sq. m of forest."),
        fine("The firm is called Brandt Co. Ltd. of Leeds, and it sells the eBook. iPhone users pay more."),
        fine("“We go on …” in spite of the rain, he said. “Enough.” with a laugh."),
    ),
)
def orphan_fragment(facts: Facts) -> Iterator[Hit]:
    """Full stops in the wrong place cut a piece from its sentence: lower case, no verb.

    Machines translate in segments and put a stop after each. A sentence in lower case that has a verb lost
    its capital and is left to another rule; abbreviations and names such as iPhone are left alone.
    """
    sentences = facts.article.sentences
    for before, sentence in pairwise(sentences):
        if before.block == sentence.block and facts.text[sentence.span.start].islower():
            stop = before.span.end - 1
            if _is_wrong_stop(facts, before, stop) and _is_fragment(facts, sentence):
                yield _hit(facts, stop, sentence)


def _is_wrong_stop(facts: Facts, before: Sentence, stop: int) -> bool:
    text = facts.text
    if text[stop] != "." or not text[stop - 1].isalpha() or text[stop + 1 : stop + 2] not in (" ", "\u00a0"):
        return False
    last = facts.tokens_in(before.span)[-2]
    return len(last.text) > _SHORT_WORD and (last.text.islower() or facts.words.known(last.text))


def _is_fragment(facts: Facts, sentence: Sentence) -> bool:
    tokens = facts.tokens_in(sentence.span)
    words = [token for token in tokens if token.is_word]
    if not words or len(words) > _MAX_WORDS or not words[0].text.islower() or tokens[-1].text != ".":
        return False
    if len(tokens) == _ONE_WORD:
        return words[0].fold in FUNCTION_WORDS or _is_whole_word(facts, words[0])
    if any(token.fold in _FINITE for token in words) or _is_cut_short(tokens):
        return False
    if words[0].fold in _PREPOSITIONS and len(words) <= _SHORT:
        return True
    try:
        parsed = facts.syntax(sentence)
    except SyntaxUnavailableError:
        return False
    return not any(token.tag in FINITE_TAGS or token.tag == "VB" for token in parsed)


def _is_whole_word(facts: Facts, token: Token) -> bool:
    """Whether it is an English word, not the end of an address ("… Herald. org.")."""
    return len(token.text) > _SHORT_WORD and facts.words.known(token.text)


def _is_cut_short(tokens: tuple[Token, ...]) -> bool:
    """Whether it looks like a piece of an address or an abbreviation ("ru and the channel", "to 4 p.m.")."""
    first = tokens[0]
    return (
        len(tokens) < 3
        or len(tokens[-2].text) < 3
        or (len(first.text) < 4 and first.fold not in FUNCTION_WORDS)
    )


def _hit(facts: Facts, stop: int, sentence: Sentence) -> Hit:
    piece = sentence.span.of(facts.text)
    span = Span(stop, sentence.span.end)
    joined = Fix(
        (Edit(span, facts.text[stop + 1 : span.end]),), Applicability.UNSAFE, "take the full stop out"
    )
    quotation = facts.article.quotation_at(stop)
    if quotation is not None and quotation.state is QuotationState.UNCLOSED:
        other = Fix((Edit(span, ".”"),), Applicability.SUGGESTION, "close the quotation and drop the piece")
    else:
        other = Fix((Edit(span, "."),), Applicability.SUGGESTION, "drop the piece")
    return Hit(
        span,
        f"‘{piece}’ begins in lower case and has no verb: the full stop before it is wrong",
        (joined, other),
    )


CHECKS = (orphan_fragment,)
