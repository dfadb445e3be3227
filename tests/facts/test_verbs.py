"""Forms of irregular verbs."""

from __future__ import annotations

import pytest

from lintnews.facts.verbs import SURE_PASTS, past_of_participle


@pytest.mark.parametrize(
    ("participle", "past"),
    [("taken", "took"), ("signed", "signed"), ("put", "put"), ("gone", "went"), ("made", "made")],
)
def test_past_that_belongs_to_a_participle(participle: str, past: str) -> None:
    assert past_of_participle(participle) == past


@pytest.mark.parametrize("word", ["table", "take", "takes", "taking", "quickly"])
def test_what_is_no_participle_has_no_past(word: str) -> None:
    assert past_of_participle(word) is None


def test_a_sure_past_is_neither_participle_nor_base() -> None:
    assert "took" in SURE_PASTS
    assert "became" in SURE_PASTS
    for verb in SURE_PASTS.values():
        assert verb.past not in (verb.base, verb.participle)
    # Nouns, adjectives and verbs of their own besides.
    assert not {"saw", "fell", "found", "left", "broke", "drove"} & set(SURE_PASTS)
