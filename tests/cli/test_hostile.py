"""Input that is broken, huge or made to do harm: one clear line, the rest is linted, nothing is run."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lintnews as package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Lintnews

RULE = ("--select", "REP101", "--format", "concise")
GOOD = "The miners went to to the sea.\n"
BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><nitf><p>&c;</p></nitf>'
FILE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><p>&x;</p></nitf>'


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("x.nitf", BOMB.encode(), "line 1: declares the entity 'a'", id="entity bomb"),
        pytest.param("x.xml", FILE.encode(), "line 1: declares the entity 'x'", id="file entity"),
        pytest.param(
            "x.rss",
            b"<rss>" + b"<a>" * 3000,
            "line 1, column 3003: elements more than 1,000 deep",
            id="deep XML",
        ),
        pytest.param(
            "x.json", b"[" * 100_000, "line 1, column 1001: objects more than 1,000", id="deep JSON"
        ),
        pytest.param(
            "x.rss", b"<rss><item></rss>", "line 1, column 14: broken XML: mismatched tag", id="broken XML"
        ),
        pytest.param("x.json", b'{"body": "a",}', "line 1, column 14: broken JSON: a name", id="broken JSON"),
        pytest.param("x.po", b'msgid "a"\nmsgstr b\n', "line 2: broken PO", id="broken PO"),
        pytest.param("x.docx", b"PK\x03\x04 no zip", "is no DOCX that can be read: ", id="broken ZIP"),
        pytest.param("x.docx", zipped(other=b""), "is a ZIP file, but no DOCX", id="other ZIP"),
        pytest.param(
            "x.docx",
            zipped(document=b" " * 40_000_000),
            "word/document.xml in it is longer than 32 MB",
            id="zip bomb",
        ),
        pytest.param("x.txt.gz", b"no gzip", "is called .gz but is not compressed so", id="no gzip"),
        pytest.param("x.txt", b"\x00" * 1000, "is binary, not text", id="NUL bytes"),
    ],
)
def test_one_line_and_the_others_go_on(
    lintnews: Lintnews, folder: Path, name: str, data: bytes, message: str
) -> None:
    (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(GOOD)
    ran = lintnews("check", name, "z.txt", *RULE)
    assert ran.code == 2
    first, *_ = ran.err.splitlines()
    assert first.startswith(f"error: {name}: {message}")
    assert ran.out.startswith("z.txt:1:17: ")
    assert sum(line.startswith("error:") for line in ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("x.html", "<div>" * 50_000 + f"<p>{GOOD}", id="deep HTML"),
        pytest.param("x.html", "<b title='" * 20_000 + f"'><p>{GOOD}</p>", id="open attributes"),
        pytest.param("x.html", "<!" * 20_000 + f"><p>{GOOD}</p>", id="open declarations"),
        pytest.param("x.html", "&" * 50_000 + f"<p>{GOOD}</p>", id="ampersands"),
        pytest.param("x.md", "> " * 3_000 + f"x\n\n{GOOD}", id="deep quotes"),
        pytest.param("x.md", "[" * 5_000 + f"\n\n{GOOD}", id="open links"),
        pytest.param("x.md", "*a **b " * 3_000 + f"\n\n{GOOD}", id="open emphasis"),
        pytest.param("x.txt", "a" * 300_000 + f"\n\n{GOOD}", id="one long word"),
        pytest.param("x.txt", "!" * 100_000 + f"x\n\n{GOOD}", id="a row of marks"),
        pytest.param(
            "x.txt", "(" * 30_000 + "\n\n" + "“ " * 5_000 + f"\n\n{GOOD}", id="open brackets, quotations"
        ),
        pytest.param("x.txt", "\n" * 1_000_000 + GOOD, id="a million empty lines"),
        pytest.param(
            "x.txt",
            f"{'It rained. ' * 40}a\u202eb \u2067c\u2069 \x00 \x1b[31m\n\n{GOOD}",
            id="directions and controls",
        ),
    ],
)
def test_odd_text_takes_no_long_time(lintnews: Lintnews, folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    ran = lintnews("check", name, *RULE)
    assert ran.code == 1
    line = text[: text.index(GOOD.strip())].count("\n") + 1
    assert ran.out.splitlines()[-1].startswith(f"{name}:{line}:")


def test_a_text_too_long_for_one_article_is_read_in_portions(lintnews: Lintnews, folder: Path) -> None:
    line = "Rain fell on the coast. " * 35_000
    (folder / "x.txt").write_text(f"{line}They went to to the sea. {line}They went to to the sea.\n\n{GOOD}")
    ran = lintnews("check", "x.txt", *RULE)
    assert [place.split(":")[1:3] for place in ran.out.splitlines()] == [
        ["1", str(len(line) + 11)],
        ["1", str(2 * len(line) + 36)],
        ["3", "17"],
    ]


def test_lone_surrogates_and_mixed_encodings_from_python() -> None:
    found = package.check_text(f"\ud800 {GOOD}", settings=package.Settings(select=("REP101",)))
    assert [finding.span for finding in found] == [(18, 23)]


def test_mixed_encodings_are_read_with_a_note(lintnews: Lintnews, folder: Path) -> None:
    (folder / "x.txt").write_bytes("café ".encode() + "café ".encode("cp1252") + GOOD.encode())
    ran = lintnews("check", "x.txt", *RULE)
    assert ran.err.startswith("note: x.txt: byte 9 is no UTF-8; read as cp1252\n")
    assert ran.out.startswith("x.txt:1:28: ")


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_link_loops_unreadable_folders_pipes_and_deep_folders(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "a" / "self.txt").symlink_to(folder / "a" / "self.txt")
    os.mkfifo(folder / "a" / "pipe.txt")
    current = Path.cwd()
    try:
        os.chdir(folder)
        for _ in range(300):
            Path("d").mkdir()
            os.chdir("d")
        Path("x.txt").write_text(GOOD)
    finally:
        os.chdir(current)
    (folder / "z.txt").write_text(GOOD)
    ran = lintnews("check", ".", *RULE)
    assert ran.code == 2
    assert ran.err.splitlines()[0] == "error: a/self.txt: cannot be read: Too many levels of symbolic links"
    assert ran.out.splitlines()[-1].startswith("z.txt:1:17")
    assert ran.out.count("x.txt:1:17") == 1
    assert len([line for line in ran.err.splitlines() if line.startswith("error")]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_pipe_is_read_where_somebody_writes(lintnews: Lintnews, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    ran = lintnews("check", "pipe", *RULE)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: pipe: is a pipe to which nobody writes")
    handle = os.open(folder / "pipe", os.O_RDWR)
    os.write(handle, GOOD.encode())
    threading.Timer(3, os.close, (handle,)).start()
    assert lintnews("check", "pipe", *RULE).out.startswith("pipe:1:17: REP101")


def test_what_nobody_may_read(lintnews_as_owner: Lintnews, folder: Path) -> None:
    for name in ("a.txt", "b/c.txt", "d/lintnews.toml", "d/e.txt", "z.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(GOOD if name.endswith("txt") else "")
    for name in ("a.txt", "b", "d/lintnews.toml"):
        (folder / name).chmod(0)
    ran = lintnews_as_owner("check", ".", *RULE)
    (folder / "b").chmod(0o700)
    told = [f"error: {name}: cannot be read: Permission denied" for name in ("b", "a.txt", "d/lintnews.toml")]
    assert (ran.code, ran.err.splitlines()[:3]) == (2, told)
    assert ran.out.splitlines() == ["z.txt:1:17: REP101 error: ‘to’ stands here twice in a row"]
    for option, name in (("--pack", "a.txt"), ("--config", "d/lintnews.toml"), ("--baseline", "a.txt")):
        ran = lintnews_as_owner("check", "z.txt", *RULE, option, name)
        assert (ran.code, ran.out) == (2, "")
        assert re.fullmatch(rf"error: .*{name}.*(Permission denied|is not readable).*\n", ran.err)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_files_that_change_after_they_were_found(folder: Path, environment: dict[str, str]) -> None:
    names = ["a.txt", "b.txt", "gone.txt", "grown.txt", "link.txt", "now.txt", "shrunk.txt", "z.txt"]
    for name in names:
        (folder / name).write_text(GOOD)
    (folder / "b.txt").unlink()
    os.mkfifo(folder / "b.txt")
    writing = os.open(folder / "b.txt", os.O_RDWR)
    with held(folder, environment, *names) as run:
        assert run.stdout
        # One was reported: all were found. The next one comes when the pipe is closed.
        assert run.stdout.readline().startswith(b"a.txt:1:17")
        (folder / "gone.txt").unlink()
        with (folder / "grown.txt").open("a") as stream:
            stream.write(GOOD * 3)
        (folder / "link.txt").unlink()
        (folder / "link.txt").symlink_to("link.txt")
        (folder / "now.txt").unlink()
        (folder / "now.txt").mkdir()
        (folder / "shrunk.txt").write_text("")
        os.write(writing, GOOD.encode())
        while unread(writing) and run.poll() is None:
            time.sleep(0.01)
        os.close(writing)
        out, err = (text.decode() for text in run.communicate(timeout=60))
    assert run.returncode == 2
    assert err.splitlines()[:3] == [
        "error: gone.txt: no such file or folder",
        "error: link.txt: cannot be read: Too many levels of symbolic links",
        "error: now.txt: cannot be read: Is a directory",
    ]
    found = [line.split(": ")[0] for line in out.splitlines()]
    assert found == ["b.txt:1:17", *(f"grown.txt:{line}:17" for line in (1, 2, 3, 4)), "z.txt:1:17"]


def test_archives_that_change_while_they_are_read(folder: Path, environment: dict[str, str]) -> None:
    record = json.dumps({"body": GOOD}) + "\n"
    # More than one read takes, and more than the pipe of the report holds: what is done waits for us.
    names = ("gone.jsonl", "grown.jsonl", "shrunk.jsonl")
    for name in names:
        path = folder / name
        path.write_text(record * 1500)
        with held(folder, environment, name) as run:
            assert run.stdout
            run.stdout.readline()
            if name.startswith("gone"):
                path.unlink()
            elif name.startswith("grown"):
                with path.open("a") as stream:
                    stream.write(record * 10)
            else:
                os.truncate(path, 5)
            out, err = (text.decode() for text in run.communicate(timeout=100))
        count = out.count("REP101")
        if name.startswith("shrunk"):
            # What was read by then may end within a record.
            assert 0 < count < 1499
            assert run.returncode in (1, 2)
            assert err.count("error: shrunk.jsonl: record") == run.returncode - 1
        else:
            assert (run.returncode, count) == (1, 1499 + 10 * name.startswith("grown"))


def unread(pipe: int) -> int:
    """Return how many bytes wait in a pipe."""
    import fcntl  # noqa: PLC0415 - not on every system
    import termios  # noqa: PLC0415

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@contextmanager
def held(folder: Path, environment: dict[str, str], *names: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run over files in one process, whose lines come as soon as they are known."""
    with subprocess.Popen(
        [sys.executable, "-m", "lintnews", "check", *names, *RULE, "--jobs", "1"],
        cwd=folder,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        # What waits in a buffer of ours would not be seen by `communicate`.
        bufsize=0,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        try:
            yield run
        finally:
            run.kill()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--pack", "/dev/zero"), "/dev/zero: File too large"),
        (("--baseline", "/dev/zero"), "/dev/zero: cannot be read: File too large"),
        (("--config", "/dev/zero"), "/dev/zero: cannot be read: File too large"),
        (("--config", 'vocabularies = ["/dev/zero"]'), "/dev/zero: cannot be read: File too large"),
        (("--pack", "pipe"), "pipe: holds no rules"),
        (("--baseline", "pipe"), "pipe: is no baseline: "),
        (("--baseline", "deep"), "deep: is no baseline: "),
        (("--config", "deep.toml"), "deep.toml: is nested too deeply"),
        (("--resume", "deep", "--input-format", "jsonl"), "deep is not the state of a run"),
    ],
    ids=lambda value: " ".join(value)[-24:] if isinstance(value, tuple) else "",
)
def test_other_files_than_articles_are_bounded_too(
    inside: Lintnews, folder: Path, options: tuple[str, ...], told: str
) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "deep").write_text("[" * 200_000)
    (folder / "deep.toml").write_text("a = " + "[" * 200_000)
    (folder / "a.txt").write_text(GOOD)
    ran = inside("check", "a.txt", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {told}")
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_an_endless_device_ends(lintnews: Lintnews) -> None:
    ran = lintnews("check", "/dev/zero", *RULE)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: /dev/zero: is longer than 256 MB: only archives may be",
    )


SLOW = r"""
- code: STY951
  name: slow-one
  kind: pattern
  match: '(?P<mark>prior to)|(?:a|aa)+!'
  message: slow
  why: it goes back over the same text again and again
  mqm: style/organizational-style
  severity: warning
  confidence: high
  examples:
    - bad: "It was [[prior to]] noon."
    - fine: "It was noon."
"""


def test_a_pattern_that_backtracks_for_ever_is_given_up(lintnews: Lintnews, folder: Path) -> None:
    (folder / "slow.yaml").write_text(SLOW)
    (folder / "a.txt").write_text(f"They went to to the sea {'a' * 60}. Stop!\n")
    (folder / "b.txt").write_text("It was prior to noon.\n")
    ran = lintnews(
        "check", "a.txt", "b.txt", "--pack", "slow.yaml", "--select", "REP101,STY951", "--format", "concise"
    )
    assert ran.code == 2
    assert ran.err.splitlines()[0] == (
        "error: a.txt: rule STY951 (slow-one): its pattern was given up after 2 seconds: "
        "it tries the same text again and again"
    )
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("!!python/object/apply:os.system ['touch owned']\n", id="object"),
        pytest.param("- !!python/object/new:os.system ['touch owned']\n", id="new"),
        pytest.param("- code: !!python/name:os.system\n", id="name"),
        pytest.param("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", id="aliases"),
        pytest.param("[" * 5000, id="deep"),
    ],
)
def test_a_pack_builds_no_objects(lintnews: Lintnews, folder: Path, content: str) -> None:
    (folder / "p.yaml").write_text(content)
    (folder / "a.txt").write_text(GOOD)
    ran = lintnews("check", "a.txt", "--pack", "p.yaml")
    assert ran.code == 2
    assert ran.err.startswith("error: p.yaml:")
    assert not (folder / "owned").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_pack_stays_in_its_folder(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD)
    (folder / "secret.yaml").write_text(SLOW)
    packs = folder / "packs"
    (packs / "own").mkdir(parents=True)
    (packs / "own" / "house.yaml").write_text(SLOW)
    # A circle of links is gone through once.
    (packs / "loop").symlink_to(packs)
    assert lintnews("check", "a.txt", "--pack", "packs", *RULE).code == 1
    for target in ("../secret.yaml", folder / "secret.yaml", "/etc"):
        (packs / "out.yaml").symlink_to(target)
        ran = lintnews("check", "a.txt", "--pack", "packs", *RULE)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "error: packs/out.yaml: is a link that leads out of the folder of packs\n"
        (packs / "out.yaml").unlink()
    # A pack has no way to name a file.
    for key in ("include", "extends", "match-file"):
        (folder / "p.yaml").write_text(f"{SLOW}  {key}: ../../secret.yaml\n")
        ran = lintnews("check", "a.txt", "--pack", "p.yaml", *RULE)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"error: p.yaml:14:3: unknown key '{key}' in a rule")
