"""What may be wrong with what a user hands over: packs and vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class PackProblem(NamedTuple):
    """One defect of a pack; `line` and `column` start at 1, 0 where the whole file is meant."""

    path: str
    message: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.message}"


class PackError(Exception):
    """A pack that cannot be used; `problems` are all that was found wrong, in the order of the file."""

    def __init__(self, problems: Sequence[PackProblem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class VocabularyError(Exception):
    """A vocabulary that cannot be read; the message is one line for the user, with its path."""
