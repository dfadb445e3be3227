"""Whether a pronoun can stand for anybody near it: who is in its paragraph, and who is nearest."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from lintnews.facts.cast import PRONOUNS
from lintnews.facts.given_names import Sex
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.article import Sentence
    from lintnews.facts import Facts, Token
    from lintnews.facts.cast import Figure

# What English may call she: ships, storms, and countries in an older style.
_CALLED_SHE = frozenset(
    "ship vessel boat yacht ferry warship submarine frigate trawler tanker liner hurricane typhoon "
    "storm cyclone nation country motherland homeland republic kingdom earth nature church".split()
)
# What opens a clause of its own, in which an object may be whoever acts in the one before.
_OPENERS = frozenset(
    "that when because after before who whom which as while if whether where why how but so since until "
    "unless although though ; : had".split()
)
_SAYS = frozenset("said says told tells added adds explained recalled wrote asked sighed insisted".split())
_TWO = 2
_CLOSING = frozenset("”\"’'»")
# So far back may whoever is meant stand, in tokens; and so far ahead, who is named only afterwards.
_REACH, _AHEAD = 250, 100


class Passage(NamedTuple):
    """Where a pronoun stands: token ranges of its paragraph and of the one before it, within reach."""

    sentence: Sentence
    paragraph: range
    before: range


def passage_of(facts: Facts, index: int) -> Passage | None:
    """Return the passage around a pronoun; None outside running text."""
    sentence = facts.article.sentence_at(facts.tokens[index].start)
    blocks = facts.article.blocks
    if sentence is None or not blocks[sentence.block].kind.is_prose:
        return None
    own = facts.token_range(blocks[sentence.block].span)
    paragraph = range(max(own.start, index - _REACH), min(own.stop, index + _AHEAD))
    earlier = next((block for block in blocks[: sentence.block][::-1] if block.kind.is_prose), None)
    before = range(paragraph.start, paragraph.start)
    if earlier is not None:
        whole = facts.token_range(earlier.span)
        before = range(max(whole.start, whole.stop - _REACH), whole.stop)
    return Passage(sentence, paragraph, before)


class Reference:
    """A pronoun, and everybody whom it may stand for."""

    def __init__(self, facts: Facts, index: int, passage: Passage, pronouns: list[int]) -> None:
        self._facts = facts
        self._tokens = facts.tokens
        self._cast = facts.cast
        self._index = index
        self._passage = passage
        self._sex = PRONOUNS[facts.tokens[index].fold]
        self._pronouns = pronouns
        self._quotation = facts.article.quotation_at(facts.tokens[index].start)

    def disproof(self) -> Token | None:
        """Return the person or pronoun that shows the slip; None where it may be none."""
        passage = self._passage
        nearby = (*self._cast.within(passage.before), *self._figures(passage.paragraph))
        same = [place for place in self._pronouns if self._is_same(place) and place != self._index]
        if (
            any(figure.sex is self._sex for figure in nearby)
            or self._any_within(same, passage.paragraph)
            or self._any_within(same, passage.before)
        ):
            return None
        nearest = self._nearest()
        if nearest is None or (self._sex is Sex.SHE and self._may_be_thing(nearest)):
            return None
        is_slip = self._is_bound(nearest) if same else self._is_shown(nearest, nearby)
        return nearest if is_slip and not self._is_stranger(nearest, nearby) else None

    def _is_bound(self, nearest: Token) -> bool:
        """Whether the sentence shows a slip although the article has people of this sex elsewhere."""
        is_near = nearest.start >= self._passage.sentence.span.start
        return is_near and nearest.fold not in PRONOUNS and not self._is_object()

    def _is_shown(self, nearest: Token, nearby: Sequence[Figure]) -> bool:
        """Whether more than one pronoun shows it: of two, either may be right, or they mean two people."""
        is_figure = nearest.fold not in PRONOUNS or any(figure.sex for figure in nearby)
        return is_figure or len(self._pronouns) > _TWO or self._are_one(nearby)

    def _is_stranger(self, nearest: Token, nearby: Sequence[Figure]) -> bool:
        """Whether somebody may be meant of whom nothing is known."""
        paragraph = self._passage.paragraph
        strangers = [figure for figure in nearby if figure.sex is None]
        if self._speaks():
            return any(figure.tokens.start in paragraph for figure in strangers)
        if self._quotation is not None:
            span = self._quotation.span
            strangers = [f for f in strangers if span.start <= self._tokens[f.tokens.start].start < span.end]
        before = self._cast.within(range(paragraph.start, self._index))
        if before and before[-1].sex is None:
            # "The minister said she was tired. He left": nobody else is there.
            is_taken_up = nearest.start > self._tokens[before[-1].tokens.start].start
            return not (is_taken_up and self._are_one(nearby)) or self._is_object()
        if self._is_object():
            return bool(strangers) or self._acts_in_clause(nearest)
        return bool(strangers) and any(
            self._is_same(place) and place != self._index for place in self._pronouns
        )

    def _are_one(self, figures: Sequence[Figure]) -> bool:
        """Whether the figures are all the same name or noun."""
        return len({each.name or self._tokens[each.tokens.start].base for each in figures}) == 1

    def _figures(self, place: range) -> tuple[Figure, ...]:
        """Return the figures of the paragraph; within a quotation, without whoever speaks it."""
        found = self._cast.within(place)
        return found if self._quotation is None else tuple(each for each in found if not self._says(each))

    def _says(self, figure: Figure) -> bool:
        """Whether a verb of saying stands beside somebody."""
        beside = (figure.tokens.start - 1, figure.tokens.stop)
        return any(self._tokens[place].fold in _SAYS for place in beside if 0 <= place < len(self._tokens))

    def _is_same(self, place: int) -> bool:
        return PRONOUNS[self._tokens[place].fold] is self._sex

    @staticmethod
    def _any_within(places: list[int], where: range) -> bool:
        first = bisect.bisect_left(places, where.start)
        return first < len(places) and places[first] in where

    def _nearest(self) -> Token | None:
        """Return the nearest person before, in the paragraph and in the same voice, if of the other sex."""
        figures = {figure.tokens.start: figure for figure in self._cast.within(self._passage.paragraph)}
        span = self._quotation.span if self._quotation else None
        for place in range(self._index - 1, self._passage.paragraph.start - 1, -1):
            token = self._tokens[place]
            sex = PRONOUNS.get(token.fold)
            figure = figures.get(place)
            if sex is None and figure is None:
                continue
            voice = self._facts.article.quotation_at(token.start)
            if (voice.span if voice else None) != span:
                if span is None:
                    continue
                return None
            if sex is None and figure is not None:
                sex = figure.sex
            return token if sex not in (None, self._sex) else None
        return None

    def _speaks(self) -> bool:
        """Whether it follows a quotation, so that it stands for whoever speaks there."""
        return self._tokens[self._index - 1].text in _CLOSING

    def _is_object(self) -> bool:
        token = self._tokens[self._index]
        if token.fold == "him":
            return True
        following = self._tokens[self._index + 1] if self._index + 1 < len(self._tokens) else None
        is_followed = following is not None and following.is_word and following.fold not in FUNCTION_WORDS
        return token.fold == "her" and not is_followed

    def _acts_in_clause(self, nearest: Token) -> bool:
        """Whether the nearest person acts in the object’s own clause: "he praised her" are two people."""
        if nearest.start < self._passage.sentence.span.start:
            return False
        return not any(self._tokens[place].fold in _OPENERS for place in self._after(nearest))

    def _after(self, token: Token) -> range:
        """Return the tokens between an earlier one and the pronoun."""
        first = bisect.bisect_left(self._tokens, token.end, key=lambda each: each.start)
        return range(first, self._index)

    def _may_be_thing(self, nearest: Token) -> bool:
        """Whether a ship, a storm or a country stands between, which some call she."""
        between = self._after(nearest)
        return any(self._tokens[place].fold in _CALLED_SHE for place in between) or any(
            mention.kind is NameKind.PLACE and mention.tokens.start in between
            for mention in self._facts.names.mentions
        )
