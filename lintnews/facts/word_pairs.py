"""Which small words English never puts side by side, and where it does by right."""

from __future__ import annotations

from lintnews.facts.verbs import SURE_BASES, SURE_PASTS, SURE_THIRDS
from lintnews.inflection import classes_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PAST = "was were had would could should"
_FINITE = f"is are has have {_PAST}"
_SUBJECTS = "he she they we"
_SUBJECT_WORDS = _words(f"{_SUBJECTS} i")
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

# A wheel has a spoke, a priest a stole.
_PASTS = frozenset(SURE_PASTS) - {"spoke", "stole"}
# Verbs that are no nouns and no adjectives: nothing that an article could belong to.
_VERBS = (
    SURE_BASES
    | SURE_THIRDS
    | _PASTS
    | _words("says seems thinks wants gives goes gets meets sends tells knows")
)
# Adjectives that no "of" follows but in "how big of a" and after a superlative.
_PLAIN_ADJECTIVES = _words(
    "new large big huge basic recent important different similar necessary medical financial cultural "
    "additional serious successful popular beautiful dangerous difficult strange economic political"
)
_POINTERS = _words(f"this these those the a an {_OWNERS}")
# What is said of a subject begins with one of these, so a preposition before it ends a clause.
_PREDICATE = _words("is are was were be been am has have had does did would can could should must")


def _merged(*rows: tuple[str | frozenset[str], frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return for each word of the rows all that they give it."""
    table: dict[str, list[frozenset[str]]] = {}
    for firsts, seconds in rows:
        for first in firsts.split() if isinstance(firsts, str) else firsts:
            table.setdefault(first, []).append(seconds)
    return {first: _joined(sets) for first, sets in table.items()}


def _joined(sets: list[frozenset[str]]) -> frozenset[str]:
    # Most words have one set, of hundreds of verbs: there is no need for another like it.
    return sets[0] if len(sets) == 1 else frozenset().union(*sets)


#: What never follows a word, whatever the rest of the sentence is.
_NEVER_AFTER: dict[str, frozenset[str]] = _merged(
    ("the a an every", _NOT_AFTER_ARTICLE | _VERBS | _words("that")),
    ("the", _words("each both another such any whether who during without until within although does did")),
    ("the", _words("shall may never again however including itself himself themselves also")),
    ("whose", _words(f"{_FINITE} {_SUBJECTS} {_OWNERS} his her the a an of to and or from that which it")),
    ("a an", _words("each any all both it us who when where does did within")),
    (_OWNERS, _NOT_AFTER_OWNER | _VERBS | _words("that in on by with for be been you us")),
    ("his", SURE_BASES | _words(f"the an a this that are were {_OWNERS} her {_SUBJECTS}")),
    ("this", _words("our their of")),
    ("these", _words("of")),
    ("every", _NOT_AFTER_EVERY),
    ("very", _words(f"{_FINITE} the a an of {_SUBJECTS} {_OWNERS} who which from in to and")),
    ("several", _words(f"the a an {_OWNERS}")),
    ("and", _words("or but than")),
    ("or", _words("and but than")),
    ("but", _words("and or than")),
    ("than", _words("and or but")),
    ("from with at by into between against during without towards among of", _words(_SUBJECTS)),
    ("because although unless whereas while if", _words("is are was were has have had will would")),
    ("while whereas although", _words("of and or")),
    ("because", _words("and or")),
    ("they we", _POINTERS | _words("is was has does isn't wasn't hasn't doesn't")),
    ("he she", _POINTERS),
    ("he she they we", _words("that by with for from to into")),
    ("he she they", _words("on of")),
    ("who which", _words("and or")),
    (_PLAIN_ADJECTIVES, _words("of")),
    ("into during without between under within after before since", _words("of")),
    ("into", _words("for to")),
    ("during", _words("to and")),
    ("however", _words("of and or")),
    ("there", _words("of")),
    ("the", _words("it you because if so where having after about through against")),
    ("such", _words("the")),
    ("as", _words("and or")),
    ("a an", _words("also other such some many have days as")),
    ("his", _words("in on for with by")),
    ("of in to with for by from on at", _words("own same")),
    ("is was", _words("same")),
    ("both", _words("and or but")),
    ("between", _words("and or")),
    ("i", _words("the a an to")),
)
#: What follows a word only where a clause ends between them.
_SELDOM_AFTER: dict[str, frozenset[str]] = _merged(
    ("of", _NOT_AFTER_AUXILIARY | _words("will can in with for to on as than since from")),
    ("of in on at by with for from into during without between", SURE_BASES | SURE_THIRDS),
    ("to", SURE_THIRDS),
    ("is are was were be been being has have had", SURE_BASES - {"become", "overcome"}),
    ("is are was were be been being", SURE_THIRDS | {"become"}),
    ("will would can could should must may might", SURE_THIRDS),
    ("of", _words("by into during without through within because be been do does did shall must also")),
    ("in", _PREDICATE | _words("of into")),
    ("on", _PREDICATE | _words("of into")),
    ("at", _PREDICATE | _words("of in to and by for with from")),
    ("by", _PREDICATE | _words("of in to from for")),
    ("with", _PREDICATE | _words("of to for from by")),
    ("for", _PREDICATE | _words("of into than")),
    ("from", _words("of for with to if")),
    ("to", _words(f"of on with from than into since {_SUBJECTS}")),
    ("to", _words("was were has had been am would could should must does did")),
    ("into from", _NOT_AFTER_AUXILIARY | _words("will can be")),
    ("is are was were", _NOT_AFTER_AUXILIARY | _words("be am does did will can")),
    ("be been", (_NOT_AFTER_AUXILIARY - {"had"}) | _words("be been does did will can")),
    ("was were be been", _words("and or")),
    ("would could should", _NOT_AFTER_AUXILIARY - {"have"} | _words("been of from into to")),
    ("will can must may might", _words("been would could should")),
    ("must may", _words("to")),
    ("has have had", _words("be has have")),
    ("has had", _words("of is are")),
    ("not", _words("is are was were has will could would can should does")),
    ("is are was were", _words("than")),
    ("has have had", _words("who whose whom")),
    ("is are", _words("and or")),
    ("of", _words("said")),
    ("no", _words("is was are were")),
    ("been", _words("by")),
    ("of in at by with for from into during without between than", _PASTS),
)
#: All of them: each word with those that should not follow it.
IMPOSSIBLE = {
    word: _joined([table[word] for table in (_NEVER_AFTER, _SELDOM_AFTER) if word in table])
    for word in _NEVER_AFTER | _SELDOM_AFTER
}

#: What "the in", "an on" may begin ("the in crowd", "the on-loan striker" without its hyphen).
_AFTER_IN_OR_ON = _words(
    "crowd thing joke form house depth flight game person laws loan field air line screen set board time "
    "site duty camera pitch stage court road off and or"
)
#: Words that take an "of" along, so that another preposition may follow it ("disposed of in the sea").
_TAKE_OF = _words(
    "thought heard care advantage rid made use note hold sight track sort kind dreamt tired out instead"
)
# Before a subject these turn the clause round ("is she the owner"), or leave its verb out ("she a clerk").
_TURNERS = _words(
    f"{_FINITE} am do does did can will must nor and or than as but so makes make made call called"
)
# Indian English has "who on Monday said", and so "he on Monday said"; "we of all people".
_TIMES_OR_PEOPLE = _words(
    "monday tuesday wednesday thursday friday saturday sunday people undersigned turn all now course"
)
_FINITE_WORDS = _words(f"{_FINITE} does isn't wasn't hasn't doesn't")
_PREPOSITIONS = _words(
    "in on at by with for from to into during without between under within before after since"
)
_VERB_FORMS = frozenset("bsdng")
# "Later on was", "from now on will", "in between in".
_BEFORE_PREPOSITION = _words(
    "later early earlier further now then out up off down in what which who whom so and or than as"
)
_AFTER_TWO_VERBS = _words(
    "is are was were will still remains remained remain what where when how why whom always"
)
# "The so called", "an as yet", "as and when", "the where and when".
_AFTER_PAIR = {
    "so": _words("called many much"),
    "as": _words("yet"),
    "and": _words("when if"),
    "where": _words("and"),
    "after": _words("party parties effects match school sales hours tax and"),
    "through": _words("road traffic and ball balls train trains way"),
    "about": _words("two three four five six seven eight nine ten twenty thirty half"),
    "against": _words("vote votes and camp side"),
}
_BEFORE_NOT = _words("or than if why not sometimes")
_BEFORE_SUPERLATIVE = _words("most more less least so how too as that very no any")
_BEFORE_LETTER_A = _words("from vitamin hepatitis group type grade plan serie")
_OWNERS_AND_OTHERS = _words(f"{_OWNERS} his her")
#: Auxiliaries that are nouns besides: after anything but a plain word they say nothing.
MODALS_AS_NOUNS = _words("will can must may might")


def needs_open_clause(first: str, second: str) -> bool:
    """Whether the pair is right where a clause ends between the two ("all they have is hope")."""
    return second not in _NEVER_AFTER.get(first, ())


def is_right(previous: str, first: str, second: str, following: str) -> bool:
    """Whether English makes the pair by right after `previous` and before `following`; all case-folded.

    `previous` and `following` are empty where the sentence begins and ends.
    """
    if first in _SUBJECT_WORDS and second not in _FINITE_WORDS:
        turned = previous in _TURNERS or not (previous.isalpha() or not previous)
        return turned or following in _TIMES_OR_PEOPLE
    if second in ("and", "or") and following in _PREPOSITIONS:  # "during and after", "between and within"
        return True
    if first in _PLAIN_ADJECTIVES:
        return following in ("a", "an", "course", "it", "all") or previous in _BEFORE_SUPERLATIVE
    if first == "of":
        return previous in _TAKE_OF or previous.endswith(("ed", "en"))
    if first in _PREPOSITIONS and second not in _SUBJECT_WORDS:
        return bool(classes_of(previous) & _VERB_FORMS) or previous in _BEFORE_PREPOSITION
    return (
        (first == "a" and (len(following) == 1 or following == "cappella" or previous in _BEFORE_LETTER_A))
        or (second in ("and", "or") and following in _OWNERS_AND_OTHERS)  # "your and my children"
        or (second in ("and", "or") and following in _AFTER_TWO_VERBS)  # "was and is", "who and what"
        or (second in ("in", "on") and following in _AFTER_IN_OR_ON)
        or (first == "been" and second == "by" and following != "the")
        or (first == "his" and previous == "of")  # "a friend of his in Oslo"
        or (first == "such" and not previous)
        or following in _AFTER_PAIR.get(second, ())
        or (second in ("about", "after") and following[:1].isdecimal())
        or (second == "a" and following in ("priori", "posteriori", "la"))
        or (first, second) == ("the", "improve")  # "on the improve", in Australia
        or (second == "by" and following in ("now", "then"))  # "their by now famous ship"
        or (second == "of" and following in ("course", "all"))
        or (first == "not" and previous in _BEFORE_NOT)  # "whether or not is …", "more often than not is"
        or (first in ("be", "been") and second == "had")  # "it could not be had"
        or (second == "he" and following in ("said", "says"))  # "the he said, she said"
    )
