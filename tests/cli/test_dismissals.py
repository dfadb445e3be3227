"""`lintnews check` heeds what was dismissed on the review page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lintnews.dismissals import NAME, DismissalError, dismissals_for, remember
from lintnews.fingerprint import Identity

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews

SLIP = "The mayor said that the the bridge was safe."
REST = "It had been shut since the flood of 2019."
KNOWN = Identity("REP101", "the the", SLIP)


def test_a_dismissed_finding_stays_away_wherever_it_moves(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(f"{SLIP} {REST}\n")
    assert lintnews("check", "a.txt").code == 1
    remember(folder / NAME, {KNOWN: "The source says so"})
    assert lintnews("check", "a.txt").code == 0
    wrapped = SLIP.replace("that the", "that\r\nthe")
    (folder / "a.txt").write_text(f"{REST}\r\n\r\n{REST} {wrapped}\r\n")
    assert lintnews("check", "a.txt").code == 0


def test_another_sentence_another_word_or_a_second_one_is_reported(lintnews: Lintnews, folder: Path) -> None:
    remember(folder / NAME, {KNOWN: ""})
    for text in (SLIP.replace("safe", "sound"), SLIP.replace("the the", "a a"), f"{SLIP}\n\n{REST} {SLIP}"):
        (folder / "a.txt").write_text(f"{text} {REST}\n")
        ran = lintnews("check", "a.txt", "--select", "REP101", "--format", "jsonl")
        assert len(ran.out.splitlines()) == 1


def test_the_nearest_file_upwards_counts(lintnews: Lintnews, folder: Path) -> None:
    (folder / "sport").mkdir()
    (folder / "sport" / "a.txt").write_text(f"{SLIP} {REST}\n")
    remember(folder / NAME, {KNOWN: ""})
    assert lintnews("check", ".").code == 0
    remember(folder / "sport" / NAME, {})
    assert lintnews("check", ".").code == 1


def test_what_was_there_stays_and_what_is_restored_goes(folder: Path) -> None:
    other = Identity("REP101", "a a", "“A a, ”  he said. \U0001f6a2", 1)
    remember(folder / NAME, {KNOWN: "first"})
    remember(folder / NAME, {other: 'with "quotes"\u2028and </script>'})
    held = dismissals_for(folder / "a.txt")
    assert held.path == folder / NAME
    assert held.reasons == {KNOWN: "first", other: 'with "quotes"\u2028and </script>'}
    assert remember(folder / NAME, {}, [KNOWN]).reasons == {other: 'with "quotes"\u2028and </script>'}
    assert json.loads((folder / NAME).read_bytes())["dismissed"][0]["rule"] == "REP101"
    assert [path.name for path in folder.iterdir()] == [NAME]


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"version": 2, "dismissed": []}',
        b'{"version": 1, "dismissed": [{"rule": "REP101"}]}',
        b'{"version": 1, "dismissed": [7]}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_not_overwritten(folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    with pytest.raises(DismissalError, match=NAME):
        remember(folder / NAME, {KNOWN: ""})
    assert (folder / NAME).read_bytes() == content


def test_a_broken_file_is_told_once(lintnews: Lintnews, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{SLIP}\n")
    (folder / NAME).write_bytes(b"{")
    ran = lintnews("check", ".")
    assert ran.code == 2
    (told,) = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert NAME in told


def test_what_was_dismissed_is_not_fixed(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(f"{SLIP} It had been shut since the the flood.\n")
    remember(folder / NAME, {KNOWN: ""})
    ran = lintnews("check", "a.txt", "--select", "REP101", "--fix")
    assert ran.code == 0
    assert (folder / "a.txt").read_text() == f"{SLIP} It had been shut since the flood.\n"


def test_what_fix_leaves_alone_is_not_offered_to_be_fixed(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(f"{SLIP[:-1]} and and sound. {REST}\n")
    assert "[*] 2 can be fixed" in lintnews("check", "a.txt").err
    sentence = f"{SLIP[:-1]} and and sound."
    remember(folder / NAME, {Identity("REP101", "the the", sentence): ""})
    ran = lintnews("check", "a.txt")
    assert (ran.out.count("REP101"), "[*]" in ran.out, "can be fixed" in ran.err) == (1, False, False)
    lintnews("check", "a.txt", "--fix")
    assert (folder / "a.txt").read_text() == f"{sentence} {REST}\n"
