"""Forms of English words, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import inflection
from lintnews.inflection import classes_of, forms, regular


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("leave", {"leave", "leaves", "left", "leaving"}),
        ("put", {"put", "puts", "putting"}),
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
        ("try", {"try", "tries", "tried", "trying"}),
        ("lie", {"lie", "lies", "lay", "lied", "lain", "lying"}),
        ("be", {"be", "am", "is", "are", "was", "were", "been", "being"}),
        ("child", {"child", "children"}),
        ("travel", {"travel", "travels", "traveled", "travelled", "traveling", "travelling"}),
        ("frobnicate", {"frobnicate", "frobnicates", "frobnicated", "frobnicating"}),
    ],
)
def test_forms(lemma: str, expected: set[str]) -> None:
    assert set(forms(lemma)) == expected


def test_forms_of_one_class() -> None:
    assert set(forms("report", "n")) == {"report", "reports"}
    assert set(forms("big", "j")) == {"big", "bigger", "biggest"}
    assert set(forms("fish", "v")) == {"fish", "fishes", "fished", "fishing"}


def test_letters_tell_the_forms() -> None:
    assert forms("leave", "v") == {"leave": "b", "leaves": "s", "left": "dn", "leaving": "g"}
    assert forms("go", "v")["went"] == "d"
    assert forms("go", "v")["gone"] == "n"


@pytest.mark.parametrize(
    ("lemma", "word_class", "expected"),
    [
        ("plan", "v", ("plan", "plans", "planned", "planned", "planning")),
        ("agree", "v", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("die", "v", ("die", "dies", "died", "died", "dying")),
        ("play", "v", ("play", "plays", "played", "played", "playing")),
        ("fix", "v", ("fix", "fixes", "fixed", "fixed", "fixing")),
        ("church", "n", ("church", "churches")),
        ("happy", "j", ("happy", "happier", "happiest")),
    ],
)
def test_rules_of_spelling(lemma: str, word_class: str, expected: tuple[str, ...]) -> None:
    assert regular(lemma, word_class) == expected


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("ministers", "2"),
        ("parties", "2"),
        ("men", "2"),
        ("went", "d"),
        ("stopped", "dn"),
        ("bigger", "c"),
        ("dying", "g"),
        ("quickly", "a"),
        ("xyzzy", ""),
    ],
)
def test_classes_of_a_form(word: str, letters: str) -> None:
    assert set(letters) <= classes_of(word)
    assert bool(letters) == bool(classes_of(word))


def test_the_trie_holds_what_the_table_does() -> None:
    table = Path(inflection.__file__).with_name("data") / "inflections.txt"
    trie = inflection._table()
    lines = dict(line.split(" ", 1) for line in table.read_text("utf-8").splitlines())
    assert {key: trie[key][0].decode() for key in trie if not key.startswith(inflection.OF_FORM)} == lines
    assert all(trie[f"{inflection.OF_FORM}{form}"] == [b"foot"] for form in ("foot", "feet"))
