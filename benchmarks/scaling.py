"""Show that the cost per word stays flat as an article grows, on prose and on text made to hurt.

    python benchmarks/scaling.py [--words 100,1000,10000,100000] [--select FAMILY,…]

Every row is one shape of text; the figures are microseconds of processor time per word, with the default
rules (of the families named). Each shape is linted once before it is timed, which compiles its patterns.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Check, Confidence
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    "doubled words": "the the ",
    "words joined to themselves": "Graz Graz, and ",
    "long phrases again": "a b c d e f g a b c d e f h ",
    "lists": "goats, sheep, ",
    "titles": "Minister ",
    "institutions": "Agency for ",
    "particles": "de la ",
    "initials": "J. ",
    "months": "May ",
    "abbreviations": "Mr. ",
    "stops and marks": '. " ',
    "broken grammar": "The of the road was shut, although not only the set fire, but it has went on.\n\n",
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


def names(words: int) -> str:
    """Return news of people who all have different names, to `words` words."""
    syllables = "ba de gi ko lu ma ne pi ro su ta ve zi".split()
    dice = random.Random(1)
    text = []
    for _ in range(words // 8):
        given, family = ("".join(dice.choices(syllables, k=3)).capitalize() for _ in range(2))
        text.append(f"The clerk met {given} {family}n on Monday.")
    return "\n\n".join(text)


def microseconds_per_word(text: str, words: int, checks: Sequence[Check]) -> float:
    """Return the processor time of reading and linting `text`, divided by `words`."""
    began = time.process_time()
    lint(read(Source(text)), checks)
    return (time.process_time() - began) / words * 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", default="100,1000,10000,100000")
    parser.add_argument("--select", default="", help="families, comma-separated")
    options = parser.parse_args()
    sizes = [int(size) for size in options.words.split(",")]
    families = tuple(filter(None, options.select.split(",")))
    checks = [
        check
        for check in at_confidence(builtin_checks(), Confidence.MEDIUM)
        if not families or check.rule.family in families
    ]
    print(f"{'µs per word at':<28}" + "".join(f"{size:>10,}" for size in sizes))
    row("prose", [(prose(size), size) for size in sizes], checks)
    row("different names", [(names(size), size) for size in sizes], checks)
    for name, piece in HOSTILE.items():
        row(name, [(piece * size, size) for size in sizes], checks)


def row(name: str, texts: list[tuple[str, int]], checks: Sequence[Check]) -> None:
    """Print the line of one shape, from its texts with their sizes in words."""
    print(f"{name:<28}", end="", flush=True)
    microseconds_per_word(*texts[0], checks)
    for text, words in texts:
        print(f"{microseconds_per_word(text, words, checks):>10.1f}", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
