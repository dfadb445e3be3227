"""He and she for things, it for people: "The bank left that open. She will decide in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, is_quoted, word_after
from lintnews.facts.cast import PRONOUNS
from lintnews.facts.given_names import sex_of
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.person_nouns import person_nouns
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_PERSONAL = frozenset("he she".split())
_OPENERS = frozenset("the this that its our a an".split())
# Somebody is spoken of, or speaks, where one of these stands.
_PEOPLE = frozenset(
    "i we me us my our you your who whom whose they them their people person persons man woman men "
    "women players fans those all both many some".split()
)
_CALLED_SHE = frozenset(
    "ship ships vessel boat yacht ferry warship submarine frigate trawler tanker liner hurricane "
    "typhoon storm cyclone nation country motherland homeland church earth team".split()
)
# An article with one of these calls a ship by her name further on.
_VESSELS = frozenset(
    "ship ships vessel vessels yacht warship submarine frigate destroyer trawler tanker liner schooner tug "
    "coaster lifeboat sloop ketch steamer freighter dinghy shipwreck shipyard hull keel".split()
)
_LONGEST_SUBJECT = 5
_SHORTEST = 5


@check(
    "CNS404",
    "person-for-a-thing",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="‘he’ or ‘she’ stands where the text speaks of a thing",
    pivots=("de", "ru", "fr", "es"),
    needs=(words(_PERSONAL),),
    examples=(
        bad(
            "The bank left open what happens next. [[She]] will decide in May, depending on the data.",
            "The bank left open what happens next. It will decide in May, depending on the data.",
        ),
        bad(
            "The new law was passed on Monday. [[He]] comes into force in June.",
            "The new law was passed on Monday. It comes into force in June.",
        ),
        fine("The bank’s chief left it open. She will decide in May. The law was hers. She was glad."),
        fine(
            "The cargo vessel turned over.\n\nThe Merle stayed afloat for hours. She had fuel in her bunkers."
        ),
        fine("The ship left in May. She sank in June. The plan was Halvari’s. He was glad of it."),
        fine("The law was read to us. He nodded. The result surprised those who knew. She had won."),
    ),
)
def person_for_a_thing(facts: Facts) -> Iterator[Hit]:
    """Where nouns have genders, a bank is she and a law is he, and a machine may keep the pronoun.

    Reported where the pronoun opens a sentence, nobody is named or spoken of in its paragraph before it, and
    the paragraph above has nobody of its sex.
    """
    tokens = facts.tokens
    at_sea = not _VESSELS.isdisjoint(facts.word_index.by_fold)
    for index in facts.word_index.places(_PERSONAL):
        block = facts.article.block_at(tokens[index].start)
        if block is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        if not begins_sentence(facts, index) or (at_sea and tokens[index].fold == "she"):
            continue
        before = range(facts.token_range(block.span).start, index)
        if len(before) < _SHORTEST or _speaks_of_somebody(facts, before) or _is_named_above(facts, index):
            continue
        thing = _thing_at(facts, before)
        rest = f"‘{tokens[thing].text}’" if thing is not None else "nobody before"
        yield Hit(
            tokens[index].span,
            f"‘{tokens[index].text}’ stands for nobody: the paragraph speaks of {rest}",
            (replacement(tokens[index].span, "It"),),
            (Related(tokens[thing].span, "a thing"),) if thing is not None else (),
        )


def _thing_at(facts: Facts, place: range) -> int | None:
    """Return the noun with which the words begin: "The new law"; None where they begin otherwise."""
    if facts.tokens[place.start].fold not in _OPENERS:
        return None
    found = None
    for index in place[1 : _LONGEST_SUBJECT + 1]:
        fold = facts.tokens[index].fold
        classes = classes_of(fold)
        if index in facts.names or "2" in classes:
            return None
        if "1" in classes:
            found = index
        elif found is not None or "p" not in classes:
            break
    return found


def _speaks_of_somebody(facts: Facts, place: range) -> bool:
    if facts.cast.within(place):
        return True
    tokens = facts.tokens[place.start : place.stop]
    nouns = person_nouns()["also-adjective"]
    if any(
        token.base.removesuffix("s") in nouns
        or token.fold in PRONOUNS
        or token.fold in _PEOPLE
        or token.fold in _CALLED_SHE
        or token.text in '“”"'
        for token in tokens
    ):
        return True
    return any(
        mention.tokens.start in place
        and (
            mention.kind in (NameKind.PERSON, NameKind.OFFICE)
            or any(sex_of([word]) for word in mention.text.split())
        )
        for mention in facts.names.mentions
    )


def _is_named_above(facts: Facts, index: int) -> bool:
    """Whether the paragraph before has somebody whom the pronoun may take up."""
    blocks = facts.article.blocks
    own = facts.article.block_at(facts.tokens[index].start)
    above = (
        next((block for block in blocks[: blocks.index(own)][::-1] if block.kind.is_prose), None)
        if own
        else None
    )
    if above is None:
        return False
    place = facts.token_range(above.span)
    sex = PRONOUNS[facts.tokens[index].fold]
    return facts.cast.speaks_of(sex, place) or any(
        figure.sex is None and figure.name for figure in facts.cast.within(place)
    )


# Whom only people have.
_HIS = frozenset("wife girlfriend ex-wife ex-girlfriend fiancée widow".split())
_HER = frozenset("husband boyfriend ex-husband ex-boyfriend fiancé widower".split())


@check(
    "CNS405",
    "thing-for-a-person",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘its’ stands where only a person can be meant",
    pivots=("zh", "fr", "es", "tr", "fa"),
    needs=(words("its"), words(_HIS, _HER)),
    examples=(
        bad("The driver fled with [[its]] wife.", "The driver fled with his wife."),
        bad("The singer and [[its]] former husband sued.", "The singer and her former husband sued."),
        fine("The driver and his wife fled. The firm lost its husband-and-wife owners."),
    ),
)
def thing_for_a_person(facts: Facts) -> Iterator[Hit]:
    """Languages with one possessive for his, her and its leave a machine to guess: "its wife"."""
    for index in facts.word_index.places(("its",)):
        noun = word_after(facts, index)
        if noun is not None and noun.fold in ("former", "late", "ex", "then", "future", "new"):
            noun = word_after(facts, index, 2)
        if noun is not None and (noun.fold in _HIS or noun.fold in _HER) and is_prose(facts, index):
            right = "his" if noun.fold in _HIS else "her"
            other = "her" if right == "his" else "his"
            span = facts.tokens[index].span
            yield Hit(
                span,
                f"‘its’ cannot have a ‘{noun.text}’",
                (replacement(span, right), replacement(span, other, Applicability.SUGGESTION)),
            )


CHECKS = (person_for_a_thing, thing_for_a_person)
