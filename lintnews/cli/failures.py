"""What commands may fail with before they begin, as lines for the user."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from lintnews.cli.console import Exit, complain
from lintnews.packs import PackError
from lintnews.selection import SelectionError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told() -> Iterator[None]:
    """Turn a broken pack or an unknown selector into lines on standard error and exit code 2."""
    try:
        yield
    except PackError as error:
        for problem in error.problems:
            complain(str(problem))
    except SelectionError as error:
        complain(str(error))
    else:
        return
    raise click.exceptions.Exit(Exit.FAILED)
