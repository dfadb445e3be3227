"""Where reports go, which findings fail a run, and what is counted."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews

CLEAN = "Ferry sails again\n\nThe ferry sailed on Monday after a week in the dock.\n"
# A doubled word is an error, a stop after a blank a warning.
ERROR = "Ferry sails again\n\nThe ferry sailed on Monday after a week in the the dock.\n"
WARNING = "Ferry sails again\n\nThe ferry sailed on Monday after a week in the dock .\n"
ONLY = ("--select", "REP101,QUO201", "--isolated")


@pytest.fixture
def desk(folder: Path) -> Path:
    for name, text in (("clean", CLEAN), ("error", ERROR), ("warning", WARNING)):
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("options", "error", "warning"),
    [
        pytest.param((), 1, 1, id="any finding"),
        pytest.param(("--fail-on", "error"), 1, 0, id="error"),
        # 5 and 25 in 15 words are 333 and 1,667 in 1,000.
        pytest.param(("--max-penalty", "400"), 1, 0, id="penalty between"),
        pytest.param(("--max-penalty", "2000", "--fail-on", "error"), 1, 0, id="either gate fails"),
        pytest.param(("--max-penalty", "0", "--exit-zero"), 0, 0, id="exit zero"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_gates(lintnews: Lintnews, options: tuple[str, ...], error: int, warning: int) -> None:
    assert lintnews("check", "error.txt", "clean.txt", *ONLY, *options).code == error
    ran = lintnews("check", "warning.txt", *ONLY, *options)
    assert ran.code == warning
    # What fails nothing is reported all the same.
    assert "QUO201" in ran.out


@pytest.mark.usefixtures("desk")
def test_a_clean_article_passes_every_gate(lintnews: Lintnews) -> None:
    assert lintnews("check", "clean.txt", *ONLY, "--fail-on", "note", "--max-penalty", "0").code == 0


@pytest.mark.usefixtures("desk")
def test_an_article_over_the_highest_penalty_is_named(lintnews: Lintnews) -> None:
    ran = lintnews("check", ".", *ONLY, "--max-penalty", "400", "--format", "json")
    assert ran.code == 1
    assert ran.err == "error: error.txt: penalty 1666.7 per 1,000 words, over --max-penalty 400\n"


def test_several_reports_of_one_run(lintnews: Lintnews, desk: Path) -> None:
    further = [
        f"--report={name}={name}.out"
        for name in ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "json", "full")
    ]
    ran = lintnews("check", ".", "gone.txt", *ONLY, *further, "--format", "concise")
    assert ran.code == 2
    assert [line.split()[1] for line in ran.out.splitlines()] == ["REP101", "QUO201"]

    def made(name: str) -> str:
        return (desk / f"{name}.out").read_text("utf-8")

    run = json.loads(made("sarif"))["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["REP101", "QUO201"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert [issue["check_name"] for issue in json.loads(made("gitlab"))] == [
        "REP101",
        "QUO201",
        "not-checked",
    ]
    assert ET.fromstring(made("junit")).get("errors") == "1"  # noqa: S314 - made by us
    assert [file.get("name") for file in ET.fromstring(made("checkstyle"))] == [  # noqa: S314
        *("clean.txt", "error.txt", "warning.txt", "gone.txt"),
    ]
    assert len(json.loads(made("rdjson"))["diagnostics"]) == 3
    assert len(json.loads(made("json"))["findings"]) == 2
    assert made("github").startswith("::error file=gone.txt,title=lintnews::no such file or folder\n")
    assert "| error | error.txt:3:44 | REP101 doubled-word |" in made("markdown")
    assert "= help:" in made("full")


def test_paths_for_servers_are_told_from_the_root_of_the_repository(lintnews: Lintnews, desk: Path) -> None:
    subprocess.run(["git", "init", "--quiet", desk.parent], check=True)
    (desk / "copy").symlink_to("error.txt")
    ran = lintnews(
        "check", "copy", *ONLY, "--format", "gitlab", "--report", "github=g", "--report", "sarif=s"
    )
    assert json.loads(ran.out)[0]["location"]["path"] == "desk/error.txt"
    assert "file=desk/error.txt," in (desk / "g").read_text("utf-8")
    (artifact,) = json.loads((desk / "s").read_text("utf-8"))["runs"][0]["artifacts"]
    assert artifact["location"]["uri"] == "desk/error.txt"
    outside = desk.parent.parent / "outside.txt"
    outside.write_text(ERROR)
    ran = lintnews("check", outside, *ONLY, "--format", "sarif")
    (artifact,) = json.loads(ran.out)["runs"][0]["artifacts"]
    assert artifact["location"] == {"uri": outside.resolve().as_uri()}


def test_job_summary_on_github(lintnews: Lintnews, desk: Path) -> None:
    summary = desk / "summary.md"
    summary.write_text("# What an earlier command wrote\n")
    lintnews("check", ".", *ONLY, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    page = summary.read_text("utf-8")
    assert page.startswith("# What an earlier command wrote\n## lintnews\n\nFound 2 findings in 2 files")
    assert "| error | error.txt:3:44 | REP101 doubled-word |" in page
    lintnews("check", ".", *ONLY, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text("utf-8") == page
    summary.write_text("x" * (1024 * 1024 - 100))
    ran = lintnews("check", ".", *ONLY, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.code == 1
    assert "note: no job summary: " in ran.err
    ran = lintnews("check", ".", *ONLY, "--format", "github", GITHUB_STEP_SUMMARY=str(desk / "no" / "file"))
    assert ran.code == 1
    assert "::error file=error.txt," in ran.out
    assert "note: no job summary: cannot write" in ran.err


@pytest.mark.usefixtures("desk")
def test_statistics_as_a_table_and_as_json(lintnews: Lintnews) -> None:
    rows = [line.split() for line in lintnews("check", ".", *ONLY, "--statistics").out.splitlines()]
    assert ["1", "22.73", "REP101", "doubled-word"] in rows
    assert ["1", "66.67", "error.txt:", "penalty", "1666.7"] in rows
    ran = lintnews("check", ".", "gone.txt", *ONLY, "--statistics", "--format", "json")
    counted = json.loads(ran.out)
    assert (counted["files"], counted["words"], counted["findings"]) == (3, 44, 2)
    # 30 in 44 words.
    assert counted["penalty"] == pytest.approx(681.82)
    assert [row["rule"] for row in counted["by_rule"]] == ["QUO201", "REP101"]
    assert [(row["family"], row["findings"]) for row in counted["by_family"]] == [("QUO", 1), ("REP", 1)]
    assert [(row["path"], row["findings"]) for row in counted["by_file"]] == [
        ("error.txt", 1),
        ("warning.txt", 1),
    ]
    assert counted["errors"] == [{"path": "gone.txt", "message": "no such file or folder"}]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--report", "sarif"], "--report takes FORMAT=FILE, not 'sarif'", id="no file"),
        pytest.param(["--report", "sarf=x"], "'sarf' (did you mean sarif?)", id="format"),
        pytest.param(["--report", "sarif=no/x"], "cannot write no/x", id="folder"),
        pytest.param(
            ["--report", "sarif=x", "--output", "x"], "two reports cannot go to one file: x", id="twice"
        ),
        pytest.param(
            ["--report", "sarif=x", "--report", "junit=./y/../x"], "cannot go to one file", id="again"
        ),
        pytest.param(["--max-penalty", "ten"], "takes a number from 0 upwards, not 'ten'", id="word"),
        pytest.param(["--max-penalty", "nan"], "takes a number from 0 upwards, not 'nan'", id="no number"),
        pytest.param(["--max-penalty", "-1"], "takes a number from 0 upwards, not '-1'", id="negative"),
        pytest.param(["--fail-on", "errors"], "'errors'", id="severity"),
        pytest.param(
            ["--statistics", "--format", "junit"], "does not go with --format junit", id="statistics"
        ),
    ],
)
@pytest.mark.usefixtures("desk")
def test_usage_errors_are_one_line(lintnews: Lintnews, options: list[str], words: str) -> None:
    ran = lintnews("check", "clean.txt", *options)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert words in ran.err


@pytest.mark.parametrize("option", ["--output=error.txt", "--report=sarif=../desk/error.txt"])
def test_no_report_is_written_over_an_article(lintnews: Lintnews, desk: Path, option: str) -> None:
    ran = lintnews("check", "clean.txt", "error.txt", option)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "would be written over an article" in ran.err
    assert (desk / "error.txt").read_text() == ERROR


def test_a_report_that_an_earlier_run_left_is_no_article(lintnews: Lintnews, desk: Path) -> None:
    for _ in range(2):
        assert lintnews("check", ".", *ONLY, "--output=r.txt", "--report=markdown=./r.md").code == 1
        assert (desk / "r.md").read_text("utf-8").startswith("## lintnews\n\nFound 2 findings in 2 files")


def test_a_format_loads_its_own_module_alone(environment: dict[str, str], desk: Path) -> None:
    import sys  # noqa: PLC0415

    script = (
        "import sys\nfrom lintnews.cli import main\n"
        "main(['check', 'error.txt', '--isolated', '--format', 'concise'])\n"
        "print(*(name for name in sys.modules if name.startswith('lintnews.report.')))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=desk, env=environment, text=True, check=True
    )
    loaded = set(ran.stdout.splitlines()[-1].split())
    others = (
        "full",
        "machine",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
        "markdown",
        "html",
    )
    assert "lintnews.report.concise" in loaded
    assert not loaded & {f"lintnews.report.{name}" for name in (*others, "statistics", "xml")}
