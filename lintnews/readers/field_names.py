"""Which fields of JSON and which columns of CSV hold prose, by their names, and the articles they make."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import headed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.readers.assembly import Unit
    from lintnews.readers.embedded import Embedded


class Role(Enum):
    """What a field is to its article, in the order in which a reader meets it."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    SLUGLINE = "slugline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUMMARY = "summary"
    CAPTION = "caption"

    @property
    def kind(self) -> BlockKind | None:
        """The kind of the block that a field of this role is, None where it may be many."""
        return _KINDS.get(self)


_KINDS = {
    Role.HEADLINE: BlockKind.HEADLINE,
    Role.SUBHEADLINE: BlockKind.HEADLINE,
    Role.SLUGLINE: BlockKind.CREDIT,
    Role.BYLINE: BlockKind.BYLINE,
    Role.DATELINE: BlockKind.DATELINE,
    Role.CAPTION: BlockKind.CAPTION,
}
_NAMES = {
    Role.HEADLINE: "headline headlines title head heading headline_text",
    Role.SUBHEADLINE: "subheadline subtitle subhead deck kicker standfirst",
    Role.SLUGLINE: "slugline",
    Role.BYLINE: "byline author authors",
    Role.DATELINE: "dateline",
    Role.BODY: "body bodies text content article story body_text body_html body_xhtml bodytext articlebody "
    "article_body article_text fulltext full_text main_text maintext html content_html content_text "
    "paragraphs translation target mt",
    Role.SUMMARY: "summary description descriptions description_text description_html description_xhtml "
    "abstract excerpt teaser",
    Role.CAPTION: "caption captions alt alt_text",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}


def role_of(name: str, named: Sequence[str] = ()) -> Role | None:
    """Return what a field of this name is, None where it holds no prose.

    `named` are the fields that the user wants read; all others are then left alone, and what is not known
    otherwise is taken for a body.
    """
    folded = name.strip().lower().replace("-", "_").replace(" ", "_")
    known = _ROLES.get(folded) or _ROLES.get(folded.replace("_", ""))
    if named:
        return (known or Role.BODY) if name in named else None
    return known


class Fields:
    """The prose of one object or row, by role."""

    def __init__(self) -> None:
        self._head: dict[Role, list[Unit]] = {role: [] for role in Role}
        self._stories: dict[Role, list[list[Unit]]] = {Role.BODY: [], Role.SUMMARY: []}
        self.is_known = False

    def add(
        self, role: Role, texts: Sequence[Embedded], encoding: str, *, as_html: bool | None = None
    ) -> None:
        """Add a field of one or several texts, HTML where it looks like it, unless that is known."""
        self.is_known = self.is_known or role in (Role.HEADLINE, Role.BODY)
        if role not in self._stories:
            self._head[role] += (text.unit(role.kind) for text in texts if text.text.strip())
            return
        stories = [list(text.stories(encoding, as_html=as_html)) for text in texts]
        if len(stories) > 1:
            stories = [[[unit for story in stories for units in story for unit in units]]]
        self._stories[role] += (units for story in stories for units in story if units)

    def stories(self, *, joined: bool) -> Iterator[list[Unit]]:
        """Yield the units of each article: the story, the same in another format, what tells of it.

        Nothing where there is neither a headline nor a body. `joined` makes one story of all bodies.
        """
        bodies = self._stories[Role.BODY]
        if not bodies and not self._head[Role.HEADLINE]:
            return
        if joined:
            bodies = [[unit for units in bodies for unit in units]]
        head = [unit for role in Role for unit in self._head[role] if role is not Role.CAPTION]
        first, *others = bodies or [[]]
        for units in (
            headed([*head, *first]),
            *others,
            *self._stories[Role.SUMMARY],
            self._head[Role.CAPTION],
        ):
            if units:
                yield units
