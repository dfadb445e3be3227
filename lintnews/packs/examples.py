"""The examples of a pack's rule, kept as text until someone looks at them: most runs do not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from lintnews.rule import Example
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class KeptExamples(Sequence[Example]):
    """Examples as read from the cache."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    @staticmethod
    def text(examples: Iterable[Example]) -> bytes:
        """Return what this class reads."""
        rows = [[e.text, [list(span) for span in e.spans], e.repaired, e.line] for e in examples]
        return json.dumps(rows, separators=(",", ":")).encode("ascii")

    @cached_property
    def _examples(self) -> tuple[Example, ...]:
        return tuple(
            Example(text, tuple(Span(*span) for span in spans), repaired, line)
            for text, spans, repaired, line in json.loads(self._text)
        )

    def __len__(self) -> int:
        return len(self._examples)

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Example, ...]: ...
    def __getitem__(self, index: int | slice) -> Example | tuple[Example, ...]:
        return self._examples[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._examples == tuple(other)

    def __hash__(self) -> int:
        return hash(self._examples)
