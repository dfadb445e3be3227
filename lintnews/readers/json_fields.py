"""ninjs (1.x to 3.x) and JSON of any other shape: the articles are the objects with fields of prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.readers.assembly import assemble
from lintnews.readers.embedded import Embedded
from lintnews.readers.field_names import Fields, role_of
from lintnews.readers.json_places import Array, Object, String, decoded, escape_in, parse, pieces_of
from lintnews.source import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Article
    from lintnews.readers.json_places import Value
    from lintnews.source import Source

# ninjs 2 and 3 have lists of headlines, bodies, …: objects whose text is the member `value`.
_VALUE = "value"
_TYPE = ("contenttype", "contentType")


def read_json(source: Source) -> Iterator[Article]:
    """Yield the articles of a JSON text: of each object with prose its story, then its other texts.

    Raises:
        SourceError: it is no JSON, or has no field of a known name; `source.fields` names others.
    """
    yield from articles_in(source, parse(source))


def articles_in(source: Source, root: Value) -> Iterator[Article]:
    """Yield the articles of a value of JSON, those of an object before those of objects within it.

    Raises:
        NoArticleError: it has no field with prose.
    """
    found = False
    waiting: list[Value] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Array):
            waiting += reversed(value.items)
        elif isinstance(value, Object):
            fields, others = _taken_apart(source, value)
            # A field that is empty is one, too.
            found = found or fields.is_known
            for units in fields.stories(joined=bool(source.fields)):
                found = True
                yield from assemble(source, units)
            waiting += reversed(others)
    if not found:
        known = ", ".join(source.fields) or "headline, body, text, …"
        raise NoArticleError(f"holds no field with prose ({known}); --field names one")


def _taken_apart(source: Source, value: Object) -> tuple[Fields, list[Value]]:
    """Return the prose of an object, and the members in which other articles may be."""
    fields = Fields()
    others: list[Value] = []
    for name, member in value.members.items():
        role = role_of(name, source.fields)
        texts = list(_texts(source, member)) if role else []
        if role is None or not texts:
            others.append(member)
            continue
        for strings, content in texts:
            as_html = True if "html" in name.lower() or "html" in content else None
            escape = escape_in(source.encoding)
            embedded = [Embedded.of(pieces_of(source.text, string), escape) for string in strings]
            fields.add(role, embedded, source.encoding, as_html=as_html)
    return fields, others


def _texts(source: Source, value: Value) -> Iterator[tuple[list[String], str]]:
    """Yield the texts of a field, each with its content type or "": of a list of strings all are one."""
    if isinstance(value, String):
        yield [value], ""
    elif isinstance(value, Array):
        strings = [item for item in value.items if isinstance(item, String)]
        if strings:
            yield strings, ""
        for item in value.items:
            text = item.members.get(_VALUE) if isinstance(item, Object) else None
            if isinstance(item, Object) and isinstance(text, String):
                kinds = [item.members[name] for name in _TYPE if name in item.members]
                yield (
                    [text],
                    "".join(decoded(source.text, kind) for kind in kinds if isinstance(kind, String)),
                )
