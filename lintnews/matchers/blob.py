"""What the cached form of rules keeps apart, to be read when it is needed."""

from __future__ import annotations


class Blob:
    """Texts of ASCII in a row, each known by where it begins and ends."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> list[int]:
        """Add a text and return where it begins and ends."""
        self.parts.append(part)
        start, self._size = self._size, self._size + len(part)
        return [start, self._size]
