"""Ask a model of general English which pairs of `rules/lexicon/partners.yaml` people write all the same.

    pip install pocketsphinx
    python benchmarks/partners.py [WORD …]

The model is the trigram model of the pocketsphinx wheel. A pair that it has, and does not make up from its
words, is one that someone wrote: read it, and narrow the row or drop it from there. A pair that it lacks
proves nothing.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.facts.lexicon import read_lexicon
from lintnews.inflection import forms

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLASSES = {"objects": "v", "subjects": "v", "modifiers": "j", "degrees": "r"}
# Words that stand after no verb or adjective of the table: what the model gives them there it made up.
_NEVER = ("zucchini", "yodel", "wombat")
_DETERMINERS = ("the", "a", "an", "his", "their", "its")
_INDEFINITE = ("a", "an")
# Natural logarithms. Below the first the model does not know a word, above the second it did not make it up.
_UNKNOWN = -1000.0
_MADE_UP = 0.05


class Model:
    """The trigram model, asked for what it has seen."""

    def __init__(self) -> None:
        import pocketsphinx  # noqa: PLC0415 - a wheel of 29 MB that nothing else here needs

        self._scale = pocketsphinx.LogMath(1.0001)
        path = Path(pocketsphinx.get_model_path()) / "en-us" / "en-us.lm.bin"
        self._model: Any = pocketsphinx.NGramModel(pocketsphinx.Config(), self._scale, str(path))
        self._log = cache(self._ask)
        self._made_up = cache(self._back_off)

    def _ask(self, *words: str) -> float:
        """Return the logarithm of the first word's probability after the others, the last word first."""
        return float(self._scale.log_to_ln(self._model.prob(list(words))))

    def _back_off(self, *before: str) -> float:
        return min(self._log(word, *before) - self._log(word, *before[:-1]) for word in _NEVER)

    def has(self, *words: str) -> bool:
        """Whether the model has seen these words in a row."""
        if any(self._log(word) < _UNKNOWN for word in words):
            return False
        word, *before = reversed(words)
        return self._log(word, *before) - self._log(word, *before[:-1]) - self._made_up(*before) > _MADE_UP


def seen(model: Model, section: str, about: str, wrong: str) -> Iterator[str]:
    """Yield what the model has of a word of the table with a wrong partner."""
    lemma = wrong.removesuffix("/a").rstrip("+-")
    asked = wrong[len(lemma) :]
    if " " in lemma or " " in about:
        return
    nouns = forms(about, "n") if section != "degrees" else (about,)
    for partner in forms(lemma, _CLASSES[section]):
        for noun in nouns:
            first, last = (noun, partner) if section == "subjects" else (partner, noun)
            if not asked and model.has(first, last):
                yield f"{first} {last}"
            if section == "objects" and asked != "-":
                for determiner in _INDEFINITE if asked == "/a" else _DETERMINERS:
                    if model.has(first, determiner, last):
                        yield f"{first} {determiner} {last}"


def main() -> None:
    """Print what the model has of the rows that name one of the words given, of all where none is."""
    model, words = Model(), frozenset(sys.argv[1:])
    for section, rows in read_lexicon("partners").items():
        for row in rows:
            about, _, wrong = (part.split(", ") for part in row.split(" | "))
            for noun in about:
                for partner in wrong if not words or noun in words else ():
                    found = list(seen(model, section, noun, partner))
                    if found:
                        print(f"{section:<10} {noun:<16} {partner:<14} {'; '.join(found)}")


if __name__ == "__main__":
    main()
