"""Cross-headings garbled the way machines garble them, among good ones that could be taken for garbled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintnews.cache import user_cache
from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.rule import Confidence
from lintnews.source import Source

if TYPE_CHECKING:
    from lintnews.finding import Hit

FIXTURES = Path(__file__).parents[2] / "fixtures" / "headings"

# Each garbled heading, with the words of the text that prove it and the heading as repaired.
EXPECTED = {
    "desert-reservoir": {
        "WATER SHORTATION": ("water shortage", "WATER SHORTAGE"),
        "DIPLOMANCY FAILS": ("diplomacy failed", "DIPLOMACY FAILS"),
    },
    "border-fence": {
        "SMUGGLING ROOTS": ("smuggling routes", "SMUGGLING ROUTES"),
        "REFUGEAL CAMP": ("refugee camp", "REFUGEE CAMP"),
        "BORDER CLOSATION": ("border closure", "BORDER CLOSURE"),
    },
    "trade-row": {
        "TRAIDE WAR": ("trade war", "TRADE WAR"),
        "SEA CHANCE": ("sea change", "SEA CHANGE"),
        "AUSTERATION PACKAGE": ("austerity package", "AUSTERITY PACKAGE"),
    },
    "island-election": {
        "PRESIDATION RACE": ("presidential race", "PRESIDENTIAL RACE"),
        "‘IRRON CURTEN’": ("iron curtain", "‘IRON CURTAIN’"),
    },
    "hunger-strike": {
        "HUNGERY STRIKE": ("hunger strike", "HUNGER STRIKE"),
        "PRISONAL SWAP": ("prisoner swap", "PRISONER SWAP"),
        "PEACETALKS": ("peace talks", "PEACE TALKS"),
    },
    "ward-nine": {
        "CHOLERIC OUTBREAK": ("cholera outbreak", "CHOLERA OUTBREAK"),
        "VACCINE HESITANTY": ("vaccine hesitancy", "VACCINE HESITANCY"),
        "CASUALITIES": ("casualties", "CASUALTIES"),
    },
    "militia-trial": {
        "WAR CRIMINES": ("war crimes", "WAR CRIMES"),
        "SHADOWY FLEED": ("shadow fleet", "SHADOW FLEET"),
    },
}


def findings(text: str) -> list[Hit]:
    facts = Facts(read(Source(text)))
    return [
        hit
        for check in builtin_checks(user_cache())
        if check.rule.family == "HED" and check.rule.confidence is not Confidence.LOW
        for hit in check(facts)
    ]


def repaired(hit: Hit, text: str) -> str:
    (edit,) = hit.fixes[0].edits
    return text[hit.span.start : edit.span.start] + edit.text + text[edit.span.end : hit.span.end]


@pytest.mark.parametrize("name", EXPECTED)
def test_garbled_headings_are_found_proved_and_repaired(name: str) -> None:
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    found = {hit.span.of(text): (hit.related[0].span.of(text), repaired(hit, text)) for hit in findings(text)}
    assert found == EXPECTED[name]


def test_every_fixture_has_its_expectation() -> None:
    assert {path.stem for path in FIXTURES.glob("*.txt")} == set(EXPECTED)
