"""Slots of phrases: what `{noun}`, `{name}` or `{something}` stands for, decided token by token.

A word belongs to an open class where it can be used so; no sentence is parsed. That is enough between words
that a phrase names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.facts.tokens import TokenKind
from lintnews.inflection import classes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lintnews.facts import Facts

POSSESSIVES: Final = frozenset("my your his her its our their whose".split())
DETERMINERS: Final = POSSESSIVES | frozenset(
    "a an the this that these those some any no each every either neither both all many much few several "
    "another such what which more most enough".split()
)
PRONOUNS: Final = frozenset(
    "i you he she it we they me him her us them one this that these those who somebody someone something "
    "anybody anyone anything everybody everyone everything nobody nothing himself herself itself themselves "
    "ourselves myself yourself".split()
)
NUMBER_WORDS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
    "thousand thousands million millions billion billions trillion trillions dozen dozens half".split()
)
ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
#: Tokens that a slot takes at most; every slot takes at least one.
LONGEST: Final = {
    "any": 1,
    "det": 1,
    "poss": 1,
    "pron": 1,
    "noun": 1,
    "verb": 1,
    "adj": 1,
    "adv": 1,
    "num": 3,
    "ord": 1,
    "name": 6,
    "something": 8,
}
_NOUN, _VERB, _ADJECTIVE = frozenset("12"), frozenset("bsdng"), frozenset("pctng")


def ends(slot: str, facts: Facts, start: int, end: int) -> Iterator[int]:
    """Yield the indices of tokens at which a slot from `start` on may end, longest first, up to `end`."""
    if slot == "name":
        yield from _run(_is_name, facts, start, min(end, start + LONGEST[slot]))
    elif slot == "num":
        yield from _run(_is_number, facts, start, min(end, start + LONGEST[slot]))
    elif slot == "something":
        yield from _noun_phrase(facts, start, min(end, start + LONGEST[slot]))
    elif start < end and _ONE[slot](facts, start):
        yield start + 1


def _run(fits: Callable[[Facts, int], bool], facts: Facts, start: int, end: int) -> Iterator[int]:
    place = start
    while place < end and fits(facts, place):
        place += 1
    yield from range(place, start, -1)


def _noun_phrase(facts: Facts, start: int, end: int) -> Iterator[int]:
    """Yield the ends of a pronoun, a name, or a noun with what stands before it: "their last two plans"."""
    if start < end and _is_pronoun(facts, start):
        yield start + 1
    place = start
    if place < end and (_is_determiner(facts, place) or _is_possessive_noun(facts, place)):
        place += 1
    last = []
    while place < end and _may_stand_in_noun_phrase(facts, place):
        if _is_name(facts, place) or _is_noun(facts, place) or _is_number(facts, place):
            last.append(place + 1)
        place += 1
    yield from reversed(last)


def _may_stand_in_noun_phrase(facts: Facts, place: int) -> bool:
    return (
        _is_name(facts, place)
        or _is_number(facts, place)
        or _is_noun(facts, place)
        or _is_adjective(facts, place)
        or _is_possessive_noun(facts, place)
    )


def _is_any(facts: Facts, place: int) -> bool:
    return facts.tokens[place].kind in (TokenKind.WORD, TokenKind.NUMBER)


def _is_name(facts: Facts, place: int) -> bool:
    return place in facts.names


def _is_number(facts: Facts, place: int) -> bool:
    token = facts.tokens[place]
    if token.kind is TokenKind.NUMBER or token.fold in NUMBER_WORDS:
        return True
    # 17:30
    return token.text == ":" and facts.text[token.end : token.end + 1].isdigit()


def _is_ordinal(facts: Facts, place: int) -> bool:
    fold = facts.tokens[place].fold
    return fold in ORDINALS or (fold[0].isdigit() and fold.endswith(("st", "nd", "rd", "th")))


def _is_determiner(facts: Facts, place: int) -> bool:
    return facts.tokens[place].fold in DETERMINERS


def _is_possessive(facts: Facts, place: int) -> bool:
    return facts.tokens[place].fold in POSSESSIVES or _is_possessive_noun(facts, place)


def _is_possessive_noun(facts: Facts, place: int) -> bool:
    token = facts.tokens[place]
    return token.base != token.fold


def _is_pronoun(facts: Facts, place: int) -> bool:
    return facts.tokens[place].fold in PRONOUNS


def _open_class(letters: frozenset[str], endings: tuple[str, ...]) -> Callable[[Facts, int], bool]:
    """Return the test of a word class: by the table, or, where that does not know the word, by its ending."""

    def fits(facts: Facts, place: int) -> bool:
        token = facts.tokens[place]
        if not token.is_word or token.fold in FUNCTION_WORDS or place in facts.names:
            return False
        word = token.base
        found = classes_of(word) or classes_of(word.rpartition("-")[2])
        return not found.isdisjoint(letters) if found else word.endswith(endings)

    return fits


_is_noun = _open_class(_NOUN, ("",))
_is_verb = _open_class(_VERB, ("s", "ed", "ing"))
_is_adjective = _open_class(
    _ADJECTIVE, ("al", "ic", "ive", "ous", "ful", "less", "able", "ible", "ed", "ing", "y")
)
_is_adverb = _open_class(frozenset("a"), ("ly",))

_ONE: Final[dict[str, Callable[[Facts, int], bool]]] = {
    "any": _is_any,
    "ord": _is_ordinal,
    "det": _is_determiner,
    "poss": _is_possessive,
    "pron": _is_pronoun,
    "noun": _is_noun,
    "verb": _is_verb,
    "adj": _is_adjective,
    "adv": _is_adverb,
}
