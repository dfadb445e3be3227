"""Run the CON rules over ledes that contradict their articles, and over English originals.

    python benchmarks/contradictions.py [--confidence low] [--select CON101,…]
                                        [--show good|missed|found|originals] [--kinds mt,…]

Prints the scorer's table, findings per 1,000 words of originals, and the share of their sentences that were
parsed on account of CON. Reads ../shared where it is present, else says so and stops.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.engine import lint
from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.finding import Finding
    from lintnews.rule import Check

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "contradictions"


def records(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    """Yield the records of all files of a folder."""
    for path in sorted(folder.glob(pattern)):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def ledes(checks: tuple[Check, ...], show: str) -> None:
    """Run over the ledes and print the scorer's table."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as out:
        for record in records(DATA / "dev", "*.jsonl.xz"):
            findings = lint(read(Source(record["text"])), checks)
            for finding in findings:
                related = [list(place.span) for place in finding.related]
                row = {"id": record["id"], "start": finding.span.start, "end": finding.span.end}
                out.write(json.dumps({**row, "related": related, "rule": finding.rule.code}) + "\n")
            verdict = ("found" if findings else "missed") if record["contradiction"] else "good"
            if verdict == show and (findings or show == "missed"):
                _print(record["id"], record["text"], findings, record["lede_chars"], str(record["type"]))
    subprocess.run([sys.executable, str(DATA / "score.py"), "--split", "dev", out.name], check=True)


def _print(name: str, text: str, findings: list[Finding], lede: int, note: str) -> None:
    if lede and not findings:
        print(f"{name} {note} {' '.join(text[:lede].split())}")
    for finding in findings:
        around = text[max(0, finding.span.start - 100) : finding.span.end + 60]
        print(f"{name} {note} {finding.rule.code} {finding.message}\n    {' '.join(around.split())}")
        for place in finding.related:
            around = text[max(0, place.span.start - 120) : place.span.end + 80]
            print(f"    {' '.join(around.split())}")


def originals(checks: tuple[Check, ...], kind: str, *, show: bool) -> None:
    """Run over whole articles of one kind; print findings per 1,000 words and what was parsed."""
    words = sentences = parsed = found = 0
    for record in records(SHARED / "corpus" / "dev", "docs_*.jsonl.xz"):
        if record["kind"] != kind:
            continue
        facts = Facts(read(Source(record["text"])))
        findings = lint(facts.article, checks, facts)
        words += len(record["text"].split())
        sentences += len(facts.article.sentences)
        parsed += facts.parsed_count
        found += len(findings)
        if show:
            _print(record["doc"], record["text"], findings, 0, "")
    if not words:
        sys.exit(f"no article is of the kind {kind!r}")
    rate = 1000 * found / words
    print(
        f"{kind}: {found} findings in {words} words, {rate:.3f} per 1,000; "
        f"{parsed} of {sentences} sentences parsed, {100 * parsed / sentences:.1f} %"
    )


def main() -> None:
    """Run, score, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--confidence", default="medium", choices=[c.value for c in Confidence])
    parser.add_argument("--select", default="CON", help="codes or families, comma-separated")
    parser.add_argument("--show", default="", help="good, missed, found, or originals")
    parser.add_argument(
        "--kinds",
        default="human-original,human-reference",
        help="kinds of whole articles to run on, none where empty",
    )
    options = parser.parse_args()
    if not DATA.is_dir():
        sys.exit("the contradicting ledes are not here: nothing measured")
    wanted = tuple(options.select.split(","))
    known = at_confidence(builtin_checks(), Confidence(options.confidence))
    checks = tuple(check for check in known if check.rule.code.startswith(wanted))
    if options.show != "originals":
        ledes(checks, options.show)
    for kind in filter(None, options.kinds.split(",")):
        originals(checks, kind, show=options.show == "originals")


if __name__ == "__main__":
    main()
