"""Offices of state in titles before names, and which of them one person cannot hold together."""

from __future__ import annotations

import re

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

_DEPUTY = frozenset("deputy vice assistant".split())
# Case-folded titles that mean the same office.
_SAME = {"premier": "prime minister", "defense": "defence", "labor": "labour"}
_HEADS = ("prime minister", "president", "chancellor", "minister", "governor", "mayor", "premier", "speaker",
          "ambassador", "king", "queen", "chairman", "chairwoman", "chairperson")  # fmt: skip
_PORTFOLIOS = frozenset(
    "foreign defence interior finance health justice economy energy labour culture education transport "
    "agriculture trade environment sports".split()
)
# No two of these at one time.
_FIRST_OFFICES = frozenset({"prime minister", "president", "chancellor", "king", "queen"})
# Before or after a title they say that the office is another time's.
_OTHER_TIME = lazy(
    r"\b(?:former(?:ly)?|then|ex|late|acting|interim|outgoing|incoming|new|newly|once|previous(?:ly)?"
    r"|elect(?:ed)?|appointed|promoted|became|becom(?:e|ing)|served|succeed\w*)\b",
    re.IGNORECASE,
)


class Office(NamedTuple):
    """An office as a title names it: "Deputy Foreign Minister" is a deputy minister for "foreign"."""

    head: str
    portfolio: str
    is_deputy: bool


def office_of(title: str) -> Office | None:
    """Return the office of a title, None where it names none that is known."""
    folded = " ".join(_SAME.get(word, word) for word in title.casefold().replace("-", " ").split())
    folded = folded.replace("prime prime", "prime")
    if " of " in f" {folded} " or " and " in folded:
        return None
    for head in _HEADS:
        if folded.endswith(head):
            words = folded.removesuffix(head).split()
            portfolio = " ".join(word for word in words if word in _PORTFOLIOS)
            return Office(head, portfolio, any(word in _DEPUTY for word in words))
    return None


def is_of_another_time(before: str) -> bool:
    """Whether the words before a title say that the person held or will hold the office at another time."""
    return _OTHER_TIME.search(before) is not None


def exclude_each_other(one: Office, other: Office) -> bool:
    """Whether nobody holds both offices at one time."""
    if one.head == other.head and one.portfolio == other.portfolio:
        return one.is_deputy != other.is_deputy
    if one.head != other.head and {one.head, other.head} <= _FIRST_OFFICES:
        return True
    both_ministers = one.head == other.head == "minister"
    return both_ministers and bool(one.portfolio and other.portfolio) and one.is_deputy == other.is_deputy
