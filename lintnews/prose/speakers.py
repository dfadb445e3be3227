"""Who speaks a quotation, where the text beside it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.span import Span

if TYPE_CHECKING:
    import re

_SAYS = (
    r"(?:said|says|say|saying|told|tells|added|adds|asked|asks|wrote|writes|tweeted|posted|stated|states|noted|notes"
    r"|explained|explains|insisted|insists|warned|warns|argued|argues|claimed|claims|replied|recalled|recalls"
    r"|stressed|stresses|emphasi[sz]ed|announced|declared|admitted|continued|continues|commented|concluded"
    r"|remarked|suggested|joked|shouted|chanted|quipped|quoted|believes|thinks|pointed out|points out|read)"
)
# A pronoun, a name with what stands before it, or a noun with its article.
_WHO = (
    r"(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b"
    r"|(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s)?(?:[a-z][\w’'-]*\s){0,3}?"
    r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|the|de|da|al|bin|van|von|der|el)(?=[\s,.;:]|$)){0,6}"
    r"(?:(?<=[’']s)\s[a-z]+)?"
    r"|(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir)\s[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,2}?)"
)
_SAID_AFTER = lazy(rf"\s*[,–—-]*\s*{_SAYS}\s+{_WHO}(?=[\s,.;:]|$)")
_WHO_AFTER = lazy(rf"\s*[,–—-]*\s*{_WHO}(?:,[^,.]{{1,60}},)?\s+(?:has\s|had\s|also\s)?{_SAYS}\b")
_ACCORDING_AFTER = lazy(rf"\s*[,–—-]*\s*according\s+to\s+{_WHO}(?=[\s,.;:]|$)")
_WHO_BEFORE = lazy(
    rf"(?:^|(?<=[.?!,;:”\"]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bas\s)){_WHO}(?:,[^,.]{{1,60}},)?\s+(?:has\s|had\s|also\s)?"
    rf"{_SAYS}(?:\s[^.?!,;:\"“”]{{1,60}})?[,:]?(?:\s(?:that|it|of|as))?\s*$"
)
_ACCORDING_BEFORE = lazy(rf"\b[Aa]ccording\s+to\s+{_WHO}(?=[\s,])[^.?!;:\"“”]{{0,60}}$")
# How far the one who speaks may stand from the quotation, in characters.
_REACH = 160


def speaker_of(text: str, block: Span, quotation: Span) -> Span | None:
    """Return the name or noun phrase given as speaking the words of `quotation`, None where none is given."""
    after = text[quotation.end : min(block.end, quotation.end + _REACH)]
    for pattern in (_SAID_AFTER, _WHO_AFTER, _ACCORDING_AFTER):
        if match := pattern.match(after):
            return _shift(match, quotation.end)
    start = max(block.start, quotation.start - _REACH)
    before = text[start : quotation.start]
    for pattern in (_WHO_BEFORE, _ACCORDING_BEFORE):
        if match := pattern.search(before):
            return _shift(match, start)
    return None


def _shift(match: re.Match[str], by: int) -> Span:
    start, end = match.span("who")
    return Span(start + by, end + by)
