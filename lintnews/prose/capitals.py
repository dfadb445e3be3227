"""Lines whose capitals say nothing: all capitals, and the title case of headlines."""

from __future__ import annotations

from lintnews.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:[’'.&-][^\W_]+)*")


def has_heading_capitals(line: str) -> bool:
    """Whether a line is in capitals or in title case: of its longer words hardly one begins small."""
    longer = [word for word in _WORD.findall(line) if len(word) > 3 and word[0].isalpha()]
    small = sum(word[0].islower() for word in longer)
    return (len(longer) >= 2 and small <= len(longer) // 6) or (bool(longer) and line.isupper())
