"""Phrases that stand twice in a row, and clauses that go round and round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import (
    EMPHATIC,
    FUNCTION_WORDS,
    PRONOUNS,
)
from lintnews.facts import Facts, TokenKind
from lintnews.facts.runs import Run
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that join a word to itself ("step by step by step").
_CONJUNCTIONS = frozenset(("and", "or", "but"))
_DETERMINERS = frozenset("the a an its his her their our your my this these those".split())
_LINKS = frozenset("and or but to by as after upon than for".split())


@check(
    "REP102",
    "doubled-phrase",
    mqm="accuracy/addition",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the same phrase stands here twice in a row",
    needs=(given("runs"),),
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
            yield run_hit(facts, run)


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
    needs=(given("runs"),),
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
            yield run_hit(facts, run)


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


def run_hit(facts: Facts, run: Run) -> Hit:
    """Report a run over all its copies; the fix keeps one."""
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


CHECKS = (doubled_phrase, endless_repetition)
