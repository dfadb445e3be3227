"""HTML: the story is found on its page, and what is around it left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.readers.assembly import Unit, assemble, headed
from lintnews.readers.html_blocks import blocks_in, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lintnews.article import Article
    from lintnews.readers.html_blocks import Container, Page
    from lintnews.source import Source

# A container with so much of the running text of what is around it holds the story.
_MOST = 0.8
_NO_STORY = frozenset({"aside", "footer"})
_NO_STORY_ROLES = frozenset({"navigation", "contentinfo", "complementary", "banner", "search"})


def read_html(source: Source) -> Iterator[Article]:
    """Yield the stories of a page, then as one article what stands in attributes and descriptions."""
    for units in stories_of(source.text, source.encoding):
        yield from assemble(source, units)


def stories_of(text: str, encoding: str) -> Iterator[list[Unit]]:
    """Yield the units of each story of a page, and at last those of texts in attributes."""
    page = page_of(text, encoding)
    tree = _Tree(page.containers)
    roots = tree.roots()
    for root in roots:
        inside = tree.inside(root)
        units = blocks_in(page.units, inside)
        if units and len(roots) == 1:
            units = [*_headline(page, inside), *units]
        if units:
            yield headed(units)
    shown = [any(found) for found in zip(*map(tree.inside, roots), strict=True)]
    extras = _distinct(extra.unit for extra in page.extras if extra.container < 0 or shown[extra.container])
    if extras:
        yield extras


class _Tree:
    """The containers of a page, each after its parent, with the running text in each."""

    def __init__(self, containers: Sequence[Container]) -> None:
        self._containers = containers
        left_out: list[bool] = []
        for index, container in enumerate(containers):
            above = index > 0 and left_out[container.parent]
            left_out.append(above or _is_no_story(container))
        self.left_out = left_out
        self._totals = [0 if out else c.prose for c, out in zip(containers, left_out, strict=True)]
        for index in range(len(containers) - 1, 0, -1):
            self._totals[containers[index].parent] += self._totals[index]

    def roots(self) -> list[int]:
        """Return the containers that hold the stories: as the page says, else where most running text is."""
        articles = self._outermost(_is_article)
        bodies = self._outermost(_is_body)
        if articles:
            best = self._fullest(articles)
            if self._totals[best] < _MOST * sum(self._totals[index] for index in articles):
                return articles
            inside = self.inside(best)
            inner = [index for index in bodies if inside[index]]
            return inner if len(inner) == 1 else [best]
        if bodies:
            return [self._fullest(bodies)]
        return [self._densest(next(iter(self._outermost(_is_main)), 0))]

    def inside(self, root: int) -> list[bool]:
        """Return for each container whether it is `root` or within it, and may be part of a story."""
        found: list[bool] = []
        for index, container in enumerate(self._containers):
            within = index == root or (index > 0 and found[container.parent])
            found.append(within and (index == root or not self.left_out[index]))
        return found

    def _fullest(self, indices: Sequence[int]) -> int:
        return max(indices, key=lambda index: self._totals[index])

    def _outermost(self, is_wanted: Callable[[Container], bool]) -> list[int]:
        """Return the containers that are wanted, have running text, and stand in no other such."""
        within: list[bool] = []
        found = []
        for index, container in enumerate(self._containers):
            above = index > 0 and within[container.parent]
            wanted = not above and is_wanted(container)
            within.append(above or wanted)
            if wanted and self._totals[index]:
                found.append(index)
        return found

    def _densest(self, root: int) -> int:
        """Go down from `root` for as long as one container within holds nearly all of the running text."""
        least = _MOST * self._totals[root]
        for index in range(root + 1, len(self._containers)):
            if self._containers[index].parent == root and self._totals[index] >= max(1, least):
                root = index
        return root


def _is_no_story(container: Container) -> bool:
    return container.tag.name in _NO_STORY or container.tag.value("role") in _NO_STORY_ROLES


def _is_article(container: Container) -> bool:
    return container.tag.name == "article" or container.tag.value("role") == "article"


def _is_body(container: Container) -> bool:
    return "articleBody" in (container.tag.value("itemprop") or "").split()


def _is_main(container: Container) -> bool:
    return container.tag.name == "main" or container.tag.value("role") == "main"


def _headline(page: Page, inside: Sequence[bool]) -> list[Unit]:
    """Return the page's headline where it stands before the story, not in it."""
    before: list[Unit] = []
    for placed in page.units:
        is_headline = placed.unit.kind is BlockKind.HEADLINE
        if inside[placed.container]:
            return [] if is_headline else before
        if is_headline:
            before = [placed.unit]
    return []


def _distinct(units: Iterable[Unit]) -> list[Unit]:
    """Drop units whose text another has already: one picture may stand on a page twice."""
    by_text: dict[str, Unit] = {}
    for unit in units:
        by_text.setdefault("".join(piece.text for piece in unit.pieces).strip(), unit)
    return list(by_text.values())
