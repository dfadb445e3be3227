"""What a fuzz target does with an input: it must be read, or refused with one line.

Each place must lie in the file. Anything else is a crash.
"""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

from lintnews.packs.schema import read_pack
from lintnews.readers import articles
from lintnews.readers.formats import FORMATS
from lintnews.readers.intake import BadRecord, Reading, sources_of
from lintnews.source import SourceError
from lintnews.unusable import PackError

if TYPE_CHECKING:
    from collections.abc import Callable

#: A target for each format, one that tells the format itself (compressed or not), one for packs.
TARGETS = (*FORMATS, "any", "pack")


def read(data: bytes, form: str | None) -> None:
    """Read a file of a format as a run would."""
    try:
        for source in sources_of(io.BytesIO(data), "fuzz", Reading(form)):
            if isinstance(source, BadRecord):
                _hold_one_line(source.message)
                continue
            for article in articles(source):
                for block in article.blocks:
                    start, end = article.offsets.to_source(block.span)
                    if not 0 <= start <= end <= len(source.text):
                        raise AssertionError(f"{block} lies outside the file: {start} to {end}")
    except SourceError as error:
        _hold_one_line(str(error))


def read_rules(data: bytes) -> None:
    """Read a pack as a run would."""
    try:
        read_pack(data, "fuzz.yaml")
    except PackError as error:
        for problem in error.problems:
            _hold_one_line(str(problem))


def reader_for(target: str) -> Callable[[bytes], None]:
    """Return what a target does."""
    if target == "pack":
        return read_rules
    return partial(read, form=None if target == "any" else target)


def _hold_one_line(message: str) -> None:
    if "\n" in message:
        raise AssertionError(f"more than one line: {message!r}")
