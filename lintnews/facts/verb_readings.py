"""Whether a word that may be a verb with an object is one, and which form of it: told by the words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.headings import FUNCTION_WORDS
from lintnews.inflection import classes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.facts.tokens import Token

#: What may begin a noun phrase.
DETERMINERS = frozenset(
    "the a an this that these those some any no every each my our your his her its their all both several "
    "many more such another few numerous various multiple certain".split()
)
#: Forms of "be".
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
#: Forms of "have".
HAVE = frozenset("has have had having hasn't haven't hadn't".split())
#: What may stand before a verb within its group, adverbs but for those in "-ly" included.
AUXILIARIES = (
    BE | HAVE | frozenset("will would shall should can could may might must to won't wouldn't".split())
) | frozenset("not never also already recently often soon still just later then finally first now".split())
#: What makes a clause of the words before.
FINITE = (
    BE | HAVE | frozenset("will would can could may might must should do does did".split())
) - frozenset("be been being having".split())
_MODALS = frozenset(
    "to will would shall should can could may might must not cannot won't wouldn't can't couldn't shouldn't "
    "has have had".split()
)
_SUBJECTS = frozenset("i you he she it we they who which that and".split())
_BEFORE_NOUNS = DETERMINERS - frozenset("that all both these those this many some any".split())
_BEFORE_ING = BE | frozenset(
    "by without after before while start starts started stop stops stopped begin begins began keep keeps "
    "kept avoid avoids avoided not and risk risked".split()
)
_BEFORE_VERBS = _MODALS | _SUBJECTS | frozenset("do does did don't doesn't didn't or please help let".split())
# Before "did" these make it stand for another verb, or put it before its subject.
_INVERTING = frozenset(
    "nor neither so as than what why how when where which only never not who whom and but or".split()
)
_FINITE_DO = frozenset("do does did".split())


def form_of_verb(tokens: Sequence[Token], index: int, letters: str, between: Sequence[str]) -> str:
    """Return which form of a verb with an object the token `index` is, "" where it may be something else.

    `letters` says what forms it may be (see `lintnews.inflection.FORMS`), `between` the words between it and
    the object, backwards. None of this is proof; it leaves out what good English has been seen to have there.
    """
    form, before = tokens[index].fold, fold_at(tokens, index - 1)
    if before in _BEFORE_NOUNS or before.endswith("'s"):
        return ""  # "the given speech"
    if form in _FINITE_DO:
        return letters if _is_main_do(form, before, between) else ""
    if _is_participle(tokens, index, letters, between) or _is_noun(form, before, letters):
        return ""
    if "d" in letters and before in HAVE:
        return "n" if "n" in letters else "d"
    if "b" in letters and before in _BEFORE_VERBS:
        return "b"
    return next(letter for letter in "sgdbn" if letter in letters)


def fold_at(tokens: Sequence[Token], index: int) -> str:
    """Return `Token.fold` of a token, "" before the first and after the last."""
    return tokens[index].fold if 0 <= index < len(tokens) else ""


def _is_participle(tokens: Sequence[Token], index: int, letters: str, between: Sequence[str]) -> bool:
    """Whether a form is an adjective, a preposition or part of a passive, not a verb with an object."""
    before, bare = fold_at(tokens, index - 1), DETERMINERS.isdisjoint(between)
    if letters == "g":
        return bare and before not in _BEFORE_ING  # "acting roles"
    if "n" in letters and before in BE:
        return True  # "was given attention": the passive of another object
    if letters == "n":
        return before not in HAVE and fold_at(tokens, index - 2) not in HAVE  # "given the attack on"
    return "d" in letters and bare and not _may_be_subject(before)  # "with elevated rates"


def _is_noun(form: str, before: str, letters: str) -> bool:
    """Whether the base or the form in "-s" may be a noun: "the vote bill"."""
    if letters not in ("b", "s") or len(classes_of(form)) == 1 or before in _BEFORE_VERBS:
        return False
    return letters == "s" or "2" not in classes_of(before)


def _is_main_do(form: str, before: str, between: Sequence[str]) -> bool:
    """Whether "do" is a verb of its own: not "did harm", "nor did the attack on the port help"."""
    first = between[-1] if between else ""
    if first not in DETERMINERS:
        return False
    if before in _MODALS:
        return True
    is_asked = before in _INVERTING or not before[:1].isalpha()
    return form == "did" and first not in ("this", "these", "those") and not is_asked


def _may_be_subject(word: str) -> bool:
    if word in _SUBJECTS or word in AUXILIARIES - BE:
        return True
    if word in FUNCTION_WORDS or word.endswith("ly"):
        return False
    classes = classes_of(word)
    return not classes or not classes.isdisjoint("12")
