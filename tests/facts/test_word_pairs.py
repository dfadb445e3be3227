"""Pairs of small words."""

from __future__ import annotations

import pytest

from lintnews.facts.word_pairs import IMPOSSIBLE, is_right, needs_open_clause


@pytest.mark.parametrize(
    ("first", "second"), [("the", "of"), ("their", "was"), ("been", "are"), ("she", "the")]
)
def test_pairs_that_english_never_makes(first: str, second: str) -> None:
    assert second in IMPOSSIBLE[first]


@pytest.mark.parametrize(
    ("first", "second"), [("the", "old"), ("has", "been"), ("would", "have"), ("of", "the")]
)
def test_pairs_of_every_day(first: str, second: str) -> None:
    assert second not in IMPOSSIBLE.get(first, ())


@pytest.mark.parametrize(
    ("previous", "first", "second", "following"),
    [
        ("is", "she", "the", "owner"),
        ("disposed", "of", "in", "haste"),
        ("", "the", "in", "crowd"),
        ("", "your", "and", "my"),
        ("how", "big", "of", "a"),
    ],
)
def test_pairs_that_their_neighbours_make_right(
    previous: str, first: str, second: str, following: str
) -> None:
    assert second in IMPOSSIBLE[first]
    assert is_right(previous, first, second, following)


def test_a_clause_may_end_between_verbs_but_not_behind_an_article() -> None:
    assert needs_open_clause("is", "has")
    assert not needs_open_clause("the", "has")
