"""Sentence ends in news English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.prose.abbreviations import (
    CALENDAR,
    EITHER,
    INNER,
    MONTHS,
    NUMBERED,
    OPENERS,
    SPEECH,
    TITLES,
    UNITS,
    WITH_NAMES,
)
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = "\"'”’)\\]»›"
# End marks with the closing marks after them, where a blank follows or where the blank was left out.
_END = lazy(
    rf"[。！？]+[{_CLOSING}]*"
    rf"|[.!?…]++(?:[{_CLOSING}]+(?=\s|[A-Z“])|“(?=\s)|(?=\s|[A-Z“]))"
)
# Where they may begin: a set of characters is passed over to at once.
_CANDIDATE = lazy(r"[。！？.!?…]")
_MARKS = lazy(r"[.!?…]+")
# Closing marks that a machine set off with a blank: ‘… it is over. ”’.
_LOOSE_CLOSING = lazy(r"\s+[”’)\]»]+(?=\s|$)")
_LOOSE_STRAIGHT = lazy(r"\s+\"(?=\s|$)")
_START = lazy(r"\s*[\"'“‘„(\[«—–•*-]*\s?([^\W_]|[$€£¥#@])")
_LETTER = lazy(r"[^\W_]")
_WORD = lazy(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NUMBER = lazy(r"\d+")
# So many characters before a stop are searched for its abbreviation; no word is longer.
_REACH = 24
_LAST_WORD = lazy(r"(?<![^\s(\[\"“‘'«/–—-])((?:[^\W\d_]\.?)*[^\W\d_](?:-[^\W\d_]+)*)$")
_LAST_NUMBER = lazy(r"(?<![\w.,])(\d{1,3})$")
_INITIALS = lazy(r"(?:[A-Z]\.-?)*[A-ZÀ-Þ]")
_VOWEL = lazy(r"[aeiouyAEIOUY]")
_SPEAKER_SAYS = lazy(r"(?:[A-Z][\w’'.-]*\s+){1,4}([a-z]+)\b")
# Before these a missing blank is sure; "Kostroma.Today" is a masthead.
_SURE_OPENERS = frozenset(
    "The This That It He She They We I You In On At But And If His Her Its Their There".split()
)
# Names that end in an exclamation mark.
_EXCLAIMING = lazy(r"\b(?:Yahoo|Jeopardy|Yum|Mamma Mia|Oklahoma)$")


def sentence_spans(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of one block without the blanks between them; each has a letter or a digit.

    A stop before a small letter is a boundary too, unless an abbreviation stands there: the fragment that a
    machine cut off is a sentence of its own.
    """
    start = _skip_blanks(text, block.start, block.end)
    end = start + len(text[start : block.end].rstrip())
    place = start
    seen = _Seen(text, start)
    while candidate := _CANDIDATE.search(text, place, end):
        found = _END.match(text, candidate.start(), end)
        if found is None:
            # What ends no sentence from its first mark on does so from none.
            place = _MARKS.match(text, candidate.start(), end).end()  # type: ignore[union-attr]
            continue
        stop = _with_loose_marks(text, seen, found.end())
        following = _START.match(text, stop, end)
        place = stop
        if (
            following
            and seen.letter_before(found.start())
            and _is_boundary(text, start, found, following.start(1))
        ):
            yield Span(start, stop)
            start = _skip_blanks(text, stop, end)
            seen = _Seen(text, start)
    if start < end:
        yield Span(start, end)


class _Seen:
    """What a sentence has had so far, asked from stop to stop: a text of many is gone through once."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._counted = self._searched = start
        self._marks = 0
        self._has_letter = False

    def letter_before(self, place: int) -> bool:
        """Whether there is a letter or digit before `place`."""
        if not self._has_letter:
            self._has_letter = _LETTER.search(self._text, self._searched, place) is not None
            self._searched = place
        return self._has_letter

    def straight_marks_before(self, place: int) -> int:
        """How many straight quotation marks there are before `place`."""
        self._marks += self._text.count('"', self._counted, place)
        self._counted = place
        return self._marks


def _with_loose_marks(text: str, seen: _Seen, stop: int) -> int:
    loose = _LOOSE_CLOSING.match(text, stop)
    if not loose and text.startswith('"', stop + 1) and seen.straight_marks_before(stop) % 2:
        loose = _LOOSE_STRAIGHT.match(text, stop)
    return loose.end() if loose else stop


def _is_boundary(text: str, start: int, end: re.Match[str], letter: int) -> bool:
    """Whether the sentence from `start` ends with the marks `end`; the next one would begin at `letter`."""
    marks = end.group().rstrip("\"'“”’)]»›")
    quoted = len(marks) < len(end.group())
    stop = end.start() + len(marks)
    blank = text[end.end()].isspace()
    following = text[letter]
    if marks[-1] in "。！？":
        return True
    if not blank and not _blank_is_missing(text, end.start(), letter, quoted=quoted):
        return False
    if marks[-1] in "!?":
        return _after_exclamation(text, end.start(), letter, quoted=quoted)
    if marks.endswith(("..", "…")) and len(marks) != 2:
        return not following.islower()
    if following.islower() and quoted:
        # “… over.” he said: a full stop for a comma.
        return False
    return _after_full_stop(text, start, stop - 1, letter, quoted=quoted)


def _blank_is_missing(text: str, mark: int, letter: int, *, quoted: bool) -> bool:
    """Whether a sentence ends at `mark` without a blank after it: "was over.The police", not "Lenta.Ru"."""
    if not text[letter].isupper():
        return False
    word = _word_at(text, letter)
    if quoted or word in _SURE_OPENERS:
        return (
            mark >= 2
            and text[mark - 1].isalnum()
            and not (text[mark - 1].isupper() and text[mark - 2] in ". ")
        )
    before = re.search(r"[^\W\d_]+$", text[max(0, mark - _REACH) : mark])
    return before is not None and len(before.group()) > 2 and before.group().islower() and word[1:].islower()


def _after_exclamation(text: str, mark: int, letter: int, *, quoted: bool) -> bool:
    if not quoted:
        return not _EXCLAIMING.search(text, max(0, mark - _REACH), mark)
    if text[letter].islower():
        return False
    says = _SPEAKER_SAYS.match(text, letter, letter + 80)
    return not (says and says[1] in SPEECH and _word_at(text, letter).casefold() not in OPENERS)


def _after_full_stop(text: str, start: int, mark: int, letter: int, *, quoted: bool) -> bool:
    following = text[letter]
    if (mark - start < 4 and text[start:mark].isdecimal()) or _splits_number(text, mark, letter):
        return False
    found = _LAST_WORD.search(text, max(start, mark - _REACH), mark)
    if found is None:
        return True
    if following.islower():
        return not _may_be_abbreviation(found[1])
    return _ends_before_capital(found[1], text, letter, quoted=quoted)


def _ends_before_capital(last: str, text: str, letter: int, *, quoted: bool) -> bool:
    """Whether the stop after the word `last` ends the sentence before a capital or a digit at `letter`."""
    word, capital = last.casefold(), last[0].isupper()
    if last in INNER:
        return False
    if word in NUMBERED or (capital and word in CALENDAR):
        return not text[letter].isdigit()
    if capital and word in TITLES:
        return quoted
    if word in EITHER or (capital and (word in WITH_NAMES or _INITIALS.fullmatch(last))):
        return quoted or not text[letter].isalnum() or _word_at(text, letter).casefold() in OPENERS
    return True


def _may_be_abbreviation(last: str) -> bool:
    """Whether a stop before a small letter may belong to the word `last`."""
    if "." in last or len(last) == 1 or (len(last) <= 4 and not _VOWEL.search(last)):
        return True
    if last in INNER or last in UNITS or last in EITHER:
        return True
    word = last.casefold()
    return last[0].isupper() and (word in TITLES or word in WITH_NAMES or word in CALENDAR)


def _splits_number(text: str, mark: int, letter: int) -> bool:
    """Whether the stop at `mark` belongs to a number: "3. 5 million", "14. 02. 2023", "on 20. July"."""
    if not text[mark - 1].isdigit() or not _LAST_NUMBER.search(text, max(0, mark - _REACH), mark):
        return False
    if text[letter].islower() or _word_at(text, letter).casefold() in MONTHS:
        return True
    number = _NUMBER.match(text, letter)
    return number is not None and len(number.group()) <= 2


def _word_at(text: str, place: int) -> str:
    found = _WORD.match(text, place)
    return found.group() if found else ""


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
