"""One person who is he in one sentence and she in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.people import Ground, Sex
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.people import Person, SexEvidence

# "Her" before a noun is meant: an object "her" is no evidence.
_PAIRS = (
    "he/she his/her himself/herself mr/ms mr./ms. actor/actress spokesman/spokeswoman chairman/chairwoman "
    "businessman/businesswoman congressman/congresswoman"
)
_OTHER = {"mrs": "mr", "mrs.": "mr.", "miss": "mr"}
for _pair in _PAIRS.split():
    _his, _hers = _pair.split("/")
    _OTHER |= {_his: _hers, _hers: _his}


@check(
    "CNS401",
    "person-changes-sex",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one person is a man in one sentence and a woman in another",
    pivots=("zh", "tr", "fa", "ja", "ha", "is"),
    examples=(
        bad(
            "Mr Halvari runs the mill. Halvari said that [[she]] would sell it.",
            "Mr Halvari runs the mill. Halvari said that [[he]] would sell it.",
        ),
        bad(
            "Nancy Lundqvist won the race. [[He]] trained in the hills.",
            "Nancy Lundqvist won the race. [[She]] trained in the hills.",
        ),
        fine("Mr Halvari runs the mill. Ms Halvari keeps the books. She is the sister of Ole Halvari."),
        fine("Nancy Lundqvist thanked her coach. He lives in the hills now. Lundqvist met Tom Berg."),
        fine("Prime Minister Ada Holm spoke to the widow. Her husband had died. Holm said she would help."),
    ),
)  # fmt: skip
def person_changes_sex(facts: Facts) -> Iterator[Hit]:
    """Chinese, Turkish and Persian do not tell he from she, and a system guesses anew in each sentence.

    Titles, nouns such as actress, and pronouns that can mean nobody else are held against one another; a
    given name counts where the world gives it to one sex only. Surnames that two people bear are left
    alone.
    """
    for person in facts.people:
        told = {sex: [item for item in person.evidence if item.sex is sex] for sex in Sex}
        if all(told.values()) and not all(_has_title(side) for side in told.values()):
            hit = _hit(facts, person, *_sides(told[Sex.HE], told[Sex.SHE]))
            if hit is not None:
                yield hit


def _sides(one: list[SexEvidence], other: list[SexEvidence]) -> tuple[list[SexEvidence], list[SexEvidence]]:
    """Return the side that stands and the one that is out of line.

    A name is never out of line; else the side with less weight is, or the one that comes later.
    """
    if all(item.ground is Ground.GIVEN_NAME for item in one):
        return one, other
    if all(item.ground is Ground.GIVEN_NAME for item in other):
        return other, one
    return (one, other) if _weight(one) >= _weight(other) else (other, one)


def _has_title(side: list[SexEvidence]) -> bool:
    """Whether a title or noun tells the sex: "Mr Berg" and "Mrs Berg" are a couple."""
    return any(item.ground in (Ground.TITLE, Ground.NOUN) for item in side)


def _weight(side: list[SexEvidence]) -> tuple[int, int]:
    return sum(item.ground.value for item in side), -side[0].span.start


def _hit(facts: Facts, person: Person, sure: list[SexEvidence], doubtful: list[SexEvidence]) -> Hit | None:
    text = facts.text
    edits = [
        Edit(item.span, _like(item.span.of(text), _OTHER[item.span.of(text).casefold()]))
        for item in doubtful
        if item.span.of(text).casefold() in _OTHER
    ]
    if not edits:
        return None
    proof = max(sure, key=lambda item: (item.ground.value, -item.span.start))
    line = facts.article.line_of(proof.span.start)
    here, there = edits[0].span.of(text), proof.span.of(text)
    message = f"‘{here}’ for {person.surname}, who is {proof.sex.value} by ‘{there}’ in line {line}"
    fix = Fix(tuple(edits), Applicability.UNSAFE)
    return Hit(edits[0].span, message, (fix,), (Related(proof.span, proof.sex.value),))


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[0].isupper() else new


CHECKS = (person_changes_sex,)
