"""Two that have changed places: A takes over B, and further on B takes over A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.needs import words
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.finding import Hit

# What one does to the other once, and never the other way round.
_VERBS = {
    form: base
    for base, forms in (
        ("take over", "takes take taking took taken"),
        ("acquire", "acquires acquire acquiring acquired"),
        ("buy", "buys buy buying bought"),
        ("swallow", "swallows swallow swallowing swallowed absorbs absorb absorbing absorbed"),
        ("sue", "sues sue suing sued"),
        ("succeed", "succeeds succeed succeeding succeeded"),
        ("replace", "replaces replace replacing replaced"),
    )
    for form in forms.split()
}
# Buying, acquiring and taking over are one thing here.
_SAME = {"acquire": "take over", "buy": "take over", "swallow": "take over"}
_BEFORE = frozenset(
    "is was are were has have had will would to wants plans intends agreed , which who group itself "
    "also now been"
    " being that could may announced hopes means".split()
)
_AFTER = frozenset(
    "over its his her the smaller larger rival competitor as president minister prime director mayor "
    "head coach chief"
    " executive out".split()
)
_PASSIVE = frozenset("is was are were be been being".split())
_PARTICIPLES = frozenset("taken acquired bought swallowed absorbed sued succeeded replaced".split())
_REACH = 6
_DENIED = frozenset("not never instead rather if whether should nor or and from".split())


class _Deed(NamedTuple):
    verb: str
    agent: str
    patient: str
    place: Span


@check(
    "CON225",
    "two-changed-places",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the two have changed places",
    needs=(words(_VERBS),),
    examples=(
        bad(
            "Holm Logistik takes over its smaller rival Nordfracht.\n\nIt rained.\n\n[[Nordfracht, "
            "which is taking over"
            " Holm]], has 5,500 employees."
        ),
        bad("Lindra sued Nordbank over a loan. The court sits in May. [[Nordbank sued Lindra]] in March."),
        fine(
            "Holm Logistik takes over its smaller rival Nordfracht.\n\nIt rained.\n\nNordfracht, which "
            "was taken over by"
            " Holm, has 5,500 employees."
        ),
        fine(
            "Holm Logistik wants to buy Nordfracht. Nordfracht did not buy Holm, and Berg bought "
            "shares of it."
        ),
    ),
)
def two_changed_places(facts: Facts) -> Iterator[Hit]:
    """Buyer and bought, plaintiff and defendant, the one who came and the one who went are exchanged.

    Languages that tell the two by endings are read by word order. Only deeds that are not done both ways are
    compared, and only where both names stand beside the verb; the later place is reported.
    """
    ends = {mention.tokens.stop: mention for mention in facts.names.mentions}
    starts = {mention.tokens.start: mention for mention in facts.names.mentions}
    deeds = [
        deed
        for place in facts.word_index.places(_VERBS)
        if (deed := _deed(facts, place, ends, starts)) is not None
    ]
    for index, deed in enumerate(deeds):
        other = next((one for one in deeds[:index] if _are_reversed(one, deed)), None)
        if other is not None:
            yield contradiction(facts, deed.place, other.place, "the two have changed places")


def _deed(
    facts: Facts, place: int, ends: Mapping[int, NameMention], starts: Mapping[int, NameMention]
) -> _Deed | None:
    tokens = facts.tokens
    verb = _VERBS[tokens[place].fold]
    if facts.article.quotation_at(tokens[place].start) is not None:
        return None
    following = tokens[place + 1].fold if place + 1 < len(tokens) else ""
    if verb == "take over" and tokens[place].fold.startswith("t") and following != "over":
        return None
    first = place
    while first > 0 and first not in ends and place - first <= _REACH and tokens[first - 1].fold in _BEFORE:
        first -= 1
    subject = ends.get(first)
    after = place + 1
    passive = tokens[place].fold in _PARTICIPLES and tokens[place - 1].fold in _PASSIVE
    by = passive
    while after < len(tokens) and after not in starts and after - place <= _REACH:
        fold = tokens[after].fold
        if fold == "by" and by:
            by = False
        elif fold not in _AFTER:
            return None
        after += 1
    thing = starts.get(after)
    if subject is None or thing is None or subject is thing or by:
        return None
    around = {token.fold for token in tokens[max(0, subject.tokens.start - 2) : after]}
    stop = thing.tokens.stop
    if around & _DENIED or (stop < len(tokens) and tokens[stop].fold in ("'s", "’s", "and", "shares")):
        return None
    names = (subject.text, thing.text) if not passive else (thing.text, subject.text)
    return _Deed(_SAME.get(verb, verb), *names, Span(subject.span.start, thing.span.end))


def _are_reversed(one: _Deed, other: _Deed) -> bool:
    return (
        one.verb == other.verb
        and _are_one(one.agent, other.patient)
        and _are_one(one.patient, other.agent)
        and not _are_one(one.agent, other.agent)
    )


def _are_one(name: str, other: str) -> bool:
    """Whether two names may be one: "Holm" and "Holm Logistik"."""
    one, two = name.casefold().split(), other.casefold().split()
    shorter, longer = sorted((one, two), key=len)
    return longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter


CHECKS = (two_changed_places,)
