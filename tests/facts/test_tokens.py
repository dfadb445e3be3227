from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.facts.tokens import TokenKind, tokenize

WORD, NUMBER, MARK, ADDRESS = TokenKind.WORD, TokenKind.NUMBER, TokenKind.MARK, TokenKind.ADDRESS


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The re-elected Shi’ite", ["The", "re-elected", "Shi’ite"]),
        ("U.S.-led U.S. talks", ["U.S.-led", "U.S.", "talks"]),
        ("the end.The", ["the", "end", ".", "The"]),
        ("1,500.5 3rd 2019-20 F-16", ["1,500.5", "3rd", "2019-20", "F-16"]),
        ("pre- and post-war", ["pre", "-", "and", "post-war"]),
        ("wait... – no -- yes", ["wait", "...", "–", "no", "--", "yes"]),
        ("“Don’t,” he said", ["“", "Don’t", ",", "”", "he", "said"]),
        ("see www.example.org/a?b=1, now", ["see", "www.example.org/a?b=1", ",", "now"]),
        ("ask a.b@example.org or @desk #news", ["ask", "a.b@example.org", "or", "@desk", "#news"]),
        ("cafe\u0301 au lait @ 5", ["cafe\u0301", "au", "lait", "@", "5"]),
        ("a\u200b b", ["a", "b"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_kinds_and_folds() -> None:
    tokens = list(tokenize("Iran’s 3rd … https://example.org"))
    assert [token.kind for token in tokens] == [WORD, NUMBER, MARK, ADDRESS]
    assert [token.fold for token in tokens][:2] == ["iran's", "3rd"]


@pytest.mark.parametrize(("word", "base"), [("Iran’s", "iran"), ("workers'", "workers"), ("James", "james")])
def test_base_is_the_word_without_its_possessive_ending(word: str, base: str) -> None:
    assert next(iter(tokenize(word))).base == base


@given(st.text())
def test_tokens_are_the_text_without_its_blanks(text: str) -> None:
    tokens = list(tokenize(text))
    assert all(token.text == text[token.start : token.end] == token.span.of(text) for token in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    left_out = set(range(len(text))).difference(*(range(token.start, token.end) for token in tokens))
    assert all(
        text[place].isspace() or text[place] in "\u00ad\u2060\ufeff" or "\u200b" <= text[place] <= "\u200f"
        for place in left_out
    )
