"""States that exclude each other: dead and speaking, in custody and at large, over and going on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.exclusions import Exclusion, Told
from lintnews.facts.exclusions_of_people import PEOPLE
from lintnews.facts.exclusions_of_things import THINGS
from lintnews.facts.names import NameKind
from lintnews.needs import strings
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.finding import Hit

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# Characters after the second state in which the way out of the first may still be told.
_AFTERTHOUGHT = 60
# Characters before an object in which its verb may stand.
_LOOK_BACK = 80
# Somebody may say so, or want it so; then the text itself does not.
_UNREAL = lazy(
    r"\b(?:if|unless|whether|would|could|might|may|not|never|no longer|deni(?:ed|es)|claim(?:ed|s)"
    r"|alleged\w*|rumou?rs?"
    r"|reportedly|feared|falsely|wrongly|had been|almost|nearly|attempt\w*|hop\w+|want\w*|call(?:ed|s|ing)"
    r" (?:for|on)"
    r"|demand\w*|threaten\w*|after being)\b"
)


# What between the two sentences brings a thing back into its former state, or is a second thing.
_TURNED = lazy(
    r"\b(?:resum\w+|reopen\w*|restart\w*|re-open\w*|another|a second|a new|reviv\w+|began again|anew)\b"
)
_NOUNS = {
    row.nouns: lazy(rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Aa]) (?:[\w’'-]+ ){{0,3}}?(?P<noun>{row.nouns})\b")
    for row in THINGS
}


class _Place(NamedTuple):
    """Words that tell an event or a state, the subject left out, and the sentence where they stand."""

    words: Span
    sentence: Span


@check(
    "CON204",
    "states-that-exclude-each-other",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="both cannot hold of one person",
    needs=(strings(*sorted({event for row in PEOPLE for event in row.events})),),
    examples=(
        bad(
            "The painter Lena Brandt died in Graz on Monday. She was 81.\n\nHer work hangs in Oslo.\n\n“Art "
            "is patience,” Brandt [[told reporters on Tuesday]]."
        ),
        bad(
            "Police said Jonas Keel was arrested at the ferry port on Friday.\n\nHe is 30.\n\nKeel "
            "[[remains at large]], and residents keep their doors locked."
        ),
        bad(
            "Police arrested the driver Jonas Keel in Vasso.\n\nHe is 30.\n\nKeel [[is still on the run]], "
            "and a reward is offered."
        ),
        bad(
            "Mayor Ada Holm resigned on Tuesday, her office said.\n\nThe council met.\n\n[[“I will not "
            "resign,”]] Holm said on Wednesday."
        ),
        bad("Jonas Keel pleaded guilty on Monday.\n\nHe is 30. Keel [[has always denied the charges]]."),
        bad("Ada Holm won Sunday’s election.\n\nIt rained. Holm [[conceded defeat]] at midnight."),
        bad("The founder, Uwe Keel, who died in 2016, [[called]] the offer a good one on Monday."),
        bad(
            "Uwe Keel died of a heart attack in May 2016. Keel [[said on Thursday]] that the offer was fair.",
            None,
        ),
        fine(
            "The founder, Uwe Keel, who died in 2016, once called such offers a theft. Uwe Keel died "
            "in 2016, he said on Monday."
        ),
        fine(
            "Police said Jonas Keel was arrested on Friday.\n\nHe escaped through a window.\n\nKeel remains "
            "at large, and residents keep their doors locked."
        ),
        fine(
            "The painter Lena Brandt died on Tuesday. She was 81.\n\n“Art is patience,” Brandt told "
            "reporters on Monday."
        ),
        fine(
            "Ada Holm refused to speak to the press on Monday. On Tuesday Holm told reporters that she had "
            "been ill. Her rival Ole Keel won the election; Holm conceded defeat."
        ),
    ),
)
def states_that_exclude_each_other(facts: Facts) -> Iterator[Hit]:
    """Somebody died on Monday and speaks on Tuesday, was arrested and remains at large.

    The wrong person is made the subject where a language leaves it out. Left alone where the article tells
    how one state led to the other, where two people bear the name, and where the state may be an earlier one.
    """
    rows = [row for row in PEOPLE if any(event in facts.text for event in row.events)]
    if not rows:
        return
    by_surname: defaultdict[str, list[NameMention]] = defaultdict(list)
    for mention in facts.names.mentions:
        if mention.kind in (NameKind.PERSON, NameKind.UNKNOWN):
            by_surname[mention.text.split()[-1].casefold()].append(mention)
    for mentions in by_surname.values():
        full = {mention.text.casefold() for mention in mentions if " " in mention.text}
        if len(full) > 1:
            continue  # two of one family
        places = [mention.span for mention in mentions]
        for row in rows:
            yield from _clash(facts, places, row)


@check(
    "CON215",
    "thing-in-two-states",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="both cannot hold of one thing",
    needs=(strings(*sorted({event for row in THINGS for event in row.events})),),
    examples=(
        bad(
            "The strike ended on Monday with a deal.\n\nTrains ran late.\n\nThe strike [[goes on]], the"
            " union said."
        ),
        bad("The senate rejected the climate bill on Monday.\n\nThe bill [[now goes to the president]]."),
        bad(
            "The president opened the dam on Sunday.\n\nThe dam, [[which has not yet been completed]], is"
            " high."
        ),
        fine("The strike ended on Monday.\n\nAnother strike, of pilots, goes on."),
        fine("The senate rejected the bill in March. The bill, amended, now goes to the president."),
    ),
)
def thing_in_two_states(facts: Facts) -> Iterator[Hit]:
    """A strike that has ended and goes on, a bill that was rejected and becomes law, a shut road is open.

    Only things of which the article seems to have one are compared ("the strike"), and only with what is told
    of them in the present. Left alone where time, part or condition would let both hold.
    """
    for row in THINGS:
        if not any(event in facts.text for event in row.events):
            continue
        found = _NOUNS[row.nouns]
        by_noun: defaultdict[str, list[Span]] = defaultdict(list)
        for match in found.finditer(facts.text):
            by_noun[match["noun"]].append(Span(*match.span("noun")))
        for places in by_noun.values():
            yield from _clash(facts, places, row)


def _clash(facts: Facts, subjects: list[Span], row: Exclusion) -> Iterator[Hit]:
    """Yield the first state that an event before it rules out."""
    event: _Place | None = None
    for subject in subjects:
        if event is not None:
            state = _told(facts, subject, row.state)
            if state and _excludes(facts, event, state, row):
                yield contradiction(facts, state.words, event.words, row.reason)
                return
        if event is None:
            event = _told(facts, subject, row.event)
            if event is not None and _UNREAL.search(facts.text, event.sentence.start, event.sentence.end):
                event = None
            state = _in_one_breath(facts, subject, event, row) if event else None
            if event and state and _excludes(facts, event, state, row):
                yield contradiction(facts, state.words, event.words, row.reason)
                return


def _in_one_breath(facts: Facts, subject: Span, event: _Place, row: Exclusion) -> _Place | None:
    """Return the state in the event's sentence: "Keel, who was arrested on Friday, is still on the run"."""
    end = max(subject.end, event.words.end)
    comma = facts.text.find(",", end, end + _AFTERTHOUGHT)
    for place in (end, comma + 1) if comma >= 0 else (end,):
        state = _told(facts, Span(subject.start, place), Told(row.state.behind))
        if state is not None:
            return state
    return None


def _told(facts: Facts, subject: Span, told: Told) -> _Place | None:
    """Return where something is told of a subject: right behind it, or with it as the object."""
    text = facts.text
    match = told.behind.match(text, subject.end) if told.behind else None
    if match is None and told.before is not None:
        match = told.before.search(text, max(0, subject.start - _LOOK_BACK), subject.start)
    if match is None:
        return None
    sentence = facts.article.sentence_at(subject.start)
    words = match.group().strip(", ")
    start = match.start() + match.group().index(words)
    if match.end() == subject.start and not words.startswith(("“", '"')):
        words = text[start : subject.end]  # the verb with its object
    quoted = facts.article.quotation_at(start)
    if sentence is None or not (sentence.span.start <= start < sentence.span.end):
        return None
    if quoted is not None and not words.startswith(("“", '"')):
        return None
    return _Place(Span(start, start + len(words)), sentence.span)


def _excludes(facts: Facts, event: _Place, state: _Place, row: Exclusion) -> bool:
    if event.words.start <= state.words.start < event.words.end:
        return False
    days = [
        next((day for day in _DAYS if day in place.sentence.of(facts.text)), None) for place in (event, state)
    ]
    if days[0] and days[1] and days[0] != days[1]:  # noqa: SIM102 - the two questions are two
        if row.same_day or _DAYS.index(days[1]) < _DAYS.index(days[0]):
            return False
    if _UNREAL.search(facts.text, state.sentence.start, state.words.start):
        return False
    first, last = min(event.sentence.start, state.sentence.start), max(event.words.end, state.words.end)
    if not row.nouns:
        return not row.way_out.search(facts.text, first, last + _AFTERTHOUGHT)
    told = (_clause(facts, place) for place in (event, state))
    return not (
        any(row.way_out.search(facts.text, *clause) for clause in told)
        or _TURNED.search(facts.text, first, last + _AFTERTHOUGHT)
    )


def _clause(facts: Facts, place: _Place) -> Span:
    """Return the sentence up to the comma after the words in question."""
    comma = facts.text.find(",", place.words.end, place.sentence.end)
    return Span(place.sentence.start, place.sentence.end if comma < 0 else comma)


CHECKS = (states_that_exclude_each_other, thing_in_two_states)
