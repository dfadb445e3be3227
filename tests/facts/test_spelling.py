"""Slips of the pen, and words that are merely rare."""

from __future__ import annotations

import pytest

from lintnews.facts.scripts import foreign_runs, script_of
from lintnews.facts.spelling import slip_for
from lintnews.words import default_words


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("imporant", "important"),  # lost
        ("importtant", "important"),  # doubled
        ("improtant", "important"),  # swapped
        ("governmemt", "government"),  # wrong
    ],
)
def test_one_slip_is_seen(slip: str, meant: str) -> None:
    assert slip_for(slip, default_words()) == meant


@pytest.mark.parametrize(
    "word", ["important", "reshore", "sentencers", "downlights", "después", "gouvernement", "abc"]
)
def test_words_in_their_own_right_are_no_slips(word: str) -> None:
    assert slip_for(word, default_words()) is None


def test_a_passage_in_another_script_is_one_run() -> None:
    text = "He wrote Добрый день, друзья and left; β."
    assert [span.of(text) for span in foreign_runs(text)] == ["Добрый день, друзья", "β"]


@pytest.mark.parametrize(
    ("letters", "script"),
    [("день", "Cyrillic"), ("ひらがな漢字", "Japanese"), ("漢字", "Chinese"), ("abc", "foreign")],
)
def test_scripts_have_names(letters: str, script: str) -> None:
    assert script_of(letters) == script
