"""Shares of more than all there is, alone or together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Hit, Related
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.facts.quantities import Quantity

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


_SHARE = r"(?P<{}>\d{{1,2}}(?:\.\d+)?) ?(?:%|per ?cent\b)"
_BALLOT = lazy(
    _SHARE.format("first")
    + r" of (?:the |all )?(?:valid )?(?:votes?|ballots?)\b(?: cast)?,? (?:to|against|compared (?:to|with)) "
    + r"(?:(?!from\b)[A-Za-zÀ-ž’'.-]+ ){0,6}?"
    + _SHARE.format("second")
)
# Answers of which one person gives one.
_ANSWERS = (
    lazy(r"\b(?:in favou?r|supported (?:it|the)|support(?:s|ed)? (?:it|the)|for it|approved?)\b"),
    lazy(r"\b(?:against|opposed?|rejected?|disapproved?)\b"),
    lazy(r"\b(?:undecided|unsure|no opinion|did not know|don['’]t know|abstained)\b"),
)
_CHANGE = lazy(
    r"\b(?:from|rose|fell|up|down|previous(?:ly)?|earlier|ago|last|increased|compared|level|respectively|among|while"
    r" only|than)\b|;"
)
_ROUNDING = 1.5
_ANSWER_REACH = 45


@check(
    "NUM207",
    "shares-exceed-hundred",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="together the shares are more than the whole",
    needs=(words("% percent cent"), given("figure_starts")),
    examples=(
        bad("Holm won with 53.4 per cent of the vote to [[48.1 per cent]] for Brandt."),
        bad("In a survey 58 percent were against the dam and 32 percent in favour, while [[18 "
            "percent]] were undecided."),
        fine("Holm won with 53.4 per cent of the vote to 46.6 per cent for Brandt, up from 48 per cent."),
        fine("Some 58 percent were against the dam, 62 percent in favour of a bridge; 40 percent were "
            "undecided."),
        fine("In May 58 percent were against it; from 32 percent, those in favour rose to 52 percent."),
    ),
)  # fmt: skip
def shares_exceed_hundred(facts: Facts) -> Iterator[Hit]:
    """Of one vote or survey the shares that exclude each other cannot make more than a hundred per cent.

    Read are "53 per cent of the vote to 46", and answers for, against and undecided in one sentence.
    """
    text = facts.text
    for match in facts.at_figures(_BALLOT, "%", "per cent", "percent"):
        total = float(match["first"]) + float(match["second"])
        if total > 100 + _ROUNDING / 2 and "." not in match.group().replace(match["first"], "").replace(
            match["second"], ""
        ):
            place = Span(match.start("second"), match.end())
            yield _too_much(facts, place, Span(match.start(), match.end("first")), total)
    for undecided in _ANSWERS[2].finditer(text):
        sentence = facts.article.sentence_at(undecided.start())
        if sentence is None or _CHANGE.search(text, *sentence.span):
            continue
        shares = [
            share
            for share in facts.quantities_in(sentence.span)
            if share.unit is not None and share.unit.name == "%" and share.numeral.upper is None
        ]
        if not shares:
            continue
        told = [
            _answer(text, share.span.end, end)
            for share, end in zip(shares, _ends(shares, sentence), strict=True)
        ]
        total = sum(share.value for share in shares)
        if sorted(told) == [0, 1, 2] and total > 100 + _ROUNDING:
            yield _too_much(facts, shares[-1].span, shares[0].span, total)


def _ends(shares: Sequence[Quantity], sentence: Sentence) -> list[int]:
    return [*(share.span.start for share in shares[1:]), sentence.span.end]


def _answer(text: str, start: int, end: int) -> int:
    """Return which of the answers the words behind a share name, -1 where not exactly one."""
    found = [
        number
        for number, answer in enumerate(_ANSWERS)
        if answer.search(text, start, min(end, start + _ANSWER_REACH))
    ]
    return found[0] if len(found) == 1 else -1


def _too_much(facts: Facts, here: Span, there: Span, total: float) -> Hit:
    return Hit(
        here,
        f"‘{here.of(facts.text)}’ does not fit ‘{there.of(facts.text)}’: together they make "
        f"{total:.4g} per cent",
        (),
        (Related(there, f"together {total:.4g} per cent"),),
    )


CHECKS = (share_above_hundred, shares_exceed_hundred)
