"""Lint the same texts with a pinned commit and with this tree: ratio of time, findings that differ.

    python benchmarks/compare.py [--baseline COMMIT] [--sets NAME,…] [--every N] [--rounds N]

Both lint in processes of their own that take turns, a handful of texts each, so that a busy machine slows
both alike. Times are processor time after one round that is not counted, in words a second; the ratio is the
baseline's time divided by this tree's, so above 1 is faster. Texts are the corpus where it is present (--sets
names its files without .jsonl.xz), and always the project's own fixtures. The exit code is 1 where findings
differ.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
#: The last commit before the work on throughput that docs/performance.md tells of.
BASELINE = "d9f0da34a556f1bc5a5b091f79b637afbaa1d81f"
#: Words that one process lints before the other has its turn.
TURN = 4_000
SHOWN = 40


class Text(NamedTuple):
    """A text with the kind that its figures are counted under."""

    kind: str
    id: str
    text: str


def texts(sets: frozenset[str], every: int) -> list[Text]:
    """Return every `every`-th text of the corpus where it is present, and the fixtures."""
    corpus = importlib.import_module("corpus")  # here: a worker runs this file beside another lintnews

    found = [
        Text("fixtures", str(path.relative_to(ROOT)), path.read_text("utf-8"))
        for path in sorted((ROOT / "fixtures").rglob("*.txt"))
    ]
    if corpus.CORPUS.is_dir():
        records = list(corpus.records("dev", sets))[::every]
        found += [Text(record.kind or "segments", record.id, record.text) for record in records]
    return found


def turns(chosen: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the texts in handfuls of one kind, of some `TURN` words each."""
    by_kind: defaultdict[str, list[Text]] = defaultdict(list)
    for text in chosen:
        by_kind[text.kind].append(text)
    for same in by_kind.values():
        handful: list[Text] = []
        words = 0
        for text in same:
            handful.append(text)
            words += len(text.text.split())
            if words >= TURN:
                yield handful
                handful, words = [], 0
        if handful:
            yield handful


class Worker:
    """A process that lints with the lintnews of one tree."""

    def __init__(self, tree: Path, confidence: str) -> None:
        env = {**os.environ, "PYTHONPATH": str(tree), "PYTHONHASHSEED": "0"}
        command = [sys.executable, str(Path(__file__).resolve()), "--worker", "--confidence", confidence]
        self._process = subprocess.Popen(
            command, cwd=tree, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def lint(self, handful: Sequence[Text]) -> dict[str, Any]:
        """Return `seconds`, `parsing` (what of them went into spaCy) and `findings` by text."""
        stdin, stdout = self._pipes()
        stdin.write(json.dumps([text.text for text in handful]) + "\n")
        stdin.flush()
        answer = stdout.readline()
        if not answer:
            sys.exit("a worker ended early: see its error above")
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        """End the process."""
        self._pipes()[0].close()
        self._process.wait()

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        return self._process.stdin, self._process.stdout


def work(confidence: str) -> None:
    """Lint what comes in a line of standard input; one line out for each."""
    from lintnews import facts  # noqa: PLC0415 - the lintnews of PYTHONPATH
    from lintnews.engine import lint  # noqa: PLC0415
    from lintnews.facts import syntax  # noqa: PLC0415
    from lintnews.readers import read  # noqa: PLC0415
    from lintnews.registry import at_confidence, builtin_checks  # noqa: PLC0415
    from lintnews.rule import Confidence  # noqa: PLC0415
    from lintnews.source import Source  # noqa: PLC0415

    parsing = 0.0
    parse = syntax.parse

    def timed(*arguments: Any) -> Any:
        nonlocal parsing
        began = time.process_time()
        try:
            return parse(*arguments)
        finally:
            parsing += time.process_time() - began

    syntax.parse = facts.parse = timed  # type: ignore[attr-defined,assignment]
    checks = at_confidence(builtin_checks(), Confidence(confidence))
    for line in sys.stdin:
        parsing, began = 0.0, time.process_time()
        found = [lint(read(Source(text)), checks) for text in json.loads(line)]
        seconds = time.process_time() - began
        findings = [[described(finding) for finding in findings] for findings in found]
        print(json.dumps({"seconds": seconds, "parsing": parsing, "findings": findings}), flush=True)


def described(finding: Any) -> str:
    """Return all of a finding as a line of text."""
    fixes = [
        [[(*edit.span, edit.text) for edit in fix.edits], fix.applicability.value, fix.message]
        for fix in finding.fixes
    ]
    related = [(*place.span, place.message) for place in finding.related]
    rule = finding.rule
    head = [rule.code, *finding.span, rule.severity.value, rule.confidence.value, rule.message, rule.why]
    return json.dumps([*head, finding.message, fixes, related])


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """Have the tree of a commit in a folder that vanishes afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "baseline"
        git = ["git", "-C", str(ROOT), "worktree"]
        if subprocess.run([*git, "add", "--quiet", "--detach", str(tree), commit], check=False).returncode:
            sys.exit(f"cannot check out {commit} as the baseline")
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


class Figures:
    """Seconds by kind and round, of the baseline and of this tree."""

    def __init__(self) -> None:
        self.words: defaultdict[str, int] = defaultdict(int)
        self._rounds: defaultdict[str, list[list[float]]] = defaultdict(list)

    def add(self, kind: str, number: int, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Add what one turn of round `number` took."""
        rounds = self._rounds[kind]
        while len(rounds) <= number:
            rounds.append([0.0] * 4)
        for index, answer in enumerate((old, new)):
            rounds[number][index] += answer["seconds"]
            rounds[number][index + 2] += answer["seconds"] - answer["parsing"]

    def table(self) -> Iterator[str]:
        """Yield a line per kind."""
        head = "".join(f"{name:>10}" for name in ("words", "baseline", "now", "no parse"))
        yield f"{'words a second':<18}{head}   ratio: min median max"
        for kind, rounds in self._rounds.items():
            words = self.words[kind]
            old, new, _, bare = (words / statistics.median(column) for column in zip(*rounds, strict=True))
            ratios = sorted(row[0] / row[1] for row in rounds)
            spread = f"{ratios[0]:.2f} {statistics.median(ratios):.2f} {ratios[-1]:.2f}"
            yield f"{kind:<18}{words:>10,}{old:>10,.0f}{new:>10,.0f}{bare:>10,.0f}          {spread}"


def compare(workers: tuple[Worker, Worker], chosen: Sequence[Text], rounds: int) -> tuple[Figures, list[str]]:
    """Lint all of it in turns; return the figures and the differences between findings."""
    figures = Figures()
    differences: list[str] = []
    for number in range(-1, rounds):
        for index, handful in enumerate(turns(chosen)):
            first = (index + number) % 2
            answers = {which: workers[which].lint(handful) for which in (first, 1 - first)}
            if number < 0:
                figures.words[handful[0].kind] += sum(len(text.text.split()) for text in handful)
                differences += differing(handful, answers[0]["findings"], answers[1]["findings"])
            else:
                figures.add(handful[0].kind, number, answers[0], answers[1])
    return figures, differences


def differing(handful: Sequence[Text], old: list[list[str]], new: list[list[str]]) -> Iterator[str]:
    """Yield a line for each finding that only one of the trees has, or has elsewhere in the order."""
    for text, before, after in zip(handful, old, new, strict=True):
        if before != after:
            yield from (f"- {text.kind} {text.id}: {found}" for found in before if found not in after)
            yield from (f"+ {text.kind} {text.id}: {found}" for found in after if found not in before)
            if sorted(before) == sorted(after):
                yield f"~ {text.kind} {text.id}: in another order"


def main() -> None:
    """Print the table and the differences."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--baseline", default=BASELINE, help="commit, or the folder of a checkout")
    parser.add_argument("--sets", default="", help="data files of the corpus; all by default")
    parser.add_argument("--every", type=int, default=1, help="only every so manieth text of the corpus")
    parser.add_argument("--rounds", type=int, default=5, help="0 only compares findings")
    parser.add_argument("--confidence", default="medium", choices=["high", "medium", "low"])
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options.confidence)
        return
    chosen = texts(frozenset(filter(None, options.sets.split(","))), options.every)
    with tree_of(options.baseline) as baseline:
        workers = Worker(baseline, options.confidence), Worker(ROOT, options.confidence)
        figures, differences = compare(workers, chosen, options.rounds)
        for worker in workers:
            worker.close()
    if options.rounds:
        print("\n".join(figures.table()))
    print(f"\n{len(differences)} differences in the findings of {len(chosen)} texts")
    print("\n".join(differences[:SHOWN]))
    sys.exit(bool(differences))


@contextmanager
def tree_of(baseline: str) -> Iterator[Path]:
    """Have the tree of a baseline, which may already lie in a folder."""
    if Path(baseline).is_dir():
        yield Path(baseline).resolve()
        return
    with checked_out(baseline) as tree:
        yield tree


if __name__ == "__main__":
    main()
