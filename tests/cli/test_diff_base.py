"""`--diff-base`, in real git repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lintnews

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

OLD = "They want to to sell the port.\n"
NEW = "The ferry will will sail on Monday.\n"
SINCE = ("--format", "concise", "--select", "REP,CON", "--diff-base")


@pytest.fixture
def git(folder: Path) -> Callable[..., None]:
    """Run git in the folder, a repository with one commit in which `a.txt` has a defect."""
    names = {f"GIT_{who}_{what}": "desk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def run(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, env=env, check=True, capture_output=True)

    run("init", "-b", "main")
    (folder / "a.txt").write_text(f"First.\n\n{OLD}")
    run("add", ".")
    run("commit", "-m", "first")
    return run


def places(lintnews: Lintnews, *arguments: str, **more: str) -> list[str]:
    """Where findings are, as path:line."""
    ran = lintnews("check", *SINCE, *arguments, **more)
    assert ran.code in (0, 1), ran.err
    return [":".join(line.split(":")[:2]) for line in ran.out.splitlines()]


def test_only_changed_lines(lintnews: Lintnews, folder: Path, git: Callable[..., None]) -> None:
    assert places(lintnews, "HEAD") == []
    (folder / "a.txt").write_text(f"{NEW}\nFirst.\n\n{OLD}\n{NEW}")
    # In the working tree, in the index, and in the last commit.
    assert places(lintnews, "HEAD") == ["a.txt:1", "a.txt:7"]
    git("add", ".")
    assert places(lintnews, "HEAD") == ["a.txt:1", "a.txt:7"]
    git("commit", "-m", "second")
    assert places(lintnews, "HEAD") == []
    assert places(lintnews, "HEAD~1") == ["a.txt:1", "a.txt:7"]
    # Taking lines away changes none.
    (folder / "a.txt").write_text(f"{NEW}\n{OLD}\n{NEW}")
    assert places(lintnews, "HEAD") == []


def test_new_files_count_whole(lintnews: Lintnews, folder: Path, git: Callable[..., None]) -> None:
    (folder / "untracked.txt").write_text(OLD)
    (folder / "ignored.txt").write_text(OLD)
    (folder / ".gitignore").write_text("ignored.txt")
    (folder / "added.txt").write_text(OLD)
    git("add", "added.txt")
    assert places(lintnews, "HEAD") == ["added.txt:1", "ignored.txt:1", "untracked.txt:1"]


def test_a_renamed_file_keeps_its_lines(lintnews: Lintnews, folder: Path, git: Callable[..., None]) -> None:
    text = "".join(f"Paragraph {number} of the story.\n\n" for number in range(20)) + OLD
    (folder / "long.txt").write_text(text)
    git("add", ".")
    git("commit", "-m", "long")
    git("mv", "long.txt", 'the "long" ø story.txt')
    (folder / 'the "long" ø story.txt').write_text(f"{NEW}\n{text}", encoding="utf-8")
    git("config", "diff.renames", "false")
    assert places(lintnews, "HEAD") == ['the "long" ø story.txt:1']


def test_in_a_folder_below_and_from_outside(
    lintnews: Lintnews, folder: Path, git: Callable[..., None]
) -> None:
    (folder / "sport").mkdir()
    (folder / "sport" / "b.txt").write_text(OLD)
    git("add", ".")
    git("commit", "-m", "b")
    git("config", "diff.mnemonicPrefix", "true")
    git("config", "diff.external", "false")
    git("config", "color.diff", "always")
    (folder / "sport" / "b.txt").write_text(f"{OLD}\n{NEW}")
    assert places(lintnews, "HEAD", "sport/b.txt") == ["sport/b.txt:3"]
    assert places(lintnews, "HEAD", str(folder / "sport")) == [f"{folder}/sport/b.txt:3"]


def test_a_contradiction_with_one_place_on_a_changed_line(
    lintnews: Lintnews, folder: Path, git: Callable[..., None]
) -> None:
    story = (
        "Bus crash in Marsham\n\nThe crash on the bridge killed 14 people and hurt 30, the police said.\n\n"
        "{}\n\nThe road stays closed until Monday, and drivers are asked to stay at home.\n"
    )
    (folder / "c.txt").write_text(story.format("The county opened a hotline for the families."))
    git("add", ".")
    git("commit", "-m", "c")
    changed = "The crash on the bridge killed 41 people and hurt 30."
    (folder / "c.txt").write_text(story.format(changed))
    whole = lintnews("check", "c.txt", "--select", "NUM,CON", "--confidence", "low", "--format", "concise")
    assert whole.out, "the article is to hold a contradiction"
    # Wherever it is reported, one of its two places is on the changed line.
    options = ("--select", "NUM,CON", "--confidence", "low", "--format", "concise", "--diff-base", "HEAD")
    assert lintnews("check", "c.txt", *options).out == whole.out
    git("commit", "-am", "changed")
    assert lintnews("check", "c.txt", *options).out == ""
    assert lintnews("check", "c.txt", *options[:-1], "HEAD~1").out == whole.out


def test_a_branch_is_compared_from_where_it_left(
    lintnews: Lintnews, folder: Path, git: Callable[..., None]
) -> None:
    git("checkout", "-b", "story")
    (folder / "b.txt").write_text(NEW)
    git("add", ".")
    git("commit", "-m", "b")
    git("checkout", "main")
    # The branch does not have this repair, and did not make the defect.
    (folder / "a.txt").write_text("First.\n")
    git("commit", "-am", "repaired")
    git("checkout", "story")
    assert places(lintnews, "main") == ["b.txt:1"]


def test_what_git_takes_for_binary_counts_whole(
    lintnews: Lintnews, folder: Path, git: Callable[..., None]
) -> None:
    (folder / "u.txt").write_text(OLD, encoding="utf-16")
    git("add", ".")
    git("commit", "-m", "u")
    assert places(lintnews, "HEAD") == []
    (folder / "u.txt").write_text(f"{OLD}\nMore.\n", encoding="utf-16")
    assert places(lintnews, "HEAD") == ["u.txt:1"]


@pytest.mark.usefixtures("git")
def test_what_git_cannot_tell(lintnews: Lintnews, folder: Path, tmp_path: Path) -> None:
    ran = lintnews("check", *SINCE, "gone")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == f"error: --diff-base: no revision is called 'gone' in {folder}"
    ran = lintnews("check", *SINCE, "--output=x")
    assert ran.code == 2
    assert not (folder / "x").exists()
    ran = lintnews("check", *SINCE, "HEAD", PATH=str(tmp_path))
    assert ran.code == 2
    assert ran.err.startswith("error: --diff-base needs git, which cannot be run: ")
    (tmp_path / "away.txt").write_text(OLD)
    ran = lintnews("check", *SINCE, "HEAD", tmp_path / "away.txt")
    assert ran.code == 2
    assert "lies in no git repository, which --diff-base needs" in ran.err


def test_not_with_a_baseline_to_write(lintnews: Lintnews) -> None:
    ran = lintnews("check", "--diff-base", "HEAD", "--write-baseline", "b.json")
    assert ran.code == 2
    assert "--write-baseline needs all findings" in ran.err
