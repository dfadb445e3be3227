"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from lintnews.config.keys import KEYS, Key
from lintnews.config.kinds import Choice, Flag, Number, OnePath, Selectors
from lintnews.readers.formats import FORMATS

F = TypeVar("F", bound=Callable[..., Any])
HELP_NAMES: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
#: The environment variable in which a shell's script says what it wants completed.
COMPLETION = "_LINTNEWS_COMPLETE"


class Command(click.Command):
    r"""A command; in its raw docstring, a paragraph led by a line `\b` keeps its lines."""

    def __init__(self, name: str | None, help: str | None = None, **fields: Any) -> None:  # noqa: A002
        super().__init__(name, help=keep_lines(help), context_settings=HELP_NAMES, **fields)


def keep_lines(text: str | None) -> str | None:
    r"""Make click's mark for paragraphs that are not to be wrapped of the `\b` of a raw docstring."""
    return text.replace("\\b\n", "\b\n") if text else text


def split(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001
    """Take comma-separated lists apart."""
    return tuple(filter(None, (part.strip() for value in values for part in value.split(","))))


def setting_options(*names: str) -> Callable[[F], F]:
    """Add the options of settings, all or those with the `names`, and those that choose settings files.

    The command gets them as three arguments: `given`, the settings by name as TOML would have them, `config`
    and `isolated`.
    """
    keys = [key for key in KEYS if key.option and (key.name in names or not names)]

    def decorate(function: F) -> F:
        @wraps(function)
        def gather(**values: Any) -> Any:
            given = {key.name: values.pop(key.field) for key in keys}
            set_ones = {name: value for name, value in given.items() if value not in (None, ())}
            return function(given=set_ones, **values)

        made: Any = gather
        for decorator in reversed([*map(_setting_option, keys), *_FILE_OPTIONS]):
            made = decorator(made)
        typed: F = made
        return typed

    return decorate


_FILE_OPTIONS = (
    click.option(
        "--config",
        metavar="FILE|KEY=VALUE",
        multiple=True,
        help="Use this settings file, not the nearest one; or set one KEY, with the VALUE as in TOML.",
    ),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
)


def _setting_option(key: Key) -> Callable[[F], F]:
    flags, metavar = key.option or ((), None)
    fields: dict[str, Any] = {"metavar": metavar, "help": key.help.replace("`", "")}
    if isinstance(key.kind, Choice):
        fields["type"] = click.Choice(key.kind.words)
    elif isinstance(key.kind, Flag):
        fields["default"] = None
    elif isinstance(key.kind, Number):
        fields["type"] = float
    elif not isinstance(key.kind, OnePath):
        # Codes have no commas; paths may have.
        fields |= {"multiple": True} | ({"callback": split} if isinstance(key.kind, Selectors) else {})
    return click.option(*flags, key.field, **fields)


def input_format_option(function: F) -> F:
    """`--input-format`."""
    return click.option(
        "--input-format",
        type=click.Choice(list(FORMATS)),
        metavar="FORMAT",
        help=f"Read every file as FORMAT, whatever its name and content: {', '.join(FORMATS)}.",
    )(function)


def field_option(function: F) -> F:
    """`--field`."""
    return click.option(
        "--field",
        "fields",
        metavar="NAME",
        multiple=True,
        help="Read this field of JSON, or this column of CSV, as prose, and no other. May be repeated.",
    )(function)


def no_cache_option(function: F) -> F:
    """`--no-cache`."""
    return click.option(
        "--no-cache", is_flag=True, help="Neither read nor write anything kept between runs."
    )(function)


def colour_option(function: F) -> F:
    """`--color`."""
    return click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour; auto is on a terminal only, and honours NO_COLOR.",
    )(function)


def complete_rule(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG001
    """Return a shell's proposals (`CompletionItem`) for a rule: built-in codes and names, and families."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only paid while someone completes

    from lintnews.cache import user_cache  # noqa: PLC0415
    from lintnews.registry import builtin_checks  # noqa: PLC0415
    from lintnews.rule import FAMILIES  # noqa: PLC0415

    known = [check.rule for check in builtin_checks(user_cache())]
    items = [CompletionItem(family, help=about) for family, about in FAMILIES.items()]
    items += [CompletionItem(rule.code, help=rule.name) for rule in known]
    items += [CompletionItem(rule.name, help=rule.code) for rule in known]
    return [item for item in items if item.value.lower().startswith(incomplete.lower())]
