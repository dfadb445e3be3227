"""`lintnews check`: what it reads, what it prints, how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Lintnews

HOUSE_STYLE = Path(__file__).parents[2] / "fixtures" / "packs" / "newsroom.yaml"
CLEAN = "Ferry sails again\n\nThe ferry sailed on Monday after a week in the dock.\n"
PRIOR = "Ferry sails again\n\nThe ferry was painted prior to its first crossing.\n"
HOUSE = ("--pack", HOUSE_STYLE, "--select", "STY9")


def test_nothing_found_exits_0(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    ran = lintnews("check", "a.txt", *HOUSE)
    assert (ran.code, ran.out, ran.err) == (0, "", "No findings in 1 file\n")


def test_findings_exit_1_and_exit_zero_makes_it_0(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(PRIOR)
    ran = lintnews("check", "a.txt", *HOUSE, "--format", "concise")
    assert ran.code == 1
    assert ran.out == "a.txt:3:23: STY901 note: our style is ‘before’, not ‘prior to’\n"
    assert ran.err == "Found 1 finding in 1 file (1 note)\n1 can be fixed with --fix --unsafe-fixes\n"
    assert lintnews("check", "a.txt", *HOUSE, "--exit-zero").code == 0


def test_own_packs_are_on_without_being_selected(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(PRIOR)
    assert "STY901" in lintnews("check", "a.txt", "--pack", HOUSE_STYLE).out
    assert "STY901" not in lintnews("check", "a.txt", "--pack", HOUSE_STYLE, "--ignore", "sty901").out
    assert (
        "STY901"
        not in lintnews("check", "a.txt", "--pack", HOUSE_STYLE, "--ignore", "prior-to-for-before").out
    )


def test_standard_input(lintnews: Lintnews) -> None:
    ran = lintnews("check", "-", *HOUSE, "--format", "concise", stdin=PRIOR)
    assert ran.out.startswith("<stdin>:3:23: ")
    ran = lintnews("check", "-", *HOUSE, "--format", "concise", "--stdin-filename", "wire/7.txt", stdin=PRIOR)
    assert ran.out.startswith("wire/7.txt:3:23: ")


def test_folder_is_searched_in_order_each_file_once(lintnews: Lintnews, folder: Path) -> None:
    for name in ("b.txt", "a/z.text", "a/note.rst", ".hidden.txt", ".git/x.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(PRIOR)
    (folder / "a" / "loop").symlink_to(folder / "a")
    (folder / "c.txt").symlink_to(folder / "b.txt")
    expected = ["a/z.text", "b.txt"]
    for paths in ((), (".",), ("a", ".", "b.txt")):
        ran = lintnews("check", *paths, *HOUSE, "--format", "concise")
        assert [line.split(":")[0] for line in ran.out.splitlines()] == expected
        assert ran.code == 1


def test_a_named_file_may_be_called_anything(lintnews: Lintnews, folder: Path) -> None:
    (folder / ".draft").write_text(PRIOR)
    assert lintnews("check", ".draft", *HOUSE).code == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("gone.txt", None, "gone.txt: no such file or folder", id="missing"),
        pytest.param("b.txt", bytes(range(256)) * 9, "b.txt: is binary, not text", id="binary"),
        pytest.param("b.txt", b"\xff\xfeT", "b.txt: has a utf-16-le byte-order mark", id="broken UTF-16"),
        pytest.param("b.json", b'{"body": ', "b.json: line 1, column 9: broken JSON", id="broken JSON"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_go_on(
    lintnews: Lintnews, folder: Path, name: str, content: bytes | None, message: str
) -> None:
    (folder / "a.txt").write_text(PRIOR)
    if content is not None:
        (folder / name).write_bytes(content)
    ran = lintnews("check", name, "a.txt", *HOUSE, "--format", "concise")
    assert ran.code == 2
    assert ran.err.splitlines()[0].startswith(f"error: {message}")
    assert ran.out.startswith("a.txt:3:23")
    assert ran.err.splitlines()[1] == "Found 1 finding in 1 file (1 note)"
    assert lintnews("check", name, "a.txt", *HOUSE, "--exit-zero").code == 2


def test_folder_called_like_an_article_is_a_folder(lintnews: Lintnews, folder: Path) -> None:
    (folder / "x.txt").mkdir()
    ran = lintnews("check", "x.txt")
    assert ran.code == 2
    assert ran.err.splitlines()[0].startswith("error: x.txt: no articles (.txt, .text, .md, ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["check", "--select", "STY9O1"], ["'STY9O1'", "did you mean STY901?"], id="code"),
        pytest.param(["check", "--select", "GRM19O"], ["did you mean GRM190?"], id="letter for a digit"),
        pytest.param(
            ["check", "--ignore", "prior-to-before"], ["did you mean prior-to-for-before?"], id="name"
        ),
        pytest.param(["check", "--formt", "json"], ["--formt", "--format"], id="option"),
        pytest.param(["check", "--format", "jsn"], ["'jsn'", "did you mean json?"], id="value"),
        pytest.param(["completion", "bahs"], ["did you mean bash?"], id="value of an argument"),
        pytest.param(["check", "--select", "pivot:spanish"], ["did you mean es?"], id="language"),
        pytest.param(["check", "--config", "confidence=low"], ["strings stand in quotation"], id="no TOML"),
        pytest.param(["check", "--pack", "no.yaml"], ["no.yaml: No such file"], id="pack"),
        pytest.param(["check", "--output", "no/such/out"], ["cannot write no/such/out"], id="output"),
        pytest.param(
            ["check", "--statistics", "--format", "sarif"], ["--statistics"], id="statistics as SARIF"
        ),
        pytest.param(["chek", "a.txt"], ["no such command: chek", "did you mean check?"], id="command"),
        pytest.param(["a.txt"], ["lintnews check a.txt"], id="forgotten command"),
    ],
)
def test_usage_errors_are_one_line(
    lintnews: Lintnews, folder: Path, arguments: list[str], words: list[str]
) -> None:
    (folder / "a.txt").write_text(CLEAN)
    pack = ["--pack", str(HOUSE_STYLE)] if "check" in arguments else []
    ran = lintnews(*arguments, *pack)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert all(word in ran.err for word in words)


def test_an_empty_path_is_not_the_current_folder(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    ran = lintnews("check", "")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: '': is no path")


def test_standard_input_that_is_closed(environment: dict[str, str], folder: Path) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m lintnews check - <&-"],
        capture_output=True, encoding="utf-8", cwd=folder, env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr.splitlines()[0]) == (2, "error: <stdin>: is closed")


def test_json_keeps_its_contract(lintnews: Lintnews, folder: Path) -> None:
    text = "Ferry sails again\r\n\r\nThe café 🚢 was painted prior to its crossing.\r\n"
    (folder / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (folder / "b.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    ran = lintnews("check", "gone.txt", "a.txt", "b.txt", *HOUSE, "--format", "json")
    assert ran.code == 2
    run = json.loads(ran.out)
    assert {key: run[key] for key in ("version", "files", "errors")} == {
        "version": 1,
        "files": 2,
        "errors": [{"path": "gone.txt", "message": "no such file or folder"}],
    }
    start = text.index("prior to")
    assert [finding["path"] for finding in run["findings"]] == ["a.txt", "b.txt"]
    for finding in run["findings"]:
        assert finding == {
            "path": finding["path"],
            "rule": "STY901",
            "name": "prior-to-for-before",
            "family": "STY",
            "mqm": "style/organizational-style",
            "severity": "note",
            "confidence": "high",
            "message": "our style is ‘before’, not ‘prior to’",
            "start": start,
            "end": start + 8,
            "line": 3,
            "column": 24,
            "end_line": 3,
            "end_column": 32,
            "text": "prior to",
            "fixes": [
                {
                    "edits": [{"start": start, "end": start + 8, "text": "before"}],
                    "applicability": "unsafe",
                    "message": "",
                }
            ],
            "related": [],
            "reference": None,
        }
    assert text[start : start + 8] == "prior to"


def test_jsonl_is_a_finding_a_line_and_nothing_else(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(PRIOR * 2)
    ran = lintnews("check", "gone.txt", "a.txt", *HOUSE, "--format", "jsonl")
    assert [json.loads(line)["line"] for line in ran.out.splitlines()] == [3, 6]
    assert ran.err == "error: gone.txt: no such file or folder\n"


def test_output_goes_to_a_file(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(PRIOR)
    ran = lintnews("check", "a.txt", *HOUSE, "--format", "jsonl", "--output", "found.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((folder / "found.jsonl").read_text("utf-8"))["rule"] == "STY901"


def test_statistics(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(
        "Prior to the vote they sang prior to dinner on March 3rd.\n" + "Rain fell. " * 19
    )
    ran = lintnews("check", "a.txt", *HOUSE, "--statistics")
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["2", "40.00", "STY901", "prior-to-for-before"] in rows
    assert ["1", "20.00", "STY902", "ordinal-in-date"] in rows
    assert ["3", "60.00", "STY", "house", "style"] in rows
    assert "in 1 file of 50 words" in ran.out


def test_guessed_encoding_is_a_note_and_no_error(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_bytes("The café closed.\n".encode("cp1252"))
    ran = lintnews("check", "a.txt", *HOUSE)
    assert ran.code == 0
    assert ran.err.startswith("note: a.txt: byte 7 is no UTF-8; read as cp1252\n")


def test_a_rule_that_fails_is_one_line_and_the_rest_goes_on(
    folder: Path, environment: dict[str, str]
) -> None:
    # Words that the failing rules ask for, or they would not be asked.
    (folder / "a.txt").write_text(f"{PRIOR}\nOur correspondent will sail with it on March 3.\n")
    broken = (
        "import sys, lintnews.matchers.pattern as p\n"
        "def hits(*_): raise ZeroDivisionError('by\\nzero')\n"
        "p.Pattern.hits = hits\n"
        "from lintnews.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", broken, "check", "a.txt", *map(str, HOUSE), "--format", "concise"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stdout.startswith("a.txt:3:23: STY901")
    first = ran.stderr.splitlines()[0]
    assert first.startswith(
        "error: a.txt: internal error in rule STY902 (ordinal-in-date) and 1 other rule: "
    )
    assert "ZeroDivisionError: by zero" in first


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_interrupted(folder: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "lintnews", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
    ) as run:
        # It waits for standard input, which stays open.
        _wait_until_asleep(run.pid)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err.strip()) == (130, b"error: interrupted")


def _wait_until_asleep(pid: int) -> None:
    status = Path(f"/proc/{pid}/wchan")
    for _ in range(200):
        time.sleep(0.05)
        if not status.exists() or "pipe" in status.read_text():
            break
    if not status.exists():
        time.sleep(3)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_broken_pipe_is_silent(folder: Path, environment: dict[str, str]) -> None:
    # More than a pipe holds, so that the writer meets the closed end.
    (folder / "a.txt").write_text("It rained prior to noon.\n\n" * 3000)
    command = [sys.executable, "-m", "lintnews", "check", "a.txt", *map(str, HOUSE)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        err = run.stderr.read()
    assert (run.returncode, err) == (141, b"")
