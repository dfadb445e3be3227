"""One quotation with two speakers."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.names import NameKind
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Quotation
    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.finding import Hit

# Shorter quotations are slogans and terms, which many people use.
_LEAST_WORDS = 6


@check(
    "CON209",
    "quotation-of-two-speakers",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the same words are given to another speaker",
    examples=(
        bad(
            "“We will rebuild the old harbour before winter,” said Marta Brandt.\n\nWork began on Monday.\n\n"
            "“We will rebuild the old harbour before winter,” said [[Jonas Keel]]."
        ),
        bad(
            "“Nobody in this town has slept since Friday night,” Anna Holm said.\n\nShe lives by the "
            "river.\n\n“Nobody in this town has slept since Friday night,” [[Peter Lund]] said."
        ),
        fine(
            "“We will rebuild the old harbour before winter,” said Marta Brandt.\n\nWork began on Monday.\n\n"
            "“We will rebuild the old harbour before winter,” Brandt said."
        ),
    ),
)
def quotation_of_two_speakers(facts: Facts) -> Iterator[Hit]:
    """The same sentence stands between quotation marks twice, and two different people say it.

    Where a language drops the subject of "said", a machine takes the name that stands nearest. Only names
    that share no word are held against each other.
    """
    repeated: defaultdict[str, list[Quotation]] = defaultdict(list)
    for quotation in facts.article.quotations:
        words = " ".join(token.fold for token in facts.tokens_in(quotation.inner) if token.is_word)
        if not quotation.depth and words.count(" ") + 1 >= _LEAST_WORDS:
            repeated[words].append(quotation)
    for quotations in repeated.values():
        speakers = [_speaker(facts, quotation) for quotation in quotations] if len(quotations) > 1 else []
        named = [speaker for speaker in speakers if speaker is not None]
        for first, later in pairwise(named):
            if {*first.text.casefold().split()}.isdisjoint(later.text.casefold().split()):
                yield contradiction(facts, later.span, first.span, "the same words", (first.text,))


def _speaker(facts: Facts, quotation: Quotation) -> NameMention | None:
    """Return the person who is named as speaking a quotation."""
    span = facts.speaker(quotation)
    if span is None:
        return None
    return next(
        (
            mention
            for mention in facts.names.mentions
            if span.contains(mention.span) and (mention.kind is NameKind.PERSON or " " in mention.text)
        ),
        None,
    )


CHECKS = (quotation_of_two_speakers,)
