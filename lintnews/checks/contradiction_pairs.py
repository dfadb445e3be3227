"""One subject that does a thing and its opposite in one breath: "approved and rejected the bill"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.checks.grammar_context import is_prose, is_quoted, word_before
from lintnews.matchers.slots import DETERMINERS
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

# Decisions and judgements, as they are told, that cannot both be made of one thing; what can be done and
# undone (open and close, buy and sell) is not here. Forms are written out: a start inflects nothing.
_OPPOSED = (
    ("approved accepted endorsed adopted ratified passed", "rejected refused vetoed scrapped"),
    ("confirmed admitted acknowledged", "denied disputed refuted"),
    ("praised welcomed hailed applauded", "condemned denounced criticised criticized deplored decried"),
    ("allowed permitted authorised authorized", "banned forbade prohibited outlawed"),
    ("acquitted exonerated cleared", "convicted condemned sentenced"),
    ("supported backed defended", "opposed rejected"),
    ("approves accepts endorses", "rejects refuses vetoes"),
    ("confirms admits", "denies disputes"),
    ("supports backs", "opposes rejects"),
)
_JOINTS = frozenset("and".split())
_TOGETHER = frozenset("both alternately variously either respectively".split())


def _excluded() -> dict[str, frozenset[str]]:
    """Form of a verb to the forms that it excludes."""
    found: dict[str, frozenset[str]] = {}
    for pair in _OPPOSED:
        for side, other in (pair, pair[::-1]):
            for form in side.split():
                found[form] = found.get(form, frozenset()) | frozenset(other.split())
    return found


_EXCLUDED = _excluded()
_PASSIVE = frozenset("be been was were is are".split())


@check(
    "CON214",
    "does-and-undoes",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="one cannot do both of one thing",
    needs=(words(_EXCLUDED),),
    examples=(
        bad("Deputies [[approved]] and rejected the budget late on Monday."),
        bad("The minister [[confirmed]] and denied the report about the mine."),
        fine("Deputies approved the budget and rejected the loan. Some approved and some rejected it."),
        fine("The plan was both praised and condemned. She did not confirm or deny the report."),
    ),
)
def does_and_undoes(facts: Facts) -> Iterator[Hit]:
    """Two verbs with one object that exclude each other: one of them is a mistranslation.

    A word of two senses (turn down, lift, sanction) is translated twice. Verbs that people do one after the
    other (open and close) are no pair here, nor is what is "both praised and condemned".
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_EXCLUDED):
        if index + 3 >= len(tokens) or tokens[index + 1].fold not in _JOINTS:
            continue
        other = tokens[index + 2]
        if other.fold not in _EXCLUDED[tokens[index].fold] or tokens[index + 3].fold not in DETERMINERS:
            continue
        before = word_before(facts, index)
        if before is None or before.fold in _TOGETHER or before.fold in _PASSIVE:
            continue
        if is_prose(facts, index) and not is_quoted(facts, index):
            one = Span(tokens[index].start, tokens[index].end)
            yield contradiction(facts, one, Span(other.start, other.end), "one cannot do both of one thing")


CHECKS = (does_and_undoes,)
