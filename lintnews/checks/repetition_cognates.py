"""A verb with a noun of its own make: "killed in killings", "will broadcast a live broadcast"."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import word_after, word_before
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.stems import LEAST_OF_ROOT, root, stem
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.finding import Hit
from lintnews.inflection import classes_of
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.syntax import ParsedSentence
    from lintnews.facts.tokens import Token

# What English does with a noun of the same make: "play a play", "cost £5 in costs", "build a building".
_FINE = frozenset(
    "play cost work plan train build deal fight smok paint draw writ drink danc sing dream produc govern "
    "employ invest insur settl found host hand gift place pric part number ship farm shop cook design "
    "model order copy list star test form need use claim call point turn name mark head rul vot view rank "
    "group deliver respons address land water power school book park film photograph bill fin charg tax "
    "answer question challeng attempt offer speak teach learn rate sent hous process program vaccin organ "
    "organis organiz elect award react spill posit compet nomin chang visit regulat licenc licens educat "
    "discuss negotiat".split()
)
_SHORTEST = 5
_FARTHEST = 6
_VERB, _NOUN = frozenset("bsdng"), frozenset("12")
# "Spilled oil after the spill" and "visited him during the visit" tell of two events.
_PREPOSITIONS = frozenset("in of with by under through on to".split())
_OBJECTS = frozenset(("dobj", "pobj"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))

_ARTICLES = frozenset("a an the".split())
# With one of these between them the second word belongs to another clause, or stands beside the first.
_NOT_IN_OBJECT = (
    FUNCTION_WORDS
    - _PREPOSITIONS
    - frozenset(
        "a an the its his her their our your my of no this that these those out up off down over own".split()
    )
)
# Of nouns and verbs of one spelling, the verb stands behind these.
_BEFORE_BASE = frozenset(
    "to will would can could may might must should shall they we you i who not do does did".split()
)
# What the rest of a subject, and its verb, may begin with.
_HELPERS = frozenset("is are was were be been being has have had".split())
_BEHIND_SUBJECT = _HELPERS | frozenset("of in for from on by at".split())
_NOT_IN_SUBJECT = (
    FUNCTION_WORDS - _BEHIND_SUBJECT - frozenset("a an the its his her their our not also just only".split())
)
_ADVERBS_OF_VERB = frozenset("not also just only now again".split())
_BEFORE_NOUN = (FUNCTION_WORDS - _ADVERBS_OF_VERB) - _HELPERS

_ANYBODY = frozenset("a an someone somebody those people men women children".split())
_AGENTS = ("er", "ers", "or", "ors", "ing", "ee", "ees")


@check(
    "REP114",
    "verb-with-its-own-noun",
    mqm="style/awkward-style",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="verb and noun are the same word",
    examples=(
        bad("At least nine people were [[killed in various killings]] on the island in May."),
        bad("The station will [[broadcast a live broadcast]] of the regatta on Sunday."),
        bad("As was [[reported in a previous report]], the ferry is out of service."),
        bad("The [[results of the vote resulted]] in a change of mayor."),
        fine("She built a building, played in a play and fought the fighters. The ferry cost £5m in costs."),
        fine("He looks at the boat and shrugs the shrug of a man who has seen worse."),
        fine("They will broadcast the regatta, and the broadcast is free. The killer killed two people."),
    ),
)
def verb_with_its_own_noun(facts: Facts) -> Iterator[Hit]:
    """A language with several words for a thing and its doing becomes English with one for both.

    Reported where the parse has the noun as the verb's object, or behind its preposition. Left alone are
    agents ("fought the fighters") and what English does so ("build a building").
    """
    for first, last in _near_pairs(facts):
        sentence = facts.article.sentence_at(facts.tokens[first].start)
        block = facts.article.block_at(facts.tokens[first].start)
        if sentence is None or block is None or not block.kind.is_prose:
            continue
        if facts.tokens[last].end > sentence.span.end or _is_figure(facts, first, last):
            continue
        try:
            parsed = facts.syntax(sentence)
        except SyntaxUnavailableError:
            return
        span = Span(facts.tokens[first].start, facts.tokens[last].end)
        if _is_object(parsed, span) or _is_subject(parsed, span):
            yield Hit(
                span,
                f"‘{span.of(facts.text)}’ says the same twice: verb or noun should be another word",
            )


def _is_figure(facts: Facts, first: int, last: int) -> bool:
    """Whether the noun is given to somebody: "shrugs the shrug of a man who has seen worse"."""
    words = [facts.tokens[first + 1].fold, *(token.fold for token in facts.tokens[last + 1 : last + 3])]
    return last == first + 2 and words[:2] == ["the", "of"] and words[-1] in _ANYBODY


def _near_pairs(facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield the places of two words of one make that stand near each other, with no mark between."""
    tokens, by_fold = facts.tokens, facts.word_index.by_fold
    for key, found in _by_root(tokens, by_fold):
        if len(found) < 2 or len(key) < 4 or key in _FINE:
            continue
        for first, last in pairwise(sorted(found)):
            if 1 < last - first <= _FARTHEST and _may_be(facts, first, last):
                between = tokens[first + 1 : last]
                if all(token.is_word or token.text[0].isdecimal() for token in between):
                    yield first, last


def _by_root(
    tokens: Sequence[Token], by_fold: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, list[int]]]:
    """Yield the roots of the words that share their first letters with another near them, with the places."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for fold, places in by_fold.items():
        if len(fold) >= _SHORTEST and fold.isalpha() and fold not in FUNCTION_WORDS:
            alike[(tokens[places[0]].term or stem(fold))[:LEAST_OF_ROOT]].append(fold)
    for folds in alike.values():
        if len(folds) == 1 and len(by_fold[folds[0]]) == 1:
            continue
        places = sorted(place for fold in folds for place in by_fold[fold])
        if any(last - first <= _FARTHEST for first, last in pairwise(places)):
            found: defaultdict[str, list[int]] = defaultdict(list)
            for fold in folds:
                found[root(fold)] += by_fold[fold]
            yield from found.items()


def _may_be(facts: Facts, first: int, last: int) -> bool:
    """Whether a verb and then its noun, or a noun and then its verb, may stand there."""
    one, other = facts.tokens[first], facts.tokens[last]
    return (_are_akin(one, other) and _may_be_object(facts, first, last)) or (
        _are_akin(other, one) and _may_be_subject(facts, first, last)
    )


def _may_be_object(facts: Facts, verb: int, noun: int) -> bool:
    """Whether by the words about them the second ends a noun phrase behind the first, which may be a verb."""
    between = [token.fold for token in facts.tokens[verb + 1 : noun]]
    prepositions = [fold for fold in between if fold in _PREPOSITIONS]
    if len(prepositions) > 1 or not _NOT_IN_OBJECT.isdisjoint(between):
        return False
    if _goes_on(word_after(facts, noun)):
        return False
    return _may_be_verb(facts, verb, is_same=facts.tokens[verb].fold == facts.tokens[noun].fold)


def _goes_on(after: Token | None) -> bool:
    """Whether a noun phrase goes on with this word, so that the noun before it is not its last."""
    if after is None or not after.is_word or after.fold in FUNCTION_WORDS:
        return False
    classes = classes_of(after.fold)
    return not _NOUN.isdisjoint(classes) and "d" not in classes


def _may_be_verb(facts: Facts, index: int, *, is_same: bool) -> bool:
    """Whether a word that may be a noun too is a verb by the word before it, and by the one behind."""
    classes, before = classes_of(facts.tokens[index].fold), word_before(facts, index)
    if before is None or _NOUN.isdisjoint(classes):
        return _NOUN.isdisjoint(classes)
    if before.fold in _BEFORE_BASE:
        return "b" in classes
    if not before.is_word or before.fold in FUNCTION_WORDS:
        return "g" in classes
    after = facts.tokens[index + 1]
    if is_same and not (after.fold in _ARTICLES or after.text[0].isdecimal()):
        return False
    context = classes_of(before.fold)
    fits = context & _NOUN == {"2"} if "b" in classes else "1" in context
    return fits or context == {"a"}


def _may_be_subject(facts: Facts, noun: int, verb: int) -> bool:
    """Whether by the words about them the first begins a subject, and the second is its verb."""
    folds = [token.fold for token in facts.tokens[noun + 1 : verb]]
    if folds[0] not in _BEHIND_SUBJECT or not _NOT_IN_SUBJECT.isdisjoint(folds):
        return False
    while folds and folds[-1] in _ADVERBS_OF_VERB:
        del folds[-1]
    if folds[-1:] and folds[-1] in _HELPERS:
        return True
    classes = classes_of(facts.tokens[verb].fold)
    return _HELPERS.isdisjoint(folds) and "d" in classes and folds[-1] not in _BEFORE_NOUN


def _are_akin(verb: Token, noun: Token) -> bool:
    if not (verb.text.islower() and noun.text.islower()) or noun.fold.endswith(_AGENTS):
        return False
    alike = stem(verb.fold) == stem(noun.fold) or len(root(verb.fold)) >= _SHORTEST
    return alike and bool(classes_of(verb.fold) & _VERB and classes_of(noun.fold) & _NOUN)


def _is_object(parsed: ParsedSentence, span: Span) -> bool:
    """Whether the span's first word is a verb and its last that verb's object, directly or behind "in"."""
    by_start = {token.span.start: index for index, token in enumerate(parsed)}
    by_end = {token.span.end: index for index, token in enumerate(parsed)}
    verb, noun = by_start.get(span.start), by_end.get(span.end)
    if verb is None or noun is None:
        return False
    if not parsed[verb].tag.startswith("VB") or parsed[noun].tag not in ("NN", "NNS"):
        return False
    token = parsed[noun]
    if token.dependency not in _OBJECTS:
        return False
    head = token.head
    if token.dependency == "pobj":
        if parsed[head].text.lower() not in _PREPOSITIONS:
            return False
        head = parsed[head].head
    return head == verb


def _is_subject(parsed: ParsedSentence, span: Span) -> bool:
    """Whether the first word of the span is a noun and the subject of its last."""
    by_start = {token.span.start: index for index, token in enumerate(parsed)}
    by_end = {token.span.end: index for index, token in enumerate(parsed)}
    noun, verb = by_start.get(span.start), by_end.get(span.end)
    if verb is None or noun is None or not parsed[verb].tag.startswith("VB"):
        return False
    token = parsed[noun]
    return token.tag in ("NN", "NNS") and token.dependency in _SUBJECTS and token.head == verb


CHECKS = (verb_with_its_own_noun,)
