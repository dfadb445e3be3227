"""Who is for and who is against what."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lintnews.facts import Facts
from lintnews.facts.inflection import gerund, participle
from lintnews.facts.lexicon import any_opposites, exclusive_sets, opposites, read_lexicon
from lintnews.facts.stances import crowd_stances
from lintnews.facts.stems import stem
from lintnews.readers import read
from lintnews.source import Source

LEXICA = Path(__file__).parents[2] / "rules" / "lexicon"


def stances(text: str) -> list[tuple[str, bool, bool]]:
    facts = Facts(read(Source(text)))
    return [(s.target, s.is_for, s.is_crowd) for s in crowd_stances(facts.article, facts.tokens)]


@pytest.mark.parametrize(
    ("text", "target", "is_for"),
    [
        ("The crowd cheered for Belgium.", "belgium", True),
        ("Protesters chanted “Death to America”.", "us", False),
        ("Demonstrators were outraged by US air strikes.", "us", False),
        ("Marchers booed the prime minister.", "minister", False),
        ("Youths chanted slogans against Moscow.", "russia", False),
    ],
)
def test_a_crowd_takes_a_side(text: str, target: str, is_for: bool) -> None:
    assert stances(text) == [(target, is_for, True)]


def test_a_protest_says_what_it_is_against() -> None:
    assert stances("The crowd left. The anti-American protest went on.") == [("us", False, True)]


def test_without_a_crowd_nobody_takes_a_side() -> None:
    assert stances("The minister hailed Belgium.") == []


def test_the_lexica_are_large_and_their_phrases_are_in_their_examples() -> None:
    content = yaml.safe_load((LEXICA / "stances.yaml").read_text(encoding="utf-8"))
    phrases = [row for section in content.values() for row in section.items()]
    assert {name: tuple(rows) for name, rows in content.items()} == read_lexicon("stances")
    assert len(phrases) >= 400
    pairs = sum(len(read_lexicon("opposites")[part]) for part in ("verbs", "adjectives", "nouns"))
    assert pairs >= 250
    for phrase, example in phrases:
        words = {stem(word.strip(".,")) for word in example.casefold().split()}
        assert "X" in example, phrase
        assert any(stem(word)[:3] in {known[:3] for known in words} for word in phrase.split()), phrase


def test_no_word_excludes_itself() -> None:
    assert [word for word, others in any_opposites().items() if word in others] == []


def test_opposites_go_both_ways_and_know_irregular_forms() -> None:
    verbs = opposites()["verbs"]
    assert stem("withdrew") in verbs[stem("deployed")]
    assert stem("deploying") in verbs[stem("withdrawn")]
    assert exclusive_sets()[stem("tuesdays")] == exclusive_sets()[stem("friday")]


@pytest.mark.parametrize(
    ("base", "done", "doing"),
    [
        ("expel", "expelled", "expelling"),
        ("leave", "left", "leaving"),
        ("return", "returned", "returning"),
        ("carry", "carried", "carrying"),
        ("close", "closed", "closing"),
        ("lie", "lied", "lying"),
        ("stop", "stopped", "stopping"),
        ("open", "opened", "opening"),
        ("withdraw", "withdrawn", "withdrawing"),
    ],
)
def test_forms_of_verbs(base: str, done: str, doing: str) -> None:
    assert (participle(base), gerund(base)) == (done, doing)
