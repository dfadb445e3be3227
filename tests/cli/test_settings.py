"""Settings files, as the command line heeds them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from lintnews.config.keys import BY_NAME, KEYS, REPORTS
from lintnews.report import FORMATS
from lintnews.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Lintnews, Ran

pytestmark = pytest.mark.usefixtures("desk")

# REP101 (error) and QUO201 (warning).
STORY = "The council said it would to to sell the harbour , and the mayor agreed.\n"


@pytest.fixture
def desk(folder: Path) -> Path:
    """A folder with an article, and one more in a folder below."""
    (folder / "sport").mkdir()
    for name in ("story.txt", "sport/match.txt"):
        (folder / name).write_text(STORY, encoding="utf-8")
    return folder


def found(ran: Ran) -> list[str]:
    """Each finding as `path CODE severity`."""
    assert ran.code in (0, 1), ran.err
    heads = [line.split(" ", 3) for line in ran.out.splitlines()]
    return sorted(
        f"{place.split(':')[0]} {code} {severity.rstrip(':')}" for place, code, severity, _ in heads
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_without_settings(lintnews: Lintnews) -> None:
    assert found(lintnews("check", "story.txt", "--format", "concise")) == [
        "story.txt QUO201 warning",
        "story.txt REP101 error",
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param('select = ["REP"]', "REP101 error", id="select"),
        pytest.param('ignore = ["REP"]', "QUO201 warning", id="ignore"),
        pytest.param(
            'select = ["REP"]\nextend-select = ["QUO2"]', "QUO201 warning, REP101 error", id="extend"
        ),
        pytest.param('extend-ignore = ["doubled-word"]', "QUO201 warning", id="extend-ignore"),
        pytest.param('[rule-severity]\nREP = "note"', "QUO201 warning, REP101 note", id="severity"),
        pytest.param(
            '[rule-severity]\nREP = "note"\ndoubled-word = "warning"',
            "QUO201 warning, REP101 warning",
            id="the closer severity",
        ),
        pytest.param("", "QUO201 warning, REP101 error", id="empty"),
    ],
)  # fmt: skip
def test_rules(inside: Lintnews, desk: Path, settings: str, expected: str) -> None:
    write(desk / "lintnews.toml", settings)
    ran = inside("check", "story.txt", "--format", "concise")
    assert ", ".join(line.removeprefix("story.txt ") for line in found(ran)) == expected


def test_nearest_file_counts(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", 'ignore = ["REP"]')
    write(desk / "sport" / "pyproject.toml", '[tool.lintnews]\nignore = ["QUO"]')
    write(desk / "sport" / "deep" / "match.txt", STORY)
    # Says nothing of lintnews, and so is passed over.
    write(desk / "sport" / "deep" / "pyproject.toml", '[tool.other]\nname = "lintnews"')
    assert found(lintnews("check", "--format", "concise")) == [
        "sport/deep/match.txt REP101 error",
        "sport/match.txt REP101 error",
        "story.txt QUO201 warning",
    ]
    assert len(found(lintnews("check", "--format", "concise", "--isolated"))) == 6


def test_lintnews_toml_is_stronger_than_pyproject(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "pyproject.toml", "[tool.lintnews]\nignore = ['REP']")
    write(desk / "lintnews.toml", 'ignore = ["QUO"]')
    assert found(lintnews("check", "story.txt", "--format", "concise")) == ["story.txt REP101 error"]


def test_extend(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "house" / "base.toml", 'ignore = ["REP"]\n[rule-severity]\nQUO = "error"\nREP = "note"')
    write(desk / "lintnews.toml", 'extend = "house/base.toml"\nextend-select = ["REP1"]')
    write(desk / "sport" / "lintnews.toml", 'extend = "../lintnews.toml"\nrule-severity = {QUO201 = "note"}')
    assert found(lintnews("check", "--format", "concise", "story.txt", "sport")) == [
        "sport/match.txt QUO201 note",
        "sport/match.txt REP101 note",
        "story.txt QUO201 error",
        "story.txt REP101 note",
    ]


def test_the_command_line_is_stronger(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", 'select = ["QUO201"]\nrule-severity = {REP101 = "note", QUO = "note"}')
    concise = ("check", "story.txt", "--format", "concise")
    assert found(lintnews(*concise)) == ["story.txt QUO201 note"]
    assert found(lintnews(*concise, "--select", "REP")) == ["story.txt REP101 note"]
    assert found(lintnews(*concise, "--ignore", "QUO")) == []
    assert found(lintnews(*concise, "--config", 'rule-severity.QUO = "error"')) == ["story.txt QUO201 error"]


def test_overrides(lintnews: Lintnews, desk: Path) -> None:
    write(
        desk / "lintnews.toml",
        'select = ["REP", "QUO"]\n[[overrides]]\nfiles = ["sport/*", "x"]\nignore = ["REP"]\n'
        '[[overrides]]\nfiles = "match.*"\nrule-severity = {QUO = "note"}',
    )
    assert found(lintnews("check", "--format", "concise")) == [
        "sport/match.txt QUO201 note",
        "story.txt QUO201 warning",
        "story.txt REP101 error",
    ]


def test_config_names_the_settings_file(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", 'select = ["QUO"]')
    write(desk / ".ci" / "lint.toml", 'select = ["REP"]\n[[overrides]]\nfiles = "sport/*"\nignore = ["ALL"]')
    ran = lintnews("check", "--format", "concise", "--config", ".ci/lint.toml")
    assert found(ran) == ["story.txt REP101 error"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ignore = ["REP"]\nselct = ["NUM"]', "2: no setting is called 'selct' (did you mean select?)"),
        (
            'ignore = [\n  "REP",\n  "doubled-wrd",\n]',
            "3: no rule or family is called 'doubled-wrd' (did you mean doubled-word?)",
        ),
        ('confidence = "hihg"', '1: confidence: "hihg" is none of high, medium, low (did you mean high?)'),
        ("\nselect = 3", "2: select: must be a list of codes, names, families or pivot:LANGUAGE, not a number"),  # noqa: E501
        ("select = []", '1: select: is empty; for no rules at all: ignore = ["ALL"]'),
        (
            '[rule-severity]\nREP = "error"\nQUO = "eror"',
            '3: rule-severity: QUO: "eror" is none of error, warning, note (did you mean error?)',
        ),
        (
            '[rule-severity]\nREPP = "error"',
            "2: no rule or family is called 'REPP' (did you mean REP?)",
        ),
        (
            "[[overrides]]\nfiles = 'a'\n\n[[overrides]]\nfiles = 'b'\nignroe = ['REP']",
            "6: no setting is called 'ignroe' (did you mean ignore?)",
        ),
        ("[[overrides]]\nignore = ['REP']", "1: an override says for which files it holds"),
        ("[[overrides]]\nfiles = 'a['", "2: files: 'a[' has a [ that is not closed"),
        ("extend = 'gone.toml'", "1: extend: no such file: gone.toml"),
        ("\nextend = 'lintnews.toml'", "2: extend: lintnews.toml extends this file in turn"),
        ("select = ['REP'\nignore = []", "2: is no TOML: "),
        ("ignore = ['pivot:sp']", "1: ignore: no language is called 'sp'"),
        ("select = ['pivot:es']\nignore = ['\ud800']", "2: is no UTF-8"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file(inside: Lintnews, desk: Path, text: str, message: str) -> None:
    (desk / "lintnews.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    ran = inside("check", "story.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: lintnews.toml:{message}")
    assert ran.err.count("\n") == 1


def test_pyproject_is_told_of_by_line(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "pyproject.toml", '[project]\nignore = "x"\n\n[tool.lintnews]\nignore = ["REEP"]')
    ran = lintnews("check", "story.txt")
    assert ran.err.startswith("error: pyproject.toml:5: no rule or family is called 'REEP'")


def test_broken_settings_keep_only_their_own_files_back(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "sport" / "lintnews.toml", "select = 1")
    write(desk / "sport" / "second.txt", STORY)
    ran = lintnews("check", "--format", "concise", "--select", "REP")
    assert ran.code == 2
    assert ran.out.startswith("story.txt:1:")
    assert ran.err.count("sport/lintnews.toml:1: select: must be a list") == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--config", "gone.toml"), "gone.toml: cannot be read"),
        (("--config", "confidence = 'no'"), "--config 'confidence = 'no'': confidence: \"no\" is none of"),
        (("--config", "extend = 'a.toml'"), "extend is for files only"),
        (("--config", "a.toml", "--config", "b.toml"), "--config: names two settings files, a.toml and b"),
        (("--select", "pivot:xx"), "--select: no language is called 'xx'"),
        (("--select", "STY111,STY112"), "error: STY111 and STY112 exclude each other: choose one of them"),
        (("--select", "REPP"), "no rule or family is called 'REPP' (did you mean REP?)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_options(inside: Lintnews, options: tuple[str, ...], message: str) -> None:
    ran = inside("check", "story.txt", *options)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_standard_input_has_the_settings_of_its_name(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", 'select = ["QUO"]')
    write(desk / "sport" / "lintnews.toml", 'select = ["REP"]')
    assert " QUO201 " in lintnews("check", "-", "--format", "concise", stdin=STORY).out
    named = lintnews("check", "-", "--format", "concise", "--stdin-filename", "sport/x.txt", stdin=STORY)
    assert " REP101 " in named.out
    assert " QUO201 " not in named.out


PACK = """
- code: LEX951
  name: calques-of-a-test
  kind: phrase
  message: "calque: {fix}"
  why: For a test.
  mqm: style/unidiomatic-style
  severity: warning
  confidence: high
  pivots: [fr]
  entries:
    - {match: left on ice, say: put on ice, bad: "It was [[left on ice]]."}
    - {match: left on fire, say: set on fire, pivots: [es], bad: "It was [[left on fire]]."}
    - {match: left on wood, say: put on wood, pivots: [es, pt], bad: "It was [[left on wood]]."}
  examples:
    - fine: It was left.
"""


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ("--ignore pivot:es", [1, 3]),
        ("--ignore pivot:es,PIVOT:pt", [1]),
        ("--select pivot:es", [2, 3]),
        ("--select pivot:fr,pivot:pt", [1, 3]),
        ("--select pivot:es --ignore LEX", []),
        ("--select LEX951 --ignore pivot:es", [1, 2, 3]),
        ("--select LEX9 --ignore pivot:es", [1, 3]),
    ],
)
def test_by_language(inside: Lintnews, desk: Path, options: str, lines: list[int]) -> None:
    write(desk / "own" / "pack.yaml", PACK)
    write(desk / "ice.txt", "It was left on ice.\n\nIt was left on fire.\n\nIt was left on wood.\n")
    write(desk / "lintnews.toml", 'packs = ["own"]')
    ran = inside("check", "ice.txt", "--format", "concise", *options.split())
    assert [int(line.split(":")[1]) // 2 + 1 for line in ran.out.splitlines()] == lines


HOUSE = (
    "The colour of the U.S. flag at the harbor changed, the county said on March 3rd.\n\n"
    "They organised a vote in the US and the UK at 7:00 p.m. Some 5 percent came, 6 per cent stayed, 7% left."
)


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        pytest.param("", [], id="none"),
        pytest.param('spelling = "en-GB"', ["harbor"], id="en-GB"),
        pytest.param('spelling = "en-US"', ["colour", "organised"], id="en-US"),
        pytest.param('acronyms = "US"', ["U.S."], id="US"),
        pytest.param('acronyms = "U.S."', ["US", "UK"], id="U.S."),
        pytest.param('percent = "%"', [" percent", " per cent"], id="%"),
        pytest.param('percent = "percent"', [" per cent", "%"], id="percent"),
        pytest.param('percent = "per cent"', [" percent", "%"], id="per cent"),
        pytest.param('extend-select = ["STY"]', ["rd", "7:00"], id="the family has no alternatives"),
        pytest.param('select = ["STY"]\nacronyms = "US"', ["U.S.", "rd", "7:00"], id="the family with one"),
        pytest.param('spelling = "en-GB"\nignore = ["STY101"]', [], id="ignored"),
        pytest.param('extend-select = ["STY101", "STY122"]', ["harbor", " per cent", "%"], id="by code"),
    ],
)
def test_house_style(inside: Lintnews, desk: Path, settings: str, marked: list[str]) -> None:
    write(desk / "style.txt", HOUSE)
    write(desk / "lintnews.toml", settings)
    ran = inside("check", "style.txt", "--format", "jsonl")
    assert ran.code in (0, 1), ran.err
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [item["text"] for item in found if item.get("family") == "STY"] == marked


def test_accept_and_vocabularies_add_up(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "words.txt", "the the\n")
    write(desk / "lintnews.toml", 'select = ["REP"]\nvocabularies = ["words.txt"]\naccept = ["to"]')
    write(desk / "sport" / "lintnews.toml", 'extend = "../lintnews.toml"\naccept = ["game"]')
    write(
        desk / "sport" / "match.txt",
        "They want to to see the the game, and it will be be good.\n",
    )
    ran = lintnews("check", "sport", "--format", "concise")
    assert [line.split(" ")[0] for line in ran.out.splitlines()] == ["sport/match.txt:1:47:"]
    (desk / "words.txt").unlink()
    ran = lintnews("check", "sport")
    assert ran.code == 2
    assert "error: words.txt: cannot be read: No such file or directory" in ran.err


RUNWIDE = "They want to to sell the harbour , they said.\n"


@pytest.mark.parametrize(
    ("settings", "options", "code", "start"),
    [
        pytest.param('format = "concise"', (), 1, "run.txt:1:11: REP101", id="format"),
        pytest.param('format = "concise"', ("--format", "jsonl"), 1, "{", id="format on the command line"),
        pytest.param('fail-on = "error"\nignore = ["REP"]', (), 0, "", id="fail-on"),
        pytest.param('fail-on = "error"\nignore = ["REP"]', ("--fail-on=note",), 1, "", id="note, stronger"),
        pytest.param('max-penalty = 1000000\nrule-severity.REP = "note"', (), 0, "", id="max-penalty"),
        pytest.param("max-penalty = 1", (), 1, "", id="max-penalty reached"),
        pytest.param("max-penalty = 1", ("--max-penalty", "1000000"), 0, "", id="max-penalty, stronger"),
        pytest.param('fix = true\nunsafe-fixes = true\nselect = ["REP", "QUO"]', (), 0, "", id="fix"),
        pytest.param('unsafe-fixes = true\nselect = ["REP"]', (), 1, "", id="no fixes asked for"),
        pytest.param('fix = true\nselect = ["REP"]', ("--no-fix",), 1, "", id="no fixes, stronger"),
    ],
)  # fmt: skip
def test_what_holds_for_a_whole_run(
    inside: Lintnews, desk: Path, settings: str, options: tuple[str, ...], code: int, start: str
) -> None:
    write(desk / "run.txt", RUNWIDE)
    write(desk / "lintnews.toml", settings)
    ran = inside("check", "run.txt", *options)
    assert (ran.code, ran.out[: len(start)]) == (code, start), ran.err
    text = (desk / "run.txt").read_text("utf-8")
    assert ("to to" not in text) == ("fix" in settings.split() and not options)


def linted(ran: Ran) -> set[str]:
    assert ran.code in (0, 1), ran.err
    return {line.split(":")[0] for line in ran.out.splitlines()}


def test_exclude(lintnews: Lintnews, desk: Path) -> None:
    for name in ("sport/old/a.txt", "sport/old/deep/b.txt", "old.draft.txt", "[x]/c.txt", "old/d.txt"):
        write(desk / name, STORY)
    write(desk / "sport" / "lintnews.toml", 'extend = "../lintnews.toml"\nexclude = ["old/"]')
    write(desk / "[x]" / "lintnews.toml", 'exclude = ["./c.*"]')
    write(desk / "lintnews.toml", 'exclude = ["*.draft.txt", "sport/match.*"]')
    assert linted(lintnews("check", "--format", "concise")) == {"story.txt", "old/d.txt"}
    assert linted(lintnews("check", "--format", "concise", "--exclude", "old")) == {"story.txt"}
    assert linted(lintnews("check", "--format", "concise", "sport/match.txt")) == {"sport/match.txt"}
    ran = lintnews("check", "sport")
    assert (ran.code, "in this folder but those excluded" in ran.err) == (2, True)
    shown = lintnews("settings", "sport/match.txt", "--exclude", "b/*").out
    assert re.findall(r"(\[.*\]) +(\S.*)", shown) == [
        ('["**/*.draft.txt", "sport/match.*"]', "lintnews.toml:1"),
        ('["sport/**/old"]', "sport/lintnews.toml:2"),
        ('["b/*"]', "command line"),
    ]
    # What a search would not come upon counts as left out where it is named, with folders above it.
    named = ("sport/match.txt", "sport/old/deep/b.txt", "story.txt", "./old.draft.txt", "sport/old")
    assert linted(lintnews("check", "--format", "concise", "--force-exclude", *named)) == {"story.txt"}
    ran = lintnews("check", "--force-exclude", *named[:2])
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    write(desk / "lintnews.toml", 'exclude = ["story.*"]\nforce-exclude = true')
    assert lintnews("check", "story.txt").code == 0
    assert lintnews("check", "--no-force-exclude", "story.txt", "--exit-zero").out.startswith("story.txt:")
    ran = lintnews("check", "--exclude", "a[")
    assert (ran.code, ran.err) == (2, "error: --exclude: 'a[' has a [ that is not closed\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "LT"), "LT selects no rule that runs: LanguageTool is not asked"),
        (("--select", "REP,STY1"), "STY1 selects no rule that runs: each of them excludes another"),
        (("--select", "CNS", "--ignore", "CNS"), "CNS selects no rule that runs: "),
        (("--select", "GRM16", "--select", "GRM", "--ignore", "GRM16"), "GRM16 selects no rule that runs: "),
        (("--select", "REP"), ""),
        (("--extend-select", "STY111"), ""),
    ],
)
def test_selectors_that_select_nothing_are_told_of(
    inside: Lintnews, options: tuple[str, ...], said: str
) -> None:
    ran = inside("check", "story.txt", *options)
    assert ran.code in (0, 1)
    assert ran.err.startswith(f"note: {said}" if said else ("Found", "No findings"))


def test_where_languagetool_is(inside: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", 'languagetool = "nowhere"\nlanguagetool-timeout = 0.5\n')
    ran = inside("check", "story.txt")
    # Without it the rest of the work is done.
    assert (ran.code, "REP101" in ran.out) == (2, True)
    assert "error: LanguageTool: nowhere" in ran.err
    write(desk / "lintnews.toml", "languagetool-timeout = 0\n")
    ran = inside("check", "story.txt")
    assert ran.err == (
        "error: lintnews.toml:1: languagetool-timeout: must be a number of seconds of 0.1 or more, not 0\n"
    )


def test_rules_are_listed_as_heavy_as_they_are(inside: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", 'rule-severity = { REP = "note", STY101 = "error" }')
    listed = {
        line.split()[0]: line.split()[2]
        for line in inside("rules", "REP", "STY").out.splitlines()[1:]
        if line[:1] == " "
    }
    assert listed["REP101"] == "note"
    assert (listed["STY101"], listed["STY102"]) == ("error", "note")


def test_confidence_by_rule(lintnews: Lintnews, desk: Path) -> None:
    assert len(found(lintnews("check", "story.txt", "--format", "concise"))) == 2
    write(desk / "lintnews.toml", 'confidence = "high"\n[rule-confidence]\nQUO201 = "low"')
    low = found(lintnews("check", "story.txt", "--format", "concise"))
    assert "story.txt QUO201 warning" in low
    ran = lintnews("rules", "NUM", "QUO201", "--format", "json")
    on = {rule["code"]: (rule["default"], rule["confidence"]) for rule in json.loads(ran.out)}
    assert on["QUO201"][0]
    assert {confidence for default, confidence in on.values() if default} <= {"high", on["QUO201"][1]}


def test_what_may_not_stand_in_an_override(lintnews: Lintnews, desk: Path) -> None:
    write(desk / "lintnews.toml", '[[overrides]]\nfiles = "*"\nformat = "concise"')
    ran = lintnews("check", "story.txt")
    assert ran.code == 2
    assert "lintnews.toml:3: format holds for a whole run, so it cannot stand in an override" in ran.err


def test_settings_shows_where_it_comes_from(lintnews: Lintnews, desk: Path) -> None:
    write(
        desk / "lintnews.toml",
        'select = ["REP"]\nignore = ["NUM"]\naccept = ["Marsham"]\n\n[rule-severity]\nREP = "note"\n',
    )
    write(
        desk / "sport" / "pyproject.toml",
        '[tool.lintnews]\nextend = "../lintnews.toml"\nselect = ["QUO"]\naccept = ["Ålesund"]\n'
        '[tool.lintnews.rule-severity]\nQUO = "error"\n'
        '[[tool.lintnews.overrides]]\nfiles = ["*.txt"]\nconfidence = "low"\n',
    )
    ran = lintnews("settings", "sport/match.txt", "--baseline", "b.json", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    said = [
        (row["key"], row["value"], row["source"], row["line"], row["files"])
        for row in json.loads(ran.out)
        if row["source"]
    ]
    assert said == [
        # The select of the nearer file leaves nothing of what the farther one selects and ignores.
        ("select", ["QUO"], "sport/pyproject.toml", 3, []),
        ("confidence", "low", "sport/pyproject.toml", 9, ["*.txt"]),
        ("rule-severity", {"REP": "note"}, "lintnews.toml", 5, []),
        ("rule-severity", {"QUO": "error"}, "sport/pyproject.toml", 5, []),
        ("accept", ["Marsham"], "lintnews.toml", 3, []),
        ("accept", ["Ålesund"], "sport/pyproject.toml", 4, []),
        ("baseline", "b.json", "command line", None, []),
    ]
    table = lintnews("settings", "sport", "--select", "NUM").out
    assert any(line.split() == ["select", '["NUM"]', "command", "line"] for line in table.splitlines())
    assert any(line.split() == ["confidence", '"medium"', "default"] for line in table.splitlines())


def test_init_writes_a_first_file_and_never_over_another(lintnews: Lintnews, desk: Path) -> None:
    ran = lintnews("init")
    assert (ran.code, ran.out) == (0, "")
    first = (desk / "lintnews.toml").read_text("utf-8")
    # Commented out, it changes nothing.
    assert len(found(lintnews("check", "story.txt", "--format", "concise"))) == 2
    ran = lintnews("init")
    assert (ran.code, ran.err) == (2, "error: lintnews.toml: is there already\n")
    assert (desk / "lintnews.toml").read_text("utf-8") == first
    write(desk / "sport" / "pyproject.toml", "[tool.lintnews]")
    assert "holds the settings of lintnews already" in lintnews("init", "sport").err
    assert not (desk / "sport" / "lintnews.toml").exists()
    assert "nowhere/lintnews.toml: cannot be written: No such file" in lintnews("init", "nowhere").err
    # Every example in it can be used.
    lines = [line.removeprefix("# ") for line in first.splitlines()]
    examples = (line for line in lines if re.match(r"(?!extend =|files =)[a-z-]+ = ", line))
    settings = "\n".join({line.partition(" ")[0]: line for line in reversed([*examples])}.values())
    write(desk / "house-style.yaml", PACK)
    write(desk / "names.txt", "Marsham")
    write(desk / "lintnews.toml", settings)
    shown = lintnews("settings", "--format", "json")
    assert {row["key"] for row in json.loads(shown.out) if row["source"]} == set(BY_NAME)


#: Where each key is tested from the command line: a key that is not here has no test.
TESTED = {
    "test_rules": "select ignore extend-select extend-ignore rule-severity",
    "test_confidence_by_rule": "confidence rule-confidence",
    "test_by_language": "packs",
    "test_house_style": "spelling acronyms percent",
    "test_accept_and_vocabularies_add_up": "accept vocabularies",
    "test_baseline.py": "baseline",
    "test_exclude": "exclude force-exclude",
    "languagetool/": "languagetool",
    "test_where_languagetool_is": "languagetool-timeout",
    "test_what_holds_for_a_whole_run": "format fail-on max-penalty fix unsafe-fixes",
}


def test_every_key_is_tested_and_has_a_field() -> None:
    assert {key for keys in TESTED.values() for key in keys.split()} == set(BY_NAME)
    assert {key.field for key in KEYS} <= set(Settings._fields)
    assert REPORTS == FORMATS
