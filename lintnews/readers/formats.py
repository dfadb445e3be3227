"""Which format a file has: as its name says, else as its first characters do."""

from __future__ import annotations

import importlib
import os
import re
from typing import TYPE_CHECKING, cast

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lintnews.article import Article
    from lintnews.source import Source

    Reader = Callable[[Source], Iterator[Article]]


class Format(NamedTuple):
    """A format: the reader's module and function, and the endings of file names that stand for it."""

    reader: tuple[str, str]
    suffixes: tuple[str, ...] = ()


#: By the names that `--input-format` takes.
FORMATS = {
    "text": Format(("text", "read_plain"), (".txt", ".text")),
    "markdown": Format(("markdown", "read_markdown"), (".md", ".markdown", ".mdown", ".mkd")),
    "html": Format(("html_page", "read_html"), (".html", ".htm", ".xhtml")),
    "nitf": Format(("nitf", "read_nitf"), (".nitf",)),
    "newsml": Format(("newsml", "read_newsml"), (".newsml", ".nml")),
    "rss": Format(("feeds", "read_feed"), (".rss",)),
    "atom": Format(("feeds", "read_feed"), (".atom",)),
    "xliff": Format(("xliff", "read_xliff"), (".xliff", ".xlf", ".mxliff", ".sdlxliff", ".mqxliff")),
    "po": Format(("po", "read_po"), (".po", ".pot")),
    "ninjs": Format(("json_fields", "read_json")),
    "json": Format(("json_fields", "read_json"), (".json",)),
    "docx": Format(("docx", "read_docx"), (".docx",)),
    "jsonl": Format(("json_fields", "read_json"), (".jsonl", ".ndjson")),
    "csv": Format(("csv_rows", "read_row"), (".csv", ".tsv")),
    "parquet": Format(("columns", "read_columns"), (".parquet",)),
}
#: Formats of many records, which are read one by one.
ARCHIVES = frozenset({"jsonl", "csv", "parquet"})
#: Formats with fields or columns that have names.
WITH_FIELDS = frozenset({"json", "ninjs", *ARCHIVES})
#: Endings of compressed files, after that of their format.
COMPRESSED = (".gz", ".xz")
#: Endings of names that more than one format has: the content tells.
_SHARED = (".xml",)
#: Endings by which a folder is searched.
SUFFIXES = (*(suffix for form in FORMATS.values() for suffix in form.suffixes), *_SHARED)
_ALL_SUFFIXES = (*SUFFIXES, *(suffix + packed for suffix in SUFFIXES for packed in COMPRESSED))
#: Characters from the start of a file by which its format is told.
SNIFFED = 4000

_BY_SUFFIX = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
_BY_ROOT = {
    "nitf": "nitf",
    **dict.fromkeys(("newsItem", "newsMessage", "packageItem", "newsitem"), "newsml"),
    **dict.fromkeys(("rss", "RDF"), "rss"),
    "feed": "atom",
    "xliff": "xliff",
    "html": "html",
}
_PROLOG = r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
_ROOT = lazy(rf"{_PROLOG}<(?:[\w.-]+:)?([A-Za-z][\w.-]*)", re.DOTALL)
_HTML = lazy(rf"{_PROLOG}<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL)
_OBJECT = lazy(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
_TWO_OBJECTS = lazy(r"\s*\{[^\n]*\}[ \t\r]*\n\s*\{\s*\"")
_PO = lazy(r"(?:#[^\n]*\n|[^\S\n]*\n)*msg(?:id|ctxt) \"")


def format_of(name: str | None, text: str) -> str:
    """Return the format of a file by its name, or by how its text begins where the name says nothing."""
    by_name = named_format(name)
    if by_name:
        return by_name
    # XML of a kind of its own is looked through for paragraphs.
    is_shared = name is not None and _suffix(name) in _SHARED
    return sniffed(text[:SNIFFED]) or ("nitf" if is_shared else "text")


def named_format(name: str | None) -> str | None:
    """Return the format that the name of a file stands for, None where it says nothing."""
    return _BY_SUFFIX.get(_suffix(name)) if name else None


def is_article(name: str) -> bool:
    """Whether a file of this name is one to look into when a folder is searched."""
    return name.lower().endswith(_ALL_SUFFIXES) and not name.startswith("~$")


def _suffix(name: str) -> str:
    stem, suffix = os.path.splitext(name.lower())  # noqa: PTH122 - there may be thousands
    return os.path.splitext(stem)[1] if suffix in COMPRESSED else suffix  # noqa: PTH122


def sniffed(head: str) -> str | None:
    """Return the format of which the first characters of a file speak, None where they do not."""
    first = head.lstrip()[:1]
    if first == "<":
        if _HTML.match(head):
            return "html"
        root = _ROOT.match(head)
        return _BY_ROOT.get(root[1]) if root else None
    if first in ("{", "["):
        if _TWO_OBJECTS.match(head):
            return "jsonl"
        return "json" if _OBJECT.match(head) else None
    return "po" if first in ("#", "m") and _PO.match(head) else None


def reader_of(name: str) -> Reader:
    """Return the reader of a format; its module is loaded now."""
    module, function = FORMATS[name].reader
    return cast("Reader", getattr(importlib.import_module(f"lintnews.readers.{module}"), function))
