"""Two words of grammar that English never puts side by side: "the of", "their the", "has be", "and."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_class_pairs import class_pairs
from lintnews.checks.grammar_context import (
    begins_sentence,
    follows_gap_opener,
    is_prose,
    is_quoted,
    span_of,
    word_after,
    word_before,
)
from lintnews.facts.word_pairs import IMPOSSIBLE, MODALS_AS_NOUNS, is_right, needs_open_clause
from lintnews.finding import Hit
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts


#: Words that one other always follows.
_LEADING_TO = {"according": frozenset(("to", "as"))}
#: What no sentence ends in.
_NEVER_LAST = frozenset(
    "the a an my your our their its every very and or than because although whereas".split()
)
_ENDS = frozenset(".!?;")
#: What no comma follows.
_NEVER_BEFORE_COMMA = frozenset("the an my your our their its every".split())


@check(
    "GRM102",
    "impossible-pair",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="these words cannot stand side by side: a word is missing or out of place",
    examples=(
        bad("The mayor praised [[the of]] the new bridge."),
        bad("Traders hoped that [[their would]] rise again."),
        bad("The talks are [[about the.]]"),
        bad("The dam is safe [[according the]] mayor of the town."),
        bad("It is the oldest [[of the,]] though the smallest."),
        bad("The widow said that [[they preference]] the old ferry."),
        bad("In the spring the county [[will a]] ferry between the islands."),
        bad("They hope to [[start own]] their ferry line."),
        bad("He swam back [[the against]] strong current."),
        bad("[[The will]] be used for the repair of the dam."),
        fine("A friend of his in Oslo asked how, as and when, the about 200 boats were sold by them."),
        fine("The weather is on the improve, said the bureau."),
        fine("The clause stays in the code in case the court should one day change its mind."),
        fine("Nor could the county pay. Only then would a ferry sail. He today said they alone would."),
        fine("The towns they came from are gone, and all they have is hope. It would have been a blow."),
        fine("He put a spoke in the wheel of the reform."),
        fine("He plays for The Who. “I want the…” she said. The has-been dined a la carte."),
        fine("The vase, made in Xi’an, is a gift. “It has the…” He had and has no rival."),
    ),
)
def impossible_pair(facts: Facts) -> Iterator[Hit]:
    """Small words that cannot follow each other show that a word is missing or that the order broke down.

    A decoder that loses a word leaves "the of" or "their was", one that shuffles leaves "been are". Left
    alone are clauses that end in such a word ("all they have is hope"), names, and speech that breaks off.
    """
    yield from _pairs(facts)
    yield from _ends(facts)
    yield from _lost_followers(facts)
    yield from class_pairs(facts)


def _lost_followers(facts: Facts) -> Iterator[Hit]:
    for index in facts.word_index.places(_LEADING_TO):
        word, after = facts.tokens[index], word_after(facts, index)
        followers = _LEADING_TO[word.fold]
        if after is not None and after.is_word and after.fold not in followers and _is_plain(facts, index):
            yield Hit(
                span_of(facts, index, index + 1),
                f"‘{word.text}’ is followed by ‘to’: a word is missing or out of place",
            )


def _pairs(facts: Facts) -> Iterator[Hit]:
    tokens = facts.tokens
    folds, by_fold = (*facts.folds, ""), facts.word_index.by_fold
    places = [
        index
        for fold, impossible in IMPOSSIBLE.items()
        for index in by_fold.get(fold, ())
        if folds[index + 1] in impossible
    ]
    for index in sorted(places):
        token = tokens[index]
        after = word_after(facts, index)
        if after is None or not after.text.islower() or not _is_plain(facts, index):
            continue
        if _is_rightly_paired(facts, index):
            continue
        yield Hit(
            span_of(facts, index, index + 1),
            f"‘{token.text} {after.text}’ cannot stand side by side: a word is missing or out of place",
        )


def _is_plain(facts: Facts, index: int) -> bool:
    """Whether the word is written as a word of running text, not as part of a name or of an abbreviation."""
    token = facts.tokens[index]
    before = word_before(facts, index)
    if not (token.text.islower() or begins_sentence(facts, index)) or index in facts.names:
        return False
    if before is not None and before.text in "'’‘`-–/&" and before.end == token.start:
        return False
    return is_prose(facts, index)


def _is_rightly_paired(facts: Facts, index: int) -> bool:
    first, second = facts.tokens[index].fold, facts.tokens[index + 1].fold
    before, third = word_before(facts, index), word_after(facts, index, 2)
    if first == second:  # a doubled word is another rule's
        return True
    if first == "i" and not (facts.tokens[index].text == "I" and (before is None or before.text.islower())):
        return True  # "Charles I the Bald"
    if needs_open_clause(first, second) and follows_gap_opener(facts, index):
        return True
    if first in MODALS_AS_NOUNS and before is not None and not before.text.islower():
        return True
    return is_right(before.fold if before else "", first, second, third.fold if third else "")


def _ends(facts: Facts) -> Iterator[Hit]:
    tokens, text = facts.tokens, facts.text
    for index in facts.word_index.places(_NEVER_LAST):
        if not 0 < index < len(tokens) - 1 or not _breaks(tokens[index].fold, tokens[index + 1].text):
            continue
        token, end = tokens[index], tokens[index + 1]
        breaks_off = end.start != token.end or not text[end.end : end.end + 1].isspace()
        if (breaks_off and end.end != len(text)) or not token.text.islower():
            continue
        if _is_plain(facts, index) and not is_quoted(facts, index):
            yield Hit(
                span_of(facts, index - 1, index + 1),
                f"no sentence or clause ends in ‘{token.text}’: a word is missing or out of place",
            )


def _breaks(fold: str, mark: str) -> bool:
    return mark in _ENDS or (mark == "," and fold in _NEVER_BEFORE_COMMA)


CHECKS = (impossible_pair,)
