"""What another linter says of the article: a fact like others, but one that is given, not computed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from lintnews.span import Span


class Remark(NamedTuple):
    """One finding of LanguageTool, in offsets of `Article.text`.

    Attributes:
        rule: LanguageTool's id of its rule.
        id: the id that the finding bears: in rules that are lists of words it ends in the word.
        category: its id of the rule's category.
        message: its sentence for the writer.
        replacements: what it would put in the place of `span`, best first.
        url: a page about it, empty for none.
    """

    rule: str
    id: str
    category: str
    span: Span
    message: str
    replacements: tuple[str, ...] = ()
    url: str = ""


#: Remarks by the text of the article that they are about.
Remarks = Mapping[str, tuple[Remark, ...]]
NO_REMARKS: Remarks = MappingProxyType({})
