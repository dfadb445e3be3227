"""Commands with their arguments and options, as data: click is loaded only where it has something to do.

Most command lines are plain, and `cli/plain.py` reads those; `cli/clicked.py` makes click's commands of the
same data for all others. What stands in `Parameter.fields` is what click calls it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from lintnews.records import NamedTuple

F = TypeVar("F", bound=Callable[..., Any])

# Where a function keeps its parameters; `functools.wraps` takes them along.
_PARAMETERS = "__lintnews_parameters__"


class UsageError(Exception):
    """The command line asks for something that cannot be; the message is one line for the user."""


class EndError(Exception):
    """The run ends here: all has been said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Choice(NamedTuple):
    """One of these words."""

    words: tuple[str, ...]


class Between(NamedTuple):
    """A number of this kind from `least` to `most`."""

    kind: type[int | float]
    least: float
    most: float


class Path(NamedTuple):
    """A path, which need not be there."""


#: What a value is to be; None for any text.
Kind = Choice | Between | Path | type[float] | None


class Parameter(NamedTuple):
    """An option, or an argument (whose one name does not begin with a dash).

    Attributes:
        names: flags, and what the command calls the value where that is not the longest flag.
        kind: what a value is to be.
        callback: makes of the value what the command gets; raises UsageError.
        fields: everything else.
    """

    names: tuple[str, ...]
    kind: Kind
    callback: Callable[[Any], Any] | None
    fields: dict[str, Any]

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags, `--on/--off` as it is written."""
        return tuple(name for name in self.names if name.startswith("-"))

    @property
    def name(self) -> str:
        """What the command calls the value."""
        for name in self.names:
            if not name.startswith("-"):
                return name
        longest = max(self.names, key=lambda flag: len(flag) - len(flag.lstrip("-")))
        return longest.partition("/")[0].lstrip("-").replace("-", "_")

    @property
    def is_flag(self) -> bool:
        """Whether it takes no value."""
        return bool(self.fields.get("is_flag")) or any("/" in flag for flag in self.flags)


class Command(NamedTuple):
    """A command; `help` keeps the lines of a paragraph that is led by click's mark."""

    function: Callable[..., int]
    parameters: tuple[Parameter, ...]
    help: str | None


def option(
    *names: str, kind: Kind = None, callback: Callable[[Any], Any] | None = None, **fields: Any
) -> Callable[[F], F]:
    """Add an option to a command."""
    return _adding(Parameter(names, kind, callback, fields))


def gathered(gather: Callable[[dict[str, Any]], None], *options: Callable[[F], F]) -> Callable[[F], F]:
    """Add options that a command gets as one argument.

    Args:
        gather: takes their values out of the command's arguments, puts what it makes of them in there, and
            raises UsageError.
        options: what `option` returns, in the order of the help.
    """

    def decorate(function: F) -> F:
        @wraps(function)
        def run(**values: Any) -> Any:
            gather(values)
            return function(**values)

        made: Any = run
        for add in reversed(options):
            made = add(made)
        typed: F = made
        return typed

    return decorate


def argument(name: str, *, kind: Kind = None, **fields: Any) -> Callable[[F], F]:
    """Add an argument to a command."""
    return _adding(Parameter((name,), kind, None, fields))


def command(function: Callable[..., int]) -> Command:
    """Make a command of a function that was given its parameters."""
    help_text = function.__doc__
    return Command(
        function,
        # Decorators come from the inside out.
        tuple(reversed(getattr(function, _PARAMETERS, ()))),
        # In a raw docstring the mark is written with two characters.
        help_text.replace("\\b\n", "\b\n") if help_text else None,
    )


def say(line: str) -> None:
    """Print a line that is no part of a report, to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")


def _adding(parameter: Parameter) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        setattr(function, _PARAMETERS, (*getattr(function, _PARAMETERS, ()), parameter))
        return function

    return decorate
