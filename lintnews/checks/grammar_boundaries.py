"""Two sentences without a full stop between them: "the road was closed The mayor said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of, word_after, word_before
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_PRONOUNS = frozenset("It He She They We There".split())
_OTHERS = frozenset(
    "The This These Those However But After In According At During Although While A An As By For From If On "
    "When Since With To All Some Many My Because And Also Then Therefore Meanwhile Moreover So".split()
)
# Behind these a title or a letter stands with its capital: "the comedy Because of …", "group A".
_BEFORE_TITLES = frozenset(
    "comedy film movie song book series album novel drama show play programme program magazine newspaper "
    "called titled entitled named title hit single track episode musical opera group type class grade team "
    "hepatitis vitamin immunoglobulin immunoglobulins plan child level section part block gate pool".split()
)
_FINITE = frozenset("is are was were has have had will would can could did does said says".split())
# Whose pronoun has a capital by right.
_DIVINE = frozenset("god allah lord almighty".split())


@check(
    "GRM119",
    "sentences-without-stop",
    mqm="fluency/punctuation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="a new sentence begins here, and the one before has no full stop",
    examples=(
        bad(
            "The road was closed on [[Sunday The]] mayor told drivers to stay away.",
            "The road was closed on Sunday. The mayor told drivers to stay away.",
        ),
        bad(
            "Nobody was hurt in the [[blaze It]] was put out by noon.",
            "Nobody was hurt in the blaze. It was put out by noon.",
        ),
        bad(
            "The bridge is less than two years [[old, It]] is not safe for lorries.",
            "The bridge is less than two years old. It is not safe for lorries.",
        ),
        bad(
            "Nobody was hurt in the [[blaze As]] of Friday the road is open.",
            "Nobody was hurt in the blaze. As of Friday the road is open.",
        ),
        fine("She liked the film Carry On and the comedy If only they knew. The group A leads."),
        fine("She reads The Guardian, and the film It Follows. He sang “The end is near” twice."),
        fine("Thanks be to God that He has helped. They stood In the way of Progress at The Hague."),
    ),
)
def sentences_without_stop(facts: Facts) -> Iterator[Hit]:
    """A headline, caption or sentence runs into the next one: segments were glued without their full stop.

    Reported for small words with a capital and lower-case words behind them, where no small word before
    leads up to them; titles, names and quotations are left alone.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_FOLDS):
        token = tokens[index]
        if token.text not in _PRONOUNS and token.text not in _OTHERS:
            continue
        before = word_before(facts, index)
        last = index - 2 if before is not None and before.text == "," else index - 1
        if before is None or not _can_end_sentence(facts, last) or not _begins_clause(facts, index):
            continue
        if is_prose(facts, index) and not is_quoted(facts, index):
            gap = Span(tokens[last].end, token.start)
            stop = Fix((Edit(gap, ". "),), Applicability.UNSAFE, "end the sentence before")
            yield Hit(span_of(facts, last, index), None, (stop,))


_FOLDS = frozenset(word.lower() for word in _PRONOUNS | _OTHERS)
_LEAST_BEFORE = 2
_LEAST_BEFORE_COMMA = 5
# Behind a name these may belong to it: "Carry On", "Ping An".
_PARTS_OF_NAMES = frozenset("a an on by to all some my and for with so".split())


def _can_end_sentence(facts: Facts, index: int) -> bool:
    token = facts.tokens[index]
    sentence = facts.article.sentence_at(token.start)
    if sentence is None or token.fold in FUNCTION_WORDS or not token.text[-1].isalnum():
        return False
    first = facts.token_range(sentence.span).start
    after = facts.tokens[index + 1]
    least = _LEAST_BEFORE_COMMA if after.text == "," else _LEAST_BEFORE
    if token.text[0].isupper() and after.fold in _PARTS_OF_NAMES:
        return False
    if index - first < least or "\n" in facts.text[token.end : facts.tokens[index + 1].start]:
        return False
    if token.fold in _BEFORE_TITLES:
        return False
    in_address = facts.text[token.start - 1] == "."
    return token.is_word and len(token.text) > 1 and not in_address


def _begins_clause(facts: Facts, index: int) -> bool:
    token = facts.tokens[index]
    following = [word_after(facts, index, steps) for steps in (1, 2)]
    if any(word is None or not word.text.islower() for word in following):
        return token.text == "As" and following[0] is not None and following[0].fold == "of"
    if token.text not in _PRONOUNS:
        return True
    first = following[0]
    return first is not None and first.fold in _FINITE and not (token.text == "He" and _is_devout(facts))


def _is_devout(facts: Facts) -> bool:
    return bool(facts.word_index.places(_DIVINE))


CHECKS = (sentences_without_stop,)
