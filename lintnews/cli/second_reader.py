"""LanguageTool beside our own rules in a run over many files."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from lintnews.checked import Problem
from lintnews.facts.remarks import NO_REMARKS, Remarks
from lintnews.languagetool.failure import LanguageToolFailure, ServerLost
from lintnews.languagetool.reading import Answer, Question, Reading, opened
from lintnews.languagetool.rules import unwanted
from lintnews.readers import articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from lintnews.rule_sets import RuleSet
    from lintnews.source import Source

    Step = tuple[str, Source | Problem | None]

#: What problems call it that are not one file's.
NAME = "LanguageTool"


class SecondReader:
    """Asks LanguageTool about every file; where it is lost, the run goes on without it."""

    def __init__(self, where: str, patience: float, rule_set_at: Callable[[str], RuleSet]) -> None:
        """Take where it is, how many seconds it has for a file, and what says which rules hold for one."""
        self._where, self._patience, self._rule_set_at = where, patience, rule_set_at
        self._stack = ExitStack()
        self._reading: Reading | None = None
        self._lost: LanguageToolFailure | None = None
        self._missed = 0

    def __enter__(self) -> Self:
        """Reach LanguageTool, or start it."""
        try:
            self._reading = self._stack.enter_context(opened(self._where, self._patience))
        except LanguageToolFailure as error:
            self._lost = error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it where we started it."""
        self._stack.close()

    def over(self, steps: Iterable[Step]) -> Iterator[tuple[Step, Answer]]:
        """Yield each step of the run with what LanguageTool says of what was read in it, in order."""
        if self._reading is None:
            yield from ((step, Answer(failure=self._lost)) for step in steps)
        else:
            yield from self._reading.over(steps, lambda step: self._question(step[1]))

    def remarks(self, source: Source) -> Remarks:
        """Return what LanguageTool says of a text that fixes have changed; nothing where it fails."""
        return self._reading.ask(self._question(source)).remarks if self._reading else NO_REMARKS

    def noted(self, path: str, failure: LanguageToolFailure) -> list[Problem]:
        """Take note that a file was not read by it; return what to say of the file itself."""
        if failure is self._lost or isinstance(failure, ServerLost):
            self._lost = failure
            self._missed += 1
            return []
        return [Problem(path, f"{NAME}: {failure}")]

    def _question(self, source: Source | Problem | None) -> Question | None:
        if source is None or isinstance(source, Problem):
            return None
        try:
            return Question(tuple(articles(source)), unwanted(self._rule_set_at(source.path or "")))
        except Exception:  # noqa: BLE001 - whoever checks the file meets it again, and tells of it
            return None

    def problems(self) -> list[Problem]:
        """Return what to say of the run: one line where LanguageTool was lost."""
        if not self._missed or self._lost is None:
            return []
        files = f"{self._missed:,} file{'' if self._missed == 1 else 's'}"
        return [Problem(NAME, f"{self._lost}; its findings are missing from {files}")]
