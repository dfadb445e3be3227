"""Who did it to whom: the lede has the two the wrong way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction, denied, other_time, set_apart
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.inflection import classes_of
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lintnews.facts import Facts
    from lintnews.facts.alignment import Match, Passage
    from lintnews.facts.names import NameMention
    from lintnews.facts.syntax import ParsedSentence
    from lintnews.finding import Hit

_LEAST_LIKE = 0.45
# Tokens between a name and its verb: beyond it another verb's subject or object is likelier.
_REACH = 7
# What two can do to each other in one article.
_MUTUAL = frozenset("meet met see saw visit visited call called phone phoned tell told ask asked know knew "
                    "meeting join joined follow followed marry married".split())  # fmt: skip
_TENSED, _PLAIN = frozenset("sd"), frozenset("b")
_BEFORE_PLAIN = frozenset("to will would can could may might must should not".split())
_PASSIVE = frozenset("is are was were be been being".split())


@check(
    "CON109",
    "lede-swaps-roles",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the lede has the two the wrong way round",
    needs=(given("matched_heads"),),
    examples=(
        bad(
            "[[Holm beat Keel]] in the chess final in Graz on Sunday.\n\nThe hall was full.\n\nKeel beat "
            "Holm "
            "in the chess final after six hours of play."
        ),
        bad(
            "[[Lindra sued Nordbank]] over a loan for two ferries.\n\nThe court sits in May.\n\nNordbank "
            "sued "
            "Lindra over the loan for the two ferries, papers show."
        ),
        fine(
            "Holm beat Keel in the chess final in Graz on Sunday.\n\nThe hall was full.\n\nKeel was beaten "
            "by "
            "Holm in the chess final after six hours of play."
        ),
    ),
)
def lede_swaps_roles(facts: Facts) -> Iterator[Hit]:
    """Headline or lede let A do to B what B did to A in the text.

    Where a language marks the object by an ending and not by its place, a machine may read the first name as
    the one who acts. Both sentences are parsed; left alone where they name different days, or where both
    may have done it.
    """
    mentions = {index: mention for mention in facts.names.mentions for index in mention.tokens}
    for _, matches in facts.alignment.pairs:
        for match in matches:
            hit = _swapped(facts, match, mentions) if match.likeness >= _LEAST_LIKE else None
            if hit is not None and not (set_apart(facts, match) or denied(facts, match) or other_time(match)):
                yield hit
                break


def _swapped(facts: Facts, match: Match, mentions: Mapping[int, NameMention]) -> Hit | None:
    for here, word in match.head.terms.items():
        if here in mentions or word not in match.shared or not _may_be_deed(facts, here):
            continue
        pair = _names_around(match.head, here, mentions)
        if pair is None:
            continue
        for there, other in match.body.terms.items():
            rival = _names_around(match.body, there, mentions) if other == word else None
            if rival is None or not _may_be_deed(facts, there):
                continue
            if not (_same(pair[0], rival[1]) and _same(pair[1], rival[0])):
                continue
            if _acts(facts, here, pair) and _acts(facts, there, rival):
                first, second = (Span(names[0].span.start, names[1].span.end) for names in (pair, rival))
                return contradiction(facts, first, second, "the two are the other way round")
    return None


def _may_be_deed(facts: Facts, index: int) -> bool:
    """Whether the word may be the verb of what one does to another, and no passive."""
    fold, before = facts.tokens[index].fold, facts.tokens[index - 1].fold if index else ""
    if fold in _MUTUAL or before in _PASSIVE:
        return False
    return not (_PLAIN if before in _BEFORE_PLAIN else _TENSED).isdisjoint(classes_of(fold))


def _names_around(
    passage: Passage, index: int, mentions: Mapping[int, NameMention]
) -> tuple[NameMention, NameMention] | None:
    """Return the nearest names before and after a token of a sentence."""
    before = (place for place in range(index - 1, max(passage.tokens.start - 1, index - _REACH), -1))
    after = (place for place in range(index + 1, min(passage.tokens.stop, index + _REACH)))
    left, right = (
        next((mentions[place] for place in places if place in mentions), None) for places in (before, after)
    )
    return (left, right) if left is not None and right is not None else None


def _same(one: NameMention, other: NameMention) -> bool:
    return one.text.casefold().split()[-1] == other.text.casefold().split()[-1]


def _acts(facts: Facts, index: int, names: tuple[NameMention, NameMention]) -> bool:
    """Whether the grammar makes the first name the subject and the second the object of the verb."""
    token = facts.tokens[index]
    sentence = facts.article.sentence_at(token.start)
    try:
        parsed = facts.syntax(sentence) if sentence else ()
    except SyntaxUnavailableError:
        return False
    verb = next((place for place, item in enumerate(parsed) if item.span.start == token.start), None)
    return (
        verb is not None
        and parsed[verb].tag.startswith("VB")
        and _is_role(parsed, verb, names[0], ("nsubj",))
        and _is_role(parsed, verb, names[1], ("dobj", "obj"))
    )


def _is_role(parsed: ParsedSentence, verb: int, name: NameMention, roles: tuple[str, ...]) -> bool:
    return any(
        item.head == verb and item.dependency in roles and name.span.contains(item.span) for item in parsed
    )


CHECKS = (lede_swaps_roles,)
