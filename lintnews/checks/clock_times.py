"""Times of day and scores whose two figures are joined as another language joins them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters, given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_SCORE = lazy(r"(?<![\w:.,/-])(?P<home>\d{1,3}):(?P<away>\d{1,3})(?![\w:/%]|[.,]\d|-\d| ?[ap]\.?m)")
_SCORE_WORDS = lazy(
    r"\b(?:w[io]n|winning|lost|lose|losing|beat|beaten|defeat\w*|drew|draw|scor\w+|goal|match|final\w*|"
    r"semi-?finals?|"
    r"(?:first|second|third|fourth|fifth) set|sets|penalt\w+|thrash\w*|victory|half-time|leading|led|"
    r"trail\w*|squad|team|league|cup)\b",
    re.IGNORECASE,
)
_NO_SCORE = lazy(
    r"\b(?:ratio|odds|chapter|verse|Genesis|Exodus|Psalms?|Isaiah|Matthew|Mark|Luke|John|Acts|Romans|"
    r"Corinthians|"
    r"Revelation|Quran|Surah)\b"
)
_REACH = 60
_LETTER_H = lazy(r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4]) ?[hH] ?(?P<minute>[0-5]\d)(?:min)?\b")
_HOURS = lazy(
    r"(?<![\w.,:])(?P<time>(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d))(?P<extra> (?:hours|hrs|hour)\b|"
    r" ?o['’]?\s?clock\b)"
)
_AT = lazy(
    r"\b(?:at|from|until|till|to|by|before|after|since|about|around)(?: about| around)? \Z", re.IGNORECASE
)
_TWELVE = lazy(
    r"(?<![\w.,:])(?P<time>(?P<hour>1[3-9]|2[0-4]|"
    r"0)(?:[:.]\s?(?P<minute>[0-5]\d))?)(?P<half> ?[aApP]\.?[mM]\b\.?)"
    r"(?: in the (?:morning|afternoon|evening)| at night)?"
)
_OCLOCK = lazy(r"(?<![\w.,:-])(?P<hour>1[3-9]|2[0-4]) o['’]?\s?clock\b")
_TWICE = lazy(
    r"(?<![\w.,:])(?P<time>(?:0?[1-9]|1[0-2])(?:[:.]\d\d)? ?[ap]\.?m\.?)(?P<again> (?:in the (?:morning|"
    r"afternoon|evening)|at night))\b"
)


def _twelve_hours(hour: int, minute: int) -> str:
    """Write a time of the 24-hour clock as most news does: 13, 50 is "1:50 p.m."."""
    if hour % 24 == minute == 0:
        return "midnight"
    half = "a.m." if hour % 24 < 12 else "p.m."
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''} {half}"


def _hit(span: Span, text: str, good: str, why: str, how: Applicability = Applicability.UNSAFE) -> Hit:
    if good.endswith(".") and text.startswith(".", span.end):
        good = good[:-1]  # the full stop of the sentence serves "p.m." as well
    return Hit(span, f"‘{span.of(text)}’: {why}: {good}", (replacement(span, good, how),))


@check(
    "NUM122",
    "score-with-colon",
    mqm="locale-convention/number-format",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    message="English writes a score with a hyphen",
    pivots=("zh", "ru", "uk", "de"),
    needs=(characters(":"), given("figure_starts")),
    examples=(
        bad("The hosts won [[3:1]] in extra time.", "The hosts won [[3-1]] in extra time."),
        bad("She took the first set [[25:19]] in Turin.", "She took the first set [[25-19]] in Turin."),
        fine("The hosts won 3-1 after a goal at 15:30."),
        fine("The ratio was 3:1, and Matthew 5:9 was read at the final."),
    ),
)
def score_with_colon(facts: Facts) -> Iterator[Hit]:
    """Russian, German and Chinese write a score with a colon (3:1); English writes 3-1.

    Reported only where the sentence speaks of winning, losing, sets or matches; ratios, verses and times
    stay.
    """
    for match in facts.at_figures(_SCORE, ":"):
        home, away = match["home"], match["away"]
        # With two digits after the colon it is a time rather than a score.
        if (len(away) == 2 and int(home) <= 24) or home.startswith("0") or (len(away) > 1 and away[0] == "0"):
            continue
        sentence = facts.article.sentence_at(match.start())
        start = max(sentence.span.start if sentence else 0, match.start() - _REACH)
        if not _SCORE_WORDS.search(facts.text, start, match.start()):
            continue
        if _NO_SCORE.search(facts.text, start, match.start()):
            continue
        yield _hit(Span(*match.span()), facts.text, f"{home}-{away}", "English writes a score with a hyphen")


@check(
    "NUM123",
    "foreign-clock-time",
    mqm="locale-convention/time-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the time is written as in another language",
    pivots=("fr", "pt", "es", "zh", "is"),
    needs=(given("figure_starts"),),
    examples=(
        bad("The train leaves at [[20h30]].", "The train leaves at [[8:30 p.m]]."),
        bad("The meeting begins at [[16:00 hours]] today.", "The meeting begins at [[16:00]] today."),
        bad(
            "The car was hit at [[13:50 p.m.]] on the bridge.",
            "The car was hit at [[1:50 p.m.]] on the bridge.",
        ),
        bad("The shop shuts at [[21 o’clock]] sharp.", "The shop shuts at [[9 p.m.]] sharp."),
        bad("He woke at [[5 a.m. in the morning]].", "He woke at [[5 a.m]]."),
        fine("The run took 16:00 minutes; the train left at 20:30 and at 9 o’clock."),
        fine("It burned from 7 a.m. on the morning of the fair, for 24 hours."),
    ),
)
def foreign_clock_time(facts: Facts) -> Iterator[Hit]:
    """“20h30”, “16:00 hours”, “13:50 p.m.” and “21 o’clock” mix the clocks of two languages.

    English has the 24-hour clock bare (16:00) or the 12-hour clock with a.m. and p.m.; never both.
    """
    text = facts.text
    for match in facts.at_figures(_LETTER_H):
        if _AT.search(text, max(0, match.start() - 20), match.start()):
            good = _twelve_hours(int(match["hour"]), int(match["minute"]))
            yield _hit(Span(*match.span()), text, good, "English does not write times so")
    for match in facts.at_figures(_HOURS, "hour", "hrs", "clock"):
        if _AT.search(text, max(0, match.start() - 20), match.start()):
            yield _hit(Span(*match.span()), text, match["time"], "the clock needs no second word")
    for match in facts.at_figures(_TWELVE):
        hour = int(match["hour"])
        if match["minute"] is None and not (13 <= hour <= 23):
            continue
        good = _twelve_hours(hour, int(match["minute"] or 0))
        if "evening" in match.group() or "night" in match.group():
            good = good.replace("a.m.", "p.m.")
        yield _hit(Span(*match.span()), text, good, "a time of the 24-hour clock takes no a.m. or p.m.")
    for match in facts.at_figures(_OCLOCK, "clock"):
        yield _hit(
            Span(*match.span()),
            text,
            _twelve_hours(int(match["hour"]), 0),
            "the clock strikes twelve at most",
        )
    for match in facts.at_figures(_TWICE, "in the ", "at night"):
        yield _hit(Span(*match.span()), text, match["time"], "a.m. and p.m. say it already")


CHECKS = (score_with_colon, foreign_clock_time)
