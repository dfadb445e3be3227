"""The articles under review: what was done to each, what it says now, and how it is saved.

What counts is the file as it was opened and the edits over it. Everything else follows from them: after each
step the text is linted again.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews.atomic import WriteError, save
from lintnews.dismissals import DismissalError, Dismissals, dismissals_for, remember
from lintnews.fingerprint import Identity, identities
from lintnews.fixes import FixError
from lintnews.frozen import changed
from lintnews.readers.formats import format_of
from lintnews.report.galley import Change, Galley, galley
from lintnews.review.draft import Draft, rewritten
from lintnews.run import check_source
from lintnews.source import SourceError, decode
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.finding import Edit, Finding
    from lintnews.rule import Check
    from lintnews.source import Source

    ChecksOf = Callable[[str], Sequence[Check]]

# A label quotes at most so many characters.
_LONGEST_LABEL = 40


class ReviewError(Exception):
    """Why a step was not taken; the message is one line for the editor."""


class StaleError(ReviewError):
    """The page that asked shows an older state of the article."""


class ConflictError(ReviewError):
    """The file on the disk is no longer what was opened."""


class Dismissed(NamedTuple):
    """A finding let stand, with the editor's reason."""

    identity: Identity
    reason: str


class _Step(NamedTuple):
    """A state of the article, and what led to it in words."""

    draft: Draft
    dismissed: tuple[Dismissed, ...]
    label: str = ""


class View(NamedTuple):
    """What the page shows of an article.

    Attributes:
        revision: goes up with each change; whoever asks for one says which state it saw.
        findings: those to report, in the order of the text, as the notes of `galley` number them.
        undo, redo: what would be taken back, done again; empty for nothing.
        markup: whether blocks stand in the file with markup in them.
        problems: what went wrong while linting, one line each.
    """

    revision: int
    galley: Galley
    source: Source
    findings: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...]
    undo: str
    redo: str
    unsaved: bool
    markup: bool
    problems: tuple[str, ...]


class _Linted(NamedTuple):
    text: str
    findings: tuple[Finding, ...]
    problems: tuple[str, ...]


class Opened:
    """One article under review. Its methods are safe to call from several threads.

    Each step takes the `revision` of the state that it was asked on and returns the number of the finding to
    go on with, 0 for none.
    """

    def __init__(
        self, path: str, checks_of: ChecksOf, lock: threading.Lock, input_format: str | None = None
    ) -> None:
        """Name the article at `path`; it is read when first looked at. `lock` is that of the desk."""
        self.path = path
        self._format = input_format
        self._checks_of = checks_of
        self._lock = lock
        # A link that leads elsewhere later on is not followed.
        self._real = Path(path).resolve()
        self._revision = 0
        self._source: Source | None = None
        self._on_disk = Dismissals(Path(), {})
        self._saved = ("", frozenset[Dismissed]())
        self._steps: list[_Step] = []
        self._at = 0
        self._linted: _Linted | None = None

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the disk does not have."""
        with self._lock:
            return self._source is not None and self._is_unsaved()

    def view(self) -> View:
        """Return what the page shows.

        Raises:
            ReviewError: the file cannot be read.
        """
        with self._lock:
            return self._view()

    def block(self, revision: int, row: int) -> str:
        """Return a block as it stands in the file, for editing by hand."""
        with self._lock:
            view = self._current(revision)
            return self._row(view, row).of(view.source.text)

    def accept(self, revision: int, note: int, candidate: int) -> int:
        """Make a fix of a finding; both are counted, from 1 and from 0."""
        with self._lock:
            view = self._current(revision)
            finding = self._finding(view, note)
            if not 0 <= candidate < len(finding.fixes):
                raise ReviewError("there is no such repair")
            edits = finding.fixes[candidate].edits
            return self._edit(edits, f"accepted for {_quoted(finding.span.of(view.source.text))}")

    def rewrite(self, revision: int, row: int, text: str) -> int:
        """Put what an editor wrote in the place of a block."""
        with self._lock:
            view = self._current(revision)
            span = self._row(view, row)
            edits = [
                edit._replace(span=Span(edit.span.start + span.start, edit.span.end + span.start))
                for edit in rewritten(span.of(view.source.text), text, view.source.newline)
            ]
            if not edits:
                return self._next(span.start)
            return self._edit(edits, f"edited line {view.galley.rows[row].line} by hand")

    def dismiss(self, revision: int, note: int, reason: str) -> int:
        """Let a finding stand."""
        with self._lock:
            view = self._current(revision)
            finding = self._finding(view, note)
            everything = self._lint().findings
            known = identities(everything, view.source.text)[everything.index(finding)]
            step = self._steps[self._at]
            dismissed = (*step.dismissed, Dismissed(known, reason.strip()))
            label = f"dismissed {_quoted(finding.span.of(view.source.text))}"
            self._take(_Step(step.draft, dismissed, label))
            return self._next(finding.span.start)

    def restore(self, revision: int, index: int) -> int:
        """Report a dismissed finding again; `index` counts `View.dismissed` from 0."""
        with self._lock:
            view = self._current(revision)
            if not 0 <= index < len(view.dismissed):
                raise ReviewError("there is no such dismissed finding")
            gone = view.dismissed[index]
            step = self._steps[self._at]
            kept = tuple(one for one in step.dismissed if one.identity != gone.identity)
            self._take(_Step(step.draft, kept, f"no longer dismissed {_quoted(gone.identity.text)}"))
            found = self._view()
            known = identities(found.findings, found.source.text)
            same = (number for number, one in enumerate(known, 1) if one[:3] == gone.identity[:3])
            return next(same, 0)

    def undo(self, revision: int) -> int:
        """Take the last step back."""
        with self._lock:
            self._current(revision)
            return self._move(-1)

    def redo(self, revision: int) -> int:
        """Do again what was taken back last."""
        with self._lock:
            self._current(revision)
            return self._move(1)

    def save(self, revision: int) -> None:
        """Write the article and remember the dismissals.

        Raises:
            ConflictError: the file was changed by someone else; nothing is written.
            ReviewError: the file cannot be written.
        """
        with self._lock:
            self._current(revision)
            text, dismissed = self._state()
            if text != self._saved[0]:
                self._write(text)
            elif self._is_changed_on_disk():
                raise ConflictError(f"{self.path} was changed by someone else since it was opened")
            self._saved = (text, self._saved[1])
            self._remember(dismissed)
            self._saved = (text, dismissed)
            self._revision += 1

    def reload(self) -> None:
        """Take the file as it is on the disk now; all that was done here is gone.

        Raises:
            ReviewError: the file cannot be read.
        """
        with self._lock:
            self._read()

    def content(self) -> bytes:
        """Return the article as it would be saved.

        Raises:
            ReviewError: the file cannot be read.
        """
        with self._lock:
            source = self._opened()
            return source.encode(self._steps[self._at].draft.text)

    def _opened(self) -> Source:
        return self._source or self._read()

    def _read(self) -> Source:
        try:
            source = changed(decode(self._bytes(), self.path), format=self._format)
            on_disk = dismissals_for(self._real)
        except OSError as error:
            raise ReviewError(f"{self.path}: cannot be read: {error.strerror or error}") from error
        except SourceError as error:
            raise ReviewError(f"{self.path}: {error}") from error
        except DismissalError as error:
            raise ReviewError(str(error)) from error
        self._source, self._on_disk = source, on_disk
        dismissed = tuple(Dismissed(*item) for item in on_disk.reasons.items())
        self._steps, self._at = [_Step(Draft(source.text), dismissed)], 0
        self._saved = (source.text, frozenset(dismissed))
        self._linted = None
        self._revision += 1
        return source

    def _bytes(self) -> bytes:
        if Path(self.path).resolve() != self._real:
            raise ConflictError(f"{self.path} leads to another file now than when it was opened")
        return self._real.read_bytes()

    def _current(self, revision: int) -> View:
        """Return what the page shows, where it shows that to whoever asks."""
        view = self._view()
        if revision != self._revision:
            raise StaleError("the article was changed in another window: here is how it reads now")
        return view

    def _view(self) -> View:
        source = self._opened()
        step, linted = self._steps[self._at], self._lint()
        known = identities(linted.findings, linted.text)
        let_stand = {one.identity for one in step.dismissed}
        findings = tuple(
            finding
            for finding, identity in zip(linted.findings, known, strict=True)
            if identity not in let_stand
        )
        here = set(known)
        now = changed(source, text=linted.text)
        changes = (Change(edit.span, edit.text) for edit in step.draft.undoing)
        return View(
            revision=self._revision,
            galley=galley(now, findings, changes),
            source=now,
            findings=findings,
            dismissed=tuple(one for one in step.dismissed if one.identity in here),
            undo=step.label,
            redo=self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else "",
            unsaved=self._is_unsaved(),
            markup=(now.format or format_of(now.path, now.text)) != "text",
            problems=linted.problems,
        )

    def _lint(self) -> _Linted:
        text = self._steps[self._at].draft.text
        if self._linted is None or self._linted.text != text:
            checked = check_source(changed(self._opened(), text=text), self._checks_of(self.path))
            problems = tuple(str(problem) for problem in checked.problems)
            self._linted = _Linted(text, checked.findings, problems)
        return self._linted

    def _edit(self, edits: Iterable[Edit], label: str) -> int:
        """Take a step that changes the text; what the file's encoding cannot hold is refused here already."""
        step, edits = self._steps[self._at], tuple(edits)
        try:
            draft = step.draft.with_edits(edits)
            self._opened().encode(draft.text)
        except FixError as error:
            raise ReviewError(str(error)) from error
        except SourceError as error:
            raise ReviewError(f"{self.path} {error}") from error
        self._take(_Step(draft, step.dismissed, label))
        return self._next(min(edit.span.start for edit in edits))

    def _take(self, step: _Step) -> None:
        self._steps[self._at + 1 :] = [step]
        self._at += 1
        self._revision += 1

    def _move(self, by: int) -> int:
        at = self._at + by
        if not 0 <= at < len(self._steps):
            raise ReviewError("there is nothing to undo" if by < 0 else "there is nothing to redo")
        before = self._view()
        self._at = at
        self._revision += 1
        return self._first_unlike(before)

    def _first_unlike(self, before: View) -> int:
        """Return the number of the first finding that was not there before, else where the texts part."""
        view = self._view()
        was = set(identities(before.findings, before.source.text))
        known = identities(view.findings, view.source.text)
        for number, identity in enumerate(known, 1):
            if identity not in was:
                return number
        place = next(
            (i for i, (a, b) in enumerate(zip(before.source.text, view.source.text, strict=False)) if a != b),
            0,
        )
        return self._next(place)

    def _next(self, place: int) -> int:
        """Return the number of the first finding from a place of the text on, else of the last one."""
        findings = self._view().findings
        return next((number for number, one in enumerate(findings, 1) if one.span.end > place), len(findings))

    @staticmethod
    def _finding(view: View, note: int) -> Finding:
        if not 1 <= note <= len(view.findings):
            raise ReviewError("there is no such finding")
        return view.findings[note - 1]

    @staticmethod
    def _row(view: View, row: int) -> Span:
        if not 0 <= row < len(view.galley.rows):
            raise ReviewError("there is no such paragraph")
        return view.galley.rows[row].span

    def _state(self) -> tuple[str, frozenset[Dismissed]]:
        step = self._steps[self._at]
        return step.draft.text, frozenset(step.dismissed)

    def _is_unsaved(self) -> bool:
        return self._state() != self._saved

    def _is_changed_on_disk(self) -> bool:
        source = self._opened()
        try:
            return self._bytes() != source.encode(self._saved[0])
        except OSError:
            return True

    def _write(self, text: str) -> None:
        if self._is_changed_on_disk():
            raise ConflictError(f"{self.path} was changed by someone else since it was opened")
        try:
            save(changed(self._opened(), path=str(self._real), text=self._saved[0]), text)
        except WriteError as error:
            raise ReviewError(f"{self.path} {error}") from error

    def _remember(self, dismissed: frozenset[Dismissed]) -> None:
        before = {one.identity for one in self._saved[1]}
        if dismissed == self._saved[1]:
            return
        gone = before - {one.identity for one in dismissed}
        try:
            self._on_disk = remember(self._on_disk.path, dict(dismissed - self._saved[1]), gone)
        except DismissalError as error:
            raise ReviewError(f"the article is saved, what was dismissed is not: {error}") from error


class Desk:
    """The articles of one review, in the order given."""

    def __init__(self, paths: Iterable[str], checks_of: ChecksOf, *, input_format: str | None = None) -> None:
        """Lay out the articles.

        Args:
            paths: where they are.
            checks_of: gives the checks for each, or raises a ReviewError.
            input_format: how they are all read, None for as their names say.
        """
        # One at a time: the rules share what they computed, and there is one editor.
        lock = threading.Lock()
        self.articles = tuple(Opened(path, checks_of, lock, input_format) for path in paths)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Paths of the articles with changes that are not saved."""
        return tuple(article.path for article in self.articles if article.unsaved)


def _quoted(text: str) -> str:
    shown = " ".join(text.split())
    return f"‘{shown if len(shown) <= _LONGEST_LABEL else shown[: _LONGEST_LABEL - 1] + '…'}’"
