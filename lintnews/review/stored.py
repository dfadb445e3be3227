"""An article on the disk: opened, and saved so that nothing of anybody's is lost."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.atomic import WriteError, save
from lintnews.dismissals import DismissalError, dismissals_for, remember
from lintnews.frozen import changed
from lintnews.readers.intake import BadRecord, sources_of
from lintnews.records import NamedTuple
from lintnews.review.errors import ConflictError, ReviewError
from lintnews.review.history import Dismissed
from lintnews.source import SourceError

if TYPE_CHECKING:
    from lintnews.readers.intake import Reading
    from lintnews.source import Source


class State(NamedTuple):
    """What is saved of an article."""

    text: str
    dismissed: frozenset[Dismissed]


class Stored:
    """The file of an article, and the dismissals that hold for it."""

    def __init__(self, path: str, reading: Reading) -> None:
        """Name the file; what it leads to now is what it has to lead to later, should it be a link."""
        self.path = path
        self._reading = reading
        self._real = Path(path).resolve()
        self._source: Source | None = None
        self._saved = State("", frozenset())
        self._dismissals = Path()

    @property
    def is_open(self) -> bool:
        """Whether it was read."""
        return self._source is not None

    @property
    def source(self) -> Source:
        """The file as it was read last; it is read now where it was not.

        Raises:
            ReviewError: it cannot be read.
        """
        return self._source or self.read()

    @property
    def saved(self) -> State:
        """What the disk has, as far as this review knows."""
        return self._saved

    def read(self) -> Source:
        """Read the file as it is now.

        Raises:
            ReviewError: it cannot be read.
        """
        try:
            stream = io.BytesIO(self._where().read_bytes())
            source = only_source(next(sources_of(stream, self.path, self._reading), None))
            held = dismissals_for(Path(self.path))
        except OSError as error:
            raise ReviewError(f"{self.path}: cannot be read: {error.strerror or error}") from error
        except SourceError as error:
            raise ReviewError(f"{self.path}: {error}") from error
        except DismissalError as error:
            raise ReviewError(str(error)) from error
        self._source, self._dismissals = source, held.path
        dismissed = (Dismissed(identity, reason) for identity, reason in held.reasons.items())
        self._saved = State(source.text, frozenset(dismissed))
        return source

    def encode(self, text: str) -> bytes:
        """Return what would be written for a text.

        Raises:
            ReviewError: the encoding of the file lacks a character of it.
        """
        try:
            return self.source.encode(text)
        except SourceError as error:
            raise ReviewError(f"{self.path} {error}") from error

    def write(self, state: State) -> None:
        """Save a state: the article, then what was dismissed.

        Raises:
            ConflictError: the file was changed by someone else; nothing is written.
            ReviewError: something cannot be written; the message says what.
        """
        if self._is_changed():
            raise ConflictError(f"{self.path} was changed by someone else since it was opened")
        if state.text != self._saved.text:
            try:
                save(changed(self.source, path=str(self._real), text=self._saved.text), state.text)
            except WriteError as error:
                raise ReviewError(f"{self.path} {error}") from error
            self._saved = self._saved._replace(text=state.text)
        new, old = state.dismissed - self._saved.dismissed, self._saved.dismissed - state.dismissed
        if new or old:
            try:
                remember(self._dismissals, dict(new), {one.identity for one in old} - dict(new).keys())
            except DismissalError as error:
                raise ReviewError(f"the article is saved, what was dismissed is not: {error}") from error
        self._saved = state

    def _where(self) -> Path:
        if Path(self.path).resolve() != self._real:
            raise ConflictError(f"{self.path} leads to another file now than when it was opened")
        return self._real

    def _is_changed(self) -> bool:
        try:
            return self._where().read_bytes() != self.source.encode(self._saved.text)
        except OSError:
            return True


def only_source(found: Source | BadRecord | None) -> Source:
    """Return what was found first in a file, where it is all that the file holds and can be written.

    Raises:
        SourceError: the file is an archive, or more than its text.
    """
    if found is None or isinstance(found, BadRecord) or found.record:
        raise SourceError("is an archive, which only ‘check’ reads")
    if found.is_read_only:
        raise SourceError("can be read, but not written: ‘check --format html’ shows it")
    return found
