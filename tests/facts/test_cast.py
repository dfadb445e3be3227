"""Who is in an article, and of which sex."""

from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.given_names import Sex, sex_of
from lintnews.readers import read
from lintnews.source import Source


def _figures(text: str) -> list[tuple[str, Sex | None, str]]:
    facts = Facts(read(Source(text)))
    return [
        (facts.tokens[figure.tokens.start].text, figure.sex, figure.name) for figure in facts.cast.figures
    ]


def test_titles_nouns_and_given_names_tell_the_sex() -> None:
    found = _figures("Mr Halvari met Agnes Holm and a widow. The driver was late.")
    assert found == [
        ("Halvari", Sex.HE, "halvari"),
        ("Agnes", Sex.SHE, "holm"),
        ("widow", Sex.SHE, ""),
        ("driver", None, ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The director of the mill, Agnes Holm, resigned.",
        "Agnes Holm, the director, resigned.",
        "Agnes Holm is the director.",
        "Founder and director Agnes Holm resigned.",
    ],
)
def test_a_noun_said_of_a_name_is_nobody_else(text: str) -> None:
    assert _figures(text) == [("Agnes", Sex.SHE, "holm")]


def test_a_noun_said_of_one_name_stands_for_it_later() -> None:
    found = _figures("Agnes Holm, the director, resigned.\n\nThe director was tired.")
    assert found[-1] == ("director", Sex.SHE, "holm")


def test_places_and_acronyms_are_nobody() -> None:
    assert _figures("Prices rose in Gorvik, the NATO seat, and near the Orlen.") == []


def test_one_pronoun_does_not_outvote_the_others() -> None:
    text = "Robin Halvari said he was glad. Halvari said he would stay. Halvari said she had slept."
    assert {sex for _, sex, _ in _figures(text)} == {Sex.HE}


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Murat Demir", Sex.HE),
        ("Jarmila Holubová", Sex.SHE),
        ("Masahiro Oda", Sex.HE),
        ("Rekha Menon", Sex.SHE),
        ("Robin Riva", None),
        ("Kane", None),
    ],
)
def test_given_names_of_one_sex(name: str, sex: Sex | None) -> None:
    assert sex_of(name.split()) is sex
