"""`lintnews review` as a process: how it starts, what it refuses, how it ends."""

from __future__ import annotations

import gzip
import json
import re
import signal
import socket
import sys
from typing import TYPE_CHECKING
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews, Review, Reviewing

SLIP = "The mayor said that the the bridge was safe.\n"
ONLY = ("--select", "REP101")


class Client:
    """Asks a running review as its page does."""

    def __init__(self, review: Review) -> None:
        self.root = review.url.partition("/?")[0]
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(), ProxyHandler({}))
        self.first = self.opener.open(review.url, timeout=60).read().decode()

    def do(self, what: str, **more: object) -> None:
        page = self.opener.open(f"{self.root}/articles/1", timeout=60).read().decode()
        found = re.search(r'data-revision="(\d+)"', page)
        assert found
        body = json.dumps({"do": what, "revision": int(found[1]), **more}).encode()
        headers = {"Content-Type": "application/json", "Origin": self.root}
        request = Request(f"{self.root}/articles/1", body, headers)  # noqa: S310 - our own server
        assert b"problem" not in self.opener.open(request, timeout=60).read()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_ctrl_c_ends_it(folder: Path, reviewing: Reviewing) -> None:
    (folder / "a.txt").write_text(SLIP)
    with reviewing("a.txt", *ONLY) as review:
        assert "‘the’ stands here twice in a row" in Client(review).first
        review.process.send_signal(signal.SIGINT)
        out, err = review.process.communicate(timeout=60)
    assert (review.process.returncode, out) == (0, "")
    assert "Traceback" not in err
    assert (folder / "a.txt").read_text() == SLIP


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_changes_that_are_not_saved_are_told_of_first(folder: Path, reviewing: Reviewing) -> None:
    (folder / "a.txt").write_text(SLIP)
    with reviewing("a.txt", *ONLY) as review:
        client = Client(review)
        client.do("accept", note=1, candidate=0)
        review.process.send_signal(signal.SIGINT)
        assert review.process.stderr
        told = [review.process.stderr.readline() for _ in range(2)][-1]
        assert told.startswith("note: changes not saved: a.txt")
        # It still serves.
        client.do("save")
        assert (folder / "a.txt").read_text() == SLIP.replace("the the", "the")
        review.process.send_signal(signal.SIGINT)
        assert review.process.wait(60) == 0


def test_folders_are_searched_and_links_out_of_them_are_not_followed(
    folder: Path, reviewing: Reviewing, tmp_path: Path
) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "c.txt").write_text(SLIP)
    (folder / "b" / "d.txt").write_text(SLIP)
    (tmp_path / "outside.txt").write_text(SLIP)
    (folder / "b" / "out.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "meant.txt").write_text(SLIP)
    (folder / "named.txt").symlink_to(tmp_path / "meant.txt")
    with reviewing("named.txt", "b", "gone.txt", *ONLY) as review:
        assert re.findall(r">([^<>]+\.txt)<", Client(review).first) == ["named.txt", "b/c.txt", "b/d.txt"]
        review.process.send_signal(signal.SIGINT)
        _, err = review.process.communicate(timeout=60)
    assert review.process.returncode == 2
    assert "error: gone.txt: no such file or folder" in err
    assert "error: b/out.txt: left out" in err


def test_what_cannot_be_written_is_left_out(folder: Path, reviewing: Reviewing, lintnews: Lintnews) -> None:
    (folder / "a.txt").write_text(SLIP)
    (folder / "b.txt.gz").write_bytes(gzip.compress(SLIP.encode()))
    (folder / "c.jsonl").write_text('{"text": "The the bridge was safe."}\n' * 3)
    with reviewing(".", *ONLY) as review:
        assert "‘the’ stands here twice in a row" in Client(review).first
        review.process.send_signal(signal.SIGINT)
        _, err = review.process.communicate(timeout=60)
    assert review.process.returncode == 0
    assert "note: b.txt.gz: left out: it can be read, but not written" in err
    assert "note: c.jsonl: left out: it is an archive" in err
    ran = lintnews("review", "b.txt.gz", "--no-browser")
    assert (ran.code, ran.err) == (
        2,
        "error: b.txt.gz: can be read, but not written: ‘check --format html’ shows it\n",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument 'PATHS...'"),
        (["-"], "standard input"),
        (["gone.txt"], "gone.txt: no such file"),
        (["a.txt", "--port", "70000"], "--port"),
        (["a.txt", "--port", "{taken}"], "is not to be had"),
        (["a.txt", "--slect", "REP"], "--select"),
        (["a.txt", "--select", "REP999"], "REP999"),
    ],
)
def test_mistakes_are_one_line(lintnews: Lintnews, folder: Path, arguments: list[str], words: str) -> None:

    (folder / "a.txt").write_text(SLIP)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = lintnews("review", *(argument.format(taken=port) for argument in arguments), "--no-browser")
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert words in ran.err
