"""What an archive costs in each format: disk, reading, linting, findings; and what that makes for millions.

    python benchmarks/archive.py [--records N] [--rounds N] [--articles N]

Makes an archive of the corpus' articles where it is present (originals and machine translations in equal
parts), else of the project's fixtures, repeated up to --records. Each round reads each format alone, and
lints one with the command line in a process of its own; times are processor time. The last table takes the
medians to --articles.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.corpus import CORPUS, records
from lintnews.readers import articles
from lintnews.readers.intake import sources_of
from lintnews.source import Source

FIXTURES = Path(__file__).parents[1] / "fixtures" / "clean"


def texts() -> list[str]:
    """Return originals and machine translations in turns."""
    if not CORPUS.exists():
        print("no corpus here: the project's fixtures")
        return [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    kinds: dict[str, list[str]] = {"human-original": [], "mt": []}
    for record in records("dev", frozenset()):
        if record.kind in kinds:
            kinds[record.kind].append(record.text)
    fewest = min(map(len, kinds.values()))
    # From all over each kind: what stands together was translated by one system.
    spread = [found[:: max(1, len(found) // fewest)][:fewest] for found in kinds.values()]
    return list(chain.from_iterable(zip(*spread, strict=True)))


def write(folder: Path, rows: list[dict[str, Any]]) -> list[Path]:
    """Write the archive in each format."""
    import pyarrow as pa  # noqa: PLC0415 - of an extra
    from pyarrow import parquet  # noqa: PLC0415

    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    (folder / "a.jsonl").write_bytes(lines)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    parquet.write_table(pa.Table.from_pylist(rows), folder / "a.parquet", row_group_size=1000)
    return [folder / name for name in ("a.jsonl", "a.jsonl.gz", "a.csv", "a.parquet")]


def reading(path: Path) -> float:
    """Return the seconds to read every article of an archive."""
    begun = time.process_time()
    with path.open("rb") as stream:
        for source in sources_of(stream, path.name):
            assert isinstance(source, Source)  # noqa: S101
            for article in articles(source):
                article.text.split()
    return time.process_time() - begun


def linting(path: Path, out: Path) -> tuple[float, float]:
    """Return the seconds of processor time to lint an archive, and the peak memory in MB."""
    command = [sys.executable, "-m", "lintnews", "check", str(path), "--isolated"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*command, "--format", "jsonl", "--output", str(out)], check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=10_000_000)
    options = parser.parse_args()
    bodies = list(islice(cycle(texts()), options.records))
    words = sum(len(body.split()) for body in bodies)
    rows = [{"id": number, "body": body} for number, body in enumerate(bodies)]
    print(f"{len(rows):,} articles, {words:,} words, {words / len(rows):,.0f} an article\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder, rows)
        print(f"{'format':<12} {'KB an article':>14} {'ms to read, min':>16} {'median':>7} {'max':>7}")
        for path in paths:
            times = sorted(reading(path) * 1000 / len(rows) for _ in range(options.rounds))
            size = path.stat().st_size / len(rows) / 1000
            middle = statistics.median(times)
            print(f"{path.name:<12} {size:>14.2f} {times[0]:>16.3f} {middle:>7.3f} {times[-1]:>7.3f}")
        out = folder / "found.jsonl"
        first = folder / "one.jsonl"
        first.write_text(json.dumps(rows[0]) + "\n", "utf-8")
        # The first start fills the cache.
        linting(first, out)
        start = min(linting(first, out)[0] for _ in range(options.rounds))
        rounds = [linting(paths[0], out) for _ in range(options.rounds)]
        times = sorted(seconds - start for seconds, _ in rounds)
        found = out.stat().st_size
        count = sum(1 for _ in out.open("rb"))
    middle = statistics.median(times)
    rates = " ".join(f"{words / seconds:,.0f}" for seconds in (times[-1], middle, times[0]))
    print(f"\nlinting: {rates} words a second of one core (min, median, max), start left out")
    print(f"findings: {count / len(rows):.2f} and {found / len(rows) / 1000:.2f} KB an article")
    print(f"memory: {max(memory for _, memory in rounds):.0f} MB at most\n")
    hours = middle / len(rows) * options.articles / 3600
    print(
        f"{options.articles:,} articles: {hours:,.0f} core hours; "
        f"{found / len(rows) * options.articles / 1e9:,.0f} GB found"
    )
    for cores in (1, 2, 16, 64, 256):
        print(f"  {cores:>4} cores: {hours / cores:>9,.1f} hours")


if __name__ == "__main__":
    os.environ.setdefault("XDG_CACHE_HOME", tempfile.mkdtemp())
    main()
