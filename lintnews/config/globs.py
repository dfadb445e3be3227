"""Patterns for paths: `*.md`, `sport/**`, `archive/20[01]?/*.txt`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def matcher(globs: Iterable[str]) -> re.Pattern[str]:
    """Return an expression that matches, in full, the paths (with `/`) that one of the patterns means.

    As git has them: one without a slash means the name of a file or folder at any depth, one with a slash
    counts from the top; `*` and `?` stop at slashes, `**` does not; a folder means all that is in it.

    Raises:
        ValueError: a pattern is no pattern.
    """
    return re.compile("|".join(map(_expression, globs)))  # noqa: TID251 - only where settings have patterns


def below(folder: str, glob: str) -> str:
    """Return the pattern for whole paths that a pattern means which counts from a folder.

    Raises:
        ValueError: it is no pattern.
    """
    _expression(glob)
    pattern = glob.removeprefix("./").removesuffix("/")
    depth = "" if "/" in pattern else "**/"
    whole = os.path.normpath(folder).replace(os.sep, "/")
    literal = "".join(f"[{char}]" if char in "*?[" else char for char in whole)
    return f"{literal.removesuffix('/')}/{depth}{pattern.removeprefix('/')}"


def _expression(glob: str) -> str:
    pattern = glob.removeprefix("./").removesuffix("/")
    if pattern.startswith("../"):
        raise ValueError(f"{glob!r} leaves the folder of the settings file")
    depth = "" if "/" in pattern else "(?:.*/)?"
    pattern = pattern.removeprefix("/")
    made, place = "", 0
    while place < len(pattern):
        if pattern.startswith("**/", place) and (place == 0 or pattern[place - 1] == "/"):
            made, place = made + "(?:.*/)?", place + 3
        elif pattern.startswith("**", place):
            made, place = made + ".*", place + 2
        elif pattern[place] in "*?":
            made, place = made + ("[^/]*" if pattern[place] == "*" else "[^/]"), place + 1
        elif pattern[place] == "[":
            end = pattern.find("]", place + 2)
            if end < 0:
                raise ValueError(f"{glob!r} has a [ that is not closed")
            inner = pattern[place + 1 : end].replace("\\", r"\\").replace("[", r"\[")
            made += f"[^{inner[1:]}]" if inner[0] in "!^" else f"[{inner}]"
            place = end + 1
        else:
            made, place = made + re.escape(pattern[place]), place + 1
    try:
        re.compile(made)  # noqa: TID251
    except re.error as error:
        raise ValueError(f"{glob!r} is no pattern: {error}") from error
    return f"{depth}{made}(?:/.*)?"
