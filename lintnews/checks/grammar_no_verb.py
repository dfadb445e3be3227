"""Sentences without a verb: "However, more than a hundred volunteers from the village."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.facts.verbs import IRREGULAR
from lintnews.finding import Hit
from lintnews.inflection import classes_of
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
_CHANGED = frozenset("increased decreased dropped declined climbed surged jumped slipped".split())
_PASTS = frozenset(verb.past for verb in IRREGULAR)
_FINITE = frozenset(
    "is are was were am has have had will would can could may might must shall should do does did isn't "
    "aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot "
    "it's that's there's he's she's let's says say seems means makes remains includes shows goes takes set "
    "put let cut hit cost came became please thanks thank lead leads spread make give take cause become "
    "include remain bring come go get keep mean need want help ranks stands runs".split()
)
_FINITE_TAGS = frozenset(("VBD", "VBP", "VBZ", "MD"))
_LEAST_WORDS = 7
# Forms of verbs and of nouns in the table of inflections.
_PRESENT, _NOUN = frozenset("bs"), frozenset("12")
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
        fine("In such years farmers book barns early. At present our old club ranks first in the valley."),
        fine("However, the crowd grew. Among them were guests. According to him, the mood was good."),
        fine("A mural painted by children near the old mill.\n\nThe letter signed by the bishops was read."),
    ),
)
def sentence_without_verb(facts: Facts) -> Iterator[Hit]:
    """A sentence whose verb the machine lost, or that a wrong full stop cut in two.

    Reported where it opens like a statement ("However, …", "Among them, …", "A letter signed by …") and
    neither its words nor its parse have a verb. Captions and headings need none, and writers of features
    make sentences without one, but none of these open like that.
    """
    for sentence in facts.article.sentences:
        if _may_lack_verb(facts, sentence) and _parse_has_no_verb(facts, sentence):
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
    if is_quoted(facts, place.start) or _has_verb_behind_noun(tokens):
        return False
    return statement or any(tokens[past].fold in _ANNOUNCED for past in pasts)


def _has_verb_behind_noun(tokens: tuple[Token, ...]) -> bool:
    """Whether a word that may be a verb stands where one would: "tourists book", "the club ranks"."""
    for before, token in pairwise(tokens):
        if token.text.islower() and before.text.islower() and before.fold not in FUNCTION_WORDS:
            noun = classes_of(before.fold)
            if noun and noun <= _NOUN and classes_of(token.fold) & _PRESENT:
                return True
    return False


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
