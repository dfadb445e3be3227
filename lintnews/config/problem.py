"""What is wrong with a setting, and where."""

from __future__ import annotations


class SettingsError(Exception):
    """A setting that cannot be used; the message is one line for the user.

    `source` is the file (or `--config`, or an option) that holds it, `line` its line from 1, 0 where the
    whole source is meant.
    """

    def __init__(self, source: str, message: str, line: int = 0) -> None:
        super().__init__(f"{source}:{line}: {message}" if line else f"{source}: {message}")
        self.source = source
        self.message = message
        self.line = line


class UnfitError(ValueError):
    """A value that does not fit its key. `item` is the part of it that does not, None for the whole."""

    def __init__(self, message: str, item: str | None = None) -> None:
        super().__init__(message)
        self.item = item
