"""Builds the table of English word classes and irregular forms, ``lintnews/data/inflections.txt``.

Source: the inflection table of lemminflect 0.2.3 (PyPI, MIT), made from the SPECIALIST Lexicon of the United
States National Library of Medicine, which is free for any use; licences in ``lintnews/data/NOTICE.md``.

    python tools/build_inflections.py lemminflect/resources/infl_lu.csv.gz
    python tools/build_inflections.py          # only the trie, from the table as it stands

Each line is a lemma with its classes, a letter each; a class whose forms do not follow the rules of
`lintnews.inflection` has them after a colon. ``inflections.marisa`` beside it holds the same, by lemma and by
irregular form. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import defaultdict
from pathlib import Path

import marisa_trie

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lintnews.inflection import FORMS, OF_FORM, regular  # noqa: E402 - the rules are written down once, in the package
from lintnews.words import default_words  # noqa: E402

TABLE = ROOT / "lintnews" / "data" / "inflections.txt"
MIN_ZIPF = 2.0
CLASSES = {"verb": "v", "noun": "n", "adj": "j", "adv": "r"}
#: What the table lacks or has only with forms of other senses.
OWN = {
    ("be", "v"): "is was/were been being",
    ("have", "v"): "has had had having",
    ("do", "v"): "does did done doing",
    ("person", "n"): "people/persons",
    ("good", "j"): "better best",
    ("bad", "j"): "worse worst",
    ("lay", "v"): "lays laid laid laying",
}
#: Classes of the table that no news has, and whose forms would be taken for other words.
RARE = {("fee", "v"), ("people", "v"), ("minister", "v"), ("say", "n")}


def one_word(variants: str, lemma: str) -> str:
    """Return those of the variants that are written as the lemma is: in one word, with its hyphens."""
    kept = [form for form in variants.split("/") if form.count("-") == lemma.count("-") and form.isascii()]
    return "/".join(form for form in kept if " " not in form and "'" not in form)


def forms_of(word_class: str, columns: list[str]) -> list[str]:
    """Return the inflected forms in the order of `FORMS`, variants between slashes."""
    if word_class == "v":
        past, participle, ing, third = columns
        return [third, past, participle or past, ing]
    return columns


def entries(table: str) -> list[tuple[str, bytes]]:
    """Return the keys of the trie with their values, from the text of the table."""
    found: dict[tuple[str, str], None] = {}
    for line in table.splitlines():
        lemma, classes = line.split(" ", 1)
        found[lemma, classes] = None
        if ":" in classes:
            found.update(((OF_FORM + form, lemma), None) for form in _forms(lemma, classes))
    return [(key, value.encode("ascii")) for key, value in found]


def _forms(lemma: str, classes: str) -> list[str]:
    forms: list[str] = []
    for part in classes.split():
        letter, _, irregular = part.partition(":")
        given = (lemma, *irregular.split(",")) if irregular else regular(lemma, letter)
        forms += [form for variants in given for form in variants.split("/")]
    return [*forms, "am", "are"] if lemma == "be" else forms


def main() -> None:
    """Write the table and the trie."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("table", type=Path, nargs="?")
    source = parser.parse_args().table
    if source:
        TABLE.write_text(table_of(source), encoding="utf-8")
    marisa_trie.BytesTrie(entries(TABLE.read_text("utf-8"))).save(str(TABLE.with_suffix(".marisa")))


def table_of(source: Path) -> str:
    """Return the text of the table."""
    words = default_words()
    lemmas: defaultdict[str, dict[str, str]] = defaultdict(dict)
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            lemma, name, *columns = line.rstrip("\n").split(",")
            word_class = CLASSES[name]
            if (lemma, word_class) in RARE:
                continue
            if not lemma.isascii() or not lemma.islower() or " " in lemma or words.zipf(lemma) < MIN_ZIPF:
                continue
            given = [one_word(variants, lemma) for variants in forms_of(word_class, columns)]
            if len(given) != len(FORMS[word_class]) - 1 or not all(given):
                given = []
            expected = [{form} for form in regular(lemma, word_class)[1:]]
            # A noun whose plural may be like its singular still has the regular plural.
            found = [set(form.split("/")) - ({lemma} if "/" in form else set()) for form in given]
            irregular = bool(given) and found != expected
            lemmas[lemma][word_class] = " ".join(given) if irregular else ""
    for (lemma, word_class), forms in OWN.items():
        lemmas[lemma][word_class] = forms
    rows = []
    for lemma, classes in sorted(lemmas.items()):
        parts = [
            letter + (":" + forms.replace(" ", ",") if forms else "") for letter, forms in classes.items()
        ]
        rows.append(f"{lemma} {' '.join(parts)}\n")
    return "".join(rows)


if __name__ == "__main__":
    main()
