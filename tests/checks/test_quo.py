"""QUO: exact places, what the fixes leave behind, and English that must stay silent."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.finding import Applicability, Finding
from lintnews.fixes import apply_edits
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.source import Source

QUO = tuple(
    check
    for check in builtin_checks(user_cache())
    if check.rule.family == "QUO" and check.rule.confidence.rank > 1
)


def findings(text: str) -> list[Finding]:
    return lint(read(Source(text)), QUO)


def places(text: str) -> list[tuple[str, str]]:
    return [(finding.rule.name, finding.span.of(text)) for finding in findings(text)]


def fixed(text: str) -> str:
    """Make every first fix that is safe."""
    edits = [
        edit
        for finding in findings(text)
        for fix in finding.fixes[:1]
        if fix.applicability is Applicability.SAFE
        for edit in fix.edits
    ]
    return apply_edits(text, edits)


def test_turned_mark_takes_its_stop_and_blank_along() -> None:
    text = "The council wrote that “the gates stay open. “\n\nIt rained."
    assert places(text) == [("quote-mark-turned", ". “")]
    assert fixed(text) == "The council wrote that “the gates stay open.”\n\nIt rained."


def test_lone_opening_mark_is_the_place() -> None:
    assert places("It rained.\n\n“We stay here, they said.\n\nIt snowed.") == [("quotation-not-closed", "“")]


def test_one_finding_for_both_ends() -> None:
    (finding,) = findings('They call it " the long walk " at home.')
    assert finding.rule.name == "blank-inside-quotation"
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"I ran," he said. "I fell. "Then I stood up," he added.',
        '"It is," he said, "late." So it was "late", he said; "very late".',
        "'We won,' the captain said. 'The players' families came.' It was the dogs' day.",
        "“We saw it.\n\n“We ran,” the farmer said.\n\nThen it was quiet.",
        "He pays $5 (or £4.50) at 7:30 p.m. in the U.S., e.g. at Moss Inc., not in St. Ives.",
        "Pre- and post-war homes of 5- to 10-year-olds cost 1,500,000 – or 2.5m – on July 26, 1999.",
        "Visit example.org/a.html, mail a.b@example.org, or wait ... and see. Really?! Yes!",
        "The 6-year-old (born in May) lives at 12 Moss Rd., Apt. 5; he wrote “Oh, Danny!”, a hit.",
    ],
)
def test_good_english_stays_silent(text: str) -> None:
    assert places(text) == []


CLEAN = st.sampled_from(
    [
        'The mayor said, "The gate is open," and left.',
        'The term "green belt" is old, he said.',
        "The team (founded in May) won 3:2 at 7:30 pm.",
        "Some 22,000 people paid $5 each, the police said.",
        "It is a medium-sized firm, and the owner's house is near.",
    ]
)
DAMAGE = st.sampled_from(
    [
        ('"The', '" The'),
        ('belt"', 'belt "'),
        ('said, "', 'said,"'),
        (", ", " , "),
        (".", " ."),
        (", ", ",, "),
        ("(founded", "( founded"),
        ("3:2", "3: 2"),
        ("22,000", "22, 000"),
        ("$5", "$ 5"),
        ("'s", " 's"),
        ('"green belt"', '""green belt""'),
        ('"green belt"', "«green belt»"),
    ]
)


@given(st.lists(CLEAN, min_size=1, max_size=4), DAMAGE)
@settings(deadline=None)
def test_safe_fixes_undo_the_damage(sentences: list[str], damage: tuple[str, str]) -> None:
    clean = " ".join(sentences)
    assert findings(clean) == []
    damaged = clean.replace(*damage)
    assert bool(findings(damaged)) == (damaged != clean)
    assert fixed(damaged) == clean


@given(
    st.lists(
        st.sampled_from(
            ['"', "“", "”", " ", " ", ",", ".", "(", ")", "word", "Then he", "7", "-", "'s", "\n\n"]
        ),
        max_size=30,
    ).map("".join)
)
@settings(deadline=None)
def test_any_text_gives_findings_within_it(text: str) -> None:
    for finding in findings(text):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        for fix in finding.fixes:
            ordered = sorted(fix.edits, key=lambda edit: edit.span)
            assert all(a.span.end <= b.span.start for a, b in pairwise(ordered))
