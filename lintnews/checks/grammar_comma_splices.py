"""Two sentences that only a comma joins: "the road is shut, it will open in June"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import FINITE, is_prose, is_quoted
from lintnews.checks.grammar_parsed_splices import LATE_OPENERS, parsed_splice
from lintnews.facts.verbs import SURE_PASTS
from lintnews.finding import Applicability, Edit, Fix, Hit, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_SUBJECTS = frozenset("it he she they there this we i".split())
# With one of these anywhere before the comma, what follows it may rightly be a clause of its own.
_JOINERS = frozenset(
    "if when while although though because as since after before once until that which who whose where whom "
    "said says say according whether what how why unless so but nor yet think thinks believe believes added "
    "both either sooner more less moment matter time times every each".split()
)
_NOT_FIRST = frozenset(
    "in on at with by to from even then yes no well sure of course frankly true during without despite "
    "under over through between amid given based due thanks all".split()
)
_MARKS = frozenset(';:?!()…—–"“”-')


@check(
    "GRM114",
    "comma-for-full-stop",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a comma alone joins two sentences here",
    examples=(
        bad(
            "The bridge was closed on Friday[[,]] it will open again in June.",
            "The bridge was closed on Friday. It will open again in June.",
        ),
        bad(
            "Two drivers were taken to hospital[[,]] there were no other injuries.",
            "Two drivers were taken to hospital. There were no other injuries.",
        ),
        bad(
            "The mayor said that 40 new lamps will be bought[[,]] the rest will be mended by the spring.",
            "The mayor said that 40 new lamps will be bought. The rest will be mended by the spring.",
        ),
        fine("The mill that burnt is being rebuilt, but at the time of the fire, the owner was away."),
        fine("The roof was mended, the doors were painted, and the walls were cleaned."),
        fine("The mill was built in 1937, but after two years of work, it was shut by the war."),
        fine(
            "One ship was old, the other was new, and both were lost. The older it is, the better it is now."
        ),
        fine("One of the groups is based in Kashmir, the other is alleged to have helped it."),
        fine("She is a jealous woman, she is a pious one, she is a big star and she is a killer."),
        fine("When the bridge was closed, it was late. The bridge was, it is said, too old."),
        fine("“The bridge is shut, it is over.” He was right, he said. That is, it was cold last night."),
    ),
)
def comma_for_full_stop(facts: Facts) -> Iterator[Hit]:
    """Chinese and Russian set a comma between sentences that belong together; English sets a full stop.

    Reported where a clause with its verb ends in the comma, another with its own subject follows, and
    no word joins them. Speech is left alone, as are lists of clauses.
    """
    tokens = facts.tokens
    for sentence in facts.sentences_with(","):
        place = facts.token_range(sentence.span)
        if len(place) < _LEAST or tokens[place.stop - 1].text != "." or not is_prose(facts, place.start):
            continue
        if is_quoted(facts, place.start):
            continue
        comma = _plain_splice(tokens, place)
        if comma is None:
            comma = parsed_splice(facts, sentence, place)
        if comma is not None and not is_quoted(facts, comma):
            mark, after = tokens[comma], tokens[comma + 1]
            stop = Fix(
                (
                    Edit(mark.span, "."),
                    Edit(after.span, after.text[0].upper() + after.text[1:]),
                ),
                Applicability.UNSAFE,
                "make two sentences",
            )
            yield Hit(mark.span, None, (stop, replacement(mark.span, " and", Applicability.SUGGESTION)))


_LEAST = 9
_LEAST_AFTER = 3
_LONGEST_SUBJECT = 5
_DETERMINERS = frozenset(
    "the this these that those his her its their our my some many most all no a an".split()
)


def _plain_splice(tokens: tuple[Token, ...], place: range) -> int | None:
    """Return a comma that joins two clauses so short that no parse is needed to see it."""
    comma = _first_comma(tokens, place)
    if comma is not None and not any(token.fold in FINITE for token in tokens[place.start : comma]):
        # "On Monday, …": the clause begins behind the first comma.
        place = range(comma + 1, place.stop)
        comma = _first_comma(tokens, place)
    return comma if comma is not None and _is_splice(tokens, place, comma) else None


def _first_comma(tokens: tuple[Token, ...], place: range) -> int | None:
    for index in place:
        token = tokens[index]
        if token.text == ",":
            return index
        if token.text in _MARKS or token.fold in _JOINERS:
            return None
    return None


def _is_splice(tokens: tuple[Token, ...], place: range, comma: int) -> bool:
    first = tokens[place.start].fold
    before = tokens[place.start : comma]
    if any(token.text in LATE_OPENERS for token in before[1:]):
        return False
    if first in _NOT_FIRST or len(before) < 4 or comma + 3 >= place.stop:
        return False
    verbs = [index for index, token in enumerate(before) if token.fold in FINITE or token.fold in SURE_PASTS]
    if not verbs or verbs[0] == 0 or len(before) - verbs[-1] < 2:
        return False
    rest = tokens[comma + 1 : place.stop - 1]
    if first in ("one", "some") and any(token.fold in ("other", "others") for token in rest[:2]):
        return False  # "one is based in Kashmir, the other is abroad"
    verb = _verb_of_clause(rest)
    if verb is None or len(rest) - verb < _LEAST_AFTER or _is_list_of_clauses(rest):
        return False
    return not any(token.fold in ("said", "says") for token in rest)


def _verb_of_clause(rest: tuple[Token, ...]) -> int | None:
    """Return the place of the verb of a clause that begins here with its subject."""
    if rest[0].fold in _SUBJECTS:
        return 1 if rest[1].fold in FINITE else None
    if rest[0].fold not in _DETERMINERS:
        return None
    for place, token in enumerate(rest[1 : _LONGEST_SUBJECT + 2], start=1):
        if token.fold in FINITE:
            return place if place > 1 else None
        if not token.is_word or token.fold in _JOINERS:
            return None
    return None


def _is_list_of_clauses(rest: tuple[Token, ...]) -> bool:
    """Whether an "and" behind another comma makes a list, or the clause begins as the next one does.

    "One is red, one is blue, and both are new"; "she is rich, she is bored, she is a star".
    """
    return any(
        token.text == "," and (after.fold in ("and", "but", "or") or after.fold == rest[0].fold)
        for token, after in pairwise(rest)
    )


CHECKS = (comma_for_full_stop,)
