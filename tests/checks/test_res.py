"""Residue of the machine: what the rules' own examples do not show."""

from __future__ import annotations

import html
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks import (
    leftover_script,
    leftover_words,
    letter_case,
    name_case,
    nonwords,
    residue_characters,
    residue_layout,
    residue_markup,
    residue_notes,
)
from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.source import Source

if TYPE_CHECKING:
    from lintnews.finding import Hit
    from lintnews.rule import Check

MODULES = (
    residue_markup,
    residue_layout,
    residue_characters,
    residue_notes,
    leftover_script,
    leftover_words,
    letter_case,
    name_case,
    nonwords,
)
CHECKS: tuple[Check, ...] = tuple(check for module in MODULES for check in module.CHECKS)

GOOD_ARTICLE = """Harbour town votes to keep its ferry

By Ada Holm

PORT ELLIS, March 3 (Desk) – The council of Port Ellis voted 7-4 on Tuesday to keep its 90-year-old ferry,
which carries 1,200 people a day, the mayor’s office said.

“It’s part of us,” said Li Ming (李明), who runs a café on the quay. “Without it we’d be a cul-de-sac.”

iPhone users can buy tickets at www.portellis.example/tickets?from=quay; others pay €2.50 in cash. The
Smith & Lowe shipyard will overhaul the engine (built in Łódź in 1934), at about 5% of the town’s budget.

• Crossings begin at 6 a.m.
• The last boat leaves at 11.45 p.m.

Opponents of the plan called it a fait accompli. De facto, they said, the U.S. owner had decided already.
"""


def found(check: Check, text: str) -> list[Hit]:
    return list(check(Facts(read(Source(text)))))


def code_of(check: Check) -> str:
    return check.rule.code


@pytest.mark.parametrize("check", CHECKS, ids=code_of)
def test_silent_on_a_good_article(check: Check) -> None:
    assert [hit.span.of(GOOD_ARTICLE) for hit in found(check, GOOD_ARTICLE)] == []


@given(st.sampled_from("&<>\"'"), st.integers(0, 3))
def test_entities_are_decoded_however_often_they_were_escaped(character: str, times: int) -> None:
    escaped = html.escape(character)
    for _ in range(times):
        escaped = html.escape(escaped)
    (hit,) = found(residue_markup.html_entity, f"north {escaped} south")
    assert hit.fixes[0].edits[0].text == character


@pytest.mark.parametrize(
    "text",
    [
        "They ate pierogi, spätzle and nasi goreng.",
        "It was a mise en scène, a pièce de résistance and an idée fixe.",
        "Sturm und Drang, avant-garde and après-ski came first.",
        "The tánaiste met the taoiseach.",
        "The paper Nowe Życie reported it.",
        "The charity Médecins sans frontières left.",
        "He leads Électricité de France and La République en marche.",
        "He said “vamos” and left.",
        "Look at *nachrichten* and nachrichten.example first.",
    ],
)
def test_loans_names_and_quoted_words_are_no_leftovers(text: str) -> None:
    assert found(leftover_words.leftover_foreign_word, text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister opened the obchod in May.", "Slovak or Czech"),
        ("The minister opened the Straße and the gebäude in May.", "German"),
        ("The minister opened the negocio in May.", "Spanish"),
    ],
)
def test_leftover_words_name_their_language(text: str, language: str) -> None:
    hits = found(leftover_words.leftover_foreign_word, text)
    assert hits
    assert language in (hits[-1].message or "")


def test_neighbouring_leftovers_are_one_finding() -> None:
    text = "The minister said que el gobierno will act."
    (hit,) = found(leftover_words.leftover_foreign_word, text)
    assert hit.span.of(text) == "que el gobierno"


@pytest.mark.parametrize("name", ["Владимир", "习近平", "محمد", "Γιώργος", "김민수"])
def test_a_name_glossed_in_its_own_script_is_no_leftover(name: str) -> None:
    assert found(leftover_script.foreign_script, f"The singer Ada Holm ({name}) won.") == []
    assert len(found(leftover_script.foreign_script, f"The singer Ada {name} won.")) == 1


def test_a_line_that_goes_on_is_no_sentence_without_a_capital() -> None:
    wrapped = "The council voted on Tuesday to keep the\n\nold Ellis ferry for ten years.\n\nNobody objected."
    assert found(letter_case.sentence_start_in_lower_case, wrapped) == []


def test_paragraphs_that_lost_their_first_words_did_not_lose_capitals() -> None:
    once = "A dull day of races came to its end.\n\nwon the long jump at Leeds with a leap of 8 metres."
    lost = once + "\n\nwon the long jump at Kent with a leap of 8 metres." * 3
    assert found(letter_case.sentence_start_in_lower_case, lost) == []
    assert len(found(letter_case.sentence_start_in_lower_case, once)) == 1


def test_a_term_that_the_article_repeats_is_no_slip() -> None:
    assert len(found(nonwords.misspelt_word, "The importent day came.")) == 1
    assert (
        found(nonwords.misspelt_word, "An importent is a tool. The importent helps. Each importent is new.")
        == []
    )


def test_garbled_letters_are_repaired_as_ftfy_would() -> None:
    text = "The mayor of CÃ¡diz spoke in the cafÃ©, he said."
    repaired = [hit.fixes[0].edits[0].text for hit in found(residue_characters.garbled_encoding, text)]
    assert repaired == ["Cádiz", "café,"]


def test_slow_libraries_wait_until_they_are_needed() -> None:
    imported = f"import {', '.join(module.__name__ for module in MODULES)}"
    program = f"{imported}\nimport sys\nprint(sorted({{'ftfy', 'marisa_trie', 'spacy'}} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
