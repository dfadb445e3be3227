"""States that exclude each other: dead and speaking, in custody and at large, resigned and in office."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.checks.contradictions import contradiction
from lintnews.facts.names import NameKind
from lintnews.needs import strings
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.finding import Hit

_DAY = r"on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class _Exclusion(NamedTuple):
    """What befell somebody, what cannot hold of them after it, and what would lead from one to the other."""

    event: re.Pattern[str]
    state: re.Pattern[str]
    way_out: re.Pattern[str]
    reason: str


# Characters after the second state in which the way out of the first may still be told.
_AFTERTHOUGHT = 60
_WHO = r",? (?:who )?(?:has |had )?"
_SO_FAR = r"[^.;“”]{0,60}?"
#: What an article must have of each before names are looked at.
_EVENTS = (
    "died", "shot dead", "killed", "murdered", "assassinated", "executed", "drowned", "arrested", "detained",
    "captured", "jailed", "custody", "resigned", "stepped down", "quit", "acquitted", "cleared", "exonerated",
)  # fmt: skip


_EXCLUSIONS = (
    _Exclusion(
        lazy(
            _WHO
            + r"(?:died|drowned|was (?:shot dead|killed|murdered|assassinated|executed))\b"
            + _SO_FAR
            + _DAY
        ),
        lazy(
            r"(?: also| then)? (?:said|told|added|denied|vowed|promised|warned|met|visited|flew|spoke|voted)"
            rf"\b[^.;]{{0,40}}?\b{_DAY}"
        ),
        lazy(
            r"\b(?:before|hours earlier|last words|recording|recorded|had (?:said|told)|survived|rumou?rs?)\b"
        ),
        "the dead do not speak",
    ),
    _Exclusion(
        lazy(
            _WHO
            + r"(?:been |was |is )?(?:arrested|detained|captured|jailed|taken into custody)\b"
            + _SO_FAR
            + _DAY
        ),
        lazy(r"(?:,? who)? (?:is|remains|is still) (?:at large|on the run|a fugitive|in hiding)\b"),
        lazy(r"\b(?:escap\w+|releas\w+|freed|bail|fled|broke out|let go)\b"),
        "in custody",
    ),
    _Exclusion(
        lazy(_WHO + r"(?:resigned|stepped down|quit)\b" + _SO_FAR + _DAY),
        lazy(
            r" (?:remains|is still|will remain|stays|will stay) (?:in office|at the helm|in the post"
            r"|in charge)\b"
        ),
        lazy(
            r"\b(?:until|successor|caretaker|acting|interim|withdr\w+|reinstat\w+|refus\w+|return\w*"
            r"|effect)\b"
        ),
        "no longer in office",
    ),
    _Exclusion(
        lazy(_WHO + r"(?:was |been )(?:acquitted|cleared|exonerated)\b" + _SO_FAR + _DAY),
        lazy(_WHO + r"(?:was |been )(?:convicted|found guilty|sentenced)\b" + _SO_FAR + _DAY),
        lazy(r"\b(?:but|other|appeal\w*|retrial|overturn\w*|counts?|earlier|previously|remaining)\b"),
        "acquitted and convicted",
    ),
)


@check(
    "CON204",
    "states-that-exclude-each-other",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="both cannot hold of one person",
    needs=(strings(*_EVENTS),),
    examples=(
        bad(
            "The painter Lena Brandt died in Graz on Monday. She was 81.\n\nHer work hangs in Oslo.\n\n“Art "
            "is patience,” Brandt [[told reporters on Tuesday]]."
        ),
        bad(
            "Police said Jonas Keel was arrested at the ferry port on Friday.\n\nHe is 30.\n\nKeel "
            "[[remains at large]], and residents keep their doors locked."
        ),
        fine(
            "Police said Jonas Keel was arrested on Friday.\n\nHe escaped through a window.\n\nKeel remains "
            "at large, and residents keep their doors locked."
        ),
        fine(
            "The painter Lena Brandt died on Tuesday. She was 81.\n\n“Art is patience,” Brandt told "
            "reporters on Monday."
        ),
    ),
)
def states_that_exclude_each_other(facts: Facts) -> Iterator[Hit]:
    """Somebody died on Monday and speaks on Tuesday, was arrested and remains at large.

    The wrong person is made the subject where a language leaves it out. Left alone where the article tells
    how one state led to the other, or does not say the day.
    """
    if not any(event in facts.text for event in _EVENTS):
        return
    people: dict[str, list[NameMention]] = {}
    for mention in facts.names.mentions:
        if mention.kind in (NameKind.PERSON, NameKind.UNKNOWN):
            people.setdefault(mention.text.split()[-1].casefold(), []).append(mention)
    for exclusion in _EXCLUSIONS:
        for mentions in people.values():
            yield from _clash(facts, mentions, exclusion)


def _clash(facts: Facts, mentions: list[NameMention], exclusion: _Exclusion) -> Iterator[Hit]:
    text = facts.text
    event: re.Match[str] | None = None
    for mention in mentions:
        if event is None:
            event = exclusion.event.match(text, mention.span.end)
            continue
        state = exclusion.state.match(text, mention.span.end)
        if state is None or _days_on(event.group(), state.group()) < 0:
            continue
        if not exclusion.way_out.search(text, event.start(), state.end() + _AFTERTHOUGHT):
            yield contradiction(facts, _words(state), _words(event), exclusion.reason)
        return


def _words(match: re.Match[str]) -> Span:
    """Return what a pattern matched without the blank or comma before it."""
    return Span(match.end() - len(match.group().lstrip(", ")), match.end())


def _days_on(event: str, state: str) -> int:
    """Return how many days of one week the state is after the event; 0 where either names no day."""
    days = [next((_DAYS.index(day) for day in _DAYS if day in words), None) for words in (event, state)]
    return 0 if days[0] is None or days[1] is None else days[1] - days[0]


CHECKS = (states_that_exclude_each_other,)
