"""What input costs that is huge or made to do harm: seconds of the processor, and the most memory.

    python benchmarks/hostile.py                     # all cases, small
    python benchmarks/hostile.py --megabytes 100 one-line
    python benchmarks/hostile.py --megabytes 1000 archive --select REP101

Each case is a file that the command line lints in a process of its own. `archive` is one of JSON Lines: each
record an article of 2 kB with the page of 20 kB that it was taken from, which is not read.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
NEWS = "\n\n".join(path.read_text("utf-8") for path in sorted((ROOT / "fixtures" / "clean").glob("*.txt")))
STORY = (ROOT / "fixtures" / "clean" / "court-ruling.txt").read_text("utf-8")


def fill(piece: str, before: str = "", after: str = "") -> Callable[[BinaryIO, int], None]:
    """Return what writes `piece` again and again until the file has its size."""

    def write(file: BinaryIO, size: int) -> None:
        data = piece.encode()
        file.write(before.encode())
        file.writelines(data for _ in range(size // len(data)))
        file.write(after.encode())

    return write


def archive(file: BinaryIO, size: int) -> None:
    """Write records, each hundredth with a doubled word."""
    head, _, body = STORY.partition("\n\n")
    page = "".join(f"<div>{line}</div>\n" for line in body.splitlines()) * 12
    written = number = 0
    while written < size:
        number += 1
        text = body + ("\n\nThey went to to the sea." if number % 100 == 0 else "")
        record = {"id": number, "headline": head, "body": text, "page": page}
        written += file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


#: By name: the ending of the file, and what writes it.
CASES: dict[str, tuple[str, Callable[[BinaryIO, int], None]]] = {
    "news": (".txt", fill(NEWS)),
    "one-line": (".txt", fill(" ".join(NEWS.split()) + " ")),
    "empty-lines": (".txt", fill("\n")),
    "one-word": (".txt", fill("a")),
    "marks": (".txt", fill("!?")),
    "quotation-marks": (".txt", fill("“ ")),
    "brackets": (".txt", fill("(")),
    "directions": (".txt", fill("a\u202eb \u2067c\u2069 ")),
    "html-open-tags": (".html", fill("<div>")),
    "html-references": (".html", fill("&amp;")),
    "markdown-links": (".md", fill("[")),
    "markdown-emphasis": (".md", fill("*a **b ")),
    "xml-elements": (".rss", fill("<a/>", "<rss>", "</rss>")),
    "json-numbers": (".json", fill("1,", '{"body": "x", "n": [', "0]}")),
    "archive": (".jsonl", archive),
}


def main() -> None:
    """Run the cases that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="*", default=list(CASES), metavar="CASE")
    parser.add_argument("--megabytes", type=float, default=0.2)
    parser.add_argument("--select", default="ALL", help="rules, ALL as a rule")
    asked = parser.parse_args()
    print(f"{'case':<18} {'MB':>7} {'CPU s':>8} {'wall s':>8} {'MB memory':>10}  exit")
    for name in asked.cases:
        suffix, write = CASES[name]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"case{suffix}")
            with path.open("wb") as file:
                write(file, int(asked.megabytes * 1_000_000))
            run(name, path, asked.select)


def run(name: str, path: Path, select: str) -> None:
    """Lint one file and print what it took."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "lintnews", "check", str(path), "--format", "jsonl"]
    if select != "ALL":
        command += ["--select", select]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = used.ru_utime + used.ru_stime
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    print(
        f"{name:<18} {path.stat().st_size / 1e6:>7.1f} {seconds:>8.1f} {time.monotonic() - begun:>8.1f} "
        f"{used.ru_maxrss / scale:>10.0f}  {process.returncode}",
        flush=True,
    )


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
