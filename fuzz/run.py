"""Fuzz the readers and the pack loader: `python fuzz/run.py [--seconds N] [TARGET...]`.

For each target: begin with the corpus kept in `fuzz/corpus/`, fuzz, merge what is new, keep the smallest
inputs that reach the same code. Prints how many inputs were tried; a crash stops the target and leaves the
input in `fuzz/crashes/`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
CORPUS, CRASHES = HERE / "corpus", HERE / "crashes"
# As the project asks: no input may take longer, or more memory.
LIMITS = ("-timeout=5", "-rss_limit_mb=1024", "-max_len=1024")
# Inputs kept for each target, the smallest first.
MOST_KEPT = 150
DONE = re.compile(r"^Done (\d+) runs|stat::number_of_executed_units: +(\d+)", re.MULTILINE)


def main() -> None:
    """Run the targets that the command line names, all of them without any."""
    from seeds import SEEDS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=sorted(SEEDS))
    parser.add_argument("--seconds", type=int, default=1200, help="for each target")
    asked = parser.parse_args()
    total = 0
    for name in asked.targets:
        runs, failed = fuzz(name, SEEDS[name], asked.seconds)
        total += runs
        print(f"{name:<10} {runs:>10,} inputs{'  FAILED' if failed else ''}", flush=True)
    print(f"{'all':<10} {total:>10,} inputs")


def fuzz(name: str, seeds: tuple[bytes, ...], seconds: int) -> tuple[int, bool]:
    """Fuzz one target; return how many inputs were tried, and whether one failed."""
    CRASHES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        for number, seed in enumerate(seeds):
            (old / f"seed{number}").write_bytes(seed)
        packed = CORPUS / f"{name}.zip"
        if packed.exists():
            zipfile.ZipFile(packed).extractall(old)
        ran = _target(
            name,
            *LIMITS,
            f"-max_total_time={seconds}",
            "-print_final_stats=1",
            f"-artifact_prefix={CRASHES}/{name}-",
            old,
        )
        counts = [int(count) for groups in DONE.findall(ran.stderr) for count in groups if count]
        if ran.returncode:
            (CRASHES / f"{name}.log").write_text(ran.stderr[-20_000:], encoding="utf-8")
        kept = smallest(name, old)
        CORPUS.mkdir(exist_ok=True)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, data in enumerate(kept):
                archive.writestr(zipfile.ZipInfo(f"{number:03}"), data, zipfile.ZIP_DEFLATED)
        return max(counts, default=0), bool(ran.returncode)


def smallest(name: str, folder: Path) -> list[bytes]:
    """Return the smallest inputs that together reach every line that all of them reach."""
    ran = subprocess.run(
        [sys.executable, HERE / "reach.py", name, folder], capture_output=True, text=True, check=False
    )
    return [(folder / line).read_bytes() for line in ran.stdout.split()]


def _target(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, HERE / "target.py", name, *arguments],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


if __name__ == "__main__":
    main()
