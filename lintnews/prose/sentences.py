"""Sentence ends in news English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.span import Span

# An end mark, closing marks after it, then a blank and something that can begin a sentence.
_END = re.compile(r"(?:[.!?]+|…|\.\.\.)[\"'”’)\]»]*(?=\s)")
_START = re.compile(r"\s+[\"'“‘(\[«—–-]*\s?([^\W_])")
_LAST_WORD = re.compile(r"([^\W\d_][\w.’'-]*)\.$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
# Abbreviations after which a capital is the rule: titles before names, places, companies in mid-sentence.
_BEFORE_NAMES = frozenset(
    "mr mrs ms messrs dr prof rev fr sr jr st mt ft gen lt col capt cmdr maj sgt cpl adm brig gov sen rep reps sens "
    "pres supt det insp hon amb atty vs v no nos vol pp fig al approx ca cf e.g i.e viz esp incl dept univ assn bros".split()
)
# Abbreviations that end a sentence only before a capital that is no name: decided by the next word.
_EITHER = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd "
    "llc plc etc u.s u.k u.n e.u d.c a.m p.m ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich "
    "minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd sq".split()
)
_OPENERS = frozenset(
    "the a an he she it they we i you this that these those but and in on at as for if when while after before "
    "his her its their our my there here what who where how why no not from to by with since some many most "
    "several all both each one two three according meanwhile however also yet so".split()
)


def sentence_spans(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of one block, blanks between them left out."""
    start = _skip_blanks(text, block.start, block.end)
    for end in _END.finditer(text, block.start, block.end):
        following = _START.match(text, end.end(), block.end)
        if not following or not _is_boundary(text[start : end.end()], text, following.start(1)):
            continue
        yield Span(start, end.end())
        start = _skip_blanks(text, end.end(), block.end)
    if start < block.end:
        yield Span(start, start + len(text[start : block.end].rstrip()))


def _is_boundary(so_far: str, text: str, next_letter: int) -> bool:
    mark = so_far.rstrip("\"'”’)]»")
    quoted = len(mark) < len(so_far)
    following = text[next_letter]
    if mark[-1] in "!?":
        return following.isupper() or following.isdigit() or not quoted
    if mark.endswith(("...", "…")):
        return following.isupper()
    if following.islower():
        # A full stop before a lower-case word: a slip of the text, unless an abbreviation stands there.
        return not quoted and not _abbreviated(mark) and len(mark.split()) > 1
    word = _LAST_WORD.search(mark)
    if not word:
        return True
    last = word.group(1).casefold()
    if last in _BEFORE_NAMES:
        return False
    if last in _EITHER or _INITIAL.fullmatch(word.group(1)):
        next_word = re.match(r"[\w’'-]+", text[next_letter : next_letter + 40])
        return bool(next_word and next_word.group().casefold() in _OPENERS) or quoted
    return True


def _abbreviated(mark: str) -> bool:
    word = _LAST_WORD.search(mark)
    if not word:
        return mark[-2:-1].isdigit() is False and not mark[-2:-1].isalpha()
    last = word.group(1).casefold()
    return last in _BEFORE_NAMES or last in _EITHER or "." in last or len(last) == 1


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
