from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.source import Source

if TYPE_CHECKING:
    from lintnews.facts.vocabulary import Vocabulary

TEXT = (
    "Zebras\n\nThe mayor’s parties met in state-owned halls. They were meeting again.\n\nGIRAFFES\n\n"
    "Both sides inspected the re-count with care.\n\nNobody spoke."
)


def vocabulary() -> Vocabulary:
    return Facts(read(Source(TEXT))).vocabulary


def test_words_of_headings_are_left_out() -> None:
    assert "zebras" not in vocabulary()
    assert "giraffes" not in vocabulary()


def test_possessives_forms_and_compounds_are_supported() -> None:
    for word in ("mayor", "mayor's", "party", "meet", "owned", "recount", "state-run"):
        assert vocabulary().supports(word), word
    for word in ("zebra", "minister", "privately-run"):
        assert not vocabulary().supports(word), word


def test_kin_gives_the_places_of_derived_words() -> None:
    found = vocabulary()
    assert {found.tokens[index].fold for index in found.kin("inspection")} == {"inspected"}
