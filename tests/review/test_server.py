"""The server of the review page over real sockets: what it does for its page, and for nobody else."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from lintnews.dismissals import NAME
from lintnews.review.desk import Desk
from lintnews.review.errors import ReviewError
from lintnews.review.pages import work
from lintnews.review.server import ReviewServer
from lintnews.rule_sets import checks_for
from lintnews.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIP = "“The café is open,” said the the mayor prior to to noon.\r\n\r\nIt rained and and rained.\r\n"
HOSTILE = Path(__file__).parents[2] / "fixtures" / "hostile" / "markup.txt"
CHECKS = checks_for(Settings(select=("REP101", "RES", "QUO")))


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(self.body)
        return made


class Client:
    """Asks as the page does, unless told otherwise."""

    def __init__(self, server: ReviewServer) -> None:
        self.port = server.server_port
        self.token = server.guard.token
        self.cookie = f"lintnews-{self.port}={self.token}"

    def ask(self, method: str, path: str, body: bytes | None = None, **changed: str | None) -> Answer:
        changes = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/json"}
        headers = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": self.cookie,
            **(changes if body else {}),
            **{name.replace("_", "-"): value for name, value in changed.items()},
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None and "Content-Length" not in headers:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def do(self, what: str, article: int = 1, revision: int | None = None, **more: Any) -> dict[str, Any]:
        if revision is None:
            revision = self.revision(article)
        request = {"do": what, "revision": revision, **more}
        answer = self.ask("POST", f"/articles/{article}", json.dumps(request).encode())
        assert answer.status == 200
        return answer.json

    def revision(self, article: int = 1) -> int:
        found = re.search(rb'data-revision="(\d+)"', self.ask("GET", f"/articles/{article}").body)
        assert found
        return int(found[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(SLIP.encode())
    (tmp_path / "b.txt").write_bytes(HOSTILE.read_bytes())
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk([str(folder / "a.txt"), str(folder / "b.txt")], lambda _: CHECKS)


@pytest.fixture
def failures() -> list[Exception]:
    """What the server failed at: a test that wants that takes it out again."""
    return []


@pytest.fixture
def client(desk: Desk, failures: list[Exception]) -> Iterator[Client]:
    server = ReviewServer(desk, failed=failures.append)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Client(server)
    server.shutdown()
    server.server_close()
    thread.join()
    assert not failures


def test_the_printed_url_gives_the_cookie_and_hides_the_token(client: Client) -> None:
    answer = client.ask("GET", f"/?token={client.token}", Cookie=None)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert answer.headers["Set-Cookie"] == f"{client.cookie}; Path=/; HttpOnly; SameSite=Strict"
    listed = client.ask("GET", "/")
    assert listed.status == 200
    assert b"a.txt" in listed.body
    assert client.token.encode() not in listed.body + client.ask("GET", "/articles/1").body
    assert len(client.token) >= 43


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"Cookie": None}, id="no token"),
        pytest.param({"Cookie": "lintnews-{port}={token}x"}, id="another token"),
        pytest.param({"Cookie": "lintnews-{port}="}, id="an empty token"),
        pytest.param({"Cookie": "\xff=;;"}, id="no cookie at all"),
        pytest.param({"Cookie": "lintnews-1={token}"}, id="the cookie of another port"),
        pytest.param({"Host": "evil.example:{port}"}, id="DNS rebinding"),
        pytest.param({"Host": "127.0.0.1"}, id="no port"),
        pytest.param({"Host": "127.0.0.1:{port}.evil.example"}, id="a name that begins alike"),
        pytest.param({"Host": None}, id="no host"),
        pytest.param({"Origin": "http://evil.example"}, id="another site"),
        pytest.param({"Origin": "null"}, id="a sandboxed page"),
        pytest.param({"Origin": "http://127.0.0.1:1"}, id="another server of this machine"),
        pytest.param({"Origin": "https://127.0.0.1:{port}"}, id="another scheme"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="from another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, id="from another port"),
    ],
)
def test_nobody_else_reads_or_changes_anything(
    client: Client, folder: Path, changed: dict[str, str | None]
) -> None:
    revision = client.revision()
    headers: dict[str, Any] = {
        name: value and value.format(port=client.port, token=client.token) for name, value in changed.items()
    }
    request = json.dumps({"do": "accept", "revision": revision, "note": 1, "candidate": 0}).encode()
    for answer in (
        client.ask("GET", "/", **headers),
        client.ask("GET", "/articles/1", **headers),
        client.ask("GET", "/articles/1/download", **headers),
        client.ask("POST", "/articles/1", request, **headers),
    ):
        assert answer.status in (403, 421)
        assert b"mayor" not in answer.body
        assert b"a.txt" not in answer.body
    assert client.revision() == revision
    assert (folder / "a.txt").read_bytes() == SLIP.encode()


def test_what_changes_something_says_where_it_comes_from(client: Client) -> None:
    request = json.dumps({"do": "reload", "revision": 1}).encode()
    assert client.ask("POST", "/articles/1", request, Origin=None).status == 403
    assert client.ask("GET", f"/?token={client.token}x").status == 403
    assert client.ask("GET", "/?token=%ff%00").status == 403
    # What a form of another page can send.
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        assert client.ask("POST", "/articles/1", request, Content_Type=kind).status == 415


def test_every_answer_forbids_what_it_can(client: Client) -> None:
    nonces = set()
    for path in ("", "articles/1", "articles/2", "articles/99", "articles/1/download", "articles/1/count"):
        answer = client.ask("GET", f"/{path}")
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        if answer.headers.get_content_type() == "text/html":
            (nonce,) = set(re.findall(r"'nonce-([^']+)'", policy))
            assert set(re.findall(rb'nonce="([^"]+)"', answer.body)) == {nonce.encode()}
            nonces.add(nonce)
    assert len(nonces) == 4


@pytest.mark.parametrize(
    "path",
    [
        "/articles/0", "/articles/3", "/articles/-1", "/articles/01", "/articles/1/", "/articles/1/../2",
        "/articles/../secret.txt", "/articles/%2e%2e/secret.txt", "/articles/..%2fsecret.txt", "/secret.txt",
        "/articles//etc/passwd", "/etc/passwd", "//etc/passwd", "/articles/1%00", "/articles/\xd9\xa1",
        "/articles/99999999999999999999", "/data/page/page.js", "file:///etc/passwd", "/articles/1/save",
    ],
)  # fmt: skip
def test_no_address_names_another_file(client: Client, path: str) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=20) as link:
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nCookie: {client.cookie}\r\n\r\n"
        link.sendall(request.encode("latin-1"))
        answer = link.makefile("rb").read()
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
    assert b"root:" not in answer
    assert b"secret</" not in answer


def test_requests_have_limits(client: Client) -> None:
    path = "/articles/1"
    assert client.ask("POST", path, b"{}", Content_Length="1000001").status == 413
    assert client.ask("POST", path, b"{}", Content_Length="9" * 30).status == 413
    for length in ("-1", "+2", "2,2", "0x2", "", "\xb2"):
        assert client.ask("POST", path, b"{}", Content_Length=length).status == 411
    assert client.ask("POST", path, b"2\r\n{}\r\n0\r\n\r\n", Transfer_Encoding="chunked").status == 411
    for body in ("{", "[]", "\xff", "[" * 100_000, '{"do": "accept"}', '{"do": "__init__"}', '{"do": []}'):
        assert client.ask("POST", path, body.encode("latin-1")).status == 400
    for more in ({"note": "1"}, {"note": 1.5}, {"note": None}, {}):
        request = {"do": "accept", "revision": client.revision(), "candidate": 0, **more}
        assert client.ask("POST", path, json.dumps(request).encode()).status == 400
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert client.ask(method, path).status == 501
    # After all that it still answers.
    assert client.ask("HEAD", path).body == b""
    assert client.ask("GET", path).status == 200


def test_a_slow_client_is_let_go(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.review.server._Handler.timeout", 0.2)
    with socket.create_connection(("127.0.0.1", client.port), timeout=20) as link:
        link.sendall(b"GET / HTTP/1.1\r\nHost: 127")
        assert link.recv(100) == b""
    with pytest.raises(http.client.RemoteDisconnected):
        client.ask("POST", "/articles/1", b"{", Content_Length="100")


def test_a_hostile_article_stays_text(client: Client) -> None:
    page = client.ask("GET", "/articles/2").body.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("</script>") == page.count("<script nonce=") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    answer = client.do("block", 2, row=0)
    assert answer["text"].startswith("<script>alert(1)</script>")
    done = client.do("rewrite", 2, row=0, text="</textarea><script>\u2028\ud800</script>")
    assert "<script" not in done["work"]
    assert client.do("block", 2, row=0)["text"] == "</textarea><script>\u2028?</script>"


def test_accept_edit_dismiss_undo_redo_save(client: Client, folder: Path) -> None:
    done = client.do("accept", note=1, candidate=0)
    assert "said the mayor" in (client.ask("GET", "/articles/1/download").body.decode())
    assert done["focus"] == 1
    client.do("rewrite", row=1, text="It rained and rained, “all day” – and all night.")
    client.do("dismiss", note=1, reason=' the "source"</script> ')
    assert client.ask("GET", "/articles/1/count").json["count"] == "no findings, changes not saved"
    client.do("undo")
    client.do("undo")
    client.do("redo")
    assert client.ask("GET", "/articles/1/count").json["count"] == "1 finding, changes not saved"
    client.do("redo")
    assert (folder / "a.txt").read_bytes() == SLIP.encode()
    assert not (folder / NAME).exists()
    client.do("save")
    expected = SLIP.replace("the the", "the")
    expected = expected.replace("and and rained.", "and rained, “all day” – and all night.")
    assert (folder / "a.txt").read_bytes() == expected.encode()
    (entry,) = json.loads((folder / NAME).read_bytes())["dismissed"]
    assert (entry["rule"], entry["text"], entry["reason"]) == ("REP101", "to to", 'the "source"</script>')
    assert client.ask("GET", "/articles/1/count").json["count"] == "no findings"
    # Undo goes back behind what was saved, and the next save follows.
    client.do("undo")
    client.do("save")
    assert json.loads((folder / NAME).read_bytes())["dismissed"] == []
    client.do("undo")
    client.do("undo")
    client.do("save")
    assert (folder / "a.txt").read_bytes() == SLIP.encode()


def test_what_was_dismissed_before_can_be_reported_again(client: Client, desk: Desk, folder: Path) -> None:
    client.do("dismiss", note=2, reason="a name")
    client.do("save")
    again = Desk([str(folder / "a.txt")], lambda _: CHECKS).articles[0]
    view = again.view()
    assert [one.reason for one in view.dismissed] == ["a name"]
    assert len(view.findings) == len(desk.articles[0].view().findings) == 2
    assert again.restore(view.revision, 0) == 2
    again.save(again.view().revision)
    assert json.loads((folder / NAME).read_bytes())["dismissed"] == []


def test_what_was_dismissed_stays_so_while_its_sentence_is_repaired(client: Client, folder: Path) -> None:
    # The first two findings stand in one sentence.
    client.do("dismiss", note=2, reason="so it is")
    assert client.ask("GET", "/articles/1/count").json["count"].startswith("2 findings")
    client.do("accept", note=1, candidate=0)
    assert client.ask("GET", "/articles/1/count").json["count"].startswith("1 finding,")
    client.do("save")
    (entry,) = json.loads((folder / NAME).read_bytes())["dismissed"]
    assert (entry["text"], entry["sentence"]) == (
        "to to",
        "“The café is open,” said the mayor prior to to noon.",
    )
    # Where its own words are edited it is another finding.
    client.do("rewrite", row=0, text="“The café is open,” said the mayor prior to to to noon.")
    assert client.ask("GET", "/articles/1/count").json["count"].startswith("2 findings")
    client.do("undo")
    client.do("undo")
    assert client.ask("GET", "/articles/1/count").json["count"].startswith("2 findings")


def test_an_error_of_our_own_is_told_and_ends_nothing(
    desk: Desk, client: Client, failures: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    revision = client.revision()
    monkeypatch.setattr(desk.articles[0], "accept", broken)
    body = json.dumps({"do": "accept", "revision": revision, "note": 1, "candidate": 0}).encode()
    answer = client.ask("POST", "/articles/1", body)
    assert (answer.status, answer.json["kind"]) == (500, "error")
    assert [type(error) for error in failures] == [ZeroDivisionError]
    failures.clear()
    assert client.ask("GET", "/articles/1").status == 200


def test_a_file_changed_on_the_disk_is_not_overwritten(client: Client, folder: Path) -> None:
    client.do("accept", note=1, candidate=0)
    client.do("dismiss", note=1, reason="")
    (folder / "a.txt").write_text("Other words.")
    answer = client.do("save")
    assert answer["kind"] == "conflict"
    assert "changed by someone else" in answer["problem"]
    assert "work" not in answer
    assert (folder / "a.txt").read_text() == "Other words."
    assert not (folder / NAME).exists()
    assert b"said the mayor" in client.ask("GET", "/articles/1/download").body
    assert "Other words." in client.do("reload")["work"]


def test_a_link_that_leads_elsewhere_later_is_not_followed(client: Client, folder: Path) -> None:
    client.do("accept", note=1, candidate=0)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(folder / "secret.txt")
    assert client.do("save")["kind"] == "conflict"
    assert client.do("reload")["kind"] == "conflict"
    assert (folder / "secret.txt").read_text() == "secret"


def test_an_older_state_is_not_changed(client: Client) -> None:
    before = client.revision()
    client.do("accept", note=1, candidate=0)
    answer = client.do("accept", revision=before, note=1, candidate=0)
    assert answer["kind"] == "stale"
    assert f'data-revision="{before + 1}"' in answer["work"]


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("accept", {"note": 0, "candidate": 0}),
        ("accept", {"note": 99, "candidate": 0}),
        ("accept", {"note": 1, "candidate": 99}),
        ("dismiss", {"note": -1, "reason": ""}),
        ("restore", {"index": 0}),
        ("rewrite", {"row": 99, "text": ""}),
        ("block", {"row": -1}),
        ("undo", {}),
        ("redo", {}),
    ],
)
def test_what_is_not_there_is_told(client: Client, what: str, more: dict[str, Any]) -> None:
    answer = client.do(what, **more)
    assert answer["kind"] == "error"
    assert answer["problem"].startswith("There is")


def test_what_the_encoding_lacks_is_refused_at_once(folder: Path) -> None:
    (folder / "a.txt").write_bytes(SLIP.encode("cp1252"))
    desk = Desk([str(folder / "a.txt")], lambda _: CHECKS)
    (article,) = desk.articles
    revision = article.view().revision
    with pytest.raises(ReviewError, match="cp1252"):
        article.rewrite(revision, 1, "Łódź")
    article.rewrite(revision, 1, "It was hot in the café.")
    article.save(article.view().revision)
    assert (folder / "a.txt").read_bytes() == SLIP.encode("cp1252").replace(
        b"It rained and and rained.", "It was hot in the café.".encode("cp1252")
    )


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_read_only_file_can_be_downloaded_only(client: Client, folder: Path) -> None:
    (folder / "a.txt").chmod(0o444)
    client.do("accept", note=1, candidate=0)
    answer = client.do("save")
    assert answer["kind"] == "error"
    assert "read-only" in answer["problem"]
    assert (folder / "a.txt").read_bytes() == SLIP.encode()
    got = client.ask("GET", "/articles/1/download")
    assert got.headers["Content-Disposition"] == "attachment; filename*=UTF-8''a.txt"
    assert got.body == SLIP.replace("the the", "the").encode()


def test_a_file_that_went_away_is_told_in_the_list(client: Client, folder: Path) -> None:
    (folder / "b.txt").unlink()
    assert "cannot be read" in client.ask("GET", "/articles/2/count").json["count"]
    assert client.ask("GET", "/articles/2").status == 409


def test_markup_stays_whole(folder: Path) -> None:
    html = (
        "<article><h1>Rain</h1>\n<p>Rain and <i>and</i> wind, and and the the <b>sea</b> rose.</p></article>"
    )
    (folder / "a.html").write_text(html)
    (article,) = Desk([str(folder / "a.html")], lambda _: CHECKS).articles
    view = article.view()
    assert view.markup
    broken, whole, _ = view.findings
    assert (broken.fixes[0].is_whole, whole.fixes[0].is_whole) == (False, True)
    assert "By hand only" in work(article)
    with pytest.raises(ReviewError, match="markup"):
        article.accept(view.revision, 1, 0)
    article.accept(view.revision, 2, 0)
    now = article.view()
    assert article.block(now.revision, 1) == "Rain and <i>and</i> wind, and the the <b>sea</b> rose."
    article.rewrite(now.revision, 1, "Rain <i>and</i> wind, and the the <b>sea &amp; sky</b> rose.")
    article.save(article.view().revision)
    expected = html.replace("and <i>", "<i>").replace("and and", "and").replace("sea", "sea &amp; sky")
    assert (folder / "a.html").read_text() == expected
