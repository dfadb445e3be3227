"""Results kept between runs: never other than a run would find, and no trouble where the cache has some."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from lintnews.cache import Cache
from lintnews.results.store import Store, sweep
from tests.cli.newsroom import newsroom

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews, Ran

BAD = "They went to to the sea.\n"
DAY = 86_400


@pytest.fixture
def shared_cache(own_cache: Path) -> Path:
    """A cache of each test's own: what is kept is what the tests are about."""
    return own_cache


def entries(cache: Path) -> list[Path]:
    return sorted((cache / "lintnews" / "results").glob("*.bin"))


def written(cache: Path) -> dict[Path, int]:
    """Return when each file of a cache was written, in nanoseconds."""
    return {path: path.stat().st_mtime_ns for path in cache.rglob("*")}


def spoilt(cache: Path) -> None:
    """Make every kept result one without findings that was whole: who sees findings did not read it."""
    store = Store(Cache(cache / "lintnews"))
    for entry in entries(cache):
        store.put(entry.stem, b'{"words":9,"rules":[],"findings":[],"problems":[]}')


def test_same_from_cold_kept_and_parallel(lintnews: Lintnews, folder: Path, shared_cache: Path) -> None:
    newsroom(folder / "desk")
    arguments = ("check", "desk", "--isolated", "--confidence", "low")
    ran: dict[str, Ran] = {}
    for name, jobs in (("cold", "1"), ("kept", "1"), ("both", "2")):
        ran[name] = lintnews(*arguments, "--jobs", jobs, "--report", f"json={name}.json")
    (shared_cache / "lintnews" / "results").rename(folder / "aside")
    ran["filled by many"] = lintnews(*arguments, "--jobs", "2", "--report", "json=filled by many.json")
    ran["kept by many"] = lintnews(*arguments, "--jobs", "1", "--report", "json=kept by many.json")
    files = {(folder / f"{name}.json").read_bytes() for name in ran}
    assert len(files) == 1
    assert len({(one.code, one.out, one.err) for one in ran.values()}) == 1
    assert len(json.loads(files.pop())["findings"]) > 50


def test_what_is_kept_is_used(lintnews: Lintnews, folder: Path, shared_cache: Path) -> None:
    (folder / "a.txt").write_text(BAD)
    (folder / "b.txt").write_text("The harbour was quiet.\n")
    assert lintnews("check", "a.txt").code == 1
    spoilt(shared_cache)
    assert lintnews("check", "a.txt").code == 0
    assert lintnews("check", "a.txt", "--format", "json", "--fail-on", "error").code == 0
    before = written(shared_cache)
    assert lintnews("check", "a.txt", "--no-cache").code == 1
    assert written(shared_cache) == before
    # Nothing found is kept, too.
    assert lintnews("check", "b.txt").code == 0
    assert len(entries(shared_cache)) == 2


@pytest.mark.parametrize(
    "change",
    [
        ("--confidence", "high"),
        ("--select", "REP"),
        ("--config", 'accept = ["harbour"]'),
        ("--config", 'rule-severity = { REP = "note" }'),
        ("--input-format", "markdown"),
    ],
)
def test_other_settings_are_linted_anew(
    lintnews: Lintnews, folder: Path, shared_cache: Path, change: tuple[str, str]
) -> None:
    (folder / "a.txt").write_text(BAD)
    lintnews("check", "a.txt")
    spoilt(shared_cache)
    assert lintnews("check", "a.txt", *change).code == 1


def test_other_text_name_pack_and_vocabulary(lintnews: Lintnews, folder: Path, shared_cache: Path) -> None:
    article, words, pack = folder / "a.txt", folder / "words.txt", folder / "pack.yaml"
    article.write_text(BAD)
    words.write_text("ferry\n")
    rule = """- code: STY901
  name: says-sea
  kind: phrase
  match: "sea"
  message: "says sea"
  why: "For a test."
  mqm: style/awkward
  severity: note
  confidence: high
  examples:
    - bad: "They saw the [[sea]]."
    - fine: "They saw land."
"""
    pack.write_text(rule)
    settings = ("--pack", "pack.yaml", "--config", 'vocabularies = ["words.txt"]')

    def anew() -> bool:
        spoilt(shared_cache)
        ran = lintnews("check", "a.txt", *settings)
        assert ran.code in (0, 1), ran.err
        return ran.code == 1

    assert lintnews("check", "a.txt", *settings).code == 1
    assert not anew()
    words.write_text("ferry\nboat\n")
    assert anew()
    pack.write_text(rule.replace("says sea", "says ‘sea’"))
    assert anew()
    article.write_text(f"{BAD} ")
    assert anew()
    assert not anew()
    # It is the text that counts, not what the file is called or when it was written.
    article.rename(folder / "b.txt")
    assert lintnews("check", "b.txt", *settings).code == 0
    (folder / "b.txt").rename(folder / "a.md")
    assert lintnews("check", "a.md", *settings).code == 1


def test_broken_entries_are_none(lintnews: Lintnews, folder: Path, shared_cache: Path) -> None:
    (folder / "a.txt").write_text(BAD)
    first = lintnews("check", "a.txt")
    (entry,) = entries(shared_cache)
    whole, store = entry.read_bytes(), Store(Cache(shared_cache / "lintnews"))
    for body in (
        b"",
        b"[]",
        b"{}",
        b"null",
        b"[1,2,3]",
        b'{"words":1,"rules":[[1]],"findings":[[0]],"problems":[]}',
        b"\xff" * 9,
    ):
        store.put(entry.stem, body)
        assert lintnews("check", "a.txt") == first
    for content in (b"", whole[:-3], whole.replace(b"REP101", b"REP102"), b"\0" * 4000):
        entry.write_bytes(content)
        assert lintnews("check", "a.txt") == first
    entry.unlink()
    entry.mkdir()
    assert lintnews("check", "a.txt") == first


def test_cache_that_cannot_be_written(lintnews: Lintnews, folder: Path, shared_cache: Path) -> None:
    (folder / "a.txt").write_text(BAD)
    (shared_cache / "lintnews").mkdir(parents=True, exist_ok=True)
    shutil.rmtree(shared_cache / "lintnews" / "results", ignore_errors=True)
    (shared_cache / "lintnews" / "results").write_text("in the way")
    assert lintnews("check", "a.txt").code == 1
    assert lintnews("check", "a.txt").code == 1


def test_many_writers_at_once(folder: Path, environment: dict[str, str], shared_cache: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Day {number} at sea\n\n{BAD}")
    command = [sys.executable, "-m", "lintnews", "check", ".", "--format", "json", "--jobs", "1"]
    runs = [
        subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    outputs = {run.communicate() for run in runs}
    outputs.add(subprocess.Popen(command, cwd=folder, env=environment, stdout=-1, stderr=-1).communicate())
    assert len(outputs) == 1
    assert len(entries(shared_cache)) == 12
    assert not list((shared_cache / "lintnews" / "results").glob("*.tmp"))


def test_number_and_age_are_bounded(tmp_path: Path) -> None:
    now = time.time()
    store = Store(Cache(tmp_path), most=20)
    for number in range(60):
        store.put(f"key{number}", b"[]")
    folder = tmp_path / "results"
    assert len(list(folder.glob("*.bin"))) == 20
    for number, entry in enumerate(sorted(folder.glob("*.bin"))):
        os.utime(entry, (now, now - number * 2 * DAY))
    assert Store(Cache(tmp_path)).get("key0") == b"[]"
    left = sorted(folder.glob("*.bin"))[:16]
    os.utime(left[0], (now, now - 29 * DAY))
    # What is used stays.
    assert Store(Cache(tmp_path)).get(left[0].stem) == b"[]"
    sweep(folder, 50, now)
    assert sorted(folder.glob("*.bin")) == left
    sweep(folder, 3, now)
    assert len(list(folder.glob("*.bin"))) == 3
