"""Run lintnews and other linters of English side by side on the same texts: the table of docs/peers.md.

    python -m benchmarks.peers --install          fetch the other linters to build/peers (once)
    python -m benchmarks.peers [--articles N] [--segments N] [--tool NAME]

Every tool runs as its users run it: one process over a folder of text files, with what it has on by default.
The figures: findings per 1,000 words on N machine translations and N English originals; how many findings on
N marked segments touch a span that two raters marked (beside the share of such characters, which is what
chance reaches); how many of the defects that an editor marked in one machine-translated article have a
finding; the time of one run on a short article, the best of three; words a second on the articles without
that time; the most memory that its processes take together. Reads ../shared where it is present, else says
so and stops.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

from benchmarks.cold_start import ARTICLE
from benchmarks.corpus import CORPUS, records
from benchmarks.peer_tools import Place, Tool, install, tools

if TYPE_CHECKING:
    from collections.abc import Iterable

EMBASSY = CORPUS.parent / "articles" / "embassy.txt"
GOLD = EMBASSY.with_suffix(".gold.jsonl")
RATERS = 2
_POLL_SECONDS = 0.05


class Ran(NamedTuple):
    """One run: its output, wall time, and the most memory of all its processes together in MiB."""

    output: str
    seconds: float
    memory: float


class Marked(NamedTuple):
    """A segment with the spans that people marked."""

    text: str
    spans: tuple[Place, ...]


def run(tool: Tool, paths: Iterable[Path]) -> Ran:
    """Run a tool over files."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([*tool.command, *map(str, paths)], stdout=out, stderr=subprocess.PIPE)
        peak = _Peak(process.pid)
        _, errors = process.communicate()
        seconds = time.perf_counter() - began
        out.seek(0)
        output = out.read().decode("utf-8")
    if not output.strip():
        sys.exit(f"{tool.name} printed nothing: {errors.decode(errors='replace')[-500:]}")
    return Ran(output, seconds, peak.stopped())


class _Peak:
    """Watches the memory of a process and all below it."""

    def __init__(self, pid: int) -> None:
        self._process, self._most, self._done = psutil.Process(pid), 0, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        while not self._done.wait(_POLL_SECONDS):
            total = 0
            with suppress(psutil.Error):
                for process in (self._process, *self._process.children(recursive=True)):
                    with suppress(psutil.Error):
                        total += process.memory_info().rss
            self._most = max(self._most, total)

    def stopped(self) -> float:
        self._done.set()
        self._thread.join()
        return self._most / 2**20


class Texts:
    """Texts as files of a folder."""

    def __init__(self, folder: Path, texts: Iterable[str]) -> None:
        folder.mkdir()
        self.by_path: dict[str, str] = {}
        for number, text in enumerate(texts):
            path = folder / f"{number:05}.txt"
            path.write_text(text, encoding="utf-8", newline="")
            self.by_path[str(path)] = text

    @property
    def paths(self) -> list[Path]:
        """The files, in the order of the texts."""
        return [Path(path) for path in self.by_path]

    @property
    def words(self) -> int:
        """Runs of characters between blanks."""
        return sum(len(text.split()) for text in self.by_path.values())


def articles(kind: str, count: int) -> list[str]:
    """Return a fixed sample of whole articles."""
    every = [record.text for record in records("dev", frozenset()) if record.kind == kind]
    return random.Random(10).sample(every, min(count, len(every)))


def segments(count: int) -> list[Marked]:
    """Return a fixed sample of machine-translated segments with the spans that two raters agree on."""
    every = []
    with lzma.open(CORPUS / "dev" / "mqm20_zhen.jsonl.xz", "rt", encoding="utf-8") as lines:
        for raw in map(json.loads, lines):
            agreed = (span for span in raw["spans"] if span["agree"] >= RATERS)
            if not raw["system"].startswith("Human"):
                every.append(Marked(raw["text"], tuple(Place(span["start"], span["end"]) for span in agreed)))
    return random.Random(10).sample(every, count)


def share_marked(marked: list[Marked]) -> float:
    """Return the share of characters within marked spans, which may overlap."""
    inside = (len({place for span in one.spans for place in range(span.start, span.end)}) for one in marked)
    return sum(inside) / sum(len(one.text) for one in marked)


def touches(found: Place, marked: Place) -> bool:
    """Whether a finding touches a marked span; a mark without characters is a place between two."""
    return found.start < max(marked.end, marked.start + 1) and marked.start < max(found.end, found.start + 1)


def row(tool: Tool, texts: dict[str, Texts], marked: list[Marked], gold: list[Place]) -> str:
    """Measure a tool; return its row of the table."""
    cold = min(run(tool, texts["short"].paths).seconds for _ in range(3))
    rates, spent, memory = {}, 0.0, 0.0
    for kind in ("mt", "human-original"):
        ran = run(tool, texts[kind].paths)
        found = tool.read(ran.output, texts[kind].by_path)
        rates[kind] = 1000 * sum(map(len, found.values())) / texts[kind].words
        spent += max(ran.seconds - cold, 0.01)
        memory = max(memory, ran.memory)
    speed = (texts["mt"].words + texts["human-original"].words) / spent
    in_segments = tool.read(run(tool, texts["segments"].paths).output, texts["segments"].by_path)
    all_found = [
        any(touches(place, span) for span in one.spans)
        for path, one in zip(texts["segments"].by_path, marked, strict=True)
        for place in in_segments[path]
    ]
    (places,) = tool.read(run(tool, texts["embassy"].paths).output, texts["embassy"].by_path).values()
    hit = sum(any(touches(place, defect) for place in places) for defect in gold)
    ratio = rates["mt"] / rates["human-original"] if rates["human-original"] else float("inf")
    cells = (
        tool.name,
        f"{hit} of {len(gold)} ({len(places)} findings)",
        f"{rates['mt']:.2f}",
        f"{rates['human-original']:.2f}",
        f"{ratio:.1f}",
        f"{100 * sum(all_found) / max(1, len(all_found)):.0f} % of {len(all_found)}",
        f"{cold:.2f}",
        f"{speed:,.0f}",
        f"{memory:,.0f}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Run every tool, print a row for each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--install", action="store_true", help="fetch the tools and stop")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--segments", type=int, default=600)
    parser.add_argument("--tool", default="", help="only this one")
    options = parser.parse_args()
    if options.install:
        install()
        return
    if not EMBASSY.is_file():
        sys.exit("the corpus is not here: nothing measured")
    marked = segments(options.segments)
    gold = [Place(raw["start"], raw["end"]) for raw in map(json.loads, GOLD.read_text("utf-8").splitlines())]
    with tempfile.TemporaryDirectory() as folder:
        texts = {
            kind: Texts(Path(folder) / kind, found)
            for kind, found in {
                "short": [ARTICLE],
                "embassy": [EMBASSY.read_text("utf-8")],
                "mt": articles("mt", options.articles),
                "human-original": articles("human-original", options.articles),
                "segments": [one.text for one in marked],
            }.items()
        }
        chance = share_marked(marked)
        print(f"{datetime.now(UTC):%Y-%m-%d}; {texts['mt'].words:,} words of machine translations, ", end="")
        print(
            f"{texts['human-original'].words:,} of originals; {len(marked)} segments, chance {chance:.0%}\n"
        )
        print(
            "| tool | defects of the article | machine | originals | ratio | on marked spans | start, s | ",
            end="",
        )
        print("words/s | MiB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
        for tool in tools():
            if options.tool.lower() in ("", tool.name.lower()):
                print(row(tool, texts, marked, gold), flush=True)


if __name__ == "__main__":
    main()
