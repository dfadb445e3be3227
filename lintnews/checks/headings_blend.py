"""Headings of real words that make no sense together, where the text has the phrase that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.headings_repair import (
    by_company,
    content_words,
    has_kin,
    in_case_of,
    is_rare,
    is_unknown,
    may_be_name,
)
from lintnews.facts.sound import edits, same_word, shared_start
from lintnews.facts.vocabulary import bare
from lintnews.finding import Hit, Related, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.headings import Heading

_MAX_WORDS = 6
_ALIKE = 0.8
_MIN_LETTERS = 5
# Real words with a longer start in common are derived from one another ("brain drain", "drainage"), not
# mistaken.
_MAX_COMMON_START = 3


@check(
    "HED102",
    "blended-heading",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a word of the heading sounds like the one that the text uses in the same phrase",
    needs=(given("headings"),),
    examples=(
        bad(
            "Parliament reopens\n\nThe president’s speech lasted two hours and named no dates.\n\n"
            "[[PRECEDENT SPEECH]]\n\nDeputies of both parties left before its end, reporters said.\n\n"
            "A vote is planned for May.",
            "Parliament reopens\n\nThe president’s speech lasted two hours and named no dates.\n\n"
            "PRESIDENT SPEECH\n\nDeputies of both parties left before its end, reporters said.\n\n"
            "A vote is planned for May.",
        ),
        bad(
            "Clubs agree on new rules\n\nThe league wants a salary cap from next season, its chairman "
            "said.\n\n"
            "[[Celery cap]]\n\nTwo of the richer clubs have said that they will go to court over it.\n\n"
            "Players have not been asked.",
            "Clubs agree on new rules\n\nThe league wants a salary cap from next season, its chairman "
            "said.\n\n"
            "Salary cap\n\nTwo of the richer clubs have said that they will go to court over it.\n\n"
            "Players have not been asked.",
        ),
        fine(
            "Pier to be rebuilt\n\nThe pier lost its roof in the storm and peer pressure kept donors "
            "giving.\n\n"
            "PIER PRESSURE\n\nThe council has asked the government for a loan to save the pier.\n\n"
            "Work could begin in spring."
        ),
        fine(
            "Town fights to keep doctors\n\nThe hospital speaks of a brain drain since the border opened.\n\n"
            "BRAIN GAIN\n\nThe neighbouring town has hired eleven of them since January alone.\n\n"
            "The ministry will not comment."
        ),
    ),
)
def blended_heading(facts: Facts) -> Iterator[Hit]:
    """Report a short heading with a word not in the article, whose phrase there has one that sounds alike.

    A machine that hears or reads a short line without its context takes one word for another: “precedent
    speech” over a text about “the president’s speech”. A pun is left alone as long as its word occurs in the
    article, and so are words derived from one another.
    """
    for heading in facts.headings:
        if not 2 <= len(heading.words) <= _MAX_WORDS:
            continue
        for index in content_words(facts, heading):
            fold = bare(facts.tokens[index].fold)
            if len(fold) < _MIN_LETTERS - 1 or facts.vocabulary.supports(fold) or has_kin(facts, fold):
                continue
            hit = _mistaken(facts, heading, index)
            if hit:
                yield hit
                break


def _mistaken(facts: Facts, heading: Heading, index: int) -> Hit | None:
    token = facts.tokens[index]
    is_strange = is_rare(facts, index)
    if is_unknown(facts, index) or (
        is_strange and (heading.is_headline or may_be_name(facts, heading, index))
    ):
        return None
    repair = by_company(facts, heading, index, _ALIKE, closely=True)
    if not repair:
        return None
    source = facts.tokens[repair.source]
    one, other = bare(token.fold), bare(source.fold)
    if same_word(one, other) or (not is_strange and _is_derived(one, other)):
        return None
    # Short words are alike by chance: only one letter may differ, and a headline has too many of them.
    if len(one) < _MIN_LETTERS and (heading.is_headline or edits(one, other) > 1):
        return None
    proof, line = repair.proof.of(facts.text), facts.article.line_of(repair.proof.start)
    return Hit(
        heading.span,
        f"the article has no ‘{token.text}’; the text speaks of ‘{proof}’ (line {line})",
        (replacement(token.span, in_case_of(token.text, other)),),
        (Related(repair.proof, f"the text has ‘{proof}’"),),
    )


def _is_derived(one: str, other: str) -> bool:
    """Whether one word may be made from the other: a common start, and not just one letter for another."""
    return shared_start(one, other) > _MAX_COMMON_START and not (
        len(one) == len(other) and edits(one, other) == 1
    )


CHECKS = (blended_heading,)
