"""A count beside what it counts, named one by one: "three brothers, Ali, Omar, Said and Hasan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.quantities import Bound
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.mentions import NameMention
    from lintnews.facts.quantities import Quantity

_PERSONS = frozenset(
    "brother sister son daughter child man woman boy girl leader suspect player minister friend candidate "
    "judge lawmaker deputy senator officer soldier journalist reporter activist student teacher doctor miner "
    "driver "
    "pilot astronaut scientist writer singer actor actress director executive official victim "
    "defendant hostage prisoner winner finalist contender colleague cousin twin sibling relative".split()
)
_PLACES = frozenset("country nation state city province region town village district island".split())
_IN_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_MOST = 12
# "Three conditions: a quorum, the consent of the banks and a permit." to the end of its sentence.
_ITEMISED = lazy(
    rf"\b(?P<count>{'|'.join(word for name in _IN_WORDS[2:7] for word in (name, name.capitalize()))})"
    r" (?:[a-z-]+ ){0,2}?[a-z]+s: (?P<items>[^.:;()“”\"?!–—]+)\.(?=\s|\Z)"
)
_AND = lazy(r"\band\b")
_LONGEST_ITEM = 7


@check(
    "NUM204",
    "count-does-not-fit-list",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the count does not fit the names that follow",
    needs=(words(_IN_WORDS[2:]),),
    examples=(
        bad(
            "[[Three]] brothers, Ali, Omar, Said and Hasan, were held.",
            "Four brothers, Ali, Omar, Said and Hasan, were held.",
        ),
        bad(
            "The deal binds [[four]] countries: France, Germany and Italy.",
            "The deal binds three countries: France, Germany and Italy.",
        ),
        fine("Three brothers, Ali, Omar and Said, were held. Four brothers, among them Ali and Omar, fled."),
        fine("He has two sons, Ole and Jens, and a daughter. Two men, Ali Kemal, 30, and Omar Said, fled."),
        bad("The deal hangs on [[two]] conditions: a quorum, the consent of the banks and a permit."),
        fine("The deal hangs on three conditions: a quorum, the consent of the banks and a permit."),
        fine("It has two aims: bread and peace, and work. It hangs on two things: the time and place, "
            "a quorum and luck."),
        fine("Three cities, Oslo, Norway and others, were named."),
    ),
)  # fmt: skip
def count_does_not_fit_list(facts: Facts) -> Iterator[Hit]:
    """Who or what is counted and then named one by one must be as many.

    Only whole lists of names of one kind between the noun and a mark are counted; an age or an apposition
    within the list leaves it alone.
    """
    yield from _itemised(facts)
    for quantity in facts.quantities:
        if quantity.bound is not Bound.EXACT or quantity.unit or not 2 <= quantity.value <= _MOST:
            continue
        if quantity.noun not in _PERSONS | _PLACES:
            continue
        listed = _names_after(facts, quantity)
        if len(listed) < 2 or len(listed) == quantity.value or abs(len(listed) - quantity.value) > 2:
            continue
        if quantity.noun in _PLACES and not all(in_section("place", name.text) for name in listed):
            continue
        span = Span(listed[0].span.start, listed[-1].span.end)
        written = quantity.span.of(facts.text)
        right = _IN_WORDS[len(listed)] if len(listed) < len(_IN_WORDS) else str(len(listed))
        yield Hit(
            quantity.span,
            f"‘{written}’, but {right} are named: ‘{span.of(facts.text)}’",
            (
                replacement(
                    quantity.span,
                    right.capitalize() if written[0].isupper() else right,
                    Applicability.SUGGESTION,
                ),
            ),
            (Related(span, f"{len(listed)} names"),),
        )


def _itemised(facts: Facts) -> Iterator[Hit]:
    """Yield the counts before a colon and items of any sort, where "and" stands before the last item only."""
    for match in _ITEMISED.finditer(facts.text):
        *firsts, last = match["items"].split(", ")
        items = [*firsts, *_AND.split(last)]
        items = [item.strip() for item in items if item.strip()]
        single_and = len(_AND.findall(match["items"])) == 1 == len(_AND.findall(last))
        # Names are counted by their kind.
        if (
            not single_and
            or items[0][0].isupper()
            or any(len(item.split()) > _LONGEST_ITEM for item in items)
        ):
            continue
        count = _IN_WORDS.index(match["count"].lower())
        if len(items) == count or len(items) < 2 or abs(len(items) - count) > 2 or not firsts:
            continue
        here, there = Span(*match.span("count")), Span(*match.span("items"))
        right = _IN_WORDS[len(items)]
        right = right.capitalize() if match["count"][0].isupper() else right
        yield Hit(
            here,
            f"‘{match['count']}’, but {_IN_WORDS[len(items)]} follow: ‘{there.of(facts.text)}’",
            (replacement(here, right, Applicability.SUGGESTION),),
            (Related(there, f"{len(items)} items"),),
        )


def _names_after(facts: Facts, quantity: Quantity) -> list[NameMention]:
    """Return the names right behind the counted noun where they are all of a list; else none."""
    tokens = facts.tokens
    by_start = {mention.tokens.start: mention for mention in facts.names.mentions}
    first = quantity.tokens.start
    apposed = quantity.after in by_start and first > 0 and tokens[first - 1].fold == "the"
    if apposed:
        mark, place = ",", quantity.after  # "the two brothers Ali, Omar and Said"
    elif quantity.after < len(tokens) and tokens[quantity.after].text in ",:–—":
        mark, place = tokens[quantity.after].text, quantity.after + 1
    else:
        return []
    found = []
    while (mention := by_start.get(place)) is not None:
        if mention.kind not in (NameKind.PERSON, NameKind.UNKNOWN) and quantity.noun in _PERSONS:
            return []
        found.append(mention)
        place = mention.tokens.stop
        joint = tokens[place].fold if place < len(tokens) else "."
        if joint == "," and place + 1 < len(tokens) and tokens[place + 1].fold == "and":
            place, joint = place + 1, "and"
        if joint == "and":
            last = by_start.get(place + 1)
            end = last.tokens.stop if last else len(tokens)
            closes = end < len(tokens) and tokens[end].text in (",.;)–—" if mark == "," else ".;)–—")
            closes = closes or (apposed and last is not None and tokens[end].text.islower())
            return [*found, last] if last and closes and not _goes_on(facts, end) else []
        if joint != ",":
            return []
        place += 1
    return []


def _goes_on(facts: Facts, end: int) -> bool:
    """Whether the mark behind the last name opens an age or an apposition, or another item."""
    after = facts.tokens[end + 1] if end + 1 < len(facts.tokens) else None
    return (
        facts.tokens[end].text == ","
        and after is not None
        and (
            after.fold in ("and", "a", "an", "the", "both", "all")
            or after.text[0].isdigit()
            or after.text[0].isupper()
        )
    )


CHECKS = (count_does_not_fit_list,)
