"""What words have in common: inflection taken off (`stem`), derivation too (`root`)."""

from __future__ import annotations

from functools import lru_cache

from lintnews.patterns import lazy

_VOWEL = lazy(r"[aeiouy]")
# A last consonant that is doubled only before an ending ("stopped", "running"; not "fall", "pass").
_DOUBLED = lazy(r"([bdgmnprt])\1$")
#: Words that carry no matter of their own.
EMPTY_WORDS = frozenset(
    "a an the this that these those and or but nor so yet as if than then of in on at by for from to with "
    "without within into onto over under about around after before since until during while against between "
    "among through across off out up down upon per via not no n't never is are was were be been being am has "
    "have had having do does did doing will would can could may might must shall should i you he she it we "
    "they me him her us them my your his its our their mine hers ours theirs who whom whose which what when "
    "where why how there here all any both each few more most other some such only own same too very just "
    "also now again further once because however although though even still already one 's s t said says say "
    "told according his himself herself itself themselves ever much many".split()
)
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
#: Derivational endings without their silent e; four letters of the word must stay.
_ENDINGS = frozenset(
    "isational izational isation ization istically istic ational ation ativ ator atory ating at ition itiv "
    "ional ion iv ival al ally ly ment mental ness ity ism ist ical ic anc enc ant ent ancy ency abl ibl er "
    "or ful less is iz ising izing ship hood y i".split()
)
_LONGEST_ENDING = max(map(len, _ENDINGS))
#: A root has so many letters of its stem, or all of them.
LEAST_OF_ROOT = 4


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
        if ending == "ied":
            word = rest + "y"
        elif len(rest) >= 3 and _VOWEL.search(rest):
            word = _DOUBLED.sub(r"\1", rest)
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
    for _ in range(2):  # "member" and "member-ship" both come down to "memb"
        word = _without_ending(word)
    return word


def _without_ending(word: str) -> str:
    for length in range(min(_LONGEST_ENDING, len(word) - LEAST_OF_ROOT), 0, -1):
        if word[-length:] in _ENDINGS:
            return word[:-length]
    return word
