"""`lintnews serve`: what it answers, to whom, and that its answers are those of a cold run."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import psutil
import pytest

import lintnews as package
from tests.cli.conftest import WHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.cli.conftest import Lintnews

FIXTURES = Path(__file__).parents[2] / "fixtures"
SLIP = "They went to to the sea.\n"
PASS = "a-token-for-tests-of-serve"  # noqa: S105 - of no use elsewhere


class Server(NamedTuple):
    process: subprocess.Popen[str]
    address: str

    def ask(self, method: str, path: str, value: Any = None, **headers: str) -> tuple[int, Any]:
        """Ask as a program would; a header None is left out."""
        if "://" in self.address:
            port = int(re.findall(r":(\d+)/", self.address)[0])
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            headers = {"Authorization": f"Bearer {PASS}", **headers}
        else:
            connection = http.client.HTTPConnection("localhost", timeout=30)
            connection.sock = socket.socket(socket.AF_UNIX)
            connection.sock.connect(self.address)
        body = value if isinstance(value, bytes | None) else json.dumps(value).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"Content-Type": "application/json", **named})
            response = connection.getresponse()
            return response.status, json.loads(response.read())
        finally:
            connection.close()

    def check(self, **request: Any) -> Any:
        status, answer = self.ask("POST", "/v1/check", request)
        assert status == 200, answer
        return answer


@pytest.fixture
def serving(folder: Path, environment: dict[str, str]) -> Callable[..., AbstractContextManager[Server]]:
    """Run `lintnews serve` in `folder` for as long as a `with` lasts; the arguments are its."""

    @contextmanager
    def run(*arguments: str) -> Iterator[Server]:
        process = subprocess.Popen(
            [sys.executable, "-m", "lintnews", "serve", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=folder,
            env={**environment, "LINTNEWS_TOKEN": PASS},
        )
        try:
            assert process.stdout
            found = re.fullmatch(r"Serving at (\S+)\n", process.stdout.readline())
            assert found
            yield Server(process, found[1] if "://" in found[1] else str(folder / found[1]))
        finally:
            process.kill()
            process.communicate()

    return run


def articles(folder: Path) -> None:
    """Put articles of every kind into a folder, with settings of their own for some."""
    for name in ("hostile", "clean"):
        (folder / name).mkdir()
        for path in sorted(filter(Path.is_file, (FIXTURES / name).iterdir()))[:12]:
            shutil.copy(path, folder / name)
    sport = folder / "sport"
    sport.mkdir()
    (sport / "lintnews.toml").write_text('select = ["REP"]\nrule-severity = { REP = "note" }\n')
    (sport / "a.txt").write_text(f"{SLIP}\n“It rained”, he said , and (left.\n")
    (sport / "b.html").write_text(f"<p>{SLIP}</p><!-- lintnews: ignore REP101 --><p>{SLIP}</p>\n")
    (folder / "c.jsonl").write_text(json.dumps({"body": SLIP}) + "\n")
    (folder / "d.txt").write_bytes("A caf\xe9 in in town.\n".encode("cp1252"))
    (folder / "e.txt").write_bytes(b"\0\1\2\3" * 50)


def test_findings_are_those_of_a_cold_run_byte_for_byte(
    lintnews: Lintnews, folder: Path, serving: Any
) -> None:
    articles(folder)
    with serving("--socket", "s") as server:
        for options in (
            ("--format", "json"),
            ("--format", "full", "--confidence", "low"),
            ("--format", "sarif"),
        ):
            cold = lintnews("check", ".", *options)
            assert lintnews("check", ".", *options, "--server", server.address) == cold
            assert cold.code == 2
            assert "to to" in cold.out


def test_what_the_command_line_asks_for_holds(lintnews: Lintnews, folder: Path, serving: Any) -> None:
    (folder / "a.txt").write_text(SLIP)
    pack = "- code: LEX901\n  name: no-sea\n  kind: phrase\n  match: sea\n  message: no sea\n  why: House.\n"
    pack += "  mqm: style/unidiomatic-style\n  severity: note\n  confidence: high\n"
    pack += '  examples:\n    - bad: "The [[sea]]."\n    - fine: "The land."\n'
    (folder / "p.yaml").write_text(pack)
    with serving("--socket", "s") as server:
        for options in (
            ("--select", "NUM"),
            ("--pack", "p.yaml", "--extend-ignore", "REP101"),
            ("--config", 'rule-severity = { REP = "note" }'),
            ("--select", "NOPE"),
            ("--fix", "--diff"),
            ("--statistics",),
        ):
            cold = lintnews("check", "a.txt", *options)
            assert lintnews("check", "a.txt", *options, "--server", server.address) == cold
        assert "no sea" in lintnews("check", "a.txt", "--pack", "p.yaml", "--server", "s").out
        # A pack that changed is read anew.
        (folder / "p.yaml").write_text(pack.replace("message: no sea", "message: no sea at all"))
        assert "no sea at all" in lintnews("check", "a.txt", "--pack", "p.yaml", "--server", "s").out
        assert lintnews("check", "a.txt", "--fix", "--server", "s").code == 0
        assert (folder / "a.txt").read_text() == "They went to the sea.\n"


def test_it_answers_programs(folder: Path, serving: Any, lintnews: Lintnews) -> None:
    (folder / "lintnews.toml").write_text('ignore = ["REP101"]\n')
    (folder / "a.txt").write_text(SLIP)
    with serving("--socket", "s") as server:
        status = {"name": "lintnews", "version": package.__version__, "largest": 8_000_000}
        assert server.ask("GET", "/v1/status") == (200, status)
        described = json.loads((Path(package.__file__).parent / "data" / "openapi.json").read_bytes())
        assert server.ask("GET", "/v1/openapi.json") == (200, described)
        (found,) = server.check(text=SLIP)["findings"]
        assert (found["path"], found["rule"], found["start"], found["text"]) == (None, "REP101", 10, "to to")
        # Settings files are heeded where the path is whole, and each time anew.
        path = str(folder / "a.txt")
        assert server.check(text=SLIP, path=path)["findings"] == []
        assert len(server.check(text=SLIP, path=path, isolated=True)["findings"]) == 1
        assert len(server.check(text=SLIP, path=path, settings={"select": ["REP101"]})["findings"]) == 1
        (folder / "lintnews.toml").write_text("")
        answer = server.check(text=SLIP, path=path)
        assert answer == json.loads(lintnews("check", path, "--format", "json").out)
        # The ending tells the format; broken files are errors of the run.
        assert server.check(text="<p>a <b>b</b></p> to to", path="a.html")["findings"] != []
        assert server.check(text="{", path="a.json")["errors"][0]["message"].startswith("line 1")
        # Half a surrogate pair can stand in JSON.
        answer = server.check(text=f"\ud800 {SLIP}", settings={"select": ["REP101"]})
        assert [one["start"] for one in answer["findings"]] == [12]


@pytest.mark.parametrize(
    ("value", "status", "problem"),
    [
        (b"{", 400, "The request is no JSON."),
        ([], 400, "a request is an object"),
        ({}, 400, "text must be a string"),
        ({"text": "a", "txt": 1}, 400, "no key of a request is called 'txt'"),
        ({"text": "a", "path": "a\0"}, 400, "path must be the name of a file"),
        ({"text": "a", "path": "a.csv"}, 400, "the text is csv, which only the command line reads"),
        ({"text": "a", "format": "docx"}, 400, "format must be one of text, markdown, html, nitf"),
        ({"text": "a", "settings": {"selekt": []}}, 400, "no setting is called 'selekt'"),
        ({"text": "a", "settings": {"fix": True}}, 400, "the setting fix is for the command line"),
        ({"text": "a", "settings": {"select": ["NOPE"]}}, 422, "NOPE"),
        ({"text": "a", "settings": {"packs": ["no.yaml"]}}, 422, "no.yaml"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_requests_without_sense(one_server: Server, value: Any, status: int, problem: str) -> None:
    answered, answer = one_server.ask("POST", "/v1/check", value)
    assert (answered, set(answer)) == (status, {"problem"})
    assert problem in answer["problem"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": "Bearer x"}, 401),
        ({"Authorization": "Basic eDp4"}, 401),
        ({"Authorization": f"Bearer {PASS}x"}, 401),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1:1"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
    ],
)
def test_nobody_else_is_answered(one_server: Server, headers: dict[str, str], status: int) -> None:
    for method, path in (("GET", "/v1/status"), ("POST", "/v1/check"), ("GET", "/nothing")):
        answered, answer = one_server.ask(method, path, {"text": SLIP}, **headers)
        assert (answered, set(answer)) == (status, {"problem"})


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on loopback for tests that leave nothing behind."""
    process = subprocess.Popen(
        [sys.executable, "-m", "lintnews", "serve", "--port", "0", "--largest", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=tmp_path_factory.mktemp("one"),
        env={**os.environ, "PYTHONPATH": WHERE, "LINTNEWS_TOKEN": PASS},
    )
    assert process.stdout
    found = re.fullmatch(r"Serving at (http://127\.0\.0\.1:\d+/\?token=\S+)\n", process.stdout.readline())
    assert found
    yield Server(process, found[1])
    process.terminate()
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "Ctrl-C ends it.\n")


def test_schemathesis_finds_no_fault(one_server: Server, tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "schemathesis"
    if not tool.exists():
        pytest.skip("schemathesis is not installed")
    base = one_server.address.partition("/?")[0]
    ran = subprocess.run(
        [
            tool,
            "run",
            str(Path(package.__file__).parent / "data" / "openapi.json"),
            "--url",
            base,
            "--header",
            f"Authorization: Bearer {PASS}",
            "--phases",
            "examples,coverage,fuzzing",
            "--max-examples",
            "40",
            "--seed",
            "1",
            "--no-color",
            # A string that is no rule is refused, which the schema cannot say.
            "--exclude-checks",
            "positive_data_acceptance",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_socket_is_its_owners_and_one_server_has_it(lintnews: Lintnews, folder: Path, serving: Any) -> None:
    with serving("--socket", "s") as server:
        assert stat.S_IMODE((folder / "s").stat().st_mode) == 0o600
        ran = lintnews("serve", "--socket", "s")
        assert (ran.code, ran.out) == (2, "")
        assert "served by another lintnews" in ran.err
        assert server.ask("GET", "/v1/status", Origin="http://a.example")[0] == 403
    # Killed: the socket is still there, and nobody serves it.
    assert (folder / "s").exists()
    (folder / "a.txt").write_text(SLIP)
    ran = lintnews("check", "a.txt", "--server", "s")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: no server at s: Connection refused")
    with serving("--socket", "s"):
        assert lintnews("check", "a.txt", "--server", "s").code == 1
    (folder / "b").write_text("")
    ran = lintnews("serve", "--socket", "b")
    assert (ran.code, "is no socket" in ran.err) == (2, True)
    assert (folder / "b").exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(folder: Path, serving: Any, how: signal.Signals) -> None:
    with serving("--socket", "s") as server:
        # Not before it has loaded all: the answer waits for that.
        server.check(text=SLIP)
        server.process.send_signal(how)
        out, err = server.process.communicate(timeout=20)
        assert (server.process.returncode, out, err) == (0, "", "Ctrl-C ends it.\n")
        assert not (folder / "s").exists()


def test_slow_and_broken_clients_hold_nobody_up(one_server: Server) -> None:
    port = int(re.findall(r":(\d+)/", one_server.address)[0])
    head = f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {PASS}\r\n"
    clients = []
    for sent in (b"", head.encode(), f"{head}Content-Length: 50\r\n\r\n{{".encode(), b"\0\xff\r\n\r\n"):
        client = socket.create_connection(("127.0.0.1", port), timeout=20)
        client.sendall(sent)
        clients.append(client)
    begun = time.monotonic()
    assert one_server.ask("GET", "/v1/status")[0] == 200
    assert time.monotonic() - begun < 10
    for length in ("-1", "1e3", "99999999999999", "²"):
        client = socket.create_connection(("127.0.0.1", port), timeout=20)
        client.sendall(f"{head}Content-Length: {length}\r\n\r\n".encode("latin-1"))
        assert re.match(rb"HTTP/1.1 (411|413) ", client.recv(100))
        clients.append(client)
    for client in clients:
        client.close()
    assert one_server.ask("GET", "/v1/status")[0] == 200


def linting(server: Server) -> list[psutil.Process]:
    """Return the processes that lint; Python has one of its own beside those that are not forked."""
    children = psutil.Process(server.process.pid).children()
    return [child for child in children if "resource_tracker" not in " ".join(child.cmdline())]


def test_a_text_that_takes_too_long_is_stopped(lintnews: Lintnews, folder: Path, serving: Any) -> None:
    endless = "The ferry sailed to the port. " * 200_000
    (folder / "endless.txt").write_text(endless)
    (folder / "slip.txt").write_text(SLIP)
    with serving("--socket", "s", "--lint-timeout", "1.5") as server:
        assert len(server.check(text=SLIP)["findings"]) == 1
        (first,) = linting(server)
        # Half a minute of work and more.
        begun = time.monotonic()
        status, answer = server.ask("POST", "/v1/check", {"text": endless})
        assert (status, answer) == (
            504,
            {"problem": "Linting this took longer than 1.5 seconds, and was stopped."},
        )
        assert time.monotonic() - begun < 25
        assert not first.is_running()
        assert len(server.check(text=SLIP)["findings"]) == 1
        # The command line does not take it on after the server.
        ran = lintnews("check", "endless.txt", "slip.txt", "--format", "concise", "--server", "s")
        assert ran.code == 2
        assert ran.out.startswith("slip.txt:")
        assert ran.err.startswith(
            "error: endless.txt: was not linted: the server at s says: "
            "Linting this took longer than 1.5 seconds, and was stopped.\n"
        )
        # One that is killed from outside is replaced too.
        (second,) = linting(server)
        second.kill()
        assert len(server.check(text=SLIP)["findings"]) == 1
        (third,) = linting(server)
        server.process.kill()
        server.process.wait()
        assert not psutil.wait_procs([third], timeout=20)[1]


def test_too_many_connections_are_told_to_come_again(one_server: Server) -> None:
    port = int(re.findall(r":(\d+)/", one_server.address)[0])
    clients = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(70)]
    try:
        assert clients[-1].recv(100).startswith(b"HTTP/1.1 503 ")
    finally:
        for client in clients:
            client.close()


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("nowhere", "no server at nowhere: No such file or directory"),
        ("http://127.0.0.1:1/", "no server at http://127.0.0.1:1/: Connection refused"),
        ("http://example.org:80/", "is no address of a server: http://127.0.0.1:PORT, or a path"),
        ("https://127.0.0.1:80/", "is no address of a server: http://127.0.0.1:PORT, or a path"),
        ("http://127.0.0.1:x/", "is no address: "),
    ],
)
def test_servers_that_are_none(inside: Lintnews, folder: Path, address: str, problem: str) -> None:
    (folder / "a.txt").write_text(SLIP)
    ran = inside("check", "a.txt", "--server", address)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err


def test_tokens(inside: Lintnews, folder: Path, one_server: Server) -> None:
    (folder / "a.txt").write_text(SLIP)
    base = one_server.address.partition("?")[0]
    ran = inside("check", "a.txt", "--server", base)
    assert (
        ran.err == f"error: the server at {base} wants its token: use the whole address, or LINTNEWS_TOKEN\n"
    )
    assert inside("check", "a.txt", "--server", one_server.address).code == 1


def test_a_server_that_goes_leaves_its_work_to_the_run(
    lintnews: Lintnews, folder: Path, serving: Any
) -> None:
    (folder / "a.txt").write_text(SLIP)
    os.mkfifo(folder / "b.txt")
    with serving("--socket", "s") as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "lintnews", "check", "a.txt", "-", "--format", "concise", "--server", "s"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": WHERE, "PYTHONUNBUFFERED": "1"},
        )
        assert process.stdout
        first = process.stdout.readline()
        server.process.kill()
        server.process.wait()
        out, err = process.communicate(SLIP.encode(), timeout=60)
    cold = lintnews("check", "a.txt", "-", "--format", "concise", stdin=SLIP)
    assert (first + out).decode() == cold.out
    assert re.match(r"note: the server at s is gone \(.*\): going on without\n", err.decode())
