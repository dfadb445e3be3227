"""Reading from a pipe: while nothing comes through it, something else is done."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import Buffer

#: What is done until there may be something to read from a file, which it gets by its number.
Meanwhile = Callable[[int], None]


class ElsewhereError(BaseException):
    """Holds what went wrong while a reader waited: none is to take it for a trouble of its own file."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


class PatientPipe(io.RawIOBase):
    """The file of a number; `meanwhile` is called before each reading. Whoever opened it closes it."""

    def __init__(self, number: int, meanwhile: Meanwhile) -> None:
        self._number, self._meanwhile = number, meanwhile

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._number

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Read what there is, and wait where there is nothing.

        Raises:
            ElsewhereError: of `meanwhile`.
        """
        try:
            self._meanwhile(self._number)
        except Exception as error:
            raise ElsewhereError(error) from error
        into: Any = buffer
        return os.readv(self._number, [into])
