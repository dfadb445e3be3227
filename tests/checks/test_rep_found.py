"""What the rules of repetition find, where exactly, and how far their fixes are trusted."""

from __future__ import annotations

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.finding import Applicability, Finding
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.source import Source

REPETITION = tuple(check for check in builtin_checks(user_cache()) if check.rule.family == "REP")


def findings(text: str) -> list[Finding]:
    return lint(read(Source(text)), REPETITION)


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("The court heard the the case.", "REP101", "the the"),
        ("Sales fell in Croatia Croatia.", "REP101", "Croatia Croatia"),
        ("Sales fell in Croatia Croatia Croatia Croatia.", "REP101", "Croatia Croatia Croatia Croatia"),
        ("It is a matter for the EU EU.", "REP101", "EU EU"),
        ("The peak lies at 4,100 m m.", "REP101", "m m"),
        ("Output rose to 350 350.", "REP101", "350 350"),
        ("The road (40 miles) miles) is shut.", "REP101", "miles) miles)"),
        ("They have come so far far.", "REP101", "far far"),
        ("The The ship sailed.", "REP101", "The The"),
        ("It fell in the first half in the first half.", "REP102", "in the first half in the first half"),
        ("It is about water and water.", "REP104", "water and water"),
        ("They keep goats, sheep, goats and hens.", "REP105", "goats"),
        ("He stood by the gate of the gate.", "REP106", "gate of the gate"),
        ("They make membrane membranes for pumps.", "REP107", "membrane membranes"),
        ("Ask the water and water department.", "REP110", "water and water"),
        ("He came to buy seed, to buy seed, and left.", "REP111", "to buy seed, to buy seed"),
        ("They saw birds such as gulls, terns, etc., and seals.", "REP112", ", etc."),
    ],
)
def test_repetition_is_found_where_it_stands(text: str, code: str, shown: str) -> None:
    found = findings(text)
    assert [(each.rule.code, each.span.of(text)) for each in found] == [(code, shown)]


def test_a_loop_is_one_finding_over_all_its_copies() -> None:
    text = "He said " + "they can win it, " * 12 + "and sat down."
    (found,) = findings(text)
    assert found.rule.code == "REP103"
    assert found.span.of(text).count("they can win it") == 12
    assert "12 times" in found.message


def test_a_doubled_function_word_is_safe_to_mend_but_not_in_a_quotation() -> None:
    (outside,) = findings("They sat in the the hall.")
    (inside,) = findings("“They sat in the the hall,” she said.")
    assert outside.fixes[0].applicability is Applicability.SAFE
    assert inside.fixes[0].applicability is Applicability.UNSAFE


def test_a_doubled_content_word_is_not_safe_to_mend() -> None:
    (found,) = findings("They sat in the hall hall.")
    assert found.fixes[0].applicability is Applicability.UNSAFE


def test_a_sentence_said_again_names_the_line_of_the_first() -> None:
    again = "The mayor told the council that the harbour would stay shut until spring."
    text = f"Harbour shut\n\nShips wait.\n\n{again}\n\n{again}\n\nTraders were angry.\n"
    (found,) = findings(text)
    assert found.rule.code == "REP108"
    assert found.span.start == text.rindex(again)
    assert "line 5" in found.message
    assert found.related[0].span.start == text.index(again)


def test_a_short_sentence_taken_up_much_later_is_left_alone() -> None:
    again = "The harbour would stay shut until next spring."
    between = "\n\n".join(f"Trader number {word} was angry." for word in ("one", "two", "three"))
    assert findings(f"Harbour shut\n\nShips wait.\n\n{again}\n\n{between}\n\n{again}\n\nIt rained.\n") == []
