"""Readers: one module per format, each from a Source to an Article."""

from __future__ import annotations

from lintnews.article import Article
from lintnews.readers.text import read_text
from lintnews.source import Source

__all__ = ["read"]


def read(source: Source) -> Article:
    """Read a file of any known format."""
    return read_text(source)
