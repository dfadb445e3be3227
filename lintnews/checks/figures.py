"""The same thing with two figures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.facts.claims import Claim, compatible
from lintnews.facts.dates import CALENDAR_WORDS
from lintnews.facts.quantities import Bound
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Time passes, or the scope is another one: two figures may both be right.
_APART = frozenset(
    "rose risen rising rise fell fallen increased increase climbed up down from earlier previous previously "
    "initially "
    "initial first later since former another additional further other others more each every per annually "
    "daily "
    "nationwide total totals altogether overall cumulative yesterday ago yearly last this average revised "
    "updated "
    "so until "
    "including among compared another currently now today date record".split()
)
_SOURCES = frozenset("according said says told claimed claims estimated estimates reported".split())
_SHARED = 3


@check(
    "NUM501",
    "headline-figure-differs",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="headline and text give two figures for one thing",
    needs=(given("claims"),),
    examples=(
        bad(
            "Bus crash kills [[12]] in Peru\n\nA bus crash in Peru killed 21 people on Sunday. The driver "
            "fled."
        ),
        bad(
            "Ferry fire leaves [[40 dead]]\n\nThe fire on the ferry left 14 people dead. Divers found the "
            "wreck."
        ),
        fine(
            "Bus crash kills 12 in Peru\n\nA bus crash in Peru killed at least 12 people. An earlier crash "
            "killed 21."
        ),
        fine("Fires kill 5\n\nA fire in Porto killed 3 people on Sunday. Another in Faro killed 2 people."),
    ),
)
def headline_figure_differs(facts: Facts) -> Iterator[Hit]:
    """A headline that counts other dead, injured or arrested than the text beneath it has a figure misread.

    Reported where the first paragraph counts the same thing otherwise, the text never gives the headline's
    figure, and neither place speaks of a rise, a second event or a sum.
    """
    head = [claim for claim in facts.claims if claim.is_casualty and _in_headline(facts, claim)]
    body = [claim for claim in facts.claims if claim.is_casualty and not _in_headline(facts, claim)]
    for claim in head:
        rivals = [other for other in body if other.key == claim.key]
        if not rivals or any(_may_agree(claim, rival) for rival in rivals):
            continue
        lede = rivals[0]
        if lede.sentence.block != _first_prose(facts) or (claim.words | lede.words) & _APART:
            continue
        figures = {
            quantity.value for quantity in facts.quantities if quantity.span.start > claim.sentence.span.end
        }
        if claim.quantity.value not in figures and claim.topic & lede.topic:
            yield _contradiction(facts, claim, lede, facts.text)


def _may_agree(head: Claim, rival: Claim) -> bool:
    # A headline may round "at least 14" down to "over 10", but nobody writes "at least 14" of 41.
    firm = rival.quantity if rival.quantity.bound is not Bound.AT_LEAST else rival.quantity.firm()
    return compatible(head.quantity, firm)


def _first_prose(facts: Facts) -> int:
    return next((index for index, block in enumerate(facts.article.blocks) if block.kind.is_prose), -1)


def _in_headline(facts: Facts, claim: Claim) -> bool:
    return facts.article.blocks[claim.sentence.block].kind is BlockKind.HEADLINE


def _contradiction(facts: Facts, claim: Claim, rival: Claim, text: str) -> Hit:
    span, other = claim.quantity.span, rival.quantity.span
    after = facts.tokens[claim.quantity.after - 1].end if claim.quantity.noun else span.end
    if (
        facts.tokens[claim.quantity.tokens.stop].fold in ("dead", "injured", "hurt")
        if claim.quantity.tokens.stop < len(facts.tokens)
        else False
    ):
        after = facts.tokens[claim.quantity.tokens.stop].end
    shown = span._replace(end=max(span.end, after))
    seen = other._replace(end=max(other.end, facts.tokens[rival.quantity.after - 1].end))
    return Hit(
        shown,
        f"‘{shown.of(text)}’ contradicts ‘{seen.of(text)}’ (line {facts.article.line_of(seen.start)}): "
        f"{_KINDS.get(claim.key, 'the same thing')}",
        (replacement(span, other.of(text), Applicability.SUGGESTION),),
        (Related(seen, "the other figure"),),
    )


_KINDS = {"dead": "the same dead", "hurt": "the same injured", "held": "the same arrests"}


@check(
    "NUM502",
    "same-thing-two-figures",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the same thing has two figures",
    needs=(given("claims"),),
    examples=(
        bad(
            "The landslide in Minas buried a school and killed 12 people on Monday. Rescuers left at "
            "dusk.\n\n"
            "The landslide in Minas, which killed [[19 people]] and buried the school, followed days of rain."
        ),
        bad(
            "The new stadium in Lagos will hold 45,000 spectators. Work begins soon.\n\nTickets cost "
            "little.\n\n"
            "The new stadium in Lagos, built to hold [[54,000 spectators]], has no roof."
        ),
        fine(
            "The landslide in Minas buried a school and killed 12 people on Monday.\n\n"
            "The death toll from the landslide in Minas, which buried a school, later rose to 19."
        ),
        fine(
            "The stadium in Lagos holds 45,000 spectators, the club said.\n\n"
            "The old stadium in Lagos held 54,000 spectators before the fire, and another held 9,000."
        ),
    ),
)
def same_thing_two_figures(facts: Facts) -> Iterator[Hit]:
    """One event or thing has one figure; a second one in the same words is a figure misread.

    Both sentences must speak of the same matter in several words and count the same noun; left alone where
    time passes, the scope differs, a bound is met, or each figure has a source of its own. The later one is
    reported.
    """
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        if not _in_headline(facts, claim):
            groups[claim.key, claim.quantity.noun if not claim.is_casualty else ""].append(claim)
    for claims in groups.values():
        if not 2 <= len(claims) <= _CROWD:
            continue
        for index, later in enumerate(claims):
            rival = next((one for one in claims[:index] if _same_thing(one, later)), None)
            if (
                rival
                and not _other_figures_differ(facts, rival, later)
                and sum(compatible(other.quantity, later.quantity) for other in claims) == 1
            ):
                yield _contradiction(facts, later, rival, facts.text)


# A noun that is counted more often than this in one article is counted in many different things.
_CROWD = 4


def _same_thing(one: Claim, later: Claim) -> bool:
    if one.sentence == later.sentence or compatible(one.quantity, later.quantity):
        return False
    if (one.words | later.words) & _APART or (one.words & _SOURCES and later.words & _SOURCES):
        return False
    if one.quantity.modifiers != later.quantity.modifiers and not one.is_casualty:
        return False
    if one.quantity.unit is not None or one.quantity.value < 5 or later.quantity.value < 5:
        return False
    # A name that stands in one of the sentences only may set the scope: a town, a team, a month.
    if (
        not later.names & one.names
        or later.names - one.names - CALENDAR_WORDS
        or one.names - later.names - CALENDAR_WORDS
    ):
        return False
    shared = one.topic & later.topic
    return len(shared) >= _SHARED and len(shared) * 2 >= min(len(one.topic), len(later.topic))


def _other_figures_differ(facts: Facts, one: Claim, later: Claim) -> bool:
    """Whether the sentences differ in further figures, and so speak of two things."""
    figures = []
    for claim in (one, later):
        others = facts.quantities_in(claim.sentence.span)
        figures.append({other.value for other in others if other is not claim.quantity})
    return bool(figures[0] and figures[1] and figures[0] != figures[1])


CHECKS = (headline_figure_differs, same_thing_two_figures)
