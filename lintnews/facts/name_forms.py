"""The single words of an article's names, each spelling with all its places and the words beside it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.facts.name_kinds import NameKind
from lintnews.facts.tokens import TokenKind
from lintnews.frozen import Frozen
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.facts.mentions import NameMention
    from lintnews.facts.tokens import Token

_LEFT_OUT = frozenset({NameKind.NATIONALITY, NameKind.CALENDAR, NameKind.OFFICE})
# Letters that do not come apart into a letter and an accent.
_PLAIN = str.maketrans(
    {"ð": "d", "þ": "th", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "œ": "oe"}
)
# One sound as transliterators write it, to one spelling; in this order.
_TRANSLITERATIONS = (
    ("eye", "ee"), ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"),
    ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("ie", "e"),
    ("ei", "e"), ("io", "o"), ("oh", "o"), ("uh", "u"), ("ah", "a"), ("ii", "i"),
)  # fmt: skip


class Place(NamedTuple):
    """One occurrence of a name's word: the word alone, and the words of the same name beside it, folded."""

    span: Span
    mention: NameMention
    before: str
    after: str

    @property
    def is_bare(self) -> bool:
        """Whether the word is the whole name."""
        return not self.before and not self.after


class NameForm(Frozen):
    """One spelling of a name's word, without a possessive ending, and its places in the order of the text."""

    text: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How often it stands in the article."""
        return len(self.places)


def name_forms(tokens: Sequence[Token], mentions: Iterable[NameMention]) -> dict[str, NameForm]:
    """Return the spellings of the words in `mentions` by spelling; acronyms and short words are left out."""
    found: dict[str, list[Place]] = {}
    for mention in mentions:
        if mention.kind in _LEFT_OUT:
            continue
        words = [tokens[index] for index in mention.tokens if tokens[index].kind is TokenKind.WORD]
        last = len(words) - 1
        for index, word in enumerate(words):
            form = spelling(word)
            if len(form) > 3 and form[0].isupper() and not form.isupper():
                before = words[index - 1].base if index else ""
                after = words[index + 1].base if index < last else ""
                span = Span(word.start, word.start + len(form))
                found.setdefault(form, []).append(Place(span, mention, before, after))
    return {form: NameForm(form, tuple(places)) for form, places in found.items()}


def spelling(word: Token) -> str:
    """Return a word as written, without a possessive ending."""
    if word.fold.endswith("'s"):
        return word.text[:-2]
    return word.text[:-1] if word.fold.endswith("s'") else word.text


@lru_cache(maxsize=8192)
def without_accents(form: str) -> str:
    """Return the word case-folded, in letters of the English alphabet where it is of the Latin one."""
    folded = form.casefold().replace("’", "'")
    if folded.isascii():
        return folded
    letters = unicodedata.normalize("NFD", folded.translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def transliteration_key(form: str) -> str:
    """Return what spellings of one foreign name have in common: "Sergey" and "Sergei" share one key."""
    key = without_accents(form).replace("'", "").replace("-", "")
    for spelt, sound in _TRANSLITERATIONS:
        if spelt in key:
            key = key.replace(spelt, sound)
    return "".join(letter for index, letter in enumerate(key) if letter != key[index - 1 : index])
