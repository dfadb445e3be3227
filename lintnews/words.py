"""The word table: is a word English, how common is it, and if it is not English, of which language is it.

The table (`data/words.marisa`, made by `tools/build_words.py`; sources and licence in `data/NOTICE.md`)
maps a case-folded word to records of two bytes. One record, tagged `ENGLISH`, says what English makes of the
word; up to three more, tagged with a language, say how common it is there. The file is read when the first
word is looked up; importing this module reads nothing.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RECORD: Final = ">BB"
"""`struct` format of a record: tag, zipf in steps of 1 / `STEPS_PER_ZIPF`."""

STEPS_PER_ZIPF: Final = 32
ENGLISH: Final = 0x80
"""Bit of the tag that marks the English record, with flags below it; without it, the tag is a language."""

DICTIONARY_WORD: Final = 0x01
"""English spelling dictionaries or its living derivation vouch for the word."""

PROPER_NAME_ONLY: Final = 0x02
"""English writes the word with a capital wherever it stands. With `DICTIONARY_WORD`: `Monday`, `Islamic`."""

LANGUAGES: Final = (
    "ca", "cs", "da", "de", "es", "fi", "fil", "fr", "ha", "hu", "id", "is", "it", "lt",
    "lv", "ms", "nb", "nl", "pl", "pt", "ro", "sh", "sk", "sl", "sv", "tr", "vi",
)  # fmt: skip
"""BCP 47 codes of the languages that `WordTable.foreign` knows, by tag; `sh`: Bosnian, Croatian, Serbian."""

_LONGEST = 60  # characters; anything longer is an address or a slip, and is not taken apart
_MEMORY = 1 << 16  # words remembered: a long-lived editor session must not grow without end

# Parts of hyphenated words that are no words by themselves. ("e-mail", "X-ray": any single letter will do.)
_BOUND_PARTS = frozenset(
    "afro anglo anti arch austro auto bi bio co counter cyber de eco electro euro ex extra franco geo "
    "hydro hyper indo infra inter intra macro mega meta micro mid mini mis multi nano neo neuro non "
    "pan para post pre pro proto pseudo psycho quasi re russo semi sino socio sub super techno tele "
    "trans tri turbo ultra un uni up vice".split()
)
_CLITICS = ("'s", "n't", "'ve", "'re", "'ll", "'d", "'m")
_MARKS = str.maketrans("’ʼ‐‑–", "''---")
# What these languages leave of an article, pronoun or preposition before an apostrophe.
_ELIDING = frozenset({"ca", "fr", "it"})
_ELIDED = frozenset("all c d dall dell j jusqu l lorsqu m n nell puisqu qu quell quest s sull t un".split())


class ForeignUse(NamedTuple):
    """How common a word is in a language other than English."""

    language: str
    """BCP 47 code, one of `LANGUAGES`."""
    zipf: float
    """Zipf scale: log10 of the occurrences in 10^9 words of that language."""


class Word(NamedTuple):
    """All that the table says of one spelling: what `WordTable`'s methods return."""

    zipf: float
    known: bool
    name_only: bool
    foreign: tuple[ForeignUse, ...]


_UNLISTED = Word(0.0, known=False, name_only=False, foreign=())


def fold(word: str) -> str:
    """Return `word` as the table spells it: case-folded, composed (NFC), apostrophes and hyphens plain."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.translate(_MARKS).casefold())


def without_accents(word: str) -> str:
    """Return `word` with every accent that can be taken off its letter taken off."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)  # Hangul comes apart, too


def _without_clitic(word: str) -> str:
    """Return folded `word` without a possessive's or contraction's ending."""
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) > len(clitic):
            return word.removesuffix(clitic)
    return word[:-1] if word.endswith("s'") else word


class WordTable:
    """English and foreign words by frequency; case does not matter to any question.

    Frequencies are wordfreq's, on the Zipf scale: log10 of the occurrences in 10^9 words (`the` 7.7, `war`
    5.4, `proxy` 3.6).
    """

    def __init__(self, records: Callable[[str], list[tuple[int, int]]]) -> None:
        #: The records of a folded word, or none: `marisa_trie.RecordTrie.get` with a default.
        self.records = records
        #: Everything about one word at once; the last 65,536 different words asked for are remembered.
        self.word: Callable[[str], Word] = lru_cache(maxsize=_MEMORY)(self._look_up)
        #: Words that `known` has been true of, as `remember` was told: to be taken off sets of words.
        self.known_spellings: set[str] = set()

    def remember(self, known: Iterable[str]) -> None:
        """Add words that are known to `known_spellings`."""
        if len(self.known_spellings) > _MEMORY:
            self.known_spellings.clear()
        self.known_spellings.update(known)

    def zipf(self, word: str) -> float:
        """Return how common `word` is in English, on the Zipf scale, to 0.03; 0.0 when not listed.

        Nothing rarer than 1.0 is listed. A possessive or contraction that is not counts as its base, an
        English compound as its rarest part.
        """
        return self.word(word).zipf

    def known(self, word: str) -> bool:
        """Whether `word` is an English word, British or American.

        Covers inflections, possessives, contractions, hyphenated compounds, and what is always
        capitalised but no name (`Monday`, `Islamic`). Names are not known, not even common ones: that is for
        `is_name_only` to say. What has a digit in it counts as known.
        """
        return self.word(word).known

    def is_name_only(self, word: str) -> bool:
        """Whether English has `word` only with a capital: a listed name or acronym, or a word like `Monday`.

        Not every name is listed. A name that is also a word (`Brown`, `May`) is not *only* a name.
        """
        return self.word(word).name_only

    def foreign(self, word: str) -> tuple[ForeignUse, ...]:
        """Return up to three languages in which `word` is frequent, likeliest first; none if it is English.

        Meant for words in lower case: names may be more frequent elsewhere, too. Parts of names that stay in
        lower case (`de`, `von`, `bin`) are never foreign. The zipf of Hausa (`ha`) is nominal, not counted.
        """
        return self.word(word).foreign

    def _look_up(self, spelling: str) -> Word:
        """Answer everything for `spelling`: from its own records, or failing those from its parts."""
        if len(spelling) > _LONGEST:
            return _UNLISTED
        word = fold(spelling)
        zipf, flags, foreign = 0.0, 0, []
        for tag, steps in self.records(word):
            if tag & ENGLISH:
                zipf, flags = round(steps / STEPS_PER_ZIPF, 2), tag & ~ENGLISH
            else:
                foreign.append(ForeignUse(LANGUAGES[tag], round(steps / STEPS_PER_ZIPF, 2)))
        if flags or foreign:
            foreign.sort(key=lambda use: -use.zipf)
            return Word(zipf, bool(flags & DICTIONARY_WORD), bool(flags & PROPER_NAME_ONLY), tuple(foreign))
        made = self._take_apart(word)
        return made._replace(zipf=zipf) if zipf else made

    def _take_apart(self, word: str) -> Word:
        """Answer for a folded word of which the table itself says nothing."""
        base = _without_clitic(word)
        if base != word:
            return self.word(base)._replace(foreign=())
        bare = word.strip("'")
        if bare != word and len(bare) > 1:  # 'cause
            return self.word(bare)
        if "-" in word:
            return self._compound(word)
        if "'" in word:
            return _UNLISTED._replace(foreign=self._shared_languages(word))
        plain = without_accents(word)
        if plain != word and not self.word(plain).foreign:  # José, coördinate
            return self.word(plain)
        return _UNLISTED._replace(known=any(c.isdigit() for c in word))

    def _compound(self, word: str) -> Word:
        """Answer for a hyphenated word that has no record of its own."""
        parts = word.split("-")
        if not all(parts):
            return _UNLISTED
        bound = [part for part in parts[:-1] if len(part) == 1 or part in _BOUND_PARTS]
        whole = [self.word(part) for part in parts if part not in bound] or [self.word(parts[-1])]
        # A name with a prefix (pro-Kremlin) is a word, names alone (Kim Jong-un) are not.
        in_english = bool(bound) or any(part.known for part in whole)
        joined = self.word("".join(parts))
        if joined.known or (in_english and all(part.known or part.name_only for part in whole)):
            rarest = min(part.zipf for part in whole)
            return Word(max(joined.zipf, rarest), known=True, name_only=False, foreign=())
        names = all(part.name_only for part in whole)
        return _UNLISTED._replace(name_only=names, foreign=self._shared_languages(word))

    def _shared_languages(self, word: str) -> tuple[ForeignUse, ...]:
        """Return the languages that all parts of `word` have, each with the zipf of its rarest part there."""
        parts = word.replace("'", "-").split("-")
        telling = [dict(self.word(part).foreign) for part in parts if part not in _ELIDED]
        if not telling:
            return ()
        common = {language for language in telling[0] if all(language in uses for uses in telling)}
        if len(telling) < len(parts):
            common &= _ELIDING
        shared = [ForeignUse(language, min(uses[language] for uses in telling)) for language in common]
        return tuple(sorted(shared, key=lambda use: (-use.zipf, use.language)))


@cache
def default_words() -> WordTable:
    """Return the table that the package ships, opened on first use and kept open."""
    import marisa_trie  # noqa: PLC0415  (only a run that asks for a word pays for the import)

    trie: Any = marisa_trie.RecordTrie(RECORD)
    # Read, not mapped: a file that an upgrade rewrites under a running process must not kill it.
    trie.load(str(Path(__file__).with_name("data") / "words.marisa"))
    return WordTable(lambda word: trie.get(word, []))
