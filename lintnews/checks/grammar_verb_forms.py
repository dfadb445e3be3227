"""The form of the verb after its auxiliary: "did went", "to took", "has wrote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    INNER_ADVERBS,
    follows_gap_opener,
    is_prose,
    is_quoted,
    span_of,
    word_after,
    word_before,
)
from lintnews.facts.verb_readings import HAVE
from lintnews.facts.verbs import SURE_PASTS
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_WANT_BASE = frozenset(
    "to will would can could shall should must may might did does do didn't doesn't don't couldn't "
    "wouldn't won't can't cannot shouldn't".split()
)


@check(
    "GRM103",
    "past-after-auxiliary",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the form of the verb does not go with the word before it",
    needs=(words(SURE_PASTS),),
    examples=(
        bad(
            "The council did not [[gave]] the club a licence.",
            "The council did not give the club a licence.",
        ),
        bad("The pilots had [[wrote]] to the airline.", "The pilots had written to the airline."),
        bad("He promised to [[took]] the case to court.", "He promised to take the case to court."),
        fine("What they did took hours, and all they had went to the sea. The ones he wrote to came."),
        fine("“I should of went,” he said."),
        fine("The fair on 12 May drew crowds, and Will took the tickets."),
    ),
)
def past_after_auxiliary(facts: Facts) -> Iterator[Hit]:
    """After ‘did’, ‘to’ and ‘will’ English has the plain verb, after ‘has’ the participle, never the past.

    A decoder that has marked the past once on the auxiliary marks it again on the verb. Left alone are
    clauses that end in the auxiliary ("what they did took hours") and speech.
    """
    for index in facts.word_index.places(SURE_PASTS):
        token = facts.tokens[index]
        before = word_before(facts, index)
        helper = index - 1
        if before is not None and before.fold in INNER_ADVERBS:
            helper -= 1
        if before is None or helper < 0 or not token.text.islower():
            continue
        verb = SURE_PASTS[token.fold]
        # "In May drew": a month, a name ("Will took").
        auxiliary = facts.tokens[helper].text
        if auxiliary in _WANT_BASE:
            right = verb.base
        elif auxiliary in HAVE:
            right = verb.participle
        else:
            continue
        if word_after(facts, helper, index - helper) is None or follows_gap_opener(facts, helper - 1):
            continue
        if is_prose(facts, index) and index not in facts.names and not is_quoted(facts, index):
            yield Hit(
                span_of(facts, index, index),
                f"after ‘{facts.tokens[helper].text}’ the form is ‘{right}’, not ‘{token.text}’",
                (replacement(token.span, right),),
            )


CHECKS = (past_after_auxiliary,)
