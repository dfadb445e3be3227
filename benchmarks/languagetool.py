"""Measure what each rule of LanguageTool is worth on news, and make the table that lintnews goes by.

    python -m benchmarks.languagetool WHERE [--sample N] [--write] [--show RULE]

WHERE is a server's address or an installed folder, as for `lintnews check --languagetool`. Articles of the
corpus (all that were first written in English, N machine translations, half as many human ones) are read by
LanguageTool and by lintnews; a finding that touches one of ours does not count, and at most three of a rule
count in one article. Answers are kept in build/languagetool.jsonl, from which a second run starts.

The articles are halved by what they say, so that no two translations of one article are in both halves: the
table is made on the first half, and the figures that are printed are those of the second.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import lintnews
from benchmarks.corpus import CORPUS, Record, records
from lintnews.engine import lint
from lintnews.facts import Facts
from lintnews.languagetool.reading import Question, opened
from lintnews.languagetool.rules import languagetool_checks
from lintnews.languagetool.table import rule_of
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.languagetool.reading import Answer

ANSWERS = Path("build/languagetool.jsonl")
TABLE = Path(lintnews.__file__).parent / "data" / "languagetool.tsv"
MACHINE, TRANSLATOR, ORIGINAL = "mt", "human-reference", "human-original"
KINDS = (MACHINE, TRANSLATOR, ORIGINAL)
MOST_IN_ONE = 3
# Findings that a rule is given before any is counted, in the proportion of its category.
PRIOR = 4.0
# How many times oftener on machine translations than on what people wrote.
HIGH, MEDIUM, NOISE = 8.0, 2.0, 1.0
# What lintnews has rules of its own for, and what newsrooms decide: only what machines alone do counts.
COVERED = frozenset({"AMERICAN_ENGLISH_STYLE", "BRITISH_ENGLISH", "PUNCTUATION", "TYPOGRAPHY"})
# People misspell as well, so that the proportion says too little: of 117 findings, read, 92 were right.
READ = {"MORFOLOGIK_RULE_EN_US": Confidence.MEDIUM}
# From so few findings a rule cannot be called noise, nor trusted highly.
FEW, ENOUGH = 5, 8


class Article(NamedTuple):
    """One article as it was read: `found` has what stays of LanguageTool's findings, in context, by rule."""

    id: str
    kind: str
    half: int
    words: int
    ours: int
    found: dict[str, list[str]]


def sampled(machine: int) -> list[Record]:
    """Return the articles to read, always the same."""
    by_kind: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records("dev", frozenset()):
        by_kind[record.kind or ""].append(record)
    chance = random.Random(10)
    sizes = {MACHINE: machine, TRANSLATOR: machine // 2, ORIGINAL: len(by_kind[ORIGINAL])}
    return [record for kind in KINDS for record in chance.sample(by_kind[kind], sizes[kind])]


def half_of(record: Record) -> int:
    """Return 0 or 1, by what the article says."""
    return hashlib.sha256(record.article.encode()).digest()[0] % 2


def read_all(where: str, wanted: list[Record]) -> Iterator[Article]:
    """Yield the articles with what both linters find in them."""
    ours = at_confidence(builtin_checks(), Confidence.MEDIUM)
    with opened(where, 120) as reading:
        for record, answer in reading.over(wanted, lambda record: Question((read(Source(record.text)),))):
            if answer.failure:
                sys.exit(str(answer.failure))
            yield _article(record, answer, ours)


def _article(record: Record, answer: Answer, checks: Iterable[lintnews.rule.Check]) -> Article:
    article = read(Source(record.text))
    facts = Facts(article, remarks=answer.remarks[article.text])
    ours = [finding.span for finding in lint(article, checks, facts)]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for check in languagetool_checks():
        for hit in check(facts):
            if hit.reference and not any(span.overlaps(hit.span) for span in ours):
                start, end = hit.span
                before, after = article.text[max(0, start - 60) : start], article.text[end : end + 40]
                context = f"{before}[[{hit.span.of(article.text)}]]{after}".replace("\n", "⏎")
                found[hit.reference.rule].append(context)
    return Article(record.id, record.kind or "", half_of(record), record.words, len(ours), found)


class Counts:
    """Findings of LanguageTool's rules by kind of text, in one half of the articles."""

    def __init__(self, articles: Iterable[Article], half: int) -> None:
        self.words: Counter[str] = Counter()
        self.ours: Counter[str] = Counter()
        self.found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for article in articles:
            if article.half == half:
                self.words[article.kind] += article.words
                self.ours[article.kind] += article.ours
                by_rule: Counter[str] = Counter()
                for name, contexts in article.found.items():
                    by_rule[rule_of(name)] += len(contexts)
                for rule, count in by_rule.items():
                    self.found[rule][article.kind] += min(count, MOST_IN_ONE)

    def sides(self, counts: Counter[str]) -> tuple[float, float]:
        """Return the findings on machine and on human text, the latter as for as many words."""
        human = counts[TRANSLATOR] + counts[ORIGINAL]
        return counts[MACHINE], human * self.words[MACHINE] / (self.words[TRANSLATOR] + self.words[ORIGINAL])


def verdicts(counts: Counts, categories: dict[str, str]) -> dict[str, str]:
    """Return what the table says of each rule."""
    pooled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rule, found in counts.found.items():
        pooled[categories[rule]] += found
    decided = {}
    for rule, category in categories.items():
        found = counts.found[rule]
        machine, human = counts.sides(found)
        all_machine, all_human = counts.sides(pooled[category])
        share = (all_machine + 1) / (all_machine + all_human + 2)
        ratio = (machine + PRIOR * share) / (human + PRIOR * (1 - share))
        if rule in READ:
            decided[rule] = READ[rule].value
        elif ratio >= HIGH and found.total() >= ENOUGH:
            decided[rule] = Confidence.HIGH.value
        elif category in COVERED:
            decided[rule] = "off"
        elif ratio >= MEDIUM and found.total() >= FEW:
            decided[rule] = Confidence.MEDIUM.value
        elif ratio < NOISE and found.total() >= FEW:
            decided[rule] = "off"
        else:
            decided[rule] = Confidence.LOW.value
    return decided


def categories_of(where: str) -> tuple[str, dict[str, str]]:
    """Return the version of LanguageTool, and its rules for English with their categories."""
    with opened(where, 120) as reading:
        url = f"{reading.url}v2/configinfo?language=en-US"
        with urllib.request.urlopen(url) as answer:  # noqa: S310 - the server that was named
            told = json.load(answer)
    return told["software"]["version"], {rule["ruleId"]: rule["categoryId"] for rule in told["rules"]}


def write(counts: Counts, decided: dict[str, str], categories: dict[str, str], version: str) -> None:
    """Write the table."""
    sizes = " ".join(str(counts.words[kind]) for kind in KINDS)
    lines = [
        f"# LanguageTool {version}'s rules for English; made by benchmarks/languagetool.py, which says how.",
        "# rule, category, confidence (off: noise); findings on machine translations, human ones, originals",
        f"# words: {sizes}",
    ]
    for rule in sorted(categories):
        numbers = (str(counts.found[rule][kind]) for kind in KINDS)
        lines.append("\t".join([rule, categories[rule], decided[rule], *numbers]))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(counts: Counts, decided: dict[str, str]) -> Iterator[str]:
    """Yield the lines of the figures: what LanguageTool adds, by confidence and by rule."""
    yield f"{'findings per 1,000 words':<44}" + "".join(f"{kind:>17}" for kind in KINDS)
    yield _row("lintnews alone", counts, counts.ours)
    for level in (*(level.value for level in Confidence), "off"):
        added: Counter[str] = sum(
            (c for rule, c in counts.found.items() if decided[rule] == level), Counter()
        )
        yield _row(f"LanguageTool's, {level}", counts, added)
    trusted = ("high", "medium")
    for rule in sorted(counts.found, key=lambda rule: -counts.found[rule][MACHINE]):
        if decided[rule] in trusted:
            yield _row(f"  {rule} ({decided[rule]})", counts, counts.found[rule])


def _row(name: str, counts: Counts, found: Counter[str]) -> str:
    cells = (f"{found[kind]:>6} {1000 * found[kind] / counts.words[kind]:>10.3f}" for kind in KINDS)
    return f"{name:<44}" + "".join(cells)


def main() -> None:
    """Read, count, write, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("where", help="an address or a folder")
    parser.add_argument("--sample", type=int, default=600, help="how many machine translations")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    parser.add_argument("--show", default="", help="print contexts of this rule")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit("the corpus is not here: nothing measured")
    if not ANSWERS.exists():
        ANSWERS.parent.mkdir(exist_ok=True)
        partial = ANSWERS.with_suffix(".part")
        with partial.open("w", encoding="utf-8") as out:
            for article in read_all(options.where, sampled(options.sample)):
                out.write(json.dumps(article) + "\n")
        partial.rename(ANSWERS)
    articles = [Article(*json.loads(line)) for line in ANSWERS.read_text(encoding="utf-8").splitlines()]
    version, categories = categories_of(options.where)
    first, second = Counts(articles, 0), Counts(articles, 1)
    decided = verdicts(first, categories)
    if options.write:
        write(first, decided, categories, version)
    print("\n".join(report(second, decided)))
    if options.show:
        for kind in KINDS:
            contexts = [
                text for one in articles if one.kind == kind for text in one.found.get(options.show, ())
            ]
            print(f"\n-- {options.show} on {kind}: {len(contexts)}", *contexts, sep="\n")


if __name__ == "__main__":
    main()
