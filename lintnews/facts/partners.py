"""Words that English never puts together, where they stand together: what is done to a thing, how it is.

A pair of the table counts only where the words between and after leave no doubt that the two belong together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.headings import FUNCTION_WORDS
from lintnews.facts.partner_table import Row, Wanted, compiled, entries, plural
from lintnews.facts.verb_readings import AUXILIARIES, BE, DETERMINERS, FINITE, HAVE, fold_at, form_of_verb
from lintnews.inflection import FORMS, classes_of
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.tokens import Token
    from lintnews.facts.word_index import WordIndex

# Between a verb and its object, a noun and its verb, may stand as many words as these.
_REACH = 5
_CHAIN = 5
# How far a complement of the verb may stand behind its object.
_COMPLEMENT_REACH = 10
_ARTICLES = frozenset("a an".split())
# What a noun phrase ends before: were it a noun, an adjective or a verb, the word before might belong to it.
_AFTER = frozenset(
    "and or but nor so yet if than then because while when where why how who whom whose which that as at by "
    "for from in into near of on onto over per since through till to toward towards under until upon via vs "
    "with within without about above across after against along amid among around before behind below "
    "beneath beside besides between beyond despite during except inside outside yesterday today tomorrow "
    "tonight again here there too also ever".split()
)
_PREPOSITIONS = frozenset(
    "of in on at for from with about against over between among to by under into".split()
)
# Complements of "make".
_MADE = frozenset(
    "possible impossible difficult easy hard clear known available public more less necessary unnecessary "
    "illegal legal compulsory mandatory optional safe unsafe dangerous free central part look seem "
    "work".split()
)
# Their passive may have the other object as its subject: "the army was given orders".
_OF_TWO_OBJECTS = frozenset("give tell pay lend ask".split())
_AFTER_GIVEN = frozenset(". , by in at on".split())


class Mismatch(NamedTuple):
    """Two words of an article that do not go together, as indices of tokens.

    Attributes:
        row: where the table says so.
        head: the first token of the word that stays.
        end: its last one.
        partner: the word that does not fit.
        wanted: which of its forms that is.
        particle: where its particle stands, None where it has none.
        letter: what its form is here, one of `wanted.letters`.
    """

    row: Row
    head: int
    end: int
    partner: int
    wanted: Wanted
    particle: int | None
    letter: str


def mismatches(tokens: Sequence[Token], words: WordIndex) -> Iterator[Mismatch]:
    """Yield the pairs of the table in the order of the text; of those with one partner the longest noun."""
    found: dict[tuple[str, int], Mismatch] = {}
    for each in _all_mismatches(tokens, words):
        key = each.row.section, each.partner
        if key not in found or each.end - each.head > found[key].end - found[key].head:
            found[key] = each
    yield from sorted(found.values(), key=lambda each: (each.partner, each.head))


def _all_mismatches(tokens: Sequence[Token], words: WordIndex) -> Iterator[Mismatch]:
    table, by_fold = entries(), words.by_fold
    known = by_fold.keys()
    for fold in known & table.keys():
        for section, text, tail in table[fold]:
            row = compiled(section, text)
            if row.wrong.keys().isdisjoint(known):
                continue
            for place in by_fold[fold]:
                end = place + len(tail)
                if all(fold_at(tokens, place + 1 + n) in (word, plural(word)) for n, word in enumerate(tail)):
                    yield from _FINDERS[section](tokens, place, end, row)


def _objects(tokens: Sequence[Token], place: int, end: int, row: Row) -> Iterator[Mismatch]:
    found = _active(tokens, place, end, row) or _passive(tokens, place, end, row)
    if found:
        yield found


def _active(tokens: Sequence[Token], place: int, end: int, row: Row) -> Mismatch | None:
    """Return the verb before its object: "made strong pressure on"."""
    between: list[str] = []
    for index in range(place - 1, max(-1, place - 1 - _REACH), -1):
        token = tokens[index]
        for wanted in row.wrong.get(token.fold, ()):
            particle = _particle(tokens, wanted, index + 1, end + 1, between[-1:])
            if particle is None and wanted.particle:
                continue
            words = between[:-1] if particle == index + 1 else between
            letter = form_of_verb(tokens, index, wanted.letters, words)
            if not letter or not _has(words, wanted.between) or _has_receiver(words, wanted.lemma):
                continue
            last = end if particle is None or particle < end else particle
            if _ends_phrase(tokens, last) and not _governs_more(tokens, last, wanted.lemma):
                return Mismatch(row, place, end, index, wanted, particle, letter)
        if not _may_stand_between(token) and token.fold not in row.particles:
            return None
        between.append(token.fold)
    return None


def _has_receiver(between: Sequence[str], lemma: str) -> bool:
    """Whether somebody stands between verb and thing: "gave farmers contracts", "make all pay tribute"."""
    if lemma == "make":
        return any(classes_of(word) & set("bp") == {"b"} for word in between)
    return lemma in _OF_TWO_OBJECTS and any(
        "p" not in classes_of(word) and word not in DETERMINERS for word in between
    )


def _governs_more(tokens: Sequence[Token], last: int, lemma: str) -> bool:
    """Whether what follows shows that the noun is no mere object.

    "make" may have a complement ("made business with the north possible"), "realise" a clause ("realised the
    visit to the port was over").
    """
    for token in tokens[last + 1 : last + 1 + _COMPLEMENT_REACH]:
        if not token.is_word:
            return False
        if lemma == "make" and (token.fold in _MADE or "c" in classes_of(token.fold)):
            return True
        if lemma in ("realise", "realize") and token.fold in FINITE:
            return True
    return False


def _particle(
    tokens: Sequence[Token], wanted: Wanted, before: int, after: int, first: Sequence[str]
) -> int | None:
    if not wanted.particle:
        return None
    if first == [wanted.particle]:
        return before
    return after if fold_at(tokens, after) == wanted.particle else None


def _may_stand_between(token: Token) -> bool:
    """Whether a word may stand between a verb and its object."""
    if token.fold in DETERMINERS:
        return token.fold != "that"
    if not token.is_word:
        return token.text[0].isdigit() or token.text in ("“", '"')
    if token.fold in FUNCTION_WORDS or "n't" in token.fold:
        return False
    classes = classes_of(token.fold)
    return not classes or bool(classes & set("pctng12"))


def _has(between: Sequence[str], asked: str) -> bool:
    """Whether what stands between a verb and its object is what the table asks for."""
    if asked == "+":
        return any(word in DETERMINERS or word.endswith(("'s", "s'")) for word in between)
    if asked == "/a":
        return bool(_ARTICLES.intersection(between))
    return not (asked and between)


def _ends_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether no noun, adjective or verb follows that could change what the word before is."""
    if index + 1 >= len(tokens):
        return True
    after = tokens[index + 1]
    if not after.is_word:
        return not after.text[0].isdigit() or after.text[0] in ".,;:!?"
    if after.fold in _AFTER:
        return True
    return after.fold.endswith("ly") and "p" not in classes_of(after.fold)


def _passive(tokens: Sequence[Token], place: int, end: int, row: Row) -> Mismatch | None:
    """Return the verb after what would be its object: "the visit was realised", "the visit realised by"."""
    if _is_governed(tokens, place):
        return None
    has_be = False
    for index in range(end + 1, min(len(tokens), end + 2 + _CHAIN)):
        token = tokens[index]
        if not token.is_word:
            return None
        for wanted in row.wrong.get(token.fold, ()):
            if "n" not in wanted.letters or wanted.between == "/a":
                continue
            particle = index + 1 if wanted.particle else None
            if wanted.particle and fold_at(tokens, index + 1) != wanted.particle:
                continue
            last = index if particle is None else particle
            after = fold_at(tokens, last + 1)
            if (
                after != "to"
                and _ends_phrase(tokens, last)
                and (has_be or (after == "by" and index == end + 1))
            ):
                if wanted.lemma in _OF_TWO_OBJECTS and after not in _AFTER_GIVEN:
                    continue
                return Mismatch(row, place, end, index, wanted, particle, "n")
        if token.fold not in AUXILIARIES and not token.fold.endswith("ly"):
            return None
        has_be = has_be or token.fold in BE
    return None


def _is_governed(tokens: Sequence[Token], place: int) -> bool:
    """Whether a preposition stands before a noun phrase, so that it is no subject: "the aim of the visit"."""
    for index in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if not _may_stand_between(tokens[index]):
            fold = tokens[index].fold
            if fold == "us":  # "of the us government"
                continue
            return fold in _PREPOSITIONS
    return False


_PREPOSITIONS = frozenset(
    "of in on at for from with about against over between among to by under into".split()
)


def _modifiers(tokens: Sequence[Token], place: int, end: int, row: Row) -> Iterator[Mismatch]:
    """Yield the adjective before a noun: "strong rain"."""
    for wanted in row.wrong.get(fold_at(tokens, place - 1), ()):
        if _ends_noun_phrase(tokens, end) and wanted.letters[0] in FORMS["j"]:
            yield Mismatch(row, place, end, place - 1, wanted, None, wanted.letters[0])


def _ends_noun_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether no noun follows to which the word would belong: "strong rain fell", not "strong rain gear"."""
    if _ends_phrase(tokens, index):
        return True
    after = tokens[index + 1]
    classes = classes_of(after.fold)
    is_verb = after.fold in FINITE or "d" in classes or bool(classes and not classes & set("12"))
    return is_verb and not after.text[0].isupper()


def _degrees(tokens: Sequence[Token], place: int, end: int, row: Row) -> Iterator[Mismatch]:
    """Yield the adverb beside a participle or adjective: "strongly injured", "injured strongly"."""
    for index in (place - 1, end + 1):
        for wanted in row.wrong.get(fold_at(tokens, index), ()):
            if index < place or _ends_phrase(tokens, index):
                yield Mismatch(row, place, end, index, wanted, None, "a")


def _subjects(tokens: Sequence[Token], place: int, end: int, row: Row) -> Iterator[Mismatch]:
    """Yield the verb after its subject: "war burst in May"."""
    for index in range(end + 1, min(len(tokens), end + 2 + _CHAIN)):
        token = tokens[index]
        if not token.is_word:
            return
        for wanted in row.wrong.get(token.fold, ()):
            particle = index + 1 if wanted.particle else None
            if wanted.particle and fold_at(tokens, index + 1) != wanted.particle:
                continue
            if _ends_phrase(tokens, index if particle is None else particle):
                chain = [fold_at(tokens, each) for each in range(end + 1, index)]
                if not chain and ("g" in wanted.letters or fold_at(tokens, index + 1) == "by"):
                    return  # "prices raised by the bakers"
                letter = _after_auxiliaries(wanted.letters, chain)
                if letter:
                    yield Mismatch(row, place, end, index, wanted, particle, letter)
                    return
        if token.fold not in AUXILIARIES and not token.fold.endswith("ly"):
            return


def _after_auxiliaries(letters: str, chain: Sequence[str]) -> str:
    """Return what form a verb has after these words, "" where that makes it a passive."""
    last = next((word for word in reversed(chain) if word in AUXILIARIES and word not in _ADVERBS), "")
    if last in BE:
        return "g" if "g" in letters else ""
    if last in HAVE:
        return "n" if "n" in letters else ""
    if last:
        return "b" if "b" in letters else ""
    return next((letter for letter in "sdb" if letter in letters), "")


_ADVERBS = frozenset(
    "not never also already recently often soon still just later then finally first now".split()
)
_FINDERS = {"objects": _objects, "subjects": _subjects, "modifiers": _modifiers, "degrees": _degrees}
