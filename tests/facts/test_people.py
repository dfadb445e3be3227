"""What an article says of a person's sex, and which offices exclude each other."""

from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.given_names import Sex
from lintnews.facts.offices import exclude_each_other, is_of_another_time, office_of
from lintnews.facts.people import Ground
from lintnews.readers import read
from lintnews.source import Source


def told(text: str) -> dict[str, list[tuple[Sex, Ground]]]:
    people = Facts(read(Source(text))).people
    return {person.surname: [(item.sex, item.ground) for item in person.evidence] for person in people}


def test_titles_names_and_pronouns_tell() -> None:
    assert told("Mr Halvari runs the mill. He is 40.") == {
        "Halvari": [(Sex.HE, Ground.TITLE), (Sex.HE, Ground.PRONOUN)]
    }
    assert told("Nancy Lundqvist ran home.") == {"Lundqvist": [(Sex.SHE, Ground.GIVEN_NAME)]}


def test_a_relative_is_told_by_the_noun() -> None:
    assert (Sex.SHE, Ground.NOUN) in told("The farmer and his wife, Nancy Lundqvist, sold milk.")["Lundqvist"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Halvari thanked the nurse. She smiled.",
        "Mr Halvari met Tatiana Lund. She smiled.",
        "Mr Halvari wept. “She is gone,” a voice said.",
    ],
)
def test_a_pronoun_that_may_mean_another_is_no_evidence(text: str) -> None:
    assert told(text)["Halvari"] == [(Sex.HE, Ground.TITLE)]


def test_two_people_of_one_surname_are_left_out() -> None:
    assert told("Nancy Lundqvist sang. Martin Lundqvist danced.") == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prime Minister", "Vice Premier"),
        ("President", "Vice President"),
        ("Foreign Minister", "Defense Minister"),
        ("Mayor", "Deputy Mayor"),
        ("President", "Prime Minister"),
    ],
)
def test_offices_that_nobody_holds_together(one: str, other: str) -> None:
    first, second = office_of(one), office_of(other)
    assert first is not None
    assert second is not None
    assert exclude_each_other(first, second)
    assert exclude_each_other(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prime Minister", "Premier"),
        ("Deputy Prime Minister", "Vice Premier"),
        ("Defence Minister", "Defense Minister"),
        ("Deputy Prime Minister", "Finance Minister"),
        ("Minister", "Foreign Minister"),
    ],
)
def test_offices_that_one_person_may_hold(one: str, other: str) -> None:
    first, second = office_of(one), office_of(other)
    assert first is not None
    assert second is not None
    assert not exclude_each_other(first, second)


def test_a_title_of_no_state_is_no_office() -> None:
    assert office_of("Mr") is None
    assert office_of("Secretary of State") is None


def test_another_time() -> None:
    assert is_of_another_time("the former Prime Minister")
    assert is_of_another_time("who was then Foreign Minister")
    assert not is_of_another_time("On Friday the Prime Minister")
