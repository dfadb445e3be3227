"""Names and terms that a newsroom accepts as they are: what is found in them is no finding."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.content import content_of
from lintnews.facts.tokens import tokenize
from lintnews.records import NamedTuple
from lintnews.source import SourceError, decode
from lintnews.span import Span
from lintnews.unusable import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit
    from lintnews.rule import Rule

# What an article says, its figures and the comments in it are no matter of words.
_NOT_OF_WORDS = frozenset({"CON", "NUM", "LNT"})


class Accepted(NamedTuple):
    """Terms by the first word of each, case-folded; a term is the words as written."""

    terms: Mapping[str, Sequence[tuple[str, ...]]]

    def without(self, hits: list[tuple[Rule, Hit]], facts: Facts) -> list[tuple[Rule, Hit]]:
        """Return the hits but those that lie within a term, or of which terms are the greater part."""
        if not self.terms or not hits:
            return hits
        places = list(self._places(facts.tokens))
        if not places:
            return hits
        return [
            (rule, hit) for rule, hit in hits if rule.family in _NOT_OF_WORDS or not _cover(places, hit.span)
        ]

    def _places(self, tokens: Sequence[Token]) -> Iterator[Span]:
        for index, token in enumerate(tokens):
            for term in self.terms.get(token.base, ()) or self.terms.get(token.fold, ()):
                here = tokens[index : index + len(term)]
                if len(here) == len(term) and all(map(_is_word, here, term)):
                    yield Span(token.start, here[-1].end)


#: No terms at all.
NOTHING = Accepted({})


def accepted_of(terms: Iterable[str], vocabularies: Iterable[str] = ()) -> Accepted:
    """Return the terms, with those of files: a term a line, `#` before a remark.

    A term in small letters is accepted in any, one with capitals only as it is written; each with or without
    a possessive ending.

    Raises:
        VocabularyError: a file cannot be read.
    """
    everything = [*terms, *(term for path in vocabularies for term in _read(path))]
    by_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for term in dict.fromkeys(everything):
        words = tuple(token.text for token in tokenize(term))
        if words:
            by_word[tokenize(words[0])[0].base].append(words)
    return Accepted(dict(by_word)) if by_word else NOTHING


def _read(path: str) -> list[str]:
    try:
        text = decode(content_of(path), path).text
    except OSError as error:
        raise VocabularyError(f"{path}: cannot be read: {error.strerror or error}") from error
    except SourceError as error:
        raise VocabularyError(f"{path}: {error}") from error
    terms = (line.partition("#")[0].strip() for line in text.splitlines())
    return [term for term in terms if term]


def _is_word(token: Token, word: str) -> bool:
    if word.islower():
        return word in (token.fold, token.base)
    return token.text == word or (token.base != token.fold and token.text[: len(token.base)] == word)


def _cover(places: Iterable[Span], span: Span) -> bool:
    shared = sum(max(0, min(place.end, span.end) - max(place.start, span.start)) for place in places)
    return 0 < span.length <= 2 * shared
