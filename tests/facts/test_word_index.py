"""Where words stand."""

from __future__ import annotations

from lintnews.facts.tokens import tokenize
from lintnews.facts.word_index import WordIndex


def test_places_are_in_the_order_of_the_text_and_regardless_of_case() -> None:
    tokens = tuple(tokenize("The cat saw the dog; THE dog ran."))
    index = WordIndex(tokens)
    assert [tokens[place].text for place in index.places(("dog", "the"))] == [
        "The",
        "the",
        "dog",
        "THE",
        "dog",
    ]
    assert index.places(("bird",)) == []
