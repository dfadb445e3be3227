"""Several articles at once before LanguageTool, and what becomes of them when it is lost on the way."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from lintnews.facts.remarks import NO_REMARKS, Remarks
from lintnews.languagetool.failure import LanguageToolFailure, ServerLost
from lintnews.languagetool.passage import passage_of
from lintnews.languagetool.place import DOWNLOAD, Address, address, downloaded, installed, is_address
from lintnews.languagetool.server import started
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from lintnews.article import Article
    from lintnews.languagetool.client import Client

T = TypeVar("T")

# A server works on one text per core; beyond that texts only wait there.
_MOST_THREADS = 4
# Articles read ahead for each thread, so that none of them waits for us.
_AHEAD = 2


class Question(NamedTuple):
    """The articles of a file, and the ids of rules that LanguageTool need not run on them."""

    articles: tuple[Article, ...]
    off: tuple[str, ...] = ()


class Answer(NamedTuple):
    """What LanguageTool says of the articles of a file, or why it says nothing."""

    remarks: Remarks = NO_REMARKS
    failure: LanguageToolFailure | None = None


class Reading:
    """Asks one server about many articles."""

    def __init__(self, client: Client, threads: int) -> None:
        self._client, self._threads = client, threads
        self._lost: ServerLost | None = None

    @property
    def url(self) -> str:
        """The address of the server, ending in a slash."""
        return self._client.address.url

    def over(
        self, items: Iterable[T], question_of: Callable[[T], Question | None]
    ) -> Iterator[tuple[T, Answer]]:
        """Yield each item with what is said of its articles, in order; no question has an empty answer."""
        with ThreadPoolExecutor(self._threads, "languagetool") as pool:
            waiting: deque[tuple[T, Future[Answer]]] = deque()
            try:
                for item in items:
                    waiting.append((item, pool.submit(self.ask, question_of(item))))
                    if len(waiting) > self._threads * _AHEAD:
                        yield _done(waiting)
                while waiting:
                    yield _done(waiting)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def ask(self, question: Question | None) -> Answer:
        """Return what LanguageTool says now."""
        if self._lost:
            return Answer(failure=self._lost)
        if question is None:
            return Answer()
        try:
            remarks = {
                article.text: self._client.remarks(passage_of(article), question.off)
                for article in question.articles
            }
            return Answer(remarks)
        except ServerLost as error:
            self._lost = error
            return Answer(failure=error)
        except LanguageToolFailure as error:
            return Answer(failure=error)


@contextmanager
def opened(where: str, patience: float) -> Iterator[Reading]:
    """Reach the LanguageTool that `where` names; one in a folder is started, and stopped in the end.

    Args:
        where: an address, a folder, or `DOWNLOAD`.
        patience: seconds to wait for an answer.

    Raises:
        LanguageToolFailure: it cannot be reached or started.
    """
    with ExitStack() as stack:
        server: Address
        if is_address(where):
            server = address(where)
        else:
            server = stack.enter_context(started(downloaded() if where == DOWNLOAD else installed(where)))
        from lintnews.languagetool.client import Client  # noqa: PLC0415 - the library is slow to load

        yield Reading(Client(server, patience), min(os.cpu_count() or 1, _MOST_THREADS))


def _done(waiting: deque[tuple[T, Future[Answer]]]) -> tuple[T, Answer]:
    item, answer = waiting.popleft()
    return item, answer.result()
