"""The project's own rules: lint, types, the order of imports. Run where the source tree is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "--no-error-summary"],
        ["lint-imports"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_source_tree_passes(command: list[str]) -> None:
    run = subprocess.run(
        [TOOLS / command[0], *command[1:]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
