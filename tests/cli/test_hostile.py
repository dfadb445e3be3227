"""Input that is broken, huge or made to do harm: one clear line, the rest is linted, nothing is run."""

from __future__ import annotations

import io
import os
import sys
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lintnews as package

if TYPE_CHECKING:
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
    (folder / "a.txt").write_text(f"They went to to the sea {'a' * 60}.\n")
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
