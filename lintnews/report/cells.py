"""How text looks on a terminal: what is printed for each character, and how many columns it takes."""

from __future__ import annotations

import unicodedata

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
