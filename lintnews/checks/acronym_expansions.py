"""Acronyms that the words before them do not spell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.facts.acronyms import SMALL_WORDS, Explained, lost_letter
from lintnews.facts.gazetteer import in_section
from lintnews.facts.known_acronyms import is_known_foreign, known_expansion
from lintnews.facts.name_words import ORGANISATION_HEADS
from lintnews.finding import Applicability, Fix, Hit, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# With fewer letters in common a bracket may say something else: where it is, who owns it.
_SHARED = 2
# What the last words of organisations begin with, likeliest first; made by hand. A lost L is mostly
# "Limited".
_NOUNS = {
    "A": ("Association", "Agency", "Authority", "Army", "Administration", "Alliance"),
    "B": ("Bank", "Board", "Bureau", "Brigade"),
    "C": ("Commission", "Committee", "Council", "Congress", "Court", "Centre", "Coalition", "Control"),
    "D": ("Department", "Directorate", "Division"),
    "F": ("Forces", "Front", "Federation", "Fund", "Foundation"),
    "G": ("Group", "Government", "Guard"),
    "I": ("Institute", "Initiative"),
    "M": ("Movement", "Ministry", "Militia", "Mission"),
    "N": ("Network",),
    "O": ("Organization", "Office"),
    "P": ("Party", "Programme"),
    "S": ("Service", "Society", "Squad"),
    "T": ("Team", "Tribunal", "Trust"),
    "U": ("Union", "Unit", "University"),
}


@check(
    "CNS201",
    "acronym-lost-word",
    mqm="accuracy/omission",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the words before the acronym lack one of its letters",
    needs=(given("explained_acronyms"),),
    examples=(
        bad(
            "Fighters of the [[Mountain Defence (MDF)]] left. The forces took their guns along.",
            "Fighters of the [[Mountain Defence Forces (MDF)]] left. The forces took their guns along.",
        ),
        bad(
            "The strike was called by the [[Dockers’ Solidarity (DSU)]]; no other union joined.",
            "The strike was called by the [[Dockers’ Solidarity Union (DSU)]]; no other union joined.",
        ),
        fine("The Coastal Rescue Service (CRS) and Bharat Pumps (BPL) signed."),
        fine("The Ethics and Anti-Corruption Commission (EACC) met. The commission asked for the papers."),
        fine("Doctors of Médecins Sans Frontières (MSF) and the Internet Engineering Task Force (IETF) met."),
    ),
)
def acronym_lost_word(facts: Facts) -> Iterator[Hit]:
    """The acronym has a letter more than its expansion has words: one word was lost in translation.

    The repair guesses the word from those that the article itself uses. Where the letter may stand for
    “Limited” nothing is said.
    """
    for explained in _doubtful(facts):
        lost = _lost(explained)
        if lost is not None and (not explained.is_spelt or _uses_noun(facts, explained, lost)):
            why = f"no word stands for {explained.letters[lost]}"
            yield _hit(facts, explained, why, _with_noun(facts, explained, lost))


def _doubtful(facts: Facts) -> Iterator[Explained]:
    """Yield the explained acronyms that nothing excuses from being spelt in English."""
    for explained in facts.explained_acronyms:
        if in_section("place", explained.letters) or len(explained.letters) < 3:
            continue
        if not is_known_foreign(explained.letters) and not explained.expansion.of(facts.text).isupper():
            yield explained


def _lost(explained: Explained) -> int | None:
    """Return which letter of the acronym has lost its word, where a noun for it is known."""
    lost = lost_letter(explained.words, explained.letters)
    return lost if lost is not None and explained.letters[lost] in _NOUNS else None


def _uses_noun(facts: Facts, explained: Explained, lost: int) -> bool:
    """Whether the last letter is lost, and the article has the noun that it stands for.

    Only then does it not count that a word before has the letter inside.
    """
    if lost != len(explained.letters) - 1:
        return False
    return any(noun.casefold() in facts.vocabulary.places for noun in _NOUNS[explained.letters[lost]])


def _with_noun(facts: Facts, explained: Explained, lost: int) -> tuple[Fix, ...]:
    """Return the repairs that put a noun in for the lost letter, the article's own nouns first."""
    places = facts.vocabulary.places
    nouns = _NOUNS[explained.letters[lost]]
    ranked = sorted(nouns, key=lambda noun: -len(places.get(noun.casefold(), ())))[:3]
    words = list(explained.words)
    content = [index for index, word in enumerate(words) if word.casefold() not in SMALL_WORDS]
    at = content[lost] if lost < len(content) else len(words)
    known = known_expansion(explained.letters)
    expansions = [" ".join([*words[:at], noun, *words[at:]]) for noun in ranked]
    return _fixes(explained, [known, *expansions] if known else expansions)


def _fixes(explained: Explained, expansions: list[str]) -> tuple[Fix, ...]:
    return tuple(
        replacement(explained.whole, f"{expansion} ({explained.letters})", Applicability.UNSAFE)
        for expansion in expansions
    )


def _hit(facts: Facts, explained: Explained, why: str, fixes: tuple[Fix, ...]) -> Hit:
    words = explained.expansion.of(facts.text)
    return Hit(explained.whole, f"‘{words}’ does not spell {explained.letters}: {why}", fixes)


@check(
    "CNS202",
    "acronym-in-other-order",
    mqm="linguistic-conventions/word-order",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the acronym has the letters of its expansion in another order",
    needs=(given("explained_acronyms"),),
    examples=(
        bad(
            "A report by the [[Agency National of Forests (NFA)]] says so.",
            "A report by the [[National Forests Agency (NFA)]] says so.",
        ),
        bad(
            "He leads the [[Estonian Rowing Federation (EFR)]].",
            "He leads the [[Estonian Rowing Federation (ERF)]].",
        ),
        fine("A report by the National Agency of Forests (NAF) and the Rowing Union of Peru (RUP)."),
    ),
)  # fmt: skip
def acronym_in_other_order(facts: Facts) -> Iterator[Hit]:
    """The expansion or the acronym was left in the order of the other language.

    Left alone are acronyms that the world knows in that order.
    """
    for explained in _doubtful(facts):
        if not explained.is_turned_round:
            continue
        content = [word for word in explained.words if word.casefold() not in SMALL_WORDS]
        if (
            explained.words[0].casefold() in ORGANISATION_HEADS
            and explained.words[1].casefold() not in SMALL_WORDS
        ):
            ordered = _in_order(content, explained.letters)
            yield _hit(facts, explained, "its words are in another order", _fixes(explained, [ordered]))
        else:
            fix = replacement(explained.acronym, explained.initials, Applicability.UNSAFE)
            yield _hit(facts, explained, "its letters are in the order of another language", (fix,))


def _in_order(words: list[str], letters: str) -> str:
    left = list(words)
    ordered = []
    for letter in letters:
        word = next(word for word in left if word[0].upper() == letter)
        left.remove(word)
        ordered.append(word)
    return " ".join(ordered)


@check(
    "CNS203",
    "acronym-not-spelt",
    mqm="accuracy/mistranslation",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="the words before the acronym do not spell it",
    needs=(given("explained_acronyms"),),
    examples=(
        bad(
            "Money came from the [[World Farming Organization (IFAD)]].",
            "Money came from the [[International Fund for Agricultural Development (IFAD)]].",
        ),
        bad("She heads the [[Regional Ports Bureau (RPA)]] in the capital."),
        fine("Ana Duarte (USA) and the Regional Ports Authority (RPA) won; the rebels (FARC) lost."),
        fine("The Ministry of Trade and Industry (MITI) and the Geneva laboratory (CERN) agreed."),
    ),
)  # fmt: skip
def acronym_not_spelt(facts: Facts) -> Iterator[Hit]:
    """The name was translated anew; the acronym of its usual English or foreign name stands beside it.

    Acronyms that the world knows in another language are left alone, and so are names in brackets that have
    hardly a letter in common with what stands before.
    """
    for explained in _doubtful(facts):
        if explained.is_spelt or explained.is_turned_round or _lost(explained) is not None:
            continue
        known = known_expansion(explained.letters)
        shared = sum((Counter(explained.initials) & Counter(explained.letters)).values())
        if shared < (1 if known else _SHARED) or not _names_organisation(explained):
            continue
        if known is not None:
            why = f"{explained.letters} is known as the {known}"
            yield _hit(facts, explained, why, _fixes(explained, [known]))
        else:
            fix = replacement(explained.acronym, explained.initials, Applicability.SUGGESTION)
            yield _hit(facts, explained, "it may be that of the name in the other language", (fix,))


def _names_organisation(explained: Explained) -> bool:
    return (
        any(word.casefold() in ORGANISATION_HEADS for word in explained.words) or len(explained.initials) > 2
    )


CHECKS = (acronym_lost_word, acronym_in_other_order, acronym_not_spelt)
