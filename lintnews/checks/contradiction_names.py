"""The lede names somebody or some place, and the sentence of the text that repeats it names another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import best_by_place, contradiction, set_apart
from lintnews.facts.actors import lands
from lintnews.facts.name_words import LINKS, ORGANISATION_HEADS, PLACE_HEADS, TITLES
from lintnews.facts.names import NameKind
from lintnews.facts.stems import stem
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.facts.substitutions import Substitution
    from lintnews.finding import Hit

_LEAST_LIKE = 0.35
# Names that have no word in common need likelier sentences to be rivals.
_LEAST_LIKE_OTHER = 0.45
_FIRM_SUPPORT = 4
# A name that stands elsewhere in the body needs nearly the same sentence.
_LEAST_LIKE_KNOWN = 0.6
# Two forms of one name begin alike: Iran and Iranian, Rob and Robert.
_ALIKE = 3
# Longer names are of offices and departments, which may be parts of one another.
_LONGEST = 3
_HEADS = ORGANISATION_HEADS | PLACE_HEADS | TITLES


@check(
    "CON101",
    "lede-names-another",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the lede names another than the text that repeats it",
    needs=(given("substitutions"),),
    examples=(
        bad(
            "The painter [[Lena Brandt]] left her collection of clocks to the town of Velm.\n\nThe mayor "
            "wept.\n\nThe painter Marta Brandt left her collection of clocks to Velm in a will of two lines."
        ),
        bad(
            "Doctors in [[Denmark]] say the vaccine protects infants against the fever.\n\nParents are "
            "relieved.\n\nDoctors in Portugal say the vaccine protects infants against the fever for ten "
            "years."
        ),
        fine(
            "The painter Lena Brandt left her collection of clocks to the town of Velm.\n\nThe mayor "
            "wept.\n\nThe painter Mrs Brandt left her collection of clocks to Velm in a will of two lines."
        ),
        fine(
            "Doctors in Denmark say the vaccine protects infants.\n\nParents are relieved.\n\nAnother team, "
            "in Portugal, says the vaccine protects the old."
        ),
    ),
)
def lede_names_another(facts: Facts) -> Iterator[Hit]:
    """Headline or lede give a name that the text never repeats, and the text tells the same with another.

    Names go astray where a machine transcribes them anew in each sentence, or takes the more frequent name
    for the rare one. Left alone where one name may be a form of the other, where they name things of
    different kinds, or where the two sentences share too little else.
    """
    if not any(_may_matter(found) for found in facts.substitutions):
        return
    mentions = {index: mention for mention in facts.names.mentions for index in mention.tokens}
    # At the end of a headline stands the name of a site, which the lede does not repeat.
    heads = {head.sentence for head, _ in facts.alignment.pairs}
    reported = -1
    for found in best_by_place(
        found
        for found in facts.substitutions
        if _may_matter(found)
        and found.match.body.sentence not in heads
        and _are_rivals(facts, found, mentions)
    ):
        here, there = mentions[found.here], mentions[found.there]
        if here.tokens.start > reported:
            reported = here.tokens.start
            yield contradiction(facts, here.span, there.span, "the same is told there", (there.text,))


def _may_matter(found: Substitution) -> bool:
    return found.support > 1 and (found.absent or found.adjacent > 0)


def _are_rivals(facts: Facts, found: Substitution, mentions: Mapping[int, NameMention]) -> bool:
    """Whether two names stand in one place of like sentences, and cannot stand for one thing."""
    here, there = mentions.get(found.here), mentions.get(found.there)
    if here is None or there is None or set_apart(facts, found.match):
        return False
    words, others = ({facts.tokens[index].base for index in name.tokens} for name in (here, there))
    if NameKind.CALENDAR in (here.kind, there.kind) or _is_part_of_place(facts, here):
        return False  # days and months are terms of a set
    own = facts.tokens[found.here].base, facts.tokens[found.there].base
    land, other_land = (lands().get(word) for word in own)
    if land and other_land:
        rivals = land != other_land and here.kind is there.kind
        return rivals and _is_firm_of_lands(facts, found, land, other_land)
    if not found.absent:
        rivals = _is_firm_though_known(found, here, there, words)
    elif not found.adjacent or found.match.likeness < _LEAST_LIKE:
        rivals = False
    elif words & others:
        rivals = _differ_in_one(words, others)
    else:
        said = facts.alignment.body_stems
        rivals = _are_unlike(facts, found, here, there) and said.isdisjoint(map(stem, words - LINKS))
    return rivals and not _may_be_one(here, there, *own)


def _is_firm_of_lands(facts: Facts, found: Substitution, land: str, other: str) -> bool:
    """Whether two countries compete for one place: neither sentence names the other's."""
    if not found.absent or found.match.likeness < _LEAST_LIKE_OTHER:
        return False
    if not found.adjacent and found.support <= 2:
        return False
    named = [
        {lands().get(facts.tokens[index].base) for index in passage.tokens}
        for passage in (found.match.head, found.match.body)
    ]
    return other not in named[0] and land not in named[1]


def _is_firm_though_known(
    found: Substitution, here: NameMention, there: NameMention, words: set[str]
) -> bool:
    """Whether a name that the body has elsewhere is out of place here: much the same sentence lacks it."""
    return (
        here.kind is there.kind is not NameKind.UNKNOWN
        and " of " not in f"{here.text} {there.text}"
        and found.adjacent > 0
        and found.support > 2
        and found.match.likeness >= _LEAST_LIKE_KNOWN
        and words.isdisjoint(found.match.body.stems)
    )


def _may_be_one(here: NameMention, there: NameMention, own: str, other: str) -> bool:
    """Whether one name may be a form of the other: an acronym, a short or a longer form."""
    if _is_short_for(here.text, there.text) or own in other or other in own:
        return True
    return own[:_ALIKE] == other[:_ALIKE] and own.isalpha()


def _differ_in_one(words: set[str], others: set[str]) -> bool:
    """Whether two names that share words differ in one, as "Jodi Arias" and "Terry Arias" do.

    Where the word says what kind of thing it is (Bank, Republic) they are two things of one land or firm.
    """
    left, right = words - others, others - words
    if len(left) != 1 or len(right) != 1 or (left | right) & _HEADS or words & others <= lands().keys():
        return False
    return (left | right).isdisjoint(lands())


def _are_unlike(facts: Facts, found: Substitution, here: NameMention, there: NameMention) -> bool:
    """Whether two names with no word in common stand in the same place of like sentences."""
    return (
        found.match.likeness >= _LEAST_LIKE_OTHER
        and _same_kind(here, there)
        and (
            found.adjacent == 2
            or found.support >= _FIRM_SUPPORT
            or here.kind is there.kind is not NameKind.UNKNOWN
        )
        and _heads(facts, here) == _heads(facts, there)
        and " of " not in f"{here.text} {there.text}"
        and max(len(here.tokens), len(there.tokens)) <= _LONGEST
        and not (_has_apposition(facts, here) and _has_apposition(facts, there))
    )


def _heads(facts: Facts, mention: NameMention) -> set[str]:
    """Return the words of a name that say what kind of thing it is: River, Province."""
    return {facts.tokens[index].base for index in mention.tokens} & _HEADS


def _has_apposition(facts: Facts, mention: NameMention) -> bool:
    """Whether the text says after the name who it is: two people may hold like offices."""
    following = mention.tokens.stop
    return following < len(facts.tokens) and facts.tokens[following].text in (",", "(")


def _same_kind(here: NameMention, there: NameMention) -> bool:
    kinds = {here.kind, there.kind}
    return len(kinds) == 1 or (
        NameKind.UNKNOWN in kinds and not kinds & {NameKind.NATIONALITY, NameKind.OFFICE}
    )


def _is_part_of_place(facts: Facts, mention: NameMention) -> bool:
    """Whether the name tells in which county or country the place before it lies: "Boston, Lincolnshire"."""
    before = mention.tokens.start - 1
    return before >= 0 and facts.tokens[before].text == "," and (before - 1) in facts.names


def _is_short_for(one: str, other: str) -> bool:
    """Whether one is an acronym of the other, or an acronym at all."""
    short, full = sorted((one, other), key=len)
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    return short == initials or (short.isupper() and len(short) <= 5)


CHECKS = (lede_names_another,)
