"""Each case is written as it should be split: a bar stands before every sentence but the first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.prose.sentences import sentence_spans
from lintnews.span import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "marked",
    [
        # titles, initials, companies, places
        "Gen. Paul Obi met Sen. Ana Ruiz, D-Mass., in St. Petersburg.| He left.",
        "The book is by J. K. Marlow.| John F. Obi read it.| J.R. Lee did not.",
        "Martin Obi Jr. was born there.| His father, Obi Sr., was too.",
        "Kasai Inc. said so.| He runs Kasai Inc.| The firm grew.",
        "The U.S. President spoke.| He flew to the U.S.| The plane landed at 5 p.m. Tuesday.",
        "It opened at 9 a.m.| It closed at 10 a.m. on Monday.",
        "He came on Jan. 5.| He left in Jan.| Snow fell.",
        "He sat in No. 10.| The answer was no.| He stayed.",
        "They sell rice, beans, etc.| Visitors like it, e.g. Ms. Obi.",
        "Obi vs. Ruiz ended.| Smith v. Jones began.",
        "It helps with vitamin C.| It helps.",
        # numbers
        "It rose 3.5 percent to 3. 5 million.| It fell.",
        "It cost $5.| £6 was too much.| 15 people paid.",
        "It is 5 km. long and holds approx. 500 l. of oil.| It leaks.",
        "1. The first point.| 2. The second point.",
        "It happened on 20. september in Akureyri.| It will end on 24. July.| Nobody saw it.",
        # ellipses and other ends
        "He was tired…| He slept.| He was… not sure.",
        "What?!| Nobody knew!| The crowd ran.",
        "Yahoo! News wrote it.| Others followed.",
        "他来了。|Then he left.",
        # quotations
        "“It is over.”| “It is not.”| They parted.",
        "“Why now?” he asked.| “Why?” Obi asked.| “Stop!”| The crowd ran.",
        "“It is over.” he said.| He left.",
        "(He lost.)| She won.",
        '" We will go. "| He left.',
        "They said “the message is heard. “",
        # slips of machines
        "They want to make it violent.| in the square.",
        "It was over.|The police came.| It rained in Accra.|They left.",
        "He wrote to Lenta.Ru and Dialog.ua.| They printed it in Kostroma.Today and left.",
        "The man sat.| the dog lay.| The man was ill.| the dog was not.",
        "He spoke.“| However, nobody heard.",
    ],
)
def test_boundaries(marked: str) -> None:
    assert split(marked.replace("|", "")) == [sentence.strip() for sentence in marked.split("|")]


def test_only_the_block_is_looked_at() -> None:
    text = "One. Two. Three."
    assert [span.of(text) for span in sentence_spans(text, Span(5, 9))] == ["Two."]


def test_a_sentence_may_run_over_a_line_end() -> None:
    assert split("The mayor\nresigned. She\nleft.") == ["The mayor\nresigned.", "She\nleft."]


@given(
    st.lists(
        st.sampled_from(["A", "b", ".", "!", "…", " ", '"', "”", "“", "Mr", "U.S", "5", "\n", ")", "%"])
    ).map("".join)
)
def test_sentences_hold_everything_and_each_has_a_letter_if_there_is_one(text: str) -> None:
    sentences = split(text)
    assert "".join("".join(sentences).split()) == "".join(text.split())
    if len(sentences) > 1:
        assert all(any(char.isalnum() for char in sentence) for sentence in sentences[:-1])


def test_a_long_row_of_marks_takes_no_long_time() -> None:
    # Found by fuzzing: the time doubled with each mark.
    text = f"No{'!?' * 30_000}x way. Then it rained."
    assert len(list(sentence_spans(text, Span(0, len(text))))) == 2
