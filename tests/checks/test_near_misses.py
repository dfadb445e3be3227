"""Near-misses: reported only beside the usual word, and repaired in the form that stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lintnews.checks.near_misses import CHECKS
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.source import Source

if TYPE_CHECKING:
    from lintnews.finding import Finding


def findings(text: str) -> list[Finding]:
    return lint(read(Source(text)), CHECKS)


def repaired(text: str) -> str:
    """Return the text with the first fix of its one finding."""
    (found,) = findings(text)
    (edit,) = found.fixes[0].edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (
            "Police launched an inquiry in May. Troops realised an inquiry of their own.",
            "Police launched an inquiry in May. Troops launched an inquiry of their own.",
        ),
        (
            "The interim head of state spoke. He is a boss of state on paper only.",
            "The interim head of state spoke. He is a head of state on paper only.",
        ),
        (
            "The army used live ammunition. Alive ammunition lay about.",
            "The army used live ammunition. Live ammunition lay about.",
        ),
    ],
)
def test_the_form_is_carried_over(text: str, good: str) -> None:
    assert repaired(text) == good


def test_the_same_argument_is_proof_enough() -> None:
    (found,) = findings("It feared a rematch against Norway.\n\nReprisals against Norway were near.")
    assert found.related[0].span.start > found.span.start


def test_nothing_without_the_usual_word() -> None:
    assert not findings("The troops realised an inquiry of their own.")
    assert not findings("An inquiry was opened. They realised a film about the inquiry.")
