"""A future where the sentence names a time that is over: "Two months ago, the club will open a school"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of
from lintnews.facts.name_words import WEEKDAYS
from lintnews.facts.verbs import SURE_PASTS
from lintnews.finding import Hit
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_COUNTS = frozenset(
    "a two three four five six seven eight nine ten several few many some about almost".split()
)
_UNITS = frozenset("day days week weeks month months year years hours decades".split())
_LAST_WHAT = frozenset("week month year night summer winter spring autumn".split()) | WEEKDAYS
# With one of these before the verb it belongs to another clause than the time.
_STOPS = frozenset(
    "that which who whom whose where when as since from than for to before after until if because while and "
    "or but said says was were had did would could has have is are".split()
)
_FARTHEST = 12


@check(
    "GRM153",
    "future-with-past-time",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="‘will’ does not go with a time that is over",
    pivots=("zh", "ja", "th", "id"),
    needs=(words("will"),),
    examples=(
        bad("Two months ago, the club [[will]] open a school for its players."),
        bad("Yesterday the council [[will]] close the bridge to lorries.\n\nIt is old."),
        bad("In 1884, the inventor [[will]] take a post in Graz."),
        fine("In 2024, growth will be slow. A year ago nobody knew who will win. Last week he said he will."),
        fine("Two months ago, it was said that the club will open a school. Yesterday is over."),
    ),
)
def future_with_past_time(facts: Facts) -> Iterator[Hit]:
    """Languages without tenses leave it to the machine to guess, and it may guess the future.

    Reported where the time opens the sentence and the verb is the first after it.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(("will",)):
        sentence = facts.article.sentence_at(tokens[index].start)
        if sentence is None or tokens[index].text != "will" or not is_prose(facts, index):
            continue
        start = facts.token_range(sentence.span).start
        if not start < index <= start + _FARTHEST or is_quoted(facts, index) or index in facts.names:
            continue
        opening = tokens[start:index]
        length = _past_time(opening)
        if length and len(opening) > length and not any(_ends_clause(token) for token in opening[length:]):
            time = span_of(facts, start, start + length - 1).of(facts.text)
            yield Hit(tokens[index].span, f"‘will’ does not go with ‘{time}’, which is over")


def _past_time(opening: tuple[Token, ...]) -> int:
    """Return how many words at the beginning name a time that is over, 0 where they name none."""
    folds = [token.fold for token in opening[:5]]
    if folds[0] == "yesterday":
        return 1
    if folds[0] == "last" and len(folds) > 1 and folds[1] in _LAST_WHAT:
        return 2
    if "ago" in folds[2:] and (folds[0] in _COUNTS or folds[0].isdecimal()):
        place = folds.index("ago")
        return place + 1 if folds[place - 1] in _UNITS else 0
    # A forecast may name this year and the next; of a year of another century none is left.
    return 2 if folds[0] == "in" and len(folds) > 1 and _is_of_past_century(folds[1]) else 0


def _is_of_past_century(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text.startswith(("17", "18", "19"))


def _ends_clause(token: Token) -> bool:
    if token.fold in _STOPS or token.fold in SURE_PASTS or not (token.is_word or token.text == ","):
        return True
    return "d" in classes_of(token.fold) and not classes_of(token.fold) & frozenset("12p")


CHECKS = (future_with_past_time,)
