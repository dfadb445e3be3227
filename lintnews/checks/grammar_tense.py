"""Tenses that do not go with the time that the sentence names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    begins_sentence,
    is_prose,
    is_quoted,
    span_of,
    word_after,
    word_before,
)
from lintnews.facts.name_words import WEEKDAYS
from lintnews.facts.verbs import SURE_PASTS, past_of_participle
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_PERFECT = {"has": "was", "have": "were"}
# Behind these "have" makes no perfect: "few would have predicted", "he is said to have left".
_BEFORE_INFINITIVE = frozenset("would could should might may must will cannot can to not never also".split())
_ADVERBS = frozenset("also already just now reportedly officially finally formally recently not".split())
# Whatever stands between the verb and the time must leave no room for another verb or for another time.
_BLOCKERS = frozenset(
    "that which who whose where when as compared since from than for to before after during until if because "
    "while of over by and or but said says next scheduled planned due set called expected".split()
)
_FARTHEST_TIME = 8
_NEAR = 4
_UNITS = frozenset("day days week weeks month months year years hour hours minutes".split())
_LAST_WHAT = frozenset("week month year night weekend summer winter spring autumn".split()) | WEEKDAYS
# What comes may be set for a day to come: "has called a meeting on Friday".
_FUTURE_TOO = frozenset(
    "called scheduled planned set announced invited summoned arranged ordered asked".split()
)


@check(
    "GRM107",
    "perfect-with-past-time",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="‘has’ and ‘have’ do not go with a time that is over",
    needs=(words(_PERFECT), words("yesterday last ago in", WEEKDAYS)),
    examples=(
        bad(
            "The governor [[has signed]] the new law last week.",
            "The governor signed the new law last week.",
        ),
        bad(
            "Two of the pilots [[have been seen]] in Riga three days ago.",
            "Two of the pilots were seen in Riga three days ago.",
        ),
        bad("The mill [[has been built]] in 1902 by a German.", "The mill was built in 1902 by a German."),
        fine("The cup has been held in 1999, 2003 and 2007. He has written on the war in 1914."),
        fine("Few would have predicted last winter what came. He is said to have left Riga on Monday."),
        fine("Prices have risen since last week, and he has read of what happened on Monday."),
        fine("The club has called a meeting on Friday. Output has risen by a tenth compared with last year."),
    ),
)
def perfect_with_past_time(facts: Facts) -> Iterator[Hit]:
    """With "yesterday", "last week" or "a year ago" English has the simple past: "signed", not "has signed".

    German, Dutch, Hausa and Russian have one past for both, and the machine picks the perfect. Left alone
    is everything with a second verb between the two, and what may be set for a day to come.
    """
    for index in facts.word_index.places(_PERFECT):
        before = word_before(facts, index)
        if before is not None and before.fold in _BEFORE_INFINITIVE:
            continue
        verb = _participle_after(facts, index)
        if verb is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        if _past_time_follows(facts, verb):
            helper, form = facts.tokens[index], facts.tokens[verb]
            adverbs = facts.text[helper.end + 1 : form.start]
            if facts.tokens[verb - 1].fold == "been":
                right = _PERFECT[helper.fold] + " " + adverbs.removesuffix("been ") + form.text
            else:
                right = adverbs + (past_of_participle(form.fold) or form.text)
            yield Hit(
                span_of(facts, index, verb),
                f"‘{span_of(facts, index, verb).of(facts.text)}’ does not go with a time that is over",
                (replacement(span_of(facts, index, verb), right),),
            )


def _participle_after(facts: Facts, index: int) -> int | None:
    """Return the index of the participle that goes with the ‘has’ or ‘have’ at `index`."""
    tokens = facts.tokens
    place = index + 1
    while place < len(tokens) and (tokens[place].fold in _ADVERBS or tokens[place].fold == "been"):
        place += 1
    if place >= len(tokens) or word_after(facts, index, place - index) is None:
        return None
    form = tokens[place].fold
    if any(tokens[between].fold == "not" for between in range(index, place)) or form in _FUTURE_TOO:
        return None
    return place if past_of_participle(form) and len(form) > 2 else None


def _past_time_follows(facts: Facts, verb: int) -> bool:
    tokens = facts.tokens
    for place in range(verb + 1, min(verb + _FARTHEST_TIME, len(tokens) - 1)):
        token, after = tokens[place], tokens[place + 1]
        if _is_past_time(token.fold, after.fold) and tokens[place - 1].fold not in ("the", "same", "period"):
            return True
        if token.fold == "in" and place == verb + 1 and _is_lone_year(tokens, place + 1):
            return True
        if token.fold == "on" and after.fold in WEEKDAYS:
            return tokens[verb - 1].fold == "been" or place - verb <= _NEAR
        is_mark = not token.is_word and not token.text[0].isdecimal()
        if (
            is_mark
            or token.fold in _BLOCKERS
            or token.fold in SURE_PASTS
            or token.fold.endswith(("ing", "ed"))
        ):
            return False
    return False


def _is_past_time(word: str, after: str) -> bool:
    return (
        word == "yesterday" or (word == "last" and after in _LAST_WHAT) or (word in _UNITS and after == "ago")
    )


def _is_lone_year(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a year of the past stands here; of several years the perfect may tell."""
    year = tokens[place].text
    if len(year) != len("1999") or not year.isdecimal() or not "1700" <= year <= "2015":
        return False
    return place + 1 >= len(tokens) or tokens[place + 1].fold not in ("and", "or", ",")


# After "since then" English says what has happened; these say what is, will be or must be.
_NOT_SINCE = frozenset("must will is are can cannot does do".split())
_SINCE_STOPS = frozenset("and or who which that said says where when it there this".split())
_FARTHEST_VERB = 6


@check(
    "GRM108",
    "since-without-perfect",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="‘since’ looks back from now: ‘has’ or ‘have’ is wanted",
    needs=(words("since"), words(_NOT_SINCE)),
    examples=(
        bad("Since then, the two brothers [[are]] partners in the firm."),
        bad("Since 2014, the company [[will]] build ferries in Gdansk."),
        fine("Since then, the brothers have been partners. Since then, prices rose and are now high."),
        fine("Since 2014 is long past, nobody remembers. He is, since then, a changed man."),
    ),
)
def since_without_perfect(facts: Facts) -> Iterator[Hit]:
    """A sentence that opens with "Since then" or "Since 2014" tells what has happened from then to now.

    Most languages have the present there ("since 2014 he is mayor"), and some a word that also means "must".
    Left alone is whatever has another verb before it.
    """
    for index in facts.word_index.places(("since",)):
        time = word_after(facts, index)
        if time is None or not begins_sentence(facts, index) or not _is_point(time):
            continue
        verb = _first_auxiliary(facts, index + 2)
        if verb is not None and is_prose(facts, index) and not is_quoted(facts, index):
            token = facts.tokens[verb]
            if facts.tokens[verb + 1].fold != "not":
                opening = f"{facts.tokens[index].text} {time.text}"
                yield Hit(
                    span_of(facts, verb, verb),
                    f"‘{opening}’ looks back from now: ‘has’ or ‘have’ is wanted, not ‘{token.text}’",
                )


def _is_point(time: Token) -> bool:
    return time.fold == "then" or (time.text.isdecimal() and len(time.text) == 4)


def _first_auxiliary(facts: Facts, place: int) -> int | None:
    tokens = facts.tokens
    first = place + 1 if place < len(tokens) and tokens[place].text == "," else place
    if first == place:  # without the comma it may be "since 2014 is …"
        return None
    for index in range(first + 1, min(first + _FARTHEST_VERB, len(tokens) - 1)):
        token = tokens[index]
        if token.fold in _NOT_SINCE and first < index:
            return index
        if not token.is_word or token.fold in _SINCE_STOPS or token.fold in SURE_PASTS:
            return None
        if token.fold.endswith("ed") or token.fold in ("has", "have", "had", "was", "were"):
            return None
    return None


_DAY_PARTS = frozenset("morning afternoon evening night".split())
_NIGHT_BEFORE = ("During the night", "Overnight", "In the night", "On Monday", "On Tuesday", "On Wednesday")
_PRONOUNS = frozenset("they he she it we".split())
_EARLIER = frozenset("already before by when earlier until previously once just never".split())


@check(
    "GRM109",
    "past-perfect-ahead-of-time",
    mqm="fluency/grammar",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="‘had’ steps back in time where the story goes on: ‘by’, or the plain past",
    needs=(words("had"), words(_DAY_PARTS), words(WEEKDAYS)),
    examples=(
        bad(
            "Overnight, the pickets lit fires outside the yard. [[On Friday morning, they had built]] a hut.",
            "Overnight, the pickets lit fires outside the yard. By Friday morning, they had built a hut.",
        ),
        bad(
            "During the night the river rose. [[On Sunday afternoon, it had flooded]] the mill.",
            "During the night the river rose. By Sunday afternoon, it had flooded the mill.",
        ),
        fine("He resigned. On Friday morning, he had told the board that he would stay."),
        fine("Overnight, they slept. On Friday morning, they had already built a hut when it rained."),
    ),
)
def past_perfect_ahead_of_time(facts: Facts) -> Iterator[Hit]:
    """The past perfect tells what came before; after "overnight", "on Friday morning" comes later.

    Languages with one word for "on" and "by" leave "On Friday morning, they had built". Reported only where
    the sentence before tells of an earlier time in the plain past.
    """
    sentences = facts.article.sentences
    for before, sentence in pairwise(sentences):
        if before.block != sentence.block or not facts.text.startswith("On ", sentence.span.start):
            continue
        if not facts.text.startswith(_NIGHT_BEFORE, before.span.start):
            continue
        tokens = facts.tokens_in(sentence.span)
        if len(tokens) < 8 or tokens[1].fold not in WEEKDAYS or tokens[2].fold not in _DAY_PARTS:
            continue
        place = 4 if tokens[3].text == "," else 3
        subject, had, verb = tokens[place : place + 3]
        if subject.fold not in _PRONOUNS or had.fold != "had" or not past_of_participle(verb.fold):
            continue
        if any(token.fold in _EARLIER for token in tokens):
            continue
        start = facts.token_range(sentence.span).start
        span = span_of(facts, start, start + place + 2)
        time_and_subject = facts.text[tokens[0].end : subject.end]
        yield Hit(
            span,
            f"‘{had.text} {verb.text}’ steps back in time where the story goes on",
            (
                replacement(span, f"By{time_and_subject} had {verb.text}"),
                replacement(span, f"On{time_and_subject} {past_of_participle(verb.fold)}"),
            ),
        )


CHECKS = (perfect_with_past_time, since_without_perfect, past_perfect_ahead_of_time)
