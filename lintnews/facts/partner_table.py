"""The table of words that English never puts together, `rules/lexicon/partners.yaml`.

Unlike the near-misses of `lintnews.facts.collocations` its wrong partners need no proof by the article:
nobody writes them. `benchmarks/partners.py` asks a model of English whether that is so.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lintnews.facts.lexicon import read_lexicon
from lintnews.inflection import forms, regular
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Wanted(NamedTuple):
    """A form that a wrong partner may have in a text.

    Attributes:
        lemma: the word as the table has it, without its particle.
        letters: what the form is (see `lintnews.inflection.FORMS`).
        particle: what follows it, "" for nothing.
        between: what must stand between: "+" a determiner, "/a" an indefinite article, "-" nothing,
            "" anything.
    """

    lemma: str
    letters: str
    particle: str
    between: str


class Row(NamedTuple):
    """A row of the table: what English puts with its words, best first, and what machines put there."""

    section: str
    right: tuple[str, ...]
    wrong: Mapping[str, tuple[Wanted, ...]]
    particles: frozenset[str]


class Entry(NamedTuple):
    """A word with its row, which is not compiled: an article asks for few of them.

    `tail` is what must follow the word: "strike" of "hunger strike".
    """

    section: str
    text: str
    tail: tuple[str, ...]


_CLASSES = {"objects": "v", "subjects": "v", "modifiers": "j", "degrees": "r"}
# Variants of spelling: what a row says of the first holds of the second.
_SPELT_ALSO = {"realise": "realize", "practise": "practice"}


@cache
def entries() -> dict[str, list[Entry]]:
    """Return the rows by the first word of what they are about, in singular and plural."""
    found: dict[str, list[Entry]] = {}
    for section, rows in read_lexicon("partners").items():
        for row in rows:
            for about in row.partition(" | ")[0].split(", "):
                first, *tail = about.split()
                entry = Entry(section, row, tuple(tail))
                for form in (first, plural(first)):
                    found.setdefault(form, []).append(entry)
    return found


def plural(noun: str) -> str:
    """Return the plural of a noun of the table."""
    return f"{noun[:-2]}es" if noun.endswith("sis") else regular(noun, "n")[1]


@cache
def compiled(section: str, text: str) -> Row:
    """Return the row of a section that reads `text`."""
    _, right, wrong = (part.split(", ") for part in text.split(" | "))
    by_form: dict[str, list[Wanted]] = {}
    for entry in wrong:
        words = entry.removesuffix("/a").rstrip("+-")
        lemma, _, particle = words.partition(" ")
        for spelling in filter(None, (lemma, _SPELT_ALSO.get(lemma))):
            for form, letters in forms(spelling, _CLASSES[section]).items():
                wanted = Wanted(spelling, letters, particle, entry[len(words) :])
                by_form.setdefault(form, []).append(wanted)
    particles = frozenset(wanted.particle for found in by_form.values() for wanted in found) - {""}
    by_form_fixed = {form: tuple(found) for form, found in by_form.items()}
    return Row(section, tuple(right), by_form_fixed, particles)
