"""Run lintnews over the corpus in one process and print the scorers' tables and a table per rule.

    python benchmarks/corpus.py [--select PREFIX,…] [--ignore PREFIX,…] [--confidence low] [--sets NAME,…]
                                [--min-agree N]
                                [--show RULE --kind mt|human-original|human-reference --count N]

Reads ../shared/corpus where it is present, else says so and stops.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.engine import lint
from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Check, Confidence
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
KINDS = ("mt", "human-reference", "human-original")


@dataclass(frozen=True)
class Record:
    """One text of the corpus: an article (`kind`) or a segment (`kind` None).

    `article` names what it says, in whatever translation.
    """

    set: str
    key: str
    id: str
    kind: str | None
    system: str
    words: int
    text: str
    spans: tuple[tuple[int, int], ...]
    article: str


def records(split: str, sets: frozenset[str]) -> Iterator[Record]:
    """Yield the records of a split, of the named sets where some are named."""
    for path in sorted((CORPUS / split).glob("*.jsonl.xz")):
        name = path.name.split(".")[0]
        if sets and name not in sets:
            continue
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield _record(name, json.loads(line))


def _record(name: str, raw: dict[str, Any]) -> Record:
    kind = raw.get("kind")
    key = "doc" if kind else "id"
    return Record(
        set=name,
        key=key,
        id=raw[key],
        kind=kind,
        system=raw["system"],
        words=raw.get("words") or len(raw["text"].split()),
        text=raw["text"],
        spans=tuple((s["start"], s["end"]) for s in raw.get("spans", ())),
        article=f"{name} {raw.get('article', raw[key])}",
    )


def chosen(select: str, ignore: str, confidence: str) -> tuple[Check, ...]:
    """Return the checks whose code or family is selected and not ignored."""
    wanted, unwanted = tuple(filter(None, select.split(","))), tuple(filter(None, ignore.split(",")))
    return tuple(
        check
        for check in at_confidence(builtin_checks(), Confidence(confidence))
        if (not wanted or check.rule.code.startswith(wanted))
        and not (unwanted and check.rule.code.startswith(unwanted))
    )


class Tally:
    """Findings per rule and kind of text."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.sentences: Counter[str] = Counter()
        self.parsed: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()
        self.unparsed: Counter[str] = Counter()
        self.found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.samples: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def add(self, record: Record, code: str, start: int, end: int) -> None:
        """Count one finding and keep its context to be read."""
        kind = record.kind or record.set
        self.found[code][kind] += 1
        if record.kind is None:
            self.found[code]["segments"] += 1
            self.found[code]["touching"] += any(a < end and start < max(b, a + 1) for a, b in record.spans)
        text = record.text
        before, after = text[max(0, start - 90) : start], text[end : end + 60]
        shown = f"{before}[[{text[start:end]}]]{after}".replace("\n", "⏎")
        self.samples[code, kind].append(f"{record.id}: {shown}")

    def count_parsed(self, record: Record, parsed: int, sentences: int) -> None:
        """Count the sentences of a record and those that a rule had parsed, and the record if it had none."""
        kind = record.kind or record.set
        self.parsed[kind] += parsed
        self.sentences[kind] += sentences
        self.texts[kind] += 1
        self.unparsed[kind] += not parsed

    def shares_parsed(self) -> Iterator[str]:
        """Yield, by kind of text, which share of the sentences was parsed, and of the texts not at all."""
        for kind in self.sentences:
            share = 100 * self.parsed[kind] / max(1, self.sentences[kind])
            parsed, sentences = self.parsed[kind], self.sentences[kind]
            unparsed, texts = self.unparsed[kind], self.texts[kind]
            yield (
                f"{kind:<24} {parsed:>6} of {sentences:>6} sentences parsed = {share:.2f} %; "
                f"{unparsed} of {texts} texts without spaCy = {100 * unparsed / texts:.0f} %"
            )

    def table(self) -> Iterator[str]:
        """Yield the lines of the table per rule."""
        counts = "".join(f"{kind:>6} {'/1000':>7} " for kind in ("mt", "ref", "orig"))
        yield f"{'rule':<10} {counts}{'mt/orig':>8} {'mt/ref':>7} {'spanP':>6}"
        for code in [*sorted(self.found), "ALL"]:
            found = sum(self.found.values(), Counter()) if code == "ALL" else self.found[code]
            rates = [1000 * found[kind] / self.words[kind] if self.words[kind] else 0.0 for kind in KINDS]
            ratios = [f"{rates[0] / rate:.1f}" if rate else "inf" for rate in (rates[2], rates[1])]
            precise = f"{100 * found['touching'] / found['segments']:.0f} %" if found["segments"] else "-"
            yield (
                f"{code:<10} {found['mt']:>6} {rates[0]:>7.3f} {found['human-reference']:>6} "
                f"{rates[1]:>7.3f} {found['human-original']:>6} {rates[2]:>7.3f} "
                f"{ratios[0]:>8} {ratios[1]:>7} {precise:>6}"
            )


def main() -> None:
    """Run, score, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", default="dev")
    parser.add_argument("--select", default="", help="codes or families, comma-separated")
    parser.add_argument("--ignore", default="")
    parser.add_argument("--confidence", default="medium", choices=[c.value for c in Confidence])
    parser.add_argument("--sets", default="", help="names of data files without .jsonl.xz")
    parser.add_argument("--show", default="", help="print contexts of this rule's findings")
    parser.add_argument(
        "--kind", default="", help="with --show: mt, human-original, human-reference or a set"
    )
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--min-agree", default="1", help="so many raters marked a span that counts")
    parser.add_argument("--no-score", action="store_true", help="leave the scorer out")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit("the corpus is not here: nothing measured")
    checks = chosen(options.select, options.ignore, options.confidence)
    sets = frozenset(filter(None, options.sets.split(",")))
    tally, began, words = Tally(), time.process_time(), 0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as out:
        for record in records(options.split, sets):
            words += record.words
            if record.kind:
                tally.words[record.kind] += record.words
            article = read(Source(record.text))
            facts = Facts(article)
            findings = lint(article, checks, facts)
            tally.count_parsed(record, facts.parsed_count, len(article.sentences))
            for finding in findings:
                start, end, code = finding.span.start, finding.span.end, finding.rule.code
                tally.add(record, code, start, end)
                out.write(
                    json.dumps({record.key: record.id, "start": start, "end": end, "rule": code}) + "\n"
                )
    spent = time.process_time() - began
    if not options.no_score:
        arguments = ["--split", options.split, "--sets", options.sets, "--min-agree", options.min_agree]
        arguments += ["--top", "60", out.name]
        subprocess.run([sys.executable, str(CORPUS / "score.py"), *arguments], check=True)
    print("\n== PER RULE (findings per 1,000 words on documents; spanP on segments, all sets)")
    print("\n".join(tally.table()))
    print("\n" + "\n".join(tally.shares_parsed()))
    print(f"\n{words} words in {spent:.1f} s of processor time: {words / spent:.0f} words/s")
    if options.show:
        show(tally, options.show, options.kind, options.count)


def show(tally: Tally, code: str, kind: str, count: int) -> None:
    """Print contexts of a rule's findings, a fixed random sample where there are more than `count`."""
    for (rule, where), samples in sorted(tally.samples.items()):
        if rule.startswith(code) and (not kind or where == kind):
            picked = samples if len(samples) <= count else random.Random(1).sample(samples, count)
            print(f"\n-- {rule} on {where}: {len(samples)}")
            print("\n".join(picked))


if __name__ == "__main__":
    main()
