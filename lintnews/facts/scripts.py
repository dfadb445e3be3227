"""Stretches of a text that are written in another script than Latin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Script names as an editor calls them, with their Unicode blocks (a regex class body each).
SCRIPTS = {
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f\u1c80-\u1c8f",
    "Armenian": "\u0530-\u058f",
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Indian": "\u0900-\u0dff",
    "Thai or Lao": "\u0e00-\u0eff",
    "Tibetan": "\u0f00-\u0fff",
    "Burmese": "\u1000-\u109f",
    "Georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Ethiopic": "\u1200-\u139f",
    "Khmer": "\u1780-\u17ff",
    "Mongolian": "\u1800-\u18af",
    # Kana first: Japanese mixes them with Chinese characters. The dot and the long-vowel bar are marks here.
    "Japanese": "\u3041-\u3096\u30a1-\u30fa\uff66-\uff6f\uff71-\uff9d",
    "Korean": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Chinese": "\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
}
# 丨 is used as a bar between Latin words.
_LETTER = "".join(SCRIPTS.values())
_IN_ONE_RUN = r"[^A-Za-z\u00c0-\u024f\u1e00-\u1eff\n()（）\"“”]"
_RUN = lazy(f"[{_LETTER}](?:{_IN_ONE_RUN}*[{_LETTER}])?")
# Whatever is neither Latin nor a mark. The large classes above cost more to compile than an article to lint.
_MAY_BE_LETTER = lazy("[^\x00-\u036f\u2000-\u303f]")
_BY_SCRIPT = [(name, lazy(f"[{letters}]")) for name, letters in SCRIPTS.items()]


def foreign_runs(text: str) -> Iterator[Span]:
    """Yield the stretches of letters outside the Latin script, with blanks, digits and marks between them."""
    if text.isascii() or not _MAY_BE_LETTER.search(text):
        return
    for match in _RUN.finditer(text):
        yield Span(*match.span())


def script_of(text: str) -> str:
    """Return the name of the first script of SCRIPTS that `text` has letters of, "foreign" where none."""
    return next((name for name, letters in _BY_SCRIPT if letters.search(text)), "foreign")
