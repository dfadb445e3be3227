"""Sentences without a verb: "However, more than a hundred volunteers from the village."."""

from __future__ import annotations

import bisect
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.syntax import FINITE_TAGS, SyntaxUnavailableError
from lintnews.facts.verbs import IRREGULAR
from lintnews.finding import Hit
from lintnews.inflection import classes_of
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

# A sentence that begins with these words means to say something, so it is no caption and no heading.
_OPENINGS = (
    "However,", "Therefore,", "Thus,", "Moreover,", "Furthermore,", "Meanwhile,", "Nevertheless,",
    "Among them,", "In addition,", "At the same time,", "As a result,", "In particular,", "According to",
    "But ", "Also,", "In this regard,", "For this reason,", "Secondly,", "Finally,", "Including ",
    "Earlier,", "Previously,", "In addition to ", "Apart from ", "As well as ", "Besides ", "Due to ",
    "Because of ", "Despite ", "Instead of ", "Thanks to ", "Together with ", "Along with ", "Such as ",
    "For example,", "For instance,", "In fact,", "On the other hand,", "First,", "Then,", "Now,", "So,",
    "After that,", "Of course,", "Especially ", "Also ", "On this occasion,", "In this case,", "In this way,",
    "He ", "She ", "They ", "It ", "We ", "I ", "There ", "As a ", "As the ", "After ", "Before ", "During ",
    "In ", "At ", "With ", "Since ", "For ", "From ", "Under ", "And ", "Based on ",
)  # fmt: skip
_ANNOUNCED = frozenset(
    "issued released published signed organised organized launched prepared presented made announced".split()
)
# "Grew by a tenth" tells how much; "issued by the mayor" tells by whom.
_CHANGED = frozenset(
    "differed varied increased decreased dropped declined climbed surged jumped slipped".split()
)
_PASTS = frozenset(verb.past for verb in IRREGULAR) | {"ran", "fell"}
_FINITE = frozenset(
    "is are was were am has have had will would can could may might must shall should do does did isn't "
    "aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot "
    "it's that's there's he's she's let's says say seems means makes remains includes shows goes takes set "
    "put let cut hit cost came became please thanks thank lead leads spread make give take cause become "
    "include remain bring come go get keep mean need want help ranks stands runs".split()
)
_LEAST_WORDS = 7
# Forms of verbs and of nouns in the table of inflections.
_PRESENT, _NOUN = frozenset("bs"), frozenset("12")
_TENSED, _ADJECTIVE = frozenset("bsd"), frozenset("pct")
_SURE_WORDS = frozenset(filter(str.isalpha, _FINITE | _PASTS))
# Of sentences that do not open like a statement, those with one of these are not looked at further.
_SURE_VERB = lazy(
    r"\b(?:\w+n['’]t|\w+ed|\w+['’]s (?:been|an?)|"
    rf"{'|'.join(sorted(_FINITE | _PASTS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_LEAST_WORDS_BY_PARSE = 9
_YEAR = 4
_ARTICLES = frozenset("a an the".split())
_OTHER_OPENERS = frozenset("other some many several most more all both such another few mr mrs ms dr".split())
_ADJECTIVES_AS_NOUNS = frozenset(
    "west east north south latter former most other public poor young rich dead military general average "
    "official national local native human individual alternative executive".split()
)
_NO_STATEMENT = ("By ", "Here", "Photo", "Source", "With files", "With reporting", "With additional")
# Behind one of these a word that may be a verb is a noun.
_BEFORE_NOUN = FUNCTION_WORDS - frozenset(
    "he she they we i it you who which that not also only even just and or but so".split()
)
_MARKS = frozenset(":;?!“”()…–—/|+=*•") | {'"'}


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
        bad("The buses were full. [[In addition to the long queues for the northern tram.]]"),
        bad("The dam is old. [[The museums of the northern valley good collections of old icons.]]"),
        fine("A view of the old harbour from the northern end of the long bridge.\n\nThe dam is old."),
        fine("In such years farmers book barns early. At present our old club ranks first in the valley."),
        fine("However, the crowd grew. Among them were guests. According to him, the mood was good."),
        fine("Neither has said yes. With files from the northern bureau of The Canadian Press."),
        fine("There was not much to see. A field, a fence, a horse in a coat. After a while it left."),
        fine("A mural painted by children near the old mill.\n\nThe letter signed by the bishops was read."),
    ),
)
def sentence_without_verb(facts: Facts) -> Iterator[Hit]:
    """A sentence whose verb the machine lost, or that a wrong full stop cut in two.

    Reported where it opens like a statement ("However, …", "Among them, …", "A letter signed by …"), or where
    none of its words can be a verb, and neither has its parse one. Captions and headings need none; writers
    of features make sentences without one, but seldom such long ones.
    """
    sure = _sure_verbs(facts)
    for sentence in facts.article.sentences:
        if facts.text.startswith(_NO_STATEMENT, sentence.span.start):
            continue
        lacks = _may_lack_verb(facts, sentence) or (
            not _has_one(sure, facts.token_range(sentence.span)) and _has_no_word_for_verb(facts, sentence)
        )
        if lacks and _parse_has_no_verb(facts, sentence):
            yield Hit(sentence.span)


def _may_lack_verb(facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence opens like a statement and has no sure verb among its words."""
    start = sentence.span.start
    statement = facts.text.startswith(_OPENINGS, start)
    if not statement and not facts.text.startswith(("The ", "A ", "An ", "This "), start):
        return False
    place = facts.token_range(sentence.span)
    tokens = facts.tokens[place.start : place.stop]
    if len(tokens) < _LEAST_WORDS or tokens[-1].text != "." or not is_prose(facts, place.start):
        return False
    if any(token.text in _MARKS or token.fold in _FINITE for token in tokens):
        return False
    # Only before a "by" is it sure that "issued" is no past tense.
    pasts = [index for index, t in enumerate(tokens) if t.fold in _PASTS or t.fold.endswith("ed")]
    if any(tokens[past + 1].fold != "by" or tokens[past].fold in _CHANGED for past in pasts):
        return False
    if is_quoted(facts, place.start) or any(_may_be_present(*pair) for pair in pairwise(tokens)):
        return False
    return statement or any(tokens[past].fold in _ANNOUNCED for past in pasts)


def _may_be_present(before: Token, token: Token) -> bool:
    """Whether the word may be a present tense where it stands: "tourists book", "Odysseus sails"."""
    return bool(classes_of(token.fold) & _PRESENT) and _may_be_finite(before, token)


def _sure_verbs(facts: Facts) -> list[int]:
    """Return the places of words that `_SURE_VERB` finds, too: nearly every sentence has one."""
    folds = [
        fold
        for fold in facts.word_index.by_fold
        if fold in _SURE_WORDS or (fold.endswith("ed") and len(fold) > 2 and fold.isalpha())
    ]
    return facts.word_index.places(folds)


def _has_one(places: Sequence[int], among: range) -> bool:
    """Whether one of `places`, which are in order, is `among` these."""
    after = bisect.bisect_left(places, among.start)
    return after < len(places) and places[after] < among.stop


def _has_no_word_for_verb(facts: Facts, sentence: Sentence) -> bool:
    """Whether none of the words can be a finite verb where it stands, and the sentence is no caption."""
    start, end = sentence.span.start, sentence.span.end
    if not facts.text.endswith(".", start, end):
        return False
    if _SURE_VERB.search(facts.text, start, end) or not facts.text[start].isascii():
        return False
    place = facts.token_range(sentence.span)
    tokens = facts.tokens[place.start : place.stop]
    if len(tokens) < _LEAST_WORDS_BY_PARSE or any(token.text in _MARKS for token in tokens):
        return False
    if (
        not _opens_phrase(facts, place.start)
        or not is_prose(facts, place.start)
        or is_quoted(facts, place.start)
    ):
        return False
    if not _stands_among_sentences(facts, sentence) or _is_enumeration(tokens):
        return False
    return not any(_may_be_finite(before, token) for before, token in pairwise(tokens))


def _is_enumeration(tokens: Sequence[Token]) -> bool:
    """Whether nothing but commas joins three things or more: "A field, a fence, a horse in a coat."."""
    firsts = [after.fold for token, after in pairwise(tokens) if token.text == ","]
    return len(firsts) > 1 and all(first in ("a", "an", "the", "no") for first in firsts)


def _opens_phrase(facts: Facts, index: int) -> bool:
    """Whether the word opens a sentence of running text; labels have no article ("Full interview with …")."""
    token = facts.tokens[index]
    opens = token.fold in FUNCTION_WORDS or token.fold in _OTHER_OPENERS or index in facts.names
    return opens and token.text[0].isupper()


def _stands_among_sentences(facts: Facts, sentence: Sentence) -> bool:
    """Whether its paragraph has other sentences, or there is nothing but it: captions stand by themselves."""
    block = facts.article.block_at(sentence.span.start)
    if block is None:
        return False
    return block.span != sentence.span or len(facts.article.sentences) == 1


def _may_be_finite(before: Token, token: Token) -> bool:
    classes = classes_of(token.fold)
    if not token.text.islower() or token.fold in FUNCTION_WORDS or not classes & _TENSED:
        return False
    if "s" in classes and classes.isdisjoint(_NOUN):
        return before.fold not in _ARTICLES  # "operates" is nothing else; "the refers" is garbled
    first = classes_of(before.fold)
    adjective = bool(first & _ADJECTIVE) and before.fold not in _ADJECTIVES_AS_NOUNS
    counted = before.fold[0].isdecimal() and len(before.fold) != _YEAR
    return not (before.fold in _BEFORE_NOUN or adjective or counted)


def _parse_has_no_verb(facts: Facts, sentence: Sentence) -> bool:
    try:
        parsed = facts.syntax(sentence)
    except SyntaxUnavailableError:
        return False
    for index, token in enumerate(parsed):
        if token.tag in FINITE_TAGS or (token.tag == "VB" and parsed[index - 1].tag != "TO"):
            return False
    return True


CHECKS = (sentence_without_verb,)
