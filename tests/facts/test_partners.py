"""The table of words that never go together, and where two words count as a pair."""

from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.lexicon import read_lexicon
from lintnews.inflection import is_known
from lintnews.readers import read
from lintnews.source import Source
from lintnews.words import default_words

ROWS = [(section, row) for section, rows in read_lexicon("partners").items() for row in rows]


def pairs(text: str) -> list[tuple[str, str]]:
    facts = Facts(read(Source(text)))
    tokens = facts.tokens
    return sorted((tokens[each.partner].fold, tokens[each.end].fold) for each in facts.mismatches)


@pytest.mark.parametrize(("section", "row"), ROWS)
def test_a_row_has_three_parts_that_share_nothing(section: str, row: str) -> None:
    about, right, wrong = (part.split(", ") for part in row.split(" | "))
    bare = [word.removesuffix("/a").rstrip("+-") for word in wrong]
    assert all((*about, *wrong))
    assert len(set(bare)) == len(bare)
    assert not set(right) & set(bare)
    for word in right:
        first = word.split()[0]
        known = is_known(first, "v") if section in ("objects", "subjects") else default_words().known(first)
        assert known, word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They made pressure.", ("made", "pressure")),
        ("They had been making heavy political pressure on her.", ("making", "pressure")),
        ("Pressure was made on her.", ("made", "pressure")),
        ("The pressure made by unions grew.", ("made", "pressure")),
        ("He did a visit to the port.", ("did", "visit")),
        ("Firefighters turned off the blaze.", ("turned", "blaze")),
        ("Firefighters turned the blaze off.", ("turned", "blaze")),
        ("She practices a transplant.", ("practices", "transplant")),
        ("Analyses were realized in May.", ("realized", "analyses")),
        ("The hunger strikes were realised by miners.", ("realised", "strikes")),
        ("Stronger snowfalls hit the north.", ("stronger", "snowfalls")),
        ("The roof was damaged strongly.", ("strongly", "damaged")),
        ("The epidemic had burst in May.", ("burst", "epidemic")),
    ],
)
def test_pairs(text: str, found: tuple[str, str]) -> None:
    assert pairs(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "They made pressure cookers.",  # another noun is the object
        "The pressure they made her feel was great.",
        "Nor did the visit to the port help.",
        "Why did the visits end?",
        "He did visit the port.",
        "Given the attack on the port, they left.",
        "The acting roles of her youth are forgotten.",
        "They made the others pay tribute.",
        "It made doing business with the north easier.",
        "They realised the visit to the port was over.",
        "The aim of the visit was realised.",
        "She gave farmers fine contracts.",
        "The prize was given attention.",
        "Strong rain gear sells well.",
        "The strongly worded letter injured nobody.",
        "Rents augmented by bonuses are rare.",
        "He voted. The law is old.",
    ],
)
def test_good_english(text: str) -> None:
    assert pairs(text) == []
