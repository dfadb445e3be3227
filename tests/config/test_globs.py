"""Patterns for paths."""

from __future__ import annotations

import pytest

from lintnews.config.globs import matcher

PATHS = ("sport/match.txt", "sport/old/match.txt", "story.txt", "story+.md")


@pytest.mark.parametrize(
    ("globs", "fits"),
    [
        ("sport/*", "sport/match.txt sport/old/match.txt"),
        ("sport", "sport/match.txt sport/old/match.txt"),
        ("old/", "sport/old/match.txt"),
        ("/old", ""),
        ("*/match.txt", "sport/match.txt"),
        ("sport/**/match.txt", "sport/match.txt sport/old/match.txt"),
        ("m*.txt", "sport/match.txt sport/old/match.txt"),
        ("**/ma[rt]ch.txt", "sport/match.txt sport/old/match.txt"),
        ("**", "sport/match.txt sport/old/match.txt story.txt story+.md"),
        ("./story.txt", "story.txt"),
        ("/*.txt", "story.txt"),
        ("st?ry.*", "story.txt"),
        ("story+.md", "story+.md"),
        ("[!s]*.txt", "sport/match.txt sport/old/match.txt"),
        ("port/*", ""),
        ("*.md old", "sport/old/match.txt story+.md"),
    ],
)
def test_fits(globs: str, fits: str) -> None:
    expression = matcher(globs.split())
    assert [path for path in PATHS if expression.fullmatch(path)] == fits.split()


@pytest.mark.parametrize("glob", ["a[", "[z-a]", "../up/*"])
def test_no_pattern(glob: str) -> None:
    with pytest.raises(ValueError, match=r"^'"):
        matcher([glob])
