"""A word that stands twice or more in a row, and what English doubles by right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import (
    CLAUSE_OPENERS,
    CLAUSE_VERBS,
    DOUBLED_NAMES,
    EMPHATIC,
    FUNCTION_WORDS,
    NAMES_THAT_ARE_WORDS,
    RIGHTLY_DOUBLED,
)
from lintnews.checks.repetition_runs import run_hit
from lintnews.facts import Facts, Token, TokenKind
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts.runs import Run
    from lintnews.finding import Hit

# Below these a doubled capitalised word is as likely a name ("Bora Bora"): letters, Zipf frequency.
_LONG_NAME = 7
_COMMON_NAME = 4.3
# The same at the end of a sentence, by letters: there a doubled word is a slip oftener.
_COMMON_NAME_AT_END = {1: 9.0, 2: 9.0, 3: 4.3, 4: 3.6, 5: 3.0, 6: 0.0}


@check(
    "REP101",
    "doubled-word",
    mqm="accuracy/addition",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the same word stands here twice in a row",
    needs=(given("runs"),),
    examples=(
        bad(
            "The council will meet on [[the the]] first Monday.", "The council will meet on the first Monday."
        ),
        bad("Prices rose for eleven [[months months]].", "Prices rose for eleven months."),
        bad(
            "The ferry serves ports in [[Norway Norway Norway Norway]].", "The ferry serves ports in Norway."
        ),
        bad("They were asked to [[queue queue]] at the border.", "They were asked to queue at the border."),
        fine("The pianist Lang Lang had had a cold, and it was clear that that mattered."),
        fine("Guests checked in in silence. “No no, it is very very good,” she said."),
        fine("He said they had left. Left alone, the dog barked at Walla Walla station."),
    ),
)
def doubled_word(facts: Facts) -> Iterator[Hit]:
    """Doubled words come from a slip of the decoder, or of a cut and paste.

    Left alone: what English doubles by right ("had had", "that that", "checked in in May"), emphasis
    ("very very"), names ("Bora Bora"), scores, and a word that ends one sentence and begins the next.
    """
    doubled = [run for run in facts.runs if run.period <= 3]
    times = Counter(facts.tokens[run.start].text for run in doubled)
    for run in doubled:
        word = facts.tokens[run.start].text
        # What the article doubles twice is called so ("Li Li").
        named = (
            times[word] > 1
            and word[0].isupper()
            and word.casefold() not in FUNCTION_WORDS
            and len(word) < _LONG_NAME
        )
        if not named and _is_doubled_word(facts, run):
            yield run_hit(facts, run)


def _is_doubled_word(facts: Facts, run: Run) -> bool:
    tokens = facts.tokens
    copy = tokens[run.start : run.start + run.period]
    words = [token for token in copy if token.kind is not TokenKind.MARK]
    if len(words) != 1 or any(token.text not in "()[]/%" for token in copy if token not in words):
        return False
    word = words[0]
    second = tokens[run.start + run.period + copy.index(word)]
    ending = tokens[run.end].text if run.end < len(tokens) else ""
    if word.kind is TokenKind.NUMBER:
        return _is_doubled_number(facts, run)
    if len(word.text) == 1 and word.fold not in ("a", "i"):
        # "at 4,892 m m.": a unit
        return ending == "." and run.start > 0 and tokens[run.start - 1].kind is TokenKind.NUMBER
    same = word.text == second.text
    if word.fold in EMPHATIC or word.fold in RIGHTLY_DOUBLED:
        # No emphasis and no particle ends a sentence of the newspaper's own ("was far far.").
        plain = ending == "." and facts.article.quotation_at(word.start) is None
        return same and plain and run.copies != 3
    if word.fold in CLAUSE_VERBS and _ends_clause(tokens, run.start):
        return False
    return (same and word.text[0].islower()) or _is_doubled_capital(
        facts, run, word, second, ends_sentence=ending == "."
    )


def _ends_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb at `verb` ends a clause that is a subject ("what he did did not help")."""
    return any(token.fold in CLAUSE_OPENERS for token in tokens[max(0, verb - 4) : verb])


def _is_doubled_number(facts: Facts, run: Run) -> bool:
    tokens = facts.tokens
    text = tokens[run.start].text
    if "-" in text or text == "20" or run.copies == 3:  # scores, telephone numbers
        return False
    around = (run.start - 1, run.end)
    return not any(0 <= index < len(tokens) and tokens[index].kind is TokenKind.NUMBER for index in around)


def _is_doubled_capital(facts: Facts, run: Run, word: Token, second: Token, *, ends_sentence: bool) -> bool:
    if word.text != second.text:
        # "The the": one of them is a slip. "first FIRST", "of Of Mice and Men": the second begins a name.
        after = facts.tokens[run.end].text if run.end < len(facts.tokens) else ""
        titled = second.text.isupper() or (second.text[0].isupper() and after[:1].isupper())
        return word.fold in FUNCTION_WORDS - NAMES_THAT_ARE_WORDS and not titled
    if run.copies > 3 or word.fold in FUNCTION_WORDS - NAMES_THAT_ARE_WORDS:
        return True
    return word.fold not in DOUBLED_NAMES and (
        len(word.text) >= _LONG_NAME or _is_known_single(facts, run, word, ends_sentence=ends_sentence)
    )


def _is_known_single(facts: Facts, run: Run, word: Token, *, ends_sentence: bool) -> bool:
    """Whether a short capitalised word is so common by itself that its double is no name."""
    length, frequency = len(word.text), facts.words.zipf(word.text)
    if not ends_sentence:
        return length > 3 and frequency >= _COMMON_NAME
    before = facts.tokens[run.start - 1] if run.start else word
    after_name = before.is_word and before.text[0].isupper() and before.end + 1 == word.start
    acronym = length > 1 and word.text.isupper()
    return acronym or frequency >= _COMMON_NAME_AT_END[min(length, 6)] or (after_name and length > 3)


CHECKS = (doubled_word,)
