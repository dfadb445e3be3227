"""RES143-144: names without a capital, and small words with one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.facts.capitals import ALWAYS_CAPITALISED, capitalised, is_lower_throughout
from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

# What follows “i” where it is the pronoun, not a numeral or a letter.
_VERB_OF_I = lazy(
    r" (?:am|was|have|had|think|don|can|will|would|want|did|know|do|feel|saw|went|got|thought)\b"
)
# What follows “Us” where the country is meant.
_NOUN_OF_US = lazy(
    r" (?:senate|president|presidential|dollars?|congress|army|navy|air force|government|military|house of|"
    r"troops|officials?|stocks?|secretary|embassy|consulate|treasury|justice|department|economy|sanctions|"
    r"forces|soldiers|supreme court|federal|citizens|diplomats?|politicians|media|lawmakers|elections?|"
    r"administration|companies|intelligence|markets?|shares)\b",
    re.IGNORECASE,
)
_WATCHED = ALWAYS_CAPITALISED | {"i", "i'm", "i’m", "i've", "i’ve", "i'll", "i’ll", "i'd", "i’d", "us", "Us"}
_WATCHED_FOLDS = frozenset(word.casefold().replace("’", "'") for word in _WATCHED)
# Things that are named after a place and written small: french fries, arabic numerals, brussels sprouts.
_THING = lazy(
    r"[ -](?:fr(?:y|ies|ied)|windows?|doors?|toast|press|horns?|kiss\w*|bread|dressing|beans?|cuffs?|"
    r"numerals?|sprouts?|ink|summer|muffins?|delight|baths?|knotweed|roulette|doll|bacon|omelettes?|measles|coffee)\b"
)
# Capitals of these show a word set as if it began a title or a line; others may begin a sentence whose stop
# is lost.
_NEVER_FIRST = frozenset(
    "and of at by with from for to on or is are was were has have had than into not be been will would could "
    "as that which who whose their its his her hereinafter but also".split()
)


@check(
    "RES143",
    "name-in-lower-case",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a name is written in lower case",
    needs=(words(_WATCHED_FOLDS),),
    examples=(
        bad("The ship left for [[brazil]] on [[thursday]].", "The ship left for [[Brazil]] on [[Thursday]]."),
        bad(
            "Then [[i]] was told that the [[us]] senate met.",
            "Then [[I]] was told that the [[US]] senate met.",
        ),
        bad("[[Us]] Congress meets as [[i’m]] told.", "[[US]] Congress meets as [[I’m]] told."),
        fine("Most of them typed 'i am hungry' into the box."),
        fine("They gave us dollars; write to paris@example.org; #london; french fries; Us Weekly wrote it."),
    ),
)
def name_in_lower_case(facts: Facts) -> Iterator[Hit]:
    """Countries, languages, weekdays, months and “I” always have a capital in English, in many languages not.

    Only names that are nothing else in English are looked at: polish, may, turkey and their like are left
    alone.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_WATCHED_FOLDS):
        token = tokens[index]
        if token.text not in _WATCHED or not _stands_alone(facts.text, token):
            continue
        repaired = _as_name(facts, index)
        sentence = facts.article.sentence_at(token.start)
        if repaired and sentence and not is_lower_throughout(sentence.span.of(facts.text)):
            fix = replacement(token.span, repaired, Applicability.SAFE)
            yield Hit(token.span, f"‘{token.text}’ is a name and should read ‘{repaired}’", (fix,))


def _as_name(facts: Facts, index: int) -> str | None:
    """Return how the token at `index` is written where it stands for a name, None where it does not."""
    text, token = facts.text, facts.tokens[index]
    if token.text == "i":
        typed = text[: token.start].endswith(("'", '"', "‘", "“"))  # "searched for 'i am hungry'"
        return "I" if not typed and _VERB_OF_I.match(text, token.end) else None
    if token.fold == "us":
        if facts.article.quotation_at(token.start):
            return None
        after_article = token.text == "us" and index > 0 and facts.tokens[index - 1].fold == "the"
        before_noun = token.text == "Us" and _NOUN_OF_US.match(text, token.end)
        opposed = text.startswith((" vs ", " and ", " versus "), token.end)
        return "US" if (after_article and not opposed) or before_noun else None
    if _THING.match(text, token.end) or text.endswith("plaster of ", 0, token.start):
        return None
    return capitalised(token.text)


def _stands_alone(text: str, token: Token) -> bool:
    """Whether it is no part of an address, a file name, a hashtag or emphasised text."""
    beside = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 2].rstrip(" .\n")
    return not any(mark in "@#/_.*\\=" for mark in beside)


@check(
    "RES144",
    "stray-capital",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a small word in mid-sentence has a capital",
    needs=(words(_NEVER_FIRST),),
    examples=(
        bad("They sell bread [[And]] other food.", "They sell bread [[and]] other food."),
        bad("The guests met [[At]] the harbour.", "The guests met [[at]] the harbour."),
        fine("Her role in the film And Then came late; he read The Lady Is a Tramp; the Carry On films."),
        fine("It rained all day The roads were wet."),
    ),
)
def stray_capital(facts: Facts) -> Iterator[Hit]:
    """A small word (and, of, at) has a capital though the words around it have none: outputs were pasted.

    Words that may begin a sentence whose full stop was lost are left alone, and so are titles and
    quotations.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_NEVER_FIRST):
        token = tokens[index]
        if not 0 < index < len(tokens) - 1 or not token.text[0].isupper() or not token.text[1:].islower():
            continue
        before, after = tokens[index - 1], tokens[index + 1]
        if not (before.is_word and after.is_word and before.text.islower() and after.text.islower()):
            continue
        block = facts.article.block_at(token.start)
        if facts.text[before.end : token.start] != " " or facts.text[before.start - 1 : before.start] == ".":
            continue
        if block is None or not block.kind.is_prose:
            continue
        sentence = facts.article.sentence_at(token.start)
        if sentence is None or facts.article.quotation_at(token.start) or _in_title(tokens, index, sentence):
            continue
        fix = replacement(token.span, token.fold, Applicability.SAFE)
        yield Hit(token.span, f"‘{token.text}’ has a capital in mid-sentence", (fix,))


def _in_title(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether capitals stand so near that the word may belong to a title."""
    near = [*tokens[max(0, index - 3) : index - 1], *tokens[index + 2 : index + 4]]
    return any(
        token.is_word and token.text[0].isupper() and token.start > sentence.span.start for token in near
    )


CHECKS = (name_in_lower_case, stray_capital)
