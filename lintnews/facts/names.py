"""The proper-name mask: which tokens are parts of names, so that no lexical rule takes them for words.

In running text a capital within a sentence makes a name. Where capitals say nothing (the first word of
a sentence or of a quotation, headings in title case or in capitals) the rest of the article and the word
table decide.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.facts.gazetteer import in_section
from lintnews.facts.mentions import NameMention, mentions_of
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_words import (
    ACRONYM_TOO,
    CALENDAR,
    FUNCTION_WORDS,
    LEADING_PARTICLES,
    NAME_BEGINNINGS,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    TITLE_MODIFIERS,
    TITLES,
)
from lintnews.facts.tokens import Token, TokenKind
from lintnews.frozen import Frozen
from lintnews.prose.capitals import has_heading_capitals
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.article import Article
    from lintnews.words import WordTable

__all__ = ["NameKind", "NameMask", "NameMention", "mask_names"]

_OPENING = frozenset("“„«‘\"'([:•*-–—")
_JOIN_BEFORE = TITLES | TITLE_MODIFIERS | NAME_BEGINNINGS
# Arabic articles before a hyphen: "al-Sisi", "ash-Shabab".
_ARTICLES = frozenset("al el as ar ash ad an at az ul ur".split())
_HEADS = ORGANISATION_HEADS | PLACE_HEADS
# Organisations have an "of …" after their first word, and with "and" or "for" they go on.
_LINKED = frozenset("of for & on and".split())

_FIRST_NAMES = ("surname", "given", "male", "female", "doubtful")
# So many words back is an organisation's head looked for.
_FARTHEST = 20
# Zipf frequency of a name that needs no introduction: "London" 5.3, "NATO" 4.0, "Nairobi" 3.3.
_WELL_KNOWN = 3.2


class NameMask(Frozen):
    """Token indices that are (parts of) proper names, and the names that they form."""

    indices: frozenset[int]
    _article: Article
    _tokens: Sequence[Token]

    def __contains__(self, index: int) -> bool:
        return index in self.indices

    def any_in(self, indices: range) -> bool:
        """Whether one of the tokens is part of a name."""
        return any(index in self.indices for index in indices)

    @cached_property
    def mentions(self) -> tuple[NameMention, ...]:
        """The names in the order of the text, each as long as it goes."""
        return tuple(mentions_of(self._article, self._tokens, self.indices))


class _Capital(NamedTuple):
    """The index of a capitalised token.

    `telling` where the capital says something, `shouted` where all letters around are capitals.
    """

    token: int
    telling: bool
    shouted: bool
    cross_heading: bool


def mask_names(article: Article, tokens: Sequence[Token], words: WordTable) -> NameMask:
    """Find the proper names of an article."""
    texts = [token.text for token in tokens]
    lower = Counter(texts)
    capitals = list(_capitals(article, tokens, _capitalised(texts, lower)))
    within = Counter(tokens[capital.token].base for capital in capitals if capital.telling)
    found: set[int] = set()
    undecided: list[int] = []
    for capital in capitals:
        token = tokens[capital.token]
        if token.fold in FUNCTION_WORDS:
            if token.text in ACRONYM_TOO and not capital.shouted:
                found.add(capital.token)
        elif capital.telling or _is_known_name(token, capital, within, lower, words):
            found.add(capital.token)
        else:
            undecided.append(capital.token)
    _join(tokens, found, undecided)
    return NameMask(frozenset(found), article, tokens)


def _is_known_name(
    token: Token, capital: _Capital, within: Counter[str], lower: Counter[str], words: WordTable
) -> bool:
    """Whether a word is a name although its capital does not tell."""
    base = token.base
    support = within[base]
    if support:
        return support > lower[base]
    if lower[base]:
        return False
    if token.text.isupper() and len(token.text) > 1 and not capital.shouted:
        return True
    word = words.word(base)
    if capital.shouted and capital.cross_heading:
        # A cross-heading names nobody whom the text does not name, but for what everybody knows.
        return word.name_only and word.zipf >= _WELL_KNOWN
    return word.name_only or not word.known


def _capitalised(texts: Sequence[str], different: Iterable[str]) -> list[int]:
    """Return where a word has a capital, given the words and the different ones among them."""
    found = {text for text in different if not text.islower() and text[0].isalpha()}
    return [index for index, text in enumerate(texts) if text in found]


def _capitals(article: Article, tokens: Sequence[Token], places: Iterable[int]) -> Iterator[_Capital]:
    """Yield the words that begin with a capital, or have one inside as names have it (al-Sisi, iPhone).

    `places` are those of the tokens that may be such.
    """
    text = article.text
    sentences = [sentence.span.start for sentence in article.sentences]
    sentence, sentence_count = -1, len(sentences)
    blocks = iter(article.blocks)
    block_end = -1
    heading = shouted = cross_heading = False
    for index in places:
        token = tokens[index]
        start, word = token.start, token.text
        if not token.is_word or word == token.fold:
            continue
        while start >= block_end and (block := next(blocks, None)) is not None:
            block_end = block.span.end
            line = text[block.span.start : block_end]
            shouted = line.isupper()
            heading = shouted or (block.kind is not BlockKind.PARAGRAPH and has_heading_capitals(line))
            cross_heading = block.kind is BlockKind.CROSS_HEADING
        while sentence + 1 < sentence_count and start >= sentences[sentence + 1]:
            sentence += 1
        if word[0].isupper():
            opened = _begins(tokens, index, sentences[sentence] if sentence >= 0 else 0) or (
                tokens[index - 1].text in _OPENING and _opens(text, tokens[index - 1], token)
            )
            yield _Capital(index, not (opened or heading), shouted, cross_heading)
        elif _has_inner_capital(word):
            yield _Capital(index, telling=True, shouted=shouted, cross_heading=cross_heading)


def _begins(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether nothing but marks stands between `start`, where a sentence begins, and the token `index`."""
    while index and tokens[index - 1].start >= start:
        index -= 1
        if tokens[index].kind is not TokenKind.MARK:
            return False
    return True


def _opens(text: str, mark: Token, word: Token) -> bool:
    """Whether `mark` begins something new before `word`: a quotation, a bracket, what a colon announces."""
    if mark.text in ":-–—":
        return mark.text == ":"
    return mark.end == word.start or mark.text not in "\"'" or text[mark.start - 1 : mark.start].isspace()


def _has_inner_capital(word: str) -> bool:
    """Whether a word is written as "al-Sisi", "d’Estaing" or "iPhone" is, and not as "pro-Russian"."""
    head, dash, tail = word.partition("-")
    if dash:
        return tail[:1].isupper() and head in _ARTICLES
    return word[1:2].isupper() or word[1:2] in ("’", "'")


def _join(tokens: Sequence[Token], found: set[int], undecided: list[int]) -> None:
    """Add to `found` what belongs to the names there: titles before, particles and links between them."""
    for index in reversed(undecided):
        titled = index + 1 in found and tokens[index].fold in _JOIN_BEFORE
        if titled or _begins_person(tokens, found, index) or _begins_organisation(tokens, found, index):
            found.add(index)
    for index in sorted(found):
        _join_rightwards(tokens, found, index)
        before = tokens[index - 1] if index else None
        if before and before.text in LEADING_PARTICLES and index - 1 not in found:
            found.add(index - 1)


def _begins_person(tokens: Sequence[Token], found: set[int], index: int) -> bool:
    """Whether the word at `index`, whose capital says nothing, is the first of a person's names."""
    token = tokens[index]
    following = [after.text for after in tokens[index + 1 : index + 3]]
    if len(token.text) == 1:
        return index + 1 in found or (following[:1] == ["."] and index + 2 in found)
    if token.fold in PARTICLES:
        return index + 1 in found or (index + 2 in found and following[0] in PARTICLES)
    particle = bool(following) and following[0] in PARTICLES and not found.isdisjoint({index + 2, index + 3})
    if index + 1 not in found and not particle:
        return False
    return any(in_section(section, token.base) for section in _FIRST_NAMES)


def _begins_organisation(tokens: Sequence[Token], found: set[int], index: int) -> bool:
    """Whether "Ministry", "Bank" or the like at `index` goes on with "of" and a name."""
    if tokens[index].fold not in _HEADS or index + 2 >= len(tokens) or tokens[index + 1].text != "of":
        return False
    return index + 2 in found or (tokens[index + 2].text == "the" and index + 3 in found)


def _join_rightwards(tokens: Sequence[Token], found: set[int], index: int) -> None:
    """Add the particles or links between the name at `index` and the next name after them."""
    place = index + 1
    while place < len(tokens) and place - index <= 3 and place not in found:
        text = tokens[place].text
        if text not in PARTICLES and text not in _LINKED and not (text == "the" and place > index + 1):
            return
        place += 1
    if place >= len(tokens) or place not in found or place == index + 1 or tokens[place].base in CALENDAR:
        return
    between = [token.text for token in tokens[index + 1 : place]]
    if between == ["and"]:
        pair = f"{tokens[index].base} and {tokens[place].base}"
        if in_section("place", pair):  # Trinidad and Tobago
            found.add(index + 1)
    particles = all(text in PARTICLES for text in between)
    if particles or between[0] in {"of", "&"} or _linked_head(tokens, found, index):
        found.update(range(index + 1, place))


def _linked_head(tokens: Sequence[Token], found: set[int], index: int) -> bool:
    """Whether the name around `index` is an organisation's that may go on with "and" or "for"."""
    start, linked = index, False
    while start - 1 in found and index - start < _FARTHEST:
        start -= 1
        linked = linked or tokens[start].text in {"of", "for", "on"}
    heads = any(tokens[place].fold in ORGANISATION_HEADS for place in range(start, index + 1))
    return heads and (linked or tokens[index + 1].text in {"for", "on"})
