"""JSON with the place of every string: the standard library's parser keeps none, and recurses."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from lintnews.patterns import lazy
from lintnews.readers.assembly import Piece
from lintnews.records import NamedTuple
from lintnews.source import BrokenError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.offsets import Escape
    from lintnews.source import Source

# RFC 8259, and the control characters that some programs leave in strings as they are.
_TOKEN = lazy(
    r"[ \t\r\n]*(?:(?P<string>\"(?P<body>(?:[^\"\\\r\n]|\\[^\r\n])*)\")|(?P<mark>[\[\]{},:])"
    r"|(?P<atom>-?\d[\d.eE+-]{0,400}|true|false|null|NaN|-?Infinity)|(?P<end>\Z))"
)
_ESCAPE = lazy(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.",
    re.DOTALL,
)
_BLANKS = lazy(r"[ \t\r\n]*")
_MEANT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# Objects within objects: as deep as other parsers go.
_DEEPEST = 1000


class String(NamedTuple):
    """A string: the characters between its quotation marks."""

    start: int
    end: int


@dataclass
class Object:
    """An object: of two members of one name the later, as everywhere."""

    members: dict[str, Value] = field(default_factory=dict)


@dataclass
class Array:
    """An array."""

    items: list[Value] = field(default_factory=list)


#: Numbers, true, false and null are None.
Value: TypeAlias = Object | Array | String | None


def parse(source: Source) -> Value:
    """Return the value that a JSON text holds.

    Raises:
        BrokenError: it holds none, or more than one.
    """
    return _Parser(source).run()


# What may come next.
_VALUE, _ITEM, _KEY, _FIRST_KEY, _COLON, _COMMA, _END = range(7)
_NAMES = {
    _VALUE: "a value",
    _ITEM: "a value or ‘]’",
    _KEY: "a name in quotation marks",
    _FIRST_KEY: "a name in quotation marks or ‘}’",
    _COLON: "‘:’",
    _COMMA: "‘,’ or the closing bracket",
    _END: "nothing more",
}


class _Parser:
    """`_open` are the objects and arrays around the place, `_names` the members of objects that wait."""

    def __init__(self, source: Source) -> None:
        self._source, self._text = source, source.text
        self._open: list[Object | Array] = []
        self._names: list[str] = []
        self._root: Value = None
        self._next = _VALUE

    def run(self) -> Value:
        place = 0
        while True:
            token = _TOKEN.match(self._text, place)
            if not token or not self._take(token):
                begin = _BLANKS.match(self._text, place)
                offset = begin.end() if begin and begin.end() < len(self._text) else place
                raise BrokenError(self._source, offset, f"broken JSON: {_NAMES[self._next]} belongs here")
            place = token.end()
            if token["end"] is not None:
                return self._root

    def _take(self, token: re.Match[str]) -> bool:
        """Work in a token; False where it does not belong here."""
        mark = token["mark"]
        if self._next in (_VALUE, _ITEM):
            return self._value(token) or (mark == "]" and self._next == _ITEM and self._close())
        if self._next in (_KEY, _FIRST_KEY):
            return self._name(token) or (mark == "}" and self._next == _FIRST_KEY and self._close())
        if self._next == _COLON:
            self._next = _VALUE if mark == ":" else _COLON
            return mark == ":"
        if self._next == _COMMA:
            return self._comma(mark)
        return token["end"] is not None

    def _name(self, token: re.Match[str]) -> bool:
        if token["string"] is None:
            return False
        self._names.append(decoded(self._text, String(*token.span("body"))))
        self._next = _COLON
        return True

    def _comma(self, mark: str | None) -> bool:
        is_object = isinstance(self._open[-1], Object)
        if mark == ",":
            self._next = _KEY if is_object else _VALUE
            return True
        return mark == ("}" if is_object else "]") and self._close()

    def _value(self, token: re.Match[str]) -> bool:
        if token["string"] is not None:
            return self._add(String(*token.span("body")))
        if token["atom"] is not None:
            return self._add(None)
        if token["mark"] not in ("{", "["):
            return False
        if len(self._open) >= _DEEPEST:
            raise BrokenError(self._source, token.end() - 1, f"objects more than {_DEEPEST:,} deep")
        is_object = token["mark"] == "{"
        self._open.append(Object() if is_object else Array())
        self._next = _FIRST_KEY if is_object else _ITEM
        return True

    def _close(self) -> bool:
        return self._add(self._open.pop())

    def _add(self, value: Value) -> bool:
        if not self._open:
            self._root, self._next = value, _END
            return True
        around = self._open[-1]
        if isinstance(around, Object):
            around.members[self._names.pop()] = value
        else:
            around.items.append(value)
        self._next = _COMMA
        return True


def decoded(text: str, string: String) -> str:
    """Return what a string says."""
    return "".join(piece.text for piece in pieces_of(text, string))


def pieces_of(text: str, string: String) -> Iterator[Piece]:
    """Yield the characters of a string with its escapes resolved."""
    place = string.start
    if text.find("\\", *string) >= 0:
        for found in _ESCAPE.finditer(text, *string):
            if found.start() > place:
                yield Piece(text[place : found.start()], place, found.start())
            yield Piece(_meant(found.group()), found.start(), found.end())
            place = found.end()
    if place < string.end:
        yield Piece(text[place : string.end], place, string.end)


def _meant(code: str) -> str:
    if code[1] != "u" or len(code) == len(r"\u"):
        # No escape of JSON: the character stands for itself.
        return _MEANT.get(code[1], code[1])
    high = int(code[2:6], 16)
    if len(code) > 6:
        return chr(0x10000 + ((high - 0xD800) << 10) + int(code[8:], 16) - 0xDC00)
    # Half of a pair is no character.
    return "\ufffd" if 0xD800 <= high < 0xE000 else chr(high)


def escape_in(encoding: str) -> Escape:
    """Return what writes text into a string, in ASCII where the encoding holds no more."""
    ascii_only = not encoding.startswith("utf")

    def escape(text: str) -> str | None:
        return json.dumps(text, ensure_ascii=ascii_only)[1:-1]

    return escape
