"""One article under review: what an editor does to it, and what it says then.

What counts is the file as it was opened and the edits over it. Everything else follows from them: after each
step the text is linted again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.fixes import FixError
from lintnews.frozen import changed
from lintnews.readers.formats import format_of
from lintnews.records import NamedTuple
from lintnews.report.galley import Change, Galley
from lintnews.report.typesetting import typeset
from lintnews.review.draft import Draft, rewritten
from lintnews.review.errors import ReviewError, StaleError
from lintnews.review.history import Dismissed, History, Linted, Step, carried_over
from lintnews.review.stored import State, Stored
from lintnews.run import check_source
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.finding import Edit, Finding
    from lintnews.readers.intake import Reading
    from lintnews.rule import Check
    from lintnews.source import Source

    #: Gives the checks for the article at a path, or raises a ReviewError.
    ChecksOf = Callable[[str], Sequence[Check]]

# A label quotes at most so many characters.
_LONGEST_LABEL = 40


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


class Opened:
    """An article under review, read when it is first looked at.

    Each step takes the `revision` of the state that it was asked on, and returns the number of the finding to
    go on with, 0 for none. All raise a ReviewError where the step cannot be taken.
    """

    def __init__(self, path: str, checks_of: ChecksOf, reading: Reading) -> None:
        self.path = path
        self._checks_of = checks_of
        self._file = Stored(path, reading)
        self._revision = 0
        self._steps: History | None = None
        self._linted: Linted | None = None

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the disk does not have."""
        return self._steps is not None and self._state() != self._file.saved

    def view(self) -> View:
        """Return what the page shows."""
        step, linted = self._history.now, self._lint()
        let_stand = {one.identity for one in step.dismissed}
        named = list(zip(linted.findings, linted.identities, strict=True))
        findings = tuple(finding for finding, identity in named if identity not in let_stand)
        here = {identity for _, identity in named}
        now = changed(self._file.source, text=linted.text)
        changes = (Change(edit.span, edit.text) for edit in step.draft.undoing)
        return View(
            revision=self._revision,
            galley=typeset(now, findings, changes),
            source=now,
            findings=findings,
            dismissed=tuple(one for one in step.dismissed if one.identity in here),
            undo=self._history.undo,
            redo=self._history.redo,
            unsaved=self.unsaved,
            markup=(now.format or format_of(now.path, now.text)) != "text",
            problems=linted.problems,
        )

    def content(self) -> bytes:
        """Return the article as it would be saved."""
        return self._file.encode(self._history.now.draft.text)

    def block(self, revision: int, row: int) -> str:
        """Return a block as it stands in the file, for editing by hand."""
        view = self._current(revision)
        return _row(view, row).of(view.source.text)

    def accept(self, revision: int, note: int, candidate: int) -> int:
        """Make a fix of a finding; findings are counted from 1, fixes from 0."""
        view = self._current(revision)
        finding = _finding(view, note)
        if not 0 <= candidate < len(finding.fixes):
            raise ReviewError("there is no such repair")
        fix = finding.fixes[candidate]
        if not fix.is_whole:
            raise ReviewError("this repair would break the file's markup: edit it by hand")
        return self._edit(fix.edits, f"accepted for {_quoted(finding.span.of(view.source.text))}")

    def rewrite(self, revision: int, row: int, text: str) -> int:
        """Put what an editor wrote in the place of a block."""
        view = self._current(revision)
        span = _row(view, row)
        edits = [
            edit._replace(span=Span(edit.span.start + span.start, edit.span.end + span.start))
            for edit in rewritten(span.of(view.source.text), text, view.source.newline)
        ]
        if not edits:
            return self._next(span.start)
        return self._edit(edits, f"edited line {view.galley.rows[row].line} by hand")

    def dismiss(self, revision: int, note: int, reason: str) -> int:
        """Let a finding stand."""
        view, linted = self._current(revision), self._lint()
        finding = _finding(view, note)
        identity = linted.identities[linted.findings.index(finding)]
        step = self._history.now
        dismissed = (*step.dismissed, Dismissed(identity, reason.strip()))
        label = f"dismissed {_quoted(finding.span.of(view.source.text))}"
        self._take(Step(step.draft, dismissed, label))
        return self._next(finding.span.start)

    def restore(self, revision: int, index: int) -> int:
        """Report a dismissed finding again; `index` counts `View.dismissed` from 0."""
        view = self._current(revision)
        if not 0 <= index < len(view.dismissed):
            raise ReviewError("there is no such dismissed finding")
        identity = view.dismissed[index].identity
        step = self._history.now
        kept = tuple(one for one in step.dismissed if one.identity != identity)
        self._take(Step(step.draft, kept, f"no longer dismissed {_quoted(identity.text)}"))
        linted = self._lint()
        return self._next(linted.findings[linted.identities.index(identity)].span.start)

    def undo(self, revision: int) -> int:
        """Take the last step back."""
        return self._move(revision, -1)

    def redo(self, revision: int) -> int:
        """Do again what was taken back last."""
        return self._move(revision, 1)

    def save(self, revision: int) -> None:
        """Write the article and remember the dismissals; raises as `Stored.write`."""
        self._current(revision)
        self._file.write(self._state())
        self._revision += 1

    def reload(self) -> None:
        """Take the file as it is on the disk now; all that was done here is gone."""
        self._file.read()
        self._steps = None
        self._revision += 1

    @property
    def _history(self) -> History:
        if self._steps is None:
            text = self._file.source.text
            self._steps = History(Step(Draft(text), tuple(self._file.saved.dismissed)))
        return self._steps

    def _state(self) -> State:
        step = self._history.now
        return State(step.draft.text, frozenset(step.dismissed))

    def _current(self, revision: int) -> View:
        """Return what the page shows, where it shows that to whoever asks."""
        view = self.view()
        if revision != self._revision:
            raise StaleError("the article was changed in another window: here is how it reads now")
        return view

    def _lint(self, draft: Draft | None = None) -> Linted:
        """Lint a draft, the one that counts where none is given; the last one linted is kept."""
        text = (draft or self._history.now.draft).text
        if self._linted is None or self._linted.text != text:
            source = changed(self._file.source, text=text)
            checked = check_source(source, self._checks_of(self.path))
            self._linted = Linted(text, checked.findings, tuple(map(str, checked.problems)))
        return self._linted

    def _edit(self, edits: Iterable[Edit], label: str) -> int:
        """Take a step that changes the text; what the file's encoding lacks is refused here already."""
        step, edits, before = self._history.now, tuple(edits), self._lint()
        try:
            draft = step.draft.with_edits(edits)
        except FixError as error:
            raise ReviewError(str(error)) from error
        self._file.encode(draft.text)
        dismissed = carried_over(step.dismissed, before, edits, self._lint(draft))
        self._take(Step(draft, dismissed, label))
        return self._next(min(edit.span.start for edit in edits))

    def _take(self, step: Step) -> None:
        self._history.take(step)
        self._revision += 1

    def _move(self, revision: int, by: int) -> int:
        before = self._current(revision)
        self._history.move(by)
        self._revision += 1
        after = self.view()
        was = set(Linted(before.source.text, before.findings).identities)
        known = Linted(after.source.text, after.findings).identities
        new = next((number for number, identity in enumerate(known, 1) if identity not in was), 0)
        return new or self._next(_parting(before.source.text, after.source.text))

    def _next(self, place: int) -> int:
        """Return the number of the first finding from a place of the text on, else of the last one."""
        findings = self.view().findings
        return next((number for number, one in enumerate(findings, 1) if one.span.end > place), len(findings))


def _finding(view: View, note: int) -> Finding:
    if not 1 <= note <= len(view.findings):
        raise ReviewError("there is no such finding")
    return view.findings[note - 1]


def _row(view: View, row: int) -> Span:
    if not 0 <= row < len(view.galley.rows):
        raise ReviewError("there is no such paragraph")
    return view.galley.rows[row].span


def _parting(one: str, other: str) -> int:
    """Return where two texts begin to differ."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)


def _quoted(text: str) -> str:
    shown = " ".join(text.split())
    return f"‘{shown if len(shown) <= _LONGEST_LABEL else shown[: _LONGEST_LABEL - 1] + '…'}’"
