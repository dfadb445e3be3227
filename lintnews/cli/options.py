"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
HELP_NAMES: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


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


def pack_option(function: F) -> F:
    """`--pack`."""
    return click.option(
        "--pack",
        "packs",
        metavar="PATH",
        multiple=True,
        help="Use your own rules too: a YAML pack, or a folder of packs. May be repeated.",
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
