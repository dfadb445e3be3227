"""Needs: a rule is asked wherever it could find something, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cache import user_cache
from lintnews.facts import Facts
from lintnews.needs import Gate, characters, given, places, strings, words
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.rule import Checks
from lintnews.source import Source

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").rglob("*.txt"))
CHECKS = Checks(builtin_checks(user_cache()))


def facts_of(text: str) -> Facts:
    return Facts(read(Source(text)))


def admitted(text: str, *needs: tuple[object, ...]) -> list[int]:
    return Gate(needs).admits(facts_of(text))  # type: ignore[arg-type]


def test_a_rule_without_needs_is_always_asked() -> None:
    assert admitted("", ()) == [0]


def test_every_need_of_a_rule_must_be_met_by_one_of_its_words() -> None:
    either, both = (words("ferry boat"),), (words("ferry boat"), words("sank"))
    assert admitted("The boat sank.", either, both) == [0, 1]
    assert admitted("The Ferry left.", either, both) == [0]
    assert admitted("Nothing left.", either, both) == []


def test_rules_that_share_a_word_do_not_share_their_needs() -> None:
    assert admitted("The boat left.", (words("boat"), words("sank")), (words("boat"),)) == [1]


def test_characters_count_inside_words_and_words_do_not() -> None:
    assert admitted("Unelected", (characters("d"),), (words("elected"),)) == [0]
    assert admitted("Re-elected, Iran’s", (words("elected"),), (words("iran"),)) == [0, 1]
    assert admitted("“Yes”", (characters("“„"),), (words("“"),)) == [0, 1]


def test_strings_count_inside_words_and_as_they_are_spelt() -> None:
    assert admitted("Protesters left.", (strings("rotest"),), (strings("protest"),)) == [0]


def test_facts_and_places_count_where_they_find_something() -> None:
    each = (given("figure_starts"),), (places("run"),), (words("boat"), given("runs"))
    assert admitted("Two boats left.", *each) == []
    assert admitted("The the boat left,, at 9.", *each) == [0, 1, 2]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_no_rule_loses_a_hit_by_its_needs(path: Path) -> None:
    facts = facts_of(path.read_text("utf-8"))
    concerned = {check.rule.code for check in CHECKS.concerning(facts)}
    lost = [check.rule.code for check in CHECKS if list(check.find(facts))]
    assert set(lost) <= concerned


def test_no_rule_loses_its_own_examples_by_its_needs() -> None:
    lost = [
        f"{check.rule.code}: {example.text}"
        for check in CHECKS
        for example in check.rule.examples
        if example.is_bad and check.rule.code not in _concerned(example.text)
    ]
    assert not lost


def _concerned(text: str) -> set[str]:
    return {check.rule.code for check in CHECKS.concerning(facts_of(text))}
