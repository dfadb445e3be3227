r"""From findings to a repaired text: which edits are made together, and when to look again.

    >>> made = repair(source, lint_again, Level.SAFE)
    >>> made.text, made.fixed, made.findings

Nothing here reads or writes a file (`atomic.py` does), and nothing asks what a rule means. All offsets are of
`Source.text`.

**Which fix of a finding.** Only its first: the others are for an editor to choose from. It is made where its
applicability is within the `Level`; a suggestion never is.

**Which fixes go together.** `choose` takes the weightier findings first and leaves for the next pass whatever
might say something else by then: a fix whose edits overlap or touch edits already taken; a finding that rests
(by its own span or its related places) on words that change, or whose edits change what a taken finding rests
on; a second fix of one isolation group (`group_of`).

**When it ends.** `repair` lints, makes what `choose` gives, lints again, until nothing is left to make. A
text that comes up a second time ends it too, and so does the bound on passes.
"""

from __future__ import annotations

import bisect
from enum import Enum
from typing import TYPE_CHECKING, Any

from lintnews.finding import Applicability
from lintnews.frozen import changed
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from lintnews.finding import Edit, Finding, Fix
    from lintnews.source import Source
    from lintnews.span import Span

#: More passes than this mean that rules undo each other's work (ruff has the same bound).
MOST_PASSES = 100
# Families whose rules judge a sentence as a whole: after one repair the rest of it reads otherwise.
_JUDGE_SENTENCES = frozenset({"CON", "GRM"})


class Level(Enum):
    """How far fixes may be trusted to be made unread."""

    SAFE = "safe"  # typography, doubled function words
    UNSAFE = "unsafe"  # wording, too

    def admits(self, fix: Fix) -> bool:
        """Whether a fix may be made at this level; a suggestion never may."""
        if self is Level.SAFE:
            return fix.applicability is Applicability.SAFE
        return fix.applicability is not Applicability.SUGGESTION


class FixError(Exception):
    """Edits that cannot be made together, or lie outside the text; the message is one line for the user."""


class Chosen(NamedTuple):
    """A finding and the fix of it that is made."""

    finding: Finding
    fix: Fix


class Repaired(NamedTuple):
    """What `repair` made of a text.

    Attributes:
        source: the text as repaired, with the path, encoding and byte-order mark that it had.
        fixed: the findings that were repaired, in the order of the passes, then of the text. Their offsets
            are of the text of their pass.
        findings: what is found in the repaired text.
        settled: False where the bound on passes ended it, or a text that came up again.
    """

    source: Source
    fixed: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    settled: bool = True

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.source.text


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the edits made, each where it stands in the text as given.

    Edits at one place are made in the order given.

    Raises:
        FixError: edits overlap, or reach out of the text.
    """
    pieces, place = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if not place <= edit.span.start <= edit.span.end <= len(text):
            raise FixError(f"the edit of characters {edit.span.start} to {edit.span.end} cannot be made")
        pieces += [text[place : edit.span.start], edit.text]
        place = edit.span.end
    return "".join((*pieces, text[place:]))


def applicable(text: str, finding: Finding, level: Level) -> Fix | None:
    """Return the fix of a finding that may be made at `level`: its first, or none.

    A fix that would change nothing is none.
    """
    fix = finding.fixes[0] if finding.fixes else None
    if fix is None or not level.admits(fix):
        return None
    return fix if any(edit.span.of(text) != edit.text for edit in fix.edits) else None


def group_of(finding: Finding) -> tuple[str, str] | None:
    """Return the isolation group of a finding: of the fixes of one group, one is made in a pass.

    Rules that judge a sentence as a whole form a group per sentence.
    """
    return (finding.rule.family, finding.sentence) if finding.rule.family in _JUDGE_SENTENCES else None


def choose(text: str, findings: Iterable[Finding], level: Level) -> tuple[Chosen, ...]:
    """Return the fixes that are made together in one pass, in the order of the text.

    Their edits neither overlap nor touch. The choice depends on the findings only, not on their order.
    """
    taken = _Taken()
    groups: set[tuple[str, str]] = set()
    for finding in sorted(findings, key=_weight):
        fix = applicable(text, finding, level)
        group = group_of(finding)
        if fix is None or group in groups or not taken.has_room(finding, fix):
            continue
        taken.add(finding, fix)
        if group:
            groups.add(group)
    return tuple(sorted(taken.fixes, key=lambda chosen: min(edit.span for edit in chosen.fix.edits)))


def make(text: str, chosen: Iterable[Chosen]) -> str:
    """Return the text with the chosen fixes made.

    Raises:
        FixError: as for `apply_edits`.
    """
    return apply_edits(text, (edit for one in chosen for edit in one.fix.edits))


def repair(
    source: Source,
    relint: Callable[[Source], Sequence[Finding]],
    level: Level,
    *,
    passes: int = MOST_PASSES,
) -> Repaired:
    """Repair a text as far as `level` goes, linting it with `relint` before each pass and after the last.

    Raises:
        FixError: a rule's fix cannot be made; nothing of the text is lost, as it is the caller's.
    """
    fixed: list[Finding] = []
    findings = relint(source)
    before = {source.text}
    for _ in range(passes):
        chosen = choose(source.text, findings, level)
        if not chosen:
            return Repaired(source, tuple(fixed), tuple(findings))
        source = changed(source, text=make(source.text, chosen))
        fixed += (one.finding for one in chosen)
        findings = relint(source)
        if source.text in before:
            break
        before.add(source.text)
    return Repaired(source, tuple(fixed), tuple(findings), settled=False)


def let_stand(findings: Iterable[Finding], sentences: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings, the fixes of those in `sentences` turned into suggestions.

    An editor let something stand there, and a sentence that changes is no longer the one that he saw.
    """
    return tuple(
        finding._replace(fixes=tuple(map(_suggested, finding.fixes)))
        if finding.sentence in sentences
        else finding
        for finding in findings
    )


def _suggested(fix: Fix) -> Fix:
    return fix._replace(applicability=Applicability.SUGGESTION)


def count_applicable(text: str, findings: Iterable[Finding], level: Level) -> int:
    """Return how many findings have a fix that may be made at `level`."""
    return sum(applicable(text, finding, level) is not None for finding in findings)


def _weight(finding: Finding) -> tuple[Any, ...]:
    """Sort the surest and gravest first, as `engine.settle` does, and leave nothing to chance after that."""
    rule = finding.rule
    fixes = tuple((fix.edits, fix.applicability.value) for fix in finding.fixes)
    return (-rule.confidence.rank, -rule.severity.weight, finding.span, rule.code, fixes, finding.related)


class _Taken:
    """The fixes of a pass so far, with what they change and what their findings rest on."""

    def __init__(self) -> None:
        self.fixes: list[Chosen] = []
        self._edits = _Spans()
        self._evidence = _Spans()

    def has_room(self, finding: Finding, fix: Fix) -> bool:
        """Whether a fix can be made along with those taken, and means the same with them made."""
        if any(self._edits.touch(edit.span) or self._evidence.meet(edit.span) for edit in fix.edits):
            return False
        return not any(self._edits.meet(span) for span in _evidence(finding))

    def add(self, finding: Finding, fix: Fix) -> None:
        """Take a fix."""
        self.fixes.append(Chosen(finding, fix))
        for edit in fix.edits:
            self._edits.add(edit.span)
        for span in _evidence(finding):
            self._evidence.add(span)


def _evidence(finding: Finding) -> tuple[Span, ...]:
    return (finding.span, *(related.span for related in finding.related))


class _Spans:
    """Spans in order, to ask which meet another one. Those that overlap are kept as one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, span: Span) -> None:
        """Add a span, put together with those that it touches."""
        first = bisect.bisect_left(self._ends, span.start)
        last = bisect.bisect_right(self._starts, span.end)
        start = min([span.start, *self._starts[first:last]])
        end = max([span.end, *self._ends[first:last]])
        self._starts[first:last], self._ends[first:last] = [start], [end]

    def touch(self, span: Span) -> bool:
        """Whether one of the spans shares a character or an end with `span`."""
        first = bisect.bisect_left(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] <= span.end

    def meet(self, span: Span) -> bool:
        """Whether one of the spans shares a character with `span`, or holds it where it is empty."""
        first = bisect.bisect_right(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] < max(span.end, span.start + 1)
