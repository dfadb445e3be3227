"""The examples of a pack's rule in the cache: kept as text until someone looks at them."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from lintnews.late import Late
from lintnews.rule import Example
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def plain(examples: Iterable[Example]) -> bytes:
    """Return examples as `late` reads them."""
    rows = [[e.text, [list(span) for span in e.spans], e.repaired, e.line] for e in examples]
    return json.dumps(rows, separators=(",", ":")).encode("ascii")


def late(read: Callable[[], bytes]) -> Late[Example]:
    """Undo `plain` for what `read` returns, which is asked for when someone looks at the examples."""
    return Late(partial(_examples, read))


def _examples(read: Callable[[], bytes]) -> Iterator[Example]:
    for example, spans, repaired, line in json.loads(read()):
        yield Example(example, tuple(Span(*span) for span in spans), repaired, line)
