"""A text under repair: edits over edits come to the same as edits over the original."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lintnews.finding import Edit
from lintnews.fixes import apply_edits
from lintnews.review.draft import Draft, rewritten
from lintnews.span import Span

TEXTS = st.text("ab “\r\n", max_size=30)
LINES = st.lists(st.sampled_from(["a", "b", " ", "“", "\n", "\r\n"]), max_size=30).map("".join)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits that do not overlap, in any order."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return draw(st.permutations([Edit(Span(*pair), draw(st.text("abX", max_size=4))) for pair in pairs]))


@given(st.data())
def test_edits_over_edits_are_edits_over_the_original(data: st.DataObject) -> None:
    original = data.draw(TEXTS)
    draft, text = Draft(original), original
    for _ in range(4):
        edits = sorted(data.draw(edits_of(len(text))), key=lambda edit: edit.span)
        draft, text = draft.with_edits(edits), apply_edits(text, edits)
        assert draft.text == text
        assert apply_edits(original, draft.edits) == text
        assert apply_edits(text, draft.undoing) == original
        assert all(edit.span.of(original) != edit.text for edit in draft.edits)
        places = [place for edit in draft.edits for place in edit.span]
        assert places == sorted(places)
        # Edits that touch would be one.
        assert all(one.span.end < other.span.start for one, other in pairwise(draft.edits))


def test_what_is_put_back_is_no_edit() -> None:
    draft = Draft("the the cat").with_edits([Edit(Span(3, 7), "")])
    assert draft.edits == (Edit(Span(3, 7), ""),)
    assert draft.with_edits([Edit(Span(3, 3), " the")]).edits == ()


@given(LINES, LINES, st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_by_hand_is_what_is_read(old: str, new: str, newline: str) -> None:
    made = apply_edits(old, rewritten(old, new, newline))
    assert _unix(made) == _unix(new)


@given(st.lists(st.sampled_from(["The", " ", "cat", "\r\n", "“", "sat."]), max_size=20), st.integers(0, 20))
def test_a_text_field_changes_nothing_but_what_was_typed(tokens: list[str], at: int) -> None:
    old = "".join(tokens)
    head, tail = "".join(tokens[:at]), "".join(tokens[at:])
    typed = _unix(head) + " typed\nhere " + _unix(tail)
    made = apply_edits(old, rewritten(old, typed, "\r\n"))
    assert made == head + " typed\r\nhere " + tail


def test_edits_by_hand_are_small() -> None:
    old = "The mayor said that the bridge was safe. " * 50
    new = old.replace("safe", "sound", 1)
    assert list(rewritten(old, new, "\n")) == [Edit(Span(35, 39), "sound")]
    long = "a b " * 10_000
    assert apply_edits(long, rewritten(long, f"x{long[1:-2]}y ", "\n")) == f"x{long[1:-2]}y "


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")
