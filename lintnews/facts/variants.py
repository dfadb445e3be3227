"""Words that English writes in two ways, as an article has them: US and U.S., per cent and %."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.facts.tokens import TokenKind
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lintnews.article import Article
    from lintnews.facts.tokens import Token
    from lintnews.facts.word_index import WordIndex


class Custom(Enum):
    """A matter in which an article keeps to one of several ways of writing."""

    STOPS = "stops in an acronym"
    PER_CENT = "per cent, percent or %"
    COUNTRY = "British or American spelling"
    ISE = "-ise or -ize"


class VariantUse(NamedTuple):
    """One place where a word with two spellings stands.

    Attributes:
        way: which of the ways it is, such as "British" or "%".
        word: what both spellings have in common, such as "US"; uses of one custom are compared word by word
            where words differ in this.
        others: the same word in the other ways, by way.
    """

    custom: Custom
    word: str
    way: str
    span: Span
    others: dict[str, str]


_STOPPED = lazy(r"(?P<letters>(?:[A-Z]\.){2,3})(?P<rest>(?:-\w+)*)")
# Only these are written in both ways by anybody.
_BOTH = frozenset("US UK UN EU UAE".split())
_PLAIN = lazy(rf"(?P<letters>{'|'.join(sorted(_BOTH))})(?P<rest>(?:-\w+)*)")
# What the party of that name has or does, where it begins a sentence.
_OF_LABOUR = frozenset(
    "leader leaders government governments mp mps senator senators councillor councillors candidate "
    "candidates minister ministers premier backbencher backbenchers frontbencher says said has had is was "
    "will would won lost voters".split()
)
_UNITS = frozenset(("%", "percent", "cent"))
_PER_CENT = ("per cent", "percent", "%")
_ENDINGS = ("ise", "ises", "ised", "ising", "isation", "isations", "iser", "isers")
_OUR_ENDINGS = ("", "s", "ed", "ing")


@cache
def _table() -> dict[str, tuple[Custom, str, str]]:
    """Return by case-folded spelling: the custom, the way that it is, and the other spelling."""
    pairs: list[tuple[Custom, str, str]] = []
    text = (Path(__file__).parents[1] / "data" / "variants.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        kind, _, words = line.partition(": ")
        for word in () if line.startswith("#") else words.split():
            if kind == "pair":
                british, _, american = word.partition("/")
                pairs.append((Custom.COUNTRY, british, american))
            elif kind == "our":
                american = "or".join(word.rsplit("our", 1))
                pairs += [(Custom.COUNTRY, word + end, american + end) for end in _OUR_ENDINGS]
            else:
                stem = word[:-3]
                pairs += [(Custom.ISE, stem + end, stem + end.replace("is", "iz", 1)) for end in _ENDINGS]
    table = {}
    for custom, british, american in pairs:
        ways = ("-ise", "-ize") if custom is Custom.ISE else ("British", "American")
        table[british] = (custom, ways[0], american)
        table[american] = (custom, ways[1], british)
    return table


def variant_uses(
    article: Article, tokens: Sequence[Token], names: Container[int], index: WordIndex
) -> Iterator[VariantUse]:
    """Yield the uses in running text, in order; headings, quotations and proper names have their own ways."""
    table = _table()
    known = (fold for fold in index.by_fold if fold in table or fold in _UNITS or _may_be_acronym(fold))
    for place in index.places(list(known)):
        token = tokens[place]
        text = token.text
        if token.fold in _UNITS:
            use = _per_cent(tokens, place)
        elif token.kind is not TokenKind.WORD:
            continue
        elif text[0] in "UE" and (text[1:2] == "." or text[1:2].isupper()):
            use = _acronym(article, tokens, place)
        elif token.fold in table and place not in names and not _is_party(tokens, place):
            custom, way, other = table[token.fold]
            use = VariantUse(custom, "", way, token.span, {"": _as_written(text, other)})
        else:
            continue
        if use is not None and _is_in_running_text(article, token.start):
            yield use


def _is_party(tokens: Sequence[Token], place: int) -> bool:
    """Whether "Labor" is the Australian party, which spells its name so."""
    return (
        tokens[place].text in ("Labor", "Labour")
        and place + 1 < len(tokens)
        and tokens[place + 1].fold in _OF_LABOUR
    )


def _may_be_acronym(fold: str) -> bool:
    """Whether one of `_BOTH` may stand there, with stops or without."""
    return fold[0] in "ue" and (
        fold[1:2] == "." or fold.partition("-")[0].removesuffix("'s").upper() in _BOTH
    )


def _is_in_running_text(article: Article, offset: int) -> bool:
    block = article.block_at(offset)
    return block is not None and block.kind.is_prose and article.quotation_at(offset) is None


def _per_cent(tokens: Sequence[Token], index: int) -> VariantUse | None:
    """Return the use after a number: "5 %", "5 percent", "five per cent"."""
    token = tokens[index]
    first = index
    if token.fold == "cent":
        if index == 0 or tokens[index - 1].fold != "per":
            return None
        first = index - 1
    if first == 0 or tokens[first - 1].kind is not TokenKind.NUMBER:
        return None
    # The blank before it changes with the way.
    span = Span(tokens[first - 1].end, token.end)
    way = {"%": "%", "percent": "percent"}.get(token.fold, "per cent")
    others = {other: other if other == "%" else f" {other}" for other in _PER_CENT if other != way}
    return VariantUse(Custom.PER_CENT, "", way, span, others)


def _acronym(article: Article, tokens: Sequence[Token], index: int) -> VariantUse | None:
    """Return "U.S." or "US", with what a hyphen adds; not the dollar of "US$"."""
    token = tokens[index]
    if index + 1 < len(tokens) and tokens[index + 1].text == "$":
        return None
    text = token.text.replace("’", "'").removesuffix("'s")
    if match := _STOPPED.fullmatch(text):
        letters = match["letters"].replace(".", "")
        if letters not in _BOTH:
            return None
        # The last stop may be the sentence's, too.
        sentence = article.sentence_at(token.start)
        stop = "." if sentence is not None and token.end == sentence.span.end else ""
        span = Span(token.start, token.start + len(text))
        return VariantUse(Custom.STOPS, letters, "with", span, {"without": letters + match["rest"] + stop})
    if match := _PLAIN.fullmatch(text):
        letters = match["letters"]
        span = Span(token.start, token.start + len(text))
        stopped = "".join(f"{letter}." for letter in letters) + match["rest"]
        return VariantUse(Custom.STOPS, letters, "without", span, {"with": stopped})
    return None


def _as_written(text: str, other: str) -> str:
    """Return `other` with the capitals of `text`."""
    return other.upper() if text.isupper() else other.capitalize() if text[0].isupper() else other
