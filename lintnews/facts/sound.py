"""How alike two words sound and look, for words that a machine took for one another."""

from __future__ import annotations

from functools import lru_cache

from lintnews.patterns import lazy

_SPELLINGS = (
    (lazy(r"^(?:kn|gn|pn|wr)"), lambda m: m.group()[-1]),
    (lazy(r"tch|ch|sh|sch"), lambda _: "x"),
    (lazy(r"t(?=i[oa])|c(?=i[oa])|s(?=i[oa])"), lambda _: "x"),
    (lazy(r"ph"), lambda _: "f"),
    (lazy(r"gh(?=t|$)"), lambda _: ""),
    (lazy(r"c(?=[eiy])"), lambda _: "s"),
    (lazy(r"ck|c|q"), lambda _: "k"),
    (lazy(r"[wh]"), lambda _: ""),
)
_VOWELS = lazy(r"(?!^)[aeiouy]+")
_DOUBLES = lazy(r"(.)\1+")
_VOICELESS = str.maketrans("zvdbg", "sftpk")


# British and American spellings, and others of which either is right, to one form.
_VARIANTS = tuple(
    pair.split(">")
    for pair in "ise>ize isa>iza isi>izi yse>yze our>or ae>e oe>e ogue>og ence>ense ll>l arte>arti "
    "gramme>gram que>k tre>ter".split()
)


def same_word(one: str, other: str) -> bool:
    """Whether two case-folded words are spellings of one word, such as "colour" and "color"."""
    for british, american in _VARIANTS:
        one, other = one.replace(british, american), other.replace(british, american)
    return one == other


@lru_cache(maxsize=4096)
def sound_key(word: str) -> str:
    """Return a rough key of how a case-folded English word sounds: its consonants, voiced or not.

    "president" and "precedent" share one; a first vowel is kept as `a`.
    """
    key = word
    for pattern, spelling in _SPELLINGS:
        key = pattern.sub(spelling, key)
    key = _VOWELS.sub("", key.translate(_VOICELESS))
    key = _DOUBLES.sub(r"\1", key)
    return "a" + key[1:] if key[:1] in tuple("aeiouy") else key


def shared_start(one: str, other: str) -> int:
    """Count the letters with which both words begin."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def edits(one: str, other: str) -> int:
    """Count the letters to add, drop, change or swap with the next to make one word of the other."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return int(OSA.distance(one, other))


def likeness(one: str, other: str) -> float:
    """How alike two case-folded words are, 0 to 1.

    The greatest of: letters that stay when one is edited into the other; sound (0.9 for the same key, where
    the letters are half alike); a common start of four or more letters that is half of the shorter word or
    more (or the whole of a word of three letters, with one more).
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    letters = float(OSA.normalized_similarity(one, other))
    best = letters
    if letters >= 0.5 and len(sound_key(one)) >= 3 and sound_key(one) == sound_key(other):
        best = max(best, 0.9)
    start, shorter = shared_start(one, other), min(len(one), len(other))
    if start >= 4 and start >= 0.5 * shorter:
        best = max(best, 0.5 + 0.4 * start / shorter)
    if start == shorter == 3 and abs(len(one) - len(other)) == 1:
        best = max(best, 0.8)
    return best
