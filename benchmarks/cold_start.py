"""Measure what one `lintnews check` on one small article costs, and print where its imports spend it.

    python benchmarks/cold_start.py [--runs N] [--top N] [ARTICLE] [-- OPTIONS of lintnews check]

Without ARTICLE two are linted, one that needs no syntax and one that does; the script ends with an error
where spaCy was not imported for the second, or was for the first. Processor time is user and system time of
the process together, memory its peak; the first run (which compiles bytecode and fills the cache) is left
out. Before each run the kept result of the article is taken away, so that it is linted; rules stay compiled.
The last rows are of the first article again, with its result kept. The current folder of the runs is an empty
one, so that no settings file is read.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parents[1]

#: What is aimed at without and with syntax: processor time (s) and peak memory (MB).
AIMS = {"plain": (0.10, 80), "with syntax": (1.4, 350)}
#: Where `lintnews.results.store` keeps results within the user's cache folder.
RESULTS = "lintnews/results"
ARTICLE = """Harbour bridge to close for repairs

PORTLEIGH — The harbour bridge will close for nine days in May while two cables are replaced, the county said.

Drivers will be sent over the old road through Marsham, which adds 14 kilometres. “We know it is
a long way round,” said Dana Whitlow, who runs the roads of the county. “The cables cannot wait.”

The work will cost 2.4 million pounds, half of it paid by the port.
"""


#: A sentence that has no verb (GRM122): only a parse tells.
SYNTAX = "\n\nHowever, a large crowd in front of the harbour office of the old capital.\n"


class Cost(NamedTuple):
    """What one process took: processor time and wall time in seconds, peak memory in MB."""

    processor: float
    wall: float
    memory: float


def timed(command: list[str], env: dict[str, str], folder: str) -> Cost:
    """Run a command in a folder and return what it took."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command, env=env, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def traced_imports(command: list[str], env: dict[str, str], folder: str) -> list[str]:
    """Return the lines of `-X importtime` of a run."""
    traced = [command[0], "-X", "importtime", *command[1:]]
    run = subprocess.run(traced, env=env, cwd=folder, capture_output=True, text=True, check=False)
    return [
        line for line in run.stderr.splitlines() if line.startswith("import time:") and "[us]" not in line
    ]


def slowest(imports: Iterable[str], count: int) -> list[str]:
    """Return the lines with the largest times of their own."""
    return sorted(imports, key=lambda line: -int(line.removeprefix("import time:").split("|")[0]))[:count]


def hold_syntax(name: str, imports: Iterable[str]) -> None:
    """End with an error where an article of ours was not linted as its name says."""
    loaded = any(line.rpartition("|")[2].strip() == "spacy.language" for line in imports)
    if name in AIMS and loaded != (name == "with syntax"):
        raise SystemExit(f"the article {name!r} was linted {'with' if loaded else 'without'} spaCy: mend it")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--top", type=int, default=12, help="how many imports to list")
    parser.add_argument("article", nargs="?", type=Path, help="default: a small one written for this")
    parser.add_argument("options", nargs="*", help="options of lintnews check, after --")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Bytecode and a cache of its own, whatever this environment does about them.
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env |= {"PYTHONPYCACHEPREFIX": folder, "XDG_CACHE_HOME": folder, "PYTHONPATH": str(ROOT)}
        articles = {"plain": ARTICLE, "with syntax": ARTICLE + SYNTAX}
        if arguments.article:
            articles = {"article": arguments.article.read_text("utf-8")}
        place = Path(folder) / "empty"
        place.mkdir()
        imports: dict[str, list[str]] = {}
        bare = [timed([sys.executable, "-c", ""], env, folder) for _ in range(arguments.runs)]
        print(f"{'':<24}{'min':>8}{'median':>8}{'max':>8}")
        row("Python alone, s", [cost.processor for cost in bare])
        for name, text in articles.items():
            article = place / "article.txt"
            article.write_text(text, encoding="utf-8")
            command = [sys.executable, "-m", "lintnews", "check", str(article), *arguments.options]
            timed(command, env, str(place))
            forget(folder)
            imports[name] = traced_imports(command, env, str(place))
            hold_syntax(name, imports[name])
            costs = []
            for _ in range(arguments.runs):
                forget(folder)
                costs.append(timed(command, env, str(place)))
            seconds, memory = AIMS.get(name, (0.0, 0))
            row(f"{name}, s", [cost.processor for cost in costs], f"aim {seconds}" if seconds else "")
            row(f"{name}, wall s", [cost.wall for cost in costs])
            row(f"{name}, MB", [cost.memory for cost in costs], f"aim {memory}" if memory else "")
        article.write_text(next(iter(articles.values())), encoding="utf-8")
        timed(command, env, str(place))
        kept = [timed(command, env, str(place)) for _ in range(arguments.runs)]
        row("result kept, s", [cost.processor for cost in kept])
        row("result kept, MB", [cost.memory for cost in kept])
        print("\nslowest imports of the first article (microseconds: own, with what they import)")
        print("\n".join(slowest(next(iter(imports.values())), arguments.top)))
        print(f"\nload {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def forget(cache: str) -> None:
    """Take away the results that a cache folder keeps."""
    shutil.rmtree(Path(cache) / RESULTS, ignore_errors=True)


def row(name: str, values: Sequence[float], note: str = "") -> None:
    """Print a line of the table."""
    figures = min(values), statistics.median(values), max(values)
    print(f"{name:<24}" + "".join(f"{figure:>8.3g}" for figure in figures) + f"  {note}")


if __name__ == "__main__":
    main()
