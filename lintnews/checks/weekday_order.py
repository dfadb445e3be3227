"""Weekdays that are told as following each other and do not: a day after Monday that is no Tuesday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.dates import WEEKDAYS
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_DAY = "|".join(WEEKDAYS)
_STEPS = {"a": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4}
_LEAD = rf"\b(?:[Oo]n )?(?P<first>{_DAY})"
_GAP = r"[^.;:“”]{0,70}?"
_PATTERNS = (
    # "on Thursday …, a day after the vote on Wednesday"
    lazy(
        rf"{_LEAD}\b{_GAP},? (?P<step>a|one|the|two|three|four) days? (?P<way>after|before)"
        rf" (?P<between>[^.;:,“”]{{0,60}}?)\bon (?P<second>{_DAY})\b(?! (?:the|and|or|to)\b)"
    ),
    # "on Thursday … and two days later, on Saturday"
    lazy(
        rf"{_LEAD}\b{_GAP} (?P<step>a|one|the|two|three|four) days? (?P<way>later|earlier)(?:, on| on|,)"
        rf" (?P<second>{_DAY})\b"
    ),
)
# Other days, weeks or hours between: the step is counted from somewhere else.
_OTHER = lazy(rf"\b(?:{_DAY}|yesterday|today|since|until|every|each|from)\b")


@check(
    "NUM405",
    "weekdays-out-of-order",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the weekdays do not follow each other so",
    needs=(words("day days"), words(day.casefold() for day in WEEKDAYS)),
    examples=(
        bad(
            "Ministers met on Thursday, the day before the vote on [[Wednesday]].",
            "Ministers met on Thursday, the day before the vote on [[Friday]].",
        ),
        bad(
            "The ship sank on Monday, and two days later, on [[Thursday]], divers found it.",
            "The ship sank on Monday, and two days later, on [[Wednesday]], divers found it.",
        ),
        fine("Ministers met on Thursday, the day before the vote on Friday, two days after Tuesday’s storm."),
        fine("The ship sank on Monday, and two days later, on Wednesday, divers found it."),
    ),
)  # fmt: skip
def weekdays_out_of_order(facts: Facts) -> Iterator[Hit]:
    """A day after Monday is Tuesday: where the text says another, a weekday or "before" was misread.

    Only a step from one weekday to another in one sentence is counted.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(facts.text):
            between = match.group()[len(match["first"]) + match.start("first") - match.start() :]
            inner = between[: len(between) - len(match["second"])]
            if _OTHER.search(inner):
                continue
            step = _STEPS[match["step"]] * (1 if match["way"] in ("before", "later") else -1)
            expected = WEEKDAYS[(WEEKDAYS.index(match["first"]) + step) % 7]
            if expected == match["second"]:
                continue
            span, first = Span(*match.span("second")), Span(*match.span("first"))
            said = f"{match['step']} day{'s' if abs(step) > 1 else ''} {match['way']}"
            yield Hit(
                span,
                f"‘{match['second']}’ does not fit ‘{said}’ and ‘{match['first']}’: that would be {expected}",
                (replacement(span, expected, Applicability.SUGGESTION),),
                (Related(first, "the day it is counted from"),),
            )


CHECKS = (weekdays_out_of_order,)
