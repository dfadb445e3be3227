"""People who are named for the side they take, and take the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.actors import lands
from lintnews.facts.stances import ALL, side_taken, target_at
from lintnews.facts.stems import stem
from lintnews.facts.tokens import TokenKind
from lintnews.needs import words
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit

_SIDES = {
    **dict.fromkeys("supporters backers admirers devotees loyalists".split(), True),
    **dict.fromkeys("opponents critics foes enemies detractors".split(), False),
}
_GROUPS = frozenset(
    "protesters protestors demonstrators activists campaigners marchers crowd crowds rioters groups "
    "militants rebels forces fighters parties politicians lawmakers deputies supporters voters".split()
)
# What may stand between the people and what they do.
_BETWEEN = frozenset("have has had are were also again then loudly and on who".split())
# Somebody may leave their camp, once, in part, or for a surprise.
_LEFT_CAMP = frozenset(
    "even former some once ex many few although though despite but yet however surprisingly unexpectedly not "
    "never no accused pretended would if longtime erstwhile disappointed".split()
)


class _Camp(NamedTuple):
    """People, the target that they are named for or against, and the token after them."""

    span: Span
    target: str
    is_for: bool
    after: int


@check(
    "CON208",
    "camp-takes-the-other-side",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="people who are named for their side take the other",
    needs=(words(_SIDES, "anti pro"),),
    examples=(
        bad("Anti-Belgian demonstrators [[cheered for Belgium]] outside the consulate."),
        bad("Opponents of the dam [[celebrated the dam]] with fireworks and songs."),
        fine("Anti-Belgian demonstrators jeered at Belgium outside the consulate."),
        fine("Even opponents of the dam praised the dam’s fish ladder, and former critics hailed it."),
    ),
)
def camp_takes_the_other_side(facts: Facts) -> Iterator[Hit]:
    """Opponents of a thing praise it, a pro-X crowd chants against X: the verb or the side was turned round.

    Left alone where the text is surprised itself (even, but, former), and where a part of the target or
    something of its is meant.
    """
    tokens = facts.tokens
    folds = [
        fold for fold in facts.word_index.by_fold if fold in _SIDES or fold.startswith(("anti-", "pro-"))
    ]
    for index in facts.word_index.places(folds):
        token = tokens[index]
        camp = _camp(tokens, index)
        sentence = facts.article.sentence_at(token.start) if camp else None
        if camp is None or sentence is None:
            continue
        act = camp.after
        while act < len(tokens) and tokens[act].fold in _BETWEEN:
            act += 1
        taken = side_taken(tokens, act, ALL) if act < len(tokens) else None
        if taken is None or taken[0] != camp.target or taken[2] == camp.is_for:
            continue
        around = {token.fold for token in facts.tokens_in(sentence.span)}
        if not around & _LEFT_CAMP and _ends_there(tokens, taken[1].stop):
            yield contradiction(
                facts,
                Span(tokens[act].start, tokens[taken[1].stop - 1].end),
                camp.span,
                "the same people",
            )


def _camp(tokens: Sequence[Token], index: int) -> _Camp | None:
    """Read "opponents of the dam" or "anti-Belgian demonstrators" at token `index`."""
    token = tokens[index]
    if token.fold in _SIDES:
        if index + 2 >= len(tokens) or tokens[index + 1].fold != "of":
            return None
        named = target_at(tokens, index + 2)
        if named is None:
            return None
        # The noun phrase ends before the verb: its first noun is the target.
        stop = next((place + 1 for place in named[1] if tokens[place].fold not in ("the", "a", "this")), 0)
        word = tokens[stop - 1].base
        span = Span(token.start, tokens[stop - 1].end)
        return _Camp(span, lands().get(word, stem(word)), _SIDES[token.fold], stop)
    side, _, rest = token.fold.partition("-")
    if not rest or index + 1 >= len(tokens) or tokens[index + 1].fold not in _GROUPS:
        return None
    span = Span(token.start, tokens[index + 1].end)
    return _Camp(span, lands().get(rest, stem(rest)), side == "pro", index + 2)


def _ends_there(tokens: Sequence[Token], index: int) -> bool:
    """Whether the target is the whole thing: neither "the dam’s ladder" nor "the dam project" follows."""
    if tokens[index - 1].fold != tokens[index - 1].base:
        return False
    following = tokens[index] if index < len(tokens) else None
    return following is None or following.kind is TokenKind.MARK or following.fold in _AFTER_TARGET


_AFTER_TARGET = frozenset("and on in at with as outside during by for while when after before to".split())

CHECKS = (camp_takes_the_other_side,)
