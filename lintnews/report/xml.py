"""Text as XML 1.0 may hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from lintnews.patterns import lazy

if TYPE_CHECKING:
    import re

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# XML 1.0, production 2 (Char): these cannot stand in a document even as references.
_ILLEGAL = lazy("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return `text` with pictures of the control characters that XML has no way to write."""
    return _ILLEGAL.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"


def attributes(**values: str | int) -> str:
    """Return the attributes of a tag, a blank before each; line ends and tabs are kept as references."""
    return "".join(f" {name}={quoteattr(legal(str(value)))}" for name, value in values.items())


def content(text: str) -> str:
    """Return `text` for the inside of an element."""
    return escape(legal(text), {"\r": "&#13;"})
