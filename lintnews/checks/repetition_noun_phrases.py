"""One word twice within a noun phrase: "newspaper papers", "the second floor of the ground floor"."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts import Facts, Token, TokenKind
from lintnews.facts.stems import EMPTY_WORDS, stem
from lintnews.finding import Applicability, Fix, Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DETERMINERS = frozenset("the a an this that these those its his her their our".split())
# Words that may stand on both sides of "of": measures, times, places in a whole, superlatives, stock phrases.
_OF_THEMSELVES = frozenset(
    "year month week day hour minut time part side end half third quarter percent million billion "
    "thousand hundred king heart best worst most queen song holy lord friend copy picture photo man "
    "woman som all one kind sort typ way dollar euro pound ton mil metr kilometr number that much "
    "left right centr first second fourth fifth sixth seventh eighth ninth tenth last former latter".split()
)
_LONGEST_MODIFIER = 2
# What `Token.term` does not tell.
_STEMS_OF_EMPTY = {word: stem(word) for word in EMPTY_WORDS}
# Behind these a noun without more is an idiom: "word for word", "layer on layer".
_OTHER_PREPOSITIONS = frozenset("in on with for".split())


@check(
    "REP106",
    "noun-of-itself",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a noun is said to be of itself",
    needs=(words("of", _OTHER_PREPOSITIONS),),
    examples=(
        bad("Young people held up [[placards with red placards]] at the gate."),
        bad("They found the [[crowds in the crowds]] at the gate."),
        fine("He read it word for word, layer on layer. Prices rose month on month."),
        bad("Her office is on the third [[floor of the lower floor]]."),
        bad("She spoke of her hopes for the [[staging of the stage]] in May."),
        bad("He looked at the [[clock of the clock]], and it was noon."),
        fine("It was the best of the best, a copy of a copy, the second year of the three years."),
        fine("They are members of member parties, and the song of songs."),
        fine("The production of dairy products grew."),
        fine("The first word goes with the first, the second with the second."),
    ),
)
def noun_of_itself(facts: Facts) -> Iterator[Hit]:
    """Two words of the source became the same noun, or one was translated twice.

    Left alone: "the best of the best", "a copy of a copy", measures and times, names in capitals.
    """
    tokens = facts.tokens
    for index in facts.word_index.places({"of"} | _OTHER_PREPOSITIONS):
        if 0 < index < len(tokens) - 1:
            end = _same_noun_after(tokens, index)
            if end and (tokens[index].fold == "of" or _is_no_idiom(tokens, index, end)):
                first = tokens[index - 1]
                span = Span(first.start, tokens[end].end)
                yield Hit(
                    span,
                    f"‘{span.of(facts.text)}’ says ‘{first.text}’ twice: one of them should be another word",
                )


def _is_no_idiom(tokens: tuple[Token, ...], preposition: int, end: int) -> bool:
    """Whether words stand between, and it is no comparison ("the fate of A with the fate of B")."""
    following = tokens[end + 1].fold if end + 1 < len(tokens) else ""
    return end > preposition + 1 and following != "of" and not tokens[preposition - 1].fold.endswith("ed")


def _same_noun_after(tokens: tuple[Token, ...], of: int) -> int:
    """Index of the head after "of" where it is the noun before it; 0 where it is not."""
    first = tokens[of - 1]
    if (
        not first.is_word
        or len(first.fold) < 4
        or not first.text[0].islower()
        or first.fold in FUNCTION_WORDS
    ):
        return 0
    wanted = stem(first.fold)
    if wanted in _OF_THEMSELVES or (
        of > 1 and tokens[of - 2].fold in ("a", "an") and tokens[of + 1].fold in ("a", "an")
    ):
        return 0
    place = of + 1 + (tokens[of + 1].fold in _DETERMINERS)
    for index in range(place, min(place + _LONGEST_MODIFIER + 1, len(tokens))):
        token = tokens[index]
        if not token.is_word or token.fold in FUNCTION_WORDS:
            return 0
        if stem(token.fold) == wanted:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            ends = following is None or following.kind is TokenKind.MARK or following.fold in FUNCTION_WORDS
            return (
                index
                if ends and not token.fold.endswith(("'s", "s'", "ed", "ing")) and token.text[0].islower()
                else 0
            )
    return 0


@check(
    "REP107",
    "same-word-in-two-forms",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="two forms of one word stand side by side",
    examples=(
        bad("The firm makes [[battery batteries]] for cars.", "The firm makes batteries for cars."),
        bad("They forged [[newspaper papers]] and stamps.", "They forged papers and stamps."),
        bad("The election [[results resulted]] in his fall.", "The election resulted in his fall."),
        bad("Workers renewed the [[landscaping landscape]] of the park."),
        fine("The firm issued a non-denial denial."),
        fine("Students studying here asked whether there was a room."),
        fine("The paintings painted by her hang in buildings built by him."),
        fine("What they need needs time; those who work works of art know it."),
    ),
)
def same_word_in_two_forms(facts: Facts) -> Iterator[Hit]:
    """Two forms of one word in a row ("battery batteries"), or a compound before its own last part.

    The source had two words and the translation one. Left alone: participles after their noun
    ("paintings painted by"), verbs after a clause ("what they need needs"), names.
    """
    tokens = facts.tokens
    stems = [token.term or _STEMS_OF_EMPTY.get(token.fold, token.fold) for token in tokens]
    for index in compress(count(1), map(str.endswith, stems, stems[1:])):
        word, second = tokens[index - 1], tokens[index]
        if not _alike(word, second):
            continue
        if not _rightly_alike(tokens, index):
            yield Hit(
                Span(word.start, second.end),
                f"‘{word.text} {second.text}’ says the same word in two forms",
                (_keep_second(word, second),),
            )


def _alike(word: Token, second: Token) -> bool:
    if not (word.is_word and second.is_word) or word.fold == second.fold or second.start != word.end + 1:
        return False
    if len(second.fold) < 4 or not second.text[0].islower():
        return False
    if word.fold in FUNCTION_WORDS or second.fold in FUNCTION_WORDS or not word.text[0].islower():
        return False
    tail = stem(second.fold)
    if len(tail) < 4:
        return False
    return stem(word.fold) == tail or (len(word.fold) > len(second.fold) and stem(word.fold).endswith(tail))


def _rightly_alike(tokens: tuple[Token, ...], index: int) -> bool:
    word, second = tokens[index - 1].fold, tokens[index].fold
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    before = tokens[index - 2].fold if index > 1 else ""
    if second.endswith("ing") or following == "by" or word.startswith(("non-", "anti-", "counter-")):
        return True  # "a non-denial denial"
    # "the paintings painted", "buildings built", "findings found"
    if word.endswith(("ing", "ings")) and not second.startswith(stem(word)) and stem(second) != second:
        return True
    if word.endswith("ings") and second.endswith("ed"):
        return True
    # "what they need needs", "those who work works"
    return before in ("who", "i", "you", "we", "they", "he", "she", "it", "to", "that", "what")


def _keep_second(word: Token, second: Token) -> Fix:
    return replacement(Span(word.start, second.start), "", Applicability.SUGGESTION)


CHECKS = (noun_of_itself, same_word_in_two_forms)
