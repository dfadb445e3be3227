"""One name spelt two ways: transliterated twice, misspelt, with and without its accents, turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.minority import form_hit
from lintnews.facts.name_forms import without_accents
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_pairs import Bond
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.mentions import NameMention
    from lintnews.facts.name_forms import NameForm


def _spelt_otherwise(facts: Facts, usual: NameForm, other: NameForm, why: str) -> Hit:
    counts = (
        f"the rarer form ({other.count} against {usual.count})"
        if other.count < usual.count
        else "the later of the two"
    )
    return form_hit(
        facts,
        [place.span for place in other.places],
        usual.text,
        usual.places[0].span,
        f"{why}, and this is {counts}",
    )


@check(
    "CNS101",
    "name-spelt-two-ways",
    mqm="terminology/inconsistent-use-of-terminology",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a name is spelt in two ways",
    needs=(given("name_pairs"),),
    examples=(
        bad(
            "Governor Yusuf Bukarti opened the bridge. Later [[Bukerti]] left by car.",
            "Governor Yusuf Bukarti opened the bridge. Later [[Bukarti]] left by car.",
        ),
        bad(
            "The pilot, Andrey Vasnetsov, was unhurt. The airline praised [[Andrei]] Vasnetsov.",
            "The pilot, Andrey Vasnetsov, was unhurt. The airline praised [[Andrey]] Vasnetsov.",
        ),
        bad(
            "Fighting went on in Zarechnaya. Two houses burnt in [[Zarechnaia]]. Zarechnaya is empty.",
            "Fighting went on in Zarechnaya. Two houses burnt in [[Zarechnaya]]. Zarechnaya is empty.",
        ),
        fine("Trade with Iran fell. Iraq took more. Iranian ships stayed. Hunan paid less. Henan paid more."),
        fine("Ivan Petrov swam. His wife, Olga Petrova, came second. The Petrovs cheered."),
        fine("Takeo Yamada runs the mill. Hisashi Oyamada owns it."),
    ),
)  # fmt: skip
def name_spelt_two_ways(facts: Facts) -> Iterator[Hit]:
    """A name from another script has no fixed spelling, and each sentence translated alone spells it anew.

    Two spellings are taken for one name where the rest of the name is the same, where one of them is a
    surname that nobody was introduced with, or where both are rare, sound alike and stand alone. Names that
    everybody knows, men and women of one surname, adjectives and two names in one sentence are left alone.
    """
    told: set[str] = set()
    for pair in facts.name_pairs:
        if pair.other.text not in told:
            told.add(pair.other.text)
            yield _spelt_otherwise(facts, pair.usual, pair.other, _WHY[pair.bond])


_WHY = {
    Bond.SAME_NAME: "the rest of the name is the same",
    Bond.NEVER_INTRODUCED: "the article introduces only one of them",
    Bond.ALIKE: "they sound alike",
}


@check(
    "CNS102",
    "accent-dropped",
    mqm="linguistic-conventions/spelling",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="a name has its accents in one place and not in another",
    needs=(given("has_accents"), given("name_forms")),
    examples=(
        bad(
            "Snow fell on Skarðsheiði. Roads near [[Skardsheidi]] closed.",
            "Snow fell on Skarðsheiði. Roads near [[Skarðsheiði]] closed.",
        ),
        bad(
            "Željko Vuković won. The crowd sang for [[Vukovic]], and Vuković waved.",
            "Željko Vuković won. The crowd sang for [[Vuković]], and Vuković waved.",
        ),
        fine("Beyoncé sang first, and Gómez danced. Selena Gomez did not come with Pedro Gómez."),
    ),
)
def accent_dropped(facts: Facts) -> Iterator[Hit]:
    """A name keeps its accents or drops them, but not both in one article.

    The rarer form is reported; of two as frequent, the one without accents. Two people of one surname may
    write it differently, so that a full name with its own spelling is left alone.
    """
    forms: dict[str, list[NameForm]] = {}
    for form in facts.name_forms.values():
        forms.setdefault(without_accents(form.text), []).append(form)
    for spellings in forms.values():
        if len({_plain_case(form.text) for form in spellings}) < 2:
            continue
        usual = max(spellings, key=lambda form: (form.count, not form.text.isascii()))
        for other in spellings:
            if _plain_case(other.text) != _plain_case(usual.text) and not _are_two_people(usual, other):
                yield _spelt_otherwise(facts, usual, other, "an accent is lost or added")


def _plain_case(form: str) -> str:
    return form.casefold().replace("’", "'")


def _are_two_people(usual: NameForm, other: NameForm) -> bool:
    """Whether both spellings come in full names, and never in the same one."""
    full = [
        {
            (without_accents(place.before), without_accents(place.after))
            for place in form.places
            if not place.is_bare
        }
        for form in (usual, other)
    ]
    return all(full) and not full[0] & full[1]


@check(
    "CNS103",
    "name-turned-round",
    mqm="terminology/inconsistent-use-of-terminology",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="surname and given name have changed places",
    examples=(
        bad(
            "Coach Haruto Minagawa resigned. The club thanked [[Minagawa Haruto]].",
            "Coach Haruto Minagawa resigned. The club thanked [[Haruto Minagawa]].",
        ),
        bad(
            "Zhou Lingfei sold the firm. Zhou Lingfei is 50. [[Lingfei Zhou]] said nothing.",
            "Zhou Lingfei sold the firm. Zhou Lingfei is 50. [[Zhou Lingfei]] said nothing.",
        ),
        fine("Thomas James coached them. James Thomas, a cousin, sold tickets; PMC Orion and Orion PMC won."),
    ),
)  # fmt: skip
def name_turned_round(facts: Facts) -> Iterator[Hit]:
    """A Chinese, Japanese or Korean name has its surname first; a system turns it round in one sentence only.

    Left alone are two names both of which are given names, for those may be two people.
    """
    orders: dict[tuple[str, ...], list[NameMention]] = {}
    for mention in facts.names.mentions:
        words = tuple(mention.text.casefold().split())
        if any(word.isupper() and len(word) > 1 for word in mention.text.split()):
            continue  # an acronym may stand on either side: "PMC Orion"
        if len(words) == 2 and words[0] != words[1] and mention.kind in (NameKind.PERSON, NameKind.UNKNOWN):
            orders.setdefault(words, []).append(mention)
    for words, mentions in orders.items():
        turned = orders.get(words[::-1])
        if turned and _is_the_less_usual(mentions, turned) and not _are_both_given(facts, words):
            yield _turned(facts, mentions, turned[0])


def _is_the_less_usual(mentions: list[NameMention], turned: list[NameMention]) -> bool:
    return (len(mentions), -mentions[0].span.start) < (len(turned), -turned[0].span.start)


def _are_both_given(facts: Facts, words: tuple[str, ...]) -> bool:
    return all(facts.words.zipf(word) > 3.5 or facts.words.known(word) for word in words)


def _turned(facts: Facts, mentions: list[NameMention], usual: NameMention) -> Hit:
    first = mentions[0]
    line = facts.article.line_of(usual.span.start)
    why = "surname and given name have changed places"
    message = f"‘{first.text}’ is ‘{usual.text}’ elsewhere (line {line}): {why}"
    fix = Fix(tuple(Edit(mention.span, usual.text) for mention in mentions), Applicability.UNSAFE)
    return Hit(first.span, message, (fix,), (Related(usual.span, "the other order"),))


CHECKS = (name_spelt_two_ways, accent_dropped, name_turned_round)
