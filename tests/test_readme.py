"""The README tells the truth: what it shows is what lintnews prints, and what it links to is there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_shown_output_is_what_is_printed() -> None:
    spec = importlib.util.spec_from_file_location("refresh_readme", ROOT / "tools" / "refresh_readme.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.BLOCK.findall(README)
    assert tool.refreshed(README) == README, "run tools/refresh_readme.py"


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_ci_has_its_command_in_the_readme() -> None:
    marked = re.findall(r"<!-- (lint|test) command -->\n```sh\n(.+)\n```", README)
    assert [name for name, _ in marked] == ["lint", "test"]
