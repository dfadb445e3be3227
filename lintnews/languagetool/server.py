"""A LanguageTool server of our own: on loopback, on a free port, up before it is used, gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from lintnews.languagetool.failure import LanguageToolFailure
from lintnews.languagetool.place import Address
from lintnews.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.languagetool.place import Jars

_HOST = "127.0.0.1"
_START_SECONDS = 90.0
_STOP_SECONDS = 10.0
_POLL_SECONDS = 0.1
# English needs about half of it; without a limit Java may take a quarter of the machine.
_MEMORY = "-Xmx1g"
# The better of the two compilers takes longer than most runs last.
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
# Between our look for a free port and Java's use of it another process may take it.
_TRIES = 3
_PORT_TAKEN = "Address already in use"
_TOO_OLD = "UnsupportedClassVersionError"
_REASON = lazy(r"(?m)^(?:Caused by|Exception in thread .*?|Error): *(?:[\w.$]+(?:Exception|Error): *)?(.+)$")


@contextmanager
def started(jars: Jars) -> Iterator[Address]:
    """Start LanguageTool, yield its address once it answers, and stop it on every way out.

    Raises:
        LanguageToolFailure: Java is missing, or the server does not start.
    """
    java = _java()
    with tempfile.TemporaryFile() as log:
        for tries_left in reversed(range(_TRIES)):
            process, address = _launch(java, jars, log)
            try:
                if _is_up(process, address):
                    yield address
                    return
                said = _said(log)
                if _PORT_TAKEN not in said or not tries_left:
                    raise LanguageToolFailure(f"{jars.folder} does not start: {_reason(said, process)}")
            finally:
                _stop(process)


def _launch(java: str, jars: Jars, log: IO[bytes]) -> tuple[subprocess.Popen[bytes], Address]:
    log.seek(0)
    log.truncate()
    port = _free_port()
    server = [java, _MEMORY, *_SHORT_RUN, "-cp", os.pathsep.join(jars.class_path)]
    server += ["org.languagetool.server.HTTPServer", "--port", str(port)]
    # Not with our import path and site packages, which a keeper of processes has no use for.
    keeper = [sys.executable, "-I", "-S", str(Path(__file__).with_name("keeper.py"))]
    process = subprocess.Popen(  # noqa: S603 - the user's own Java
        [*keeper, *server],
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=subprocess.STDOUT,
        # Ctrl-C on the terminal is for lintnews, which then stops the server.
        start_new_session=True,
    )
    return process, Address(f"http://{_HOST}:{port}/")


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    found = found or shutil.which("java")
    if not found:
        raise LanguageToolFailure("needs Java 17 or later, and there is no java on the PATH")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _is_up(process: subprocess.Popen[bytes], address: Address) -> bool:
    """Wait until the server answers; False where it ends or stays silent."""
    # No proxy stands between us and loopback, whatever the environment says.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError), opener.open(f"{address.url}v2/healthcheck", timeout=2):
            return True
        time.sleep(_POLL_SECONDS)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        with suppress(OSError):
            process.stdin.close()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _said(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode("utf-8", "replace")


def _reason(said: str, process: subprocess.Popen[bytes]) -> str:
    """Return why the server did not start, in one line."""
    if _TOO_OLD in said:
        return "this Java is too old for it; it needs Java 17 or later"
    if process.poll() is None:
        return f"no answer within {_START_SECONDS:g} seconds"
    reasons = _REASON.findall(said)
    lines = [line for line in said.splitlines() if line.strip()]
    # The innermost cause stands last.
    return " ".join((reasons or lines or [f"it ended with exit code {process.returncode}"])[-1].split())
