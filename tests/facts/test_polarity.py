"""Which words are denied."""

from __future__ import annotations

import pytest

from lintnews.facts.polarity import negation_before
from lintnews.facts.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "word", "negation"),
    [
        ("They did not enter the port.", "enter", "not"),
        ("They didn’t enter the port.", "enter", "didn’t"),
        ("They have found no traces of lead.", "traces", "no"),
        ("The ministers failed to sign the pact.", "sign", "failed"),
        ("The court never once sat.", "sat", "never"),
        ("They talk the talk, rather than walk the walk.", "walk", "rather"),
        ("They entered the port.", "entered", None),
        ("Not only did they enter the port.", "enter", None),
        ("There is no doubt they entered.", "entered", None),
        ("They did not see that he entered.", "entered", None),
        ("No, they entered.", "entered", None),
    ],
)
def test_negation(text: str, word: str, negation: str | None) -> None:
    tokens = tuple(tokenize(text))
    index = next(place for place, token in enumerate(tokens) if token.text == word)
    found = negation_before(tokens, index)
    assert (tokens[found].text if found is not None else None) == negation
