"""The notation of phrases beyond what docs/writing-rules.md shows: forms, contexts, anchors, odd input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.facts import Facts
from lintnews.fixes import apply_edits
from lintnews.matchers.anchors import best_anchors
from lintnews.matchers.elements import matches
from lintnews.matchers.notation import Notation
from lintnews.packs import checks_of
from lintnews.packs.schema import read_pack
from lintnews.readers import read
from lintnews.source import Source
from lintnews.words import default_words

RULE = """
- code: LEX950
  name: of-the-test
  kind: phrase
  message: "found"
  why: "A test."
  mqm: style/unidiomatic-style
  severity: note
  confidence: high
  examples: [bad: "[[x]]", fine: "y"]
"""


def facts_of(text: str) -> Facts:
    return Facts(read(Source(text)))


def marked(keys: str, text: str) -> list[str]:
    pack = RULE + "".join(f"  {line}\n" for line in keys.splitlines())
    (check,) = checks_of([read_pack(pack.encode(), "test.yaml")])
    return [hit.span.of(text) for hit in check(facts_of(text))]


def repaired(match: str, say: str, text: str) -> str:
    pack = RULE + f"  match: '{match}'\n  say: '{say}'\n"
    (check,) = checks_of([read_pack(pack.encode(), "test.yaml")])
    return apply_edits(text, (edit for hit in check(facts_of(text)) for edit in hit.fixes[0].edits))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took up arms.", "They gave arms."),
        ("They have taken up arms.", "They have given arms."),
        ("He is taking up arms.", "He is giving arms."),
        ("He takes up arms.", "He gives arms."),
        ("They must take up arms.", "They must give arms."),
        ("Taking up arms, they left.", "Giving arms, they left."),
        ("TAKING UP ARMS IS HARD\n\nIt was a long day.", "GIVING ARMS IS HARD\n\nIt was a long day."),
    ],
)
def test_form_is_carried_over(text: str, expected: str) -> None:
    assert repaired("{take} up arms", "{give} arms", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They had put aside the plan.", "They had taken the plan."),
        ("They put aside the plan.", "They took the plan."),
        ("They did not put aside the plan.", "They did not take the plan."),
        ("It was quickly put aside the day.", "It was quickly taken the day."),
    ],
)
def test_one_form_of_several_meanings_is_told_by_what_stands_before(text: str, expected: str) -> None:
    assert repaired("{put} aside the", "{take} the", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The baths got liked.", "The baths were liked."),
        ("The bath got liked.", "The bath was liked."),
        ("They get liked.", "They are liked."),
        ("To get liked is hard.", "To be liked is hard."),
    ],
)
def test_to_be_agrees(text: str, expected: str) -> None:
    assert repaired("{get} liked", "{be} liked", text) == expected


def test_article_before_the_match_is_mended() -> None:
    assert repaired("big operation", "effort", "It was a big operation.") == "It was an effort."
    assert repaired("effort", "big thing", "It was an effort.") == "It was a big thing."
    assert repaired("effort", "union", "An effort it was.") == "A union it was."


def test_several_inflected_words_keep_their_order() -> None:
    text = "They came and went."
    assert repaired("{come} and {go}", "{arrive} and {leave}", text) == "They arrived and left."
    assert repaired("{come} and {go}", "{go} and {come}", text) == "They went and came."


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ("match: hold\nwhen: {sentence: '{ship}'}", "Ships hold. They hold.", ["hold"]),
        (
            "match: hold\nwhen: {paragraph: '{ship}'}",
            "Ships hold. They hold.\n\nWe all hold it.",
            ["hold", "hold"],
        ),
        (
            "match: hold\nwhen: {article: '{ship}'}",
            "The ships sink.\n\nThey all hold it, she said.",
            ["hold"],
        ),
        ("match: hold\nunless: {article: '{ship}'}", "The ships sink.\n\nThey all hold it, she said.", []),
        ("match: hold\nwhen: {sentence: hold}", "They hold it. We hold and hold it.", ["hold", "hold"]),
        ("match: hold\nwhen: {before: '{det} {noun}'}", "The men hold it. Men hold it.", ["hold"]),
        (
            "match: hold\nunless: {after: [it, 'the (big)? rope']}",
            "We hold it, hold the big rope, hold on.",
            ["hold"],
        ),
        (
            "match: hold\nwhen: {sentence: ship, after: on}",
            "A ship can hold on. We hold on. A ship: hold it.",
            ["hold"],
        ),
        ("match: hold\nwhen: {sentence: ship}", "The ship’s men hold.", ["hold"]),
    ],
)
def test_context(keys: str, text: str, expected: list[str]) -> None:
    assert marked(keys, text) == expected


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        ("put {something} down", "She put it down.", ["put it down"]),
        ("put {something} down", "She put Mary Kent down.", ["put Mary Kent down"]),
        ("put {something} down", "She put her three old dogs down.", ["put her three old dogs down"]),
        ("put {something} down", "She put the mayor’s dog down.", ["put the mayor’s dog down"]),
        ("put {something} down", "She put quickly down.", []),
        ("{name} fell", "Then Mary Kent fell. He fell.", ["Mary Kent fell"]),
        ("{num} fell", "Two million fell, 1,500 fell, many fell.", ["Two million fell", "1,500 fell"]),
        ("in {month}", "It was in May, she may say, in may.", ["in May"]),
        ("go ...2 now", "They go right by now, and go there right by now.", ["go right by now"]),
        ("go ...2 now", "They go, by now.", []),
        ("{noun}'s word", "The mayor’s word. The mayor word.", ["mayor’s word"]),
        ("(a|b (c|d e)) f", "So a f, b c f, b d e f, b f.", ["a f", "b c f", "b d e f"]),
        ("{fall|rise:v} up", "They rose up; a riser up; it falls up.", ["rose up", "falls up"]),
        ("do n't", "They do n't.", ["do n't"]),
    ],
)
def test_phrase_finds(match: str, text: str, expected: list[str]) -> None:
    assert marked(f'match: "{match}"', text) == expected


def test_a_list_may_not_use_itself() -> None:
    pack = "- lists: {a: ['{b}'], b: ['{a}']}\n" + RULE.lstrip() + "  match: '{a} x'\n"
    with pytest.raises(Exception, match="uses itself"):
        read_pack(pack.encode(), "p.yaml")


@given(st.text("ab{}()|?.[]^3: '", max_size=25))
def test_notation_is_read_or_refused(phrase: str) -> None:
    try:
        row = Notation({"b": ("a", "b c")}).row(phrase)
    except ValueError:
        return
    for match in matches(row, facts_of("a b c a, b 'a. b"), 0, 8):
        assert all(0 <= caught.start <= caught.end <= 8 for caught in match)


_PIECES = st.sampled_from(
    ["the", "{go}", "(old|big red)", "(very)?", "...2", "{noun}", "{num}", "ship's", "[[ the ]]"]
)
_WORDS = st.sampled_from("the go went goes old big red very ship ship’s dogs 14 The".split())


def test_the_name_of_a_list_may_have_a_hyphen_or_an_underscore() -> None:
    pack = "- lists: {due-dates: [noon], late_hours: [dusk]}\n" + RULE.lstrip()
    pack += "  match: '(by {due-dates}|at {late_hours})'\n"
    (check,) = checks_of([read_pack(pack.encode(), "test.yaml")])
    text = "It opens by noon and shuts at dusk."
    assert [hit.span.of(text) for hit in check(facts_of(text))] == ["by noon", "at dusk"]


@given(st.lists(_PIECES, min_size=1, max_size=4), st.lists(_WORDS, max_size=14))
def test_every_match_has_an_anchor(pieces: list[str], words: list[str]) -> None:
    phrase = " ".join(pieces)
    if phrase.count("[[") > 1:
        return
    row = Notation().row(phrase)
    anchors = best_anchors(row, default_words().zipf)
    facts = facts_of(" ".join(words))
    if not anchors:
        return
    for start in range(len(facts.tokens)):
        if any(match for match in matches(row, facts, start, len(facts.tokens))):
            assert any(
                {fold, f"{fold}'s"} & {facts.tokens[place].fold}
                and (
                    not second
                    or (
                        place + 1 < len(facts.tokens)
                        and facts.tokens[place + 1].base in (second, second[:-2])
                    )
                )
                for fold, least, most, second in anchors
                for place in range(start + least, min(start + most, len(facts.tokens) - 1) + 1)
            )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They held a event of joy.", "They held a festival."),
        ("They held a old event of joy.", "They held an old festival."),
    ],
)
def test_article_goes_with_what_follows_where_an_optional_word_is_missing(text: str, right: str) -> None:
    assert repaired("(a|an) ({adj})? event of joy", "an {adj} festival", text) == right
