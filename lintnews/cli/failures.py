"""What commands may fail with before they begin, as lines for the user."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from lintnews.cli.console import Exit, complain
from lintnews.cli.declared import EndError
from lintnews.cli.reported import UnusableError
from lintnews.config.resolve import ERRORS
from lintnews.unusable import PackError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told() -> Iterator[None]:
    """Turn broken settings, a broken pack or an unknown selector into lines on standard error and exit 2."""
    try:
        yield
    except (*ERRORS, UnusableError) as error:
        for problem in lines_of(error):
            complain(problem)
    else:
        return
    raise EndError(Exit.FAILED)


def lines_of(error: Exception) -> tuple[str, ...]:
    """Return what to tell the user of one of ERRORS."""
    return tuple(map(str, error.problems)) if isinstance(error, PackError) else (str(error),)
