from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.claims import compatible
from lintnews.readers import read
from lintnews.source import Source


def facts(text: str) -> Facts:
    return Facts(read(Source(text)))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The blast killed 12 people in Herat.", "dead"),
        ("The blast killed at least 12 people in Herat.", "dead"),
        ("The blast left 12 dead in Herat.", "dead"),
        ("In Herat 12 people were killed by it.", "dead"),
        ("A death toll of 12 was given.", "dead"),
        ("Some 12 people were injured in it.", "hurt"),
        ("Police arrested 12 protesters there.", "held"),
        ("The town has 12 bridges in all.", "bridge"),
    ],
)
def test_key(text: str, key: str) -> None:
    assert [claim.key for claim in facts(text).claims] == [key]


def test_people_who_suffer_nothing_make_no_claim() -> None:
    assert facts("Some 12 people came to Herat.").claims == ()


def test_topic_and_names() -> None:
    (claim,) = facts("The bomb at the market killed 12 people in Herat.").claims
    assert "herat" in claim.names
    assert {"bomb", "marke", "herat"} <= claim.topic


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("12 people died.", "12 people died.", True),
        ("12 people died.", "21 people died.", False),
        ("at least 12 people died.", "21 people died.", True),
        ("at least 21 people died.", "12 people died.", False),
        ("up to 21 people died.", "12 people died.", True),
        ("about 100 people died.", "104 people died.", True),
        ("1,200 people died.", "1,234 people died.", True),
        ("1,200 people died.", "2,100 people died.", False),
    ],
)
def test_compatible(one: str, other: str, *, both: bool) -> None:
    first, second = facts(one).quantities[0], facts(other).quantities[0]
    assert compatible(first, second) is both
    assert compatible(second, first) is both
