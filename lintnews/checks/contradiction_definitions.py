"""Noun phrases and lists that deny their own head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.denials import countries, denials, regions
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.facts.tokens import TokenKind
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.denials import Denial, Phrase
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit

# How many nouns may stand between the word and what leads on, and how long a list is followed.
_NOUNS, _REACH = 3, 10
_OF_ALL = frozenset(", all both each who were was are is also together mostly".split())
_IN_LIST = frozenset(
    ", and or a an the some his her their its many few two three four five six seven eight nine ten dozen "
    "twenty thirty forty fifty hundred thousand several new old young".split()
)
# What is said to be like the thing, to stand for it, or to have been it at another time.
_NOT_SO = frozenset(
    "not no never without but instead than like unlike once former formerly version versions alternative "
    "alternatives substitute substitutes replacement replacements imitation mock fake toy replica false "
    "faux late later until before after supposedly allegedly so-called hitherto previously originally "
    "almost nearly largely mostly relatively partly yet although though despite non optional "
    "otherwise except apart anti".split()
)
_QUOTES = frozenset("“”‘’\"'")


@check(
    "CON210",
    "phrase-denies-itself",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="nothing can be both",
    needs=(words(denials()),),
    examples=(
        bad("The inn serves a vegetarian stew of [[beef]], beans and rice."),
        bad("The unarmed men, all carrying [[rifles]], were led across the yard."),
        bad("The flat belongs to an old bachelor and [[his wife]], who moved in last spring."),
        bad("The annual regatta, held [[every two years]], drew a thousand boats."),
        fine("The inn serves a vegetarian version of beef stew, and vegan burgers beside chicken."),
        fine(
            "The unarmed men were led past guards carrying rifles; a bachelor sat with a friend and his wife."
        ),
    ),
)
def phrase_denies_itself(facts: Facts) -> Iterator[Hit]:
    """A vegetarian dish of beef, unarmed men with rifles, a bachelor and his wife.

    Where a word of the source has two senses, or a "not" or "former" is lost, a phrase takes on what its
    own noun rules out. Only what one phrase, list or relative clause says is compared; what is like the
    thing, stands for it or was so at another time is left alone.
    """
    tokens, table = facts.tokens, denials()
    for index in facts.word_index.places(table):
        token = tokens[index]
        for denial in table[token.fold]:
            place = _excluded(tokens, index, denial)
            if place is not None and not _is_set_apart(facts, index, place.stop):
                called = Span(token.start, tokens[index + len(denial.words) - 1].end)
                here = Span(tokens[place.start].start, tokens[place.stop - 1].end)
                yield contradiction(facts, here, called, "nothing can be both")
                break


def _excluded(tokens: Sequence[Token], index: int, denial: Denial) -> range | None:
    """Return the tokens of what the phrase that begins at `index` excludes and has."""
    place = index + len(denial.words)
    if not _stands(tokens, index, denial.words):
        return None
    linked = _led_on(tokens, place, denial)
    return None if linked is None else _listed(tokens, linked, denial)


def _led_on(tokens: Sequence[Token], place: int, denial: Denial) -> int | None:
    """Return the token after the words that lead on from the noun, at `place` or a few nouns later."""
    nouns = 0
    while place < len(tokens) and nouns <= _NOUNS:
        link = _longest(tokens, place, denial.links)
        if link:
            return place + len(link)
        fold = tokens[place].fold
        if fold not in _OF_ALL:
            # "and his wife" must follow its noun at once: else the wife is another man's.
            if tokens[place].kind is not TokenKind.WORD or fold in FUNCTION_WORDS or "and" in denial.links:
                return None
            nouns += 1
        place += 1
    return None


def _listed(tokens: Sequence[Token], place: int, denial: Denial) -> range | None:
    """Return what is excluded among the items that stand at `place`."""
    for index in range(place, min(place + _REACH, len(tokens))):
        found = _longest(tokens, index, denial.excluded)
        if found and _begins(tokens[index - 1], is_first=index == place) and _ends(tokens, index, found):
            return range(index, index + len(found))
        fold = tokens[index].fold
        if fold not in _IN_LIST and (
            tokens[index].kind in (TokenKind.MARK, TokenKind.ADDRESS) or fold in FUNCTION_WORDS
        ):
            return None
    return None


def _begins(before: Token, *, is_first: bool) -> bool:
    """Whether the item begins there, but for a number or an article: "oat milk" is no milk."""
    return is_first or before.fold in _IN_LIST or before.kind is TokenKind.NUMBER


def _ends(tokens: Sequence[Token], index: int, found: Phrase) -> bool:
    """Whether the item ends there: "beef tomatoes" are no beef."""
    after = index + len(found)
    if len(found) > 1 or found[-1].endswith(("s", "en")):
        return True
    return (
        after >= len(tokens) or tokens[after].kind is TokenKind.MARK or tokens[after].fold in FUNCTION_WORDS
    )


def _is_set_apart(facts: Facts, start: int, stop: int) -> bool:
    """Whether the phrase or its surroundings say that it is not meant so, or it stands in quotation marks."""
    around = [token.fold for token in facts.tokens[max(0, start - 3) : stop + 3]]
    return bool(_NOT_SO.intersection(around)) or any(
        token.text in _QUOTES for token in facts.tokens[start:stop]
    )


def _longest(tokens: Sequence[Token], place: int, phrases: dict[str, tuple[Phrase, ...]]) -> Phrase:
    found = (phrase for phrase in phrases.get(tokens[place].fold, ()) if _stands(tokens, place, phrase))
    return next(found, ())


def _stands(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    return len(phrase) == 1 or tuple(token.fold for token in tokens[place : place + len(phrase)]) == phrase


_COUNTRIES = frozenset("countries nations states".split())
_NOT_ALONE = frozenset("non and or anti pro".split())
_CAPITALISED = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_NAME = lazy(_CAPITALISED)
_LIST = lazy(
    r"(?:(?P<whole>(?: (?:have |had |were )?(?:signed|joined|agreed|qualified|abstained|affected))?\s*:"
    r"|,? namely,?)|,? (?:including|such as))\s+"
    rf"(?P<first>(?:the )?{_CAPITALISED}(?:, (?:the )?{_CAPITALISED})*)(?:,? and (?:the )?{_CAPITALISED})?"
    r"(?=[.,;)]|\s+[a-z]|$)"
)


@check(
    "CON211",
    "list-denies-its-heading",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="this is none of them",
    needs=(words(_COUNTRIES),),
    examples=(
        bad("Three European countries have signed: Sweden, [[Brazil]] and Portugal."),
        bad("Two African countries, namely [[Norway]] and Ghana, voted for the canal.", None),
        fine("European and Asian countries have signed: Sweden, Japan and Portugal."),
        fine("Several European countries, including Sweden, Norway and Iceland, and Japan have signed."),
    ),
)
def list_denies_its_heading(facts: Facts) -> Iterator[Hit]:
    """A list of European countries has Brazil in it.

    Names that sound alike in the source, or a list that lost its middle, put a country where it cannot
    stand. Only countries of which nobody doubts where they lie are judged, and only where the region's noun
    opens the list.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_COUNTRIES):
        region = _region(tokens, index)
        if region is None:
            continue
        for item in _items(facts.text, tokens[index].end):
            country = item.of(facts.text).casefold()
            if country in countries() and country not in regions()[region]:
                called = Span(tokens[index - 1].start, tokens[index].end)
                yield contradiction(facts, item, called, f"it is none of the {region} countries")


def _region(tokens: Sequence[Token], index: int) -> str | None:
    """Return the region whose countries the noun at `index` means, None for "non-European countries"."""
    for length in (2, 1):
        start = index - length
        name = " ".join(token.fold for token in tokens[max(0, start) : index])
        if start >= 0 and name in regions():
            return None if start and tokens[start - 1].fold in _NOT_ALONE else name
    return None


def _items(text: str, place: int) -> Iterator[Span]:
    """Yield the names of the list that opens at `place`."""
    match = _LIST.match(text, place)
    if match is None:
        return
    # After "including" the last name, behind "and", may be no item of the list.
    stop = match.end() if match["whole"] else match.end("first")
    for name in _NAME.finditer(text, match.start("first"), stop):
        yield Span(*name.span())


CHECKS = (phrase_denies_itself, list_denies_its_heading)
