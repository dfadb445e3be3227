"""A name behind the noun that it belongs before: "party offices Green Dawn"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, word_before
from lintnews.facts.name_kinds import NameKind
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.mentions import NameMention

# Kinds of group that bear names, and what belongs to a group.
_GROUPS = frozenset(
    "militia group party army company bank club team movement agency gang cartel firm union newspaper "
    "brigade battalion regiment faction organisation organization hotel airline university".split()
)
_BELONGINGS = frozenset(
    "bases positions offices camps headquarters strongholds sites targets buildings branches stores shops "
    "depots arsenals fortifications barracks factories plants warehouses accounts assets shares vehicles "
    "ships tankers planes aircraft tanks convoys planes trucks products flights".split()
)
_ENDS = frozenset(". , ; : ! ? ) in to at on after before from near for while when was were is are".split())


@check(
    "GRM112",
    "name-behind-its-noun",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="English has the name before what belongs to it, or ‘of’ between them",
    needs=(words(_BELONGINGS), words(_GROUPS)),
    examples=(
        bad(
            "Police searched [[party offices Green Dawn]] in Lyon.",
            "Police searched offices of the Green Dawn party in Lyon.",
        ),
        bad(
            "Rockets hit [[brigade positions Iron Wolf]] near the dam.",
            "Rockets hit positions of the Iron Wolf brigade near the dam.",
        ),
        fine("Police searched the party offices of Green Dawn, and the firm’s stores, Marks and Alder."),
        fine("The bank branches Hull and Leeds are shut. The company buildings House A and House B stand."),
    ),
)
def name_behind_its_noun(facts: Facts) -> Iterator[Hit]:
    """A compound left in the order of the other language: French, Russian and Arabic put the name last.

    Reported for a kind of group, a plural of what belongs to it, and one name of two words or more.
    """
    for index in facts.word_index.places(_BELONGINGS):
        group = word_before(facts, index)
        if group is None or group.fold not in _GROUPS or not group.text.islower():
            continue
        mention = next((m for m in facts.names.mentions if m.tokens.start == index + 1), None)
        if mention is None or not _stands_alone(facts, mention) or not is_prose(facts, index):
            continue
        thing = facts.tokens[index]
        span = Span(group.start, mention.span.end)
        name = mention.text
        yield Hit(
            span,
            f"‘{name}’ belongs before ‘{thing.text}’, or behind it with ‘of’",
            (
                replacement(span, f"{thing.text} of the {name} {group.text}"),
                replacement(span, f"{name} {group.text} {thing.text}"),
            ),
        )


def _stands_alone(facts: Facts, mention: NameMention) -> bool:
    after = facts.tokens[mention.tokens.stop] if mention.tokens.stop < len(facts.tokens) else None
    several = len(mention.tokens) > 1 and mention.kind in (NameKind.UNKNOWN, NameKind.ORGANISATION)
    return several and (after is None or after.fold in _ENDS)


CHECKS = (name_behind_its_noun,)
