"""The lede says Tuesday, sons, or euros; the text says the same with Thursday, daughters, or dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.checks.contradictions import (
    best_by_place,
    contradiction,
    denied,
    exclusive,
    other_time,
    set_apart,
)
from lintnews.facts.lexicon import any_opposites, opposites
from lintnews.facts.stems import stem
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.substitutions import Substitution
    from lintnews.finding import Hit

# Measured on ledes with one word changed: below these the two sentences tell of different things.
_LEAST_LIKE = 0.4
_LEAST_LIKE_PRESENT = 0.5
# Of one deal or match both may be true, with another subject each.
_CONVERSE = frozenset(
    stem(word)
    for word in "buy purchase acquire sell lend borrow import export send receive pay win lose beat defeat "
    "teach learn ask answer lead trail follow precede own rent allow let hire join".split()
)
_SUPPORT_OF_CONVERSE = 4
_SUPPORT_OF_ONE_SUBJECT = 3
# "next week" and "last year" are two times, not two terms for one.
_RELATIVE = frozenset("last next this past coming each every per".split())
# A verb is not what stands after these: "at the end", "its support".
_BEFORE_NOUNS = frozenset("the a an this that its his her their our of remaining any no".split())


@check(
    "CON103",
    "lede-has-another-term",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the lede says another thing than the text that repeats it",
    needs=(given("substitutions"),),
    examples=(
        bad(
            "The harbour bridge in Vasso will close for repairs on [[Tuesday]].\n\nLorries must use the "
            "tunnel.\n\nThe harbour bridge in Vasso will close for repairs on Thursday, the port said."
        ),
        bad(
            "Thieves took six [[silver]] cups from a chapel in Norden.\n\nNobody was hurt.\n\nThe thieves "
            "took the six gold cups from the chapel while the guard slept."
        ),
        fine(
            "The harbour bridge in Vasso will close for repairs on Tuesday.\n\nLorries must use the "
            "tunnel.\n\nAnother bridge was closed for repairs on Thursday."
        ),
    ),
)
def lede_has_another_term(facts: Facts) -> Iterator[Hit]:
    """Headline or lede and a sentence of the text say the same in the same words, but for one term.

    The two terms belong to a set of which only one can hold: days of the week, units of time, kin, metals,
    currencies. A machine that guesses a term guesses anew each time. Left alone where the two sentences
    share too little else to be about the same thing.
    """
    for found in best_by_place(found for found in facts.substitutions if _are_exclusive(facts, found)):
        here, there = facts.tokens[found.here].span, facts.tokens[found.there].span
        yield contradiction(facts, here, there, "the same is told there", (there.of(facts.text),))


def _are_exclusive(facts: Facts, found: Substitution) -> bool:
    head, body = found.match.head.terms[found.here], found.match.body.terms[found.there]
    if not _is_firm(found) or not found.near or not exclusive(head, body) or set_apart(facts, found.match):
        return False
    before = {facts.tokens[index - 1].fold for index in (found.here, found.there) if index}
    return not (len(before) > 1 and before & _RELATIVE)


def _is_firm(found: Substitution) -> bool:
    if found.absent:
        least = _LEAST_LIKE if found.support > 1 else _LEAST_LIKE_PRESENT
        return found.match.likeness >= least
    return found.adjacent > 0 and found.support > 2 and found.match.likeness >= _LEAST_LIKE_PRESENT


@check(
    "CON104",
    "lede-says-the-opposite",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the lede says the opposite of the text beneath it",
    needs=(given("substitutions"),),
    examples=(
        bad(
            "The council in Norvik [[rejected]] plans for a second airport terminal on Monday.\n\nThe vote "
            "was close.\n\nCouncillors in Norvik approved the plans for a second airport terminal by nine "
            "votes to eight."
        ),
        bad(
            "The pension reform [[raises]] the cost of early retirement for miners.\n\nUnions were "
            "surprised.\n\nAccording to the ministry, the reform cuts the cost of early retirement for "
            "miners by a tenth."
        ),
        bad(
            "Opposition [[loses]] second round in Norvik\n\nOpposition candidate Ada Holm won the "
            "second round of the"
            " vote in Norvik on Sunday.\n\nIt rained."
        ),
        fine(
            "Shares of Holm Bank rose in Oslo on Tuesday.\n\nTraders were relieved.\n\nShares of Holm Bank "
            "fell in Oslo on Monday."
        ),
    ),
)
def lede_says_the_opposite(facts: Facts) -> Iterator[Hit]:
    """Headline or lede and a sentence of the text tell the same, but one has the opposite verb or adjective.

    Raised and cut, bought and sold, mandatory and voluntary: machines take one for the other where the
    source word has both senses or its negation is lost. Left alone where the two sentences name different
    days or years, share too little else, or one of them is negated.
    """
    for found in best_by_place(found for found in facts.substitutions if are_opposite(facts, found)):
        here, there = facts.tokens[found.here].span, facts.tokens[found.there].span
        yield contradiction(facts, here, there, "the same is told there", (there.of(facts.text),))


def are_opposite(facts: Facts, found: Substitution) -> bool:
    """Whether two words in one place of like sentences cannot both be said of it."""
    head, body = found.match.head.terms[found.here], found.match.body.terms[found.there]
    if not _is_firm(found) or body not in any_opposites().get(head, ()):
        return False
    if not found.adjacent and found.near < 2:
        return False
    if body in opposites()["verbs"].get(head, ()) and _is_noun(facts, found.here) != _is_noun(
        facts, found.there
    ):
        return False
    if {head, body} <= _CONVERSE and found.support < (
        _SUPPORT_OF_ONE_SUBJECT if _have_one_subject(facts, found) else _SUPPORT_OF_CONVERSE
    ):
        return False
    match = found.match
    return not (other_time(match) or set_apart(facts, match) or denied(facts, match))


def _have_one_subject(facts: Facts, found: Substitution) -> bool:
    """Whether a headline and its sentence open with one word, and go on with one behind the two verbs."""
    head, body = found.match.head, found.match.body
    if facts.article.blocks[head.sentence.block].kind is not BlockKind.HEADLINE or not found.adjacent:
        return False
    first, other = next(iter(head.terms)), next(iter(body.terms))
    return head.terms[first] == body.terms[other] and first < found.here and other < found.there


def _is_noun(facts: Facts, index: int) -> bool:
    return index > 0 and facts.tokens[index - 1].fold in _BEFORE_NOUNS


CHECKS = (lede_has_another_term, lede_says_the_opposite)
