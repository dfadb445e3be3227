"""A real LanguageTool.

`.ci/tools.d/10-languagetool.sh` fetches it; LINTNEWS_LANGUAGETOOL may name another folder.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintnews.languagetool.place import Address, installed
from lintnews.languagetool.server import started

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def jars() -> Path:
    """Return the folder of an installed LanguageTool."""
    folder = Path(os.environ.get("LINTNEWS_LANGUAGETOOL") or ROOT / "build/tools/languagetool").absolute()
    if not shutil.which("java"):
        pytest.skip("needs Java 17 or later on the PATH")
    if not folder.is_dir():
        pytest.skip("needs LanguageTool: run .ci/tools.d/10-languagetool.sh, or set LINTNEWS_LANGUAGETOOL")
    return folder


@pytest.fixture(scope="session")
def server(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start one server for all test processes; the process that started it waits for the others."""
    worker = bool(os.environ.get("PYTEST_XDIST_WORKER"))
    shared = tmp_path_factory.getbasetemp().parent if worker else tmp_path_factory.getbasetemp()
    address, turn, use = shared / "languagetool", shared / "languagetool.turn", shared / "languagetool.use"
    with use.open("w") as using, turn.open("w") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        if address.exists():
            fcntl.flock(using, fcntl.LOCK_SH)
            fcntl.flock(starting, fcntl.LOCK_UN)
            yield address.read_text()
            return
        with started(installed(str(jars))) as found:
            address.write_text(found.url)
            fcntl.flock(starting, fcntl.LOCK_UN)
            yield found.url
            fcntl.flock(starting, fcntl.LOCK_EX)
            address.unlink()
            # None is using it any more, and none will.
            fcntl.flock(using, fcntl.LOCK_EX)


@pytest.fixture
def own_server(jars: Path) -> Iterator[Address]:
    """Start a server that a test may harm."""
    with started(installed(str(jars))) as found:
        yield found
