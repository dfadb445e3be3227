"""The notation of phrases, from what an editor writes to compiled parts (see `matchers.elements`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lintnews.facts.tokens import tokenize
from lintnews.inflection import forms
from lintnews.matchers.slots import LONGEST
from lintnews.patterns import lazy
from lintnews.suggest import did_you_mean
from lintnews.words import default_words

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from lintnews.matchers.elements import Part, Row

#: How a gap is called in a replacement.
GAP = "..."
# A gap longer than this ties words together that have nothing to do with each other.
_LONGEST_GAP = 8
_MOST_NESTED = 4
# Typewriters and other languages have quotation marks of their own: each stands for all. So do apostrophes,
# which stand alone after a plural ("workers’").
_QUOTES = '"“”„«»'
_APOSTROPHES = "'’"

_PIECE = lazy(
    r"(?P<brace>\{(?P<inner>[^{}]*)\}(?P<possessive>['’]s)?)|(?P<open>\()|(?P<close>\)(?P<optional>\?)?)|(?P<bar>\|)"
    r"|(?P<gap>\.\.\.(?P<most>\d+))|(?P<opens>\^)|(?P<begin>\[\[)|(?P<finish>\]\])|(?P<blank>\s+)|(?P<text>[^\s(){}|\[\]^]+)|(?P<wrong>.)"
)
_INNER = lazy(r"(?P<words>[^:]+?)(?::(?P<classes>[vnjr]+))?\Z")
_NUMBERED = lazy(r"(?P<slot>[a-z]+(?:[-_][a-z]+)*)\d?\Z")
_WORD = lazy(r"[^\W\d_](?:[\w'’-]*\w)?\Z")


@dataclass(frozen=True)
class Notation:
    """Reads phrases; `lists` are the named lists of words that they may use, each a list of phrases."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def row(self, phrase: str) -> Row:
        """Compile a phrase.

        Raises:
            ValueError: it breaks the notation; the message says how.
        """
        row = _Reader(self, phrase).row()
        marks = [part["m"] for part in row if isinstance(part, dict) and "m" in part]
        if marks not in ([], [0, 1]):
            raise ValueError("[[ and ]] mark one part of a phrase")
        return row

    def alternatives(self, name: str, depth: int = 0) -> Part:
        """Compile a list of words under its name.

        Raises:
            ValueError: it breaks the notation, or uses itself.
        """
        if depth > _MOST_NESTED:
            raise ValueError(f"the list {name!r} uses itself")
        return one_of([_Reader(self, item, depth + 1).row() for item in self.lists[name]], name)


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, notation: Notation, phrase: str, depth: int = 0) -> None:
        self._notation, self._phrase, self._depth = notation, phrase, depth
        self._pieces = list(_PIECE.finditer(phrase))
        self._place = 0
        self._groups = 0

    def row(self) -> Row:
        row = self._row()
        if self._place < len(self._pieces):
            raise ValueError(f"{self._pieces[self._place].group()!r} has no bracket before it")
        if not row:
            raise ValueError("the phrase is empty")
        return row

    def _row(self) -> Row:
        row: Row = []
        while self._place < len(self._pieces):
            piece = self._pieces[self._place]
            if piece.lastgroup is None or piece["close"] or piece["bar"]:
                break
            self._place += 1
            if piece["brace"]:
                row.append(self._brace(piece))
            elif piece["open"]:
                row.append(self._group())
            elif piece["gap"]:
                row.append(_gap(int(piece["most"])))
            elif piece["opens"]:
                row.append({"o": "sentence"})
            elif piece["begin"] or piece["finish"]:
                row.append({"m": 0 if piece["begin"] else 1})
            elif piece["text"]:
                row += _literals(piece["text"])
            elif piece["wrong"]:
                raise ValueError(f"{piece['wrong']!r} has no meaning here")
        return row

    def _group(self) -> Part:
        self._groups += 1
        name = str(self._groups)
        rows = [self._row()]
        while self._place < len(self._pieces) and self._pieces[self._place]["bar"]:
            self._place += 1
            rows.append(self._row())
        if self._place == len(self._pieces):
            raise ValueError("a ( has no )")
        closing = self._pieces[self._place]
        self._place += 1
        if not all(rows):
            raise ValueError("a choice in ( ) is empty; write (very)? for words that may be missing")
        return one_of([*rows, []] if closing["optional"] else rows, name)

    def _brace(self, piece: re.Match[str]) -> Part:
        inner, possessive = piece["inner"].strip(), bool(piece["possessive"])
        numbered = _NUMBERED.match(inner)
        slot = numbered["slot"] if numbered else ""
        if slot in self._notation.lists:
            part = self._notation.alternatives(slot, self._depth)
            if not isinstance(part, str):
                part["n"] = inner
        elif slot in LONGEST:
            part = {"s": slot, "n": inner, **({"p": True} if possessive else {})}
            possessive = False
        else:
            part = self._inflected(inner)
        return _possessive(part, inner) if possessive else part

    def _inflected(self, inner: str) -> Part:
        found = _INNER.match(inner)
        if not found:
            raise ValueError(f"{{{inner}}} is no word")
        letters: dict[str, str] = {}
        lemmas = [word.strip() for word in found["words"].split("|")]
        for lemma in lemmas:
            if " " in lemma or lemma != lemma.lower():
                raise ValueError(f"{{{inner}}}: braces hold one word that changes, in small letters")
            is_word = _WORD.match(lemma) is not None
            if not is_word or not default_words().zipf(lemma):
                meant = did_you_mean(lemma, (*LONGEST, *self._notation.lists))
                if not is_word or meant:
                    raise ValueError(f"{{{inner}}} is neither a word, a slot nor a list{meant}")
            merge(letters, forms(lemma, found["classes"] or ""))
        return {"w": letters, "n": found["words"]}


def one_of(rows: list[Row], name: str) -> Part:
    """Return the part that is one of `rows`: single words become one set."""
    letters: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in rows:
        if len(row) != 1 or (isinstance(row[0], dict) and "w" not in row[0]):
            return {"a": rows, "n": name}
        part = row[0]
        if isinstance(part, str):
            letters.setdefault(part.casefold(), "")
            if part != part.casefold():
                capitals[part.casefold()] = part
        else:
            merge(letters, part["w"])
            capitals.update(part.get("c", {}))
    return {"w": letters, "n": name, **({"c": capitals} if capitals else {})}


def merge(letters: dict[str, str], more: Mapping[str, str]) -> None:
    """Add forms to forms, each with all the letters that either gives it."""
    for form, found in more.items():
        letters[form] = letters.get(form, "") + "".join(x for x in found if x not in letters.get(form, ""))


def _literals(text: str) -> list[Part]:
    return [_literal(token.text.replace("’", "'")) for token in tokenize(text)]


def _literal(word: str) -> Part:
    for alike in (_QUOTES, _APOSTROPHES):
        if word in alike:
            return {"w": dict.fromkeys(alike, ""), "n": word}
    return word


def _gap(most: int) -> Part:
    if not 1 <= most <= _LONGEST_GAP:
        raise ValueError(f"a gap is of 1 to {_LONGEST_GAP} words")
    return {"g": [0, most], "n": GAP}


def _possessive(part: Part, inner: str) -> Part:
    if isinstance(part, str):
        return f"{part}'s"
    if "w" not in part:
        raise ValueError(f"{{{inner}}}'s: only single words have a possessive")
    possessive: dict[str, Any] = {"w": {f"{form}'s": letters for form, letters in part["w"].items()}}
    return {**part, **possessive}
