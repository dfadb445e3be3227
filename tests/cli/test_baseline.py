"""`--baseline` and `--write-baseline`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews

FIRST = "They want to to sell the port of “Ålesund”.\n"
SECOND = "The mayor said that that was the the end.\n"
THIRD = "The ferry will will sail on Monday.\n"
BASE = ("--select", "REP", "--format", "concise", "--baseline", "base.json")
WRITE = ("--select", "REP", "--write-baseline", "base.json")


@pytest.fixture
def desk(folder: Path) -> Path:
    (folder / "a.txt").write_text(f"{FIRST}\n{SECOND}", encoding="utf-8")
    (folder / "sport").mkdir()
    (folder / "sport" / "b.txt").write_text(FIRST, encoding="utf-8")
    return folder


@pytest.fixture
def baseline(desk: Path, lintnews: Lintnews) -> Path:
    """A baseline of the articles."""
    ran = lintnews("check", *WRITE)
    assert (ran.code, ran.out) == (0, "")
    assert "note: base.json holds 3 findings of 2 files\n" in ran.err
    return desk / "base.json"


def test_only_what_is_new_is_reported(lintnews: Lintnews, desk: Path, baseline: Path) -> None:
    assert baseline.exists()
    assert lintnews("check", *BASE).code == 0
    # Paragraphs move, line ends change, one defect comes.
    (desk / "a.txt").write_bytes(f"{SECOND}\n{THIRD}\n\n{FIRST}".replace("\n", "\r\n").encode())
    ran = lintnews("check", *BASE)
    assert ran.code == 1
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["a.txt:3:11:"]
    assert "no longer there" not in ran.err


def test_one_more_of_the_same_is_new(lintnews: Lintnews, desk: Path, baseline: Path) -> None:
    assert baseline.exists()
    (desk / "a.txt").write_text(f"{FIRST}\n{FIRST}\n{SECOND}", encoding="utf-8")
    ran = lintnews("check", "a.txt", *BASE)
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["a.txt:3:11:"]


def test_the_file_is_for_people(baseline: Path) -> None:
    text = baseline.read_text(encoding="utf-8")
    assert "Ålesund" in text
    assert '"a.txt"' in text
    assert '"sport/b.txt"' in text
    assert "line" not in text.replace("baseline", "")
    (first, second), (third,) = json.loads(text)["files"].values()
    assert first["sentence"] < second["sentence"]
    assert third == {"rule": "REP101", "text": "to to", "sentence": FIRST.strip(), "count": 1}


def test_writing_again_changes_nothing(lintnews: Lintnews, baseline: Path) -> None:
    before = baseline.read_bytes()
    lintnews("check", "sport", "a.txt", *WRITE)
    assert baseline.read_bytes() == before


def test_stale_entries_are_told_of_and_pruned(lintnews: Lintnews, desk: Path, baseline: Path) -> None:
    (desk / "a.txt").write_text(SECOND, encoding="utf-8")
    ran = lintnews("check", "a.txt", *BASE)
    assert ran.code == 0
    assert "base.json holds 1 finding that is no longer there: --write-baseline base.json" in ran.err
    lintnews("check", "a.txt", *WRITE)
    files = json.loads(baseline.read_bytes())["files"]
    # What another file has stays: it was not looked at.
    assert {name: [entry["text"] for entry in entries] for name, entries in files.items()} == {
        "a.txt": ["the the"],
        "sport/b.txt": ["to to"],
    }
    (desk / "sport" / "b.txt").unlink()
    assert "1 finding that is no longer there" in lintnews("check", "a.txt", *BASE).err
    lintnews("check", "a.txt", *WRITE)
    assert list(json.loads(baseline.read_bytes())["files"]) == ["a.txt"]


def test_a_file_may_be_renamed(lintnews: Lintnews, desk: Path, baseline: Path) -> None:
    assert baseline.exists()
    (desk / "sport" / "b.txt").rename(desk / "c.txt")
    assert lintnews("check", *BASE).code == 0


def test_from_a_settings_file_and_another_folder(lintnews: Lintnews, desk: Path) -> None:
    (desk / "lintnews.toml").write_text('select = ["REP"]\nbaseline = "sport/base.json"\n')
    assert "sport/base.json: no such baseline" in lintnews("check", "a.txt").err
    lintnews("check", "--write-baseline", "sport/base.json")
    # Paths count from the baseline's own folder.
    assert list(json.loads((desk / "sport" / "base.json").read_bytes())["files"]) == ["../a.txt", "b.txt"]
    assert lintnews("check").code == 0
    assert lintnews("check", "--isolated", "--select", "REP").code == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such baseline; --write-baseline base.json makes it"),
        ("{", "is no baseline: "),
        ("[]", "is no baseline: it lacks version 1 or its files"),
        ('{"version": 2, "files": {}}', "is no baseline: it lacks version 1"),
        (
            '{"version": 1, "files": {"a.txt": [{"rule": "REP101"}]}}',
            "is no baseline: an entry of a.txt lacks",
        ),
    ],
)
def test_a_broken_baseline(lintnews: Lintnews, desk: Path, content: str | None, message: str) -> None:
    if content is not None:
        (desk / "base.json").write_text(content)
    ran = lintnews("check", *BASE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: base.json: {message}")
    assert ran.err.count("\n") == 1
    # Nor is it written over.
    if content is not None:
        assert lintnews("check", *WRITE).code == 2
        assert (desk / "base.json").read_text() == content
