"""Send good English through another language and back, and count what the rules find of the wreckage.

    apt-get install apertium apertium-eng-spa apertium-eng-cat apertium-en-gl
    python -m benchmarks.round_trip [--through es,ca,gl] [--select PREFIX,…] [--show N] [FOLDER]

Apertium translates by a dictionary and mostly takes a word's first sense, which newer systems do only now and
then: a word that it breaks in many articles is one that others break in some. FOLDER holds plain text files;
without it the English originals of ../shared/corpus are taken, where they are there.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import CORPUS, chosen, records
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names of Apertium's modes, there and back.
_MODES = {"es": ("eng-spa", "spa-eng"), "ca": ("eng-cat", "cat-eng"), "gl": ("en-gl", "gl-en")}
# A paragraph that comes through unchanged and says where an article begins.
_MARK = "770770{}770"
_MARKED = re.compile(r"770770\d+770\s*")


def there_and_back(texts: list[str], language: str) -> list[str]:
    """Return what becomes of `texts`; those that could not be told apart any more are left out."""
    text = "\n\n".join(f"{_MARK.format(number)}\n\n{text}" for number, text in enumerate(texts))
    for mode in _MODES[language]:
        done = subprocess.run(
            ["apertium", "-u", mode], input=text, capture_output=True, text=True, check=True
        )
        text = done.stdout
    return [part.strip() for part in _MARKED.split(text)[1:]]


def originals(folder: str) -> Iterator[str]:
    """Yield the texts of a folder, or of the corpus."""
    if folder:
        for path in sorted(Path(folder).glob("*.txt")):
            yield path.read_text(encoding="utf-8")
    elif CORPUS.is_dir():
        yield from (each.text for each in records("dev", frozenset()) if each.kind == "human-original")


def main() -> None:
    """Translate, lint, count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--through", default="es,ca,gl")
    parser.add_argument("--select", default="LEX", help="codes or families, comma-separated")
    parser.add_argument("--show", type=int, default=0, help="print so many findings of each language")
    parser.add_argument("folder", nargs="?", default="")
    options = parser.parse_args()
    languages = options.through.split(",")
    unknown = [language for language in languages if language not in _MODES]
    if unknown:
        parser.error(f"no way through {', '.join(unknown)}; there are {', '.join(_MODES)}")
    if not shutil.which("apertium"):
        sys.exit("apertium is not installed: nothing measured")
    texts = list(originals(options.folder))
    if not texts:
        sys.exit("no texts: nothing measured")
    checks = chosen(options.select, "", "medium")
    for language in languages:
        counts: Counter[str] = Counter()
        words, shown = 0, 0
        for text in there_and_back(texts, language):
            words += len(text.split())
            for finding in lint(read(Source(text)), checks):
                counts[finding.rule.code] += 1
                if shown < options.show:
                    span, shown = finding.span, shown + 1
                    around = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
                    print(
                        f"{finding.rule.code}: {around[0]}[[{span.of(text)}]]{around[1]}".replace("\n", " ")
                    )
        found = sum(counts.values())
        per_rule = ", ".join(f"{code} {count}" for code, count in counts.most_common(12))
        print(
            f"{language}: {found} in {words} words = {1000 * found / max(1, words):.2f} per 1,000; {per_rule}"
        )


if __name__ == "__main__":
    main()
