"""A verb in the wrong number behind its noun: "900 people was injured", "one of the ships were"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, is_quoted, word_after, word_before
from lintnews.facts.numbers_of_words import COLLECTIVE, EITHER_NUMBER, GROUPS, TO_PLURAL, TO_SINGULAR
from lintnews.facts.tokens import TokenKind
from lintnews.finding import Hit, replacement
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_VERBS = (*TO_PLURAL, *TO_SINGULAR)

_PLURAL_OPENERS = frozenset(
    "these those many several few most some all both other such two three four five six seven eight nine ten "
    "eleven twelve twenty thirty forty fifty hundreds thousands millions dozens scores".split()
)
_EITHER_OPENERS = frozenset("the his her its their our my".split())
_SINGULAR_OPENERS = frozenset("a an this that each every another one either neither".split())
_BEFORE_NUMBER = frozenset(
    "more than at least about around nearly almost over only some up to fewer less".split()
)
#: Words that part a noun from what is said of it, and leave it the head: "protests in the capital".
_PREPOSITIONS = frozenset(
    "of in on at for from with against between near around by across inside outside".split()
)
_MEASURED_NOUNS = frozenset("people".split())
_OPENERS = frozenset("that said says but while because although added".split())
# "What hurts people is …", "raising prices is …": the subject is no noun.
_ENDS_OF_SUBJECT = frozenset(
    "who which what that whom whose when where how why if whether as than or and nor".split()
)
_MODALS = frozenset("will would can could shall should may might must do does did".split())
_LONGEST = 9


@check(
    "GRM161",
    "verb-in-wrong-number",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="subject and verb do not agree in number",
    needs=(words(_VERBS),),
    examples=(
        bad("More than 900 people [[was]] injured.", "More than 900 people were injured."),
        bad("The food prices [[is]] rising again.", "The food prices are rising again."),
        bad("He said the bridge [[were]] closed.", "He said the bridge was closed."),
        bad("Protests in the capital [[has]] grown.", "Protests in the capital have grown."),
        fine("The majority are old. Ten years is a long time. The Netherlands is flat. The news is bad."),
        fine("The team were late, and the police have come. What hurts people is fear."),
        fine("The injured were flown out."),
        fine("A match without goals is played again. A letter that the code lacks is left out."),
        fine("If the bridge were closed, he would swim. The number of people is small. The rich are few."),
        fine("Raising prices is easy. The mayor and his aides were there. Among the ruins was a boat."),
    ),
)  # fmt: skip
def verb_in_wrong_number(facts: Facts) -> Iterator[Hit]:
    """A verb stands in the number of its subject: "the prices are", "the bridge was".

    Chinese, Japanese, Turkish and Indonesian verbs have no number, and Russian has no "is". Only a subject
    that begins its clause and is a plain noun is looked at. Groups, amounts and words that take both are
    left alone.
    """
    for index in facts.word_index.places(_VERBS):
        token = facts.tokens[index]
        right = _right_form(facts, index)
        if right is not None and is_prose(facts, index) and not is_quoted(facts, index):
            yield Hit(
                token.span,
                f"the subject of ‘{token.text}’ asks for ‘{right}’",
                (replacement(token.span, right),),
            )


def _right_form(facts: Facts, verb: int) -> str | None:
    fold = facts.tokens[verb].fold.replace("’", "'")
    found = _subject_before(facts, verb)
    if found is None:
        return None
    first, head = found
    if fold in TO_PLURAL and _is_plural(facts, first, head, verb):
        return TO_PLURAL[fold]
    if fold in TO_SINGULAR and _is_singular(facts, first, head):
        return TO_SINGULAR[fold]
    return None


def _subject_before(facts: Facts, verb: int) -> tuple[int, int] | None:
    """Return first word and noun of the noun phrase from the beginning of a clause up to the verb."""
    tokens = facts.tokens
    place = verb - 1
    while place >= 0 and place > verb - _LONGEST:
        token = tokens[place]
        is_number = token.kind is TokenKind.NUMBER or token.text == "%"
        if not (token.is_word or is_number) or token.fold in _MODALS:
            return None
        if token.fold in _ENDS_OF_SUBJECT and tokens[place - 1].fold not in ("more", "less", "fewer"):
            return None
        before = word_before(facts, place)
        if begins_sentence(facts, place) or (
            before is not None
            and before.fold in _OPENERS
            and _opens(facts, place)
            and not _is_relative(facts, place)
        ):
            head = _head(facts, place, verb)
            return None if head is None else (place, head)
        place -= 1
    return None


def _is_relative(facts: Facts, place: int) -> bool:
    """Whether a "that" before the word follows a noun: "a letter that the code lacks is …"."""
    noun = word_before(facts, place - 1) if facts.tokens[place - 1].fold == "that" else None
    return noun is not None and "1" in classes_of(noun.fold)


def _opens(facts: Facts, place: int) -> bool:
    """Whether the word may begin a subject behind "said" and its like."""
    fold = facts.tokens[place].fold
    return (
        fold in _EITHER_OPENERS | _SINGULAR_OPENERS | _PLURAL_OPENERS
        or facts.tokens[place].kind is TokenKind.NUMBER
    )


def _head(facts: Facts, first: int, verb: int) -> int | None:
    """Return the noun before the first preposition; None where the phrase has another verb or a clause."""
    tokens = facts.tokens
    end = verb
    for place in range(first + 1, verb):
        if tokens[place].fold in _PREPOSITIONS:
            end = place
            break
    for place in range(first, verb):
        token = tokens[place]
        found = classes_of(token.fold)
        if token.text.islower() and found and found.isdisjoint("12pact") and token.fold not in _BEFORE_NUMBER:
            return None
        if token.fold.endswith("ing") and place < end - 1 and place == first:
            return None
        if token.fold in ("there", "here", "not") or (token.fold == "to" and tokens[place - 1].fold != "up"):
            return None
    return end - 1 if end > first else None


def _is_plural(facts: Facts, first: int, head: int, verb: int) -> bool:
    tokens = facts.tokens
    noun, opener = tokens[head], tokens[first]
    has_number = any(tokens[place].kind is TokenKind.NUMBER for place in range(first, head))
    # Behind a singular opener the noun at hand is not the head: "a match without goals is".
    if opener.fold in _SINGULAR_OPENERS or noun.fold in (EITHER_NUMBER - _MEASURED_NOUNS | {"%", "percent"}):
        return False
    if head in facts.names or (noun.text[0].isupper() and head != first) or noun.fold in COLLECTIVE:
        return False
    is_people = noun.fold in ("people", "men", "women", "children")
    if not is_people and (
        not noun.fold.endswith("s") or noun.fold.endswith("ss") or classes_of(noun.fold) - {"2", "s"}
    ):
        return False
    if not is_people and "2" not in classes_of(noun.fold):
        return False
    counted = has_number or opener.fold in _BEFORE_NUMBER or opener.fold in _PLURAL_OPENERS
    if counted:
        return _is_participle(facts, verb + 1)
    return opener.fold in _EITHER_OPENERS or first == head or tokens[first].text.istitle()


def _is_participle(facts: Facts, index: int) -> bool:
    """Whether something is done by or to the counted: "900 people is too many" counts an amount."""
    token = facts.tokens[index] if index < len(facts.tokens) else None
    if token is None or not token.is_word:
        return False
    found = classes_of(token.fold)
    return (
        not found.isdisjoint("ng")
        and found.isdisjoint("12ac")
        and token.fold not in ("needed", "required", "left")
    )


def _is_singular(facts: Facts, first: int, head: int) -> bool:
    tokens = facts.tokens
    noun, opener = tokens[head], tokens[first]
    if opener.fold not in _EITHER_OPENERS | _SINGULAR_OPENERS or head == first:
        return False
    if noun.text[0].isupper() or head in facts.names or not noun.text.islower():
        return False
    if (
        noun.fold in COLLECTIVE
        or noun.fold in GROUPS
        or noun.fold in EITHER_NUMBER
        or noun.fold.endswith(("s", "men", "people", "ese", "ish"))
    ):
        return False
    if head + 1 < len(tokens) and tokens[head + 1].fold == "of":
        return False  # GRM106 knows "the impact of the taxes are"
    found = classes_of(noun.fold)
    return "1" in found and found.isdisjoint("2pnctag")


@check(
    "GRM163",
    "one-of-them-are",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘one of …’, ‘each’ and ‘every’ are one: the verb is singular",
    needs=(words("one each every neither"),),
    examples=(
        bad("One of the ships [[were]] lost.", "One of the ships was lost."),
        bad("Every house [[have]] a well.", "Every house has a well."),
        fine("She is one of the few who are left. They each have a well."),
        fine("One of the ships that were lost is old."),
        fine("One in ten of them are old. Every man and woman were asked. Not one of the ships was lost."),
    ),
)  # fmt: skip
def one_of_them_are(facts: Facts) -> Iterator[Hit]:
    """The noun nearest to the verb draws it into its number: "one of the ships were"."""
    tokens = facts.tokens
    for index in facts.word_index.places(("one", "each", "every")):
        before = word_before(facts, index)
        if not (before is None or begins_sentence(facts, index) or before.fold in _OPENERS):
            continue
        verb = _verb_after_one(facts, index)
        if verb is None or not is_prose(facts, verb) or is_quoted(facts, verb):
            continue
        right = TO_SINGULAR[tokens[verb].fold]
        yield Hit(
            tokens[verb].span,
            f"‘{tokens[index].text}’ is one: ‘{right}’, not ‘{tokens[verb].text}’",
            (replacement(tokens[verb].span, right),),
        )


def _verb_after_one(facts: Facts, index: int) -> int | None:
    tokens = facts.tokens
    place = index + 1
    if tokens[index].fold != "every":
        if word_after(facts, index) is None or tokens[place].fold != "of":
            return None
        place += 1
        if place >= len(tokens) or tokens[place].fold not in _EITHER_OPENERS | {"these", "those"}:
            return None
        place += 1
    for verb in range(place, min(place + 4, len(tokens))):
        token = tokens[verb]
        if token.fold in TO_SINGULAR:
            return (
                verb
                if verb > place and (tokens[index].fold == "every" or tokens[verb - 1].fold.endswith("s"))
                else None
            )
        if not token.is_word or token.fold in _ENDS_OF_SUBJECT or token.fold in _PREPOSITIONS:
            return None
    return None


CHECKS = (verb_in_wrong_number, one_of_them_are)
