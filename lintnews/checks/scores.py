"""Scores that do not fit the outcome: a draw of 2-1, a win of 0-2, straight sets of 7-5 6-7 6-3."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts

_DRAWN = "drew draw drawn tied equalised equalized levelled stalemate"
_WON = "won win wins winning beat beats beating defeated defeats defeating victory"
_LOST = "lost loses losing defeat"
_OUTCOME = lazy(
    rf"\b(?P<outcome>{'|'.join((*_DRAWN.split(), *_WON.split(), *_LOST.split()))})\b"
    r"(?P<between>(?: [A-Za-zÀ-ž’'.-]+){0,5}?,? \(?)\Z"
)
_SCORE = lazy(
    r"(?P<first>\d{1,2})[-–](?P<second>\d{1,2})\b(?!\d|[-–/%]|\.\d| ?(?:per|pounds?|years?|minutes?"
    r"|votes?|win\w*|los\w*|victor\w*)\b)"
)
_REACH = 64
# Another match, or a part of this one, may be between; a shoot-out has a winner at any score.
_ELSEWHERE = frozenset(
    "after and but which who before from despite in on won lost drew win beat led for lead trailed "
    "penalties by "
    "page pages ages aged when while since until then leading trailing against of season games "
    "aggregate".split()
)
_AFTER = lazy(
    r" (?:on penalties|on pens|in a shoot-?out|\(?\d+[-–]\d+|on aggregate|after (?:a )?(?:penalt"
    r"|extra)|up\b|ahead"
    r"|down\b|behind|lead\b|,? \d+[-–]\d+)"
)
_STRAIGHT = lazy(r"\b(?:straight|two) sets\b")
_SETS = lazy(r"(?<![\d-])(?P<first>[0-7])[-–](?P<second>[0-7])(?![\d-])")
_LEAST_SETS, _MOST_SETS = 2, 5


@check(
    "NUM219",
    "score-does-not-fit-outcome",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the score does not fit the outcome",
    needs=(words(_DRAWN, _WON, _LOST, "sets"), given("figure_starts")),
    examples=(
        bad("Union and Rovers [[drew 2-1]] in the rain."),
        bad("It has not lost since March, when it [[beat Rovers 0-2]] at home."),
        bad("Holm reached the final with a [[win over Brandt 1-1]]."),
        bad("She beat Keel 7-5 6-7 6-3 in [[straight sets]]."),
        fine("Union and Rovers drew 2-2, and Athletic beat City 2-0 after its 0-1 defeat; it lost 0-3."),
        fine("She beat Keel 6-7 7-5 6-3, won in straight sets, 6-3 6-4, and Rovers won 1-1 on penalties."),
        fine("Rovers won after being 0-2 down, drew in 2-3 of ten games and beat City, 0-1 winners in May."),
    ),
)
def score_does_not_fit_outcome(facts: Facts) -> Iterator[Hit]:
    """A draw has two equal scores, a win has not, and the winner's score is named first.

    Verbs of sport mean other things in other languages, and scores are exchanged with them. Only a score
    right
    behind its outcome is read; sets and shoot-outs are left alone, but for straight sets of which one was
    lost.
    """
    text = facts.text
    for start in facts.figure_starts:
        score = _SCORE.match(text, start)
        outcome = _OUTCOME.search(text, max(0, start - _REACH), start) if score else None
        if score is None or outcome is None or _AFTER.match(text, score.end()):
            continue
        if _ELSEWHERE.intersection(outcome["between"].lower().split()) or not _fits_not(
            outcome["outcome"], score
        ):
            continue
        if text[max(0, outcome.start() - 1)].isdigit() or facts.article.sentence_at(start) is None:
            continue
        span = Span(outcome.start(), score.end())
        turned = f"{score['second']}{text[score.end('first')]}{score['first']}"
        place = Span(*score.span())
        won = outcome["outcome"] in _WON.split() and score["first"] != score["second"]
        yield Hit(
            span,
            f"‘{span.of(text)}’: the score does not fit the outcome",
            (replacement(place, turned, Applicability.SUGGESTION),) if won else (),
        )
    for match in _STRAIGHT.finditer(text):
        sentence = facts.article.sentence_at(match.start())
        sets = list(_SETS.finditer(text, *sentence.span)) if sentence else []
        winners = {one["first"] > one["second"] for one in sets}
        if _LEAST_SETS <= len(sets) <= _MOST_SETS and len(winners) > 1 and _adjoin(sets, text):
            span = Span(*match.span())
            told = Span(sets[0].start(), sets[-1].end())
            yield Hit(
                span,
                f"‘{span.of(text)}’ does not fit ‘{told.of(text)}’: a set was lost",
                (),
                (Related(told, "the sets"),),
            )


def _fits_not(outcome: str, score: re.Match[str]) -> bool:
    first, second = int(score["first"]), int(score["second"])
    if outcome in _DRAWN.split():
        return first != second
    return first == second or (outcome in _WON.split() and first < second)


def _adjoin(sets: Sequence[re.Match[str]], text: str) -> bool:
    """Whether the sets stand in one row: "7-5 6-7 6-3", "7-5, 6-7 and 6-3"."""
    gaps = (text[one.end() : other.start()] for one, other in pairwise(sets))
    return all(not gap.strip(" ,").removeprefix("and").strip() for gap in gaps)


CHECKS = (score_does_not_fit_outcome,)
