"""What LanguageTool finds, among our own findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Lintnews

AGREEMENT = "LT:HE_VERB_AGR"


def findings(lintnews: Lintnews, server: str, *arguments: str | Path) -> list[dict[str, object]]:
    ran = lintnews("check", *arguments, "--languagetool", server, "--format", "json")
    run = json.loads(ran.out)
    assert (ran.err, run["errors"]) == ("", [])
    found: list[dict[str, object]] = run["findings"]
    return found


def test_a_finding_is_as_rich_as_ours(lintnews: Lintnews, folder: Path, server: str) -> None:
    (folder / "a.txt").write_text("The mayor spoke to the council. He go home at noon, an aide said.\n")
    (found,) = findings(lintnews, server, "a.txt", "--select", AGREEMENT)
    assert (found["rule"], found["name"], found["family"]) == (AGREEMENT, "lt-he-verb-agr", "LT")
    assert (found["mqm"], found["text"]) == ("fluency/grammar", "go")
    assert "third-person" in str(found["message"])
    assert [fix["edits"][0]["text"] for fix in found["fixes"]] == ["goes", "went"]  # type: ignore[attr-defined]
    reference = found["reference"]
    assert isinstance(reference, dict)
    assert (reference["tool"], reference["rule"]) == ("LanguageTool", "HE_VERB_AGR")
    assert reference["category"] == "GRAMMAR"
    assert reference["url"].startswith("https://")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_are_right_in_many_files_at_once(
    lintnews: Lintnews, folder: Path, server: str, newline: str
) -> None:
    texts = {}
    for number in range(9):
        before = "🚢" * number + " 👨‍👩‍👧 and 𝒳 "
        line = f"A ferry {before}sailed. He go home{' 🎈' * number} at noon. Then he go away 🚢."
        texts[f"{number}.txt"] = f"Ferry 🚢 sails{newline}{newline}" + f"{line}{newline}{newline}" * 3
        (folder / f"{number}.txt").write_bytes(texts[f"{number}.txt"].encode())
    found = findings(lintnews, server, ".", "--select", AGREEMENT)
    for name, text in texts.items():
        places = [(one["start"], one["end"]) for one in found if Path(str(one["path"])).name == name]
        starts = [start for start in range(len(text)) if text[start : start + 3] == "go "]
        assert places == [(start, start + 2) for start in starts]


def test_places_are_right_in_markup(lintnews: Lintnews, folder: Path, server: str) -> None:
    texts = {
        "a.md": "# Ferry 🚢 sails\r\n\r\nThe *mayor* 🎈 spoke &amp; he **go** home. Then he\r\n"
        "go [away](x) 🚢.\r\n",
        "b.html": "<html><body><h1>Ferry 🚢</h1>\r\n"
        "<p>The <i>mayor</i> 🎈 spoke &amp; he <b>go</b> home.</p>\n"
        "<p>Then &#104;e go&nbsp;away 🚢.</p></body></html>\n",
    }
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    found = findings(lintnews, server, ".", "--select", AGREEMENT)
    for name, text in texts.items():
        here = [one for one in found if str(one["path"]).endswith(name)]
        assert [text[int(str(one["start"])) : int(str(one["end"]))] for one in here] == ["go", "go"]


def test_ours_stays_where_both_see_a_defect(lintnews: Lintnews, folder: Path, server: str) -> None:
    (folder / "a.txt").write_text("The council voted on the the budget, and he go home.\n")
    both = findings(
        lintnews, server, "a.txt", "--select", "REP,LT:ENGLISH_WORD_REPEAT_RULE", "--select", AGREEMENT
    )
    assert [one["rule"] for one in both] == ["REP101", AGREEMENT]
    reference = both[0]["reference"]
    assert isinstance(reference, dict)
    assert reference["rule"] == "ENGLISH_WORD_REPEAT_RULE"
    alone = findings(lintnews, server, "a.txt", "--select", "LT:ENGLISH_WORD_REPEAT_RULE")
    assert [one["text"] for one in alone] == ["the the"]


def test_slips_are_told_from_names_and_rare_words(lintnews: Lintnews, folder: Path, server: str) -> None:
    (folder / "a.txt").write_text(
        "Ngozi Okwuosa of Abeokuta saw the colour of the flatcakes. "
        "The governmnt said it had seen the “nitorito” too, and thefirst of them went.\n"
    )
    found = findings(lintnews, server, "a.txt")
    assert [one["text"] for one in found if one["family"] == "LT"] == ["governmnt", "thefirst"]


@pytest.mark.parametrize("how", ["HE_VERB_AGR", AGREEMENT, "lt-he-verb-agr"])
def test_its_rules_can_be_ignored(lintnews: Lintnews, folder: Path, server: str, how: str) -> None:
    (folder / "a.txt").write_text("The mayor spoke. He go home. They was late.\n")
    every = findings(lintnews, server, "a.txt", "--select", "LT", "--confidence", "low", "--ignore", how)
    assert [one["text"] for one in every] == ["was"]


def test_settings_that_name_its_rules_hold_without_it(lintnews: Lintnews, folder: Path) -> None:
    (folder / "lintnews.toml").write_text('extend-ignore = ["HE_VERB_AGR", "LT:THIS_NNS"]\n')
    (folder / "a.txt").write_text("The mayor spoke.\n")
    assert (lintnews("check", "a.txt").code, lintnews("check", "a.txt").err.splitlines()) == (
        0,
        ["No findings in 1 file"],
    )
    wrong = lintnews("check", "a.txt", "--ignore", "LT:HE_VERB_AGT")
    assert wrong.code == 2
    assert "HE_VERB_AGT" in wrong.err


def test_an_address_in_the_settings(lintnews: Lintnews, folder: Path, server: str) -> None:
    (folder / "lintnews.toml").write_text(f'languagetool = "{server}"\nextend-select = ["{AGREEMENT}"]\n')
    (folder / "a.txt").write_text("The mayor spoke. He go home.\n")
    ran = lintnews("check", "a.txt", "--format", "concise")
    assert (ran.code, ran.out.split()[1]) == (1, AGREEMENT)


def test_explain_says_how_its_rules_were_measured(lintnews: Lintnews) -> None:
    ran = lintnews("explain", "HE_VERB_AGR")
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert all(word in said for word in (AGREEMENT, "GRAMMAR", "articles first written in English"))
    assert "LT:HE_VERB_AGR" in lintnews("rules", "LT").out
