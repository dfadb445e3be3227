"""The real command line, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import lintnews as package

# The child finds the same lintnews as the tests, installed or not.
WHERE = str(Path(package.__file__).parents[1])


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Lintnews = Callable[..., Ran]


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for all tests: packs are compiled once."""
    return tmp_path_factory.mktemp("cache")


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

    def run(*arguments: str | Path, stdin: str | bytes = b"", **more: str) -> Ran:
        ran = subprocess.run(
            [sys.executable, "-m", "lintnews", *map(str, arguments)],
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
