"""Quotations: what opens and closes them, in every style of marks, and who speaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.article import Quotation, QuotationState
from lintnews.prose.pairing import pair_marks
from lintnews.prose.quotations import quotations_in
from lintnews.prose.quote_marks import Side, marks_in
from lintnews.prose.speakers import speaker_of
from lintnews.span import Span


def quotations(text: str) -> list[Quotation]:
    return list(quotations_in(text, [Span(0, len(text))]))


def words(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said. “No.”", ["Yes,", "No."]),
        ('"Yes," she said. "No."', ["Yes,", "No."]),
        ("'Yes,' she said. 'No.'", ["Yes,", "No."]),
        ("‘Yes,’ she said. ‘No.’", ["Yes,", "No."]),
        ("„Ja“, «oui», 《是》 and 「はい」", ["Ja", "oui", "是", "はい"]),
        ("``Yes'' is old: ''no''.", ["Yes", "no"]),
        ('The " green belt " and " ring ".', [" green belt ", " ring "]),
        ('A "green belt "and "ring "of trees', ["green belt ", "ring "]),
        ('The term" slow money" is new.', [" slow money"]),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dogs’ tails and the boss's car, rock 'n' roll in the '90s; ’tis the players' turn.",
        "It is 5' 10\" tall and 12\" wide, at 3'.",
        "Don’t, can't, o’clock, Shi’ite, Xi'an.",
    ],
)
def test_apostrophes_and_primes_are_no_quotation_marks(text: str) -> None:
    assert quotations(text) == []


def test_apostrophes_inside_single_quotation() -> None:
    text = "'It's good for the players' families,' Mr Moss's aide said."
    assert words(text) == ["It's good for the players' families,"]


def test_nested() -> None:
    text = "“He said ‘no’ twice,” she said."
    outer, inner = quotations(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.inner.of(text) == "no"
    assert outer.inner.contains(inner.span)


def test_same_marks_nested() -> None:
    text = '"What is a "moon" then?" she asked.'
    assert words(text) == ['What is a "moon" then?', "moon"]


def test_reopened_in_one_paragraph() -> None:
    text = '"First I ran. "Then I fell," he said.'
    first, second = quotations(text)
    assert first.state is QuotationState.CONTINUED
    assert second.state is QuotationState.CLOSED
    assert second.inner.of(text) == "Then I fell,"


@pytest.mark.parametrize(
    ("following", "state"),
    [("“And so on.”", QuotationState.CONTINUED), ("The sun rose.", QuotationState.UNCLOSED)],
)
def test_open_at_the_end_of_its_paragraph(following: str, state: QuotationState) -> None:
    first = "“It was dark."
    text = f"{first}\n\n{following}"
    start = len(first) + 2
    found = next(quotations_in(text, [Span(0, len(first)), Span(start, len(text))]))
    assert found.state is state
    assert found.inner.of(text) == "It was dark."


def test_closing_mark_without_opening_one() -> None:
    text = "We were late,” he said."
    pairing = pair_marks(text, Span(0, len(text)))
    assert pairing.pairs == ()
    assert [mark.text for mark in pairing.unopened] == ["”"]


def test_turned_marks_still_pair() -> None:
    text = "He said ”the gate is shut. “"
    (pair,) = pair_marks(text, Span(0, len(text))).pairs
    assert pair.opening_is_turned
    assert pair.closing_is_turned


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We left," said Anna Meyer, who saw it.', "Anna Meyer"),
        ('"We left," the mayor said.', "the mayor"),
        ('"We left," Mr Moss told reporters.', "Mr Moss"),
        ('Anna Meyer said: "We left."', "Anna Meyer"),
        ('The road, according to Anna Meyer, was "a sheet of ice".', "Anna Meyer"),
        ('"A sheet of ice," according to the police.', "the police"),
        ('The road was "a sheet of ice" all week.', None),
    ],
)
def test_speaker(text: str, speaker: str | None) -> None:
    (quotation,) = quotations(text)
    found = speaker_of(text, Span(0, len(text)), quotation.span)
    assert (found.of(text) if found else None) == speaker


texts = st.lists(
    st.sampled_from([*"\"“”'‘’„«»《》 .,?", "''", '""', "word", "dogs", "He said", "5", "\n", "—", "("]),
    max_size=40,
).map("".join)


@given(texts, texts)
def test_quotations_lie_in_their_block_and_are_well_nested(before: str, text: str) -> None:
    whole = before + text
    block = Span(len(before), len(whole))
    found = list(quotations_in(whole, [block]))
    assert [quotation.span.start for quotation in found] == sorted(
        {quotation.span.start for quotation in found}
    )
    for quotation in found:
        assert block.contains(quotation.span)
        assert quotation.span.contains(quotation.inner)
        speaker = speaker_of(whole, block, quotation.span)
        assert speaker is None or block.contains(speaker)
    for first in found:
        for second in found:
            if first.span.start < second.span.start and first.span.overlaps(second.span):
                assert first.inner.contains(second.span)
                assert first.depth < second.depth


@given(texts)
def test_every_mark_is_its_own_slice_of_the_text(text: str) -> None:
    marks = list(marks_in(text, Span(0, len(text))))
    assert all(mark.span.of(text) == mark.text for mark in marks)
    assert all(first.end <= second.start for first, second in pairwise(marks))


def test_curly_marks_keep_their_shape() -> None:
    text = "“a”"
    assert [mark.form for mark in marks_in(text, Span(0, 3))] == [Side.OPENING, Side.CLOSING]
