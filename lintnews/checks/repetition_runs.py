"""Words and phrases that stand there twice in a row, and clauses that go round and round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import (
    DOUBLED_NAMES,
    EMPHATIC,
    FUNCTION_WORDS,
    NAMES_THAT_ARE_WORDS,
    PRONOUNS,
    RIGHTLY_DOUBLED,
)
from lintnews.facts import Facts, Token, TokenKind
from lintnews.facts.runs import Run
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that join a word to itself ("step by step by step").
_CONJUNCTIONS = frozenset(("and", "or", "but"))
_DETERMINERS = frozenset("the a an its his her their our your my this these those".split())
_LINKS = frozenset("and or but to by as after upon than for".split())
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
    for run in facts.runs:
        if run.period <= 3 and _is_doubled_word(facts, run):
            yield _hit(facts, run)


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
        return ending == "." and tokens[run.start - 1].kind is TokenKind.NUMBER  # "at 4,892 m m."
    same = word.text == second.text
    if word.fold in EMPHATIC or word.fold in RIGHTLY_DOUBLED:
        # No emphasis and no particle ends a sentence of the newspaper's own ("was far far.").
        plain = ending == "." and facts.article.quotation_at(word.start) is None
        return same and plain and run.copies != 3
    return (same and word.text[0].islower()) or _is_doubled_capital(
        facts, run, word, second, ends_sentence=ending == "."
    )


def _is_doubled_number(facts: Facts, run: Run) -> bool:
    tokens = facts.tokens
    text = tokens[run.start].text
    if "-" in text or text == "20":
        return False
    around = (run.start - 1, run.end)
    return not any(0 <= index < len(tokens) and tokens[index].kind is TokenKind.NUMBER for index in around)


def _is_doubled_capital(facts: Facts, run: Run, word: Token, second: Token, *, ends_sentence: bool) -> bool:
    if word.text != second.text:
        # "The the": one of them is a slip. "first FIRST", "lake Lake Como": the second is a name of its own.
        return word.fold in FUNCTION_WORDS - NAMES_THAT_ARE_WORDS and not second.text.isupper()
    if run.copies > 3 or word.fold in FUNCTION_WORDS - NAMES_THAT_ARE_WORDS:
        return True
    again = sum(other.period == 1 and facts.tokens[other.start].fold == word.fold for other in facts.runs)
    # What the article doubles twice is called so.
    if word.fold in DOUBLED_NAMES or (again > 1 and len(word.text) < _LONG_NAME):
        return False
    return len(word.text) >= _LONG_NAME or _is_known_single(facts, run, word, ends_sentence=ends_sentence)


def _is_known_single(facts: Facts, run: Run, word: Token, *, ends_sentence: bool) -> bool:
    """Whether a short capitalised word is so common by itself that its double is no name."""
    length, frequency = len(word.text), facts.words.zipf(word.text)
    if not ends_sentence:
        return length > 3 and frequency >= _COMMON_NAME
    before = facts.tokens[run.start - 1] if run.start else word
    after_name = before.is_word and before.text[0].isupper() and before.end + 1 == word.start
    acronym = length > 1 and word.text.isupper()
    return acronym or frequency >= _COMMON_NAME_AT_END[min(length, 6)] or (after_name and length > 3)


@check(
    "REP102",
    "doubled-phrase",
    mqm="accuracy/addition",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the same phrase stands here twice in a row",
    examples=(
        bad("Flights to [[New Zealand New Zealand]] resume in May.", "Flights to New Zealand resume in May."),
        bad("He is one [[of the of the]] oldest judges.", "He is one of the oldest judges."),
        bad(
            "[[The minister said that The minister said that]] schools would reopen.",
            "The minister said that schools would reopen.",
        ),
        fine("It went on and on and on, day by day by day."),
        fine("What you see you see twice in New York, New York."),
    ),
)
def doubled_phrase(facts: Facts) -> Iterator[Hit]:
    """Phrases stand twice in a row, or a sentence breaks off and begins again.

    Decoders that lose their place start the phrase again. "On and on and on" and its kin are left alone.
    """
    for run in facts.runs:
        if run.period > 1 and run.copies == 2 and _is_doubled_phrase(facts, run):
            yield _hit(facts, run)


def _is_doubled_phrase(facts: Facts, run: Run) -> bool:
    copy = facts.tokens[run.start : run.start + run.period]
    if any(token.kind is TokenKind.MARK for token in copy):
        return False
    words = [token for token in copy if token.is_word]
    if len(words) < 2 or copy[0].fold in PRONOUNS:
        return False
    content = sum(token.fold not in FUNCTION_WORDS for token in copy)
    if run.period == 2 and not _LINKS.isdisjoint(token.fold for token in copy):
        # "on and on and on", "face to face" join a word to itself; "and its and its" joins nothing.
        return copy[0].fold in _CONJUNCTIONS and copy[1].fold in _DETERMINERS
    if run.period == 2 and content == 1:
        return copy[0].fold in FUNCTION_WORDS and run.end - run.start == 4
    # Two words of grammar may meet in good English ("that it is it is not"); two prepositions do not.
    return content > 0 or copy[0].text == facts.tokens[run.start + run.period].text


@check(
    "REP103",
    "endless-repetition",
    mqm="accuracy/addition",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the same words go round and round",
    examples=(
        bad(
            "The plan covers [[roads and bridges, roads and bridges, roads and bridges,]] and a port.",
            "The plan covers roads and bridges, and a port.",
        ),
        bad(
            "He said it would [[help the farmers help the farmers help the farmers]] this year.",
            "He said it would help the farmers this year.",
        ),
        fine("The crowd chanted: “Jobs, jobs, jobs!”"),
        fine("It is a matter of location, location, location."),
    ),
)
def endless_repetition(facts: Facts) -> Iterator[Hit]:
    """Words come three times or more in a row: the decoder of the translation ran in a circle.

    Chants and figures of speech of one word ("location, location, location"), lists of scores and quotations
    of two words are left alone.
    """
    for run in facts.runs:
        if run.period > 1 and run.copies > 2 and _is_loop(facts, run):
            yield _hit(facts, run)


def _is_loop(facts: Facts, run: Run) -> bool:
    copy = facts.tokens[run.start : run.start + run.period]
    words = {token.fold for token in copy if token.is_word}
    content = words - FUNCTION_WORDS - EMPHATIC
    if not content:
        return len(words) > 1 and run.copies > 3
    if len(words) == 1:
        return run.copies > 4
    if facts.article.quotation_at(copy[0].start) is not None:
        return len(words) > 2
    return True


def _from_a_word(facts: Facts, run: Run) -> Run:
    """Let the copies begin with a word rather than the comma before it, where the run is long enough."""
    start = run.start
    while facts.tokens[start].text in ",;.–—-" and start < run.start + run.period:
        start += 1
    moved = Run(start, run.end, run.period)
    return moved if moved.copies >= 2 else run


def _hit(facts: Facts, run: Run) -> Hit:
    tokens = facts.tokens
    run = _from_a_word(facts, run)
    first_end = tokens[run.start + run.period - 1].end
    end = tokens[run.start + run.copies * run.period - 1].end
    copy = Span(tokens[run.start].start, first_end)
    span = Span(copy.start, end)
    quoted = facts.article.quotation_at(copy.start) is not None
    function = all(token.fold in FUNCTION_WORDS for token in tokens[run.start : run.start + run.period])
    applicability = Applicability.SAFE if function and not quoted else Applicability.UNSAFE
    times = {2: "twice", 3: "three times", 4: "four times"}.get(run.copies, f"{run.copies} times")
    shown = copy.of(facts.text)
    if len(shown) > 60:
        shown = shown[:50].rsplit(" ", 1)[0] + " …"
    return Hit(
        span,
        f"‘{shown}’ stands here {times} in a row",
        (Fix((Edit(Span(first_end, end), ""),), applicability, "keep one copy"),),
    )


CHECKS = (doubled_word, doubled_phrase, endless_repetition)
