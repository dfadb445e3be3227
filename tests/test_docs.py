"""docs/: links lead somewhere, pages of rules are fresh, and lintnews finds nothing in the rest."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintnews.report import Canvas, report
from lintnews.rule_sets import checks_for
from lintnews.run import check_source
from lintnews.settings import Settings
from lintnews.source import decode

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def without_code(page: str) -> str:
    return re.sub(r"(?ms)^```.*?^```$", "", page)


def anchors(page: str) -> set[str]:
    """Anchors of a page's headings, as GitHub and GitLab make them."""
    headings = re.findall(r"(?m)^#+ (.+)$", without_code(page))
    shown = [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in headings]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in shown}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    page = path.read_text("utf-8")
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)", without_code(page)):
        other = path.parent / target if target else path
        assert other.exists(), f"{target} is not there"
        if anchor:
            assert anchor in anchors(other.read_text("utf-8")), f"{target} has no heading {anchor}"


def rooms() -> dict[str, int]:
    """The rows of the table of modules, by what stands in them."""
    page = (DOCS / "architecture.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if re.match(r"\| `[a-z_]+(\.py|/)`", line)]
    return {name: row for row, cell in enumerate(rows) for name in re.findall(r"`([a-z_]+)(?:\.py|/)`", cell)}


def test_modules_import_only_from_their_room_and_those_above() -> None:
    order, package = rooms(), ROOT / "lintnews"
    for path in package.rglob("*.py"):
        here = path.relative_to(package).parts[0].removesuffix(".py")
        if here.startswith("__"):
            continue
        assert here in order, f"{here} is in no room"
        for name in re.findall(r"(?m)^ *from lintnews\.(\w+)", path.read_text("utf-8")):
            assert order[name] <= order[here], f"{path.relative_to(ROOT)} imports {name}"


def test_every_page_is_in_the_contents() -> None:
    contents = (DOCS / "README.md").read_text("utf-8")
    for path in DOCS.glob("*.md"):
        assert path.name == "README.md" or f"]({path.name})" in contents


def test_pages_of_rules_are_fresh() -> None:
    builder = tool("build_rule_pages")
    wanted = builder.pages()
    assert {path.name for path in builder.FOLDER.glob("*.md")} == set(wanted)
    for name, text in wanted.items():
        assert (builder.FOLDER / name).read_text("utf-8") == text, "run tools/build_rule_pages.py"


def test_page_of_settings_is_fresh() -> None:
    builder = tool("build_settings_page")
    page = builder.PAGE.read_text("utf-8")
    assert builder.refreshed(page) == page, "run tools/build_settings_page.py"


def test_lintnews_finds_nothing_in_its_own_docs() -> None:
    # But in the pages of rules, which show defects.
    checks = checks_for(Settings())
    found = [
        f"{path.name}: {finding.rule.code} {finding.message}"
        for path in DOCS.glob("*.md")
        for finding in check_source(decode(path.read_bytes(), str(path)), checks).findings
    ]
    assert found == []


def test_the_finding_that_the_first_page_shows(tmp_path: Path) -> None:
    page = (DOCS / "getting-started.md").read_text("utf-8")
    (shown,) = re.findall(r"(?ms)^```text\n(.*?)^```", page)
    text = re.findall(r"(?m)^ +3 \| (.*)$", shown)[0]
    story = tmp_path / "story.txt"
    story.write_text(f"Ferry sails again\n\n{text}\n", "utf-8")
    checked = check_source(decode(story.read_bytes(), "story.txt"), checks_for(Settings()))
    assert report("full", Canvas()).file(checked).strip() == shown.strip()
