"""Colour on a terminal."""

from __future__ import annotations

from lintnews.rule import Severity

BOLD = "1"
DIM = "2"
RED = "1;31"
GREEN = "32"
YELLOW = "1;33"
BLUE = "34"
CYAN = "1;36"

BY_SEVERITY = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: CYAN}


def paint(text: str, colour: str, *, wanted: bool) -> str:
    """Wrap `text` in the terminal's codes for `colour` where colour is wanted."""
    return f"\x1b[{colour}m{text}\x1b[0m" if wanted and text else text
