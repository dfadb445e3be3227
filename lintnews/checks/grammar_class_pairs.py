"""A word and a class of words that never follows it: "they explanation", "would a"; part of rule GRM102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    begins_sentence,
    is_prose,
    is_quoted,
    sentence_text,
    span_of,
    word_after,
    word_before,
)
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.finding import Hit
from lintnews.inflection import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Helpers that are no nouns, and those that are.
_HELPERS = frozenset("would could should cannot".split())
_HELPERS_OR_NOUNS = frozenset("will must can may might".split())
_SUBJECTS = frozenset("he she they we".split())
_DETERMINERS = frozenset("the a an his her its their my our your these those".split())
_ARTICLES = frozenset(("a", "an"))
# Behind one of these the helper comes before its subject: "nor could the club", "only then would a".
_TURNERS = frozenset(
    "nor neither so than as only never not until rarely seldom little no where when if how what why which "
    "whom or and but then thus".split()
)
_REACH = 12
_BEFORE_VERB = frozenset("to will would can could must should".split())
_AFTER_HELPER = frozenset(("be", "have", "not"))
# Nouns by the table that stand beside a subject by right, as adverbs or in apposition.
_BESIDE_SUBJECT = frozenset(
    "today tomorrow yesterday tonight nothing something anything everything one men women people folk guys "
    "lot all both alone ex deep full non mid".split()
)
_BEFORE_OTHER_SUBJECT = frozenset("than as like and or is was he we".split())
#: Letters of words that are nouns, or nouns and adjectives, and nothing else.
_NOUN_ONLY = ({"1"}, {"1", "p"})


def class_pairs(facts: Facts) -> Iterator[Hit]:
    """Yield the nouns right behind "he", "they" or "could", and the articles right behind a helper.

    Left alone are questions and clauses that turn the order round ("only then could the club").
    """
    yield from _behind_helpers(facts)
    yield from _behind_subjects(facts)
    yield from _articles_before_helpers(facts)
    yield from _verbs_before_own(facts)


def _behind_helpers(facts: Facts) -> Iterator[Hit]:
    for index in facts.word_index.places(_HELPERS | _HELPERS_OR_NOUNS):
        helper, after = facts.tokens[index], word_after(facts, index)
        negated = after is not None and after.fold == "not"
        place = index + 2 if negated else index + 1
        after = word_after(facts, index, 2) if negated else after
        if after is None or not helper.text.islower() or not after.text.islower() or index in facts.names:
            continue
        sure = negated or helper.fold in _HELPERS
        followed = after.fold in (_DETERMINERS if sure else _ARTICLES)
        if not followed and sure and not negated:
            followed = _is_noun_only(facts, place)
        if (
            after.fold in _BESIDE_SUBJECT and after.fold not in _DETERMINERS
        ):  # "it should one day", "he would today"
            continue
        if followed and not _is_turned(facts, index) and _is_statement(facts, index):
            yield _hit(facts, index, place)


def _behind_subjects(facts: Facts) -> Iterator[Hit]:
    for index in facts.word_index.places(_SUBJECTS):
        subject, after, before = facts.tokens[index], word_after(facts, index), word_before(facts, index)
        if after is None or not after.text.islower() or after.fold in _BESIDE_SUBJECT:
            continue
        if not (subject.text.islower() or begins_sentence(facts, index)):
            continue
        if before is not None and before.fold in _BEFORE_OTHER_SUBJECT:
            continue
        if _is_noun_only(facts, index + 1) and _is_statement(facts, index):
            yield _hit(facts, index, index + 1)


def _articles_before_helpers(facts: Facts) -> Iterator[Hit]:
    """Yield "the will be", "a can have": before a verb "will" and "can" are no nouns."""
    for index in facts.word_index.places(_HELPERS_OR_NOUNS):
        before, after = word_before(facts, index), word_after(facts, index)
        if before is None or before.fold not in ("the", "a", "an") or after is None:
            continue
        if after.text in _AFTER_HELPER and facts.tokens[index].text.islower() and is_prose(facts, index):
            yield _hit(facts, index - 1, index)


def _verbs_before_own(facts: Facts) -> Iterator[Hit]:
    """Yield "to start own", which does not say whose own."""
    for index in facts.word_index.places(("own",)):
        verb, before = word_before(facts, index), word_before(facts, index - 1) if index else None
        if verb is None or before is None or before.fold not in _BEFORE_VERB:
            continue
        if "b" in classes_of(verb.fold) and verb.fold not in FUNCTION_WORDS and _is_statement(facts, index):
            yield _hit(facts, index - 1, index)


def _hit(facts: Facts, first: int, last: int) -> Hit:
    pair = f"{facts.tokens[first].text} {facts.tokens[last].text}"
    return Hit(
        span_of(facts, first, last), f"‘{pair}’ cannot stand side by side: a word is missing or out of place"
    )


def _is_noun_only(facts: Facts, index: int) -> bool:
    fold = facts.tokens[index].fold
    return index not in facts.names and fold not in FUNCTION_WORDS and classes_of(fold) in _NOUN_ONLY


def _is_turned(facts: Facts, index: int) -> bool:
    """Whether a word before the helper lets it stand before its subject, or a mark ends a clause."""
    before = word_before(facts, index)
    if before is None or before.text == "," or begins_sentence(facts, index):
        return True
    return any(facts.tokens[place].fold in _TURNERS for place in range(max(0, index - _REACH), index))


def _is_statement(facts: Facts, index: int) -> bool:
    if not is_prose(facts, index) or is_quoted(facts, index):
        return False
    return not sentence_text(facts, index).rstrip("”\"’'").endswith(("?", "…", "..."))
