"""What a word of a heading may have been: words of the text that look or sound like it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lintnews.facts.headings import FUNCTION_WORDS, CaseStyle, Heading
from lintnews.facts.sound import likeness
from lintnews.facts.vocabulary import bare
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Below this frequency (Zipf scale: 3 is once in a million words) a word in a heading is rare enough to doubt.
_RARE = 3.3
# Words around a shared word that count as its company in the text.
_COMPANY = (-1, 1, -2, 2)
# A shared word is looked up at so many places at most: a long article stays linear.
_MAX_PLACES = 300
# A word beyond Latin letters is residue, not garble.
_LATIN = lazy(r"[a-zà-öø-ÿ]{4,}")


class Repair(NamedTuple):
    """A word of the text that a word of a heading may have been.

    `word` and `source` are token indices in the heading and in the text, `proof` the words of the text that
    prove it, `score` the likeness of the two, 0 to 1.
    """

    word: int
    source: int
    proof: Span
    score: float


def content_words(facts: Facts, heading: Heading) -> tuple[int, ...]:
    """Token indices of the heading's words that name something."""
    return tuple(
        index
        for index in heading.words
        if len(facts.tokens[index].fold) > 2 and bare(facts.tokens[index].fold) not in FUNCTION_WORDS
    )


def is_rare(facts: Facts, index: int) -> bool:
    """Whether the word is no ordinary English word: unknown, seldom, or nothing but a name."""
    word = bare(facts.tokens[index].fold)
    if not _LATIN.fullmatch(word):
        return False
    return facts.words.zipf(word) < _RARE or facts.words.is_name_only(word)


def is_unknown(facts: Facts, index: int) -> bool:
    """Whether English has no such word at all; a part of an address on the web is none."""
    end = facts.tokens[index].end
    if facts.text[end : end + 1] == "." and facts.text[end + 1 : end + 2].isalpha():
        return False
    word = bare(facts.tokens[index].fold)
    words = facts.words
    return bool(_LATIN.fullmatch(word)) and not (
        words.known(word) or words.is_name_only(word) or words.foreign(word)
    )


def may_be_name(facts: Facts, heading: Heading, index: int) -> bool:
    """Whether the capitals of a heading leave open that the word is a name."""
    token = facts.tokens[index]
    if heading.style is CaseStyle.CAPITALS:
        return False
    return token.text[0].isupper() and index != heading.words[0]


def has_kin(facts: Facts, fold: str) -> bool:
    """Whether the text has a word derived from the same root."""
    return any(True for _ in facts.vocabulary.kin(fold))


def by_company(
    facts: Facts, heading: Heading, index: int, least: float, *, closely: bool = False
) -> Repair | None:
    """Find the best repair that the next word of the heading proves.

    The text must put a word at least `least` alike to the word at `index` beside that next word
    ("blockade fears"); `closely`, right beside it on the same side.
    """
    return max(_company(facts, heading, index, least, closely), key=lambda repair: repair.score, default=None)


def _company(facts: Facts, heading: Heading, index: int, least: float, closely: bool) -> Iterator[Repair]:
    tokens, vocabulary = facts.tokens, facts.vocabulary
    fold = bare(tokens[index].fold)
    words = content_words(facts, heading)
    if index not in words:
        return
    place = words.index(index)
    seen: dict[str, float] = {}
    for partner in words[max(0, place - 1) : place] + words[place + 1 : place + 2]:
        for shared in islice(vocabulary.kin(tokens[partner].fold), _MAX_PLACES):
            for step in (1 if index > partner else -1,) if closely else _COMPANY:
                source = shared + step
                if not _runs(facts, min(shared, source), max(shared, source)):
                    continue
                other = bare(tokens[source].fold)
                if len(other) < 3 or other in FUNCTION_WORDS:
                    continue
                if other not in seen:
                    seen[other] = likeness(fold, other)
                # Right beside the shared word, on the same side, is the better proof.
                score = seen[other] - 0.01 * (abs(step) > 1) - 0.01 * ((step < 0) != (index < partner))
                if score >= least:
                    first, last = min(shared, source), max(shared, source)
                    yield Repair(index, source, Span(tokens[first].start, tokens[last].end), score)


def _runs(facts: Facts, first: int, last: int) -> bool:
    """Whether the tokens from `first` to `last` are words of one line with no mark between them."""
    tokens = facts.tokens
    return (
        first >= 0
        and last < len(tokens)
        and all(tokens[index].is_word for index in range(first, last + 1))
        and "\n" not in facts.text[tokens[first].start : tokens[last].start]
    )


def by_letters(facts: Facts, index: int, least: float) -> Repair | None:
    """Find the word of the text, not a name, that is most like the word at `index`."""
    fold = bare(facts.tokens[index].fold)
    found = None
    for other in facts.vocabulary.by_initial.get(fold[0], ()):
        if abs(len(other) - len(fold)) > 4 or other in FUNCTION_WORDS:
            continue
        score = likeness(fold, other)
        if score < max(least, found.score if found else 0.0) or (found and score == found.score):
            continue
        source = facts.vocabulary.places[other][0]
        if source not in facts.names:
            found = Repair(index, source, facts.tokens[source].span, score)
    return found


def run_together(facts: Facts, index: int) -> Repair | None:
    """Find two words that the text has side by side and the word at `index` runs together ("peacetalks")."""
    fold = bare(facts.tokens[index].fold)
    places = facts.vocabulary.places
    for cut in range(3, len(fold) - 2):
        following = set(places.get(fold[cut:], ()))
        for first in places.get(fold[:cut], ()) if following else ():
            if first + 1 in following:
                return Repair(index, first, Span(facts.tokens[first].start, facts.tokens[first + 1].end), 1.0)
    return None


def in_case_of(heading_word: str, word: str) -> str:
    """Write `word` with the capitals of the word that it takes the place of."""
    if heading_word.isupper():
        return word.upper()
    if heading_word[0].isupper():
        return word[0].upper() + word[1:]
    return word
