"""Which small words English never puts side by side, and where it does by right."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PAST = "was were had would could should"
_FINITE = f"is are has have {_PAST}"
_SUBJECTS = "he she they we"
_SUBJECT_WORDS = _words(_SUBJECTS)
_OWNERS = "my your our their its"
_NOT_AFTER_ARTICLE = _words(
    f"{_FINITE} am be been of from by at into upon for to with {_SUBJECTS} him them his her {_OWNERS} "
    "the a an this these those whose which because although between but as than and or if in on"
)
_NOT_AFTER_OWNER = _words(
    f"{_FINITE} the a an this these those {_OWNERS} his her of from to and or {_SUBJECTS} it"
)
_NOT_AFTER_EVERY = _words(f"{_FINITE} the a an of and or {_SUBJECTS} it {_OWNERS} who to from with by that")
_NOT_AFTER_AUXILIARY = _words("is are was were am had has have would could should")

# Verbs that are no nouns and no adjectives: nothing that an article could belong to.
_VERBS = _words(
    "belongs includes becomes says seems believes allows provides contains occurs requires receives intends "
    "knows thinks wants gives brings goes gets meets sends tells understands explains depends ensures exists "
    "took went came gave began became wrote knew"
)
# Adjectives that no "of" follows but in "how big of a" and after a superlative.
_PLAIN_ADJECTIVES = _words(
    "new large big huge basic recent important different similar necessary medical financial cultural "
    "additional serious successful popular beautiful dangerous difficult strange economic political"
)
_POINTERS = _words(f"this these those the a an {_OWNERS}")

#: What never follows a word, whatever the rest of the sentence is.
_NEVER_AFTER: dict[str, frozenset[str]] = {
    **dict.fromkeys(("the", "a", "an"), _NOT_AFTER_ARTICLE | _VERBS | _words("that")),
    **dict.fromkeys(_OWNERS.split(), _NOT_AFTER_OWNER),
    "his": _words(f"the an are were {_OWNERS} her {_SUBJECTS}"),
    "every": _NOT_AFTER_EVERY,
    "very": _words(f"{_FINITE} the a an of {_SUBJECTS} {_OWNERS} who which from"),
    "and": _words("or but than"),
    "or": _words("and but than"),
    "but": _words("and or than"),
    "than": _words("and or but"),
    **dict.fromkeys(
        "from with at by into between against during without towards among of".split(), _words(_SUBJECTS)
    ),
    **dict.fromkeys(
        "because although unless whereas while if".split(), _words("is are was were has have had will would")
    ),
    **dict.fromkeys("they we".split(), _POINTERS | _words("is was has does isn't wasn't hasn't doesn't")),
    **dict.fromkeys("he she".split(), _POINTERS),
    **dict.fromkeys(_PLAIN_ADJECTIVES, _words("of")),
}
#: What follows a word only where a clause ends between them.
_SELDOM_AFTER: dict[str, frozenset[str]] = {
    "of": _NOT_AFTER_AUXILIARY | _words("will can in with for to on as than since from"),
    "to": _words("of was were has had"),
    **dict.fromkeys("into from".split(), _NOT_AFTER_AUXILIARY | _words("will can")),
    **dict.fromkeys("is are was were".split(), _NOT_AFTER_AUXILIARY | _words("be am does did will can")),
    **dict.fromkeys("be been".split(), _NOT_AFTER_AUXILIARY | _words("be been does did will can")),
    **dict.fromkeys(
        "would could should".split(), _NOT_AFTER_AUXILIARY - {"have"} | _words("been of from into")
    ),
    **dict.fromkeys("will can must may might".split(), _words("been would could should")),
    **dict.fromkeys("has have had".split(), _words("be has have")),
}
#: All of them: each word with those that should not follow it.
IMPOSSIBLE = {
    word: _NEVER_AFTER.get(word, frozenset()) | _SELDOM_AFTER.get(word, frozenset())
    for word in _NEVER_AFTER | _SELDOM_AFTER
}

#: What "the in", "an on" may begin ("the in crowd", "the on-loan striker" without its hyphen).
_AFTER_IN_OR_ON = _words(
    "crowd thing joke form house depth flight game person laws loan field air line screen set board time "
    "site duty camera pitch stage court road off and or"
)
#: Words that take an "of" along, so that another preposition may follow it ("disposed of in the sea").
_TAKE_OF = _words(
    "thought heard care advantage rid made use note hold sight track sort kind dreamt tired out"
)
# Before a subject these turn the clause round ("is she the owner"), or leave its verb out ("she a clerk").
_TURNERS = _words(
    f"{_FINITE} do does did can will must nor and or than as but so makes make made call called"
)
_BEFORE_SUPERLATIVE = _words("most more less least so how too as that very no any")
_BEFORE_LETTER_A = _words("from vitamin hepatitis group type grade plan serie")
_OWNERS_AND_OTHERS = _words(f"{_OWNERS} his her")
#: Auxiliaries that are nouns besides: after anything but a plain word they say nothing.
MODALS_AS_NOUNS = _words("will can must may might")


def needs_open_clause(first: str, second: str) -> bool:
    """Whether the pair is right where a clause ends between the two ("all they have is hope")."""
    return second not in _NEVER_AFTER.get(first, ())


def is_right(previous: str, first: str, second: str, following: str) -> bool:
    """Whether English makes the pair by right after `previous` and before `following`; all case-folded."""
    if first in _SUBJECT_WORDS and second in _POINTERS:
        return previous in _TURNERS or not previous.isalpha()
    if first in _PLAIN_ADJECTIVES:
        return following in ("a", "an", "course", "it", "all") or previous in _BEFORE_SUPERLATIVE
    if first == "of":
        return previous in _TAKE_OF or previous.endswith(("ed", "en"))
    return (
        (first == "a" and (len(following) == 1 or following == "cappella" or previous in _BEFORE_LETTER_A))
        or (second in ("and", "or") and following in _OWNERS_AND_OTHERS)  # "your and my children"
        or (second in ("in", "on") and following in _AFTER_IN_OR_ON)
        or (second == "he" and following in ("said", "says"))  # "the he said, she said"
    )
