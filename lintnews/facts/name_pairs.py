"""Spellings of names that are so alike that they may be one name, and what speaks for it.

Candidates share a key of sound with one letter left out at most, so that the work grows with the number of
spellings, not with its square.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_forms import NameForm, Place, transliteration_key, without_accents
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_words import (
    LINKS,
    NAME_BEGINNINGS,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    TITLE_MODIFIERS,
    TITLES,
)
from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.article import Article
    from lintnews.words import WordTable

# Beside a name's word these prove nothing: many cities have a river, many people are ministers.
_COMMON = ORGANISATION_HEADS | PLACE_HEADS | LINKS | TITLES | TITLE_MODIFIERS | NAME_BEGINNINGS | PARTICLES
_PINYIN = lazy(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    r"(?:iong|[iu]?ang|iao|ian|uai|uan|ong|eng|ing|ai|ao|an|ei|en|er|ia|ie|iu|in|ou|ua|ue|ui|uo|un|[aeiou])'?)+"
)
# Frequent words are different names: Iran and Iraq, Hunan and Henan, Macau and Macao, Jason and Jackson.
_WELL_KNOWN = 2.3
# Shorter ones are one name only by their sound, or beside the same given name.
_SHORTEST, _SHORT = 4, 5
_LONG = 6
_MAYBE_PEOPLE = (NameKind.PERSON, NameKind.UNKNOWN)
# More spellings than this under one key are a list of syllables, not one name.
_CROWD = 8


class Bond(Enum):
    """What speaks for two spellings being one name."""

    SAME_NAME = "the rest of the name is the same"
    NEVER_INTRODUCED = "one is a surname by itself, and the article has named only the other in full"
    ALIKE = "both are spellings of one rare name"


class NamePair(NamedTuple):
    """Two spellings of one name: `usual` is the more frequent, or the earlier of two equally frequent."""

    usual: NameForm
    other: NameForm
    bond: Bond


def name_pairs(article: Article, forms: Mapping[str, NameForm], words: WordTable) -> Iterator[NamePair]:
    """Yield the pairs of spellings that are one name with good evidence, accents apart."""
    for one, other in _candidates(forms):
        usual, rare = sorted((one, other), key=lambda form: (-form.count, form.places[0].span.start))
        if _are_unlike(usual.text, rare.text, words) or _share_a_sentence(article, usual, rare):
            continue
        bond = _bond(usual, rare, words)
        if bond is not None:
            yield NamePair(usual, rare, bond)


def _candidates(forms: Mapping[str, NameForm]) -> Iterator[tuple[NameForm, NameForm]]:
    """Yield each two spellings whose keys are one letter apart at most."""
    buckets: dict[str, list[NameForm]] = {}
    for form in forms.values():
        plural = form.text.endswith("s") and form.text[:-1] in forms
        if len(form.text) >= _SHORTEST and not plural:
            key = transliteration_key(form.text)
            for part in {key, *(key[:index] + key[index + 1 :] for index in range(len(key)))}:
                buckets.setdefault(part, []).append(form)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if not 1 < len(bucket) <= _CROWD:
            continue
        for index, one in enumerate(bucket):
            for other in bucket[index + 1 :]:
                if (one.text, other.text) not in seen:
                    seen.add((one.text, other.text))
                    yield one, other


def _are_unlike(usual: str, rare: str, words: WordTable) -> bool:
    """Whether two spellings are words, forms of one name (Iran, Iranian; Petrov, Petrova) or not alike."""
    if words.known(usual) or words.known(rare):
        return True
    one, other = without_accents(usual), without_accents(rare)
    if one.removesuffix("s") == other.removesuffix("n") or one.removesuffix("n") == other.removesuffix("s"):
        return True  # Texas, Texan
    keys = transliteration_key(usual), transliteration_key(rare)
    if keys[0] != keys[1] and (one.startswith(other) or other.startswith(one)):
        return True
    if keys[0] + "a" == keys[1] or keys[1] + "a" == keys[0]:
        return True  # Rahmatov and Ms Rakhmatova may be a couple
    return not one_letter_apart(*keys)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter put in, left out, changed or swapped with the next makes `other` of `one`.

    Written out because loading a library for it takes longer than reading the article.
    """
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if len(rest) != len(other_rest):
        longer, shorter = sorted((rest, other_rest), key=len, reverse=True)
        return longer[1:] == shorter
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == other_rest[1:] or swapped == other_rest


def _share_a_sentence(article: Article, usual: NameForm, rare: NameForm) -> bool:
    """Whether both stand in one sentence: then they are mostly two names."""
    sentences = {article.sentence_at(place.span.start) for place in rare.places} - {None}
    return any(article.sentence_at(place.span.start) in sentences for place in usual.places)


def _bond(usual: NameForm, rare: NameForm, words: WordTable) -> Bond | None:
    one, other = without_accents(usual.text), without_accents(rare.text)
    same_sound = transliteration_key(usual.text) == transliteration_key(rare.text)
    if one[0] != other[0] and not same_sound and (len(one) != len(other) or one[1:] != other[1:]):
        return None  # Yamada, Oyamada
    beside, surname = _shared_neighbours(usual, rare)
    if surname:
        return Bond.SAME_NAME if usual.count > 1 or same_sound else None
    if beside and _may_be_one_person(one, other):
        return Bond.SAME_NAME
    return _bond_of_rare_names(usual, rare, words, same_sound=same_sound)


def _bond_of_rare_names(
    usual: NameForm, rare: NameForm, words: WordTable, *, same_sound: bool
) -> Bond | None:
    """Return what speaks for two spellings that have no other word of the name in common."""
    one, other = without_accents(usual.text), without_accents(rare.text)
    frequencies = sorted((words.zipf(usual.text), words.zipf(rare.text)))
    # Chinese names differ in a letter as a rule: Jiaxing and Jiaxiang are two towns.
    syllables = _PINYIN.fullmatch(one) and _PINYIN.fullmatch(other)
    if frequencies[0] >= _WELL_KNOWN:
        return None
    if syllables and not same_sound and not (_is_foreign_person(usual) or _is_foreign_person(rare)):
        return None
    long = min(len(one), len(other)) >= _LONG
    if _is_never_introduced(usual, rare) or _is_never_introduced(rare, usual):
        short = min(len(one), len(other)) < _SHORT
        sure = same_sound if short else long or same_sound or sorted(one) == sorted(other)
        return Bond.NEVER_INTRODUCED if sure else None
    if min(len(one), len(other)) < _SHORT:
        return None
    bare = all(place.is_bare for form in (usual, rare) for place in form.places)
    same_start = one[0] == other[0] or same_sound
    lasting = long or (same_sound and not syllables)
    alike = same_start and lasting and frequencies[1] < _WELL_KNOWN and (bare or _same_head(usual, rare))
    return Bond.ALIKE if alike else None


def _shared_neighbours(usual: NameForm, rare: NameForm) -> tuple[set[str], bool]:
    """Return the telling words that stand on the same side of both, and whether one is a Chinese surname."""
    before = {place.before for place in usual.places} & {place.before for place in rare.places}
    after = {place.after for place in usual.places} & {place.after for place in rare.places}
    telling = {word for word in before | after if len(word) > 1 and word not in _COMMON}
    surnames = {word for word in before & telling if in_section("surname", word)}
    return telling, bool(surnames) and surnames == telling


def _may_be_one_person(one: str, other: str) -> bool:
    """Whether two given names do not say that they are a man and a woman: "Andrea" and "Andrei" do."""
    sexes = [{sex for sex in ("female", "male") if in_section(sex, name)} for name in (one, other)]
    return not all(sexes) or bool(sexes[0] & sexes[1])


def _is_never_introduced(full: NameForm, bare: NameForm) -> bool:
    """Whether `bare` is only ever a whole name, and `full` ends a longer one."""
    return all(place.is_bare for place in bare.places) and any(
        _ends_full_name(place) for place in full.places
    )


def _is_foreign_person(form: NameForm) -> bool:
    """Whether the word ends a person's name that is not Chinese."""
    return any(
        place.mention.kind in _MAYBE_PEOPLE and not in_section("surname", place.before)
        for place in form.places
        if _ends_full_name(place)
    )


def _ends_full_name(place: Place) -> bool:
    return bool(place.before) and not place.after and place.mention.kind is not NameKind.ORGANISATION


def _same_head(usual: NameForm, rare: NameForm) -> bool:
    """Whether both go before the same common word: "Bakhov Street" and "Bahov Street"."""
    heads = {place.after for place in usual.places if place.after in PLACE_HEADS}
    return any(place.after in heads for place in rare.places)
