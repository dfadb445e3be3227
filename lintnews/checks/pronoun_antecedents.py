"""A pronoun whose sex nobody near it has: "Murat jumped from the balcony of her flat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.pronoun_reference import Reference, passage_of
from lintnews.facts.cast import PRONOUNS
from lintnews.facts.given_names import Sex
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.finding import Hit, Related, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts, Token

_OTHER = {
    "he": "she", "him": "her", "his": "her", "himself": "herself", "he's": "she’s", "he'd": "she’d",
    "he'll": "she’ll", "she": "he", "hers": "his", "herself": "himself", "she's": "he’s", "she'd": "he’d",
    "she'll": "he’ll",
}  # fmt: skip
# "his or her", "he/she": of nobody in particular.
_EITHER = frozenset("or / and/or".split())
_NOT = {Sex.HE: Sex.SHE, Sex.SHE: Sex.HE}


@check(
    "CNS403",
    "pronoun-of-other-sex",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the pronoun has another sex than everybody it can stand for",
    pivots=("tr", "zh", "ja", "fa", "es", "fr", "ru"),
    needs=(words(PRONOUNS),),
    examples=(
        bad(
            "Murat Demir leapt from the balcony of [[her]] flat. He broke an ankle.",
            "Murat Demir leapt from the balcony of his flat. He broke an ankle.",
        ),
        bad(
            "“My son works down there,” the farmer said. “My son is late. I will not go without [[her]].”",
            "“My son works down there,” the farmer said. “My son is late. I will not go without him.”",
        ),
        bad(
            "The envoy, Agnes Holm, called for calm. [[He]] ruled out talks with the rebels.",
            "The envoy, Agnes Holm, called for calm. She ruled out talks with the rebels.",
        ),
        bad(
            "The minister said she was tired. [[He]] left for the airport at noon.",
            "The minister said she was tired. She left for the airport at noon.",
        ),
        fine("Murat Demir met the owner. He jumped from the balcony of her flat."),
        fine(
            "Agnes Holm and her brother spoke. He ruled out talks. Each of the envoys lost his or her seat."
        ),
        fine("Murat Demir was on board when the ship lost her mast. His wife was not. She is at home."),
        fine("In her office, Agnes Holm greeted Murat Demir. “Paul told me,” he said. “She is here.”"),
    ),
)
def pronoun_of_other_sex(facts: Facts) -> Iterator[Hit]:
    """Where a language has one word for his and her, a machine guesses, and does so anew at each word.

    Reported where the paragraph and the one before it have nobody of the pronoun’s sex, and the nearest
    person before it is certainly of the other one, by title, noun, given name or other pronouns.
    """
    places = facts.word_index.places(PRONOUNS)
    reported: set[int] = set()
    for index in places:
        passage = passage_of(facts, index)
        if passage is None or _is_of_either(facts, index):
            continue
        others = [place for place in places if place not in reported]
        proof = Reference(facts, index, passage, others).disproof()
        if proof is not None:
            reported.add(index)
            yield _hit(facts, index, proof)


def _is_of_either(facts: Facts, index: int) -> bool:
    beside = facts.tokens[max(0, index - 2) : index + 3]
    return any(token.fold in _EITHER for token in beside)


def _hit(facts: Facts, index: int, proof: Token) -> Hit:
    token = facts.tokens[index]
    other = _OTHER.get(token.fold)
    if other is None:
        following = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
        has_noun = following is not None and following.is_word and following.fold not in FUNCTION_WORDS
        other = "his" if has_noun else "him"
    if token.text[0].isupper():
        other = other.capitalize()
    line = facts.article.line_of(proof.start)
    shown = (
        "is said of whoever is nearest"
        if proof.fold in PRONOUNS
        else f"is {_NOT[PRONOUNS[token.fold]].value}"
    )
    return Hit(
        token.span,
        f"‘{token.text}’ fits nobody near it: ‘{proof.text}’ in line {line} {shown}",
        (replacement(token.span, other),),
        (Related(proof.span, "of the other sex"),),
    )


CHECKS = (pronoun_of_other_sex,)
