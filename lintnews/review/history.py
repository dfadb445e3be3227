"""What was done to an article: the states that it went through, and a place among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.fingerprint import Identity, identities
from lintnews.records import NamedTuple
from lintnews.review.errors import ReviewError
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.finding import Edit, Finding
    from lintnews.review.draft import Draft


class Dismissed(NamedTuple):
    """A finding let stand, with the editor's reason."""

    identity: Identity
    reason: str


class Step(NamedTuple):
    """A state of an article, and what led to it in words; empty for how it was opened."""

    draft: Draft
    dismissed: tuple[Dismissed, ...]
    label: str = ""


class Linted(NamedTuple):
    """A text with what was found in it, and one line for each thing that went wrong."""

    text: str
    findings: tuple[Finding, ...]
    problems: tuple[str, ...] = ()

    @property
    def identities(self) -> list[Identity]:
        """What its findings are known by."""
        return identities(self.findings, self.text)


class History:
    """The steps of an article. What was undone can be done again until another step is taken."""

    def __init__(self, first: Step) -> None:
        self._steps = [first]
        self._at = 0

    @property
    def now(self) -> Step:
        """The state that counts."""
        return self._steps[self._at]

    @property
    def undo(self) -> str:
        """What would be taken back; empty for nothing."""
        return self.now.label

    @property
    def redo(self) -> str:
        """What would be done again; empty for nothing."""
        return self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else ""

    def take(self, step: Step) -> None:
        """Add a step after the state that counts."""
        self._steps[self._at + 1 :] = [step]
        self._at += 1

    def move(self, by: int) -> None:
        """Go back (-1) or forward (1).

        Raises:
            ReviewError: there is no such step.
        """
        if not 0 <= self._at + by < len(self._steps):
            raise ReviewError("there is nothing to undo" if by < 0 else "there is nothing to redo")
        self._at += by


def carried_over(
    dismissed: Sequence[Dismissed], before: Linted, edits: Sequence[Edit], after: Linted
) -> tuple[Dismissed, ...]:
    """Return dismissals as they are after `edits`: those in sentences that now read otherwise are renamed.

    A finding whose own words were edited is another one.
    """
    found = dict(zip(((one.rule.code, one.span) for one in after.findings), after.identities, strict=True))
    renamed: dict[Identity, Identity] = {}
    let_stand = {one.identity for one in dismissed}
    for finding, identity in zip(before.findings, before.identities, strict=True):
        if identity in let_stand and not any(edit.span.overlaps(finding.span) for edit in edits):
            now = found.get((finding.rule.code, _moved(finding.span, edits)))
            if now:
                renamed[identity] = now
    return tuple(one._replace(identity=renamed.get(one.identity, one.identity)) for one in dismissed)


def _moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Return where a place is after edits elsewhere."""
    shift = sum(len(edit.text) - edit.span.length for edit in edits if edit.span.end <= span.start)
    return Span(span.start + shift, span.end + shift)
