"""`lintnews check --fix`, `--unsafe-fixes`, `--diff`: what is written and told, and that nothing is lost."""

from __future__ import annotations

import codecs
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Lintnews

# Safe: a blank before a comma, a doubled article. Unsafe: a wrong article. Not fixable: a Spanish word.
BROKEN = (
    "Ferry sails again\n\nThe ferry sailed , on Monday, after the the storm had gone.\n\n"
    "A oil slick was seen.\n\nIt sailed home porque there was no work for it at all.\n"
)
SAFE = BROKEN.replace("sailed ,", "sailed,").replace("the the", "the")
ALL = SAFE.replace("A oil", "An oil")
ROOT = os.name == "posix" and os.geteuid() == 0
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


@pytest.fixture
def story(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(BROKEN)
    return path


def test_fix_makes_the_safe_ones_and_reports_the_rest(lintnews: Lintnews, story: Path) -> None:
    ran = lintnews("check", "a.txt", "--fix", "--format", "concise")
    assert story.read_text() == SAFE
    assert ran.code == 1
    assert [line.split()[1] for line in ran.out.splitlines()] == ["GRM105", "RES122"]
    assert ran.err == "Fixed 2 findings, 2 remain; 1 more with --unsafe-fixes\n"
    # A second run has nothing to do.
    before = story.stat()
    ran = lintnews("check", "a.txt", "--fix", "--format", "concise")
    assert ran.err == "Found 2 findings in 1 file (1 error, 1 warning); 1 can be fixed with --unsafe-fixes\n"
    assert (story.stat().st_ino, story.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_unsafe_fixes_too(lintnews: Lintnews, story: Path) -> None:
    ran = lintnews("check", "a.txt", "--fix", "--unsafe-fixes", "--format", "concise")
    assert story.read_text() == ALL
    assert (ran.code, ran.err) == (1, "Fixed 3 findings, 1 remains\n")


def test_nothing_left_exits_0(lintnews: Lintnews, story: Path) -> None:
    ran = lintnews("check", "a.txt", "--fix", "--select", "QUO,REP")
    assert story.read_text() == SAFE
    assert (ran.code, ran.out, ran.err) == (0, "", "Fixed 2 findings, none remain\n")


def test_report_marks_what_fix_repairs(lintnews: Lintnews, story: Path) -> None:  # noqa: ARG001 - it is read
    ran = lintnews("check", "a.txt")
    marked = [line.split()[1] for line in ran.out.splitlines() if " [*] " in line]
    assert marked == ["QUO201", "REP101"]
    assert ran.err.endswith("\n[*] 2 can be fixed with --fix, 1 more with --unsafe-fixes\n")


@pytest.mark.parametrize(("options", "expected"), [((), SAFE), (("--unsafe-fixes",), ALL)])
def test_diff_writes_nothing_and_is_a_patch(
    lintnews: Lintnews, story: Path, options: tuple[str, ...], expected: str
) -> None:
    ran = lintnews("check", "a.txt", "--diff", *options)
    assert story.read_text() == BROKEN
    assert ran.code == 1
    assert ran.out.startswith("--- a.txt\n+++ a.txt\n@@ ")
    assert ran.err.startswith("Would fix ")
    if not shutil.which("patch"):
        pytest.skip("patch is not installed")
    subprocess.run(["patch", "-p0", "-s"], input=ran.out.encode(), cwd=story.parent, check=True)
    assert story.read_text() == expected


def test_diff_wins_over_fix(lintnews: Lintnews, story: Path) -> None:
    assert lintnews("check", "a.txt", "--fix", "--diff").out.startswith("--- a.txt\n")
    assert story.read_text() == BROKEN


def test_diff_of_nothing_exits_0(lintnews: Lintnews, story: Path) -> None:
    story.write_text(SAFE)
    ran = lintnews("check", "a.txt", "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Nothing to fix; 1 can be fixed with --unsafe-fixes\n"


def test_diff_of_a_last_line_without_its_end(lintnews: Lintnews, story: Path) -> None:
    story.write_text("The ferry sailed , on Monday.")
    shown = lintnews("check", "a.txt", "--diff").out
    assert shown.endswith("+The ferry sailed, on Monday.\n\\ No newline at end of file\n")


def test_colour_of_a_diff_shows_what_could_move_the_cursor(lintnews: Lintnews, story: Path) -> None:
    story.write_text("The\x1b[2J ferry sailed , on Monday.\n")
    shown = lintnews("check", "a.txt", "--diff", "--color", "always", "--select", "QUO").out
    assert "\x1b[32m+The␛[2J ferry sailed, on Monday.\x1b[0m\n" in shown


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16-le", b""),
    ("cp1252", b""),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(
    lintnews: Lintnews, environment: dict[str, str], folder: Path, newline: str
) -> None:
    def content(text: str, codec: str, mark: bytes) -> bytes:
        return mark + text.replace("Ferry", "“Café”").replace("\n", newline).encode(codec)

    for number, (codec, mark) in enumerate(ENCODINGS):
        (folder / f"{number}.txt").write_bytes(content(BROKEN, codec, mark))
    ran = lintnews("check", ".", "--fix", "--exit-zero")
    assert ran.code == 0
    for number, (codec, mark) in enumerate(ENCODINGS):
        assert (folder / f"{number}.txt").read_bytes() == content(SAFE, codec, mark)
    # Standard input becomes standard output, byte for byte, and the report goes elsewhere.
    for codec, mark in ENCODINGS[2:3]:
        done = subprocess.run(
            [sys.executable, "-m", "lintnews", "check", "-", "--fix", "--format", "concise"],
            input=content(BROKEN, codec, mark),
            capture_output=True,
            env=environment,
            check=False,
        )
        assert done.stdout == content(SAFE, codec, mark)
        assert done.returncode == 1
        assert b"<stdin>:" in done.stderr


def test_standard_input_without_anything_to_fix_is_passed_on(lintnews: Lintnews) -> None:
    ran = lintnews("check", "-", "--fix", stdin="The ferry sailed.\n")
    assert (ran.code, ran.out, ran.err) == (0, "The ferry sailed.\n", "No findings in 1 file\n")
    ran = lintnews("check", "-", "--diff", "--stdin-filename", "wire.txt", stdin=BROKEN)
    assert ran.out.startswith("--- wire.txt\n+++ wire.txt\n")


def test_a_character_that_the_encoding_lacks_leaves_the_file(lintnews: Lintnews, folder: Path) -> None:
    pack = folder / "house.yaml"
    pack.write_text(
        "- code: STY902\n  name: dots-for-ellipsis\n  kind: phrase\n  message: m\n  why: w\n"
        "  mqm: style/awkward\n  severity: note\n  confidence: high\n  entries:\n"
        "    - {match: 'and so on', say: 'and so on…', bad: 'It rained [[and so on]].', fine: 'It rained.'}\n"
    )
    story = folder / "a.txt"
    story.write_bytes("Le caf\xe9 \x81 closed, and so on.\n".encode("latin-1"))
    ran = lintnews("check", "a.txt", "--fix", "--unsafe-fixes", "--pack", pack, "--select", "STY902")
    assert ran.code == 2
    assert "error: a.txt: cannot hold '…' (U+2026): it is latin-1\n" in ran.err
    assert "STY902" in ran.out
    assert story.read_bytes() == "Le caf\xe9 \x81 closed, and so on.\n".encode("latin-1")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--unsafe-fixes",), "it goes with --fix or --diff"),
        (("--diff", "--statistics"), "goes neither with --statistics nor"),
        (("--diff", "--format", "json"), "goes neither with --statistics nor"),
        (("--fix", "--write-baseline", "b.json"), "does not go with fixes"),
    ],
)
def test_options_that_do_not_go_together(
    lintnews: Lintnews, story: Path, options: tuple[str, ...], message: str
) -> None:
    ran = lintnews("check", "a.txt", *options)
    assert ran.code == 2
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1
    assert story.read_text() == BROKEN


def test_json_holds_what_remains(lintnews: Lintnews, story: Path) -> None:
    assert '"GRM105"' in lintnews("check", "a.txt", "--fix", "--format", "jsonl").out
    assert story.read_text() == SAFE


@ON_POSIX
def test_a_link_and_the_mode_stay(lintnews: Lintnews, story: Path) -> None:
    story.chmod(0o640)
    (story.parent / "link.txt").symlink_to("a.txt")
    lintnews("check", "link.txt", "--fix")
    assert (story.parent / "link.txt").is_symlink()
    assert story.read_text() == SAFE
    assert stat.S_IMODE(story.stat().st_mode) == 0o640


def desk(folder: Path, count: int) -> list[Path]:
    """Make `count` broken articles."""
    paths = [folder / f"{number:02}.txt" for number in range(count)]
    for path in paths:
        path.write_text(BROKEN)
    return paths


@ON_POSIX
def test_half_of_the_files_unwritable(lintnews: Lintnews, folder: Path) -> None:
    paths = desk(folder, 12)
    closed = set(random.Random(7).sample(paths, 6))  # noqa: S311 - the same half each time
    for path in closed:
        path.chmod(0o444)
    ran = lintnews("check", ".", "--fix", "--format", "concise")
    assert ran.code == 2
    assert {path for path in paths if path.read_text() == BROKEN} == closed
    assert {path for path in paths if path.read_text() == SAFE} == set(paths) - closed
    for path in paths:
        told = f"error: {path.name}: cannot be written: it is read-only\n" in ran.err
        assert told == (path in closed)
        # What was not fixed is still reported.
        assert (f"{path.name}:3:" in ran.out) == (path in closed)
    assert "Fixed 12 findings" in ran.err
    assert sorted(folder.iterdir()) == paths


@pytest.mark.skipif(not (ROOT and shutil.which("setpriv")), reason="needs root and setpriv to become nobody")
def test_a_folder_and_files_of_someone_else(environment: dict[str, str], own_cache: Path) -> None:
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run(
        [*nobody, sys.executable, "-c", "import lintnews"], check=False, env=environment
    ).returncode:
        pytest.skip("nobody may not run this Python")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        paths = desk(folder, 2)
        shared = folder / "shared"
        shared.mkdir()
        shared.chmod(0o777)
        (foreign,) = desk(shared, 1)
        foreign.chmod(0o666)
        cache = shutil.copytree(own_cache, folder / ".cache")
        for entry in cache.rglob("*"):
            entry.chmod(0o755)
        ran = subprocess.run(
            [*nobody, sys.executable, "-m", "lintnews", "check", ".", "--fix"],
            cwd=folder,
            env={**environment, "XDG_CACHE_HOME": str(cache)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 2
        assert ran.stderr.count("error: ") == 3, ran.stderr
        assert "00.txt: cannot be written: it is read-only" in ran.stderr
        assert "shared/00.txt: cannot be written: its owner or group would change" in ran.stderr
        assert all(path.read_text() == BROKEN for path in (*paths, foreign))
        assert list(shared.iterdir()) == [foreign]


@ON_POSIX
def test_no_more_room_for_a_file(folder: Path, environment: dict[str, str]) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    paths = desk(folder, 3)
    (paths[1]).write_text(BROKEN + "The ferry was late.\n" * 400)
    before = paths[1].read_text()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    ran = subprocess.run(
        [sys.executable, "-m", "lintnews", "check", ".", "--fix"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert ran.returncode == 2
    assert "error: 01.txt: cannot be written: File too large\n" in ran.stderr
    assert [path.read_text() for path in paths] == [SAFE, before, SAFE]
    assert sorted(folder.iterdir()) == paths


@contextmanager
def small_disk(where: Path) -> Iterator[None]:
    """Mount a disk of 64 KiB."""
    where.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(where)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed")
    try:
        yield
    finally:
        subprocess.run(["umount", str(where)], check=True)


@pytest.mark.skipif(not (ROOT and shutil.which("mount")), reason="needs root to mount a small disk")
def test_full_disk(lintnews: Lintnews, folder: Path) -> None:
    disk = folder / "disk"
    with small_disk(disk):
        paths = desk(disk, 4)
        with suppress(OSError):
            (disk / "filler").write_bytes(b"x" * 65_536)
        ran = lintnews("check", "disk", "--fix")
        assert ran.code == 2
        assert ran.err.count("cannot be written: No space left on device\n") == 4
        assert all(path.read_text() == BROKEN for path in paths)
        assert sorted(path.name for path in disk.iterdir()) == [*(path.name for path in paths), "filler"]


# The child dies at the given call of a function of `os` for an article: as hard as kill -9 anywhere.
KILLED = """
import os, signal
real, calls = os.{name}, []
def deadly(*arguments, **more):
    calls.extend("{name}" == "fsync" or str(place).endswith(".txt") for place in arguments[-1:])
    dies = sum(calls) == {call}
    result = None if dies and not {after} else real(*arguments, **more)
    if dies:
        os.kill(os.getpid(), signal.SIGKILL)
    return result
os.{name} = deadly
"""


@ON_POSIX
@pytest.mark.parametrize(
    ("name", "call", "after", "done"),
    [("fsync", 1, False, 0), ("fsync", 3, False, 1), ("replace", 2, False, 1), ("replace", 2, True, 2)],
)
def test_killed_in_the_middle_of_writing(
    lintnews: Lintnews,
    environment: dict[str, str],
    folder: Path,
    tmp_path: Path,
    *,
    name: str,
    call: int,
    after: bool,
    done: int,
) -> None:
    (tmp_path / "sitecustomize.py").write_text(KILLED.format(name=name, call=call, after=after))
    paths = desk(folder, 3)
    where = f"{tmp_path}{os.pathsep}{environment['PYTHONPATH']}"
    assert lintnews("check", ".", "--fix", PYTHONPATH=where).code == -signal.SIGKILL
    assert [path.read_text() for path in paths] == [SAFE] * done + [BROKEN] * (3 - done)
    # What is left behind is hidden, and the next run does the rest.
    assert all(path.name.startswith(".") for path in folder.iterdir() if path not in paths)
    lintnews("check", ".", "--fix")
    assert all(path.read_text() == SAFE for path in paths)


def test_what_an_editor_let_stand_is_not_fixed_nor_its_sentence_changed(
    lintnews: Lintnews, story: Path
) -> None:
    entry = {"rule": "REP101", "text": "the the", "occurrence": 0, "reason": "so he said"}
    sentence = "The ferry sailed , on Monday, after the the storm had gone."
    dismissed = {"version": 1, "dismissed": [{**entry, "sentence": sentence}]}
    (story.parent / ".lintnews-dismissed.json").write_text(json.dumps(dismissed))
    ran = lintnews("check", "a.txt", "--fix", "--unsafe-fixes", "--format", "concise")
    assert story.read_text() == BROKEN.replace("A oil", "An oil")
    assert [line.split()[1] for line in ran.out.splitlines()] == ["QUO201", "RES122"]
