"""Shares of more than all there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Hit
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_OVER = lazy(
    r"(?<![\w.,-])(?P<share>(?:1\d[1-9]|1[1-9]\d|[2-9]\d\d)(?:\.\d+)?) ?(?:%|per ?cent) of (?:(?:the|all|its|"
    r"their|registered|eligible|"
    r"adult|local|surveyed|country['’]s|city['’]s) ){0,3}(?:population|voters?|votes?|respondents|residents|"
    r"electorate|"
    r"seats|patients|students|pupils|children|women|men|people|households|members|passengers|workers|"
    r"employees|"
    r"territory|area|land|districts)\b"
)


@check(
    "NUM203",
    "share-above-hundred",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="more than the whole",
    needs=(words("of"), given("figure_starts")),
    examples=(
        bad("Some [[140 per cent of voters]] backed the plan."),
        bad("The party won [[112% of the votes]] in the north."),
        fine("Some 40 per cent of voters backed the plan, and turnout rose 120%."),
        fine("Sales rose to 140% of the level of 2019; debt is 130% of output."),
    ),
)
def share_above_hundred(facts: Facts) -> Iterator[Hit]:
    """No more than a hundred per cent of the voters can vote: a figure was misread.

    Growth and ratios may pass a hundred; only shares of people, votes, seats and land are reported.
    """
    for match in facts.at_figures(_OVER, "%", "per cent", "percent"):
        if re.search(
            r"\b(?:by|to|equivalent|equal|capacity)\s(?:\w+ )?\Z",
            facts.text[max(0, match.start() - 24) : match.start()],
        ):
            continue
        span = Span(*match.span())
        yield Hit(span, f"‘{match.group()}’ is more than all there are")


CHECKS = (share_above_hundred,)
