"""Entries of phrase rules: from YAML nodes to matchers with their examples."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

import yaml

from lintnews.finding import Applicability, Particulars
from lintnews.matchers.anchors import best_anchors
from lintnews.matchers.context import PLACES, Context
from lintnews.matchers.entry import Case, Entry
from lintnews.matchers.notation import Notation
from lintnews.matchers.phrase import Key, Phrase
from lintnews.matchers.rewrite import Rewrite
from lintnews.matchers.template import pieces
from lintnews.packs.fields import PIVOT, codes, confidence, fix_fields, message, scope
from lintnews.packs.lists import LISTS
from lintnews.patterns import lazy
from lintnews.rule import bad, fine
from lintnews.words import default_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lintnews.matchers.elements import Row
    from lintnews.packs.document import Document
    from lintnews.packs.fields import Fields
    from lintnews.rule import Example

T = TypeVar("T")

#: What an entry takes over from its rule where it does not say it itself.
INHERITED = ("case", "in", "not_in", "names", "when", "unless")
_OWN = ("match", "say", "fix", "message", "why", "pivots", "confidence", "bad", "good", "fine")
_CASES = {case.value: case for case in Case}
_LIST_NAME = lazy(r"[a-z]+(?:[-_][a-z]+)*\Z")


def read_lists(document: Document, node: yaml.Node) -> dict[str, tuple[str, ...]]:
    """Read the named lists of words of a pack."""
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        name = document.text(key, "the name of a list")
        if not _LIST_NAME.match(name):
            document.fail(key, f"a list has a name in small letters, not {name!r}")
        lists[name] = tuple(
            document.text(item, f"list {name}") for item in document.items(value, f"list {name}")
        )
    if not isinstance(node, yaml.MappingNode):
        document.fail(node, "lists must be a mapping of names to lists of words")
    return lists


def read_phrase(document: Document, fields: Fields) -> tuple[Phrase, tuple[Example, ...]]:
    """Read a rule of kind phrase, its own `match` or its `entries`, and the examples of the entries."""
    notation = Notation({**LISTS, **document.lists})
    if "entries" not in fields:
        return _compiled(document, [(fields["match"], _entry(document, fields, notation))]), ()
    found = []
    examples: list[Example] = []
    names_fix = "{fix}" in document.text(fields["message"], "message")
    for node in document.items(fields["entries"], "entries"):
        own = document.mapping(node, (*_OWN, *INHERITED), "an entry")
        if "match" not in own:
            document.fail(node, "the entry has no 'match'")
            continue
        inherited = {key: fields[key] for key in INHERITED if key in fields}
        entry = _entry(document, {**inherited, **own}, notation)._replace(
            message=message(document, own["message"]) if "message" in own else None,
            particulars=_particulars(document, node, own),
        )
        if names_fix and not entry.fixes and entry.message is None:
            document.fail(node, "the entry has neither 'say' nor a 'message' of its own")
        examples += _examples(document, node, own)
        found.append((own["match"], entry))
    if not found:
        document.fail(fields["entries"], "entries is empty")
    return _compiled(document, found), tuple(examples)


def _compiled(document: Document, entries: Iterable[tuple[yaml.Node, Entry]]) -> Phrase:
    zipf = default_words().zipf
    kept, keys = [], []
    for number, (node, entry) in enumerate(entries):
        for row_number, row in enumerate(entry.rows):
            anchors = best_anchors(row, zipf)
            if not anchors:
                document.fail(node, "match: the phrase needs at least one word that is always there")
            keys += [Key(number, row_number, anchor) for anchor in anchors]
        kept.append(entry)
    return Phrase.of(kept, keys)


def _entry(document: Document, fields: Fields, notation: Notation) -> Entry:
    rows = tuple(_rows(document, fields["match"], "match", notation))
    return Entry(
        rows=rows,
        case=document.choice(fields["case"], _CASES, "case") if "case" in fields else Case.SENTENCE,
        scope=scope(document, fields),
        when=_contexts(document, fields.get("when"), "when", notation),
        unless=_contexts(document, fields.get("unless"), "unless", notation),
        fixes=tuple(_fixes(document, fields, rows, notation)),
    )


def _rows(document: Document, node: yaml.Node, what: str, notation: Notation) -> Iterator[Row]:
    for text in document.texts(node, what):
        row = _tried(document, node, what, partial(notation.row, text))
        if row:
            yield row


def _tried(document: Document, node: yaml.Node, what: str, make: Callable[[], T]) -> T | None:
    try:
        return make()
    except ValueError as error:
        document.fail(node, f"{what}: {error}")
        return None


def _fixes(
    document: Document, fields: Fields, rows: tuple[Row, ...], notation: Notation
) -> Iterator[Rewrite]:
    if "say" in fields and "fix" in fields:
        document.fail(fields["fix"], "'say' and 'fix' are two ways to give a replacement: one is enough")
    found = [
        (fields[key], template, applicability)
        for key in ("say", "fix")
        if key in fields
        for template, applicability in (
            fix_fields(document, fields[key])
            if key == "fix"
            else [(text, Applicability.UNSAFE) for text in document.texts(fields[key], "say", empty=True)]
        )
    ]
    for node, template, applicability in found:
        made = _tried(document, node, "replacement", partial(pieces, template, rows, notation.lists))
        if made is not None:
            yield Rewrite(made, applicability)


def _contexts(
    document: Document, node: yaml.Node | None, what: str, notation: Notation
) -> tuple[Context, ...]:
    if node is None:
        return ()
    zipf = default_words().zipf
    found = []
    for place, value in document.mapping(node, PLACES, what).items():
        rows = tuple(_rows(document, value, f"{what}: {place}", notation))
        anchors = tuple(best_anchors(row, zipf, pairs=False) for row in rows)
        if not all(anchors) and place not in ("before", "after"):
            document.fail(value, f"{what}: {place}: each phrase needs at least one word that is always there")
        found.append(Context(place, rows, anchors))
    return tuple(found)


def _particulars(document: Document, node: yaml.Node, fields: Fields) -> Particulars:
    return Particulars(
        node.start_mark.line + 1,
        confidence(document, fields["confidence"]) if "confidence" in fields else None,
        codes(document, fields.get("pivots"), PIVOT, "pivots", "a language code, as in zh"),
        document.text(fields["why"], "why").strip() if "why" in fields else "",
    )


def _examples(document: Document, node: yaml.Node, fields: Fields) -> Iterator[Example]:
    if "bad" not in fields:
        document.fail(node, "the entry has no 'bad' example")
        return
    marked = document.texts(fields["bad"], "bad")
    good = document.texts(fields["good"], "good") if "good" in fields else ()
    if good and len(good) != len(marked):
        document.fail(fields["good"], "there must be as many 'good' texts as 'bad' ones")
        return
    line = node.start_mark.line + 1
    for text, repaired in zip_longest(marked, good):
        example = _tried(document, fields["bad"], "bad", bad(text, repaired).example)
        if example:
            yield example._replace(line=line)
    for text in document.texts(fields["fine"], "fine") if "fine" in fields else ():
        yield fine(text).example()._replace(line=line)
