"""docs/writing-rules.md: every rule and entry that it shows does what the page says."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from lintnews.examples import failure
from lintnews.packs import checks_of
from lintnews.packs.schema import read_pack

PAGE = (Path(__file__).parents[1] / "docs" / "writing-rules.md").read_text("utf-8")
SHOWN = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
RULE = """\
- code: LEX950
  name: of-the-page
  kind: phrase
  message: "‘{match}’: English says ‘{fix}’"
  why: "Shown on the page."
  mqm: style/unidiomatic-style
  severity: warning
  confidence: medium
  entries:
"""


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.partition("\n")[0])
def test_what_is_shown_works(shown: str) -> None:
    pack = RULE + textwrap.indent(shown, "    ") if shown.startswith("- match") else shown
    if pack is not shown and "fine:" not in pack:
        # Entries may go without; a rule may not.
        pack += '  examples: [fine: "All is well."]\n'
    checks = checks_of([read_pack(pack.encode(), "docs/writing-rules.md")])
    assert [failure(check, example) for check in checks for example in check.rule.examples] == [
        None for check in checks for _ in check.rule.examples
    ]


def test_page_shows_rules_and_entries() -> None:
    assert len(SHOWN) > 12


@pytest.mark.parametrize("target", re.findall(r"\]\(#([^)]+)\)", PAGE))
def test_contents_lead_to_headings(target: str) -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    assert target in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
