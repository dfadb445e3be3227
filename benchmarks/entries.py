"""What each entry of a pack finds in the corpus, by kind of text: an entry that fires on originals has to go.

    python -m benchmarks.entries PACK… [--show [LINE]] [--kind mt] [--count 10] [--segments] [--silent]

Prints a row per entry: its line, hits in machine articles, human translations and English originals, a
flag, and its first words; then the sums. The flags: `orig` fires on originals too (more than one in ten of
its hits), `ref` is no rarer in human translations than in machine text, `silent` finds nothing.
`--segments` adds the undamaged sentences of DEMETR to the originals.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.corpus import CORPUS, KINDS, Record, records
from lintnews.facts import Facts
from lintnews.packs import checks_of, load_all
from lintnews.readers import read
from lintnews.source import Source

Key = tuple[str, int]


def context(record: Record, start: int, end: int) -> str:
    """Return a hit with the words around it."""
    text = record.text
    shown = f"{text[max(0, start - 70) : start]}[[{text[start:end]}]]{text[end : end + 50]}"
    return f"{record.kind or record.set} {record.id}: " + shown.replace("\n", "⏎")


def flag(mt: int, reference: int, original: int, ratio: float) -> str:
    """Return what speaks against an entry; `ratio` is machine words to words of human translations."""
    if original * 10 > mt + reference + original:
        return "orig"
    if not mt:
        return "ref" if reference else "silent"
    return "ref" if reference * ratio >= mt else ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument(
        "--show", nargs="?", const=0, type=int, default=None, help="contexts, of one entry or all"
    )
    parser.add_argument("--kind", default="", help="with --show: of this kind of text only")
    parser.add_argument("--count", type=int, default=10, help="with --show: so many of each entry")
    parser.add_argument("--segments", action="store_true")
    parser.add_argument("--silent", action="store_true", help="list the entries that find nothing, too")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit("the corpus is not here: nothing measured")
    packs = load_all(options.packs)
    checks = checks_of(packs)
    words: Counter[str] = Counter()
    found: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    samples: defaultdict[Key, list[str]] = defaultdict(list)
    sets = frozenset(path.name.split(".")[0] for path in (CORPUS / "dev").glob("docs_*.xz"))
    for record in records("dev", sets | ({"demetr_orig"} if options.segments else set())):
        kind = record.kind or "human-original"
        words[kind] += record.words
        facts = Facts(read(Source(record.text)))
        for check in checks:
            for hit in check(facts):
                key = (str(check.rule.source), hit.particulars.line if hit.particulars else 0)
                found[key][kind] += 1
                place = facts.article.offsets.to_source(hit.span)
                if not options.kind or options.kind == kind:
                    samples[key].append(context(record, place.start, place.end))
    ratio = words["mt"] / max(1, words["human-reference"])
    entries = sorted({(str(c.rule.source), e.line): "" for c in checks for e in c.rule.examples} | found)
    lines = {path: Path(path).read_text("utf-8").splitlines() for path in {path for path, _ in entries}}
    total: Counter[str] = Counter()
    for path, line in entries:
        counts = found[path, line]
        mark = flag(counts["mt"], counts["human-reference"], counts["human-original"], ratio)
        total.update(counts)
        total[mark or "good"] += 1
        if mark != "silent" or options.silent:
            figures = " ".join(f"{counts[kind]:>5}" for kind in KINDS)
            print(f"{Path(path).name}:{line:<5} {figures} {mark:<6} {lines[path][line - 1].strip()[:70]}")
        if options.show is not None and options.show in (0, line):
            print("".join(f"        {sample}\n" for sample in samples[path, line][: options.count]), end="")
    print(
        "\n"
        + "  ".join(f"{kind} {total[kind]} ({1000 * total[kind] / words[kind]:.3f}/1000)" for kind in KINDS)
    )
    print("entries: " + ", ".join(f"{total[mark]} {mark}" for mark in ("good", "silent", "ref", "orig")))


if __name__ == "__main__":
    main()
