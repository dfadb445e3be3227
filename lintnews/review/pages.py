"""The pages of a review as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.report.html import counted
from lintnews.report.page import article_html, fragment, page
from lintnews.review.errors import ReviewError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.review.opened import Opened


def address(number: int) -> str:
    """Return where an article is, by its number on the desk, from 1."""
    return f"/articles/{number}"


def index(articles: Sequence[Opened], nonce: str) -> str:
    """Return the list of articles."""
    shelf = [{"path": article.path, "address": address(number)} for number, article in enumerate(articles, 1)]
    return page("index.html", nonce=nonce, articles=shelf)


def review(articles: Sequence[Opened], number: int, nonce: str) -> str:
    """Return the page of an article.

    Raises:
        ReviewError: it cannot be read.
    """
    article = articles[number - 1]
    return page(
        "review.html",
        nonce=nonce,
        path=article.path,
        address=address(number),
        several=len(articles) > 1,
        previous=address(number - 1) if number > 1 else "",
        following=address(number + 1) if number < len(articles) else "",
        work=work(article),
        live=True,
    )


def refused(title: str, message: str, nonce: str, *, back: bool) -> str:
    """Return a page that says why there is none; `back` links to the list."""
    return page("refused.html", nonce=nonce, title=title, message=message, back=back)


def work(article: Opened) -> str:
    """Return the part of an article's page that changes with each step.

    Raises:
        ReviewError: the article cannot be read.
    """
    view = article.view()
    return fragment(
        "work.html",
        view=view,
        path=article.path,
        count=counted(len(view.findings)),
        article=article_html(view.galley, live=True),
    )


def summary(article: Opened) -> dict[str, Any]:
    """Return what the list says of an article."""
    try:
        view = article.view()
    except ReviewError as error:
        return {"count": str(error), "title": ""}
    count = counted(len(view.findings)) + (", changes not saved" if view.unsaved else "")
    return {"count": count, "title": view.galley.title}
