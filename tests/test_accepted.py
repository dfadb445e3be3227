"""Accepted names and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import lintnews

if TYPE_CHECKING:
    from pathlib import Path


def codes(text: str, **settings: object) -> list[str]:
    made = lintnews.Settings(**settings)  # type: ignore[arg-type]
    return [f"{f.rule.code} {f.span.of(text)}" for f in lintnews.check_text(text, settings=made)]


RESIDUE = "The council of Marsham sent home porque there was no work. Most of them went to to the port.\n"


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ((), ["RES122 porque", "REP101 to to"]),
        (("porque",), ["REP101 to to"]),
        (("Porque",), ["RES122 porque", "REP101 to to"]),
        (("home porque there",), ["REP101 to to"]),
        (("porque nada", "to"), ["RES122 porque"]),
        (("went to to the port",), ["RES122 porque"]),
    ],
)
def test_terms(terms: tuple[str, ...], found: list[str]) -> None:
    assert codes(RESIDUE, accept=terms, select=("RES", "REP")) == found


def test_names_are_as_written() -> None:
    text = "The singer Lang Lang Sang sang. Lang Lang\u2019s songs. The the end."
    assert codes(text, select=("REP",), accept=("THE THE",)) == ["REP101 The the"]
    assert codes(text, select=("REP",), accept=("the the",)) == []


def test_figures_and_contradictions_stay() -> None:
    text = "The meeting was on Friday, February 30, 2024, and the mayor spoke."
    found = codes(text, select=("NUM",))
    assert found
    assert codes(text, select=("NUM",), accept=("Friday, February 30, 2024",)) == found


def test_vocabularies(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("# Spanish\n\nporque  # because\n  to to\n", encoding="utf-8")
    assert codes(RESIDUE, vocabularies=(str(path),), select=("RES", "REP")) == []
