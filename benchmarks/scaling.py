"""Show that the cost per word stays flat as an article grows, on prose and on text made to hurt.

    python benchmarks/scaling.py [--words 100,1000,10000,100000]

Every row is one shape of text; the figures are microseconds of processor time per word, all default rules.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.source import Source

CLEAN = Path(__file__).resolve().parents[1] / "fixtures" / "clean"
# Repeated to the asked length; each is the worst case of some scanner.
HOSTILE = {
    "straight quotation marks": '" ',
    "opening marks": "“a ",
    "brackets": "( ",
    "apostrophes": "' ",
    "one word": "word ",
    "capitals": "Word ",
    "figures": "12,5 ",
    "one-word lines": "word\n\n",
    "no blanks": "a,",
    "foreign words": "porque ",
    "stops": "a. ",
}


def prose(words: int) -> str:
    """Return the clean fixtures one after the other, over and over, to `words` words."""
    paragraphs = [p for path in sorted(CLEAN.glob("*.txt")) for p in path.read_text("utf-8").split("\n\n")]
    text, count, index = [], 0, 0
    while count < words:
        # The number keeps a repeated paragraph from being a finding of its own.
        paragraph = f"{paragraphs[index % len(paragraphs)]} This was part {index}."
        text.append(paragraph)
        count += len(paragraph.split())
        index += 1
    return "\n\n".join(text)


def microseconds_per_word(text: str, words: int) -> float:
    """Return the processor time of reading and linting `text`, divided by `words`."""
    checks = at_confidence(builtin_checks(), Confidence.MEDIUM)
    began = time.process_time()
    lint(read(Source(text)), checks)
    return (time.process_time() - began) / words * 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", default="100,1000,10000,100000")
    sizes = [int(size) for size in parser.parse_args().words.split(",")]
    microseconds_per_word(prose(500), 500)  # loads tables and compiles patterns
    print(f"{'µs per word at':<28}" + "".join(f"{size:>10,}" for size in sizes))
    row("prose", [(prose(size), size) for size in sizes])
    for name, piece in HOSTILE.items():
        row(name, [(piece * size, size) for size in sizes])


def row(name: str, texts: list[tuple[str, int]]) -> None:
    """Print the line of one shape, from its texts with their sizes in words."""
    print(f"{name:<28}", end="", flush=True)
    for text, words in texts:
        print(f"{microseconds_per_word(text, words):>10.1f}", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
