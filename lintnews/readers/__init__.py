"""Readers: one module per format, each from a Source to the articles in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.frozen import changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article
    from lintnews.source import Source

__all__ = ["articles", "read"]


def read(source: Source) -> Article:
    """Read the first article of a source: its only one, or the story, not what goes with it.

    Raises:
        SourceError: as for `articles`.
    """
    from lintnews.readers.text import read_text  # noqa: PLC0415 - as below

    return next(articles(source), None) or read_text(changed(source, text=""))


def articles(source: Source) -> Iterator[Article]:
    """Yield the articles of a file of any known format, all with that file as their source.

    One file may hold several: the items of a feed, the story of a page and the texts of its pictures. What
    stands in one is not held against another. A text without a path or format is plain.

    Raises:
        SourceError: the file is broken, or holds no article; the message says where and why.
    """
    if (source.format or source.path or "text") == "text":
        from lintnews.readers.text import read_plain  # noqa: PLC0415 - to tell formats needs no reader

        yield from read_plain(source)
        return
    from lintnews.readers.formats import format_of, reader_of  # noqa: PLC0415 - plain text needs no other

    yield from reader_of(source.format or format_of(source.path, source.text))(source)
