"""What a terminal shows that a pipe does not: colour, its width, a progress bar."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

HOUSE_STYLE = Path(__file__).parents[2] / "fixtures" / "packs" / "newsroom.yaml"
PRIOR = "Ferry sails again\n\nThe ferry was painted prior to its first crossing.\n"
RED_OR_SO = "\x1b["


def on_terminal(
    arguments: list[str],
    folder: Path,
    environment: dict[str, str],
    columns: int = 80,
    stdin: IO[bytes] | int = subprocess.DEVNULL,
) -> tuple[int, str]:
    """Run the command line with standard output and error on a terminal of that width."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with subprocess.Popen(
        [sys.executable, "-m", "lintnews", *arguments],
        stdin=stdin,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
    ) as run:
        os.close(theirs)
        seen = b""
        while True:
            try:
                chunk = os.read(ours, 65_536)
            except OSError:  # Linux's way to say that the other side is closed
                break
            if not chunk:
                break
            seen += chunk
    os.close(ours)
    return run.returncode, seen.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def check(folder: Path) -> list[str]:
    (folder / "a.txt").write_text(PRIOR)
    return ["check", "a.txt", "--pack", str(HOUSE_STYLE), "--select", "STY"]


def test_colour_on_a_terminal(check: list[str], folder: Path, environment: dict[str, str]) -> None:
    code, seen = on_terminal(check, folder, environment)
    assert code == 1
    assert "\x1b[1;36mprior to\x1b[0m" in seen


@pytest.mark.parametrize(
    "more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "a terminal that has none"]
)
def test_no_colour(check: list[str], folder: Path, environment: dict[str, str], more: dict[str, str]) -> None:
    assert RED_OR_SO not in on_terminal(check, folder, {**environment, **more})[1]


def test_color_never_and_always(check: list[str], folder: Path, environment: dict[str, str]) -> None:
    assert RED_OR_SO not in on_terminal([*check, "--color", "never"], folder, environment)[1]
    piped = subprocess.run(
        [sys.executable, "-m", "lintnews", *check, "--color", "always"],
        capture_output=True,
        cwd=folder,
        env={**environment, "NO_COLOR": "1"},
        check=False,
    )
    assert b"\x1b[1;36mprior to\x1b[0m" in piped.stdout


def test_folds_to_the_terminal(folder: Path, environment: dict[str, str], check: list[str]) -> None:
    (folder / "a.txt").write_text(
        "The mayor of the old port town said " * 9 + "prior to " + "the vote was held " * 9
    )
    for columns in (60, 80, 120):
        lines = on_terminal([*check, "--color", "never"], folder, environment, columns)[1].splitlines()
        assert max(map(len, lines)) <= columns
        shown = next(number for number, line in enumerate(lines) if " | …" in line)
        marked, marks = lines[shown : shown + 2]
        assert len(marked) > columns - 20
        assert marked[marks.index("^") : marks.rindex("^") + 1] == "prior to"


@contextmanager
def slow_input() -> Iterator[IO[bytes]]:
    """Give a standard input that ends longer after its first byte is read than the bar waits."""
    # More than a pipe holds: writing it ends when lintnews has begun to read.
    code = "import sys, time; sys.stdout.write('\\n' * 200_000); sys.stdout.flush(); time.sleep(1)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as slow:
        assert slow.stdout
        yield slow.stdout


def test_progress_bar_when_it_takes_a_while(
    folder: Path, environment: dict[str, str], check: list[str]
) -> None:
    (folder / "b.txt").write_text("The harbour was quiet.\n")
    with slow_input() as stdin:
        seen = on_terminal(["check", "-", "b.txt", *check[1:]], folder, environment, stdin=stdin)[1]
    assert "1 of 3 files" in seen
    # It is gone before anything else is printed.
    assert "files\x1b" not in seen
    assert seen.splitlines()[-2].endswith("Found 1 finding in 1 file (1 note)")


def test_no_progress_bar_in_a_pipe(folder: Path, environment: dict[str, str], check: list[str]) -> None:
    (folder / "b.txt").write_text("The harbour was quiet.\n")
    with slow_input() as stdin:
        ran = subprocess.run(
            [sys.executable, "-m", "lintnews", "check", "-", "b.txt", *check[1:]],
            stdin=stdin,
            capture_output=True,
            cwd=folder,
            env=environment,
            check=False,
        )
    assert b"of 3 files" not in ran.stderr
