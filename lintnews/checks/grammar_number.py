"""A noun in the wrong number behind a word that fixes it: "many country", "every days"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of, word_after, word_before
from lintnews.facts.plurals import singular
from lintnews.finding import Hit, replacement
from lintnews.inflection import classes_of, regular
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Nouns that are counted, and are neither verbs nor adjectives before another noun.
_NOUNS = frozenset(
    "country city person company man woman child problem reason leader place thing factor official member "
    "university measure challenge village soldier worker farmer student teacher doctor patient building "
    "question activity family vehicle island province institution resident player journalist politician "
    "citizen lawmaker militant enterprise expert hospital minister lawyer method opportunity goal lesson "
    "neighbour neighbor refugee scientist tourist victim voter writer year month week hour".split()
)
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_PLURALS = {
    noun: _IRREGULAR.get(noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s") for noun in _NOUNS
}
_SINGULARS = {plural: noun for noun, plural in _PLURALS.items()}
_MANY = frozenset("many several numerous various these those".split())
_ONE = frozenset("every each another".split())
_DETERMINERS = frozenset("the his her their its our my your these those".split())
# After the noun these show that no other noun follows, whose first part it would be.
_AFTER = frozenset(
    ". , ; ! ? ) in of who that which were are have to from with at for on was is had has will would can by "
    "said during after before where when because since under into".split()
)
_LONGEST = 4


@check(
    "GRM123",
    "number-of-noun",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the word before asks for the other number",
    needs=(words(_PLURALS, _SINGULARS, "one"), words(_MANY, _ONE, "one")),
    examples=(
        bad("It is one of the oldest [[island]] in the sea.", "It is one of the oldest islands in the sea."),
        bad(
            "He has been to several [[country]] in the east.", "He has been to several countries in the east."
        ),
        bad("Every [[villages]] in the valley has a well.", "Every village in the valley has a well."),
        bad(
            "It was one of the strictest [[curfew]] in the world.",
            "It was one of the strictest curfews in the world.",
        ),
        fine("It is one of the best known in the industry, and one of the most sought after in music."),
        fine("He is one of the country’s best. Many a man was lost. These company cars are old."),
        fine("Every few years another two villages flood. One of the family is ill."),
    ),
)
def number_of_noun(facts: Facts) -> Iterator[Hit]:
    """Languages that do not mark the plural (Chinese, Japanese, Turkish after numbers) leave the singular.

    Reported for nouns that are always counted, and only where no other noun follows.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_PLURALS):
        if _wants_plural(facts, index):
            yield from _hit(facts, index, _PLURALS[tokens[index].fold])
    for index in facts.word_index.places(("one",)):
        noun = _singular_after_one_of(facts, index)
        if noun is not None:
            yield from _hit(facts, noun, regular(tokens[noun].fold, "n")[1])
    for index in facts.word_index.places(_SINGULARS):
        before = word_before(facts, index)
        if before is not None and before.fold in _ONE:
            yield from _hit(facts, index, _SINGULARS[tokens[index].fold])


def _singular_after_one_of(facts: Facts, index: int) -> int | None:
    """Return the noun of "one of the strictest curfew": one that is nothing but a singular."""
    tokens = facts.tokens
    opening = [word_after(facts, index, steps) for steps in (1, 2)]
    if opening[0] is None or opening[0].fold != "of":
        return None
    if opening[1] is None or opening[1].fold not in _DETERMINERS:
        return None
    compared = False
    for place in range(index + 3, min(index + 3 + _LONGEST + 1, len(tokens))):
        word, classes = tokens[place], classes_of(tokens[place].fold)
        if word.fold in ("most", "least", "first", "last") or "t" in classes:
            compared = True
        elif classes == {"1"} and word.fold not in _PLURALS:
            return place if compared and place not in facts.names else None
        elif not classes & frozenset("pnc") or "2" in classes:
            return None
    return None


def _hit(facts: Facts, index: int, right: str) -> Iterator[Hit]:
    token = facts.tokens[index]
    follower = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
    if not token.text.islower() or follower is None or follower.fold not in _AFTER:
        return
    if not is_prose(facts, index) or is_quoted(facts, index):
        return
    yield Hit(
        span_of(facts, index, index),
        f"‘{right}’ is wanted here, not ‘{token.text}’",
        (replacement(token.span, right),),
    )


def _wants_plural(facts: Facts, index: int) -> bool:
    tokens = facts.tokens
    before = word_before(facts, index)
    if before is None or not before.is_word:
        return False
    if before.fold in _MANY:
        return True
    # "one of the … NOUN", with adjectives only between.
    for place in range(index - 1, max(-1, index - _LONGEST), -1):
        if tokens[place].fold in _DETERMINERS:
            opens = place > 1 and tokens[place - 1].fold == "of" and tokens[place - 2].fold == "one"
            compared = any(t.fold.endswith("est") or t.fold == "most" for t in tokens[place + 1 : index])
            return opens and (compared or (place == index - 1 and tokens[index].fold not in _BODIES))
        if not tokens[place].text.islower() or singular(tokens[place].fold):
            return False
    return False


# "One of the family" is one of its members.
_BODIES = frozenset("family company university enterprise institution country city village province".split())


CHECKS = (number_of_noun,)
