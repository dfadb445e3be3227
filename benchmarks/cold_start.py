"""Measure what one `lintnews check` on one small article costs, and print where its imports spend it.

    python benchmarks/cold_start.py [--runs N] [--top N] [ARTICLE] [-- OPTIONS of lintnews check]

Processor time is user and system time of the child together, the first run (which compiles bytecode and
fills the cache) left out. The aim is 0.15 s for an article that needs no syntax.
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

AIM_SECONDS = 0.15
ARTICLE = """Harbour bridge to close for repairs

PORTLEIGH — The harbour bridge will close for nine days in May while two cables are replaced, the county said.

Drivers will be sent over the old road through Marsham, which adds 14 kilometres. “We know it is
a long way round,” said Dana Whitlow, who runs the roads of the county. “The cables cannot wait.”

The work will cost 2.4 million pounds, half of it paid by the port.
"""


def timed(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Run a command; return its processor time and its wall time in seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, time.perf_counter() - start


def slowest_imports(command: list[str], env: dict[str, str], count: int) -> list[str]:
    """Return the lines of `-X importtime` with the largest times of their own."""
    traced = [command[0], "-X", "importtime", *command[1:]]
    run = subprocess.run(traced, env=env, capture_output=True, text=True, check=False)
    lines = [
        line for line in run.stderr.splitlines() if line.startswith("import time:") and "[us]" not in line
    ]
    lines.sort(key=lambda line: int(line.removeprefix("import time:").split("|")[0]), reverse=True)
    return lines[:count]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--top", type=int, default=12, help="how many imports to list")
    parser.add_argument("article", nargs="?", type=Path, help="default: a small one written for this")
    parser.add_argument("options", nargs="*", help="options of lintnews check, after --")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        article = arguments.article
        if article is None:
            article = Path(folder) / "article.txt"
            article.write_text(ARTICLE, encoding="utf-8")
        command = [sys.executable, "-m", "lintnews", "check", str(article), *arguments.options]
        # Bytecode of its own, whatever this environment does about it.
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = folder
        timed(command, env)
        runs = [timed(command, env) for _ in range(arguments.runs)]
        bare = min(timed([sys.executable, "-c", ""], env)[0] for _ in range(arguments.runs))
        for name, values in zip(("processor", "wall"), zip(*runs, strict=True), strict=True):
            print(f"{name:<9}  min {min(values):.3f} s  median {statistics.median(values):.3f} s")
        print(f"aim        {AIM_SECONDS:.3f} s of processor time; Python alone takes {bare:.3f} s\n")
        print("slowest imports (microseconds: own, with what they import)")
        print("\n".join(slowest_imports(command, env, arguments.top)))


if __name__ == "__main__":
    main()
