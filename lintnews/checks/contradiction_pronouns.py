"""A man in the lede who is a woman in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit
    from lintnews.span import Span

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_TURNED = {
    "he": "she",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "she": "he",
    "hers": "his",
    "herself": "himself",
}
# Whoever speaks of himself there may speak of anybody.
_SPEAKER = frozenset("i me my we us our".split())
# So many pronouns of the other sex, and none of this one, show of which sex the article's person is.
_PLENTY = 5


@check(
    "CON105",
    "lede-has-other-sex",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the lede’s pronoun has another sex than the text’s",
    needs=(words(_HE), words(_SHE)),
    examples=(
        bad(
            "Okafor won [[his]] ninth title in Graz on Sunday.\n\nShe needed four sets. Her rival wept. "
            "Okafor, who calls herself lazy, said she would rest her knee."
        ),
        bad(
            "[[She]] will lead the orchestra of Velm from May.\n\nThe conductor signed on Monday. He had "
            "asked for time. His wife, he said, decided him. He starts at once."
        ),
        fine(
            "Okafor won her ninth title in Graz on Sunday.\n\nShe needed four sets. Her rival wept, and she "
            "wept with her."
        ),
        fine("His mother made clocks.\n\nShe sold them. Her son sells them now: he has no time for her."),
    ),
)
def lede_has_other_sex(facts: Facts) -> Iterator[Hit]:
    """Headline or lede say he, and the whole text beneath it says she, or the other way round.

    Languages without sex in their pronouns leave a machine to guess, and it guesses sentence by sentence.
    Reported where the text has several pronouns of the one sex and none of the other.
    """
    heads = frozenset(
        index
        for head, _ in facts.alignment.pairs
        if facts.article.blocks[head.sentence.block].kind.is_prose
        for index in head.tokens
    )
    if not heads or any(facts.tokens[index].fold in _SPEAKER for index in heads):
        return
    said: dict[bool, list[int]] = {True: [], False: []}
    for index in facts.word_index.places(_HE | _SHE):
        said[facts.tokens[index].fold in _HE].append(index)
    for is_he in (True, False):
        own = [index for index in said[is_he] if index in heads]
        others = [index for index in said[not is_he] if index not in heads]
        if not own or len(own) != len(said[is_he]) or len(others) < _PLENTY:
            continue
        if any(index in heads for index in said[not is_he]):
            continue  # two people
        here = facts.tokens[own[0]]
        if here.text[0].isupper() and not _opens_sentence(facts, here.span):
            continue  # a heading
        turned = _TURNED.get(here.fold, "")
        fix = turned.capitalize() if here.text[0].isupper() else turned
        yield contradiction(
            facts,
            here.span,
            facts.tokens[others[0]].span,
            "the text says so throughout",
            (fix,) if fix else (),
        )


def _opens_sentence(facts: Facts, span: Span) -> bool:
    sentence = facts.article.sentence_at(span.start)
    return sentence is not None and sentence.span.start == span.start


CHECKS = (lede_has_other_sex,)
