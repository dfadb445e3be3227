"""One run over the files: each is linted, reported, and judged, and what goes wrong is told of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.checked import Problem
from lintnews.cli.console import Progress, complain, remark
from lintnews.cli.failures import lines_of
from lintnews.cli.files import STDIN, sources
from lintnews.cli.linting import Read
from lintnews.cli.patience import ElsewhereError
from lintnews.cli.reported import UnusableError
from lintnews.config.resolve import ERRORS
from lintnews.records import NamedTuple
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.checked import Checked
    from lintnews.cli.files import Found
    from lintnews.cli.fixing import Fixing
    from lintnews.cli.gating import Judge
    from lintnews.cli.linting import Linting, Result, Step
    from lintnews.cli.patience import Meanwhile
    from lintnews.cli.reported import Reported
    from lintnews.cli.resume import Resume
    from lintnews.cli.second_reader import SecondReader
    from lintnews.cli.streams import Outputs
    from lintnews.readers.intake import Reading
    from lintnews.report.tally import Tally

# So many records of an archive are told of that have no prose; with the wrong field it is none of millions.
_MOST_EMPTY = 20


class To(NamedTuple):
    """Where results go."""

    outputs: Outputs
    tally: Tally
    judge: Judge


class Run:
    """One run over the files: reports each as it is done, tells of what went wrong, and goes on."""

    def __init__(
        self,
        linting: Linting,
        reported: Reported,
        reading: Reading,
        to: To,
        fixing: Fixing,
        state: Resume,
    ) -> None:
        self._linting, self._reported, self._reading = linting, reported, reading
        self._outputs, self._tally, self._judge = to
        self._fixing, self._state = fixing, state
        self._second: SecondReader | None = None
        self._told: set[str] = set()
        self._empty: Counter[str] = Counter()

    def over(self, found: Found, stdin_name: str, second: SecondReader | None) -> list[Problem]:
        """Lint the files and return all problems, those of the search included."""
        self._second = second
        for problem in found.problems:
            complain(str(problem))
        everything = list(found.problems)
        progress = Progress(len(found.paths))

        def tell(results: Iterable[tuple[Read, Result]]) -> None:
            for read, result in results:
                for problem in self._told_of(read, result, progress):
                    if problem.is_no_article and not self._is_told(problem, found):
                        continue
                    progress.clear()
                    complain(str(problem))
                    everything.append(problem)
                    self._state.problems = True

        def meanwhile(pipe: int) -> None:
            tell(self._linting.meanwhile(pipe))

        # LanguageTool is asked ahead, and has a patience of its own.
        waits = self._linting.may_wait and not second
        steps = self._steps(found.paths, stdin_name, meanwhile if waits else None)
        reads = (
            (Read(*step, answer) for step, answer in second.over(steps))
            if second
            else (Read(*step) for step in steps)
        )
        with progress:
            try:
                tell(self._linting.over(reads))
            except ElsewhereError as broken:
                raise broken.error from None
        for problem in second.problems() if second else ():
            complain(str(problem))
            everything.append(problem)
            self._state.problems = True
        return everything

    def _is_told(self, problem: Problem, found: Found) -> bool:
        """Whether to tell of a file or record without prose: not where nobody named it, nor of too many."""
        self._empty[problem.path] += 1
        return problem.path not in found.searched and self._empty[problem.path] <= _MOST_EMPTY

    def _steps(self, paths: Iterable[str], stdin_name: str, meanwhile: Meanwhile | None) -> Iterator[Step]:
        """Yield what is read of each file, of an archive record by record, and None where it ends."""
        for path in paths:
            if not self._state.is_done(path):
                reading = self._reading._replace(since=self._state.since(path))
                for source in sources(path, stdin_name, reading, meanwhile):
                    yield path, source
                yield path, None

    def _told_of(self, read: Read, result: Result, progress: Progress) -> Iterator[Problem]:
        """Report an article or a record, or that a file ends, and yield its problems as they come."""
        if result is None:
            self._state.file_done(read.path)
            progress.file_done()
        elif isinstance(result, Problem):
            yield result
        elif isinstance(result, Exception):
            yield from self._of_settings(result)
        else:
            yield from self._checked(read, result, progress)
        if isinstance(read.source, Source):
            self._state.findings = self._judge.failed or self._state.findings
            self._state.record(read.path, read.source)
            if read.source.record:
                progress.record_done()

    def _checked(self, read: Read, checked: Checked, progress: Progress) -> Iterator[Problem]:
        source, on_disk = checked.source, read.path != STDIN
        try:
            # Git knows the lines of files, not those of an archive's records.
            findings = self._reported.of(source, checked.findings, has_lines=on_disk and not source.record)
        except (*ERRORS, UnusableError) as error:
            yield from self._of_settings(error)
            return

        def again(source: Source) -> Checked:
            from lintnews.run import check_source  # noqa: PLC0415 - only where fixes are made

            remarks = self._second.remarks(source) if self._second else {}
            return check_source(source, self._linting.rule_set(read), remarks)

        checked = self._fixing.done(checked, findings, again, is_stdin=not on_disk)
        if checked.is_linted:
            self._tally.add(checked)
            self._judge.see(checked)
            texts = self._outputs.texts(checked)
            if texts or source.note:
                progress.clear()
            if source.note:
                remark(f"{source.path}: {source.note}")
            for stream, text in texts:
                stream.write(text)
                if source.record:
                    stream.flush()
        yield from checked.problems
        if self._second and read.answer and read.answer.failure:
            yield from self._second.noted(checked.path, read.answer.failure)

    def _of_settings(self, error: Exception) -> Sequence[Problem]:
        """Return what is wrong with settings, told once though it keeps many files from being checked."""
        new = [line for line in lines_of(error) if line not in self._told]
        self._told.update(new)
        return [Problem(path, message) for path, _, message in (line.partition(": ") for line in new)]
