"""A verb that does not go with the time at the beginning: "Two months ago, the club will open a school"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of
from lintnews.facts.name_words import WEEKDAYS
from lintnews.facts.verbs import SURE_PASTS, past_of_participle
from lintnews.finding import Hit, replacement
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
        start = _start(facts, index)
        if start is None or tokens[index].text != "will" or index in facts.names:
            continue
        opening = tokens[start:index]
        length = _past_time(opening)
        if length and len(opening) > length and not any(_ends_clause(token) for token in opening[length:]):
            time = span_of(facts, start, start + length - 1).of(facts.text)
            yield Hit(tokens[index].span, f"‘will’ does not go with ‘{time}’, which is over")


def _start(facts: Facts, index: int) -> int | None:
    """Return the first token of the sentence around a verb near it that is neither quoted nor a heading."""
    sentence = facts.article.sentence_at(facts.tokens[index].start)
    if sentence is None or not is_prose(facts, index) or is_quoted(facts, index):
        return None
    start = facts.token_range(sentence.span).start
    return start if start < index <= start + _FARTHEST else None


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


_PERFECT = {"has": "was", "have": "were"}
_ADVERBS = frozenset("also already just now reportedly officially finally formally recently".split())


@check(
    "GRM218",
    "perfect-after-past-time",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘has’ and ‘have’ do not go with a time that is over",
    pivots=("de", "fr", "it", "es", "nl", "ru", "pl"),
    needs=(words(_PERFECT), words("yesterday last ago on in", WEEKDAYS)),
    examples=(
        bad(
            "Yesterday the council [[has closed]] the bridge to lorries.",
            "Yesterday the council closed the bridge to lorries.",
        ),
        bad(
            "Last week, two of the pilots [[have been seen]] in Riga.",
            "Last week, two of the pilots were seen in Riga.",
        ),
        bad("On Monday the mayor [[has resigned]]."),
        fine("Yesterday those who have paid were let in. In 1999, as has been said, it rained."),
        fine("Last week’s storm has closed the road. On Mondays the club has closed for years."),
    ),
)
def perfect_after_past_time(facts: Facts) -> Iterator[Hit]:
    """German, French and Italian tell in the perfect: "Yesterday the minister has resigned".

    Reported where a time that is over opens the sentence and "has" or "have" is the first verb after it.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_PERFECT):
        start = _start(facts, index)
        if start is None:
            continue
        opening = tokens[start:index]
        length = _past_time(opening) or _weekday(opening)
        verb = _participle(tokens, index)
        if not length or len(opening) <= length or verb is None:
            continue
        if any(_ends_clause(token) for token in opening[length:]):
            continue
        span = span_of(facts, index, verb)
        if tokens[verb - 1].fold == "been":
            right = f"{_PERFECT[tokens[index].fold]} {tokens[verb].text}"
        else:
            right = past_of_participle(tokens[verb].fold) or tokens[verb].text
        time = span_of(facts, start, start + length - 1).of(facts.text)
        yield Hit(
            span,
            f"‘{span.of(facts.text)}’ does not go with ‘{time}’, which is over",
            (replacement(span, right),) if verb - index <= 2 else (),
        )


def _participle(tokens: tuple[Token, ...], index: int) -> int | None:
    place = index + 1
    while place < len(tokens) and tokens[place].fold in _ADVERBS | {"been"}:
        place += 1
    if place >= len(tokens) or tokens[place].fold == "had":
        return None
    return place if past_of_participle(tokens[place].fold) and len(tokens[place].fold) > 2 else None


# "On Monday mornings" is every week.
_DAY_PARTS = frozenset("mornings afternoons evenings nights".split())


def _weekday(opening: tuple[Token, ...]) -> int:
    """Return 2 where "On Monday" opens the sentence."""
    is_day = len(opening) > 2 and opening[0].fold == "on" and opening[1].fold in WEEKDAYS
    return 2 if is_day and opening[2].fold not in _DAY_PARTS else 0


_SO_FAR = frozenset(("so far", "to date", "up to now"))


@check(
    "GRM219",
    "past-after-so-far",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="‘so far’ reaches to now: ‘has not’, not ‘did not’",
    pivots=("ru", "uk", "pl", "de", "fr", "es", "tr", "zh"),
    needs=(words("did didn't"), words("so to up")),
    examples=(
        bad("So far, the police [[did not]] name the driver."),
        bad("To date the firm [[did not]] answer the letter."),
        fine("So far, the police have not named him. So far from home, he did not sleep."),
        fine("So far, it is not known why he did not call. “So far he did not call,” she said."),
    ),
)
def past_after_so_far(facts: Facts) -> Iterator[Hit]:
    """Languages with one past for both say "so far the police did not name him"; English "have not"."""
    tokens = facts.tokens
    for index in facts.word_index.places(("did", "didn't")):
        start = _start(facts, index)
        if start is None or index - start <= 2:
            continue
        opening = tokens[start:index]
        folds = [token.fold for token in opening]
        length = next((n for n in (2, 3) if " ".join(folds[:n]) in _SO_FAR), 0)
        denied = tokens[index].fold == "didn't" or tokens[index + 1].fold == "not"
        if length and denied and not any(_ends_clause(token) for token in opening[length:]):
            last = index if tokens[index].fold == "didn't" else index + 1
            time = span_of(facts, start, start + length - 1).of(facts.text)
            yield Hit(span_of(facts, index, last), f"‘{time}’ reaches to now: ‘has not’ or ‘have not’")


CHECKS = (future_with_past_time, perfect_after_past_time, past_after_so_far)
