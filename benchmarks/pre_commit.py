"""Measure what the pre-commit hook costs: itself on one article and on many, and pre-commit around it.

    python benchmarks/pre_commit.py [--files N] [--install]

With --install it also measures how long `pre-commit try-repo` takes on a machine that has nothing, pip's
cache included or not as it is. Needs git, and for all but the hook itself pre-commit.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5
CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: lintnews
        name: lintnews
        language: system
        entry: {python} -m lintnews check --format=concise
        types: [file]
        require_serial: true
"""


def timed(command: list[str], cwd: Path, env: dict[str, str], runs: int = RUNS) -> str:
    """Return the best and the median wall time of a command, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    times.sort()
    return f"min {times[0]:.2f} s  median {times[len(times) // 2]:.2f} s"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=50, help="how many articles are “many”")
    parser.add_argument("--install", action="store_true", help="measure `pre-commit try-repo` as well")
    arguments = parser.parse_args()
    articles = sorted((ROOT / "fixtures" / "clean").rglob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        desk.mkdir()
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "XDG_CACHE_HOME": folder,
            "PRE_COMMIT_HOME": f"{folder}/home",
        }
        for number in range(arguments.files):
            shutil.copy(articles[number % len(articles)], desk / f"{number:04}.txt")
        (desk / ".pre-commit-config.yaml").write_text(CONFIG.format(python=sys.executable), "utf-8")
        subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
        subprocess.run(["git", "add", "."], cwd=desk, check=True)
        check = [sys.executable, "-m", "lintnews", "check", "--format=concise"]
        hook = [str(Path(sys.executable).parent / "pre-commit"), "run", "--files"]
        names = sorted(path.name for path in desk.glob("*.txt"))
        timed([*check, names[0]], desk, env, 1)
        for what, files in (("one article", names[:1]), (f"{len(names)} articles", names)):
            print(f"lintnews check, {what:<14} {timed([*check, *files], desk, env)}")
            print(f"pre-commit run, {what:<14} {timed([*hook, *files], desk, env)}")
        if arguments.install:
            tried = [hook[0], "try-repo", str(ROOT), "lintnews", "--files", names[0]]
            print(f"pre-commit try-repo, from nothing  {timed(tried, desk, {**env, 'PYTHONPATH': ''}, 1)}")


if __name__ == "__main__":
    main()
