"""Words that come again at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.facts.runs import Run, repeated_runs, suspects


def runs(text: str) -> list[Run]:
    folds = text.split()
    return list(repeated_runs(folds, range(len(folds))))


def test_a_doubled_word() -> None:
    assert runs("in the the hall") == [Run(1, 3, 1)]


def test_copies_are_counted_over_the_whole_run() -> None:
    (found,) = runs("x a b c a b c a b c a y")
    assert (found.start, found.end, found.period, found.copies) == (1, 11, 3, 3)


def test_a_doubled_pair() -> None:
    assert runs("one of the of the oldest") == [Run(1, 5, 2)]


def test_a_phrase_that_comes_again_later_is_no_run() -> None:
    assert runs("a b c x y a b c") == []


def test_runs_keep_to_their_indices() -> None:
    folds = ["a", "a", "b", "b"]
    assert list(repeated_runs(folds, range(1, 3))) == []


@given(st.lists(st.sampled_from("abc"), max_size=60))
def test_every_run_repeats_its_first_copy(folds: list[str]) -> None:
    for run in repeated_runs(folds, range(len(folds))):
        assert run.copies >= 2
        assert all(folds[k] == folds[k - run.period] for k in range(run.start + run.period, run.end))


@given(st.lists(st.sampled_from("abcdefg"), max_size=60))
def test_every_run_holds_a_suspect(folds: list[str]) -> None:
    places = {fold: [k for k, other in enumerate(folds) if other == fold] for fold in folds}
    found = suspects(folds, places)
    assert all(
        any(run.start <= place < run.end for place in found)
        for run in repeated_runs(folds, range(len(folds)))
    )


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True), st.integers(2, 5))
def test_a_phrase_repeated_outright_is_found_whole(phrase: list[str], times: int) -> None:
    folds = ["x", *phrase * times, "y"]
    assert list(repeated_runs(folds, range(len(folds)))) == [Run(1, len(folds) - 1, len(phrase))]
