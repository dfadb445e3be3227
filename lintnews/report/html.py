"""For people who read in a browser: the articles as they will read, with their findings beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.report.page import article_html, page
from lintnews.report.tally import Tally
from lintnews.report.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checked import Checked, Problem
    from lintnews.report import Canvas


class Html:
    """The format `html`. The page is self-contained, and can be read with scripts off.

    Of several articles, those without findings are only listed, of archives not even that.
    """

    def __init__(self, canvas: Canvas) -> None:  # noqa: ARG002 - a page finds its own width
        self._pages: list[dict[str, Any]] = []
        self._tally = Tally()

    def file(self, checked: Checked) -> str:
        """Return nothing yet; the article is kept."""
        self._tally.add(checked)
        record = checked.source.record
        if record and not checked.findings:
            return ""  # an archive has thousands
        found = len(checked.findings)
        at = f"a{len(self._pages) + 1}-"
        html = (
            article_html(typeset(checked.source, checked.findings), at=at) if found or not self._pages else ""
        )
        path = f"{checked.path}, record {record.number:,}" if record else checked.path
        self._pages.append({"at": at, "found": found, "path": path, "count": counted(found), "html": html})
        return ""

    def close(self, problems: Sequence[Problem]) -> str:
        """Return the page."""
        if len(self._pages) > 1:
            for one in self._pages:
                one["html"] = one["html"] if one["found"] else ""
        title = f"{self._pages[0]['path']} – lintnews" if len(self._pages) == 1 else "lintnews"
        told = [str(problem) for problem in problems]
        return page(
            "report.html",
            title=title,
            summary=self._tally.summary(),
            pages=self._pages,
            problems=told,
            live=False,
        )


def counted(findings: int) -> str:
    """Return the number of findings in words."""
    return f"{findings or 'no'} finding{'' if findings == 1 else 's'}"
