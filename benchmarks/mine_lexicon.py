"""Mine the corpus for what machines write and people do not: phrases of up to four words, gapped frames.

    python benchmarks/mine_lexicon.py --pivot zh [--top 300] [--words] [--least 3] [--at-most 0.2]
                                      [--grep REGEX]
    python benchmarks/mine_lexicon.py --pivot zh --context "{carry} out * work" [--count 20]

The first form ranks features by log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn
2008, "Fightin' Words"): the machine translations of one pivot language against the human translations of the
same articles, and against the texts first written in English; the lesser score counts, so that neither the
topics of a country's news nor the habits of translators win. The prior is the whole corpus.
An article counts once: for the machines with the share of its systems that use the feature. Words are lemmas
unless `--words` is given; `*` is one or two words of any kind, `#` a number. `--at-most 0.2` leaves out what
people write more than a fifth as often as machines: the head of that list is the stuff of entries. The second
form prints the places of a feature, each with the human translation beside it.

Reads ../shared/corpus where it is present, else says so and stops. What it prints is not for the repository.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.facts.tokens import tokenize
from lintnews.inflection import forms
from lintnews.words import default_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
MACHINE, HUMAN = "mt", ("human-reference", "human-original")
LONGEST = 4
#: The prior counts as much as this many articles.
PRIOR_ARTICLES = 10.0

Feature = tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """One article of the corpus in one English."""

    article: str
    pivot: str  # "" for what was first written in English
    machine: bool
    text: str


def texts() -> Iterator[Text]:
    """Yield the articles of the corpus, but for human translations that read like machines'."""
    for path in sorted((CORPUS / "dev").glob("docs_*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for raw in map(json.loads, lines):
                if raw["kind"] == MACHINE or raw["kind"] in HUMAN:
                    original = raw["kind"] == "human-original"
                    pivot = "" if original else raw["lang_pair"].split("-")[0]
                    yield Text(raw["article"], pivot, raw["kind"] == MACHINE, raw["text"])


@cache
def _lemmas() -> Mapping[str, str]:
    """Form to its commonest lemma."""
    zipf = default_words().zipf
    table = ROOT / "lintnews" / "data" / "inflections.txt"
    found: dict[str, str] = {}
    for lemma in (line.split()[0] for line in table.read_text("utf-8").splitlines()):
        for form in forms(lemma):
            if form not in found or zipf(lemma) > zipf(found[form]):
                found[form] = lemma
    return found


def lemma(word: str) -> str:
    """Return the commonest lemma of a case-folded word, or the word; numbers become "#"."""
    return "#" if word[0].isdigit() else _lemmas().get(word, word)


def runs_of(text: str, normal: Callable[[str], str]) -> Iterator[list[str]]:
    """Yield the words of a text between its punctuation marks (a hyphenated or quoted word is one)."""
    run: list[str] = []
    end = 0
    for token in tokenize(text):
        if token.fold in "“”\"'‘’" and "\n" not in text[end : token.start]:
            continue
        if (not token.fold[0].isalnum() or "\n" in text[end : token.start]) and run:
            yield run
            run = []
        if token.fold[0].isalnum():
            run.append(normal(token.fold))
        end = token.end
    if run:
        yield run


def features(runs: Iterable[list[str]]) -> Iterator[Feature]:
    """Yield the features of an article, again and again where it has them more than once."""
    for run in runs:
        for start in range(len(run)):
            for length in range(1, LONGEST + 1):
                if start + length <= len(run):
                    yield tuple(run[start : start + length])
            for reach in (2, 3):
                if start + reach < len(run):
                    yield (run[start], "*", run[start + reach])
                if start + reach + 1 < len(run):
                    yield (run[start], "*", *run[start + reach : start + reach + 2])
                    yield (*run[start : start + 2], "*", run[start + reach + 1])


@dataclass(frozen=True)
class Side:
    """One side's articles: in how many of them (`total`) each feature stands, shares of systems as such."""

    counts: Mapping[Feature, float]
    articles: Mapping[Feature, int]
    total: int


def side(found: Mapping[str, list[set[Feature]]]) -> Side:
    """Count the features of a side, an article once, however often translated."""
    counts: defaultdict[Feature, float] = defaultdict(float)
    articles: Counter[Feature] = Counter()
    for versions in found.values():
        uses = Counter(feature for version in versions for feature in version)
        for feature, count in uses.items():
            counts[feature] += count / len(versions)
            articles[feature] += 1
    return Side(counts, articles, len(found))


def log_odds(machine: float, machines: int, human: float, humans: int, prior: float) -> float:
    """Return the z-score of the log-odds ratio of a feature; `prior` is its share of all articles (0-1)."""
    alpha, rest = PRIOR_ARTICLES * prior, PRIOR_ARTICLES * (1 - prior)
    a, not_a = machine + alpha, machines - machine + rest
    b, not_b = human + alpha, humans - human + rest
    return (math.log(a / not_a) - math.log(b / not_b)) / math.sqrt(1 / a + 1 / b)


def rank(
    pivot: str, normal: Callable[[str], str], least: int, at_most: float
) -> Iterator[tuple[float, Feature, str]]:
    """Yield score, feature and its figures, best first.

    Args:
        pivot: the language that the machines translated from.
        normal: what stands for a word, such as its lemma.
        least: articles in whose machine translations the feature must stand.
        at_most: its share of human articles, as a share of that of machine articles.
    """
    wanted = _recurring(pivot, normal, least)
    machine, translated, original, everything = (defaultdict[str, list[set[Feature]]](list) for _ in range(4))
    for text in texts():
        kept = {feature for feature in features(runs_of(text.text, normal)) if feature in wanted}
        everything[text.article].append(kept)
        if text.machine and text.pivot == pivot:
            machine[text.article].append(kept)
        elif text.pivot in (pivot, ""):
            (translated if text.pivot else original)[text.article].append(kept)
    sides = machines, *humans = [side(found) for found in (machine, translated, original)]
    prior = side(everything)
    scored = []
    for feature in machines.counts:
        share = prior.counts[feature] / prior.total
        counts = [where.counts.get(feature, 0.0) for where in sides]
        shares = [count / where.total for count, where in zip(counts, sides, strict=True)]
        if max(shares[1:]) > at_most * shares[0]:
            continue
        score = min(
            log_odds(counts[0], machines.total, count, where.total, share)
            for count, where in zip(counts[1:], humans, strict=True)
        )
        figures = f"{machines.articles[feature]:>4} " + " ".join(f"{count:>6.1f}" for count in counts)
        scored.append((score, feature, figures))
    scored.sort(key=lambda item: (-item[0], item[1]))
    yield from _without_parts(scored)


def _recurring(pivot: str, normal: Callable[[str], str], least: int) -> set[Feature]:
    """Return the features that stand in machine translations of at least so many articles of the pivot."""
    articles: defaultdict[str, set[Feature]] = defaultdict(set)
    for text in texts():
        if text.machine and text.pivot == pivot:
            articles[text.article].update(features(runs_of(text.text, normal)))
    counts = Counter(feature for kept in articles.values() for feature in kept)
    return {feature for feature, count in counts.items() if count >= least}


def _without_parts(scored: Iterable[tuple[float, Feature, str]]) -> Iterator[tuple[float, Feature, str]]:
    """Leave out what is part of, or holds, a feature with a better score and the same figures."""
    seen: set[tuple[str, str, str]] = set()
    for score, feature, figures in scored:
        pairs = {(figures, a, b) for a, b in pairwise(feature)} or {(figures, feature[0], "")}
        if not pairs & seen:
            yield score, feature, figures
        seen |= pairs


def contexts(pivot: str, phrase: str) -> Iterator[str]:
    """Yield the places of a phrase in the pivot's machine translations and what people wrote there.

    `{word}` is any form of a word, `*` one or two words, the rest stands as it is.
    """
    pattern = re.compile(r"\b" + r"\s+".join(map(_word_pattern, phrase.split())) + r"\b", re.IGNORECASE)
    people: dict[str, str] = {}
    for text in texts():
        if text.pivot == pivot and not text.machine:
            people.setdefault(text.article, text.text)
    shown: set[str] = set()
    for text in texts():
        if not text.machine or text.pivot != pivot:
            continue
        for match in pattern.finditer(text.text):
            place = text.text[max(0, match.start() - 90) : match.end() + 60].replace("\n", "⏎")
            near = f"{text.article} {match.group().casefold()}"
            if near in shown:
                continue
            shown.add(near)
            human = _beside(text.text, match.start(), people.get(text.article, ""))
            yield f"{text.article}: …{place}…\n    HUMAN: {human}"


def _word_pattern(word: str) -> str:
    if word == "*":
        return r"\S+(?:\s+\S+)?"
    if word.startswith("{"):
        return "(?:" + "|".join(map(re.escape, forms(word.strip("{}")))) + ")"
    return re.escape(word)


def _beside(text: str, offset: int, other: str) -> str:
    """Return the stretch of `other` at the same share of the article, or of its line where lines pair up."""
    lines, others = text.split("\n"), other.split("\n")
    number = text.count("\n", 0, offset)
    if len(lines) == len(others):
        before = offset - sum(len(line) + 1 for line in lines[:number])
        share, where = before / max(1, len(lines[number])), others[number]
    else:
        share, where = offset / max(1, len(text)), other.replace("\n", "⏎")
    middle = round(share * len(where))
    return where[max(0, middle - 170) : middle + 170]


def main() -> None:
    """Print the head of the list, or the places of one feature."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pivot", required=True, help="zh, ja, ru, uk, is or ha")
    parser.add_argument("--top", type=int, default=300)
    parser.add_argument("--least", type=int, default=3, help="articles that must have the feature")
    parser.add_argument(
        "--at-most", type=float, default=1.0, help="how often people may write it, as a share of the machines"
    )
    parser.add_argument("--words", action="store_true", help="words as they stand instead of lemmas")
    parser.add_argument("--grep", default="", help="only features that this expression finds")
    parser.add_argument("--context", default="", help="print the places of this phrase")
    parser.add_argument("--count", type=int, default=20, help="with --context: so many places")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit("the corpus is not here: nothing to mine")
    if options.context:
        for place, _ in zip(contexts(options.pivot, options.context), range(options.count), strict=False):
            print(place)
        return
    wanted = re.compile(options.grep)
    print(f"{'z':>6} {'art.':>4} {'mt':>6} {'transl':>6} {'orig':>6}  feature")
    ranked = rank(options.pivot, str if options.words else lemma, options.least, options.at_most)
    head = (
        (score, line, figures)
        for score, feature, figures in ranked
        if wanted.search(line := " ".join(feature))
    )
    for (score, line, figures), _ in zip(head, range(options.top), strict=False):
        print(f"{score:>6.2f} {figures}  {line}")


if __name__ == "__main__":
    main()
