"""Several processes over many files: the same findings in the same order; runs that are cut short."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.cli.newsroom import STORY, newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Lintnews

# Rules that need neither the word table nor syntax: this is about processes.
RULE = ("--select", "REP101")
BAD = "They went to to the sea.\n"


def tree(folder: Path, count: int) -> list[str]:
    """Write articles with a finding in every other one; return those with one."""
    (folder / "stories" / "more").mkdir(parents=True)
    names = [f"stories/{'more/' if number % 3 else ''}a{number:03}.txt" for number in range(count)]
    for number, name in enumerate(names):
        # The first ones take longest. No other test has the same: their results are not kept.
        quiet = "The harbour was quiet. " * (400 - 10 * number if number < 40 else 1)
        (folder / name).write_text(f"{quiet}\n\n{BAD if number % 2 else ''}\n\n{folder.parent.name}\n")
    return names[1::2]


def children(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def both_children(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """Wait for the two: on a busy machine the first findings may come before both have begun."""
    end = time.monotonic() + 30
    while len(found := children(process)) != 2:
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return found


@contextmanager
def running(
    folder: Path, environment: dict[str, str], *arguments: str, keeps: bool = False
) -> Iterator[subprocess.Popen[bytes]]:
    """Run over an archive that never ends, which comes through a pipe."""
    os.mkfifo(folder / "a.jsonl")
    with subprocess.Popen(
        # Records that another test left in the cache would need no processes.
        [
            sys.executable,
            "-m",
            "lintnews",
            "check",
            "a.jsonl",
            *RULE,
            "--jobs",
            "2",
            *([] if keeps else ["--no-cache"]),
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
        start_new_session=True,
    ) as process:
        # Nothing here takes so long: a test that waits for ever fails.
        watch = threading.Timer(60, process.kill)
        watch.start()
        try:
            yield process
        finally:
            watch.cancel()
            process.kill()


def gone(processes: list[psutil.Process]) -> bool:
    return not psutil.wait_procs(processes, timeout=10)[1]


def test_output_is_that_of_one_process(lintnews: Lintnews, folder: Path, own_cache: Path) -> None:
    # A heading and six paragraphs, with findings in most of them.
    newsroom(folder / "desk", "\n\n".join(STORY.split("\n\n")[:7]))
    arguments = ("check", "desk", "--isolated", "--confidence", "low")
    own = {"XDG_CACHE_HOME": str(own_cache)}
    alone = lintnews(*arguments, "--jobs", "1", "--report", "json=1.json", **own)
    shutil.rmtree(own_cache / "lintnews" / "results")
    together = lintnews(*arguments, "--jobs", "3", "--report", "json=3.json", **own)
    assert together == alone
    assert (folder / "3.json").read_bytes() == (folder / "1.json").read_bytes()
    assert alone.code == 2
    assert len(alone.err.splitlines()) >= 3


def test_order_is_that_of_the_paths(lintnews: Lintnews, folder: Path) -> None:
    bad = tree(folder, 60)
    ran = lintnews("check", "stories", *RULE, "--jobs", "4", "--format", "json")
    assert [found["path"] for found in json.loads(ran.out)["findings"]] == sorted(bad)
    assert json.loads(ran.out)["files"] == 60


def test_settings_differ_from_folder_to_folder(lintnews: Lintnews, folder: Path) -> None:
    tree(folder, 30)
    (folder / "lintnews.toml").write_text('select = ["REP101"]\n')
    (folder / "stories" / "more" / "lintnews.toml").write_text('select = ["REP103"]\n')
    for name, text in (("broken", "ignore = 3\n"), ("far", 'packs = ["lacking.yaml"]\n')):
        (folder / "stories" / name).mkdir()
        (folder / "stories" / name / "lintnews.toml").write_text(text)
        for number in range(3):
            (folder / "stories" / name / f"{number}.txt").write_text(BAD)
    arguments = ("check", "stories", "--format", "concise")
    alone, together = (lintnews(*arguments, "--jobs", jobs) for jobs in ("1", "2"))
    assert together == alone
    assert alone.code == 2
    assert [alone.out.count(rule) for rule in ("REP101", "REP103")] == [5, 20]


def test_baseline_and_statistics(lintnews: Lintnews, folder: Path) -> None:
    bad = tree(folder, 20)
    assert lintnews("check", "stories", *RULE, "--jobs", "2", "--write-baseline", "b.json").code == 0
    (folder / bad[3]).write_text(f"{BAD}\nThen she saw the the coast.\n")
    ran = lintnews("check", "stories", *RULE, "--jobs", "2", "--baseline", "b.json", "--statistics")
    assert ran.code == 1
    assert "Found 1 finding in 1 file (1 error)" in ran.err


def test_one_process_where_one_is_enough(lintnews: Lintnews, folder: Path) -> None:
    tree(folder, 12)
    traced = {"PYTHONVERBOSE": "1"}
    single = lintnews("check", "stories/a000.txt", *RULE, **traced)
    assert "import 'multiprocessing" not in single.err
    assert "import 'multiprocessing" in lintnews("check", "stories", *RULE, "--jobs", "2", **traced).err


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", ""])
def test_what_jobs_takes(lintnews: Lintnews, value: str) -> None:
    ran = lintnews("check", ".", "--jobs", value)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: --jobs takes a number from 1 upwards, or auto, not {value!r}")
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_findings_come_before_all_is_read(folder: Path, environment: dict[str, str]) -> None:
    with running(folder, environment, "--format", "jsonl") as process, (folder / "a.jsonl").open("w") as pipe:
        for number in range(40):
            pipe.write(json.dumps({"id": number, "body": BAD}) + "\n")
        pipe.flush()
        assert process.stdout
        assert json.loads(process.stdout.readline())["record"] == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_record_is_answered_before_the_next_comes(folder: Path, environment: dict[str, str]) -> None:
    # Some of the results are kept, others are not.
    texts = [f"{BAD} Record {number} of {folder.parent.name}." for number in (1, 2, 1, 3, 4, 2, 5)]
    with (
        running(folder, environment, "--format", "jsonl", keeps=True) as process,
        (folder / "a.jsonl").open("w") as pipe,
    ):
        assert process.stdout
        for number, text in enumerate(texts, 1):
            pipe.write(json.dumps({"body": text}) + "\n")
            pipe.flush()
            assert json.loads(process.stdout.readline())["record"] == number
        # Several at once: other processes take them, and the order stays.
        pipe.write("".join(json.dumps({"body": f"{BAD} Record {number}."}) + "\n" for number in range(20)))
        pipe.flush()
        found = [json.loads(process.stdout.readline())["record"] for _ in range(20)]
        assert found == list(range(8, 28))
        pipe.close()
        assert (process.wait(), process.stdout.read()) == (1, b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_nobody_reads_what_is_told_meanwhile(folder: Path, environment: dict[str, str]) -> None:
    with running(folder, environment, "--format", "jsonl") as process, (folder / "a.jsonl").open("w") as pipe:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        pipe.write(json.dumps({"body": BAD}) + "\n")
        pipe.flush()
        assert (process.wait(), process.stderr.read()) == (141, b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_interrupted(folder: Path, environment: dict[str, str]) -> None:
    with running(folder, environment, "--format", "jsonl") as process, (folder / "a.jsonl").open("w") as pipe:
        pipe.write((json.dumps({"body": BAD}) + "\n") * 40)
        pipe.flush()
        assert process.stdout
        process.stdout.readline()
        workers = both_children(process)
        # As a terminal does it: to all of them.
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert (process.returncode, err) == (130, b"error: interrupted\n")
        assert gone(workers)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_no_process_outlives_one_that_is_killed(folder: Path, environment: dict[str, str]) -> None:
    with running(folder, environment, "--format", "jsonl") as process, (folder / "a.jsonl").open("w") as pipe:
        pipe.write((json.dumps({"body": BAD}) + "\n") * 40)
        pipe.flush()
        assert process.stdout
        process.stdout.readline()
        workers = both_children(process)
        process.kill()
        process.communicate(timeout=20)
        assert gone(workers)
