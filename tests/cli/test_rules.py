"""`lintnews rules`, `explain` and `test`, and the overview."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Lintnews

HOUSE_STYLE = Path(__file__).parents[2] / "fixtures" / "packs" / "newsroom.yaml"
PACK = ("--pack", HOUSE_STYLE)
CLEAN = f"no false alarms in {len(list((HOUSE_STYLE.parents[1] / 'clean').glob('*.txt')))} good articles"


ENTRIES = """\
- code: LEX950
  name: of-the-test
  kind: phrase
  message: "‘{match}’: English says ‘{fix}’"
  why: "A test."
  mqm: style/unidiomatic-style
  severity: warning
  confidence: medium
  entries:
    - match: "in the day of yesterday"
      say: "yesterday"
      bad: "They met [[in the day of yesterday]]."
    - match: "on the old"
      say: "on an old"
      bad: "They met [[on the old]] ship of theirs."
      fine: "They met on this old ship."
    - match: "the old"
      confidence: low
      say: "an old"
      bad: "They met by [[the old]] ship of theirs."
"""


def test_overview_lists_the_commands(lintnews: Lintnews) -> None:
    for arguments in (["--help"], ["-h"], []):
        ran = lintnews(*arguments)
        shown = ran.out + ran.err
        assert ran.code == (0 if arguments else 2)
        assert all(f"\n  {name} " in shown for name in ("check", "rules", "explain", "test"))


@pytest.mark.parametrize("name", ["check", "rules", "explain", "test"])
def test_help_teaches_with_examples(lintnews: Lintnews, name: str) -> None:
    ran = lintnews(name, "--help")
    assert ran.code == 0
    assert f"\n  Examples:\n    lintnews {name}" in ran.out


def test_rules_lists_by_family(lintnews: Lintnews) -> None:
    ran = lintnews("rules", "STY", *PACK)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "STY: house style"
    assert ["STY901", "prior-to-for-before", "note", "high"] in [
        line.split() for line in ran.out.splitlines()
    ]


def test_rules_as_json(lintnews: Lintnews) -> None:
    rules = json.loads(lintnews("rules", "sty902", "--format", "json", *PACK).out)
    assert [(rule["code"], rule["family"], rule["default"]) for rule in rules] == [("STY902", "STY", True)]


def test_unknown_rules_exit_2(lintnews: Lintnews) -> None:
    for command in ("rules", "explain"):
        ran = lintnews(command, "STY91", *PACK)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("error: no rule or family is called 'STY91' (did you mean STY901?)")


def test_explain_shows_all_of_a_rule(lintnews: Lintnews) -> None:
    by_name, by_code = lintnews("explain", "ordinal-in-date", *PACK), lintnews("explain", "STY902", *PACK)
    assert by_name == by_code
    assert by_name.code == 0
    for part in (
        "STY902 ordinal-in-date\n  ‘March 3rd’: dates are written ‘March 3’ here",
        "The house style book writes dates with plain figures",
        "bad   The bridge reopens on [[March 3rd]], the county said.",
        "good  The bridge reopens on March 3, the county said.",
        "fine  “We meet on March 3rd,” she wrote.",
        "Severity    note",
        "Confidence  high",
        "Fix         safe",
        "MQM         locale-conventions/date-format",
    ):
        assert part in by_name.out


def test_explain_knows_every_rule(lintnews: Lintnews) -> None:
    families = {rule["family"] for rule in json.loads(lintnews("rules", "--format", "json").out)}
    ran = lintnews("explain", *sorted(families), COLUMNS="70")
    assert ran.code == 0
    # The place of a pack is not broken: it is there to be copied.
    lines = [line for line in ran.out.splitlines() if not line.startswith("Pack ")]
    assert [line for line in lines if len(line) > 90] == []


def test_test_runs_the_examples(lintnews: Lintnews) -> None:
    ran = lintnews("test", HOUSE_STYLE)
    assert (ran.code, ran.out, ran.err) == (0, "", f"all 9 examples hold (3 rules), {CLEAN}\n")


def test_test_tells_failures_by_line(lintnews: Lintnews, folder: Path) -> None:
    pack = HOUSE_STYLE.read_text("utf-8")
    pack = pack.replace("The prior, too, was put to the vote.", "She came prior to him.")
    pack = pack.replace(
        "The harbour was dredged [[before]] the regatta.", "The harbour was dredged ere the regatta."
    )
    pack = pack.replace("[[our own correspondent]], the clerk", "our own [[correspondent]], the clerk")
    pack = pack.replace("[[our correspondent]] that", "[[my correspondent]] that")
    (folder / "p.yaml").write_text(pack, "utf-8")
    lines = pack.splitlines()
    ran = lintnews("test", "p.yaml")
    assert ran.code == 1
    expected = {
        "dredged [[prior to]]": "the fix makes ‘The harbour was dredged before the regatta.’, not ‘",
        "She came prior": "fires on a fine example: marks ‘prior to’",
        "my correspondent": "does not fire: ‘my correspondent’",
        "Asked by": "marks ‘our own correspondent’, not ‘correspondent’",
    }
    told = dict(line.split(": ", 1) for line in ran.out.splitlines())
    for words, message in expected.items():
        number = next(n for n, line in enumerate(lines, 1) if words in line)
        assert message in told.pop(f"p.yaml:{number}")
    assert not told
    assert ran.err == f"5 of 9 examples hold (3 rules), {CLEAN}\n"


def test_test_fails_where_an_entry_fires_on_good_news(lintnews: Lintnews, folder: Path) -> None:
    (folder / "p.yaml").write_text(ENTRIES, "utf-8")
    (folder / "good").mkdir()
    (folder / "good" / "article.txt").write_text("The dam\n\nIt rained on the old dam all week.\n", "utf-8")
    assert lintnews("test", "p.yaml").code == 0
    ran = lintnews("test", "p.yaml", "--clean", "good")
    assert ran.code == 1
    assert ran.out == "p.yaml:13: LEX950 fires on good news: ‘on the old’ (good/article.txt:3)\n"
    assert "1 false alarm in " in ran.err


def test_test_of_no_good_articles_exits_2(lintnews: Lintnews, folder: Path) -> None:
    (folder / "p.yaml").write_text(ENTRIES, "utf-8")
    ran = lintnews("test", "p.yaml", "--clean", "gone")
    assert ran.code == 2
    assert "gone: no such file or folder" in ran.err


def test_test_of_a_broken_pack_exits_2(lintnews: Lintnews, folder: Path) -> None:
    (folder / "p.yaml").write_text("- cod: STY901\n", "utf-8")
    ran = lintnews("test", "p.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "error: p.yaml:1:3: unknown key 'cod' in a rule (did you mean code?)"
    assert lintnews("test", "gone").code == 2


def test_a_pack_may_not_take_a_builtin_code(lintnews: Lintnews, folder: Path) -> None:
    code = json.loads(lintnews("rules", "--format", "json").out)[0]["code"]
    pack = HOUSE_STYLE.read_text("utf-8").replace("STY903", code)
    (folder / "p.yaml").write_text(pack, "utf-8")
    ran = lintnews("check", "--pack", "p.yaml", "-")
    line = next(n for n, text in enumerate(pack.splitlines(), 1) if code in text)
    assert ran.code == 2
    assert f"p.yaml:{line}:1: {code} is already taken by {code} (built in)" in ran.err
