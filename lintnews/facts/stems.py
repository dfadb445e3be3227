"""What words have in common: inflection taken off (`stem`), derivation too (`root`)."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
# A last consonant that is doubled only before an ending ("stopped", "running"; not "fall", "pass").
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
#: Inflected forms that no rule of spelling gives; the commonest nouns and verbs of news.
_IRREGULAR = {
    form: base
    for base, forms in (
        entry.split(":")
        for entry in (
            "man:men;woman:women;child:children;foot:feet;tooth:teeth;life:lives;wife:wives;person:people;"
            "be:is are was were been being am;have:has had having;do:does did done doing;go:goes went gone;"
            "say:said;tell:told;make:made;take:took taken taking;come:came coming;give:gave given giving;"
            "find:found;think:thought;leave:left leaving;hold:held;bring:brought;buy:bought;sell:sold;"
            "build:built;send:sent;spend:spent;lose:lost losing;win:won;meet:met;pay:paid;lead:led;"
            "grow:grew grown;know:knew known;fall:fell fallen;rise:rose risen rising;"
            "write:wrote written writing;"
            "speak:spoke spoken;break:broke broken;choose:chose chosen choosing;strike:struck striking;"
            "fight:fought;begin:began begun"
        ).split(";")
    )
    for form in forms.split()
}
#: Derivational endings, longest first; what stays must have four letters.
_ENDINGS = tuple(
    sorted(
        "isational izational isation ization istically istic ational ation ative ator atory ating ate "
        "ition itive ional ion ive ival al ally ly ment mental ness ity ism ist ical ic ance ence ant "
        "ent ancy ency able ible er or ful less ise ize ising izing ship hood y i e".split(),
        key=len,
        reverse=True,
    )
)


@lru_cache(maxsize=1 << 15)
def stem(fold: str) -> str:
    """Return the stem that the inflected forms of a case-folded English word share ("parties" and "party").

    A key to compare by, not always a word ("hoping" and "hope" give "hop").
    """
    word = fold.removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    if len(word) <= 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ied", "ing", "ed"):
        if not word.endswith(ending):
            continue
        rest = word[: -len(ending)]
        if len(rest) >= 3 and _VOWEL.search(rest):
            word = rest + "y" if ending == "ied" else _DOUBLED.sub(r"\1", rest)
        break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word


@lru_cache(maxsize=1 << 15)
def root(fold: str) -> str:
    """Return what a word shares with its derivatives ("investigate" and "investigation").

    Coarser than `stem`: words of one root are akin in form, not always in meaning.
    """
    word = stem(fold)
    for ending in _ENDINGS:
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word[: -len(ending)]
    return word
