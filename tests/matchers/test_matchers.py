"""What pack rules find, through a pack as users write it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.facts import Facts
from lintnews.finding import Applicability, Hit
from lintnews.matchers.literals import Literals, fold
from lintnews.matchers.required import required_literals
from lintnews.packs import checks_of
from lintnews.packs.schema import read_pack
from lintnews.readers import read
from lintnews.source import Source

if TYPE_CHECKING:
    from lintnews.rule import Check

RULE = """
- code: STY950
  name: of-the-test
  message: "{message}"
  why: "A test."
  mqm: style/organizational-style
  severity: note
  confidence: high
  examples: [bad: "[[x]]", fine: "y"]
"""


def check_of(keys: str, message: str = "found") -> Check:
    pack = RULE.replace("{message}", message) + "".join(f"  {line}\n" for line in keys.splitlines())
    (check,) = checks_of([read_pack(pack.encode(), "test.yaml")])
    return check


def hits(keys: str, text: str, message: str = "found") -> list[Hit]:
    return list(check_of(keys, message)(Facts(read(Source(text)))))


def found(keys: str, text: str) -> list[str]:
    return [hit.span.of(text) for hit in hits(keys, text)]


def repaired(keys: str, text: str) -> str:
    for hit in reversed(hits(keys, text)):
        for edit in hit.fixes[0].edits:
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


PHRASE = "kind: phrase\nmatch: {}\nfix: {{replace: {}}}"


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        pytest.param("in case of", "They left in case of fire.", ["in case of"], id="as given"),
        pytest.param("in case of", "It rained. In case of fire, run.", ["In case of"], id="sentence start"),
        pytest.param("in case of", "She said: “In case of fire, run.”", ["In case of"], id="quotation start"),
        pytest.param("in case of", "They met In Case Of fire in the town.", [], id="a name in mid-sentence"),
        pytest.param("is out", "This is outside, and is out.", ["is out"], id="whole words only"),
        pytest.param(
            "put on", "A put-on smile; put on-air; it’s put on.", ["put on"], id="not within hyphens"
        ),
        pytest.param("the council", "It was the council’s vote.", ["the council"], id="possessive"),
        pytest.param("don't go", "They don’t go out.", ["don’t go"], id="either apostrophe"),
        pytest.param("workers' council", "A workers’ council.", ["workers’ council"], id="after a plural"),
        pytest.param("workers’ council", "A workers' council.", ["workers' council"], id="typewriter"),
        pytest.param("[on hold, put on hold]", "It is put on hold.", ["put on hold"], id="the longer one"),
        pytest.param("so so", "It was so so so good.", ["so so"], id="no overlap with itself"),
    ],
)
def test_phrase(match: str, text: str, expected: list[str]) -> None:
    assert found(f"kind: phrase\nmatch: {match}\nnames: allow", text) == expected


def test_phrase_case() -> None:
    text = "They met IN CASE OF fire.\n\nA notice said it rained in case of fire, In case of flood too."
    phrase = "kind: phrase\nmatch: in case of\nnames: allow\ncase: "
    assert found(phrase + "exact", text) == ["in case of"]
    assert found(phrase + "any", text) == ["IN CASE OF", "in case of", "In case of"]


def test_names_are_left_alone_unless_allowed() -> None:
    text = "The band Prior To played in Leeds, and Prior To sang."
    assert found("kind: phrase\nmatch: prior to\ncase: any", text) == []
    assert found("kind: phrase\nmatch: prior to\ncase: any\nnames: allow", text) == ["Prior To", "Prior To"]


def test_scope() -> None:
    text = "Vote prior to talks\n\nThe vote came prior to it, we heard.\n\n“We met prior to it,” he said."
    assert len(found("kind: phrase\nmatch: prior to", text)) == 3
    assert [hit.span.start for hit in hits("kind: phrase\nmatch: prior to\nin: heading", text)] == [5]
    assert len(found("kind: phrase\nmatch: prior to\nin: paragraph", text)) == 2
    assert len(found("kind: phrase\nmatch: prior to\nin: paragraph\nnot_in: quotation", text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left prior to noon.", "They left before noon."),
        ("Prior to noon, they left.", "Before noon, they left."),
        (
            "VOTE PRIOR TO TALKS\n\nThey voted before the talks, the council said.",
            "VOTE BEFORE TALKS\n\nThey voted before the talks, the council said.",
        ),
    ],
)
def test_replacement_has_the_capitals_of_what_stood_there(text: str, expected: str) -> None:
    assert repaired(PHRASE.format("prior to", "before") + "\nnames: allow", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They basically left.", "They left."),
        ("Basically they left.", "They left."),
        ("They left, basically.", "They left,."),
    ],
)
def test_removal_takes_one_blank_and_gives_its_capital(text: str, expected: str) -> None:
    assert repaired(PHRASE.format("basically", '""'), text) == expected


def test_nothing_in_a_quotation_is_safe() -> None:
    keys = "kind: phrase\nmatch: prior to\nfix: {replace: before, applicability: safe}"
    text = "They met prior to noon. “We ate prior to that,” she said."
    outer, inner = hits(keys, text)
    assert outer.fixes[0].applicability is Applicability.SAFE
    assert inner.fixes[0].applicability is Applicability.UNSAFE


def test_pattern_is_case_blind_unless_exact() -> None:
    text = "since then it must not. Since then it must."
    pattern = "kind: pattern\nmatch: 'since then'\nnames: allow\n"
    assert len(found(pattern, text)) == 2
    assert found(pattern + "case: exact", text) == ["since then"]


def test_pattern_marks_its_group_and_fills_its_references() -> None:
    keys = "kind: pattern\nmatch: 'sold (?P<mark>(\\d+) piece) of'\nfix: {replace: '\\2 pieces'}"
    text = "They sold 14 piece of cloth."
    assert found(keys, text) == ["14 piece"]
    assert repaired(keys, text) == "They sold 14 pieces of cloth."


def test_pattern_stays_within_its_block() -> None:
    assert (
        found(
            "kind: pattern\nmatch: 'rain\\W+fell'\nnames: allow", "They saw the rain\n\nfell trees and went."
        )
        == []
    )
    assert found(
        "kind: pattern\nmatch: '^it was'", "A day out\n\nit was late and it was dark, they said."
    ) == ["it was"]


def test_message_quotes_match_and_fix() -> None:
    (hit,) = hits(PHRASE.format("prior to", "before"), "Gone prior to noon.", "‘{match}’: write ‘{fix}’")
    assert hit.message == "‘prior to’: write ‘before’"


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.lists(st.text("abc ", min_size=1, max_size=4), min_size=1), st.text("abc ", max_size=40))
def test_literals_finds_what_str_find_finds(literals: list[str], text: str) -> None:
    places = Literals(literals).places(Facts(read(Source(text))))
    for literal in literals:
        expected = [match.start() for match in re.finditer(f"(?={re.escape(literal)})", text)]
        assert sorted(places.get(literal, ())) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\bsince then.{0,30}must", {"since then"}),
        (r"(left|leaves) on hold", {"left on hold", "leaves on hold"}),
        (r"(left|leave\w+) on hold", {" on hold"}),
        (r"[Tt]he (?:dog|horse)s?", {"the dog", "the horse"}),
        (r"(?:won|lost) \d+:\d", {":"}),
        (r"on (?=the)(?:the )?hold", {"on hold", "on the hold"}),
        (r"(?:dog|horse)s?", {"dog", "horse"}),
        (r"(?:really )*gone", {"gone"}),
        (r"don['’]t", {"don't"}),
        (r"(?:dog|\w+)", set()),
        (r"(?:dogs)?", set()),
        (r"a|bc", set()),
        (r"(?!never)ever", {"ever"}),
    ],
)
def test_required_literals(expression: str, expected: set[str]) -> None:
    assert set(required_literals(expression, re.IGNORECASE)) == expected


_PIECES = st.sampled_from(
    ["the", "cat", "Cats", "x?", "(?:on|off)", "[Oo]f", ".", r"\s", "(hold)+", "(?:dog)*", "(a|[bc])?", ":"]
)


@given(st.lists(_PIECES, min_size=1, max_size=5), st.data())
def test_every_match_holds_a_required_literal(pieces: list[str], data: st.DataObject) -> None:
    expression = " ".join(pieces)
    text = data.draw(st.from_regex(expression, fullmatch=True))
    needs = required_literals(expression, 0)
    assert not needs or any(need in fold(text) for need in needs)


_TRIED = (
    "(he|they|the {noun}) was (not|never ever)? told",
    "(dog|told so|(e|was) not)? by ...2 (so|told by)",
    "he [[was (so)? told]] (by|to|{name})",
    "(so)? told (by|twice was)?",
    "{something} was (told|so to)",
)
_TRIED_PIECES = (
    *"he they the dog was not never ever told e so by to Paris , dog's told's twice".split(),
    "he was",
    "the dog was",
    "was told",
    "told by",
    "never ever told",
    "so told to",
)


@given(
    st.lists(st.sampled_from(_TRIED), min_size=1, unique=True),
    st.lists(st.sampled_from(_TRIED_PIECES), min_size=1),
)
def test_phrase_that_was_tried_often_finds_the_same(phrases: list[str], words: list[str]) -> None:
    check = check_of(f"kind: phrase\nmatch: {json.dumps(phrases)}")
    text = read(Source(" ".join(words)))
    first, *others = (list(check(Facts(text))) for _ in range(10))
    assert all(other == first for other in others)


def test_house_style_examples_hold() -> None:
    from lintnews.examples import failure  # noqa: PLC0415
    from lintnews.packs import load  # noqa: PLC0415

    pack = load(Path(__file__).parents[2] / "fixtures" / "packs" / "newsroom.yaml")
    assert [failure(check, e) for check in checks_of([pack]) for e in check.rule.examples] == [None] * 9
