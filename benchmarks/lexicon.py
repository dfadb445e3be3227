"""What a large lexicon costs: compiling it, loading it at the start, and each word of an article.

    python benchmarks/lexicon.py [--entries 500,5000] [--runs 15]

The entries are generated from common English words, so that their anchors occur in articles as real ones do.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import Cache
from lintnews.facts import Facts
from lintnews.inflection import classes_of
from lintnews.packs import Pack, checks_of, load_all
from lintnews.readers import read
from lintnews.source import Source
from lintnews.words import default_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.rule import Check

ROOT = Path(__file__).resolve().parents[1]
CLEAN = ROOT / "fixtures" / "clean"
AIM_LOAD = 0.020  # seconds that 5,000 entries may add to a cold start
ENTRIES_PER_RULE, RULES_PER_PACK = 50, 3
RULE = """\
- code: LEX{code:03}
  name: generated-number-{code}
  kind: phrase
  message: "‘{{match}}’: English says ‘{{fix}}’"
  why: "Generated to measure what a large lexicon costs."
  mqm: style/unidiomatic-style
  severity: warning
  confidence: medium
  pivots: [es, pt]
  entries:
"""
ENTRY = """\
    - match: "{{{verb}}} {middle} {noun}"
      say: "{{{other}}} the {noun}"
      bad: "They said that the [[{verb} {middle} {noun}]] could wait until the end of the week."
      good: "They said that the {other} the {noun} could wait until the end of the week."
      fine: "The {noun} that they wanted to {verb} was nowhere to be found, police said on Friday."
"""
MIDDLES = ("the", "in", "on {det}", "of the", "{det} {adj}", "(a|the|their)", "to", "...2")


def vocabulary() -> tuple[list[str], list[str]]:
    """Return verbs and nouns of the clean articles and, for rarer anchors, of the word table's own tests."""
    words = default_words()
    lemmas = (ROOT / "lintnews" / "data" / "inflections.txt").read_text("utf-8").splitlines()
    common = [line.split()[0] for line in lemmas if words.zipf(line.split()[0]) >= 3.5]
    verbs = [word for word in common if "b" in classes_of(word)]
    nouns = [word for word in common if "1" in classes_of(word)]
    return verbs, nouns


def write_packs(folder: Path, entries: int) -> None:
    """Write packs with so many entries in all; the same number gives the same packs."""
    choose = random.Random(entries)
    verbs, nouns = vocabulary()
    lines: list[str] = []
    pack = rule = 0
    for number in range(entries):
        if number % ENTRIES_PER_RULE == 0:
            if rule and rule % RULES_PER_PACK == 0:
                (folder / f"pack{pack:03}.yaml").write_text("".join(lines), "utf-8")
                lines, pack = [], pack + 1
            rule += 1
            lines.append(RULE.format(code=rule))
        verb, other, noun = choose.choice(verbs), choose.choice(verbs), choose.choice(nouns)
        lines.append(ENTRY.format(verb=verb, other=other, noun=noun, middle=choose.choice(MIDDLES)))
    (folder / f"pack{pack:03}.yaml").write_text("".join(lines), "utf-8")


def articles() -> Iterator[str]:
    """Yield the clean articles, over and over until there are some 60,000 words."""
    texts = [path.read_text("utf-8") for path in sorted(CLEAN.glob("*.txt"))]
    words = 0
    while words < 60_000:
        for text in texts:
            words += len(text.split())
            yield text


def microseconds_per_word(packs: tuple[Pack, ...]) -> float:
    """Return what the rules of `packs` cost a word beyond tokens, names and word index, once warm."""
    checks = checks_of(packs)
    for text in sorted(set(articles())):
        _lint(Facts(read(Source(text))), checks)
    spent, words = 0.0, 0
    for text in articles():
        facts = Facts(read(Source(text)))
        facts.word_index, facts.names  # noqa: B018 - to have them made before the clock runs
        began = time.perf_counter()
        _lint(facts, checks)
        spent += time.perf_counter() - began
        words += len(text.split())
    return spent / words * 1e6


def _lint(facts: Facts, checks: Sequence[Check]) -> None:
    for check in checks:
        for _ in check(facts):
            pass


LOADING = """\
import gc, sys, time
gc.disable()
from pathlib import Path
from lintnews.cache import Cache
from lintnews.facts import Facts
from lintnews.packs import builtin_packs, checks_of, load_all
from lintnews.readers import read
from lintnews.source import Source
facts = Facts(read(Source(Path(sys.argv[3]).read_text("utf-8"))))
facts.names, facts.word_index, facts.article.block_at(0)
began = time.process_time()
checks = checks_of(load_all([Path(sys.argv[1])], Cache(Path(sys.argv[2]))))
loaded = time.process_time()
for check in checks:
    for _ in check(facts): pass
print(loaded - began, time.process_time() - loaded)
"""


def seconds_to_load(folder: Path, cache: Path, runs: int) -> tuple[float, float]:
    """Return the least processor time in which a process loads the packs, and lints its first article."""
    article = min(CLEAN.glob("*.txt"))
    command = [sys.executable, "-c", LOADING, str(folder), str(cache), str(article)]
    times = [
        tuple(map(float, subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.split()))
        for _ in range(runs)
    ]
    return min(load for load, _ in times), min(first for _, first in times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", default="0,500,5000")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    print(f"{'entries':>8} {'compile s':>10} {'load ms':>9} {'first article ms':>17} {'µs per word':>12}")
    for entries in map(int, options.entries.split(",")):
        with tempfile.TemporaryDirectory() as name:
            folder, cache = Path(name, "packs"), Path(name, "cache")
            folder.mkdir()
            write_packs(folder, max(1, entries))
            began = time.perf_counter()
            packs = load_all([folder], Cache(cache))
            compiled = time.perf_counter() - began
            load, first = seconds_to_load(folder, cache, options.runs)
            cost = microseconds_per_word(packs)
            print(f"{entries:>8,} {compiled:>10.2f} {load * 1e3:>9.1f} {first * 1e3:>17.1f} {cost:>12.2f}")
    print(f"aim: load and first article of 5,000 entries within {AIM_LOAD * 1e3:.0f} ms of those of none")


if __name__ == "__main__":
    main()
