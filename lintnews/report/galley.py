"""The article as it will read, with its findings marked in it: what the page of `review` and `html` shows.

Printers call such a proof a galley. Here it is data: `typesetting.py` makes it of a file, and the templates
in `data/page/` make HTML of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.finding import Applicability, Finding
    from lintnews.span import Span

#: What a defect spoils, by family: the page marks each in its own way.
GROUPS = {
    "meaning": ("CON", "NUM", "CNS"),
    "wording": ("HED", "GRM", "LEX", "REP", "LT"),
    "form": ("RES", "QUO", "STY", "LNT"),
}
#: The families in a word or two, as a margin has room for.
KINDS = {
    "RES": "residue",
    "QUO": "quotation marks, spacing",
    "REP": "repetition",
    "HED": "heading",
    "NUM": "figures",
    "CNS": "consistency",
    "CON": "contradiction",
    "GRM": "grammar",
    "LEX": "wording",
    "STY": "house style",
    "LT": "LanguageTool",
    "LNT": "comment to lintnews",
}
_GROUP_OF = {family: group for group, families in GROUPS.items() for family in families}
_TITLE_WORDS = 16


class Run(NamedTuple):
    """Characters of the article that are marked alike.

    Attributes:
        text: the characters; a part of them may be `hidden`.
        pieces: the same, cut where a character would not be seen: (text, name of the character or "").
        note: number of the finding they belong to (the innermost), 0 for none.
        anchors: ids of the findings (`m1`) and other places (`p1-0`) that begin here.
        closes: numbers of the findings that end here.
        proves: whether they are another place of some finding.
        was: where they are not as they were in the file, what stood there.
    """

    text: str
    pieces: tuple[tuple[str, str], ...]
    note: int = 0
    anchors: tuple[str, ...] = ()
    closes: tuple[int, ...] = ()
    proves: bool = False
    was: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see but room."""
        return self.text.isspace()


class Part(NamedTuple):
    """A block, or what stands between two blocks of one line (kind None)."""

    kind: BlockKind | None
    runs: tuple[Run, ...]


class Row(NamedTuple):
    """A line of blocks that stand together, and the numbers of the findings noted beside it.

    `span` is its place in the file, `line` the number of its first line there. `anchors` are ids of places
    near it that its text does not show.
    """

    parts: tuple[Part, ...]
    notes: tuple[int, ...]
    anchors: tuple[str, ...]
    span: Span
    line: int

    @property
    def kind(self) -> BlockKind:
        """The kind of the block that the line is there for."""
        kinds = [part.kind for part in self.parts if part.kind]
        return next((kind for kind in kinds if kind is BlockKind.PARAGRAPH), kinds[0])


class Change(NamedTuple):
    """A place of the file that reads otherwise than it did; `was` is what it said."""

    span: Span
    was: str


class Place(NamedTuple):
    """Another place of the article that a note points to; `anchor` is its id in the page."""

    anchor: str
    line: int
    before: str
    text: str
    after: str
    message: str


class Candidate(NamedTuple):
    """A fix in words: what it does (`action`) and the text it gives (`text`, may be empty).

    `choice` counts the fixes of the finding from 0; `is_whole` is that of the fix.
    """

    choice: int
    action: str
    text: str
    applicability: Applicability
    is_whole: bool


class Note(NamedTuple):
    """What stands in the margin beside a finding; `number` counts from 1 in the order of the text."""

    number: int
    finding: Finding
    text: str
    line: int
    places: tuple[Place, ...]
    candidates: tuple[Candidate, ...]

    @property
    def repairs(self) -> tuple[Candidate, ...]:
        """The candidates that can be made."""
        return tuple(candidate for candidate in self.candidates if candidate.is_whole)

    @property
    def group(self) -> str:
        """What the defect spoils: a key of GROUPS."""
        return _GROUP_OF.get(self.finding.rule.family, "wording")

    @property
    def kind(self) -> str:
        """The kind of the defect, in a word or two."""
        return KINDS.get(self.finding.rule.family, self.finding.rule.family)


class Galley(NamedTuple):
    """The articles of one file, ready to be shown."""

    rows: tuple[Row, ...]
    notes: tuple[Note, ...]

    @property
    def title(self) -> str:
        """The headline, or how the text begins."""
        row = next((row for row in self.rows if row.kind is BlockKind.HEADLINE), None)
        row = row or next(iter(self.rows), None)
        words = "".join(run.text for part in row.parts for run in part.runs).split() if row else []
        return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")

    @property
    def loose(self) -> tuple[int, ...]:
        """Numbers of the notes that stand beside no row, as there is none."""
        return () if self.rows else tuple(note.number for note in self.notes)
