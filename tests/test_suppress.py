"""Comments in articles that ask lintnews not to report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lintnews
from lintnews.fixes import apply_edits

TO = "They want to to sell the port.\n"
RULES = lintnews.Settings(select=("REP", "QUO2", "LNT"))


def findings(text: str, path: str = "story.md", settings: lintnews.Settings = RULES) -> list[tuple[str, int]]:
    """Each finding of an article as (CODE, line)."""
    found = lintnews.check_text(text, path=path, settings=settings)
    return [(finding.rule.code, text.count("\n", 0, finding.span.start) + 1) for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"<!-- lintnews: ignore REP101 -->\n{TO}\n{TO}", [("REP101", 4)], id="next line"),
        pytest.param(
            f"<!-- lintnews: ignore REP101 -->\n\n \n{TO}\n{TO}", [("REP101", 6)], id="after blank lines"
        ),
        pytest.param(
            f"{TO}\n{TO.strip()} <!-- lintnews: ignore doubled-word -->\n", [("REP101", 1)], id="same line"
        ),
        pytest.param(
            f"<!--lintnews:ignore rep, QUO (the poster has it so)-->\n{TO[:-2]} .\n", [], id="two, reason"
        ),
        pytest.param(f"<!-- lintnews: ignore -->\n{TO[:-2]} .\n", [], id="all"),
        pytest.param(
            f"<!-- lintnews: ignore REP101 -->\n<!-- lintnews: ignore QUO201 -->\n{TO[:-2]} .\n",
            [],
            id="stacked",
        ),
        pytest.param(
            f"{TO}<!-- lintnews: ignore-begin REP -->\n{TO}\n{TO}<!-- lintnews: ignore-end -->\n{TO}",
            [("REP101", 1), ("REP101", 7)],
            id="block",
        ),
        pytest.param(
            f"<!-- lintnews: ignore-begin REP -->\n<!-- lintnews: ignore-begin QUO -->\n{TO[:-2]} .\n"
            f"<!-- lintnews: ignore-end REP -->\n{TO[:-2]} .\n<!-- lintnews: ignore-end QUO -->\n",
            [("REP101", 5)],
            id="crossed blocks",
        ),
        pytest.param(f"{TO}\n{TO}\n<!-- lintnews: ignore-file REP101 -->\n", [], id="file"),
        pytest.param(
            f"{TO}<!-- lintnews: ignore QUO201 -->\n{TO}",
            [("REP101", 1), ("LNT101", 2), ("REP101", 3)],
            id="unused",
        ),
        pytest.param(
            f"<!-- lintnews: ignore LNT101, QUO201 -->\n\n{TO}",
            [("LNT101", 1), ("REP101", 3)],
            id="two unused",
        ),
        pytest.param("<!-- lintnews: ignore-file -->\n", [], id="not all rules run"),
        pytest.param(
            f"<!-- lintnews: ignroe REP101 -->\n{TO}", [("LNT102", 1), ("REP101", 2)], id="misspelt"
        ),
        pytest.param(f"<!-- lintnews: -->\n{TO}", [("LNT102", 1), ("REP101", 2)], id="empty"),
        pytest.param(
            f"<!-- lintnews: ignore REP1O1 -->\n{TO}", [("LNT102", 1), ("REP101", 2)], id="no such rule"
        ),
        pytest.param(
            f"{TO}<!-- lintnews: ignore-begin REP -->\n{TO}", [("REP101", 1), ("LNT102", 2)], id="never ends"
        ),
        pytest.param(
            f"<!-- lintnews: ignore-end -->\n{TO}", [("LNT102", 1), ("REP101", 2)], id="ends nothing"
        ),
        pytest.param(
            f"<!-- lintnews: ignore NUM101 -->\n{TO}", [("REP101", 2)], id="a rule that does not run"
        ),
    ],
)
def test_comments(text: str, expected: list[tuple[str, int]]) -> None:
    assert findings(text) == expected
    assert findings(text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("ending", "heeded"), [("html", True), ("HTM", True), ("markdown", True), ("txt", False)]
)
def test_plain_text_has_no_comments(ending: str, *, heeded: bool) -> None:
    found = findings(f"<!-- lintnews: ignore-file REP101 -->\n{TO}", f"story.{ending}")
    assert (("REP101", 2) not in found) is heeded


def test_comments_in_code_are_none() -> None:
    text = f"```\n<!-- lintnews: ignore-file -->\n```\n\nWrite `<!-- lintnews: ignore -->` above it.\n{TO}"
    assert findings(text) == [("REP101", 6)]


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("One.\n\n<!-- lintnews: ignore QUO201 -->\n\nTwo.\n", "One.\n\n\nTwo.\n"),
        ("One.\r\n  <!-- lintnews: ignore QUO201 -->  \r\nTwo.", "One.\r\nTwo."),
        ("One. <!-- lintnews: ignore QUO201 -->\nTwo.\n", "One. \nTwo.\n"),
        (
            f"<!-- lintnews: ignore QUO201, REP, LNT102 (his words) -->\n{TO}",
            f"<!-- lintnews: ignore REP (his words) -->\n{TO}",
        ),
    ],
)
def test_the_fix_takes_out_what_is_unused(text: str, repaired: str) -> None:
    (found,) = lintnews.check_text(text, path="story.md", settings=RULES)
    assert found.rule.code == "LNT101"
    assert apply_edits(text, found.fixes[0].edits) == repaired
    assert findings(repaired) == []


@pytest.mark.parametrize(
    "settings",
    [
        lintnews.Settings(ignore=("QUO",)),
        lintnews.Settings(confidence=lintnews.Confidence.HIGH),
        lintnews.Settings(rule_confidence=(("QUO", lintnews.Confidence.HIGH),)),
    ],
)
def test_what_does_not_run_as_usual_is_not_judged(settings: lintnews.Settings) -> None:
    text = "<!-- lintnews: ignore QUO -->\n<!-- lintnews: ignore -->\nThe ferry sailed on Monday.\n"
    judged = [("LNT101", 1), ("LNT101", 2)]
    assert [found for found in findings(text, settings=lintnews.Settings()) if found[0] == "LNT101"] == judged
    assert "LNT101" not in dict(findings(text, settings=settings))


@given(
    st.lists(
        st.sampled_from(
            [TO, "\n", "<!-- lintnews: ", "ignore", "-begin", "-end", " REP", "-file", " -->", "`", "```\n"]
        )
    )
)
def test_any_comments(pieces: list[str]) -> None:
    text = "".join(pieces)
    for path in ("a.md", "a.html"):
        for finding in lintnews.check_text(text, path=path, settings=RULES):
            assert 0 <= finding.span.start < finding.span.end <= len(text)
            for fix in finding.fixes:
                apply_edits(text, fix.edits)
