"""Pronouns that nothing in their sentence can be meant by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, is_quoted, word_after
from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_kinds import NameKind
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_MAKE = frozenset("making make made makes".split())
_LOOK = frozenset("look appear seem feel".split())
# What only people and those they make up can be seen to be.
_OF_PEOPLE = frozenset(
    "weak strong foolish guilty stupid scared cowardly ridiculous incompetent vulnerable afraid greedy "
    "heartless helpless naive arrogant desperate generous innocent".split()
)
_PEOPLE = frozenset("they we".split())


@check(
    "GRM120",
    "it-for-people",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="‘it’ has nothing to stand for: the sentence speaks of people",
    needs=(words(_LOOK), words(_MAKE), words(_OF_PEOPLE)),
    examples=(
        bad(
            "They may have called off the march to avoid making [[it]] look weak.",
            "They may have called off the march to avoid making them look weak.",
        ),
        bad(
            "They sent the letters back, for the answer made [[it]] look foolish.",
            "They sent the letters back, for the answer made them look foolish.",
        ),
        fine("They cut the fence to make it look weak. They say the club gave in, making it look weak."),
        fine("The party sent a letter, making it look strong. They backed Norway to make it look strong."),
    ),
)
def it_for_people(facts: Facts) -> Iterator[Hit]:
    """A language with one pronoun for people and things leaves an "it" that stands for nothing.

    Reported where "they" or "we" opens the sentence, which names nobody and no body of people, and the word
    is said of people only.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_LOOK):
        if index < 3 or tokens[index - 1].fold != "it" or tokens[index - 2].fold not in _MAKE:
            continue
        quality = word_after(facts, index)
        sentence = facts.article.sentence_at(tokens[index].start)
        if quality is None or quality.fold not in _OF_PEOPLE or sentence is None:
            continue
        place = facts.token_range(sentence.span)
        if tokens[place.start].fold not in _PEOPLE or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        before = range(place.start, index - 1)
        if facts.names.any_in(before) or any(
            tokens[i].fold in _BODIES or tokens[i].fold == "it" for i in before
        ):
            continue
        if any(tokens[i].fold in ("the", "its", "a") and tokens[i + 1].fold in _THINGS for i in before):
            continue
        owner = ("them", "themselves") if tokens[place.start].fold == "they" else ("us", "ourselves")
        pronoun = tokens[index - 1]
        yield Hit(
            pronoun.span,
            f"‘it’ has nothing to stand for: ‘{tokens[place.start].text}’ are people",
            tuple(replacement(pronoun.span, right) for right in owner),
        )


_BODIES = frozenset(
    "government party army police club team company firm union group movement country state ministry court "
    "council committee bank church city village side coalition alliance regime leadership force".split()
)
_THINGS = frozenset(
    "fence wall wire door house building bridge case argument evidence plan offer deal bid law".split()
)


_NAMING = frozenset("described called termed labelled labeled branded denounced dismissed".split())
_MEN = frozenset(
    "minister president premier chancellor spokesman leader chief general king prince mayor governor envoy "
    "ambassador ayatollah pope man officer official director head secretary he his him".split()
)


@check(
    "GRM121",
    "he-for-a-country",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a country is ‘it’",
    needs=(words(_NAMING), words("what")),
    examples=(
        bad(
            "Norway has written to the agency to complain about what [[he]] called a slur.",
            "Norway has written to the agency to complain about what it called a slur.",
        ),
        bad(
            "Japan protested on Monday against what [[he]] described as a threat.",
            "Japan protested on Monday against what it described as a threat.",
        ),
        fine("Norway wrote to its envoy, Lars Berg, about what he called a slur."),
        fine("Norway’s premier wrote about what he called a slur. Norway wrote of what it called a slur."),
    ),
)
def he_for_a_country(facts: Facts) -> Iterator[Hit]:
    """Where nouns have genders, a country is "he" or "she", and a machine may keep that.

    Reported where a country opens the sentence, acts in it, and describes something "what he called"; anybody
    else named before, or any man before the verb, silences the rule.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_NAMING):
        if index < 5 or tokens[index - 1].fold not in ("he", "she") or tokens[index - 2].fold != "what":
            continue
        sentence = facts.article.sentence_at(tokens[index].start)
        if sentence is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        place = facts.token_range(sentence.span)
        if _is_country(facts, place.start) and not _names_somebody(facts, range(place.start + 1, index - 1)):
            pronoun = tokens[index - 1]
            yield Hit(
                pronoun.span,
                f"‘{tokens[place.start].text}’ is ‘it’, not ‘{pronoun.text}’",
                (replacement(pronoun.span, "it"),),
            )


def _is_country(facts: Facts, index: int) -> bool:
    token = facts.tokens[index]
    return (
        begins_sentence(facts, index)
        and token.text[0].isupper()
        and not token.fold.endswith("'s")
        and in_section("place", token.text)
    )


def _names_somebody(facts: Facts, place: range) -> bool:
    """Whether anybody between the country and the pronoun may be meant by the pronoun."""
    tokens = facts.tokens
    for mention in facts.names.mentions:
        if mention.tokens.start in place and mention.kind in _MAY_BE_HE:
            return True
    verb = next((i for i in place if tokens[i].fold.endswith("ed") or tokens[i].fold in _VERBS), None)
    return verb is None or any(tokens[i].fold in _MEN for i in range(place.start, verb))


_MAY_BE_HE = (NameKind.PERSON, NameKind.UNKNOWN, NameKind.OFFICE)
_VERBS = frozenset("has had have wrote said told sent gave took made held spoke rose called".split())

CHECKS = (it_for_people, he_for_a_country)
