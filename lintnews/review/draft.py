"""A text under repair: pieces of the text as it was, and what was put between them."""

from __future__ import annotations

import difflib
from functools import cached_property
from typing import TYPE_CHECKING

from lintnews.finding import Edit
from lintnews.fixes import FixError
from lintnews.frozen import Frozen
from lintnews.patterns import lazy
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE_END = lazy(r"\r\n?|\n")
_TOKEN = lazy(r"\r\n|\w+|\W")
# Comparing takes the square of the length at worst: longer stretches are replaced whole.
_LONGEST_COMPARED = 4000


class Draft(Frozen):
    """A text as edits over its original, so that every character which no edit touched is as it was.

    `edits` are in offsets of `original`, ascending; they neither overlap nor touch, and each changes
    something.
    """

    original: str
    edits: tuple[Edit, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text as it reads now."""
        return "".join(text for _, text in self._pieces())

    @cached_property
    def undoing(self) -> tuple[Edit, ...]:
        """The edits of `text` that would make the original of it again."""
        edits, shift = [], 0
        for span, text in self.edits:
            start = span.start + shift
            edits.append(Edit(Span(start, start + len(text)), span.of(self.original)))
            shift += len(text) - span.length
        return tuple(edits)

    def with_edits(self, edits: Iterable[Edit]) -> Draft:
        """Return the draft with more edits, whose offsets are of `text`.

        Raises:
            FixError: they overlap, or reach out of the text.
        """
        pieces: list[Span | str] = []
        place = 0
        for edit in sorted(edits, key=lambda edit: edit.span):
            if not place <= edit.span.start <= edit.span.end <= len(self.text):
                raise FixError(f"the edit of characters {edit.span.start} to {edit.span.end} cannot be made")
            pieces += [*self._cut(place, edit.span.start), edit.text]
            place = edit.span.end
        pieces += self._cut(place, len(self.text))
        return Draft(self.original, tuple(_edits(self.original, pieces)))

    def _pieces(self) -> Iterator[tuple[Span | None, str]]:
        """Yield the text in pieces, each with its place in the original, None for what was put in."""
        place = 0
        for edit in self.edits:
            kept = Span(place, edit.span.start)
            yield kept, kept.of(self.original)
            yield None, edit.text
            place = edit.span.end
        yield Span(place, len(self.original)), self.original[place:]

    def _cut(self, start: int, end: int) -> Iterator[Span | str]:
        """Yield what makes up the characters `start` to `end` of `text`: places of the original, and text."""
        place = 0
        for kept, text in self._pieces():
            first, last = max(start - place, 0), min(end - place, len(text))
            place += len(text)
            if first < last:
                yield Span(kept.start + first, kept.start + last) if kept else text[first:last]


def _edits(original: str, pieces: Iterable[Span | str]) -> Iterator[Edit]:
    """Yield the edits that make of the original what the pieces say, none for what is as it was."""
    place, new = 0, ""
    for piece in (*pieces, Span(len(original), len(original))):
        if isinstance(piece, str):
            new += piece
            continue
        # Between two stretches of the original that follow on one another nothing was edited.
        gap = Span(place, piece.start)
        if gap.of(original) != new:
            yield Edit(gap, new)
        place, new = piece.end, ""


def rewritten(old: str, new: str, newline: str) -> Iterator[Edit]:
    r"""Yield small edits that make `new` of `old`, word by word.

    Line ends count as alike, whatever they are: those of `old` stay, and new ones are `newline`. (A text
    field of a browser has `\n` only.)
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(_LINE_END.sub("\n", new))
    alike = ["\n" if token in ("\r\n", "\r") else token for token in before]
    head = _common(alike, after)
    tail = _common(alike[head:][::-1], after[head:][::-1])
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    was, now = alike[head : len(alike) - tail], after[head : len(after) - tail]
    for first, last, text in _differences(was, now):
        edit = Span(starts[head + first], starts[head + last])
        yield Edit(edit, text.replace("\n", newline))


def _differences(was: list[str], now: list[str]) -> Iterator[tuple[int, int, str]]:
    if max(len(was), len(now)) > _LONGEST_COMPARED:
        yield 0, len(was), "".join(now)
        return
    matcher = difflib.SequenceMatcher(None, was, now, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield first, last, "".join(now[start:end])


def _common(one: list[str], other: list[str]) -> int:
    """Return how many of the first items are alike."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
