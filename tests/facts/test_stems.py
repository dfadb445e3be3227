"""Stems and roots as keys to compare words by."""

from __future__ import annotations

import pytest

from lintnews.facts.stems import root, stem


@pytest.mark.parametrize(
    "forms",
    [
        "party parties party's",
        "hope hopes hoped hoping",
        "stop stops stopped stopping",
        "class classes",
        "box boxes",
        "try tries tried trying",
        "woman women",
        "take took taken taking",
        "vote votes voted voting",
        "fall falls fell",
    ],
)
def test_forms_of_one_word_share_their_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["police policy", "king kind", "red reed", "pass past", "sing sine"])
def test_different_words_keep_apart(pair: str) -> None:
    first, second = pair.split()
    assert stem(first) != stem(second)


@pytest.mark.parametrize(
    "pair",
    [
        "investigate investigation",
        "elect election",
        "organise organisation",
        "member membership",
        "nation national",
    ],
)
def test_derivatives_share_their_root(pair: str) -> None:
    first, second = pair.split()
    assert root(first) == root(second)
    assert stem(first) != stem(second)
