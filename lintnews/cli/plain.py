"""Command lines that are read without click, which takes longer to load than such a line to be read.

A line is plain where every option stands in full with a value that is surely right. Whatever else there is
(a mistake, `--help`, a short option, a value from the environment) is left to click, which then reads the
line from its beginning: `tests/cli/test_plain.py` holds the one against the other.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lintnews.cli.declared import Between, Choice, Parameter, Path, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.cli.declared import Command


class _NotPlainError(Exception):
    pass


def values_of(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """Return the values of a command's parameters, by name; None for a line that click is to read."""
    try:
        return dict(_values(command, words))
    except (_NotPlainError, UsageError, ValueError):
        return None


def _values(command: Command, words: Sequence[str]) -> Iterator[tuple[str, Any]]:
    given, arguments = _given(command, words)
    for parameter in command.parameters:
        if parameter.names[0].startswith("-"):
            value = _option(parameter, given.get(parameter.name, []))
        else:
            value = _argument(parameter, arguments)
        yield parameter.name, parameter.callback(value) if parameter.callback else value
    if arguments:
        raise _NotPlainError


def _given(command: Command, words: Sequence[str]) -> tuple[dict[str, list[Any]], list[str]]:
    """Return the values of options, in order, and the words that are arguments."""
    flags = _flags(command)
    given: dict[str, list[Any]] = {}
    arguments: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            arguments += rest
        elif not word.startswith("-") or word == "-":
            arguments.append(word)
        else:
            flag, mark, value = word.partition("=")
            if flag not in flags:
                raise _NotPlainError
            parameter, constant = flags[flag]
            if constant is not None:
                if mark:
                    raise _NotPlainError
                given.setdefault(parameter.name, []).append(constant)
                continue
            if not mark:
                value = next(rest, "-")
                if value.startswith("-"):
                    raise _NotPlainError
            given.setdefault(parameter.name, []).append(value)
    return given, arguments


def _flags(command: Command) -> dict[str, tuple[Parameter, bool | None]]:
    """Return the long flags of a command, each with the value of one that takes none."""
    flags: dict[str, tuple[Parameter, bool | None]] = {}
    for parameter in command.parameters:
        for flag in parameter.flags:
            on, _, off = flag.partition("/")
            flags[on] = parameter, True if parameter.is_flag else None
            if off:
                flags[off] = parameter, False
    return {flag: meant for flag, meant in flags.items() if flag.startswith("--")}


def _option(parameter: Parameter, given: list[Any]) -> Any:
    fields = parameter.fields
    if fields.get("envvar", "") in os.environ:
        raise _NotPlainError
    if parameter.is_flag:
        return given[-1] if given else fields.get("default", None if "/" in parameter.flags[0] else False)
    if fields.get("multiple"):
        return tuple(_value(parameter, text) for text in given)
    return _value(parameter, given[-1]) if given else fields.get("default")


def _argument(parameter: Parameter, words: list[str]) -> Any:
    """Take the words of an argument off `words`."""
    if parameter.fields.get("nargs") == -1:
        taken = [_value(parameter, word) for word in words]
        words.clear()
        if parameter.fields.get("required") and not taken:
            raise _NotPlainError
        return tuple(taken)
    if words:
        return _value(parameter, words.pop(0))
    if "default" not in parameter.fields:
        raise _NotPlainError
    return parameter.fields["default"]


def _value(parameter: Parameter, text: str) -> Any:
    kind = parameter.kind
    if kind is None:
        return text
    if isinstance(kind, Choice):
        if text not in kind.words:
            raise _NotPlainError
        return text
    if isinstance(kind, Path):
        # Of a file that is there click asks that it can be read.
        if not os.access(text, os.R_OK) and os.path.exists(text):  # noqa: PTH110 - there may be thousands
            raise _NotPlainError
        return text
    if isinstance(kind, Between):
        number = kind.kind(text)
        if not kind.least <= number <= kind.most:
            raise _NotPlainError
        return number
    return kind(text)
