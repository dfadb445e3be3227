"""Readers: one module per format, each from a Source to an Article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.readers.text import read_text

if TYPE_CHECKING:
    from lintnews.article import Article
    from lintnews.source import Source

__all__ = ["read"]


def read(source: Source) -> Article:
    """Read a file of any known format."""
    return read_text(source)
