"""The blocks of a plain-text article, told by their place, length, capitals and end marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.article import Block, BlockKind
from lintnews.patterns import lazy
from lintnews.prose.capitals import has_heading_capitals
from lintnews.readers.dateline import dateline_at, is_date
from lintnews.readers.wrapping import LIST_MARK, units_of
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Who did what to the story: "(Additional reporting by …)", "(Editor in charge: …)", "(Reporter Li Li)".
_ROLES = (
    r"(?i:(?:(?:additional|further|extra) )?(?:reporting|writing|editing|edited|compiled|written|translated"
    r"|translation)\b(?: (?:and|&) (?:reporting|writing|editing|translation))?(?:[^()\[\]]{0,30}? by\b|:)"
    r"|(?:source|editors?|correspondents?|reporters?|author|translator)(?::| in charge))"
    r"|(?:Editor|Correspondent|Reporter|Author|Translator)s? [A-Z][\w’'-]+ [A-Z]"
)
_CREDIT_IN_BRACKETS = lazy(rf"[(\[](?:{_ROLES})[^()\[\]]*[)\]][.\s]*")
_CREDIT = lazy(rf"(?:{_ROLES})[^()!?\"“]{{0,120}}|(?:-+ ?)?\(?(?:END|ENDS|MORE|Xinhua)\)?|-30-|###")
_BYLINE = lazy(
    r"(?i:by|text|author|story)(?: |: ?)[A-Z][\w.’'-]+(?:,? (?:and |AND |& )?[A-Z][\w.’'/&-]*){1,12}"
    r"|[^.!?]{0,60}?(?:[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?):? [A-Z][\w’'-]+[^.!?]{0,80}"
    r"|(?i:publi\w+|posted|updated|date)(?: (?:date|day|on|at))?: ?\d.*"
)
_CAPTION = lazy(
    r"[(\[]?(?:(?i:photo|image|picture|video|illustration|graphic)s?"
    r"(?: (?i:credit|courtesy|caption|source))*:.*"
    r"|(?:FILE PHOTO|File photo|FILE|Caption|Pictured)(?::| -).*"
    r"|(?i:photo|image|picture|illustration)s? (?i:by|from|courtesy of|credit)\b[^.]{2,80}\.?[)\]]?)"
)
_CAPTION_END = lazy(
    r"(?:[(\[][^()\[\]]{0,40}(?i:photo|photographed|image|courtesy)\b[^()\[\]]{0,60}[)\]]"
    r"|REUTERS/[A-Z][\w’'. -]+|/ ?(?:Getty Images|AFP|AP|File Photo|TASS))\.?$"
)
# Each is how one of the patterns above begins, in small letters: units that begin otherwise need no search.
_CREDIT_OPENERS = (
    "additional ", "further ", "extra ", "report", "writing", "edit", "compiled", "written", "translat",
    "source", "correspondent", "author", "end", "more", "xinhua", "30-", "###",
)  # fmt: skip
_CAPTION_OPENERS = ("photo", "image", "pictur", "video", "illustration", "graphic", "file", "caption")
_BYLINE_OPENERS = ("by", "text", "author", "story", "publi", "posted", "updated", "date")
_PRESS = ("eporter", "orrespondent", "ournalist")
_STOPS = frozenset(".!?…:;,")
_WORD = lazy(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
# The lede repeats the headline's words: this many letters of a word make two of them alike.
_STEM = 5
_MAX_HEADLINE_WORDS = 40
_MAX_STOPPED_HEADLINE_WORDS = 20
_MAX_CROSS_HEADING_WORDS = 10
_MAX_CAPTION_WORDS = 60
# So many short lines on end are a list or a table, not headings.
_RUN = 3


def blocks_of(
    text: str, units: Sequence[Span] | None = None, kinds: Sequence[BlockKind | None] | None = None
) -> Iterator[Block]:
    """Yield the blocks of an article in order; each non-blank character of its units is in exactly one.

    `units` are its paragraphs, headings and the like, `kinds` what markup says of each, None where it leaves
    that to the looks. Without units the text is plain, and its lines tell them.
    """
    units = list(units_of(text)) if units is None else units
    kinds = kinds or [None] * len(units)
    looks = [
        kind is None and _looks_like_heading(unit.of(text)) for unit, kind in zip(units, kinds, strict=True)
    ]
    seen_prose = False
    for index, (unit, given) in enumerate(zip(units, kinds, strict=True)):
        kind = given or _kind(text, units, looks, index, seen_prose=seen_prose)
        if kind is not BlockKind.PARAGRAPH:
            yield Block(kind, unit)
            continue
        yield from _paragraph(text, unit, opening=not seen_prose, last=index + 2 >= len(units))
        seen_prose = True


def _kind(
    text: str, units: Sequence[Span], looks: Sequence[bool], index: int, *, seen_prose: bool
) -> BlockKind:
    unit = units[index].of(text)
    special = _marked_kind(unit, seen_prose=seen_prose)
    if special:
        return special
    if len(units) == 1:
        return BlockKind.HEADLINE if looks[0] and has_heading_capitals(unit) else BlockKind.PARAGRAPH
    if not seen_prose:
        return BlockKind.HEADLINE if _is_headline(text, units, looks, index) else BlockKind.PARAGRAPH
    return _within_story(looks, index)


def _marked_kind(unit: str, *, seen_prose: bool) -> BlockKind | None:
    """Return the kind of a unit that says itself what it is."""
    opening = unit[:16].lstrip("([- ").lower()
    if opening.startswith(_CREDIT_OPENERS) and (
        _CREDIT_IN_BRACKETS.fullmatch(unit) or _CREDIT.fullmatch(unit)
    ):
        return BlockKind.CREDIT if seen_prose or unit[0] not in "([" else BlockKind.BYLINE
    if not unit[0].isupper() and LIST_MARK.match(unit):
        return BlockKind.LIST_ITEM
    if _is_caption(unit, opening):
        return BlockKind.CAPTION
    if not seen_prose and _is_byline(unit, opening):
        return BlockKind.BYLINE
    if len(unit) < 40 and is_date(unit):
        return BlockKind.DATELINE
    return None


def _is_caption(unit: str, opening: str) -> bool:
    tail = max(0, len(unit) - 110)
    return (
        (opening.startswith(_CAPTION_OPENERS) and _CAPTION.fullmatch(unit) is not None)
        or (any(unit.find(mark, tail) >= 0 for mark in "/([") and _CAPTION_END.search(unit, tail) is not None)
    ) and len(unit.split()) <= _MAX_CAPTION_WORDS


def _is_byline(unit: str, opening: str) -> bool:
    begins = opening.startswith(_BYLINE_OPENERS) or any(unit.find(word, 0, 80) >= 0 for word in _PRESS)
    return begins and _BYLINE.fullmatch(unit) is not None


def _is_headline(text: str, units: Sequence[Span], looks: Sequence[bool], index: int) -> bool:
    """Whether a unit before the first paragraph heads the story (a second headline is the deck)."""
    unit, last = units[index].of(text), index == len(units) - 1
    if (
        last
        or index > 1
        or len(unit.split()) > _MAX_HEADLINE_WORDS
        or dateline_at(text, units[index], opening=True)
    ):
        return False
    if not _ends_with_stop(unit):
        # With nothing but short lines after it, the second line of a file is no deck.
        return index == 0 or any(not look for look in looks[index + 1 :])
    # Machines end headlines with a stop. What gives them away is that the lede says the same, at more length.
    one_sentence = len(re.findall(r"[.!?](?=[\"'”’)\]]*(?:\s|$))", unit)) == 1 or unit.endswith("?")
    return (
        index == 0
        and one_sentence
        and len(unit.split()) <= _MAX_STOPPED_HEADLINE_WORDS
        and units[index + 1].length > units[index].length
        and len(_stems(unit) & _stems(units[index + 1].of(text))) >= 2
    )


def _stems(unit: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(unit) if len(word) > 3}


def _within_story(looks: Sequence[bool], index: int) -> BlockKind:
    if not looks[index]:
        return BlockKind.PARAGRAPH
    run = 1
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(looks) and looks[place] and run < _RUN:
            run, place = run + 1, place + step
    if run >= _RUN:
        return BlockKind.LIST_ITEM
    if index == len(looks) - 1:
        return BlockKind.PARAGRAPH
    return BlockKind.CROSS_HEADING


def _looks_like_heading(unit: str) -> bool:
    """Whether a unit is short, begins as a heading begins and does not end as a sentence ends."""
    asks = unit.endswith(("?", "?”", '?"', "?’"))
    if not asks and _ends_with_stop(unit):
        return False
    words = _WORD.findall(unit)
    if not words or len(words) > _MAX_CROSS_HEADING_WORDS or words[0][0].islower():
        return False
    return not asks or has_heading_capitals(unit)


def _ends_with_stop(unit: str) -> bool:
    # Machines print a blank before the closing mark: ‘… delivery. ”’.
    bare = unit.rstrip("\"'“”’)]»")
    return (bare[:-1] if bare[-1:].isspace() else bare)[-1:] in _STOPS


def _paragraph(text: str, unit: Span, *, opening: bool, last: bool) -> Iterator[Block]:
    start, end = unit
    dateline = dateline_at(text, unit, opening=opening)
    if dateline:
        yield Block(BlockKind.DATELINE, dateline, run_in=True)
        start = dateline.end + len(text[dateline.end : end]) - len(text[dateline.end : end].lstrip())
    credit = _run_in_credit(text, Span(start, end)) if last or text[end - 1] in ")]" else None
    if credit is None:
        yield Block(BlockKind.PARAGRAPH, Span(start, end))
        return
    yield Block(BlockKind.PARAGRAPH, Span(start, start + len(text[start:credit].rstrip())))
    yield Block(BlockKind.CREDIT, Span(credit, end), run_in=True)


def _run_in_credit(text: str, span: Span) -> int | None:
    """Return where the credits at the end of a paragraph begin, None where it has none."""
    found = None
    place = text.rfind("(", span.start, span.end)
    bracket = "(" if place > text.rfind("[", span.start, span.end) else "["
    place = text.rfind(bracket, span.start, span.end)
    while place > span.start and _CREDIT_IN_BRACKETS.fullmatch(text, place, found or span.end):
        found = place
        place = text.rfind(bracket, span.start, place)
    return found
