"""What each of LanguageTool's rules is worth on news.

The table is `data/languagetool.tsv`, made by `benchmarks/languagetool.py`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lintnews.records import NamedTuple
from lintnews.rule import Confidence

_FILE = Path(__file__).parents[1] / "data" / "languagetool.tsv"
# What the ids of rules that are lists of words begin with.
_OF_LISTS = "EN_"
#: What the table says of a rule that does not run.
OFF = "off"


class Standing(NamedTuple):
    """One rule of LanguageTool.

    Attributes:
        rule: its id.
        category: the id of its category.
        confidence: how far its findings are trusted; None for noise on news.
        machine, translators, originals: its findings on machine translations, on human translations of the
            same articles, and on articles first written in English, at most three counted in one article.
    """

    rule: str
    category: str
    confidence: Confidence | None
    machine: int
    translators: int
    originals: int


class Words(NamedTuple):
    """How many words of each kind of text the findings were counted in."""

    machine: int
    translators: int
    originals: int


@cache
def standings() -> dict[str, Standing]:
    """Return all rules of English by id, in the order of ids."""
    found = {}
    for line in _lines():
        if not line.startswith("#"):
            rule, category, confidence, *counts = line.split("\t")
            trusted = None if confidence == OFF else Confidence(confidence)
            found[rule] = Standing(rule, category, trusted, *map(int, counts))
    return found


def rule_of(finding: str) -> str:
    """Return the id of the rule that a finding is of, by the id that it bears.

    Rules that are lists of words make ids of their own: EN_COMPOUNDS_YEAR_ON_YEAR is of EN_COMPOUNDS.
    """
    known, rule = standings(), finding
    while rule not in known and rule.startswith(_OF_LISTS) and "_" in rule:
        rule = rule.rpartition("_")[0]
    return rule if rule in known else finding


@cache
def words_counted() -> Words:
    """Return the sizes of the texts that the table was made on."""
    head = next(line for line in _lines() if line.startswith("# words:"))
    return Words(*map(int, head.removeprefix("# words:").split()))


def _lines() -> list[str]:
    return _FILE.read_text(encoding="utf-8").splitlines()
