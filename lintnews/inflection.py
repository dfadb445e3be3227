"""English inflection: the forms of a lemma, and the word classes that a form may belong to.

Regular forms follow the rules of spelling below. `data/inflections.txt` holds the irregular ones and the
classes of some 25,000 lemmas (made by `tools/build_inflections.py`; source and licence in `data/NOTICE.md`),
`data/inflections.marisa` the same to be looked up in; it is read when the first word is.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lintnews.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS: Final = {"v": "bsdng", "n": "12", "j": "pct", "r": "a"}
"""Letters of the forms of each class, the lemma itself first.

Verbs: base, third person, past (d), past participle (n), -ing (g); nouns: singular, plural; adjectives:
positive, comparative, superlative; adverbs have one form.
"""

#: What stands before an irregular form in the table, to tell it from a lemma.
OF_FORM: Final = "<"
#: The forms of "be" have no letter of their own beside these.
_BE = {"am": "b", "are": "s"}
_VOWELS = "aeiou"
_HISSING = lazy(r"(?:s|x|z|ch|sh)\Z")
_ONE_SYLLABLE = lazy(r"[^aeiouy]*(?:qu)?[aeiouy][^aeiouywx]\Z")


def regular(lemma: str, word_class: str) -> tuple[str, ...]:
    """Return the forms of a lemma by the rules of spelling alone, in the order of `FORMS`."""
    if word_class == "v":
        stem = _stem_before_vowel(lemma)
        past = f"{stem[:-1]}ied" if _ends_in_y(stem) else f"{stem}ed"
        return (lemma, _with_s(lemma), past, past, _with_ing(lemma))
    if word_class == "n":
        return (lemma, _with_s(lemma))
    if word_class == "j":
        stem = _stem_before_vowel(lemma)
        stem = f"{stem[:-1]}i" if _ends_in_y(stem) else stem
        return (lemma, f"{stem}er", f"{stem}est")
    return (lemma,)


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS


def _with_s(lemma: str) -> str:
    if _ends_in_y(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if _HISSING.search(lemma) else f"{lemma}s"


def _stem_before_vowel(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma[:-1]
    return lemma + lemma[-1] if _ONE_SYLLABLE.fullmatch(lemma) else lemma


def _with_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma}ing"
    return f"{_stem_before_vowel(lemma)}ing"


@cache
def _table() -> Any:
    """Lemma to its classes and irregular forms, and `OF_FORM` with an irregular form to its lemmas."""
    import marisa_trie  # noqa: PLC0415 - only where a word is inflected

    trie = marisa_trie.BytesTrie()
    # Read, not mapped: a file that an upgrade rewrites under a running process must not kill it.
    trie.load(str(Path(__file__).with_name("data") / "inflections.marisa"))
    return trie


def _entry(key: str) -> list[str]:
    return [value.decode("ascii") for value in _table().get(key, ())]


@lru_cache(maxsize=1 << 14)
def forms(lemma: str, classes: str = "") -> dict[str, str]:
    """Return the forms of a lemma, each with the letters of what it may be (see `FORMS`).

    `classes` ("v", "vn", …) narrows it to these word classes. A lemma that the table does not know, or not as
    one of the classes, is inflected by the rules: as verb and noun where no class is named.
    """
    known = _classes(lemma)
    found: dict[str, str] = {}
    for word_class in classes or "".join(known) or "vn":
        given = known.get(word_class) or regular(lemma, word_class)
        for letter, variants in zip(FORMS[word_class], given, strict=True):
            for form in variants.split("/"):
                if letter not in found.get(form, ""):
                    found[form] = found.get(form, "") + letter
    if lemma == "be":
        found.update(_BE)
    return found


def is_known(lemma: str, word_class: str) -> bool:
    """Whether the table has the lemma as a word of this class."""
    return word_class in _classes(lemma)


@lru_cache(maxsize=1 << 14)
def classes_of(word: str) -> frozenset[str]:
    """Return the letters of all that a case-folded word may be, a form of any lemma; none if unknown."""
    lemmas = {word, *_stripped(word), *_entry(OF_FORM + word)}
    return frozenset(letter for lemma in lemmas if _classes(lemma) for letter in forms(lemma).get(word, ""))


def _stripped(word: str) -> Iterator[str]:
    """Yield what `word` may be a regular form of."""
    for ending in ("s", "es", "ed", "ing", "er", "est"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1:] == "i":
                yield stem[:-1] + "y"
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]
            if ending == "ing" and stem[-1:] == "y":
                yield stem[:-1] + "ie"


@lru_cache(maxsize=1 << 14)
def _classes(lemma: str) -> dict[str, tuple[str, ...]]:
    """Class to its forms, lemma first; empty where they are regular."""
    found: dict[str, tuple[str, ...]] = {}
    for part in " ".join(_entry(lemma)).split():
        letter, _, irregular = part.partition(":")
        found[letter] = (lemma, *irregular.split(",")) if irregular else ()
    return found
