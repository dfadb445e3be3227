"""Subject and verb that disagree in number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    begins_sentence,
    is_prose,
    is_quoted,
    span_of,
    word_after,
    word_before,
)
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.numbers_of_words import COLLECTIVE
from lintnews.facts.plurals import singular
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_SINGULAR = {"are": "is", "were": "was", "have": "has"}
_PLURAL = {"is": "are", "was": "were", "has": "have"}

_OPENERS = frozenset("that said says but while because although".split())
_INSIDE_STOPS = frozenset("and or which who that whom for in on whether how what why where when".split())


@check(
    "GRM106",
    "verb-agrees-with-neighbour",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the verb belongs to the first noun, not to the one beside it",
    needs=(words(_SINGULAR), words("of")),
    examples=(
        bad(
            "The impact of the new taxes [[are]] felt in the ports.",
            "The impact of the new taxes is felt in the ports.",
        ),
        bad(
            "He said the death of two hundred hens [[were]] a lie.",
            "He said the death of two hundred hens was a lie.",
        ),
        fine("The majority of the ships are old. Also on the list of ships are two ferries."),
        fine(
            "The effect of the taxes and the cost of the repairs are felt. The heads of the firms are known."
        ),
    ),
)
def verb_agrees_with_neighbour(facts: Facts) -> Iterator[Hit]:
    """A verb agrees with the noun that it is said of, not with the last one before it.

    Machines, as people do, take the nearer noun: "the impact of the taxes are". Groups and amounts ("the
    majority of the ships are"), which take both, are left alone, and so is all that is not the beginning of
    its clause.
    """
    for index in facts.word_index.places(_SINGULAR):
        head = _head_before(facts, index)
        if head is not None and is_prose(facts, index) and not is_quoted(facts, index):
            token = facts.tokens[index]
            right = _SINGULAR[token.fold]
            yield Hit(
                span_of(facts, index, index),
                f"‘{token.text}’ is said of ‘{facts.tokens[head].text}’, which is one: ‘{right}’",
                (replacement(token.span, right),),
            )


def _head_before(facts: Facts, verb: int) -> int | None:
    """Return the singular noun of "the NOUN of … NOUNS" right before the verb, from the start of a clause."""
    tokens = facts.tokens
    plural = word_before(facts, verb)
    if plural is None or not plural.text.islower() or not singular(plural.fold):
        return None
    place = verb - 2
    while place > verb - 6 and place > 1 and tokens[place].fold != "of":
        if (
            not (tokens[place].text.islower() or tokens[place].text[0].isdecimal())
            or not tokens[place].text.isalnum()
        ):
            return None
        if tokens[place].fold in _INSIDE_STOPS:
            return None
        place -= 1
    head, article = place - 1, place - 2
    if (
        article < 0
        or tokens[place].fold != "of"
        or tokens[article].fold not in ("the", "this", "his", "her", "its")
    ):
        return None
    word = tokens[head].fold
    if word in COLLECTIVE or word.endswith(("s", "est", "men", "people")) or not tokens[head].text.islower():
        return None
    before = word_before(facts, article)
    opens = before is None or begins_sentence(facts, article) or before.fold in _OPENERS
    return head if opens and word_after(facts, article, verb - article) is not None else None


_SEND = frozenset(
    "rushing sending deploying dispatching moving providing offering imposing shipping flying".split()
)
_STATES = frozenset("says said".split())


@check(
    "GRM117",
    "second-verb-of-speaker",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="this verb belongs to the one who speaks, not to those spoken of",
    needs=(words(_SEND), words("are")),
    examples=(
        bad(
            "Ankara says its engineers are well and [[are sending]] tents to the coast.",
            "Ankara says its engineers are well and is sending tents to the coast.",
        ),
        bad(
            "Norway says its crews are unharmed and [[are flying]] a doctor to the ship.",
            "Norway says its crews are unharmed and is flying a doctor to the ship.",
        ),
        fine("Ankara says its engineers are well and are sending for their families."),
        fine("Ankara says its engineers are busy and is sending tents. Its ships are old and are moving."),
    ),
)
def second_verb_of_speaker(facts: Facts) -> Iterator[Hit]:
    """In "X says its people are safe and are sending help" it is X who sends.

    The machine lets the second verb agree with the nearest plural. Reported for verbs of sending, with an
    object, where the one who speaks is a place or an organisation.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_SEND):
        if index < 7 or tokens[index - 1].fold != "are" or tokens[index - 2].fold != "and":
            continue
        state, are, people, owner, says = (tokens[index - steps] for steps in (3, 4, 5, 6, 7))
        if are.fold != "are" or owner.fold != "its" or says.fold not in _STATES or not state.is_word:
            continue
        speaker, target = word_before(facts, index - 7), word_after(facts, index)
        named = index - 8 in facts.names and not _is_person(facts, index - 8)
        if speaker is None or target is None or not named or not singular(people.fold):
            continue
        if target.fold not in ("for", "to", "on", "in", "at", "and", "from", "away", "out") and is_prose(
            facts, index
        ):
            span = span_of(facts, index - 1, index)
            yield Hit(
                span,
                f"it is {speaker.text} that is {tokens[index].text}, not ‘{people.text}’",
                (replacement(span, f"is {tokens[index].text}"),),
            )


def _is_person(facts: Facts, index: int) -> bool:
    return any(index in m.tokens and m.kind is NameKind.PERSON for m in facts.names.mentions)


_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty several many numerous various".split()
)


@check(
    "GRM118",
    "there-is-many",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="more than one: ‘there are’",
    needs=(words("there"), words(_COUNTS)),
    examples=(
        bad("There [[is]] many islands without a doctor.", "There are many islands without a doctor."),
        bad(
            "He said there [[was]] several boats on the lake.",
            "He said there were several boats on the lake.",
        ),
        fine("There is many a slip. There was two hours’ delay. There is two per cent more."),
    ),
)
def there_is_many(facts: Facts) -> Iterator[Hit]:
    """Languages whose "there is" never changes (French, Hausa, Chinese) leave it so before a plural."""
    for index in facts.word_index.places(("there",)):
        verb, count, noun = (word_after(facts, index, steps) for steps in (1, 2, 3))
        if verb is None or count is None or noun is None or verb.fold not in ("is", "was"):
            continue
        plural = singular(noun.fold) or noun.fold in ("people", "men", "women", "children")
        if count.fold not in _COUNTS or not plural or not noun.text.islower() or noun.fold.endswith("s'"):
            continue
        after = word_after(facts, index, 4)
        if is_prose(facts, index) and not is_quoted(facts, index) and (after is None or after.fold != "of"):
            if noun.fold in ("hours", "days", "weeks", "years", "months", "minutes", "miles", "metres"):
                continue
            yield Hit(verb.span, None, (replacement(verb.span, _PLURAL[verb.fold]),))


CHECKS = (verb_agrees_with_neighbour, second_verb_of_speaker, there_is_many)
