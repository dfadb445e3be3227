"""Measure `lintnews check` over many articles: one process and several, nothing kept and everything kept.

    python benchmarks/many_files.py [--articles N] [--jobs N] [--pairs N] [-- OPTIONS of lintnews check]

Runs with one process and with several take turns, since the machine may have other work: what counts is the
ratio within a pair. Processor time is that of all processes of a run together; where other programs keep
the processors busy, wall time says little. Articles are those of ../shared/corpus, else made from fixtures.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import CORPUS, records

FIXTURES = Path(__file__).parents[1] / "fixtures"


class Run(NamedTuple):
    """Seconds of one run."""

    wall: float
    processor: float
    output: bytes


def articles(folder: Path, count: int) -> int:
    """Write articles, no two the same; return how many words they have."""
    if CORPUS.is_dir():
        texts = [record.text for record in records("dev", frozenset()) if record.kind]
    else:
        texts = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*/*.txt"))]
    words = 0
    for number in range(count):
        text = f"{texts[number % len(texts)]}\n\nArticle number {number} of this day.\n"
        (folder / f"a{number:05}.txt").write_text(text, "utf-8")
        words += len(text.split())
    return words


def run(folder: Path, cache: Path, *options: str) -> Run:
    """Run over the folder."""
    # Bytecode is kept, whatever this environment does about it, as that of an installed package is.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env = {**kept, "XDG_CACHE_HOME": str(cache), "PYTHONPYCACHEPREFIX": str(cache)}
    command = [sys.executable, "-m", "lintnews", "check", "--isolated", "--format", "json", *options, "."]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, check=False)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, spent, done.stdout)


def row(name: str, runs: list[Run]) -> str:
    """Return a line of the table: medians, and the spread of the wall time."""
    walls = [one.wall for one in runs]
    spent = statistics.median(one.processor for one in runs)
    spread = f"{min(walls):.2f}–{max(walls):.2f}"
    return f"| {name} | {statistics.median(walls):.2f} | {spread} | {spent:.2f} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("options", nargs="*", help="options of lintnews check, after --")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "articles", Path(place) / "cache"
        folder.mkdir()
        words = articles(folder, arguments.articles)
        kept = [run(folder, cache, *arguments.options) for _ in range(arguments.pairs + 1)]
        pairs = []
        for _ in range(arguments.pairs):
            # Results of an earlier run out of the way; packs stay compiled.
            for entry in (cache / "lintnews" / "results").glob("*.bin"):
                entry.unlink()
            one = run(folder, cache, "--jobs", "1", *arguments.options)
            for entry in (cache / "lintnews" / "results").glob("*.bin"):
                entry.unlink()
            pairs.append((one, run(folder, cache, "--jobs", str(arguments.jobs), *arguments.options)))
    if len({one.output for one in (*kept, *(one for pair in pairs for one in pair))}) != 1:
        raise SystemExit("the findings are not the same")
    print(f"{arguments.articles:,} articles, {words:,} words; load {os.getloadavg()[0]:.1f}\n")
    print("| run | wall s | from–to | processor s |\n| --- | --- | --- | --- |")
    print(row("one process", [one for one, _ in pairs]))
    print(row(f"{arguments.jobs} processes", [many for _, many in pairs]))
    print(row("all kept", kept[1:]))
    ratios = sorted(one.wall / many.wall for one, many in pairs)
    print(f"\nFaster by {statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f}) within pairs.")


if __name__ == "__main__":
    main()
