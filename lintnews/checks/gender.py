"""One person who is he in one sentence and she in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.given_names import Sex
from lintnews.facts.people import Ground
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.needs import given, words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.people import Person, SexEvidence

# "Her" before a noun is meant: an object "her" is no evidence.
_PAIRS = (
    "he/she his/her himself/herself mr/ms mr./ms. actor/actress spokesman/spokeswoman chairman/chairwoman "
    "businessman/businesswoman congressman/congresswoman"
)
# So far back may the person stand whom a pronoun means, in characters.
_REACH = 600
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
    needs=(given("people"),),
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
        evidence = [item for item in person.evidence if not _is_of_another(facts, item)]
        told = {sex: [item for item in evidence if item.sex is sex] for sex in Sex}
        if all(told.values()) and not all(_has_title(side) for side in told.values()):
            hit = _hit(facts, person, *_sides(told[Sex.HE], told[Sex.SHE]))
            if hit is not None:
                yield hit


def _is_of_another(facts: Facts, item: SexEvidence) -> bool:
    """Whether a pronoun may be somebody’s of whom the paragraph speaks before: "Jack was twice her age"."""
    block = facts.article.block_at(item.span.start)
    if item.ground is not Ground.PRONOUN or block is None:
        return False
    start = max(block.span.start, item.span.start - _REACH)
    return facts.cast.speaks_of(item.sex, facts.token_range(Span(start, item.span.start)))


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


# Nouns for one sex, before "in his forties".
_MEN = frozenset(
    "man men boy boys father husband policeman businessman grandfather brother son gentleman".split()
)
_WOMEN = frozenset(
    "woman women girl girls mother wife policewoman businesswoman grandmother sister daughter actress".split()
)
_DECADES = frozenset(
    "teens twenties thirties forties fifties sixties seventies eighties nineties 20s 30s 40s 50s 60s 70s 80s "
    "90s".split()
)
_PARTS = frozenset("early mid late".split())


@check(
    "CNS402",
    "man-in-her-forties",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the noun and the pronoun do not go together",
    pivots=("ja", "zh", "ko"),
    needs=(words(_DECADES, "himself herself"),),
    examples=(
        bad(
            "Police held a man in [[her]] forties.",
            "Police held a man in [[his]] forties.",
        ),
        bad(
            "A woman in [[his]] late 30s was hurt; she told [[himself]] to run.",
            "A woman in [[her]] late 30s was hurt; she told [[herself]] to run.",
        ),
        fine("A man in his forties and a woman in her 30s met. He asked if she or he himself should go."),
        fine("The man found her in her thirties; she let him himself decide."),
    ),
)
def man_in_her_forties(facts: Facts) -> Iterator[Hit]:
    """Languages that say “a forties man” have no pronoun there, and a system has to guess one.

    The same for himself and herself right after he or she.
    """
    places = facts.vocabulary.places
    for pronoun in ("his", "her"):
        for index in places.get(pronoun, ()):
            noun = _noun_before(facts, index)
            if noun is not None and _is_decade(facts, index + 1) and (noun in _MEN) != (pronoun == "his"):
                yield _swap(facts, index, f"‘{noun}’")
    for reflexive, other in (("himself", "she"), ("herself", "he")):
        for index in places.get(reflexive, ()):
            before = facts.tokens[max(0, index - 2) : index]
            if len(before) == 2 and before[0].fold == other and before[1].is_word:
                yield _swap(facts, index, f"‘{before[0].text}’")


def _noun_before(facts: Facts, pronoun: int) -> str | None:
    """Return the noun in "woman in her", "woman, 38, in her"; None where there is none for one sex."""
    place = pronoun - 1
    if place < 1 or facts.tokens[place].fold != "in":
        return None
    place -= 1
    while place > 0 and (facts.tokens[place].fold in {",", "aged"} or facts.tokens[place].text.isdigit()):
        place -= 1
    fold = facts.tokens[place].fold
    return fold if fold in _MEN or fold in _WOMEN else None


def _is_decade(facts: Facts, index: int) -> bool:
    following = [token.fold for token in facts.tokens[index : index + 3] if token.text != "-"]
    if following and following[0] in _PARTS:
        following = following[1:]
    return bool(following) and following[0].removeprefix("mid-") in _DECADES


def _swap(facts: Facts, index: int, noun: str) -> Hit:
    token = facts.tokens[index]
    fix = Fix((Edit(token.span, _OTHER[token.fold]),), Applicability.UNSAFE)
    return Hit(token.span, f"‘{token.text}’ does not go with {noun}", (fix,))


CHECKS = (person_changes_sex, man_in_her_forties)
