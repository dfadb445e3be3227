"""One event that falls in two months."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.dates import DateMention

_EVENT = (
    r"(?P<event>election|vote|referendum|ballot|run-off|summit|hearing|trial|ceremony|final|meeting|"
    r"earthquake|quake|"
    r"attack|bombing|explosion|blast|fire|crash|launch|coup|ceasefire|deadline|festival|congress|conference)"
)
_BEFORE = lazy(
    rf"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) (?:[\w’'-]+ ){{0,2}}{_EVENT} "
    r"(?:on|of|set for|due on|scheduled for|planned for|held on) (?:[A-Z][a-z]+day,? )?\Z"
)
_AFTER = lazy(rf" (?:[\w’'-]+ )?{_EVENT}\b(?!s)")
_LEAD = lazy(r"\b[Tt]he \Z")
_REACH = 60


@check(
    "NUM404",
    "month-drifts",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one event falls in two months",
    needs=(given("dates"),),
    examples=(
        bad(
            "The election on 12 May will be close. Polls favour the mayor.\n\nThe [[12 April]] election is "
            "his last.",
            "The election on 12 May will be close. Polls favour the mayor.\n\nThe [[12 May]] election is his "
            "last.",
        ),
        bad(
            "The summit of June 3 ended without a word. Talks go on after the [[July 3]] summit, aides said.",
            "The summit of June 3 ended without a word. Talks go on after the [[June 3]] summit, aides said.",
        ),
        fine(
            "The election on 12 May will be close, and the run-off on 12 June closer. The 12 May vote is his "
            "last."
        ),
        fine("The attack on 3 March and the attack of 3 April had one aim. The 7 May attack did not."),
    ),
)
def month_drifts(facts: Facts) -> Iterator[Hit]:
    """The election on 12 May cannot be the 12 April election: a month was misread on the way.

    Reported where the article gives one kind of event two dates in all, with the same day and another month.
    Events that one sentence counts up ("the attack on 3 March and the attack of 3 April") are left alone.
    """
    events: defaultdict[str, list[DateMention]] = defaultdict(list)
    for date in facts.dates:
        event = _event(facts.text, date)
        if event:
            events[event].append(date)
    for event, dates in events.items():
        known = {(date.month, date.day) for date in dates}
        if len(known) != 2 or len({day for _, day in known}) != 1 or len({date.year for date in dates}) > 1:
            continue
        first = dates[0]
        for later in dates[1:]:
            if later.month == first.month or facts.article.sentence_at(
                first.span.start
            ) == facts.article.sentence_at(later.span.start):
                continue
            good = first.span.of(facts.text)
            yield Hit(
                later.span,
                f"‘{later.span.of(facts.text)}’ contradicts ‘{good}’ (line "
                f"{facts.article.line_of(first.span.start)}):"
                f" the same {event}",
                (replacement(later.span, good, Applicability.SUGGESTION),),
                (Related(first.span, f"the date given first for the {event}"),),
            )


def _event(text: str, date: DateMention) -> str | None:
    """Return the event that a date is of: "the election on 12 May", "the 12 May election"."""
    start, end = date.span
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before:
        return before["event"]
    after = _AFTER.match(text, end) if _LEAD.search(text, max(0, start - 5), start) else None
    return after["event"] if after else None


CHECKS = (month_drifts,)
