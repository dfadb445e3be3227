"""A verb without the object that it needs: "setting fire,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, span_of, word_before
from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_SET = frozenset("set sets setting".split())
_ENDS = frozenset(", . ; ! ? and or while before after".split())


@check(
    "GRM113",
    "fire-set-to-nothing",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="one sets fire ‘to’ something, or sets ‘fires’",
    needs=(words("fire"), words(_SET)),
    examples=(
        bad(
            "Looters roamed the port, [[setting fire]], and fled.",
            "Looters roamed the port, setting fires, and fled.",
        ),
        bad("They broke in and [[set fire]].", "They broke in and set fires."),
        fine(
            "They set fire to the barn, which was set on fire twice. He set fires. The set fire doors, too."
        ),
    ),
)
def fire_set_to_nothing(facts: Facts) -> Iterator[Hit]:
    """Where other languages have one verb for arson, English sets fire to a thing; alone, "fires" are set."""
    tokens = facts.tokens
    for index in facts.word_index.places(("fire",)):
        verb = word_before(facts, index)
        if verb is None or verb.fold not in _SET or index + 1 >= len(tokens) or not is_prose(facts, index):
            continue
        if tokens[index + 1].fold in _ENDS and index not in facts.names:
            span = span_of(facts, index - 1, index)
            yield Hit(
                span,
                f"‘{span.of(facts.text)}’ to what?",
                (
                    replacement(span, f"{verb.text} fires"),
                    replacement(span, f"{verb.text} fire to", Applicability.SUGGESTION),
                ),
            )


CHECKS = (fire_set_to_nothing,)
