"""Sentences without a verb: "However, more than a hundred volunteers from the village."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.facts.verbs import IRREGULAR
from lintnews.finding import Hit
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

# A sentence that begins with these words means to say something, so it is no caption and no heading.
_OPENINGS = (
    "However,", "Therefore,", "Thus,", "Moreover,", "Furthermore,", "Meanwhile,", "Nevertheless,",
    "Among them,", "In addition,", "At the same time,", "As a result,", "In particular,", "According to",
    "But ", "Also,", "In this regard,", "For this reason,", "Secondly,", "Finally,", "Including ",
    "Earlier,", "Previously,",
)  # fmt: skip
_ANNOUNCED = frozenset(
    "issued released published signed organised organized launched prepared presented made announced".split()
)
_ARTICLES = frozenset("the a an this".split())
_PASTS = frozenset(verb.past for verb in IRREGULAR)
_FINITE = frozenset(
    "is are was were am has have had will would can could may might must shall should do does did isn't "
    "aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot "
    "it's that's there's he's she's let's says say seems means makes remains includes shows goes takes set "
    "put let cut hit cost came became please thanks thank lead leads spread make give take cause become "
    "include remain bring come go get keep mean need want help".split()
)
_FINITE_TAGS = frozenset(("VBD", "VBP", "VBZ", "MD"))
_LEAST_WORDS = 7
_MARKS = frozenset(':;?!“”"()…–—')


@check(
    "GRM122",
    "sentence-without-verb",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="this sentence has no verb",
    examples=(
        bad("The village was full. [[Among them, more than 300 guests from the north.]]"),
        bad("[[However, a large crowd in front of the town hall of the old capital.]]"),
        bad("[[A letter signed by the two bishops of the northern province, on Monday.]]"),
        fine("However, the crowd grew. Among them were guests. According to him, all went well."),
        fine("A letter signed by the bishops was read. A mural painted by children near the old mill."),
    ),
)
def sentence_without_verb(facts: Facts) -> Iterator[Hit]:
    """A sentence whose verb the machine lost, or that a wrong full stop cut in two.

    Reported where it opens like a statement ("However, …", "Among them, …") and neither its words nor its
    parse have a verb; captions, headings and lists, which need none, do not open like that.
    """
    for sentence in facts.article.sentences:
        tokens = _candidate(facts, sentence)
        if tokens is not None and _parse_has_no_verb(facts, sentence):
            yield Hit(sentence.span)


def _candidate(facts: Facts, sentence: Sentence) -> tuple[Token, ...] | None:
    """Return the tokens of a sentence that opens like a statement and has no sure verb among its words."""
    start = sentence.span.start
    statement = facts.text.startswith(_OPENINGS, start)
    if not statement and not facts.text.startswith(("The ", "A ", "An ", "This "), start):
        return None
    place = facts.token_range(sentence.span)
    tokens = facts.tokens[place.start : place.stop]
    if len(tokens) < _LEAST_WORDS or tokens[-1].text != "." or not is_prose(facts, place.start):
        return None
    announced = False
    for index, token in enumerate(tokens[:-1]):
        if token.text in _MARKS or token.fold in _FINITE:
            return None
        if token.fold in _PASTS or token.fold.endswith("ed"):
            if tokens[index + 1].fold != "by":
                return None
            announced = announced or token.fold in _ANNOUNCED
    if not statement and not announced:
        return None
    return None if is_quoted(facts, place.start) else tokens


def _parse_has_no_verb(facts: Facts, sentence: Sentence) -> bool:
    try:
        parsed = facts.syntax(sentence)
    except SyntaxUnavailableError:
        return False
    for index, token in enumerate(parsed):
        if token.tag in _FINITE_TAGS or (token.tag == "VB" and parsed[index - 1].tag != "TO"):
            return False
    return True


CHECKS = (sentence_without_verb,)
