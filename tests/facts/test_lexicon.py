"""The lexica, which are read without PyYAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lintnews.facts.lexicon import any_opposites, exclusive_sets, read_lexicon

LEXICA = sorted((Path(__file__).parents[2] / "rules" / "lexicon").glob("*.yaml"))


@pytest.mark.parametrize("path", LEXICA, ids=lambda path: path.stem)
def test_a_lexicon_is_read_as_yaml_reads_it(path: Path) -> None:
    content = yaml.safe_load(path.read_bytes())
    assert read_lexicon(path.stem) == {section: tuple(rows) for section, rows in content.items()}


def test_opposites_exclude_each_other() -> None:
    assert "clos" in any_opposites()["open"]
    assert "open" in any_opposites()["clos"]


def test_days_of_the_week_are_one_set() -> None:
    assert exclusive_sets()["monday"] & exclusive_sets()["friday"]
    assert not exclusive_sets()["monday"] & exclusive_sets()["april"]


def test_a_lexicon_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        read_lexicon("antonyms")
