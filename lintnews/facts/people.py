"""The people of an article, and what it says of each one's sex: titles, nouns, pronouns, given names.

A pronoun counts only where nobody else can be meant: it follows the name at once ("Ada Berg said she") or
stands first in the next sentence, and no other person is named or spoken of in either.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING

from lintnews.facts.given_names import Sex, sex_of
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article, Sentence
    from lintnews.facts.mentions import NameMention
    from lintnews.facts.tokens import Token


class Ground(Enum):
    """What an evidence of sex is, the surest last."""

    GIVEN_NAME = 1
    PRONOUN = 2
    NOUN = 3
    TITLE = 4


class SexEvidence(NamedTuple):
    """One place that tells a person's sex."""

    sex: Sex
    ground: Ground
    span: Span


class Person(NamedTuple):
    """Somebody whom the article names.

    Attributes:
        surname: the last word of the name, as written first.
        mentions: every place where the name stands, in order.
        evidence: what tells the person's sex, in order.
    """

    surname: str
    mentions: tuple[NameMention, ...]
    evidence: tuple[SexEvidence, ...]


_TITLES = dict.fromkeys("mr sir king prince alhaji malam".split(), Sex.HE) | dict.fromkeys(
    "mrs ms miss queen princess duchess dame hajiya chairwoman spokeswoman congresswoman".split(), Sex.SHE
)
# What a woman is by calling; of men's nouns none, since women are called spokesman and actor, too.
_CALLINGS = frozenset(
    "actress businesswoman spokeswoman policewoman sportswoman waitress stewardess heiress".split()
)
# Somebody's relative: "her husband, Ole Berg".
_RELATIVES = dict.fromkeys(
    "husband father son brother grandson grandfather nephew widower".split(), Sex.HE
) | dict.fromkeys("wife widow mother daughter sister granddaughter grandmother niece".split(), Sex.SHE)
_PRONOUNS = dict.fromkeys("he his him himself".split(), Sex.HE) | dict.fromkeys(
    "she her herself".split(), Sex.SHE
)
# A sentence's subject begins within so many characters.
_SUBJECT = 20
# Somebody else whom a pronoun may mean.
_SOMEBODY = frozenset(
    "man woman men women boy girl boys girls child baby lady guy person friend partner colleague patient "
    "boss victim suspect driver student pupil teacher doctor nurse lawyer witness neighbour neighbor "
    "customer client passenger tourist player rival opponent coach captain officer soldier worker employee "
    "resident spokesman spokesperson reporter journalist author writer singer actor actor's artist director "
    "manager owner founder chief head leader president minister secretary governor mayor ambassador king "
    "prince judge prosecutor killer attacker gunman father's mother's who whom whose someone somebody "
    "everyone everybody one predecessor successor candidate mp senator fiance fiancee girlfriend boyfriend "
    "nanny citizen lover ex-lover ex-wife ex-husband fan hero uncle aunt cousin teenager pensioner".split()
)


def people_of(
    article: Article, tokens: Sequence[Token], starts: Sequence[int], mentions: Sequence[NameMention]
) -> Iterator[Person]:
    """Yield the people whom the article names; surnames that two people share are left out.

    `starts` is where each token begins.
    """
    by_surname: defaultdict[str, list[NameMention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is NameKind.PERSON:
            by_surname[mention.text.split()[-1].casefold()].append(mention)
    finder = _Evidence(article, tokens, starts, mentions)
    # Whether "Ole Berg" is a person or not, he is another one than Ada Berg.
    given_names: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind in (NameKind.PERSON, NameKind.UNKNOWN) and " " in mention.text:
            words = mention.text.casefold().split()
            given_names[words[-1]].add(words[0])
    for surname, found in by_surname.items():
        given = given_names[surname]
        if len(given) > 1:
            continue
        evidence = sorted(
            {item for mention in found for item in finder.beside(mention)}, key=lambda item: item.span
        )
        yield Person(found[0].text.split()[-1], tuple(found), tuple(evidence))


class _Evidence:
    """Finds what the words around a name tell."""

    def __init__(
        self,
        article: Article,
        tokens: Sequence[Token],
        starts: Sequence[int],
        mentions: Sequence[NameMention],
    ) -> None:
        self._article = article
        self._tokens = tokens
        self._starts = starts
        self._named: defaultdict[int, list[NameMention]] = defaultdict(list)
        for mention in mentions:
            sentence = article.sentence_at(mention.span.start)
            if sentence is not None and mention.kind in (NameKind.PERSON, NameKind.UNKNOWN):
                self._named[sentence.span.start].append(mention)
        self._known_alone: dict[Sentence, bool] = {}
        self._after = {
            one.span.start: two for one, two in zip(article.sentences, article.sentences[1:], strict=False)
        }

    def beside(self, mention: NameMention) -> Iterator[SexEvidence]:
        """Yield what stands before and after one mention of a person."""
        yield from self._title(mention)
        yield from self._noun(mention)
        words = mention.text.split()
        if len(words) > 1:
            sex = sex_of(words)
            if sex is not None:
                yield SexEvidence(sex, Ground.GIVEN_NAME, mention.span)
        if self._article.quotation_at(mention.span.start) is None:
            yield from self._pronouns(mention)

    def _title(self, mention: NameMention) -> Iterator[SexEvidence]:
        if mention.title is not None:
            word = mention.title.of(self._article.text).split()[-1].rstrip(".").casefold()
            first = self._at(mention.title.start)
            if word in _TITLES and self._tokens[first - 1].fold != "and":
                yield SexEvidence(_TITLES[word], Ground.TITLE, mention.title)

    def _noun(self, mention: NameMention) -> Iterator[SexEvidence]:
        index = mention.tokens.start - 1
        if index > 0 and self._tokens[index].text == ",":
            index -= 1
        if index < 0 or mention.title is not None:
            return
        token = self._tokens[index]
        if token.fold in _CALLINGS:
            yield SexEvidence(Sex.SHE, Ground.NOUN, token.span)
        elif token.fold in _RELATIVES and index > 0:
            whose = self._tokens[index - 1].fold
            if whose in {"his", "her", "the"} or whose.endswith("'s"):
                yield SexEvidence(_RELATIVES[token.fold], Ground.NOUN, token.span)

    def _pronouns(self, mention: NameMention) -> Iterator[SexEvidence]:
        sentence = self._article.sentence_at(mention.span.start)
        if sentence is None or not self._alone(sentence) or self._people_in(sentence)[0] is not mention:
            return
        yield from self._first_in(Span(mention.span.end, sentence.span.end))
        after = self._after.get(sentence.span.start)
        if after is not None and after.block - sentence.block <= 1 and self._alone(after):
            named = [
                m for m in self._named[after.span.start] if m.kind in (NameKind.PERSON, NameKind.UNKNOWN)
            ]
            reach = (
                after.span if after.block == sentence.block else Span(after.span.start, after.span.start + 20)
            )
            if not named:
                yield from self._first_in(reach)

    def _first_in(self, span: Span) -> Iterator[SexEvidence]:
        for index in range(self._at(span.start), self._at(span.end)):
            token = self._tokens[index]
            if token.fold in _PRONOUNS and self._article.quotation_at(token.start) is None:
                # "him" and the object "her" are often somebody else.
                following = self._tokens[index + 1].fold if index + 1 < len(self._tokens) else "."
                if token.fold != "him" and (token.fold != "her" or self._is_noun(following)):
                    yield SexEvidence(_PRONOUNS[token.fold], Ground.PRONOUN, token.span)
                return

    @staticmethod
    def _is_noun(fold: str) -> bool:
        return fold.isalpha() and fold not in FUNCTION_WORDS

    def _at(self, offset: int) -> int:
        return bisect.bisect_left(self._starts, offset)

    def _people_in(self, sentence: Sentence) -> list[NameMention]:
        return self._named[sentence.span.start]

    def _alone(self, sentence: Sentence) -> bool:
        """Whether at most one person is named in the sentence, and no other is spoken of."""
        if sentence not in self._known_alone:
            self._known_alone[sentence] = self._is_alone(sentence)
        return self._known_alone[sentence]

    def _is_alone(self, sentence: Sentence) -> bool:
        named = self._people_in(sentence)
        if len({mention.text.split()[-1] for mention in named}) > 1:
            return False
        first = self._at(sentence.span.start)
        if first >= len(self._starts) or self._starts[first] != sentence.span.start:
            return False
        own = {place for mention in named for place in self._said_of(mention, first)}
        for index in range(first, len(self._tokens)):
            token = self._tokens[index]
            if token.start >= sentence.span.end:
                break
            if index in own or self._follows_many(index):
                continue
            if token.fold in _SOMEBODY or token.fold in _RELATIVES:
                return False
        return True

    def _said_of(self, mention: NameMention, first: int) -> Iterator[int]:
        """Yield the words of its title, of its calling ("the writer", "the head of …,") and its who."""
        begin, end = mention.tokens.start, mention.tokens.stop
        if mention.title is not None or self._tokens[begin - 1].fold in _SOMEBODY:
            yield from range(first, begin)
        elif begin - first > 1 and self._tokens[begin - 1].text == ",":
            before = self._tokens[first : begin - 1]
            if before[0].fold == "the" and all(token.is_word for token in before):
                yield from range(first, begin)
        if end + 1 < len(self._tokens) and self._tokens[end].text == ",":
            yield end + 1

    def _follows_many(self, index: int) -> bool:
        """Whether "who" belongs to a plural: "contractors who had built" are no he or she."""
        before = self._tokens[index - 1].fold if index else ""
        return self._tokens[index].fold == "who" and before.endswith("s") and not before.endswith("ss")
