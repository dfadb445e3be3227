"""From a file and its findings to the galley: which characters are marked, and what stands beside them."""

from __future__ import annotations

import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.article import Block, BlockKind
from lintnews.readers import articles
from lintnews.records import NamedTuple
from lintnews.report.cells import hidden
from lintnews.report.galley import Candidate, Change, Galley, Note, Part, Place, Row, Run
from lintnews.report.repair import described
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.article import Article
    from lintnews.finding import Finding
    from lintnews.source import Source

# The words around another place that are shown with it, on either side.
_REACH = 60


def typeset(source: Source, findings: Sequence[Finding], changes: Iterable[Change] = ()) -> Galley:
    """Lay out what a file holds with its findings, and with what was changed in it.

    A file that cannot be read is empty: whoever linted it has told why.
    """
    try:
        read = list(articles(source))
    except Exception:  # noqa: BLE001 - `run.check_source` met the same
        read = []
    notes = tuple(_note(source, number, finding) for number, finding in enumerate(findings, 1))
    return Galley(tuple(_rows(source, read, notes, changes)), notes)


def _note(source: Source, number: int, finding: Finding) -> Note:
    places = []
    for index, (span, message) in enumerate(finding.related):
        line = source.position(span.start).line
        before, after = _surroundings(source, span)
        places.append(Place(f"p{number}-{index}", line, before, span.of(source.text), after, message))
    candidates = tuple(
        Candidate(index, *described(source, finding, fix), fix.applicability, fix.is_whole)
        for index, fix in enumerate(finding.fixes)
    )
    line = source.position(finding.span.start).line
    return Note(number, finding, finding.span.of(source.text), line, tuple(places), candidates)


def _surroundings(source: Source, span: Span) -> tuple[str, str]:
    """Return some words before and after a place, on its own line."""
    before = source.text[max(0, span.start - _REACH) : span.start].splitlines()[-1:]
    after = source.text[span.end : span.end + _REACH].splitlines()[:1]
    left, right = "".join(before), "".join(after)
    if len(left) == _REACH:
        left = "…" + left.partition(" ")[2]
    if len(right) == _REACH:
        right = right.rpartition(" ")[0] + "…"
    return left, right


class _Marked(NamedTuple):
    """A place of the article's text with what marks it."""

    span: Span
    note: int = 0
    anchor: str = ""
    was: str | None = None


class _Line(NamedTuple):
    """The blocks of a row: their article, their place in its text, and their place in the file."""

    article: Article
    blocks: tuple[Block, ...]
    extent: Span
    span: Span


class _Held(NamedTuple):
    """What a row is to show: marks in its text, and anchors of places that its text does not have."""

    marks: list[_Marked]
    anchors: list[str]
    notes: list[int]


def _rows(
    source: Source, read: Sequence[Article], notes: Sequence[Note], changes: Iterable[Change]
) -> Iterator[Row]:
    lines = [line for article in read for line in _lines(article)]
    # In the file they may stand in another order.
    order = sorted(range(len(lines)), key=lambda index: lines[index].span)
    held = [_Held([], [], []) for _ in lines]
    for place in _places(notes, changes) if lines else ():
        touched, shown = _touched(place.span, [lines[index].span for index in order])
        homes = [order[index] for index in touched]
        if place.note:
            held[homes[0]].notes.append(place.note)
        if not shown and place.span.of(source.text).strip():
            # Markup, a comment: it is not in the text.
            held[homes[0]].anchors.extend(filter(None, [place.anchor]))
            continue
        for index in homes:
            here = _clipped(lines[index], place.span)
            held[index].marks.append(
                place._replace(span=here, anchor=place.anchor if index == homes[0] else "")
            )
    for line, (marks, anchors, noted) in zip(lines, held, strict=True):
        yield Row(
            parts=tuple(_parts(line.article.text, line.blocks, marks)),
            notes=tuple(sorted(noted)),
            anchors=tuple(anchors),
            span=line.span,
            line=source.position(line.span.start).line,
        )


def _places(notes: Sequence[Note], changes: Iterable[Change]) -> Iterator[_Marked]:
    for note in notes:
        yield _Marked(note.finding.span, note=note.number, anchor=f"m{note.number}")
    for note in notes:
        for place, related in zip(note.places, note.finding.related, strict=True):
            yield _Marked(related.span, anchor=place.anchor)
    for span, was in changes:
        yield _Marked(span, was=was)


def _touched(span: Span, spans: Sequence[Span]) -> tuple[range, bool]:
    """Return the indices of the lines that a place reaches into, of the one before where there are none.

    The second says whether it reaches into them.
    """
    end = max(span.end, span.start + 1)
    first = max(0, bisect.bisect_right(spans, span.start, key=lambda line: line.start) - 1)
    last = bisect.bisect_left(spans, end, key=lambda line: line.start)
    if spans[first].end <= span.start:
        first += 1
    if first < last:
        return range(first, last), True
    return range(max(0, first - 1), max(1, first)), False


def _clipped(line: _Line, span: Span) -> Span:
    """Return the characters of a line that a place is marked by: at least one, the nearest."""
    start, end = line.article.offsets.to_article(span)
    start = min(max(start, line.extent.start), line.extent.end - 1)
    return Span(start, max(start + 1, min(end, line.extent.end)))


def _lines(article: Article) -> Iterator[_Line]:
    """Yield the blocks that stand together: a dateline with its paragraph, a credit with the one before."""
    line: list[Block] = []
    for block in article.blocks:
        # A dateline opens the line of the block after it, whatever else runs in closes the one before.
        joined = line and (
            (line[-1].run_in and line[-1].kind is BlockKind.DATELINE)
            or (block.run_in and block.kind is not BlockKind.DATELINE)
        )
        if line and not joined:
            yield _line(article, line)
            line = []
        line.append(block)
    if line:
        yield _line(article, line)


def _line(article: Article, blocks: Sequence[Block]) -> _Line:
    extent = Span(blocks[0].span.start, blocks[-1].span.end)
    return _Line(article, tuple(blocks), extent, article.offsets.to_source(extent))


def _parts(text: str, line: Sequence[Block], marked: Sequence[_Marked]) -> Iterator[Part]:
    place = line[0].span.start
    for block in line:
        if place < block.span.start:
            yield Part(None, tuple(_runs(text, Span(place, block.span.start), marked)))
        yield Part(block.kind, tuple(_runs(text, block.span, marked)))
        place = block.span.end


def _runs(text: str, span: Span, marked: Sequence[_Marked]) -> Iterator[Run]:
    """Cut a block where something begins or ends to be marked."""
    here = sorted((mark for mark in marked if mark.span.overlaps(span)), key=lambda mark: mark.span)
    cuts = sorted(
        {span.start, span.end} | {cut for mark in here for cut in mark.span if span.start < cut < span.end}
    )
    active: list[_Marked] = []
    following = 0
    for start, end in pairwise(cuts):
        while following < len(here) and here[following].span.start <= start:
            active.append(here[following])
            following += 1
        active = [mark for mark in active if mark.span.end > start]
        own = min((mark for mark in active if mark.note), key=lambda mark: mark.span.length, default=None)
        yield Run(
            text=text[start:end],
            pieces=tuple(hidden(text[start:end])),
            note=own.note if own else 0,
            anchors=tuple(mark.anchor for mark in active if mark.anchor and mark.span.start == start),
            closes=tuple(mark.note for mark in active if mark.note and mark.span.end == end),
            proves=any(not mark.note and mark.was is None for mark in active),
            was=next((mark.was for mark in active if mark.was is not None), None),
        )
