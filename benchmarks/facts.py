"""Cost of each kind of fact, in words a second on one core.

    python benchmarks/facts.py [--words 50000] [PATH…]

Runs over the articles given, else over the project's own fixtures, repeated up to the wanted number of words.
A fact that is made of others is timed after them, so each line is what that kind adds; the last line is all
them together.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.source import Source, decode

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
#: Kinds of facts in the order in which they build on one another.
KINDS = (
    "tokens", "runs", "names", "unknown_words", "explained_acronyms", "name_forms", "name_pairs", "headings",
    "vocabulary", "quantities", "dates", "claims", "alignment", "substitutions", "places", "quote_pairings",
)  # fmt: skip


def texts(paths: list[Path], words: int) -> list[str]:
    """Return the articles, from the start again until `words` words are reached."""
    found = [decode(path.read_bytes(), str(path)).text for path in paths]
    chosen: list[str] = []
    while sum(len(text.split()) for text in chosen) < words:
        chosen += found
    return chosen


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--words", type=int, default=50_000)
    options = parser.parse_args()
    chosen = texts(options.paths or sorted(FIXTURES.rglob("*.txt")), options.words)
    words = sum(len(text.split()) for text in chosen)
    Facts(read(Source(chosen[0]))).words.known("warm")  # loading the word table is not what is measured
    began = time.process_time()
    articles = [read(Source(text)) for text in chosen]
    everything = report("read", began, words)
    facts = [Facts(article) for article in articles]
    for kind in KINDS:
        began = time.process_time()
        for fact in facts:
            getattr(fact, kind)
        everything += report(kind, began, words)
    print(f"{'all':<18} {words / everything:>12,.0f} words/s")


def report(kind: str, began: float, words: int) -> float:
    """Print one line and return the seconds spent."""
    spent = time.process_time() - began
    print(f"{kind:<18} {words / max(spent, 1e-9):>12,.0f} words/s")
    return spent


if __name__ == "__main__":
    main()
