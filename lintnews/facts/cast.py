"""Who is in a passage: everybody whom a "he" or "she" may stand for, with the sex that the article gives.

A figure is a name or a noun for one person. A noun that is a name's title, stands beside it or is said of it
("Ada Berg is the owner") is no figure of its own.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from enum import IntEnum
from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section
from lintnews.facts.given_names import Sex, sex_of
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.facts.people import Ground
from lintnews.facts.person_nouns import (
    ANYBODY,
    ANYBODY_ALONE,
    MEN,
    SEVERAL_MEN,
    SEVERAL_WOMEN,
    WOMEN,
    person_nouns,
)
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.mentions import NameMention
    from lintnews.facts.people import Person
    from lintnews.facts.tokens import Token
    from lintnews.facts.word_index import WordIndex


class Proof(IntEnum):
    """What shows a figure's sex, the surest last."""

    NONE = 0
    PRONOUN = 1
    GIVEN_NAME = 2
    NOUN = 3  # "man", "the widow Ada Berg"
    TITLE = 4


class Figure(NamedTuple):
    """Somebody in the text.

    Attributes:
        tokens: the name or noun.
        sex: None where it is not known.
        name: the surname, case-folded; "" for a noun that is said of no name.
    """

    tokens: range
    sex: Sex | None
    proof: Proof
    name: str = ""


#: Pronouns of one sex, case-folded.
PRONOUNS = dict.fromkeys("he him his himself he's he'd he'll".split(), Sex.HE) | dict.fromkeys(
    "she her hers herself she's she'd she'll".split(), Sex.SHE
)
_BETWEEN = frozenset("of for at in and the a an its his her their former then current new ex late".split())
_BE = frozenset("is was became becomes remains remained".split())
_PARTICIPLES = frozenset("united alleged retired convicted".split())
_VERBS = frozenset("said says told met saw took gave made left won lost".split())
_OPENS_NO_NAME = frozenset("the a an and with by to from than of for that".split())
_COORDINATED: tuple[list[str], ...] = ([], ["and"], [",", "and"], ["-"], ["and", "former"])
_LONGEST_APPOSITION = 9


# Before a name they show that it is no person’s.
_BEFORE_THINGS = frozenset("the a an in near at for its".split())
_OF_THINGS = ("place", "nationality", "organisation")


class Cast:
    """The figures of an article in the order of the text."""

    def __init__(
        self,
        tokens: Sequence[Token],
        mentions: Sequence[NameMention],
        people: Sequence[Person],
        index: WordIndex,
    ) -> None:
        self._tokens = tokens
        self._sexes = {person.surname.casefold(): _sex_by_evidence(person) for person in people}
        named = [figure for mention in mentions if (figure := self._named(mention)) is not None]
        in_names = {place for mention in mentions for place in mention.tokens}
        nouns = (noun for noun in self._nouns(index) if noun.tokens.start not in in_names)
        self._all = sorted((*named, *nouns), key=_start)
        self.figures: tuple[Figure, ...] = tuple(self._without_appositions())
        self._starts = [figure.tokens.start for figure in self.figures]

    def within(self, place: range) -> tuple[Figure, ...]:
        """Return the figures that begin within these tokens."""
        first = bisect.bisect_left(self._starts, place.start)
        return self.figures[first : bisect.bisect_left(self._starts, place.stop)]

    def speaks_of(self, sex: Sex, place: range) -> bool:
        """Whether these tokens have somebody of this sex, or a pronoun for somebody."""
        return any(figure.sex is sex for figure in self.within(place)) or any(
            PRONOUNS.get(token.fold) is sex for token in self._tokens[place.start : place.stop]
        )

    def _named(self, mention: NameMention) -> Figure | None:
        """Return a name as a figure; None where it is none of a person's."""
        words = mention.text.split()
        if mention.kind is not NameKind.PERSON and not self._may_be_person(mention, words):
            return None
        surname = words[-1].casefold()
        if surname not in self._sexes:
            sex = sex_of(words)
            return Figure(mention.tokens, sex, Proof.GIVEN_NAME if sex else Proof.NONE, surname)
        return Figure(mention.tokens, *self._sexes[surname], surname)

    def _may_be_person(self, mention: NameMention, words: list[str]) -> bool:
        """Whether a name whose kind is not known may be a person’s: not "in Izmir", "the Élysée", "EZB"."""
        first = mention.tokens.start
        return (
            mention.kind is NameKind.UNKNOWN
            and not (len(words) == 1 and mention.text.isupper())
            and not (first and self._tokens[first - 1].fold in _BEFORE_THINGS)
            and not any(in_section(section, word) for section in _OF_THINGS for word in words)
        )

    def _nouns(self, index: WordIndex) -> Iterator[Figure]:
        nouns, ambiguous = person_nouns()["noun"], person_nouns()["also-adjective"]
        for fold, places in index.by_fold.items():
            base = fold.removesuffix("'s")
            if base in MEN:
                sex, proof = Sex.HE, Proof.NOUN
            elif base in WOMEN:
                sex, proof = Sex.SHE, Proof.NOUN
            elif base in SEVERAL_MEN:
                sex, proof = Sex.HE, Proof.NONE
            elif base in SEVERAL_WOMEN:
                sex, proof = Sex.SHE, Proof.NONE
            elif base in nouns or base in ANYBODY:
                sex, proof = None, Proof.NONE
            elif base in ambiguous or base in ANYBODY_ALONE or base.endswith("-year-old"):
                yield from self._ambiguous(places)
                continue
            else:
                continue
            for place in places:
                yield Figure(range(place, place + 1), sex, proof)

    def _ambiguous(self, places: Sequence[int]) -> Iterator[Figure]:
        """Yield "official", "one" and the like where no noun or name follows them."""
        for place in places:
            following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
            if following is None or not following.is_word or following.fold in FUNCTION_WORDS:
                yield Figure(range(place, place + 1), None, Proof.NONE)

    def _without_appositions(self) -> Iterator[Figure]:
        """Yield the figures; a noun that somewhere is said of one name alone stands for it everywhere."""
        said_of: defaultdict[str, set[str]] = defaultdict(set)
        kept: list[Figure] = []
        for place, figure in enumerate(self._all):
            name = self._name_beside(place)
            if name is None:
                kept.append(figure)
                continue
            said_of[self._tokens[figure.tokens.start].base].add(name)
            if figure.proof is Proof.NOUN and self._sexes.get(name, (None,))[0] is None:
                self._sexes[name] = figure.sex, Proof.NOUN
        for figure in kept:
            if figure.name and figure.sex:
                self._sexes.setdefault(figure.name, (figure.sex, figure.proof))
        for figure in kept:
            name = figure.name
            if not name and figure.sex is None:
                names = said_of.get(self._tokens[figure.tokens.start].base, set())
                name = next(iter(names)) if len(names) == 1 else ""
            if figure.sex is None and name in self._sexes:
                sex, proof = self._sexes[name]
                yield Figure(figure.tokens, sex, proof, name)
            else:
                yield figure

    def _name_beside(self, place: int) -> str | None:
        """Return the name that the noun at `place` is said of, if any."""
        figures = self._all
        noun = figures[place]
        if noun.name or (noun.sex is not None and noun.proof is Proof.NONE):
            return None
        if self._tokens[noun.tokens.start].fold in ANYBODY | ANYBODY_ALONE:
            return None
        # "singer Ada Berg", "director of the mill, Ada Berg", "founder and director Ada Berg".
        other = place + 1
        while other < len(figures) and not figures[other].name and self._gap(other) in _COORDINATED:
            other += 1
        if other < len(figures) and figures[other].name and _leads_to_name(self._gap(other)):
            return figures[other].name
        # "Ada Berg, a singer and actor", "Ada Berg is a singer".
        other = place
        while other and not figures[other - 1].name and self._gap(other)[:1] in (["and"], [","]):
            other -= 1
        if other and figures[other - 1].name and _follows_name(self._gap(other)):
            return figures[other - 1].name
        return None

    def _gap(self, place: int) -> list[str]:
        """Return the words between a figure and the one before it; a stop where they are no neighbours."""
        gap = self._tokens[self._all[place - 1].tokens.stop : self._all[place].tokens.start]
        if len(gap) > _LONGEST_APPOSITION or any(token.text in '.!?;:”“"' for token in gap):
            return ["."]
        return [token.fold for token in gap]


def _start(figure: Figure) -> int:
    return figure.tokens.start


def _leads_to_name(gap: list[str]) -> bool:
    """Whether these words between a noun and a name leave the noun said of it: none, "of the mill,"."""
    return not gap or (
        gap[0] in ("of", "for", "at", "in", ",", "-") and gap[-1] not in _OPENS_NO_NAME and _is_verbless(gap)
    )


def _follows_name(gap: list[str]) -> bool:
    """Whether these words between a name and a noun leave the noun said of it: ", a", "is the"."""
    if gap[:1] == [","] and len(gap) > 1:
        opener = gap[1]
        says_of_it = opener in ("a", "an", "the", "who", "his", "her") or opener not in FUNCTION_WORDS
        return says_of_it and _is_verbless(gap[2:] if opener == "who" else gap)
    return bool(gap) and gap[0] in _BE and _is_verbless(gap[1:])


def _is_verbless(folds: Sequence[str]) -> bool:
    return not any(
        (fold in FUNCTION_WORDS and fold not in _BETWEEN)
        or (fold.endswith("ed") and fold not in _PARTICIPLES)
        or fold in _VERBS
        for fold in folds
    )


def _sex_by_evidence(person: Person) -> tuple[Sex | None, Proof]:
    """Return the sex that an article gives somebody; None where it gives both.

    Pronouns are outvoted by what is surer, and one by several: that is how a slip shows.
    """
    grounds: defaultdict[Sex, Counter[Ground]] = defaultdict(Counter)
    for item in person.evidence:
        grounds[item.sex][item.ground] += 1
    sure = [sex for sex in grounds if any(ground is not Ground.PRONOUN for ground in grounds[sex])]
    if len(sure) == 1:
        (sex,) = sure
        best = max(grounds[sex], key=lambda ground: ground.value)
        by_ground = {Ground.TITLE: Proof.TITLE, Ground.NOUN: Proof.NOUN}
        # More pronouns than one against a given name alone: the name may be anybody's.
        against = sum(count[Ground.PRONOUN] for other, count in grounds.items() if other is not sex)
        if against <= grounds[sex][Ground.PRONOUN] or against <= 1 or best is not Ground.GIVEN_NAME:
            return sex, by_ground.get(best, Proof.GIVEN_NAME)
        return None, Proof.NONE
    if sure or not grounds:
        return None, Proof.NONE
    ranked = sorted(grounds, key=lambda sex: -grounds[sex][Ground.PRONOUN])
    most = grounds[ranked[0]][Ground.PRONOUN]
    least = grounds[ranked[1]][Ground.PRONOUN] if len(ranked) > 1 else 0
    return (ranked[0], Proof.PRONOUN) if most > least and least <= 1 else (None, Proof.NONE)
