"""Acronyms and the words before them."""

from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.acronyms import Explained, lost_letter, spells
from lintnews.facts.known_acronyms import is_known_foreign, is_well_known, known_expansion
from lintnews.readers import read
from lintnews.source import Source


def explained(text: str) -> list[Explained]:
    return list(Facts(read(Source(text))).explained_acronyms)


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Harbour Workers’ Union", "HWU"),
        ("Ministry of Trade and Industry", "MITI"),
        ("polytetrafluoroethylene", "PTFE"),
        ("International Business", "IB"),
    ],
)
def test_words_spell_an_acronym(words: str, letters: str) -> None:
    assert spells(words.split(), letters)


@pytest.mark.parametrize(
    ("words", "letters"), [("Harbour Union", "HWU"), ("Workers Harbour", "HW"), ("", "X"), ("Union", "")]
)
def test_words_do_not_spell_an_acronym(words: str, letters: str) -> None:
    assert not spells(words.split(), letters)


def test_the_lost_letter_is_found_last_or_inside() -> None:
    assert lost_letter(["Mountain", "Defence"], "MDF") == 2
    assert lost_letter(["Dockers’", "Union"], "DSU") == 1
    assert lost_letter(["Dockers’", "Solidarity", "Union"], "DSU") is None
    # The first letter is the name's own: a word lost there is no evidence.
    assert lost_letter(["Solidarity", "Union"], "DSU") is None


def test_an_expansion_begins_with_the_name_and_not_with_the_sentence() -> None:
    (found,) = explained("Fighters of the Mountain Defence Forces (MDF) left.")
    assert found.words == ("Mountain", "Defence", "Forces")
    assert found.is_spelt
    assert not found.is_turned_round


def test_lower_case_words_before_the_name_may_spell_the_acronym() -> None:
    (found,) = explained("He heads the state Harbour Agency (SHA) in the north.")
    assert found.words == ("Harbour", "Agency")
    assert found.is_spelt


def test_a_turned_acronym_is_told_from_one_that_skips_a_possessor() -> None:
    (turned,) = explained("He leads the Estonian Rowing Federation (EFR).")
    (camel,) = explained("They sell the Orion HomeStation Portable (HSP).")
    assert turned.is_turned_round
    assert not camel.is_turned_round


def test_brackets_without_an_acronym_explain_nothing() -> None:
    assert not explained("Ada Berg (45) met the Harbour Workers’ Union (which she leads) in Oslo (Norway).")


def test_known_acronyms() -> None:
    assert is_known_foreign("MSF")
    assert not is_known_foreign("WHO")
    assert known_expansion("WHO") == "World Health Organization"
    assert known_expansion("MSF") is None
    assert not is_well_known("QVTR")
