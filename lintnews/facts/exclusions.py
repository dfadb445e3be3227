"""How an event is told, and a state that cannot hold after it: the rows are in `exclusions_of_…`.

Each row has the event, the state that it rules out, and the words that lead from one to the other. Both are
told behind their subject ("Keel was arrested") or before their object ("police arrested Jonas Keel").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    import re


class Told(NamedTuple):
    """How something is told: behind its subject, and before its object; either may be missing."""

    behind: re.Pattern[str] | None
    before: re.Pattern[str] | None = None


class Exclusion(NamedTuple):
    """An event and a state that exclude each other.

    Attributes:
        events: strings of which an article must have one for the event to be told in it.
        event: what happened.
        state: what cannot hold at that time or later.
        lasting: whether the state is told in the present or future, so that no day need be named with it.
        way_out: what would lead from one to the other, wherever it stands between them.
        reason: why both cannot hold, for an editor.
        nouns: the things of which they are told; "" for people.
        same_day: whether on another day the state may hold.
    """

    events: tuple[str, ...]
    event: Told
    state: Told
    lasting: bool
    way_out: re.Pattern[str]
    reason: str
    nouns: str = ""
    same_day: bool = False


#: The day of what is told.
DAY = r"on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
# Between a name and its verb: an age, an apposition, "who", an auxiliary.
_WHO = r"(?:, \d\d)?(?:, [^,.;:“”]{3,60})?,? (?:who )?(?:has |have |had )?"
#: Between a thing and its verb.
HAS = r",? (?:which |who )?(?:has |have |had )?"
#: From a verb to the day, within the sentence.
SO_FAR = r"[^.;“”]{0,60}?"
_TITLES = r"(?:an? [a-z-]+(?: suspect)?, )?(?:the |former |suspected )?(?:[a-z-]+ ){0,3}"


def behind(pattern: str, lead: str = _WHO) -> re.Pattern[str]:
    """Return what tells something behind its subject, from which the `lead` leads to it."""
    return lazy(lead + rf"(?:{pattern})")


def before(pattern: str) -> re.Pattern[str]:
    """Return what tells something before the person it befalls."""
    return lazy(rf"\b(?:{pattern}) {_TITLES}\Z")
