"""A verb in the wrong number behind a pronoun: "they was"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, word_before
from lintnews.facts.numbers_of_words import TO_PLURAL, TO_SINGULAR
from lintnews.finding import Hit, replacement
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_VERBS = (*TO_PLURAL, *TO_SINGULAR)
_SINGULAR_PRONOUNS = frozenset("he she it".split())
_CLAUSE_OPENERS = frozenset('that said says but because although when where while and so since , “ "'.split())
_UNREAL = frozenset(
    "if though as wish wishes wished unless whether lest suppose supposing were rather".split()
)


@check(
    "GRM162",
    "pronoun-and-verb-disagree",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the pronoun asks for another form of the verb",
    needs=(words(_VERBS),),
    examples=(
        bad("The pilots said they [[was]] tired.", "The pilots said they were tired."),
        bad("He said it [[have]] rained.", "He said it has rained."),
        fine("If he were tired, he would sleep. Did it have wings? Neither she nor they were asked."),
        fine("“They was robbed,” he said. Among those is a boat. He wishes she were here."),
    ),
)
def pronoun_and_verb_disagree(facts: Facts) -> Iterator[Hit]:
    """They were, it was: languages whose verbs have no number leave "they was" and "it have"."""
    tokens = facts.tokens
    for index in facts.word_index.places(_VERBS):
        pronoun = word_before(facts, index)
        if pronoun is None or is_quoted(facts, index) or not is_prose(facts, index):
            continue
        fold = tokens[index].fold.replace("’", "'")
        wrong_plural = pronoun.fold in ("they", "we") and fold in TO_PLURAL
        wrong_singular = pronoun.fold in _SINGULAR_PRONOUNS and fold in TO_SINGULAR
        if not (wrong_plural or wrong_singular):
            continue
        before = word_before(facts, index - 1)
        if before is not None and before.fold not in _CLAUSE_OPENERS:
            continue
        if wrong_singular and _is_unreal(facts, index):
            continue
        if before is not None and before.fold == "and" and _joins_pronouns(facts, index):
            continue
        right = (TO_PLURAL if wrong_plural else TO_SINGULAR)[fold]
        yield Hit(
            tokens[index].span,
            f"‘{pronoun.text}’ asks for ‘{right}’, not ‘{tokens[index].text}’",
            (replacement(tokens[index].span, right),),
        )


def _is_unreal(facts: Facts, verb: int) -> bool:
    return any(facts.tokens[place].fold in _UNREAL for place in range(max(0, verb - 8), verb))


def _joins_pronouns(facts: Facts, verb: int) -> bool:
    """Whether the pronoun is the second of a pair: "his wife and he were"."""
    token = facts.tokens[verb - 3] if verb >= 3 else None
    return token is None or (token.is_word and "d" not in classes_of(token.fold))


CHECKS = (pronoun_and_verb_disagree,)
