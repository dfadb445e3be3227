from __future__ import annotations

import pytest

from lintnews.facts.sound import edits, likeness, same_word, shared_start, sound_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("precedent", "president"), ("roots", "routes"), ("curten", "curtain"), ("knight", "night")],
)
def test_words_that_sound_alike_share_a_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


def test_words_that_sound_otherwise_do_not() -> None:
    assert sound_key("harvest") != sound_key("havoc")


def test_likeness_counts_letters_sound_and_common_start() -> None:
    assert likeness("celery", "salary") >= 0.9
    assert likeness("blockation", "blockade") >= 0.7
    assert likeness("hungery", "hunger") >= 0.8
    assert likeness("minister", "harvest") < 0.5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("colour", "color", True),
        ("organised", "organized", True),
        ("artefact", "artifact", True),
        ("roots", "routes", False),
    ],
)
def test_british_and_american_spellings_are_one_word(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same


def test_edits_count_a_swap_as_one() -> None:
    assert edits("natioanl", "national") == 1
    assert shared_start("natioanl", "national") == 5
