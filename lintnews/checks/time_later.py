"""Clock times and minutes of play with the time between them: "at 17:05 … at 18:10, 25 minutes later"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.numerals import UNITS_IN_WORDS
from lintnews.finding import Hit, Related
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_NUMBER = rf"(?P<figure>\d{{1,3}}|{'|'.join(list(UNITS_IN_WORDS)[1:])})"
_CLOCK = r"\bat (?P<hour{0}>\d{{1,2}})[:.](?P<minute{0}>[0-5]\d)(?: ?[ap]\.?m\.?)?"
_GAP = r"[^.;:“”]{0,90}?"
_BY_CLOCK = lazy(
    _CLOCK.format(1)
    + rf"\b{_GAP}"
    + _CLOCK.format(2)
    + rf",? (?:just |only |about )?{_NUMBER} (?P<unit>minutes|hours) later\b"
)
_MINUTE = r"(?P<minute{0}>\d{{1,3}})(?:st|nd|rd|th)[- ]minute\b"
_OF_PLAY = lazy(
    r"\b"
    + _MINUTE.format(1)
    + rf"(?:(?!minute)[^.;“”]){{0,120}}?\b{_NUMBER} minutes? (?P<way>later|earlier|afterwards)"
    r"(?:(?!minute)[^.;“”]){0,24}?\b" + _MINUTE.format(2)
)
_HALF_A_DAY = 720
_LOOSE = 1


@check(
    "NUM413",
    "time-later-does-not-fit",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the two times are not so far apart",
    needs=(words("minutes minute hours"), words("later earlier afterwards")),
    examples=(
        bad("The ferry left Velm at 17:05 and landed at 18:10, [[25 minutes later]]."),
        bad("Keel scored in the 30th minute and again five minutes later, in the [[27th minute]]."),
        fine(
            "The ferry left Velm at 17:05 and landed at 18:10, 65 minutes later; at 23:50 it sank, two "
            "hours later."
        ),
        fine("Keel scored in the 30th minute and again five minutes later, in the 35th minute."),
    ),
)
def time_later_does_not_fit(facts: Facts) -> Iterator[Hit]:
    """From 17:05 to 18:10 are 65 minutes, and five minutes after the 30th is the 35th: a figure was misread.

    Both times and the time between them must stand in one sentence.
    """
    for match in _BY_CLOCK.finditer(facts.text):
        first, second = (int(match[f"hour{n}"]) * 60 + int(match[f"minute{n}"]) for n in (1, 2))
        apart = (second - first) % _HALF_A_DAY
        told = _value(match["figure"]) * (60 if match["unit"] == "hours" else 1)
        loose = 30 if match["unit"] == "hours" else max(_LOOSE, told // 10)
        if abs(apart - told % _HALF_A_DAY) > loose:
            yield _misfit(
                facts,
                Span(match.start("figure"), match.end()),
                Span(match.start(), match.end("minute2")),
                apart,
            )
    for match in _OF_PLAY.finditer(facts.text):
        first, second, told = int(match["minute1"]), int(match["minute2"]), _value(match["figure"])
        if abs(second - (first - told if match["way"] == "earlier" else first + told)) > _LOOSE:
            yield _misfit(
                facts,
                Span(match.start("minute2"), match.end()),
                Span(match.start(), match.end("way")),
                second - first,
            )


def _value(figure: str) -> int:
    return int(UNITS_IN_WORDS.get(figure) or figure)


def _misfit(facts: Facts, here: Span, there: Span, apart: int) -> Hit:
    away = f"{apart} minutes apart" if apart >= 0 else f"{-apart} minutes before it"
    return Hit(
        here,
        f"‘{here.of(facts.text)}’ does not fit ‘{there.of(facts.text)}’: the two times are {away}",
        (),
        (Related(there, "the times"),),
    )


CHECKS = (time_later_does_not_fit,)
