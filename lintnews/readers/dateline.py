"""The dateline that opens a news story: place, date and agency before the first sentence."""

from __future__ import annotations

import re

from lintnews.patterns import lazy
from lintnews.span import Span

# No desk writes a longer one; the search for its end stops here.
_MAX_LENGTH = 140
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = lazy(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?(?:{_MONTH} {_DAY}|{_DAY} {_MONTH})(?: \d{{4}})?"
    r"|\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    re.IGNORECASE,
)
_AGENCY = lazy(
    r"(?:reuters|xinhua(?:net)?|ap|afp|a\.p\.|upi|dpa|efe|ansa|anadolu|aa|pti|ani|ians|nan|kyodo|jiji|yonhap|bernama"
    r"|antara|tass|itar-tass|interfax(?:-[a-z]+)?|ria(?: novosti)?|ukrinform|unian|belta|bloomberg|cnn|bbc"
    r"|voa|rfe/rl|dw|china ?news(?: service| network|\.com)?|chinanews\.com|[\w. ]*(?:agency|agencies))",
    re.IGNORECASE,
)
_BRACKETED = lazy(r"[(\[/][^()\[\]/]{2,60}[)\]/]")
_REPORTER = lazy(r"\W(?:(?:our |staff )?(?:reporter|correspondent|journalist)s?|by)\b", re.IGNORECASE)
_CAPITALS = lazy(r"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]*){0,3}")
_PLACE = lazy(
    r"(?!(?:The|A|An|His|Her|Its|Their|Our|My|But|And|In|On|At|By) )(?:St\. )?"
    r"[A-Z][\w’'-]+(?: (?:de|la|al|el|on|of)|[ -][A-Z][\w’'.-]*){0,3}"
)
_POSSESSIVE = lazy(r"['’]s\b")
_LOWER_PLACE = lazy(r"[a-z][\w’'-]{2,}")
_DASH = r"\s*[–—―]\s*(?:[–—-]\s*)?|\s+--?\s*(?:-\s*)?|--\s*"
_END = lazy(rf"(?P<dash>{_DASH})|[)\]/]\.?\s+(?=[\"“'‘]?\w)|(?P<colon>:\s+)(?=[\"“'‘]?[A-Z])")
_HAS_END = lazy(r"[–—―)\]/:-]")
# A full stop parts components too ("Moscow. April 5."), but not after "Dec", "Sept" or "St".
_SEPARATOR = lazy(r"\s*(?:,|(?<!\b[A-Z][a-z]{2})(?<!\bSept)(?<!\bSt)\.(?=\s|$)|\|)\s*")
# Words in capitals before a colon or dash that announce a kind of story, not a place.
_LABELS = frozenset(
    "update updated exclusive breaking watch video opinion analysis factbox explainer note read photo photos "
    "pictures live review profile timeline correction corrected quotes graphic insight feature column more "
    "see also asked answer question study report explained revealed".split()
)


def dateline_at(text: str, block: Span, *, opening: bool) -> Span | None:
    """Return the dateline with which `block` begins, its dash included, or None.

    `opening` says that the block is the story's first paragraph: there a place in ordinary letters and a dash
    are enough; elsewhere a date, an agency or capitals must bear it out.
    """
    limit = min(block.end, block.start + _MAX_LENGTH)
    if not _HAS_END.search(text, block.start, limit):
        return None
    for end in _END.finditer(text, block.start, limit):
        head = text[block.start : end.start() if end["dash"] or end["colon"] else end.start() + 1]
        if end.end() < block.end and _is_dateline(head, end, text[end.end()], opening=opening):
            return Span(block.start, block.start + len(text[block.start : end.end()].rstrip()))
    return None


class _Parts:
    """How many components of each kind a supposed dateline has."""

    def __init__(self) -> None:
        self.dates = self.agencies = self.brackets = self.capitals = self.places = 0

    @property
    def is_lone_capital(self) -> bool:
        """Whether it is a word or name in capitals and nothing else."""
        return self.capitals == 1 and not (self.dates or self.agencies or self.brackets or self.places)


def _is_dateline(head: str, end: re.Match[str], following: str, *, opening: bool) -> bool:
    parts = _parts_of(head)
    if parts is None:
        return False
    if end["colon"]:
        # Four letters are rather an acronym that speaks: "WHO: …".
        return opening and parts.is_lone_capital and len(head) > 4
    borne_out = parts.dates + parts.agencies
    if not end["dash"]:
        # Brackets close it, and they must name an agency or a reporter.
        return bool(parts.agencies and (parts.dates or (parts.brackets and (parts.places or parts.capitals))))
    if not parts.capitals + parts.places:
        return parts.agencies > 0 and (parts.dates > 0 or following.isupper())
    if borne_out:
        return True
    # A lone place in ordinary letters could be any subject cut off by a dash.
    plain = parts.brackets < 2 and not _POSSESSIVE.search(head)
    spaced = end["dash"][:1].isspace() or end["dash"] == "—"
    return following.isupper() and spaced and plain and (opening or parts.capitals > 0)


def _parts_of(head: str) -> _Parts | None:
    """Count the components of `head`, None where one of them belongs in no dateline."""
    parts = _Parts()
    for bracketed in _BRACKETED.findall(head):
        parts.brackets += 1
        parts.agencies += bool(_AGENCY.match(bracketed[1:-1].strip()) or _REPORTER.match(bracketed))
    for part in filter(None, _SEPARATOR.split(_BRACKETED.sub(", ", head))):
        if _has_digit(part) and _DATE.fullmatch(part):
            parts.dates += 1
        elif _AGENCY.fullmatch(part):
            parts.agencies += 1
        elif part.casefold() in _LABELS:
            return None
        elif _CAPITALS.fullmatch(part):
            parts.capitals += 1
        elif _PLACE.fullmatch(part) or ((parts.dates or parts.agencies) and _LOWER_PLACE.fullmatch(part)):
            parts.places += 1
        elif not _LOWER_PLACE.fullmatch(part) or not (_has_digit(head) and _DATE.search(head)):
            return None
    return parts


def _has_digit(part: str) -> bool:
    return any(map(str.isdecimal, part))


def is_date(line: str) -> bool:
    """Whether a line holds a date and nothing else: the dateline of some agencies stands alone."""
    if line.isdecimal() or not _has_digit(line):
        return False
    return _DATE.fullmatch(line.replace(",", "")) is not None
