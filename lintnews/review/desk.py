"""The articles of one review, in the order given."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from lintnews.readers.intake import Reading
from lintnews.review.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.review.opened import ChecksOf


class Desk:
    """The articles of one review.

    Whoever touches one holds `lock`: there is one editor, and the rules share what they computed.
    """

    def __init__(self, paths: Iterable[str], checks_of: ChecksOf, reading: Reading | None = None) -> None:
        """Lay out the articles at `paths`; `reading` says how they are read, None for as each tells."""
        self.lock = threading.Lock()
        self.articles = tuple(Opened(path, checks_of, reading or Reading()) for path in paths)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Paths of the articles with changes that are not saved."""
        with self.lock:
            return tuple(article.path for article in self.articles if article.unsaved)
