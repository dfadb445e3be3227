"""Replacements as an editor writes them, to the pieces that `matchers.rewrite` fills in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lintnews.inflection import forms
from lintnews.matchers.slots import LONGEST
from lintnews.patterns import lazy
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lintnews.matchers.elements import Part, Row
    from lintnews.matchers.rewrite import Piece

_HOLE = lazy(r"\{([^{}]*)\}|\.\.\.")
_LEMMA = lazy(r"([^\W\d_](?:[\w'’-]*\w)?)(?::([vnjr]+))?\Z")


def pieces(template: str, rows: Iterable[Row], lists: Collection[str]) -> tuple[Piece, ...]:
    """Compile a replacement for a match of any of `rows`; `lists` are the names of the pack's lists.

    Raises:
        ValueError: it copies what a row does not have, or breaks the notation.
    """
    named = [{part["n"] for part in _named(row)} for row in rows]
    copied = [{part["n"] for part in _named(row) if not _is_inflected(part)} for row in rows]
    found: list[Piece] = []
    place = inflected = 0
    for hole in _HOLE.finditer(template):
        found.append(template[place : hole.start()])
        place = hole.end()
        name = hole[1].strip() if hole[1] is not None else hole.group()
        if any(name in names for names in copied):
            if not all(name in names for names in named):
                raise ValueError(f"{hole.group()} in the replacement: one of the phrases does not have it")
            found.append({"copy": name})
        elif hole[1] is not None and not _is_reserved(name, lists):
            found.append(_inflected(name, inflected))
            inflected += 1
        else:
            known = sorted({name for names in named for name in names})
            raise ValueError(
                f"{hole.group()} in the replacement is not in the phrase{did_you_mean(name, known)}"
            )
    found.append(template[place:])
    if re.search(r"[{}]", "".join(piece for piece in found if isinstance(piece, str))):
        raise ValueError("a { in the replacement has no }")
    return tuple(piece for piece in found if piece)


def _is_reserved(name: str, lists: Collection[str]) -> bool:
    return name.isdigit() or name.rstrip("0123456789") in {*LONGEST, *lists}


def _inflected(name: str, order: int) -> Piece:
    found = _LEMMA.match(name)
    if not found:
        raise ValueError(f"{{{name}}} in the replacement is no word")
    letters: dict[str, str] = {}
    for form, each in forms(found[1], found[2] or "").items():
        for letter in each:
            letters.setdefault(letter, form)
    return {"w": letters, "n": found[1], "k": order}


def _named(row: Iterable[Part]) -> Iterator[dict[str, Any]]:
    for part in row:
        if isinstance(part, dict) and "n" in part:
            yield part
            for inner in part.get("a", ()):
                yield from _named(inner)


def _is_inflected(part: dict[str, Any]) -> bool:
    """Whether the part is one word in braces, which a replacement names to inflect it, not to copy it."""
    return any(part.get("w", {}).values()) and part["n"] in part["w"]
