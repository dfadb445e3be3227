"""The real command line, in a process of its own."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

import lintnews as package
from lintnews.cli import main

# The child finds the same lintnews as the tests, installed or not.
WHERE = str(Path(package.__file__).parents[1])


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Lintnews = Callable[..., Ran]


@dataclass(frozen=True)
class Review:
    """A running `lintnews review`, and the address that it printed."""

    process: subprocess.Popen[str]
    url: str


Reviewing = Callable[..., AbstractContextManager[Review]]


@pytest.fixture(scope="session")
def shared_cache() -> Path:
    """The cache of all tests."""
    return Path(os.environ["XDG_CACHE_HOME"])


@pytest.fixture
def own_cache(tmp_path: Path, shared_cache: Path) -> Path:
    """A cache of the test's own, with the packs that were compiled for all."""
    own = tmp_path / "cache"
    (own / "lintnews").mkdir(parents=True)
    for entry in (shared_cache / "lintnews").glob("*.*"):
        # Tests beside this one may replace an entry, and take it away.
        with suppress(FileNotFoundError):
            shutil.copy(entry, own / "lintnews")
    return own


@pytest.fixture
def environment(shared_cache: Path) -> dict[str, str]:
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("NO_COLOR", "COLUMNS", "PYTHONUNBUFFERED")
    }
    return {**kept, "PYTHONPATH": WHERE, "XDG_CACHE_HOME": str(shared_cache), "TERM": "xterm"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the command runs."""
    made = tmp_path / "desk"
    made.mkdir()
    return made


@pytest.fixture
def lintnews(folder: Path, environment: dict[str, str]) -> Lintnews:
    """Run the command line in `folder`: arguments, standard input as text or bytes, more environment."""
    return _running(["-m", "lintnews"], folder, environment)


# Root may read everything by two powers: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH. A program that is started
# with both out of its bounding set (PR_CAPBSET_DROP) may read what its owner may.
_AS_OWNER = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
if libc.prctl(24, 1, 0, 0, 0) or libc.prctl(24, 2, 0, 0, 0):
    sys.exit(77)
os.execv(sys.executable, [sys.executable, "-m", "lintnews", *sys.argv[1:]])
"""


@pytest.fixture
def lintnews_as_owner(folder: Path, environment: dict[str, str], lintnews: Lintnews) -> Lintnews:
    """Run the command line without what root may beyond the owner of a file."""
    if os.name != "posix":
        pytest.skip("no modes of files on this system")
    if os.geteuid() != 0:
        return lintnews
    if sys.platform != "linux":
        pytest.skip("root may read everything")
    as_owner = _running(["-c", _AS_OWNER], folder, environment)
    if as_owner("--version").code == 77:
        pytest.skip("root may read everything, and cannot give that up here")
    return as_owner


def _running(words: list[str], folder: Path, environment: dict[str, str]) -> Lintnews:
    def run(*arguments: str | Path, stdin: str | bytes = b"", **more: str) -> Ran:
        ran = subprocess.run(
            [sys.executable, *words, *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=folder,
            env={**environment, **more},
            timeout=120,
            check=False,
        )
        out, err = ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8")
        assert "Traceback" not in err
        return Ran(ran.returncode, out.replace(os.linesep, "\n"), err.replace(os.linesep, "\n"))

    return run


@pytest.fixture
def reviewing(folder: Path, environment: dict[str, str]) -> Reviewing:
    """Run `lintnews review` in `folder` for as long as a `with` lasts; the arguments are its."""

    @contextmanager
    def run(*arguments: str) -> Iterator[Review]:
        process = subprocess.Popen(
            [sys.executable, "-m", "lintnews", "review", "--no-browser", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=folder,
            env=environment,
        )
        try:
            assert process.stdout
            line = process.stdout.readline()
            found = re.fullmatch(r"Review at (http://127\.0\.0\.1:\d+/\?token=[\w-]{43,})\n", line)
            assert found, line
            yield Review(process, found[1])
        finally:
            process.kill()
            process.communicate()

    return run


@pytest.fixture
def inside(
    folder: Path,
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Lintnews:
    """Do as `lintnews`, without a process: for tests of many cases, each of which would start one."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", environment["XDG_CACHE_HOME"])

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = main(list(map(str, arguments)))
        # The command has done with the garbage collector what suits a process that ends soon.
        gc.unfreeze()
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
