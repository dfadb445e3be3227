"""What a name names, where its words say so."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_words import (
    FEASTS,
    LINKS,
    MONTHS,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    TITLES,
    WEEKDAYS,
)
from lintnews.facts.tokens import Token, TokenKind
from lintnews.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

# "Iran-backed", "U.S.-led": adjectives made of a country's name.
_ADJECTIVAL = ("-backed", "-led", "-born", "-made", "-based", "-controlled", "-occupied", "-style")
# "Okafor, 45, said": only people have ages.
_AGE = lazy(r",? ?(?:\(\d{1,2}\)|, (?:aged )?\d{1,2},|, \d{1,2}-year-old)")


class NameKind(Enum):
    """What a name names; UNKNOWN unless a title, a list or a telling word says it."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NATIONALITY = "nationality"  # adjectives and nouns of peoples, languages and faiths
    CALENDAR = "calendar"  # weekdays, months, feasts
    OFFICE = "office"  # a title without a name: "the Prime Minister"
    UNKNOWN = "unknown"


def word_kind(tokens: Sequence[Token], index: int, run: range) -> NameKind | None:
    """Return the kind of a word that is a name of its own beside others: weekdays, months, peoples."""
    token = tokens[index]
    base = token.base
    if base in WEEKDAYS or base in FEASTS:
        return NameKind.CALENDAR if not has_head(tokens, run) else None
    if base in MONTHS and (base not in {"may", "march", "mar"} or _is_month(tokens, index)):
        return NameKind.CALENDAR if len(run) < 3 or index == run.stop - 1 else None
    if in_section("nationality", base) or (
        token.text[0].isupper() and token.text.endswith(("-backed", "-led", "-born"))
    ):
        # "the Russian Federation", "American Airlines": there it is a part of the name.
        leads = index == run.start or tokens[index - 1].text in LINKS
        named = leads and index < run[-1] and has_head(tokens, run) and not _titles_in(tokens, run)
        return None if named else NameKind.NATIONALITY
    return None


def _is_month(tokens: Sequence[Token], index: int) -> bool:
    """Whether "May" or "March" is the month: a day, a year or a word of time stands beside it."""
    beside = [tokens[place] for place in (index - 1, index + 1) if 0 <= place < len(tokens)]
    return any(
        token.kind is TokenKind.NUMBER
        or token.fold
        in {"in", "of", "since", "until", "by", "last", "next", "early", "late", "mid", "this", "from"}
        for token in beside
    )


def has_head(tokens: Sequence[Token], run: range) -> bool:
    """Whether a run ends as organisations and places end, or is linked as they are."""
    last = tokens[run[-1]].base
    linked = any(tokens[index].fold in LINKS for index in run)
    return linked or last in ORGANISATION_HEADS or last in PLACE_HEADS


def _titles_in(tokens: Sequence[Token], run: range) -> bool:
    return any(tokens[index].fold in TITLES for index in run)


def name_kind(text: str, tokens: Sequence[Token], run: range) -> NameKind:
    """Return what the name of the tokens `run` names, title apart; UNKNOWN where nothing says it."""
    words = [tokens[index].base for index in run if tokens[index].kind is TokenKind.WORD]
    name = " ".join(words)
    first, last = words[0], words[-1]
    bare = name.replace("st petersburg", "st. petersburg")
    if in_section("organisation", name):
        return NameKind.ORGANISATION
    if in_section("place", name) or in_section("place", bare):
        return NameKind.PLACE
    head = words[words.index("of") - 1] if "of" in words[1:] else last
    if len(words) > 1 and head in ORGANISATION_HEADS:
        return NameKind.ORGANISATION
    if len(words) > 1 and (head in PLACE_HEADS or first in {"mount", "lake", "cape", "fort"}):
        return NameKind.PLACE
    return NameKind.PERSON if _is_person(text, tokens, run, words) else NameKind.UNKNOWN


def _is_person(text: str, tokens: Sequence[Token], run: range, words: list[str]) -> bool:
    if _AGE.match(text, tokens[run[-1]].end):
        return True
    if any(word in LINKS for word in words):
        return False
    first, full = words[0], 2 <= len(words) <= 5
    if full and any(in_section(section, first) for section in ("female", "male", "given")):
        return True
    if full and any(word in PARTICLES and word in {"bin", "bint", "ibn", "von"} for word in words):
        return True
    # Liu Qingyun, Xi Jinping: the surname first, then one or two short words.
    return (
        2 <= len(words) <= 3 and in_section("surname", first) and all(len(word) <= 10 for word in words[1:])
    )
