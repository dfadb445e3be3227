"""Builds the word table that the package ships, ``lintnews/data/words.marisa``.

Needs, beside the project's dependencies (versions used: see ``lintnews/data/NOTICE.md``):

- ``wordfreq`` (PyPI): how common each word is in English and in the other languages;
- ``scowl`` (Debian): English spelling lists by size, lower-case words apart from capitalised ones;
- ``wordnet-base`` (Debian): the lemmas of WordNet, with their capitals;
- the source archive of ``names`` (PyPI): first names and surnames of the 1990 United States census.

``python tools/build_words.py --names names-0.3.0.tar.gz`` writes the table; with ``--check`` it writes
nothing and fails unless the table that is there has the same bytes. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie
from wordfreq import freq_to_zipf, get_frequency_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lintnews.words import (  # noqa: E402  (the table's layout is written down once, in the package)
    DICTIONARY_WORD,
    ENGLISH,
    LANGUAGES,
    PROPER_NAME_ONLY,
    RECORD,
    STEPS_PER_ZIPF,
    fold,
    without_accents,
)

TABLE = ROOT / "lintnews" / "data" / "words.marisa"

# --- Limits. Zipf is log10 of occurrences in 10^9 words; wordfreq gives no value below 1.0. ---
UNLISTED = 0.9  # taken for a word that wordfreq does not list
POCKET_SIZE = 35
COMMON_SIZE = 60  # SCOWL: up to here every word is taken as English, whatever its frequency
LARGE_SIZE = 70  # SCOWL: from here on obsolete, dialect and foreign words come in, so frequency has a say
HUGE_SIZE, ANY_SIZE = 80, 95
HUGE_MIN_ZIPF = 1.5
HUGE_MIN_LENGTH, HUGE_SHORT_MIN_ZIPF = 5, 2.5  # shorter entries of that size are mostly for word games
DERIVED_MIN_ZIPF, BASE_MIN_ZIPF = 1.3, 2.0
COMPOUND_MIN_ZIPF = 1.5
SLIP_MARGIN = 1.5  # a derived word is taken for a slip of the pen if a neighbour is 30 times as common
UNFLAGGED_MIN_ZIPF = 2.0  # rarer words that no list vouches for are left out
FOREIGN_MARGIN = 1.2  # a foreign word is at least 16 times as common there as in English
SURE_FOREIGN_MARGIN = 2.0  # the same for two and three letters (abbreviations) and for names
ACCENTED_MARGIN = 2.5  # the same where it is an accent alone that sets an English word or name apart: régime
DOUBTFUL_MARGIN = 3.0  # a doubtful dictionary entry this much more common elsewhere is foreign after all
DOUBTFUL_MAX_ZIPF = 2.7
FOREIGN_PER_WORD = 3
# Deeper where wordfreq has a long list, and deepest where much English news is translated from.
FOREIGN_MIN_ZIPF = dict.fromkeys(("de", "es", "fr", "it", "pt"), 2.8)
FOREIGN_MIN_ZIPF |= dict.fromkeys(("cs", "nl", "pl", "sv"), 3.0)
FOREIGN_MIN_ZIPF_ELSE = 3.3

# Hausa is in no list of wordfreq. Frequent words of Hausa news, written down for this project; the zipf of
# the two bands is nominal, not counted.
HAUSA_FUNCTION_WORDS = """
    akan akwai amma babu bai bayan bisa cewa cikin da daga dai dake dole domin don duk dukkan dukkanin
    gaba gare har haka idan inda irin ita kafin kai kamar kan kasance kawai kuma lokacin mai masu mun
    muna musamman nan sai saboda sannan sauran shi shine su suka suke sun suna ta tare tsakanin tun
    wadanda wadannan wajen wanda wannan wani wasu wata wato wurin yadda yake yana yanzu yayin yi yin za
    zai zama zata
"""
HAUSA_CONTENT_WORDS = """
    aiki al'umma arewa ciki duniya gabas garin gida gwamnan gwamnati gwamnatin hukumar jami'an jam'iyyar
    jihar jiya kasar kasashe kudi kudu kungiyar ma'aikata majalisar mutane mutum rahoton rundunar ruwa
    shekara shekaru shugaba shugaban sojoji yamma yau yara zaben
"""
HAUSA_FUNCTION_ZIPF, HAUSA_CONTENT_ZIPF = 6.0, 5.0

# Parts of names that English prints in lower case (Leonardo da Vinci, Osama bin Laden).
NAME_PARTICLES = frozenset(
    "abd abu af al aus av bar ben bin bint da dal das de degli dei del della den der des di do dos du "
    "e e' el la las le les lo los ibn op san santa santo são st ste ten ter van vom von zu zum zur".split()
)

PREFIXES = (
    "anti auto bio co counter cross cyber de dis down electro eco euro ex extra fore geo hydro hyper "
    "immuno in inter intra kilo macro mega meta micro mid mini mis mono multi nano neo neuro non off "
    "on out over para photo physio poly post pre pro proto pseudo psycho quasi radio re self semi "
    "socio sub super techno tele thermo trans tri turbo ultra un under uni up"
).split()
# Endings, by what stands in their place in the base. Only living ones: -ation, say, which English no longer
# adds freely, would let in the very non-words that the table is to show up.
SUFFIXES = {
    "": (
        "es s ed ing er ers ly ally ness less like able ability ish ist ists ism isms ity ise ised ises "
        "ising isation isations ize ized izes izing ization izations ship hood dom wise ward wards fold "
        "proof free based"
    ).split(),
    "e": ("ed ing er ers or ors able ability ity").split(),
    "y": ("ies ied ier iest ily iness ise ised ising ize ized izing").split(),
}
MIN_STEM = 4
# A base that ends so does not simply take an ending that begins so: it loses its e, or takes -es.
TAKES_ES = ("s", "x", "z", "ch", "sh")
LOSES_E = ("de", "ke", "le", "me", "ne", "re", "se", "te", "ve")
BEFORE = {"s": TAKES_ES, "a": LOSES_E, "e": LOSES_E, "i": LOSES_E, "y": LOSES_E}
# The second halves of place names and surnames, and what slips of spelling make of -ful and -ness.
NO_SECOND_HALF = frozenset(
    "bourne bridge brook burn combe dale dell field ford full gate ham head hill holm hurst lake land ley "
    "man mere mont more ness port ridge shire son stead stone ton vale view ville water well wood "
    "worth".split()
)


@dataclass(frozen=True)
class Scowl:
    """SCOWL's entries, case-folded, each with the smallest size of list that has it."""

    words: Mapping[str, int]
    capitalised: Mapping[str, int]
    common_capitalised: frozenset[str]  # what a pocket dictionary has with a capital: God, Monday
    dictionary_capitalised: frozenset[str]  # what a desk dictionary has
    contractions: frozenset[str]
    abbreviations: frozenset[str]


def read_scowl(folder: Path) -> Scowl:
    """Read the lists of all spellings; rare variants and the jargon of programmers stay out."""
    words: dict[str, int] = {}
    capitalised: dict[str, int] = {}
    in_dictionaries: dict[str, int] = {}
    contractions: set[str] = set()
    abbreviations: set[str] = set()
    for path in sorted(folder.iterdir()):
        kind, _, size_text = path.name.rpartition(".")
        if kind.startswith(("variant_3", "special-hacker")):
            continue
        size = int(size_text)
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = line.removesuffix("'s")
            word = fold(entry)
            if kind.endswith("-contractions"):
                contractions.add(fold(line))
            elif kind.endswith("-abbreviations") and word == entry and size <= COMMON_SIZE:
                abbreviations.add(word)
            elif kind.endswith(("-upper", "-proper-names", "-abbreviations", "-numerals")) or word != entry:
                capitalised[word] = min(size, capitalised.get(word, size))
                if kind == "english-upper":
                    in_dictionaries[word] = min(size, in_dictionaries.get(word, size))
            else:
                words[word] = min(size, words.get(word, size))
    return Scowl(
        words,
        capitalised,
        frozenset(w for w, size in in_dictionaries.items() if size <= POCKET_SIZE),
        frozenset(w for w, size in in_dictionaries.items() if size <= COMMON_SIZE),
        frozenset(contractions),
        frozenset(abbreviations),
    )


@dataclass(frozen=True)
class WordNet:
    """WordNet's lemmas of one word, case-folded, and the words of its lemmas of several."""

    words: frozenset[str]
    capitalised: frozenset[str]  # every capitalised lemma
    capitalised_kinds: frozenset[str]  # those that name a kind, not a single person or place: Monday, Islamic
    in_phrases: frozenset[str]  # words of phrases that have no capital: fait accompli, hors d'oeuvre


def read_wordnet(folder: Path) -> WordNet:
    """Read the lemmas from WordNet's four data files (format: wndb(5WN))."""
    words: set[str] = set()
    capitalised: set[str] = set()
    kinds: set[str] = set()
    instances: set[str] = set()
    in_phrases: set[str] = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):  # the licence
                continue
            fields = line.split(" ")
            is_instance = "@i" in fields
            for i in range(int(fields[3], 16)):
                lemma = fields[4 + 2 * i].partition("(")[0]
                word = fold(lemma)
                if re.search("[-_]", lemma):
                    if lemma == lemma.lower():
                        in_phrases.update(re.split(r"[-_']", word))
                elif word == lemma:
                    words.add(word)
                else:
                    capitalised.add(word)
                    (instances if is_instance else kinds).add(word)
    kinds -= instances
    return WordNet(frozenset(words), frozenset(capitalised), frozenset(kinds), frozenset(in_phrases))


def read_names(archive: Path) -> frozenset[str]:
    """Read the census names: a name, then its counts, a line."""
    names: set[str] = set()
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if re.search(r"/dist\.(all\.last|(fe)?male\.first)$", member.name):
                stream = tar.extractfile(member)
                if stream is not None:
                    names.update(fold(line.split()[0].decode("ascii")) for line in stream if line.strip())
    if not names:
        raise SystemExit(f"{archive}: no census lists in it")
    return frozenset(names)


def zipfs(language: str) -> dict[str, float]:
    """Return every word that wordfreq lists for `language`, folded, with its zipf."""
    return {fold(w): round(freq_to_zipf(f), 2) for w, f in get_frequency_dict(language, "best").items()}


VOWEL = re.compile("[aeiouyæøœı]")
IS_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def is_latin(word: str) -> bool:
    """Whether `word` is of Latin letters (and inner apostrophes) alone."""
    if not IS_WORD.fullmatch(word):
        return False
    return word.isascii() or all(c == "'" or "LATIN" in unicodedata.name(c, "") for c in word)


# --- English ---


@dataclass(frozen=True)
class Evidence:
    """Everything that bears on whether a word is English."""

    english: Mapping[str, float]
    elsewhere: Mapping[str, float]  # its highest zipf in any other language
    scowl: Scowl
    wordnet: WordNet
    names: frozenset[str]

    def is_name(self, word: str, size: int) -> bool:
        """Whether WordNet or SCOWL up to `size` has `word` with a capital; of any size, the census too."""
        in_lists = self.scowl.capitalised.get(word, 99) <= size or word in self.wordnet.capitalised
        return in_lists or (size > HUGE_SIZE and word in self.names)

    def margin(self, word: str) -> float:
        """Return by how many orders of magnitude `word` is more common elsewhere than in English."""
        return self.elsewhere.get(word, UNLISTED) - self.english.get(word, UNLISTED)


def dictionary_words(e: Evidence) -> tuple[set[str], set[str]]:
    """Return the words that dictionaries have in lower case: those beyond doubt, and all."""
    sizes = e.scowl.words
    core = {w for w, size in sizes.items() if size <= COMMON_SIZE}
    core |= {w for w in e.wordnet.words if sizes.get(w, HUGE_SIZE) <= LARGE_SIZE}
    core |= e.scowl.contractions
    is_derived = Derivation(e.english, core)
    in_phrases = e.wordnet.in_phrases & e.english.keys()
    words = core | {w for w in in_phrases if len(w) > 2 and not e.is_name(w, LARGE_SIZE)}
    words |= {w for w in map(without_accents, core) if w in e.english}  # cafes beside cafés
    for w in e.wordnet.words | e.scowl.words.keys() | e.scowl.abbreviations | e.english.keys():
        if w in core or not is_latin(w):
            continue
        zipf = e.english.get(w, 0.0)
        size = sizes.get(w, 99)
        if w in e.wordnet.words or w in e.scowl.abbreviations or size <= LARGE_SIZE:
            doubtful = e.margin(w) >= DOUBTFUL_MARGIN and zipf < DOUBTFUL_MAX_ZIPF
            vouched = w in e.wordnet.words or w in e.scowl.abbreviations or zipf > 0 or is_derived(w)
            if vouched and not doubtful:
                words.add(w)
        elif e.margin(w) < FOREIGN_MARGIN and not e.is_name(w, ANY_SIZE):
            least = HUGE_MIN_ZIPF if len(w) >= HUGE_MIN_LENGTH else HUGE_SHORT_MIN_ZIPF
            if (size == HUGE_SIZE and zipf >= least) or (zipf >= DERIVED_MIN_ZIPF and is_derived(w)):
                words.add(w)
    return core, words


class Derivation:
    """Tests whether a word is made of words in `core` by a living rule."""

    def __init__(self, english: Mapping[str, float], core: set[str]) -> None:
        self.zipf = english
        self.core = core
        self.bases = {w for w in core if len(w) >= MIN_STEM and english.get(w, 0.0) >= BASE_MIN_ZIPF}
        # Not the commonest words: two of those run together are a slip of the space bar (ofthese).
        self.halves = {w for w in core if len(w) >= 3 and 3.0 <= english.get(w, 0.0) < 5.7}

    def __call__(self, word: str) -> bool:
        """Whether `word` is derived, and no misspelling of something far more common."""
        made = self.by_suffix(word) or self.by_prefix(word) or self.by_compounding(word)
        return made and not self.is_slip(word)

    def by_suffix(self, word: str) -> bool:
        """Whether an ending stands on a base: rebanded, wellness."""
        for instead, endings in SUFFIXES.items():
            for ending in endings:
                if not word.endswith(ending):
                    continue
                stem = word.removesuffix(ending)
                if not instead and stem.endswith(BEFORE.get(ending[0], ())):
                    continue  # comeing, businesss
                doubled = not instead and len(stem) > MIN_STEM and stem[-1] == stem[-2]
                if stem + instead in self.bases or (doubled and stem[:-1] in self.bases):
                    return True
        return False

    def by_prefix(self, word: str) -> bool:
        """Whether a prefix stands before a base: cyberattack."""
        return any(word.startswith(prefix) and word.removeprefix(prefix) in self.bases for prefix in PREFIXES)

    def by_compounding(self, word: str) -> bool:
        """Whether two common words make it up: paywall, crowdsourcing."""
        if len(word) < 7 or self.zipf.get(word, 0.0) < COMPOUND_MIN_ZIPF:
            return False
        splits = ((word[:i], word[i:]) for i in range(3, len(word) - 2))
        return any(a in self.halves and b in self.halves and b not in NO_SECOND_HALF for a, b in splits)

    def is_slip(self, word: str) -> bool:
        """Whether one letter sets the word apart from a far more common one: writting, independant."""
        least = self.zipf.get(word, 0.0) + SLIP_MARGIN
        return any(n in self.core and self.zipf.get(n, 0.0) >= least for n in one_edit_away(word))


def one_edit_away(word: str) -> Iterator[str]:
    """Yield the spellings one edit from `word`, except that with the last letter missing, mostly its base."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word)):
        head, tail = word[:i], word[i + 1 :]
        if tail:
            yield head + tail
            yield head + tail[0] + word[i] + tail[1:]
        for letter in letters:
            yield head + letter + tail
            yield head + letter + word[i:]


def english_records(e: Evidence, words: set[str]) -> Iterator[tuple[str, int, float]]:
    """Yield word, flags and zipf of everything the table says about English."""
    capitalised = e.scowl.capitalised.keys() | e.wordnet.capitalised | e.names

    def is_accented_name(word: str) -> bool:
        plain = without_accents(word)
        return plain != word and plain in capitalised and e.margin(word) < ACCENTED_MARGIN

    kinds = (e.wordnet.capitalised_kinds & e.scowl.dictionary_capitalised) | e.scowl.common_capitalised
    for w in words | capitalised | e.english.keys():
        zipf = e.english.get(w, 0.0)
        if not is_latin(w) or (w.endswith("'s") and w not in words):  # looking up takes possessives apart
            continue
        if w in words:
            yield w, DICTIONARY_WORD, zipf
        elif (w in capitalised or is_accented_name(w)) and (
            zipf > 0 or e.scowl.capitalised.get(w, 99) <= COMMON_SIZE
        ):
            yield w, PROPER_NAME_ONLY | (DICTIONARY_WORD if w in kinds else 0), zipf
        elif zipf >= UNFLAGGED_MIN_ZIPF:
            yield w, 0, zipf


# --- Other languages ---


def foreign_records(
    e: Evidence, lists: Mapping[str, Mapping[str, float]], core: set[str], words: set[str]
) -> Iterator[tuple[str, str, float]]:
    """Yield word, language and zipf there, at most `FOREIGN_PER_WORD` times a word."""
    # What English keeps of other languages in set phrases stands in dictionaries as phrases only.
    loans = e.wordnet.in_phrases - core
    uses: dict[str, list[tuple[float, str]]] = {}
    for language, zipf_there in lists.items():
        least = FOREIGN_MIN_ZIPF.get(language, FOREIGN_MIN_ZIPF_ELSE)
        for w, zipf in zipf_there.items():
            # A syllable of Vietnamese without its marks is one of many other languages' transcriptions too.
            if zipf >= least and may_be_foreign(w) and not (language == "vi" and w.isascii()):
                uses.setdefault(w, []).append((-zipf, language))
    for w, found in uses.items():
        if w in words or w in NAME_PARTICLES or w in loans or without_accents(w) in loans:
            continue
        english = e.english.get(w, UNLISTED)
        if w.endswith("s") and w[:-1] in words and english >= UNFLAGGED_MIN_ZIPF:
            continue  # an English plural too new for dictionaries
        margin = SURE_FOREIGN_MARGIN if len(w) <= 3 or e.is_name(w, ANY_SIZE) else FOREIGN_MARGIN
        if english >= UNFLAGGED_MIN_ZIPF and without_accents(w) in core:
            margin = ACCENTED_MARGIN
        for negative, language in sorted(found)[:FOREIGN_PER_WORD]:
            if -negative - english >= margin:
                yield w, language, -negative


def may_be_foreign(word: str) -> bool:
    """Whether `word` is written like a word: a single letter or an abbreviation (mln) tells no language."""
    return is_latin(word) and len(word) > 1 and (len(word) > 3 or bool(VOWEL.search(without_accents(word))))


def hausa() -> dict[str, float]:
    """Return the Hausa words with their nominal zipf."""
    content = dict.fromkeys(HAUSA_CONTENT_WORDS.split(), HAUSA_CONTENT_ZIPF)
    return content | dict.fromkeys(HAUSA_FUNCTION_WORDS.split(), HAUSA_FUNCTION_ZIPF)


def with_old_letters(zipf_of: Mapping[str, float]) -> dict[str, float]:
    """Add the Romanian words once more with the cedillas that many texts have for the letters' commas."""
    cedillas = str.maketrans("șț", "şţ")
    return {w.translate(cedillas): z for w, z in zipf_of.items()} | dict(zipf_of)


def build(scowl: Path, wordnet: Path, names: Path) -> marisa_trie.RecordTrie:
    """Return the finished table."""
    lists = {language: zipfs(language) for language in LANGUAGES if language != "ha"}
    lists["ro"] = with_old_letters(lists["ro"])
    elsewhere: dict[str, float] = {}
    for zipf_there in lists.values():
        for w, zipf in zipf_there.items():
            elsewhere[w] = max(zipf, elsewhere.get(w, 0.0))
    lists["ha"] = hausa()
    e = Evidence(zipfs("en"), elsewhere, read_scowl(scowl), read_wordnet(wordnet), read_names(names))
    core, words = dictionary_words(e)
    english = sorted(english_records(e, words))
    foreign = sorted(foreign_records(e, lists, core, words))
    flags = [flag for _, flag, _ in english]
    print(f"English: {len(english):,} entries, {sum(f & DICTIONARY_WORD for f in flags):,} of them words")
    print(f"({len(core):,} beyond doubt), {sum(f == PROPER_NAME_ONLY for f in flags):,} names only")
    print(f"other languages: {len({w for w, *_ in foreign}):,} words, {len(foreign):,} uses")
    return marisa_trie.RecordTrie(RECORD, sorted(records(english, foreign)))


def records(
    english: Iterable[tuple[str, int, float]], foreign: Iterable[tuple[str, str, float]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the table's records."""
    for w, flags, zipf in english:
        yield w, (ENGLISH | flags, steps(zipf))
    for w, language, zipf in foreign:
        yield w, (LANGUAGES.index(language), steps(zipf))


def steps(zipf: float) -> int:
    """Return `zipf` in the table's steps."""
    return min(255, round(zipf * STEPS_PER_ZIPF))


def main() -> int:
    """Build the table, or check the one that is there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--scowl", type=Path, default=Path("/usr/share/dict/scowl"), help="folder of SCOWL's word lists")
    add("--wordnet", type=Path, default=Path("/usr/share/wordnet"), help="folder of WordNet's data files")
    add("--names", type=Path, required=True, help="names-0.3.0.tar.gz from PyPI")
    add("--check", action="store_true", help="write nothing, compare with the table that is there")
    options = parser.parse_args()
    table = build(options.scowl, options.wordnet, options.names)
    data = table.tobytes()
    print(f"{len(data):,} bytes")
    if options.check:
        same = TABLE.read_bytes() == data
        print(f"{TABLE.name}: {'the same bytes' if same else 'DIFFERS'}")
        return 0 if same else 1
    TABLE.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
