"""Speech after a colon that has no quotation marks: "The mayor said: I wish the town a happy day."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Hit
from lintnews.needs import strings
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_VERBS = (
    "said says stated stressed added asked asks replied answered explained noted emphasised emphasized "
    "recalled shouted exclaimed"
).split()
_SPEECH = lazy(
    rf"\b(?:{'|'.join(_VERBS)}|pointed out|told (?:reporters|the [a-z]+|[A-Z]\w+)): "
    r"(?=[A-Z][\w’']*,? [a-z’']+(?:,? [\w’'-]+){2})"
)
_NEEDED = (*(f"{verb}:" for verb in _VERBS), "out:", "told ")


@check(
    "QUO116",
    "speech-without-quotation-marks",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="somebody’s own words stand here without quotation marks",
    pivots=("zh", "is", "ha"),
    needs=(strings(*_NEEDED),),
    examples=(
        bad("The mayor of Odense [[said: ]]I wish the old town a happy birthday."),
        bad("A reporter [[asked: ]]According to the press, the ferry is sold. What is true of it?"),
        fine("The mayor said: “I wish the town a happy birthday.” He said: one ferry, two crews."),
        fine("“He said: I am the owner of the ferry,” she said.\n\nThe sign said: Closed."),
    ),
)
def speech_without_quotation_marks(facts: Facts) -> Iterator[Hit]:
    """Chinese, Icelandic and Hausa papers set speech off with a colon alone, English ones with marks.

    Reported where a verb of saying, its colon and a new sentence follow each other outside a quotation.
    """
    for match in _SPEECH.finditer(facts.text):
        block = facts.article.block_at(match.start())
        if block is None or not block.kind.is_prose or match.end() >= block.span.end:
            continue
        if facts.article.quotation_at(match.start()) is None:
            yield Hit(Span(*match.span()))


CHECKS = (speech_without_quotation_marks,)
