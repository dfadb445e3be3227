"""The action for GitHub and the template for GitLab: valid, and their shell commands do what they say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "templates" / "lintnews.gitlab-ci.yml"
GUIDE = (ROOT / "docs" / "ci.md").read_text("utf-8")
TOOLS = Path(os.environ.get("LINTNEWS_TOOLS", ROOT / "build" / "tools")) / "bin"
BAD = "Ferry sails again\n\nThe ferry sailed on Monday after a week in the the dock.\n"


def shown(name: str) -> str:
    """Return the example in docs/ci.md that is to be put into the file of this name."""
    (found,) = re.findall(rf"(?ms)^```yaml\n# {re.escape(name)}\n(.*?)^```", GUIDE)
    example: str = found
    return example


def validate(schema: str, path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("workflow", ["lintnews.yml", "lintnews-alerts.yml", "lintnews-changes.yml"])
def test_workflows_in_the_guide(tmp_path: Path, workflow: str) -> None:
    path = tmp_path / ".github" / "workflows" / workflow
    path.parent.mkdir(parents=True)
    path.write_text(shown(f".github/workflows/{workflow}"), "utf-8")
    validate("vendor.github-workflows", path)
    steps = yaml.safe_load(path.read_text())["jobs"]["lint"]["steps"]
    used = [step for step in steps if "/lintnews@" in step["uses"]]
    assert all(set(step["with"]) <= set(yaml.safe_load(ACTION.read_text())["inputs"]) for step in used)
    if not (TOOLS / "actionlint").exists():
        pytest.skip("actionlint is not installed: .ci/tools.d puts it there")
    command = [str(TOOLS / "actionlint"), "-shellcheck=", str(path)]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_gitlab_files(tmp_path: Path) -> None:
    validate("vendor.gitlab-ci", TEMPLATE)
    (tmp_path / ".gitlab-ci.yml").write_text(shown(".gitlab-ci.yml"), "utf-8")
    validate("vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml")
    variables = yaml.safe_load(shown(".gitlab-ci.yml"))["lintnews"]["variables"]
    assert set(variables) <= set(yaml.safe_load(TEMPLATE.read_text())["lintnews"]["variables"])


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with articles, and a `lintnews` on the PATH."""
    for name, text in (("stories/a b.txt", BAD), ("wire/c.txt", "All is well.\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "lintnews"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lintnews "$@"\n')
    command.chmod(0o755)
    return tmp_path


def run(script: str, desk: Path, shell: tuple[str, ...], **more: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
    environment |= {"PATH": f"{desk / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        [*shell, script], cwd=desk, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


# As GitHub starts it for `shell: bash`.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")


def step_called(name: str) -> dict[str, Any]:
    steps = yaml.safe_load(ACTION.read_text())["runs"]["steps"]
    (found,) = (step for step in steps if step["name"] == name)
    made: dict[str, Any] = found
    return made


def lint(desk: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the action's step with its inputs as the runner would hand them on."""
    action = yaml.safe_load(ACTION.read_text())
    given = {name: str(field.get("default", "")) for name, field in action["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    environment = {}
    for variable, value in step_called("Lint")["env"].items():
        name = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
        assert name
        environment[variable] = given[name[1]]
    (desk / "output").write_text("")
    ran = run(
        step_called("Lint")["run"],
        desk,
        BASH,
        GITHUB_OUTPUT=str(desk / "output"),
        GITHUB_STEP_SUMMARY=str(desk / "summary.md"),
        **environment,
    )
    return ran, dict(line.split("=", 1) for line in (desk / "output").read_text().splitlines())


def test_action_is_valid() -> None:
    validate("vendor.github-actions", ACTION)
    action = yaml.safe_load(ACTION.read_text())
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an input in a script would be run"
    about = GUIDE.partition("## GitHub")[2].partition("## GitLab")[0]
    named = re.findall(r"^\| `([^|]+?)` \|", about, re.MULTILINE)
    assert sorted(name for cell in named for name in cell.split("`, `")) == sorted(action["inputs"])


def test_action_lints(desk: Path) -> None:
    ran, outputs = lint(desk, paths="stories/a b.txt\nwire\n", options="--isolated --select  REP101")
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error file=stories/a b.txt,line=3,")
    assert outputs == {"exit-code": "1", "sarif": "lintnews.sarif"}
    assert json.loads((desk / "lintnews.sarif").read_text())["runs"][0]["results"]
    assert "REP101" in (desk / "summary.md").read_text()
    ran, outputs = lint(desk, max_penalty="100000", sarif="", fail_on="")
    assert (ran.returncode, outputs["exit-code"], outputs["sarif"]) == (0, "0", "")
    ran, outputs = lint(desk, paths="gone.txt", fail_on="error")
    assert (ran.returncode, outputs["exit-code"]) == (2, "2")


def test_action_runs_nothing_that_an_input_says(desk: Path) -> None:
    hostile = ["$(touch pwned)", "; touch pwned", "`touch pwned`", '"; touch pwned; "', "--exit-zero"]
    ran, outputs = lint(desk, paths="\n".join(hostile))
    assert (ran.returncode, outputs["exit-code"]) == (2, "2")
    assert all(f"{path}: no such file" in ran.stderr for path in hostile)
    ran, outputs = lint(desk, options="$(touch pwned) `touch pwned`", fail_on="$(touch pwned)")
    assert (ran.returncode, outputs["exit-code"]) == (2, "2")
    assert not (desk / "pwned").exists()


@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_action_installs(desk: Path, folder: str) -> None:
    # Stands for `python -m venv`, and for the Python that it makes; .ci/run installs in earnest.
    python = desk / "bin" / "python"
    python.write_text(
        f'#!/bin/sh\nif test "$2" = venv; then mkdir -p "$3/{folder}"; cp "$0" "$3/{folder}/python"\n'
        'else echo "$@"; fi\n'
    )
    python.chmod(0o755)
    given = {"RUNNER_TEMP": str(desk / "temp dir"), "GITHUB_ACTION_PATH": "/the action"}
    ran = run(step_called("Install lintnews")["run"], desk, BASH, GITHUB_PATH=str(desk / "path"), **given)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "-m pip install --quiet --disable-pip-version-check /the action\n"
    assert (desk / "path").read_text() == f"{desk / 'temp dir' / 'lintnews' / folder}\n"


def test_gitlab_job(desk: Path) -> None:
    job = yaml.safe_load(TEMPLATE.read_text())["lintnews"]
    variables = {name: str(value) for name, value in job["variables"].items()}
    shell = ("sh", "-e", "-c")
    assert run("\n".join(job["before_script"]), desk, shell, **variables).returncode == 2
    (desk / "bin" / "pip").write_text('#!/bin/sh\necho "$@"\n')
    (desk / "bin" / "pip").chmod(0o755)
    ran = run("\n".join(job["before_script"]), desk, shell, **{**variables, "LINTNEWS_PACKAGE": "a b"})
    assert (ran.returncode, ran.stdout) == (0, "install --quiet --disable-pip-version-check a b\n")
    options = {"LINTNEWS_PATHS": "stories wire", "LINTNEWS_OPTIONS": "--isolated --fail-on error"}
    ran = run("\n".join(job["script"]), desk, shell, **variables | options)
    assert ran.returncode == 1, ran.stderr
    for report in job["artifacts"]["reports"].values():
        assert "REP101" in (desk / report).read_text()
