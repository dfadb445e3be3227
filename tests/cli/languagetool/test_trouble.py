"""What a run looks like when LanguageTool is absent, dead, slow, another program or another version."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
import zipfile
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.cli.languagetool.between import Asked, Reply, between

if TYPE_CHECKING:
    from pathlib import Path

    from lintnews.languagetool.place import Address
    from tests.cli.conftest import Lintnews, Ran

AGREEMENT = "LT:HE_VERB_AGR"
SELECT = ("--select", f"REP,{AGREEMENT}", "--format", "concise")
TEXT = "The council voted on the the budget. He go home.\n"
CHECK = "/v2/check"


@pytest.fixture
def three(folder: Path) -> Path:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(TEXT)
    return folder


def ours(ran: Ran) -> list[str]:
    return [line for line in ran.out.splitlines() if " REP101 " in line]


def errors(ran: Ran) -> list[str]:
    return [line for line in ran.err.splitlines() if line.startswith("error: ")]


def assert_partial(ran: Ran, *words: str, missing: str = "3 files") -> None:
    """One line says what happened, our findings are all there, and the exit code tells of it."""
    assert ran.code == 2
    assert len(ours(ran)) == 3
    (line,) = errors(ran)
    assert all(word in line for word in (*words, f"its findings are missing from {missing}")), line


@pytest.mark.usefixtures("three")
def test_nobody_there(lintnews: Lintnews) -> None:
    assert_partial(lintnews("check", ".", *SELECT, "--languagetool", "http://127.0.0.1:9"), "no connection")


@pytest.mark.usefixtures("three")
def test_a_folder_without_it(lintnews: Lintnews, folder: Path) -> None:
    (folder / "empty").mkdir()
    ran = lintnews("check", "a.txt", "b.txt", "c.txt", *SELECT, "--languagetool", "empty")
    assert_partial(ran, "no languagetool-server.jar")


@pytest.mark.usefixtures("three")
def test_without_java(lintnews: Lintnews, jars: Path, tmp_path: Path) -> None:
    ran = lintnews("check", ".", *SELECT, "--languagetool", jars, PATH=str(tmp_path), JAVA_HOME="")
    assert_partial(ran, "needs Java 17")


@pytest.mark.usefixtures("three")
def test_jars_that_do_not_start(lintnews: Lintnews, jars: Path, tmp_path: Path) -> None:
    (server,) = (jars / "lib").glob("languagetool-server-*.jar")
    (tmp_path / server.name).symlink_to(server)
    assert_partial(lintnews("check", ".", *SELECT, "--languagetool", tmp_path), "does not start")


@pytest.mark.usefixtures("three")
def test_another_program(lintnews: Lintnews, tmp_path: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        ran = lintnews("check", ".", *SELECT, "--languagetool", f"127.0.0.1:{web.server_address[1]}")
        web.shutdown()
    assert_partial(ran, "404")


@pytest.mark.usefixtures("three")
def test_another_version(lintnews: Lintnews, server: str) -> None:
    def older(body: bytes) -> bytes:
        answer = json.loads(body)
        if isinstance(answer, dict) and "software" in answer:
            answer["software"]["version"] = "5.9"
        return json.dumps(answer).encode()

    with between(server, change=older) as road:
        assert_partial(lintnews("check", ".", *SELECT, "--languagetool", road), "5.9", "6.0 or later")


@pytest.mark.usefixtures("three")
def test_too_slow(lintnews: Lintnews, server: str) -> None:
    def wait(asked: Asked) -> None:
        if asked.path == CHECK and asked.number > 1:
            time.sleep(2)

    with between(server, harm=wait) as road:
        began = time.monotonic()
        ran = lintnews("check", ".", *SELECT, "--languagetool", road, "--languagetool-timeout", "0.9")
        assert time.monotonic() - began < 20
    assert_partial(ran, "within 0.9 seconds")


@pytest.mark.usefixtures("three")
def test_killed_in_the_middle_of_a_run(lintnews: Lintnews, own_server: Address) -> None:
    port = int(own_server.url.rstrip("/").rpartition(":")[2])
    java = next(
        process
        for process in psutil.Process().children(recursive=True)
        if f"--port {port}" in " ".join(process.cmdline()) and process.name() == "java"
    )

    def kill(asked: Asked) -> None:
        # The first asks for the version, the second about a.txt.
        if asked.path == CHECK and asked.number == 3:
            java.kill()
            java.wait(10)

    with between(own_server.url, harm=kill) as road:
        ran = lintnews("check", ".", *SELECT, "--languagetool", road)
    assert ran.code == 2
    assert len(ours(ran)) == 3
    (line,) = errors(ran)
    assert "its findings are missing from" in line
    assert len([found for found in ran.out.splitlines() if AGREEMENT in found]) < 3


@pytest.mark.usefixtures("three")
def test_a_passing_trouble_is_sat_out(lintnews: Lintnews, server: str) -> None:
    def stumble(asked: Asked) -> Reply | None:
        if asked.path == CHECK and asked.number in (2, 3):
            return Reply(503, b"Error: overloaded")
        if asked.path == CHECK and asked.number == 4:
            raise ConnectionAbortedError
        return None

    with between(server, harm=stumble) as road:
        ran = lintnews("check", ".", *SELECT, "--languagetool", road)
    assert (ran.code, errors(ran), len(ran.out.splitlines())) == (1, [], 6)


@pytest.mark.usefixtures("three")
def test_one_text_refused(lintnews: Lintnews, folder: Path, server: str) -> None:
    (folder / "b.txt").write_text("Unwanted. " + TEXT)

    def refuse(asked: Asked) -> Reply | None:
        too_long = b"Error: Text too long" if b"Unwanted" in asked.body else b""
        return Reply(413, too_long) if too_long else None

    with between(server, harm=refuse) as road:
        ran = lintnews("check", ".", *SELECT, "--languagetool", road)
    assert (ran.code, len(ran.out.splitlines())) == (2, 5)
    (line,) = errors(ran)
    assert line.startswith("error: b.txt: LanguageTool: ")
    assert "Text too long" in line


def java_of(jars: Path, parent: psutil.Process) -> psutil.Process | None:
    """Return the Java that a run of lintnews has started from the folder, None before it is there."""
    for process in parent.children(recursive=True):
        if process.name() == "java" and str(jars) in " ".join(process.cmdline()):
            return process
    return None


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_its_server_goes_with_lintnews(
    folder: Path, environment: dict[str, str], jars: Path, how: signal.Signals
) -> None:
    (folder / "a.txt").write_text(TEXT)
    command = [sys.executable, "-m", "lintnews", "check", "a.txt", "--languagetool", str(jars)]
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE) as run:
        parent, until = psutil.Process(run.pid), time.monotonic() + 60
        while (java := java_of(jars, parent)) is None and time.monotonic() < until:
            time.sleep(0.05)
        assert java is not None
        run.send_signal(how)
        run.wait(30)
        assert b"Traceback" not in run.communicate()[1]
    java.wait(30)


def test_what_is_downloaded_is_started(lintnews: Lintnews, folder: Path, jars: Path, tmp_path: Path) -> None:
    site, home = tmp_path / "site", tmp_path / "home"
    site.mkdir()
    home.mkdir()
    archive = site / "LanguageTool-6.8.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for jar in (jars / "lib").glob("*.jar"):
            inside = (
                "languagetool-server.jar"
                if jar.name.startswith("languagetool-server-")
                else f"libs/{jar.name}"
            )
            packed.write(jar, f"LanguageTool-6.8/{inside}")
    (folder / "a.txt").write_text("The mayor spoke. He go home.\n")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        ran = lintnews(
            *("check", "a.txt", *SELECT, "--languagetool", "download"),
            LTP_PATH=str(home),
            LTP_DOWNLOAD_HOST_NEW_RELEASES=f"http://127.0.0.1:{web.server_address[1]}/",
            LTP_DOWNLOAD_SHA256=sha256(archive.read_bytes()).hexdigest(),
        )
        web.shutdown()
    assert (ran.code, errors(ran), ran.out.split()[1]) == (1, [], AGREEMENT)
    assert not any(str(home) in " ".join(process.cmdline()) for process in psutil.process_iter(["pid"]))


def test_the_library_is_loaded_only_when_asked_for(folder: Path, environment: dict[str, str]) -> None:
    (folder / "a.txt").write_text(TEXT)
    code = (
        "import sys; from lintnews.cli import main; main(['check', 'a.txt']);"
        "print([name for name in sys.modules if 'language_tool' in name or 'languagetool' in name])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"
