"""RES151: words that no language has, one slip away from an English one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.facts.loans import LOANS
from lintnews.facts.spelling import slip_for
from lintnews.facts.tokens import in_address
from lintnews.finding import Hit, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# A word that the article uses this often is its own term, whatever the dictionaries say.
_OWN_TERM = 3


@check(
    "RES151",
    "misspelt-word",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    message="this is no word: a letter is wrong",
    needs=(given("unknown_words"),),
    examples=(
        bad("The [[governmnt]] will act.", "The [[government]] will act."),
        bad("Her [[contritutions]] were large.", "Her [[contributions]] were large."),
        bad("It is an [[imporant]] day.", "It is an [[important]] day."),
        fine("Firms reshore work; sentencers met; the uplights and downlights; a moblog; govt."),
    ),
)
def misspelt_word(facts: Facts) -> Iterator[Hit]:
    """A word that neither English nor another language has, one letter away from a common English word.

    Systems that spell words letter by letter or piece by piece drop, double or swap letters. Words with a
    capital, terms that the article repeats, and words that are merely rare are left alone.
    """
    unknown = facts.unknown_words
    counts: Counter[str] | None = None
    text = facts.text
    for token in facts.tokens if unknown else ():
        if token.text not in unknown or token.fold in LOANS:
            continue
        meant = slip_for(token.text, facts.words)
        if meant is None:
            continue
        beside = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 2]
        if any(mark in "@#/_\\-’'(" for mark in beside) or in_address(text, token):
            continue
        if counts is None:
            counts = Counter(each.fold for each in facts.tokens if each.is_word)
        if counts[token.fold] < _OWN_TERM:
            yield Hit(
                token.span,
                f"‘{token.text}’ is no English word: ‘{meant}’ seems to be meant",
                (replacement(token.span, meant),),
            )


CHECKS = (misspelt_word,)
