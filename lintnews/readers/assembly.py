"""From the pieces of a marked-up file to an article: the one way in which every such reader ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import Article, BlockKind, Original, Sentence
from lintnews.offsets import OffsetMap, Region, Stretch
from lintnews.patterns import lazy
from lintnews.prose.quotations import quotations_in
from lintnews.prose.sentences import sentence_spans
from lintnews.readers.layout import blocks_of
from lintnews.readers.portions import MOST_CHARACTERS, portions
from lintnews.records import NamedTuple
from lintnews.source import NoArticleError
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.offsets import Escape
    from lintnews.source import Source

# As HTML has it: a no-break space is a character like others.
_BLANKS = lazy(r"[ \t\n\r\f\v]+")
_BETWEEN_UNITS = "\n\n"


class Piece(NamedTuple):
    """`text` of the article, and the characters `start` to `end` of the file that stand for it.

    Where the two are equally long they run alike; else the piece is only taken as a whole. `code` says that
    it is no prose.
    """

    text: str
    start: int
    end: int
    code: bool = False

    @property
    def is_verbatim(self) -> bool:
        """Whether each character of the text has its own in the file."""
        return len(self.text) == self.end - self.start


def as_it_is(text: str) -> str:
    """Write text without any escape."""
    return text


class Unit(NamedTuple):
    """A paragraph, heading or the like, in pieces.

    Attributes:
        kind: what markup says that it is, None where its looks are to tell.
        escape: how the format writes text here.
        original: what it was translated from, with the language, where the file says so.
    """

    pieces: tuple[Piece, ...]
    kind: BlockKind | None = None
    escape: Escape = as_it_is
    original: tuple[str, str] | None = None


def assemble(source: Source, units: Iterable[Unit]) -> Iterator[Article]:
    """Yield the article of the units of a file, in their order; those without visible text are left out.

    What is too long for one article is read as several.
    """
    waiting: list[Unit] = []
    size = 0
    for unit in units:
        for part in _in_portions(unit):
            length = sum(len(piece.text) for piece in part.pieces)
            if waiting and size + length > MOST_CHARACTERS:
                yield _assemble(source, waiting)
                waiting, size = [], 0
            waiting.append(part)
            size += length
    yield _assemble(source, waiting)


def at_least_one(articles: Iterable[Article], otherwise: str) -> Iterator[Article]:
    """Yield the articles of a file.

    Raises:
        NoArticleError: there is none; `otherwise` says what the file lacks.
    """
    found = False
    for article in articles:
        found = True
        yield article
    if not found:
        raise NoArticleError(otherwise)


def _in_portions(unit: Unit) -> Iterator[Unit]:
    """Yield a unit, cut where it is too long for an article."""
    pieces: list[Piece] = []
    size = 0
    for piece in unit.pieces:
        for part in _cut(piece) if piece.is_verbatim else (piece,):
            if pieces and size + len(part.text) > MOST_CHARACTERS:
                yield unit._replace(pieces=tuple(pieces))
                pieces, size = [], 0
            pieces.append(part)
            size += len(part.text)
    yield unit._replace(pieces=tuple(pieces))


def _cut(piece: Piece) -> Iterator[Piece]:
    for start, end in portions(piece.text):
        yield Piece(piece.text[start:end], piece.start + start, piece.start + end, piece.code)


def _assemble(source: Source, units: Iterable[Unit]) -> Article:
    parts: list[str] = []
    stretches: list[Stretch] = []
    regions: list[Region] = []
    spans: list[Span] = []
    kinds: list[BlockKind | None] = []
    code: list[Span] = []
    originals: list[Original] = []
    length = 0
    for unit in units:
        pieces = collapsed(unit.pieces)
        if not any(piece.text.strip() for piece in pieces):
            continue
        if parts:
            parts.append(_BETWEEN_UNITS)
            length += len(_BETWEEN_UNITS)
        start = length
        regions.append(Region(start, unit.escape))
        for piece in pieces:
            _add(stretches, piece, length)
            if piece.code:
                code.append(Span(length, length + len(piece.text)))
            parts.append(piece.text)
            length += len(piece.text)
        spans.append(Span(start, length))
        kinds.append(unit.kind)
        if unit.original is not None:
            originals.append(Original(spans[-1], *unit.original))
    # As a plain text ends.
    text = "".join([*parts, "\n"])
    offsets = OffsetMap(tuple(stretches) or (Stretch(0, 0, 0),), tuple(regions))
    blocks = tuple(blocks_of(text, spans, kinds))
    sentences = tuple(
        Sentence(span, index)
        for index, block in enumerate(blocks)
        for span in sentence_spans(text, block.span)
    )
    quotations = tuple(quotations_in(text, (block.span for block in blocks)))
    return Article(source, text, blocks, sentences, quotations, offsets, tuple(code), tuple(originals))


def headed(units: Iterable[Unit]) -> list[Unit]:
    """Make sure of one headline: the first heading where the story begins with it; others head its parts."""
    made: list[Unit] = []
    seen_other = False
    for unit in units:
        if not seen_other and not made and unit.kind is BlockKind.CROSS_HEADING:
            made.append(unit._replace(kind=BlockKind.HEADLINE))
        elif seen_other and unit.kind is BlockKind.HEADLINE:
            made.append(unit._replace(kind=BlockKind.CROSS_HEADING))
        else:
            made.append(unit)
        seen_other = seen_other or unit.kind in (None, BlockKind.PARAGRAPH)
    return made


def collapsed(pieces: Iterable[Piece]) -> list[Piece]:
    """Make one blank of each run of blanks, and none at the start and the end."""
    made: list[Piece] = []
    blank: Piece | None = None
    for piece in pieces:
        for part in _parted(piece):
            if part.text != " " or part.code:
                if blank and made:
                    made.append(blank)
                blank = None
                made.append(part)
            elif blank and blank.end == part.start:
                blank = Piece(" ", blank.start, part.end)
            elif not blank:
                blank = part
    return made


def _parted(piece: Piece) -> Iterator[Piece]:
    """Take a piece apart at its blanks, each run of them a piece of one blank; inner blanks may stay."""
    if not piece.is_verbatim:
        if piece.text and not piece.text.strip(" \t\n\r\f\v"):
            yield Piece(" ", piece.start, piece.end)
        elif piece.text:
            yield piece
        return
    text, place = piece.text, 0
    for blanks in _BLANKS.finditer(text):
        start, end = blanks.span()
        # The ordinary blank between two words stays where it is.
        if blanks.group() == " " and start > 0 and end < len(text):
            continue
        if start > place:
            yield Piece(text[place:start], piece.start + place, piece.start + start, piece.code)
        yield Piece(" ", piece.start + start, piece.start + end)
        place = end
    if place < len(text):
        yield Piece(text[place:], piece.start + place, piece.end, piece.code)


def _add(stretches: list[Stretch], piece: Piece, at: int) -> None:
    """Append the stretch of a piece, or lengthen the last one where the piece goes on with it."""
    length = len(piece.text)
    if not piece.is_verbatim:
        stretches.append(Stretch(at, piece.start, length, piece.end - piece.start))
        return
    if stretches and stretches[-1].extent is None:
        last = stretches[-1]
        if last.article + last.length == at and last.source_end == piece.start:
            stretches[-1] = Stretch(last.article, last.source, last.length + length)
            return
    stretches.append(Stretch(at, piece.start, length))


def through(pieces: Iterable[Piece], offsets: OffsetMap) -> Iterator[Piece]:
    """Lead pieces of a text that was decoded from the file (a string of JSON, say) on to the file.

    `offsets` maps that text to the file.
    """
    for piece in pieces:
        if not piece.is_verbatim:
            place = offsets.to_source(Span(piece.start, piece.end))
            yield piece._replace(start=place.start, end=place.end)
            continue
        for stretch in offsets.within(Span(piece.start, piece.end)):
            text = piece.text[stretch.article - piece.start :][: stretch.length]
            yield Piece(text, stretch.source, stretch.source_end, piece.code)
