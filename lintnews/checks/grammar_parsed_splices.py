"""Commas that join two main clauses where only the parse can tell: "they said that it is shut, it is old"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.facts.syntax import FINITE_TAGS, SyntaxUnavailableError
from lintnews.facts.verbs import SURE_PASTS
from lintnews.inflection import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.facts.syntax import ParsedSentence
    from lintnews.facts.tokens import Token

_AUXILIARIES = frozenset(
    "is are was were has have had will would can could did does cannot must should may might do isn't "
    "wasn't aren't weren't hasn't haven't hadn't won't wouldn't can't couldn't didn't doesn't".split()
)
_SUBJECTS = frozenset(
    "it he she they there this these those we i you that the a an its his her their our some many most all "
    "no another several more about such each every both one two three four five six seven eight nine "
    "ten".split()
)
_SUBORDINATORS = frozenset(
    "if when as while although though because since after before once whether until unless whereas lest "
    "given despite where what how why whoever wherever".split()
)
_RELATIVES = frozenset("who which that whose whom".split())
_PREPOSITIONS = frozenset("in at on for from through by under during without among according with".split())
_SAYING = frozenset(
    "said says say added adds noted notes reported reports told tells announced explained stressed "
    "emphasized emphasised claimed claims believe believes believed think thinks thought suggest suggests "
    "suggested showed shows show found finds warned predicted predict recalled recalls reminded reminds "
    "wrote writes tweeted according alleged cautioned concluded revealed argues argued admitted insisted "
    "seems appears spoke continued".split()
)
_NOT_BETWEEN = _SUBORDINATORS | frozenset(", but so yet nor or unlike like with".split())
# With a capital these begin a sentence that nothing divides from the one before.
LATE_OPENERS = frozenset("However In On At After For According During The".split())
_TURNS = _SUBORDINATORS | _PREPOSITIONS
_PRONOUNS = frozenset("it he she they we i you".split())
# What opens a phrase that stands before the clause.
_PHRASES = _PREPOSITIONS | frozenset(
    "of to due against amid besides except based apart affected between over until".split()
)
# Behind these "that" points to something: "at that time".
_BEFORE_THAT = _PREPOSITIONS | frozenset("of to and".split())
_MARKS = frozenset('?!“”";:…—–()')
_SUBJECT_ARCS = frozenset(("nsubj", "nsubjpass", "expl"))
_CLAUSE_ARCS = frozenset(("ccomp", "parataxis", "advcl", "conj"))
_LEAST_WORDS = 9
_LONGEST_SUBJECT = 8
_LEAST_PREDICATE = 3


def parsed_splice(facts: Facts, sentence: Sentence, place: range) -> int | None:
    """Return the token index of a comma that joins two main clauses of the sentence, None where none does."""
    for comma, verb in _candidates(facts.tokens, place):
        try:
            parsed = facts.syntax(sentence)
        except SyntaxUnavailableError:
            return None
        by_start = {token.span.start: index for index, token in enumerate(parsed)}
        places = [by_start.get(facts.tokens[index].start) for index in (comma, verb)]
        if None not in places and _joins_main_clauses(parsed, *(index or 0 for index in places)):
            return comma
    return None


def _candidates(tokens: tuple[Token, ...], place: range) -> Iterator[tuple[int, int]]:
    """Yield commas, each with the verb behind it, that may join two clauses by the look of their words."""
    if len(place) < _LEAST_WORDS or tokens[place.stop - 1].text != ".":
        return
    sentence = tokens[place.start : place.stop]
    if sentence[0].fold in _SUBORDINATORS | {"with", "without"} or any(t.text in _MARKS for t in sentence):
        return
    commas = [index for index in place if tokens[index].text == ","]
    for comma in commas:
        after = tokens[comma + 1]
        if not (after.fold in _SUBJECTS and after.text.islower()) and not after.text[0].isdecimal():
            continue
        verb = _finite_after(tokens, comma, place)
        before = tokens[place.start : comma]
        if verb is None or not any(_is_finite(token) or token.fold.endswith("ed") for token in before):
            continue
        if not _opens_clause(tokens[comma + 1 : verb + 2]) or not _ends_clause(before):
            continue
        if any(token.text in LATE_OPENERS for token in before[1:]):
            continue
        clause = tokens[comma + 1 : verb + 4]
        makes_list = any(tokens[c + 1].fold in ("and", "but", "or", after.fold) for c in commas if c > verb)
        if not makes_list and not any(token.fold in _SAYING for token in clause):
            yield comma, verb


def _opens_clause(words: Sequence[Token]) -> bool:
    """Whether the words up to a finite verb, and the one behind it, may begin a clause of their own."""
    first, *inner, _, after = words
    if first.fold == "that" and (inner or after.text == ","):
        return False  # "said on Monday, that the road is shut", "that is, shut"
    if inner and inner[-1].fold in ("and", "or"):
        return False  # "she rose and left"
    # "an award he would share", "the hall - an old mill - is"
    return not any(token.fold in _PRONOUNS or not _is_plain(token) for token in inner)


def _is_plain(token: Token) -> bool:
    return token.is_word or token.text[0].isdecimal() or token.text in "%$€£"


def _ends_clause(before: Sequence[Token]) -> bool:
    """Whether a main clause may end here: its verb has to stand behind the last word that opens another."""
    start, is_clause = 0, False
    for place, (token, after) in enumerate(pairwise(before)):
        if token.fold in _NOT_BETWEEN:
            start, is_clause = place + 1, token.fold in _SUBORDINATORS
        elif after.fold in _TURNS and token.fold in ("and", "that"):
            start, is_clause = place + 1, False
    words = before[start:]
    if not words or [token.fold for token in words] == ["that", "is"]:
        return False
    relatives = (start > 0 and words[0].fold in _RELATIVES) + sum(
        token.fold in _RELATIVES and last.fold not in _BEFORE_THAT for last, token in pairwise(words)
    )
    # A verb that begins the sentence asks, or stands for "if".
    return _count_of_verbs(words[start == 0 :], in_phrase=words[0].fold in _PHRASES) > is_clause + relatives


def _count_of_verbs(words: Sequence[Token], *, in_phrase: bool) -> int:
    """Return how many finite verbs stand there, each with its participles."""
    count, is_helped = 0, False
    for token in words:
        if _is_finite(token) or _is_present(token) or token.fold in ("said", "told"):
            count, is_helped = count + (not is_helped), True
        elif token.fold.endswith("ed") and token.text.islower() and "-" not in token.fold:
            # "In the plan released on Monday" has no verb yet.
            count, is_helped = count + (not is_helped and not in_phrase), False
        elif not token.fold.endswith("ly") and token.fold not in ("not", "been", "also", "be"):
            is_helped = False
    return count


def _is_present(token: Token) -> bool:
    classes = classes_of(token.fold)
    return "s" in classes and classes.isdisjoint("12") and token.text.islower()


def _is_finite(token: Token) -> bool:
    return token.fold in _AUXILIARIES or token.fold in SURE_PASTS


def _finite_after(tokens: tuple[Token, ...], comma: int, place: range) -> int | None:
    for index in range(comma + 2, min(comma + 2 + _LONGEST_SUBJECT, place.stop - 1 - _LEAST_PREDICATE)):
        token = tokens[index]
        if _is_finite(token):
            return index
        if token.text == "," or token.fold in _RELATIVES:
            return None
    return None


def _joins_main_clauses(parsed: ParsedSentence, comma: int, verb: int) -> bool:
    main = parsed[verb].head if parsed[verb].dependency in ("aux", "auxpass") else verb
    own = _children(parsed, main)
    if not any(parsed[k].dependency in _SUBJECT_ARCS and comma < k <= verb for k in own):
        return False
    if any(k < main and _subordinates(parsed, k) for k in own):
        return False
    if any(k > main and parsed[k].dependency == "conj" and _has_subject(parsed, k) for k in own):
        return False
    firsts = [k for k in own if k < comma and parsed[k].dependency in _CLAUSE_ARCS]
    if parsed[main].head < comma and parsed[main].dependency not in ("relcl", "acl"):
        firsts.append(parsed[main].head)
    return any(_is_main_clause(parsed, first, comma) for first in firsts)


def _is_main_clause(parsed: ParsedSentence, verb: int, comma: int) -> bool:
    """Whether a clause with subject and finite verb, under no conjunction, reaches up to the comma."""
    own = _children(parsed, verb)
    helped = any(parsed[k].dependency in ("aux", "auxpass") and parsed[k].tag in FINITE_TAGS for k in own)
    if parsed[verb].dependency in ("relcl", "acl", "advcl", "pcomp"):
        return False
    if not (helped or parsed[verb].tag in FINITE_TAGS) or not _has_subject(parsed, verb):
        return False
    if any(k < comma and (_subordinates(parsed, k) or _fold(parsed, k) in _SUBORDINATORS) for k in own):
        return False
    between = [_fold(parsed, index) for index in range(verb + 1, comma)]
    if not _NOT_BETWEEN.isdisjoint(between):
        return False
    return not any(
        (first == "and" and second in _TURNS) or (first, second) == ("now", "that")
        for first, second in pairwise(between)
    )


def _children(parsed: ParsedSentence, head: int) -> list[int]:
    return [index for index, token in enumerate(parsed) if token.head == head and index != head]


def _has_subject(parsed: ParsedSentence, verb: int) -> bool:
    return any(parsed[k].dependency in _SUBJECT_ARCS and k < verb for k in _children(parsed, verb))


def _subordinates(parsed: ParsedSentence, index: int) -> bool:
    return parsed[index].dependency == "mark" or parsed[index].tag in ("WRB", "WP", "WDT")


def _fold(parsed: ParsedSentence, index: int) -> str:
    return parsed[index].text.lower()
