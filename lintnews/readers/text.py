"""Plain text as news desks and wires write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import Article, Sentence
from lintnews.offsets import OffsetMap, Stretch
from lintnews.patterns import lazy
from lintnews.prose.quotations import quotations_in
from lintnews.prose.sentences import sentence_spans
from lintnews.readers.layout import blocks_of
from lintnews.readers.portions import MOST_CHARACTERS, portions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.source import Source
    from lintnews.span import Span

_CARRIAGE_RETURN = lazy(r"\r\n?")


def read_plain(source: Source) -> Iterator[Article]:
    """Yield the article of a plain text; what is too long for one is read as several."""
    if len(source.text) <= MOST_CHARACTERS:
        yield read_text(source)
        return
    for portion in portions(source.text):
        yield read_text(source, portion)


def read_text(source: Source, portion: Span | None = None) -> Article:
    """Read plain text: blocks by blank lines and by their looks, sentences and quotations within them.

    Without a `portion` all of it is one article.
    """
    text, offsets = _with_newlines(portion.of(source.text) if portion else source.text)
    if portion and portion.start:
        offsets = offsets.moved(portion.start, len(text))
    blocks = tuple(blocks_of(text))
    sentences = tuple(
        Sentence(span, index)
        for index, block in enumerate(blocks)
        for span in sentence_spans(text, block.span)
    )
    quotations = tuple(quotations_in(text, (block.span for block in blocks)))
    return Article(source, text, blocks, sentences, quotations, offsets)


def _with_newlines(text: str) -> tuple[str, OffsetMap]:
    r"""Make every line end `\n` and remember where the characters stood."""
    if "\r" not in text:
        return text, OffsetMap()
    # The empty stretch says where the text begins, should it begin with a line end.
    stretches, parts, place, length = [Stretch(0, 0, 0)], [], 0, 0
    for end in _CARRIAGE_RETURN.finditer(text):
        # The last character of a line end stands for the whole of it.
        stretches.append(Stretch(length, place, end.start() - place))
        length += end.start() - place
        stretches.append(Stretch(length, end.end() - 1, 1))
        length += 1
        parts += [text[place : end.start()], "\n"]
        place = end.end()
    stretches.append(Stretch(length, place, len(text) - place))
    parts.append(text[place:])
    return "".join(parts), OffsetMap((stretches[0], *(s for s in stretches if s.length)))
