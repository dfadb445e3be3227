"""Every file of a run is linted here, or by other processes, or was before: the results come in order."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from lintnews.checked import Checked, Problem, in_record
from lintnews.config.resolve import ERRORS
from lintnews.records import NamedTuple
from lintnews.results.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lintnews.cache import Cache
    from lintnews.config.resolve import RuleSets
    from lintnews.facts.remarks import Remarks
    from lintnews.languagetool.reading import Answer
    from lintnews.pool import Pool
    from lintnews.rule import Example
    from lintnews.rule_sets import RuleSet
    from lintnews.settings import Settings
    from lintnews.source import Source
    from lintnews.worker import Outcome, Task

    # What was read of the file at a path; None where that was all.
    Step = tuple[str, Source | Problem | None]


class Read(NamedTuple):
    """One step of a run, with what LanguageTool says of it where it was asked."""

    path: str
    source: Source | Problem | None
    answer: Answer | None = None

    @property
    def remarks(self) -> Remarks:
        """What LanguageTool says of its articles."""
        return self.answer.remarks if self.answer else {}

    @property
    def without(self) -> str:
        """The family of rules that cannot be run on it, lest comments about them are called unused."""
        return "LT" if self.answer and self.answer.failure else ""


#: What linting came to: an exception is one of ERRORS; None where there was nothing to lint.
Result = Checked | Problem | Exception | None


class Linting:
    """Lints the files of a run in at most `jobs` processes, but for those whose results are kept."""

    def __init__(self, rule_sets: RuleSets, cache: Cache, jobs: int) -> None:
        self._rule_sets, self._cache, self._jobs = rule_sets, cache, jobs
        self._kept = Kept(cache)
        self._pool: Pool | None = None

    @property
    def may_wait(self) -> bool:
        """Whether other processes may be done with something while this one waits for a pipe."""
        return self._jobs > 1 and os.name == "posix"

    def over(self, steps: Iterable[Read]) -> Iterator[tuple[Read, Result]]:
        """Yield each step with what linting came to, in order."""
        with self._kept:
            if self._jobs == 1:
                yield from ((read, self._here(read)) for read in steps)
            else:
                yield from self._by_others(steps)

    def _by_others(self, steps: Iterable[Read]) -> Iterator[tuple[Read, Result]]:
        from lintnews.pool import Pool  # noqa: PLC0415 - few runs need it
        from lintnews.results.work import linting  # noqa: PLC0415

        with Pool(self._jobs, partial(linting, self._cache)) as self._pool:
            yield from self._told(self._pool.over(map(self._tried, steps)))

    def meanwhile(self, pipe: int) -> Iterator[tuple[Read, Result]]:
        """Yield the next steps that are done, in order, until there is something to read from a pipe."""
        if self._pool:
            yield from self._told(self._pool.meanwhile(pipe))

    def _told(
        self, outcomes: Iterable[tuple[tuple[Read, Result], Outcome | None]]
    ) -> Iterator[tuple[Read, Result]]:
        for (read, early), outcome in outcomes:
            yield read, self._result(read, outcome) if early is None else early

    def rule_set(self, read: Read) -> RuleSet:
        """Return the checks for a source that was read.

        Raises:
            ERRORS: its settings cannot be used.
        """
        return self._held(read)[1]

    def _held(self, read: Read) -> tuple[Settings, RuleSet]:
        settings, checks = self._rule_sets.at(_path(read))
        return settings, checks.without(read.without) if read.without else checks

    def _here(self, read: Read) -> Result:
        early = self._early(read)
        if early is not None or read.source is None or isinstance(read.source, Problem):
            return early
        from lintnews.run import check_source  # noqa: PLC0415 - not where all results are kept

        settings, checks = self._held(read)
        checked = check_source(read.source, checks, read.remarks)
        if not read.answer:
            self._kept.put(checked, settings)
        return checked

    def _early(self, read: Read) -> Result:
        """Return the result of what need not be linted; None where it must, or there is nothing to lint."""
        if read.source is None or isinstance(read.source, Problem):
            return read.source
        try:
            # What LanguageTool will say is not known before it is asked.
            kept = None if read.answer else self._kept.get(read.source, *self._known(read))
            if kept is None:
                self._held(read)
        except ERRORS as error:
            return error
        return kept

    def _known(self, read: Read) -> tuple[Settings, Callable[[str], Sequence[Example]]]:
        """Return the settings of a source, and what gives examples of their rules when someone wants them."""

        def examples_of(code: str) -> Sequence[Example]:
            return next((rule.examples for rule in self.rule_set(read).known if rule.code == code), ())

        return self._rule_sets.settings(_path(read)), examples_of

    def _tried(self, read: Read) -> tuple[tuple[Read, Result], Task | None]:
        """Return a step with its result where it need not be linted, else with the task for a process."""
        from lintnews.results.work import Job  # noqa: PLC0415
        from lintnews.worker import Task  # noqa: PLC0415

        early = self._early(read)
        if early is not None or read.source is None or isinstance(read.source, Problem):
            return (read, early), None
        job = Job(read.source, self._held(read)[0], dict(read.remarks), read.without)
        return (read, None), Task(job, len(read.source.text))

    def _result(self, read: Read, outcome: Outcome | None) -> Result:
        from lintnews.results.plain import decode  # noqa: PLC0415
        from lintnews.worker import Died, Done, Failed  # noqa: PLC0415

        if read.source is None or isinstance(read.source, Problem):
            return read.source
        if isinstance(outcome, Done):
            settings, examples_of = self._known(read)
            checked = decode(outcome.answer, read.source, examples_of)
            if not read.answer:
                self._kept.put(checked, settings, outcome.answer)
            return checked
        if isinstance(outcome, Died):
            return _problem(read.source, _end(outcome.signal))
        if isinstance(outcome, Failed):
            return _problem(read.source, f"internal error: {outcome.message}; please report it")
        return self._here(read)


def _path(read: Read) -> str:
    return str(read.source.path) if read.source else read.path


def _problem(source: Source, message: str) -> Problem:
    return Problem(_name(source), in_record(source.record, message) if source.record else message)


def _name(source: Source) -> str:
    return source.path or "<text>"


def _end(signal: int | None) -> str:
    """Say how the process ended that linted a file."""
    if signal is None:
        return "was not linted: the process that did it ended before its time"
    import signal as signals  # noqa: PLC0415 - only paid on the way to an error

    why = ", as happens where memory runs out" if signal == signals.SIGKILL else ""
    return f"was not linted: the process that did it was ended by {signals.Signals(signal).name}{why}"
