"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself in real git repositories."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
# What lintnews is built from.
TREE = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "lintnews", "rules")
DEFECT = "They want to to sell the port.\n"
FINE = "The ferry sailed on Monday.\n"
EMBASSY = ROOT.parent / "shared" / "articles"

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".pre-commit-hooks.yaml").exists(),
    reason="needs git and the tree",
)
Ran = tuple[int, str]


@pytest.fixture
def here(tmp_path: Path, environment: dict[str, str]) -> Callable[..., Ran]:
    """Run a command in a repository of articles, `tmp_path/desk`."""
    desk = tmp_path / "desk"
    desk.mkdir(exist_ok=True)
    names = {f"GIT_{who}_{what}": "desk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {
        **environment,
        **names,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]]),
    }

    def run(*command: str | Path, cwd: Path = desk, **more: str) -> Ran:
        ran = subprocess.run(
            list(map(str, command)), cwd=cwd, env={**env, **more}, capture_output=True, check=False
        )
        return ran.returncode, (ran.stdout + ran.stderr).decode("utf-8", "replace")

    assert run("git", "init", "-b", "main")[0] == 0
    for name, text in {"a.txt": DEFECT, "b.md": DEFECT, "c.html": f"<p>{DEFECT}</p>", "d.py": DEFECT}.items():
        (desk / name).write_text(text)
    (desk / "fine.txt").write_text(FINE)
    assert run("git", "add", ".")[0] == 0
    return run


def is_online() -> bool:
    """Whether pip can reach its registry, through a proxy or an index of its own where one is set."""
    if any(
        os.environ.get(name) for name in ("PIP_INDEX_URL", "HTTPS_PROXY", "https_proxy", "PIP_CONFIG_FILE")
    ):
        return True
    configured = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, check=False
    )
    if configured.returncode == 0:
        return True
    try:
        socket.create_connection(("pypi.org", 443), timeout=5).close()
    except OSError:
        return False
    return True


def places(output: str) -> list[str]:
    return sorted(line.split(" ")[0] for line in output.splitlines() if " REP101 " in line)


def test_try_repo(here: Callable[..., Ran], tmp_path: Path) -> None:
    if not is_online():
        pytest.skip("offline: pre-commit installs lintnews with pip")
    tool = tmp_path / "tool"
    tool.mkdir()
    for name in TREE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tool / name)
    # The wheel takes good articles along.
    shutil.copytree(ROOT / "fixtures" / "clean", tool / "fixtures" / "clean")
    assert here("git", "init", cwd=tool)[0] == 0
    here("git", "add", ".", cwd=tool)
    assert here("git", "commit", "-m", "lintnews", cwd=tool)[0] == 0
    articles = sorted(EMBASSY.glob("*embassy*.txt")) if EMBASSY.is_dir() else []
    for article in articles:
        shutil.copy(article, tmp_path / "desk")
    here("git", "add", ".")
    # As on a clean machine: no module of this environment is seen, only the copy that pre-commit installs.
    code, output = here("pre-commit", "try-repo", tool, "lintnews", "--all-files", PYTHONPATH="")
    assert code == 1, output
    assert "Failed" in output
    assert {"a.txt:1:11:", "b.md:1:11:", "c.html:1:14:"} <= set(places(output)), output
    assert "d.py" not in output
    assert "fine.txt" not in output
    assert all(article.name in output for article in articles)


def configured(desk: Path, hook: str, **fields: object) -> None:
    """Write a configuration with a hook as it is published, but run by this environment."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (chosen,) = (dict(item) for item in hooks if item["id"] == hook)
    chosen |= {"language": "system", "entry": f"{sys.executable} -m {chosen['entry']}", **fields}
    config = {"repos": [{"repo": "local", "hooks": [chosen]}]}
    (desk / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")


def test_a_commit_is_stopped_until_it_is_repaired(here: Callable[..., Ran], tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    configured(desk, "lintnews")
    assert here("git", "add", ".")[0] == 0
    assert here("pre-commit", "install")[0] == 0
    code, output = here("git", "commit", "-m", "articles")
    assert code == 1
    assert places(output) == ["a.txt:1:11:", "b.md:1:11:", "c.html:1:14:"]
    for name in ("a.txt", "b.md", "c.html"):
        (desk / name).write_text((desk / name).read_text().replace("to to", "to"))
    here("git", "add", ".")
    code, output = here("git", "commit", "-m", "articles")
    assert code == 0, output
    # Only what is committed is looked at, and of that only what changed where that is asked for.
    configured(desk, "lintnews", args=["--format=concise", "--diff-base=HEAD"])
    (desk / "a.txt").write_text(FINE)
    (desk / "b.md").write_text(DEFECT)
    here("git", "add", ".pre-commit-config.yaml", "a.txt")
    assert here("git", "commit", "-m", "next")[0] == 0
    here("git", "add", "b.md")
    assert places(here("git", "commit", "-m", "last")[1]) == ["b.md:1:11:"]


def test_what_the_settings_exclude_is_left_alone(here: Callable[..., Ran], tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (desk / "archive").mkdir()
    (desk / "archive" / "e.txt").write_text(DEFECT)
    (desk / "lintnews.toml").write_text('exclude = ["archive/", "*.html"]\n')
    for hook in ("lintnews", "lintnews-fix"):
        configured(desk, hook)
        here("git", "add", ".")
        code, output = here("pre-commit", "run", "--all-files")
        assert code == 1
        if hook == "lintnews":
            assert places(output) == ["a.txt:1:11:", "b.md:1:11:"]
        assert (desk / "archive" / "e.txt").read_text() == DEFECT
        assert here("pre-commit", "run", "--files", "archive/e.txt", "c.html")[0] == 0


def test_the_fixing_hook_repairs_and_stops(here: Callable[..., Ran], tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    configured(desk, "lintnews-fix")
    here("git", "add", ".")
    code, output = here("pre-commit", "run", "--all-files")
    assert code == 1
    assert "files were modified by this hook" in output
    assert (desk / "a.txt").read_text() == DEFECT.replace("to to", "to")
    assert here("pre-commit", "run", "--all-files")[0] == 0
