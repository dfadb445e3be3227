"""Who is for and who is against what, by the words of `rules/lexicon/stances.yaml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lintnews.facts.actors import CROWD, GATHERINGS, lands
from lintnews.facts.lexicon import read_lexicon
from lintnews.facts.stems import stem
from lintnews.facts.tokens import TokenKind
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article, Sentence
    from lintnews.facts.tokens import Token

# A target follows its word at once, but for these and for adjectives.
_BEFORE_TARGET = frozenset("the a an all any its their his her our this that these those of".split())
_NO_TARGET = frozenset(
    "and or but to in on at by for from with as while when who which that it them him her us me you".split()
)
_REACH = 4
# Of an article without these words no crowd's stance can be told.
STREET = ("rotest", "emonstrat", "rowd", "anti-", "rally", "allies", "rallied", "archers", "arched", "hant")
# After these stands a noun: "the protest", "their love"; the phrases below are verbs.
_BEFORE_NOUN = frozenset("the a an this that these those its their his her our of".split())


class Stance(NamedTuple):
    """A place where the article has somebody take a side.

    Attributes:
        span: the word or phrase with its target.
        first: index of the first token of the phrase.
        target: what it is about: the key of a country, else the stem of a noun or name.
        target_tokens: the tokens that name the target.
        is_for: for it or against it.
        is_crowd: whether a crowd is named before it in the sentence, or it tells what a gathering is about.
        sentence: where it stands.
    """

    span: Span
    first: int
    target: str
    target_tokens: range
    is_for: bool
    is_crowd: bool
    sentence: Sentence


STRONG = ("strongly_for", "strongly_against")
ALL = (*STRONG, "for", "against")


@cache
def _phrases(sections: tuple[str, ...]) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Return the phrases of some sections as stems by their first stem, longest first, with their side."""
    content = read_lexicon("stances")
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for section in sections:
        for phrase in content[section]:
            words = tuple(stem(word) for word in phrase.split())
            found.setdefault(words[0], []).append((words, section.endswith("for")))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def crowd_stances(article: Article, tokens: Sequence[Token]) -> Iterator[Stance]:
    """Yield what the article says or shows of the sides that people in the street take, in order.

    Nothing is looked up where the article has no crowd.
    """
    if not any(word in article.text for word in STREET):
        return
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        found = _attribute(tokens, index) if "-" in token.text else _phrase(tokens, index)
        sentence = article.sentence_at(token.start) if found else None
        if not found or sentence is None:
            continue
        target, named, is_for, is_gathering = found
        yield Stance(
            span=Span(token.start, tokens[named.stop - 1].end),
            first=index,
            target=target,
            target_tokens=named,
            is_for=is_for,
            is_crowd=is_gathering or _has_crowd(tokens, index, sentence),
            sentence=sentence,
        )


def side_taken(
    tokens: Sequence[Token], index: int, sections: tuple[str, ...] = STRONG
) -> tuple[str, range, bool] | None:
    """Read "cheering for America" at token `index`: the target, its tokens, whether it is for it."""
    if index and tokens[index - 1].fold in _BEFORE_NOUN:
        return None
    for words, is_for in _phrases(sections).get(stem(tokens[index].fold), ()):
        stop = index + len(words)
        if all(
            stem(token.fold) == word for token, word in zip(tokens[index:stop], words, strict=False)
        ) and stop < len(tokens):
            named = target_at(tokens, stop)
            if named:
                return (*named, is_for)
    return None


def _phrase(tokens: Sequence[Token], index: int) -> tuple[str, range, bool, bool] | None:
    taken = side_taken(tokens, index)
    return (*taken, False) if taken else None


def _attribute(tokens: Sequence[Token], index: int) -> tuple[str, range, bool, bool] | None:
    """Read "anti-American protest": target, its tokens, the side, whether a gathering is meant."""
    side, _, rest = tokens[index].fold.partition("-")
    if side not in ("anti", "pro") or not rest:
        return None
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    return lands().get(rest, stem(rest)), range(index, index + 1), side == "pro", following in GATHERINGS


def target_at(tokens: Sequence[Token], place: int) -> tuple[str, range] | None:
    """Read the noun phrase at `place`: its country where it names one, else its last noun."""
    last = None
    for index in range(place, min(place + _REACH, len(tokens))):
        token = tokens[index]
        if token.kind is not TokenKind.WORD or (token.fold in _NO_TARGET and token.text != "US"):
            break
        pair = f"{token.base} {tokens[index + 1].base}" if index + 1 < len(tokens) else ""
        if pair in lands():
            return lands()[pair], range(place, index + 2)
        if token.base in lands() and token.text[0].isupper():
            return lands()[token.base], range(place, index + 1)
        if token.fold not in _BEFORE_TARGET:
            last = index
    return (stem(tokens[last].base), range(place, last + 1)) if last is not None else None


def _has_crowd(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    place = index - 1
    while place >= 0 and tokens[place].start >= sentence.span.start:
        if tokens[place].fold in CROWD:
            return True
        place -= 1
    return False
