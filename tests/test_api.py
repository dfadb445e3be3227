"""Lint from Python."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lintnews
from lintnews.report.machine import as_dict
from lintnews.selection import SelectionError
from lintnews.source import Source, SourceError
from lintnews.unusable import PackError

HOUSE_STYLE = str(Path(__file__).parents[1] / "fixtures" / "packs" / "newsroom.yaml")
HOUSE = lintnews.Settings(packs=(HOUSE_STYLE,), select=("STY",))


def test_check_text() -> None:
    text = "Ferry sails\r\n\r\nIt was painted prior to noon."
    (finding,) = lintnews.check_text(text, settings=HOUSE)
    assert isinstance(finding, lintnews.Finding)
    assert finding.rule.code == "STY901"
    assert finding.span.of(text) == "prior to"


def test_check_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffIt was painted prior to noon.".encode("utf-16-le"))
    (finding,) = lintnews.check_file(path, settings=HOUSE)
    assert finding.span == (15, 23)
    assert lintnews.check_file(str(path), settings=HOUSE) == [finding]


def test_errors_are_exceptions(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lintnews.check_file(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_bytes(bytes(range(32)))
    with pytest.raises(SourceError):
        lintnews.check_file(tmp_path / "b.txt")
    with pytest.raises(SelectionError):
        lintnews.check_text("", settings=lintnews.Settings(select=("XYZ",)))
    with pytest.raises(PackError):
        lintnews.check_text("", settings=lintnews.Settings(packs=("gone.yaml",)))


def test_import_loads_nothing() -> None:
    code = "import sys, lintnews; print([name for name in sys.modules if name.startswith('lintnews.')])"
    root = str(Path(__file__).parents[1])
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert ran.stdout.strip() == "['lintnews.version']"
    assert set(lintnews.__all__) <= set(dir(lintnews))
    with pytest.raises(AttributeError, match="no_such_thing"):
        lintnews.no_such_thing  # noqa: B018


_WORDS = st.sampled_from(
    [
        *(
            "prior to",
            "the the",
            "March 3rd",
            "&amp;",
            "No. 5",
            "JONES",
            "Jones",
            "10 km (16 miles)",
            ".",
            "…",
        ),
        *("“", "”", '"', "\r\n", "\r", "\n", "\n\n", " ", "\t", "\x0b", "\x85", "\u2028", "\u200b", "\u202e"),
        *("🚢", "👩‍🚒", "é", "e\u0301", "سفينة", "渡し船"),
    ]
)
_ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_TEXTS = st.lists(_WORDS | _ANYTHING, max_size=40).map(" ".join) | st.lists(_WORDS, max_size=60).map("".join)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TEXTS)
def test_positions_are_right_in_any_text(text: str) -> None:
    settings = lintnews.Settings(select=("ALL",), packs=(HOUSE_STYLE,), confidence=lintnews.Confidence.LOW)
    source = Source(text, "any.txt")
    lines = _lines(text)
    for finding in lintnews.check_text(text, path="any.txt", settings=settings):
        shown = json.loads(json.dumps(as_dict(finding, source)))
        for place in (shown, *shown["related"]):
            assert 0 <= place["start"] <= place["end"] <= len(text)
            assert text[place["start"] : place["end"]] == place["text"]
            assert sum(map(len, lines[: place["line"] - 1])) + place["column"] - 1 == place["start"]
        assert sum(map(len, lines[: shown["end_line"] - 1])) + shown["end_column"] - 1 == shown["end"]
        for fix in shown["fixes"]:
            edits = sorted((edit["start"], edit["end"]) for edit in fix["edits"])
            assert all(0 <= start <= end <= len(text) for start, end in edits)
            assert all(end <= following for (_, end), (following, _) in pairwise(edits))


def _lines(text: str) -> list[str]:
    r"""Lines with their ends, by `\n`, `\r\n` and lone `\r` alone."""
    lines = [""]
    for place, char in enumerate(text):
        lines[-1] += char
        if char == "\n" or (char == "\r" and text[place + 1 : place + 2] != "\n"):
            lines.append("")
    return lines


def test_check_file_heeds_the_nearest_settings_file(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("They want to to sell the port.\n")
    assert [finding.rule.code for finding in lintnews.check_file(tmp_path / "story.txt")] == ["REP101"]
    (tmp_path / "lintnews.toml").write_text('ignore = ["REP"]')
    assert lintnews.check_file(tmp_path / "story.txt") == []
    assert lintnews.check_file(tmp_path / "story.txt", settings=lintnews.Settings()) != []
