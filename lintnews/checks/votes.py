"""Votes whose figures do not agree with what is said of them: the majority, the outcome, unanimity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.needs import strings, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

_NUMBER = (
    r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)"
)
_TALLY = lazy(
    r"\b(?P<for>\d{1,4})(?P<unit> votes?)?(?: in favou?r)?(?: to | against | and |[-–])(?P<against>\d{1,4})"
    r"(?P<after> votes?| against| opposed)?\b(?![.,:/-]\d)"
)
_MAJORITY = lazy(
    r"\b(?:a|the) (?:majority|margin) of (?P<majority>\d{1,4})\b(?! votes? to| to \d|[.,:]\d| per|%)"
)
# What is done by a vote, before its tally.
_CARRIED = lazy(
    r"\b(?:approved|passed|adopted|accepted|ratified|endorsed|backed|confirmed|carried|elected)\b[^.;“”]{0,60}?"
    r"\b(?:by|with|on) (?:a vote of |an? \w+ vote of |a margin of )?\Z"
)
# What may stand between a tally and its majority.
_AT_ONCE = lazy(r"(?:,| –|,? (?:or|giving (?:it|him|her|them)|with|by))? ")
_NO_TALLY = lazy(
    r"\b(?:not|never|failed|fell|short|two-thirds|needed|required|quorum|despite|seats?|goals?|beat)\b"
)
_UNANIMOUS = lazy(r"\b[Uu]nanimous(?:ly)?\b")
_DISSENT = lazy(
    rf"\b(?:(?:with |by )?(?P<many>{_NUMBER})(?: of (?:them|its \w+))?(?: (?:members?|votes?|deputies"
    r"|lawmakers|senators|judges?|justices?|councillors?|[Mm][Pp]s?|delegates?|countries|states))?"
    r" (?:(?:who )?(?:vot(?:ing|ed)|dissent(?:ing|ed)) ?(?:against|for it|no)?|against|dissent(?:ing|ed)"
    r"|opposed)"
    rf"|\d{{1,4}} votes? to (?:{_NUMBER})|by [1-9]\d{0, 3}(?:-| to )[1-9]\d{0, 3}"
    rf"|with {_NUMBER} dissent(?:ing|s)?)\b"
)
_NOT_ALL = lazy(
    r"\b(?:not|no longer|almost|nearly|all but|far from|failed|without|instead|other|earlier|previous(?:ly)?"
    r"|rather"
    r"|un-?til|short of|if|would|must|require[sd]?|had to|but|although|while|whereas)\b"
)
_WORDS = ("unanimous", "unanimously", "Unanimous", "Unanimously")


@check(
    "NUM217",
    "vote-does-not-add-up",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the vote and what is said of it do not agree",
    needs=(
        words("majority margin approved passed adopted accepted ratified endorsed backed carried elected"),
    ),
    examples=(
        bad(
            "Deputies rejected the motion by 371 votes to 340, a majority of [[41]].",
            "Deputies rejected the motion by 371 votes to 340, a majority of [[31]].",
        ),
        bad("The senate approved the treaty by [[48 votes to 52]] on Friday."),
        fine("Deputies rejected the motion by 371 votes to 340, a majority of 31."),
        fine("The senate approved the treaty by 52 votes to 48, and the party has a majority of 12 there."),
    ),
)
def vote_does_not_add_up(facts: Facts) -> Iterator[Hit]:
    """A majority is the difference of the two sides, and what is approved has more votes for it than against.

    Only a tally in the same sentence is read.
    """
    for sentence, tally in _tallies(facts):
        text = sentence.of(facts.text)
        ayes, noes = int(tally["for"]), int(tally["against"])
        span = Span(sentence.start + tally.start(), sentence.start + tally.end())
        joint = _AT_ONCE.match(text, tally.end())
        stated = _MAJORITY.match(text, joint.end()) if joint else None
        if stated is not None:
            claimed = int(stated["majority"])
            if claimed not in (abs(ayes - noes), ayes, noes, ayes + noes):
                start = sentence.start + stated.start("majority")
                yield Hit(
                    figure := Span(start, start + len(stated["majority"])),
                    f"‘{stated.group()}’ does not follow from ‘{tally.group()}’: that is {abs(ayes - noes)}",
                    (replacement(figure, str(abs(ayes - noes)), Applicability.SUGGESTION),),
                    (Related(span, "the vote"),),
                )
        carried = _CARRIED.search(text, 0, tally.start())
        if (
            carried
            and ayes < noes
            and tally["unit"]
            and tally[0].find(" and ") < 0
            and not _NO_TALLY.search(text)
        ):
            one, other = Span(*tally.span("for")), Span(*tally.span("against"))
            at = sentence.start
            edits = (
                Edit(Span(at + one.start, at + one.end), tally["against"]),
                Edit(Span(at + other.start, at + other.end), tally["for"]),
            )
            verb = Span(at + carried.start(), at + carried.start() + len(carried.group().split()[0]))
            yield Hit(
                span,
                f"‘{verb.of(facts.text)}’ does not fit ‘{tally.group()}’: more were against it",
                (Fix(edits, Applicability.SUGGESTION, "swap the two figures"),),
                (Related(verb, "the outcome"),),
            )


def _tallies(facts: Facts) -> Iterator[tuple[Span, re.Match[str]]]:
    for match in facts.at_figures(_TALLY):
        sentence = facts.article.sentence_at(match.start())
        if sentence is not None and " " in match.group():
            span = sentence.span
            found = _TALLY.search(facts.text[span.start : span.end], match.start() - span.start)
            if found is not None and found.group() == match.group():
                yield span, found


@check(
    "NUM218",
    "unanimous-with-dissent",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="what has votes against it is not unanimous",
    needs=(strings("nanimous"),),
    examples=(
        bad("The law was passed [[unanimously]], by 210 votes to 75."),
        bad("The judges ruled [[unanimously]], with one dissenting."),
        fine(
            "The law was passed unanimously, by 210 votes to none. The lower house had adopted it by 9 to 7."
        ),
        fine("The vote was not unanimous: two members voted against it."),
    ),
)
def unanimous_with_dissent(facts: Facts) -> Iterator[Hit]:
    """Unanimous means that nobody voted against it: "passed unanimously, by 210 votes to 75"."""
    for match in _UNANIMOUS.finditer(facts.text):
        sentence = facts.article.sentence_at(match.start())
        if sentence is None:
            continue
        dissent = _DISSENT.search(facts.text, match.end(), sentence.span.end)
        if dissent is None or dissent.start() - match.end() > 60:
            continue
        if (
            _NOT_ALL.search(facts.text, sentence.span.start, dissent.end())
            or ";" in facts.text[match.end() : dissent.start()]
        ):
            continue
        here, there = Span(*match.span()), Span(*dissent.span())
        yield Hit(
            here,
            f"‘{match.group()}’ contradicts ‘{dissent.group()}’: not everybody was of one mind",
            (),
            (Related(there, "votes against it"),),
        )


CHECKS = (vote_does_not_add_up, unanimous_with_dissent)
