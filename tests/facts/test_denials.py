"""What denies what, as the lexicon has it."""

from __future__ import annotations

from lintnews.facts.denials import countries, denials, regions
from lintnews.facts.lexicon import read_lexicon


def test_longest_phrase_is_first() -> None:
    (vegan,) = denials()["vegan"]
    assert vegan.links["made"] == (("made", "of"), ("made", "from"), ("made", "with"))
    lone = denials()["lone"][0]
    assert lone.words == ("lone", "gunman")


def test_every_row_has_three_fields_and_excludes_nothing_of_its_own() -> None:
    for row in read_lexicon("denials")["phrases"]:
        called, links, excluded = (field.split(", ") for field in row.split(" / "))
        assert all((*called, *links, *excluded)), row
        assert not {*called} & {*excluded}, row


def test_a_country_of_two_regions_is_in_both() -> None:
    assert {region for region, members in regions().items() if "turkey" in members} == {"european", "asian"}
    assert "iceland" in countries()
