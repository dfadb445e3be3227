"""How text looks on a terminal: what is printed for each character, and how many columns it takes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAB = "    "
# Zero-width and direction marks would hide or reorder what stands around them: they are spelt out.
_SPELT_OUT = frozenset({"Cf", "Co", "Cs", "Zl", "Zp"})


def printable(char: str) -> str:
    """Return what to print for one character: itself where the terminal shows it and nothing else happens."""
    if " " <= char <= "~":
        return char
    if char == "\t":
        return _TAB
    category = unicodedata.category(char)
    if category == "Cc":
        # The control pictures; a C1 control has none.
        return chr(0x2400 + ord(char)) if char < " " else f"<U+{ord(char):04X}>"
    return f"<U+{ord(char):04X}>" if category in _SPELT_OUT else char


def hidden(text: str) -> Iterator[tuple[str, str]]:
    """Cut `text` where a page would hide or reorder something: each piece with what to show in its place.

    The second is empty for text that is shown as it is. Line ends and tabs are room, as in any page.
    """
    if text.isprintable():
        yield text, ""
        return
    place = 0
    for index, char in enumerate(text):
        if char in "\n\r\t" or unicodedata.category(char) not in {*_SPELT_OUT, "Cc"}:
            continue
        if place < index:
            yield text[place:index], ""
        yield char, f"U+{ord(char):04X}"
        place = index + 1
    if place < len(text):
        yield text[place:], ""


def visible(text: str) -> str:
    """Return `text` as it is printed, on one line."""
    return text if text.isascii() and text.isprintable() else "".join(map(printable, text))


def columns(text: str) -> int:
    """Return how many columns printable `text` takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
