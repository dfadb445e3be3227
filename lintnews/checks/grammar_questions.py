"""Questions in the wrong order: "asked why did the train stop", "Why the train stopped?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, is_quoted, span_of, word_after
from lintnews.finding import Hit
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_QUESTION_WORDS = frozenset("why how when where what".split())
_DEGREES = frozenset(
    "much long often far soon quickly well badly fast important big serious dangerous".split()
)
_AUXILIARIES = frozenset(
    "do does did is are was were will can could would should has have had must might".split()
)
_COPULAS = frozenset("is are was were".split())
#: Objects that may stand between: "asked him why did".
_OBJECTS = frozenset("him her them us me reporters journalists police parliament".split())
#: What a report of a question, or of its answer, has before the question word.
_REPORTING = _OBJECTS | frozenset(
    "ask asks asked asking wonder wonders wondered wondering explain explains explained explaining know "
    "knows knew known understand understands understood tell tells told say says said see saw learn "
    "learned learnt discover discovered reveal revealed reveals show shows showed shown clear unclear "
    "question questions of on about over to decide decided examine examines examined examining "
    "investigate investigates investigated investigating describe describes described determine "
    "determines determined discuss discusses discussed inquire inquired enquire enquired clarify "
    "clarified specify specified disclose disclosed remember remembers remembered forget forgot idea "
    "ideas certain sure doubt find out establish predict predicted guess reported report reports assess "
    "imagine analyse analyze".split()
)
_ASKING = frozenset("ask asks asked asking tell tells told show shows showed explained".split())
_SUBJECTS = frozenset(
    "the a an this these those his her its their our he she it they we there many some such people".split()
)
_MARKS = frozenset('? : “ ” " — – ‘ - …'.split())
_FARTHEST = 8


@check(
    "GRM212",
    "question-order-in-report",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="a question that is reported has the order of a statement",
    pivots=("fr", "es", "it", "pt", "de", "ru", "uk", "pl", "tr", "ar", "zh"),
    needs=(words(_QUESTION_WORDS), words(_AUXILIARIES)),
    examples=(
        bad("The judge asked [[why did]] the police wait so long."),
        bad("He explained [[how will]] the new tax work."),
        bad("Nobody knows [[where are]] the missing boats."),
        bad("The union wants to know [[how much does]] the bridge cost."),
        fine("The judge asked why the police did wait. He asked: why did the police wait?"),
        fine("They know when to stop, and what was the matter. He knows what is right."),
        fine("“They asked why did we come,” he said. Do you know why did they come?"),
        fine("He explained how important the road was. They asked what was wrong and who were the owners."),
    ),
)
def question_order_in_report(facts: Facts) -> Iterator[Hit]:
    """Other languages keep the order of the question in "he asked why did they wait", or have but one order.

    Reported behind a verb of asking, saying or knowing, where an auxiliary and then the subject follow the
    question word, outside quotations and where no question mark ends the sentence.
    """
    for index in facts.word_index.places(_QUESTION_WORDS):
        if not is_prose(facts, index) or is_quoted(facts, index) or not _is_reported(facts, index):
            continue
        place = index + 1
        degree = facts.tokens[index].fold == "how" and word_after(facts, index)
        if degree and degree.fold in _DEGREES:
            place += 1
        helper, subject = word_after(facts, index, place - index), word_after(facts, index, place - index + 1)
        if helper is None or subject is None or helper.fold not in _AUXILIARIES:
            continue
        if not _opens_subject(facts, place + 1) or _ends_as_question(facts, index):
            continue
        if facts.tokens[index].fold == "what" and helper.fold in _COPULAS:
            continue
        span = span_of(facts, index, place)
        yield Hit(span, f"in a question that is reported the subject comes before ‘{helper.text}’")


def _is_reported(facts: Facts, index: int) -> bool:
    tokens = facts.tokens
    if not index or tokens[index - 1].end == tokens[index].start or begins_sentence(facts, index):
        return False
    before = tokens[index - 1].fold
    if before not in _REPORTING or index - 1 in facts.names:
        return False
    return before not in _OBJECTS or (index > 1 and tokens[index - 2].fold in _ASKING)


def _opens_subject(facts: Facts, place: int) -> bool:
    token = facts.tokens[place]
    return token.fold in _SUBJECTS or (place in facts.names and token.text[0].isupper())


def _ends_as_question(facts: Facts, index: int) -> bool:
    sentence = facts.article.sentence_at(facts.tokens[index].start)
    if sentence is None:
        return True
    return any(token.text in _MARKS for token in facts.tokens_in(sentence.span))


_STATEMENT_SUBJECTS = frozenset("the he she it they we his her their its this these our".split())
_FINITE = _AUXILIARIES | frozenset(
    "didn't doesn't don't isn't aren't wasn't weren't won't can't cannot".split()
)


@check(
    "GRM213",
    "statement-order-in-question",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a question has its auxiliary before the subject",
    pivots=("hi", "ru", "uk", "pl", "zh", "ja", "ar", "id", "ha"),
    needs=(words("why how"), words("?"), words(_FINITE)),
    examples=(
        bad("Nobody has an answer. [[Why the government did]] not act in time?"),
        bad("[[How they will]] pay for all this?"),
        fine("Why did the government not act? Why the fuss? How come they will pay? How the mighty fall!"),
        fine("Why the government did not act is not known. Why, the mayor asked, will they not pay?"),
    ),
)
def statement_order_in_question(facts: Facts) -> Iterator[Hit]:
    """Where a language asks by its voice or by particles, "Why the town did not act?" stays so."""
    tokens = facts.tokens
    for index in facts.word_index.places(("why", "how")):
        sentence = facts.article.sentence_at(tokens[index].start)
        if sentence is None or sentence.span.start != tokens[index].start or not is_prose(facts, index):
            continue
        place = facts.token_range(sentence.span)
        if tokens[place.stop - 1].text != "?" or is_quoted(facts, index):
            continue
        if any(tokens[between].text in (",", ":", "“", '"') for between in place):
            continue
        verb = _late_auxiliary(tokens, index)
        if verb is not None and tokens[index + 1].fold in _STATEMENT_SUBJECTS:
            span = span_of(facts, index, verb)
            yield Hit(
                span, f"a question begins ‘{tokens[index].text} {tokens[verb].text} {tokens[index + 1].text}’"
            )


def _late_auxiliary(tokens: tuple[Token, ...], index: int) -> int | None:
    """Return the place of the only auxiliary of a short clause, behind its subject."""
    for place in range(index + 2, min(index + _FARTHEST, len(tokens))):
        token = tokens[place]
        if token.fold in ("who", "that", "which") or not token.is_word:
            return None
        if token.fold in _FINITE:
            return place
    return None


CHECKS = (question_order_in_report, statement_order_in_question)
