"""`lintnews completion`: scripts that shells take, and what they are told while someone types."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews


def proposed(lintnews: Lintnews, *words: str) -> set[str]:
    """What bash is told to propose for the last of the words."""
    ran = lintnews(
        _LINTNEWS_COMPLETE="bash_complete",
        COMP_WORDS=" ".join(("lintnews", *words)),
        COMP_CWORD=str(len(words)),
    )
    assert (ran.code, ran.err) == (0, "")
    return {line.partition(",")[2] for line in ran.out.splitlines()}


def test_commands_options_values_and_rules(lintnews: Lintnews) -> None:
    assert proposed(lintnews, "ch") == {"check"}
    assert {"--format", "--fail-on"} <= proposed(lintnews, "check", "--f")
    assert proposed(lintnews, "check", "--format", "rd") == {"rdjson", "rdjsonl"}
    assert {"REP", "REP101"} <= proposed(lintnews, "explain", "rep")
    assert proposed(lintnews, "explain", "doubled-w") == {"doubled-word"}
    assert proposed(lintnews, "check", "--select", "NUM,rep101") == {"NUM,REP101"}
    assert "pivot:es" in proposed(lintnews, "check", "--ignore", "pivot:e")


def test_paths_are_left_to_the_shell(lintnews: Lintnews) -> None:
    ran = lintnews(_LINTNEWS_COMPLETE="bash_complete", COMP_WORDS="lintnews check sto", COMP_CWORD="2")
    assert ran.out.startswith("file,")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_is_one_that_the_shell_takes(lintnews: Lintnews, shell: str) -> None:
    ran = lintnews("completion", shell)
    assert ran.code == 0
    assert "_LINTNEWS_COMPLETE" in ran.out
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    took = subprocess.run([shell, "-n"], input=ran.out, capture_output=True, text=True, check=False)
    assert (took.returncode, took.stderr) == (0, "")


def test_bash_completes(lintnews: Lintnews, folder: Path, environment: dict[str, str]) -> None:
    command = folder / "lintnews"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lintnews "$@"\n')
    command.chmod(0o755)
    script = lintnews("completion", "bash").out
    script += 'COMP_WORDS=(lintnews che); COMP_CWORD=1; _lintnews_completion lintnews; echo "${COMPREPLY[@]}"'
    ran = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        env={**environment, "PATH": f"{folder}:{environment['PATH']}"},
        check=False,
    )
    assert ran.stdout == "check\n", ran.stderr


def test_unknown_shell_is_one_line(lintnews: Lintnews) -> None:
    ran = lintnews("completion", "tcsh")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
