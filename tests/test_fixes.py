"""Which fixes are made together, what they leave alone, and when passes end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cache import user_cache
from lintnews.finding import Applicability, Edit, Finding, Fix, Related
from lintnews.fixes import FixError, Level, apply_edits, choose, count_applicable, let_stand, make, repair
from lintnews.registry import builtin_checks
from lintnews.source import Source
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.rule import Rule

RULES: dict[str, Rule] = {check.rule.code: check.rule for check in builtin_checks(user_cache())}
HIGH, OTHER, GRAMMAR = RULES["QUO201"], RULES["NUM401"], RULES["GRM105"]


def found(
    text: str,
    old: str,
    new: str,
    *,
    rule: Rule = HIGH,
    level: Applicability = Applicability.SAFE,
    related: str = "",
) -> Finding:
    """Make a finding about `old`, repaired by `new`, that rests on `related`."""
    span = Span(text.index(old), text.index(old) + len(old))
    places = (Related(Span(text.index(related), text.index(related) + len(related)), "see"),)
    fix = Fix((Edit(span, new),), level)
    sentence = text[text.rfind("\n", 0, span.start) + 1 :].split("\n", maxsplit=1)[0]
    return Finding(rule, span, "wrong", (fix,), places if related else (), sentence)


def made(text: str, findings: Sequence[Finding], level: Level = Level.UNSAFE) -> str:
    return make(text, choose(text, findings, level))


@pytest.mark.parametrize(
    ("applicability", "safe", "unsafe"),
    [
        (Applicability.SAFE, "b", "b"),
        (Applicability.UNSAFE, "a", "b"),
        (Applicability.SUGGESTION, "a", "a"),
    ],
)
def test_levels(applicability: Applicability, safe: str, unsafe: str) -> None:
    finding = found("a", "a", "b", level=applicability)
    assert made("a", [finding], Level.SAFE) == safe
    assert made("a", [finding], Level.UNSAFE) == unsafe
    assert count_applicable("a", [finding], Level.UNSAFE) == (unsafe == "b")


def test_only_the_first_candidate_is_ever_made() -> None:
    finding = found("a", "a", "b", level=Applicability.SUGGESTION)
    second = Fix((Edit(Span(0, 1), "c"),), Applicability.SAFE)
    assert made("a", [finding._replace(fixes=(*finding.fixes, second))]) == "a"


def test_of_overlapping_fixes_the_graver_finding_wins_whatever_the_order() -> None:
    text = "one two three"
    graver, other = found(text, "two three", "2 3"), found(text, "one two", "1 2", rule=RULES["QUO211"])
    assert graver.rule.severity.weight >= other.rule.severity.weight
    assert made(text, [graver, other]) == made(text, [other, graver])
    assert len(choose(text, [graver, other], Level.SAFE)) == 1


def test_fixes_that_touch_wait_for_the_next_pass() -> None:
    text = "ab"
    assert made(text, [found(text, "a", "x"), found(text, "b", "y")]) in ("xb", "ay")


def test_a_finding_waits_where_the_words_that_prove_it_change() -> None:
    text = "Ten died. Eleven died. It rained."
    first = found(text, "Ten", "Eleven", related="Eleven")
    second = found(text, "Eleven", "Ten", related="Ten")
    third = found(text, "rained", "snowed")
    assert made(text, [first, second, third]) == "Eleven died. Eleven died. It snowed."


def test_grammar_is_repaired_once_per_sentence_and_pass() -> None:
    text = "a apple and a egg\na ant"
    findings = [
        found(text, old, new, rule=GRAMMAR)
        for old, new in (("a apple", "an apple"), ("a egg", "an egg"), ("a ant", "an ant"))
    ]
    assert made(text, findings) == "an apple and a egg\nan ant"


def test_what_stands_beside_something_let_stand_is_only_suggested() -> None:
    text = "a  b\nc  d"
    findings = let_stand([found(text, "a  b", "a b"), found(text, "c  d", "c d")], {"a  b"})
    assert made(text, findings) == "a  b\nc d"


def test_passes_go_on_until_nothing_is_left() -> None:
    def relint(source: Source) -> list[Finding]:
        return [found(source.text, "  ", " ")] if "  " in source.text else []

    result = repair(Source("a     b", "p", "utf-16-le", bom=True), relint, Level.SAFE)
    assert (result.text, len(result.fixed), result.findings, result.settled) == ("a b", 4, (), True)
    assert (result.source.path, result.source.encoding, result.source.bom) == ("p", "utf-16-le", True)


def test_rules_that_undo_each_other_end() -> None:
    def relint(source: Source) -> list[Finding]:
        return [found(source.text, source.text, {"x": "a", "a": "b", "b": "a"}[source.text])]

    result = repair(Source("x"), relint, Level.SAFE)
    assert not result.settled
    assert repair(Source(result.text), relint, Level.SAFE).text == result.text


def test_rules_that_never_end_are_stopped() -> None:
    def relint(source: Source) -> list[Finding]:
        return [found(source.text, source.text, source.text + "x")]

    result = repair(Source("x"), relint, Level.SAFE, passes=7)
    assert (result.text, result.settled) == ("x" * 8, False)


def test_a_fix_that_changes_nothing_is_none() -> None:
    assert count_applicable("a", [found("a", "a", "a")], Level.SAFE) == 0


@pytest.mark.parametrize(
    "edits",
    [[(0, 2, "x"), (1, 3, "y")], [(0, 9, "x")], [(2, 1, "x")]],
    ids=["overlap", "outside", "reversed"],
)
def test_edits_that_cannot_be_made_are_told(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(FixError):
        apply_edits("abc", [Edit(Span(start, end), new) for start, end, new in edits])


@st.composite
def findings_in(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(st.text("ab \n", max_size=40))
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(lambda pair: Span(*sorted(pair)))
    edit = st.builds(Edit, spans, st.text("xyz", max_size=3))
    fixes = st.builds(
        Fix,
        st.lists(edit, min_size=1, max_size=1).map(tuple),
        st.sampled_from(Applicability),
    )
    finding = st.builds(
        Finding,
        st.sampled_from([HIGH, OTHER, GRAMMAR]),
        spans,
        st.just("wrong"),
        st.lists(fixes, max_size=2).map(tuple),
        st.lists(st.builds(Related, spans, st.just("see")), max_size=2).map(tuple),
    )
    return text, draw(st.lists(finding, max_size=12))


@given(findings_in(), st.sampled_from(Level), st.randoms())
def test_chosen_edits_never_overlap_and_keep_all_else(
    case: tuple[str, list[Finding]], level: Level, random: object
) -> None:
    text, findings = case
    chosen = choose(text, findings, level)
    edits = sorted(edit for one in chosen for edit in one.fix.edits)
    assert all(before.span.end < after.span.start for before, after in pairwise(edits))
    assert all(level.admits(one.fix) and one.fix == one.finding.fixes[0] for one in chosen)
    # Something is made where something can be.
    assert bool(chosen) == bool(count_applicable(text, findings, level))
    # What lies between the edits is there as before, in the same order.
    kept, place = [], 0
    for edit in edits:
        kept.append(text[place : edit.span.start])
        place = edit.span.end
    kept.append(text[place:])
    rest = make(text, chosen)
    for index, piece in enumerate(kept):
        assert rest.startswith(piece)
        rest = rest[len(piece) :]
        if index < len(edits):
            assert rest.startswith(edits[index].text)
            rest = rest[len(edits[index].text) :]
    assert not rest
    shuffled = list(findings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert make(text, choose(text, shuffled, level)) == make(text, chosen)
