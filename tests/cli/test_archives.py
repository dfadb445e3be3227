"""Archives: one file, many articles; where findings are, bad records, interrupted runs."""

from __future__ import annotations

import gzip
import importlib
import json
import lzma
import signal
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import WHERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lintnews

RULE = ("--select", "REP101")
GOOD = "The miners went back to work on Monday, and the rain fell on the coast."
BAD = "The miners said “no” – and went to to the sea 😀."


def record(number: int) -> str:
    body = f"{GOOD}\n\n{BAD}" if number % 5 == 0 else GOOD
    return json.dumps(
        {"id": number, "headline": f"Strike, day {number}", "body": body}, ensure_ascii=number % 2 == 0
    )


def archive(count: int) -> str:
    return "".join(record(number) + "\r\n" for number in range(1, count + 1))


def findings(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.jsonl", bytes), ("a.ndjson.gz", gzip.compress), ("a.jsonl.xz", lzma.compress)],
)
def test_json_lines(lintnews: Lintnews, folder: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    text = archive(20)
    (folder / name).write_bytes(pack(text.encode()))
    ran = lintnews("check", name, *RULE, "--format", "jsonl")
    assert (ran.code, ran.err) == (1, "")
    assert [(f["record"], f["line"]) for f in findings(ran.out)] == [(n, n) for n in (5, 10, 15, 20)]
    for found in findings(ran.out):
        assert text[found["start"] : found["end"]] == found["text"] == "to to"
        assert [fix["applicability"] for fix in found["fixes"]] == ["suggestion"]
    told = lintnews("check", name, *RULE, "--format", "concise")
    assert told.out.splitlines()[0].startswith(f"{name}:5:")
    assert "record 5: ‘to’ stands here twice in a row" in told.out
    assert told.err == "Found 4 findings in 1 file (4 errors)\n"


def test_csv_rows_with_line_ends_quotes_and_marks(lintnews: Lintnews, folder: Path) -> None:
    text = (
        "\ufeffid;Headline;Body\r\n"
        '1;"Strike ""ends""";"They said ""no"".\r\n\r\nThey went to to the sea; it rained."\r\n'
        "2;Calm;The sea is calm.\r\n"
        '3;Storm;"They went ""to"" ""to"" the sea to to rest."\r\n'
    )
    (folder / "a.csv").write_text(text, encoding="utf-8", newline="")
    decoded = text.removeprefix("\ufeff")
    found = findings(lintnews("check", "a.csv", *RULE, "--format", "jsonl").out)
    assert [(f["record"], f["line"]) for f in found if f["text"] == "to to"] == [(1, 4), (3, 6)]
    for one in found:
        assert decoded[one["start"] : one["end"]] == one["text"]


def test_columns_and_fields_by_name(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.csv").write_text("key,mt_output,notes\n1,They went to to the sea.,the the\n")
    ran = lintnews("check", "a.csv", *RULE, "--format", "concise")
    assert ran.code == 2
    assert ran.err.startswith(
        "error: a.csv: has no column with prose among key, mt_output, notes; --field names"
    )
    assert lintnews("check", "a.csv", *RULE, "--field", "mt_output", "--format", "concise").out.startswith(
        "a.csv:2:13: REP101"
    )
    (folder / "a.jsonl").write_text('{"mt": {"seg": "to to"}, "seg": "They went to to the sea."}\n')
    ran = lintnews("check", "a.jsonl", *RULE, "--field", "seg", "--format", "jsonl")
    assert len(findings(ran.out)) == 2


def test_bad_records_among_thousands(lintnews: Lintnews, folder: Path) -> None:
    bad = {
        700: ('{"body": "x"', "record 700: line 700, column 13: broken JSON: ‘,’ or the closing bracket"),
        701: ('{"body": "caf\udce9"}', "record 701 (line 701): is not utf-8"),
        1200: ('{"id": 3}', "record 1,200 (line 1,200): holds no field with prose"),
        1201: ("[" * 5000, "record 1,201: line 1201, column 1001: objects more than 1,000 deep"),
    }
    lines = [bad[n][0] if n in bad else '{"body": "The sea is calm."}' for n in range(1, 2001)]
    lines[-1] = '{"body": "They went to to the sea."}'
    (folder / "a.jsonl").write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    ran = lintnews("check", "a.jsonl", *RULE, "--format", "concise")
    assert ran.code == 2
    assert ran.out == "a.jsonl:2000:21: REP101 error: record 2,000: ‘to’ stands here twice in a row\n"
    for told, (_, message) in zip(ran.err.splitlines(), bad.values(), strict=False):
        assert told.startswith(f"error: a.jsonl: {message}")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(
            '2,"never ends', "record 2 (line 3): has a quotation mark that never closes", id="quote"
        ),
        pytest.param("2,a,b", "record 2 (line 3): has 3 fields, not 2 as the first line", id="too many"),
        pytest.param("2", "record 2 (line 3): has 1 fields, not 2 as the first line", id="too few"),
    ],
)
def test_a_bad_row_takes_no_other_with_it(lintnews: Lintnews, folder: Path, row: str, message: str) -> None:
    (folder / "a.csv").write_text(f"id,text\n1,They went to to sea.\n{row}\n3,They went to to sea.\n")
    ran = lintnews("check", "a.csv", *RULE, "--format", "concise")
    assert ran.code == 2
    assert [line.split(":")[1] for line in ran.out.splitlines()] == ["2", "4"]
    assert ran.err.splitlines()[0] == f"error: a.csv: {message}"


def test_standard_input_is_known_by_its_content(lintnews: Lintnews) -> None:
    ran = lintnews("check", "-", *RULE, "--format", "concise", stdin=archive(10))
    assert [line.split(":")[1] for line in ran.out.splitlines()] == ["5", "10"]
    packed = gzip.compress(archive(10).encode())
    assert lintnews("check", "-", *RULE, "--format", "concise", stdin=packed).out == ran.out


@pytest.mark.parametrize("broken", ["cut", "damaged"])
def test_broken_compression_is_one_line_after_what_was_read(
    lintnews: Lintnews, folder: Path, broken: str
) -> None:
    # More than is unpacked at a time; what cannot be packed is in a field that is not read.
    chance = Random(1)  # noqa: S311 - no secret
    filled = ({**json.loads(record(n)), "key": chance.randbytes(500).hex()} for n in range(1, 401))
    data = bytearray(gzip.compress("".join(json.dumps(each) + "\n" for each in filled).encode()))
    data = data[:-2000] if broken == "cut" else data[:-1500] + b"\x00" * 1500
    (folder / "a.jsonl.gz").write_bytes(bytes(data))
    ran = lintnews("check", "a.jsonl.gz", *RULE, "--format", "concise")
    assert ran.code == 2
    assert ran.out.startswith("a.jsonl.gz:5:")
    assert ran.err.startswith("error: a.jsonl.gz: ")


def test_a_run_that_was_interrupted_goes_on(folder: Path, environment: dict[str, str]) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).write_text(archive(400))
    base = [sys.executable, "-m", "lintnews", "check", "a.jsonl", "b.jsonl", *RULE, "--format", "jsonl"]
    whole = subprocess.run(base, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    command = [*base, "--output", "found.jsonl", "--resume", "state.json"]
    output = folder / "found.jsonl"
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE) as run:
        while run.poll() is None and (not output.exists() or output.stat().st_size < 1000):
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        run.wait(60)
    assert run.returncode == 130
    assert (folder / "state.json").exists()
    assert 0 < output.stat().st_size < len(whole.stdout.encode())
    with output.open("a") as stream:
        stream.write("what a crash left after the last state\n")
    again = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert output.read_text("utf-8") == whole.stdout
    assert not (folder / "state.json").exists()


# The command line as it is, but for a state that is written after almost every record.
OFTEN = """
import lintnews.cli, lintnews.cli.resume as resume
resume._SECONDS = resume._SECONDS_OF_PART = 0.02
lintnews.cli.run()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signals on this system")
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_run_that_is_killed_again_and_again_goes_on(
    lintnews: Lintnews, folder: Path, environment: dict[str, str], form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra ‘parquet’ is not installed")
    (folder / "a.txt").write_text(f"{BAD}\n")
    for name in ("b.jsonl", "c.jsonl"):
        (folder / name).write_text(archive(600))
    wanted = findings(lintnews("check", ".", *RULE, "--format", "jsonl").out)
    assert len(wanted) == 241
    state, output = folder / "state.json", folder / f"found.{form}"
    options = (*RULE, "--format", form, "--output", output.name, "--resume", state.name)

    def begun() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", OFTEN, "check", ".", *options], **where)

    where: dict[str, Any] = {"cwd": folder, "env": environment, "stderr": subprocess.PIPE}
    for wait in (0, 0.01, 0.04):
        before = state.read_bytes() if state.exists() else b""
        with begun() as run:
            while run.poll() is None and (not state.exists() or state.read_bytes() == before):
                time.sleep(0.001)
            time.sleep(wait)
            run.kill()
            run.communicate(timeout=60)
        assert run.returncode == -signal.SIGKILL
    with begun() as run:
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (1, b"")
    if form == "parquet":
        found = importlib.import_module("pyarrow.parquet").read_table(output).to_pylist()
        # A column is there for each row, what is no record has none.
        wanted = [{"record": None, **one} for one in wanted]
    else:
        found = findings(output.read_text("utf-8"))
    assert found == wanted
    assert {path.name for path in folder.iterdir()} == {"a.txt", "b.jsonl", "c.jsonl", output.name}


def test_what_an_interrupted_run_wrote_must_be_there(lintnews: Lintnews, folder: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra ‘parquet’ is not installed")
    (folder / "a.jsonl").write_text(archive(10))
    known: dict[str, Any] = {"done": [], "path": "a.jsonl", "next": [6, 0, 1, 0, 0], "written": 4}
    for form in ("jsonl", "parquet"):
        state = {"format": form, **known, "findings": True, "problems": False}
        (folder / "state.json").write_text(json.dumps({"lintnews-run-2": state}))
        options = ("check", "a.jsonl", *RULE, "--output", "found", "--resume", "state.json")
        for asked, told in (
            (
                form,
                "found: what the interrupted run wrote is gone; delete the file of --resume to begin anew",
            ),
            ("concise", f"state.json is of a run with --format {form}, not concise"),
        ):
            ran = lintnews(*options, "--format", asked)
            assert (ran.code, ran.err) == (2, f"error: {told} (see lintnews check --help)\n")
    assert {path.name for path in folder.iterdir()} == {"a.jsonl", "state.json"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "json", "--resume", "s.json"], "--resume goes with one report"),
        (["--resume", "s.json", "--write-baseline", "b"], "it does not go with --resume"),
        (["--format", "jsonl", "--resume", "a.jsonl"], "is not the state of a run"),
    ],
)
def test_resume_says_what_it_cannot(
    lintnews: Lintnews, folder: Path, arguments: list[str], words: str
) -> None:
    (folder / "a.jsonl").write_text(archive(2))
    ran = lintnews("check", "a.jsonl", *arguments)
    assert ran.code == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (folder / "a.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["a.txt", "--field", "b"], "or Parquet: a.txt has none", id="field"),
        pytest.param(["a.txt", "b.html", "--field", "b"], "none of 2 files has one", id="fields"),
        pytest.param(["plain", "--field", "b"], "plain has none", id="field by content"),
        pytest.param(["a.txt", "--resume", "s"], "Parquet): a.txt is none", id="resume"),
        pytest.param(["plain", "--resume", "s"], "plain is none", id="resume by content"),
        pytest.param(["a.jsonl", "--input-format", "text", "--resume", "s"], "a.jsonl is none", id="forced"),
        pytest.param(["-", "--stdin-filename", "a.md", "--field", "b"], "- has none", id="a pipe by name"),
    ],
)
def test_options_that_no_file_has_a_use_for(
    inside: Lintnews, folder: Path, arguments: list[str], told: str
) -> None:
    named(folder)
    ran = inside("check", *arguments, *RULE)
    assert ran.code == 2
    assert ran.err.startswith("error: --")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def named(folder: Path) -> str:
    """Write a text and an archive by names that tell it and by others; return the archive."""
    lines = '{"b": "They went to to bed."}\n{"b": "It rained."}\n'
    for name, text in {"a.txt": BAD, "b.html": BAD, "plain": BAD, "a.jsonl": lines, "lines": lines}.items():
        (folder / name).write_text(text)
    return lines


@pytest.mark.parametrize("paths", [["a.txt", "a.jsonl"], ["lines"], ["-"]], ids=" ".join)
def test_options_that_one_file_has_a_use_for(lintnews: Lintnews, folder: Path, paths: list[str]) -> None:
    lines = named(folder)
    ran = lintnews("check", *paths, "--field", "b", "--resume", "s", *RULE, stdin=lines)
    assert (ran.code, ran.out.count("REP101")) == (1, len(paths))


def table(count: int) -> dict[str, list[Any]]:
    """The records of `archive` as columns; the body is a list of paragraphs."""
    records = [json.loads(record(number)) for number in range(1, count + 1)]
    return {
        "id": [one["id"] for one in records],
        "headline": [one["headline"] for one in records],
        "body": [one["body"].split("\n\n") for one in records],
    }


def write_parquet(path: Path, columns: dict[str, list[Any]], **options: Any) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra ‘parquet’ is not installed")
    importlib.import_module("pyarrow.parquet").write_table(pa.table(columns), path, **options)


def test_parquet_in_and_out(lintnews: Lintnews, folder: Path) -> None:
    write_parquet(folder / "a.parquet", table(20), row_group_size=6)
    out = ("--format", "parquet", "--output", "found.parquet", "--report", "jsonl=found.jsonl")
    ran = lintnews("check", "a.parquet", *RULE, *out)
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    found = findings((folder / "found.jsonl").read_text("utf-8"))
    assert [(f["record"], f["line"], f["text"]) for f in found] == [(n, 4, "to to") for n in (5, 10, 15, 20)]
    for one in found:
        text = f"Strike, day {one['record']}\n{GOOD}\n\n{BAD}"
        assert text[one["start"] : one["end"]] == "to to"
    rows = importlib.import_module("pyarrow.parquet").read_table(folder / "found.parquet").to_pylist()
    assert rows == found


def test_parquet_of_nothing_wrong_and_of_lone_surrogates(lintnews: Lintnews, folder: Path) -> None:
    write_parquet(folder / "a.parquet", {"body": [None, "", "It rained."], "title": [None, "\r\n", None]})
    out = ("--format", "parquet", "--output", "found.parquet")
    assert lintnews("check", "a.parquet", *out).code == 0
    read = importlib.import_module("pyarrow.parquet").read_table
    assert read(folder / "found.parquet").num_rows == 0
    (folder / "b.jsonl").write_text('{"body": "They went to to \\ud800 bed."}\n')
    assert lintnews("check", "b.jsonl", *RULE, *out).code == 1
    assert read(folder / "found.parquet").num_rows == 1


@pytest.mark.parametrize(
    ("columns", "arguments", "message"),
    [
        pytest.param({"a": ["x"]}, (), "has no column with prose among a; --field names one", id="none"),
        pytest.param(
            {"body": [3]}, ("--field", "body"), "has no prose in column body: it is int64", id="int"
        ),
    ],
)
def test_parquet_without_prose(
    lintnews: Lintnews, folder: Path, columns: dict[str, list[Any]], arguments: tuple[str, ...], message: str
) -> None:
    write_parquet(folder / "a.parquet", columns)
    ran = lintnews("check", "a.parquet", *arguments)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"error: a.parquet: {message}")


def test_parquet_that_is_broken_or_comes_through_a_pipe(lintnews: Lintnews, folder: Path) -> None:
    write_parquet(folder / "a.parquet", table(20))
    whole = (folder / "a.parquet").read_bytes()
    (folder / "b.parquet").write_bytes(whole[:300])
    (folder / "c.txt").write_text("They went to to bed.\n")
    ran = lintnews("check", "b.parquet", "c.txt", *RULE, "--format", "concise")
    assert ran.code == 2
    assert ran.out == "c.txt:1:11: REP101 error: ‘to’ stands here twice in a row\n"
    assert ran.err.startswith("error: b.parquet: is broken Parquet: ")
    ran = lintnews("check", "-", stdin=whole)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: <stdin>: is Parquet, which is read from its end: give a file, neither packed nor a pipe",
    )


def test_parquet_without_its_library(lintnews: Lintnews, folder: Path) -> None:
    (folder / "pyarrow.py").write_text("raise ImportError\n")
    (folder / "a.parquet").write_bytes(b"PAR1")
    ran = lintnews("check", "a.parquet", PYTHONPATH=f"{folder}:{WHERE}")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: a.parquet: is Parquet, which pip install 'lintnews[parquet]' makes readable",
    )
    ran = lintnews("check", ".", "--report", "parquet=f", PYTHONPATH=f"{folder}:{WHERE}")
    assert (ran.code, ran.err) == (
        2,
        "error: the format parquet needs pip install 'lintnews[parquet]' (see lintnews check --help)\n",
    )
    ran = lintnews("check", ".", "--format", "parquet")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: --format parquet is no text: --output says where it goes (see lintnews check --help)",
    )


@pytest.mark.parametrize("data", [b'\xff\xfed\x00y{"}\n{""', b"\xfe\xff\xffi;hd", b"\xff\xfe\x00"])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_broken_utf16_is_told_of(lintnews: Lintnews, data: bytes, form: str) -> None:
    # Found by fuzzing.
    ran = lintnews("check", "-", "--input-format", form, *RULE, stdin=data)
    assert ran.code in (0, 2)
    assert "internal" not in ran.err
    assert "codec" not in ran.err


def test_records_without_prose_are_not_told_of_by_the_million(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"mtx": "They went to to the sea."}\n' * 500)
    ran = lintnews("check", "a.jsonl", *RULE)
    assert ran.code == 2
    assert ran.err.startswith("error: a.jsonl: record 1 (line 1): holds no field with prose")
    assert len([line for line in ran.err.splitlines() if line.startswith("error")]) == 20
