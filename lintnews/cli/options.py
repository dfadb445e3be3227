"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.cli import declared
from lintnews.cli.declared import F, gathered, option
from lintnews.cli.failures import told
from lintnews.config.keys import KEYS, Key
from lintnews.config.kinds import Choice, Flag, Number, OnePath, Paths, Selectors, Server
from lintnews.config.resolve import Resolver
from lintnews.readers.formats import FORMATS
from lintnews.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    import click


def split(values: tuple[str, ...]) -> tuple[str, ...]:
    """Take comma-separated lists apart."""
    return tuple(filter(None, (part.strip() for value in values for part in value.split(","))))


def setting_options(*names: str, for_run: bool = False) -> Callable[[F], F]:
    """Add the options of settings, all or those with the `names`, and those that choose settings files.

    The command gets them as one argument `resolver`. With `for_run` it gets what holds for a whole run as
    arguments too, as if it were the options: from the settings of the current folder where it is none.
    """
    keys = [key for key in KEYS if key.option and (key.name in names or not names)]

    def gather(values: dict[str, Any]) -> None:
        options = [key for key in keys if for_run or (key.option and key.option.own)]
        given = {key.name: values.pop(key.parameter, None) for key in options}
        set_ones = {name: value for name, value in given.items() if value not in (None, ())}
        with told():
            resolver = Resolver(set_ones, values.pop("config"), isolated=values.pop("isolated"))
            here = resolver.here().settings
        if for_run:
            values |= {key.parameter: getattr(here, key.field) for key in keys if not key.by_file}
        values["resolver"] = resolver

    own = (_setting_option(key) for key in keys if key.option and key.option.own)
    return gathered(gather, *own, *_FILE_OPTIONS)


_FILE_OPTIONS = (
    option(
        "--config",
        metavar="FILE|KEY=VALUE",
        multiple=True,
        help="Use this settings file, not the nearest one; or set one KEY, with the VALUE as in TOML.",
    ),
    option("--isolated", is_flag=True, help="Use no settings file."),
)


def _setting_option(key: Key) -> Callable[[F], F]:
    flags, metavar = (key.option.flags, key.option.metavar) if key.option else ((), None)
    fields: dict[str, Any] = {"metavar": metavar, "help": f"{key.help.replace('`', '')}{_default(key)}"}
    if isinstance(key.kind, Choice):
        fields["kind"] = declared.Choice(key.kind.words)
    elif isinstance(key.kind, Flag):
        flags = (f"{flags[0]}/--no-{flags[0].removeprefix('--')}",)
        fields["default"] = None
    elif isinstance(key.kind, Number):
        fields["kind"] = float
    elif isinstance(key.kind, (OnePath, Server)):
        fields["kind"] = declared.Path()
    else:
        # Codes have no commas; paths may have.
        fields["multiple"] = True
        if isinstance(key.kind, Selectors):
            fields |= {"callback": split, "shell_complete": complete_rule}
        elif isinstance(key.kind, Paths):
            fields["kind"] = declared.Path()
    return option(*flags, key.parameter, **fields)


def _default(key: Key) -> str:
    """Say what holds without the option, where that is a word or a number."""
    if not isinstance(key.kind, Choice | Number):
        return ""
    value = getattr(Settings(), key.field)
    return f"  [default: {value:g}]" if isinstance(value, float) else f"  [default: {value.value}]"


def input_format_option(function: F) -> F:
    """`--input-format`."""
    return option(
        "--input-format",
        kind=declared.Choice(tuple(FORMATS)),
        metavar="FORMAT",
        help=f"Read every file as FORMAT, whatever its name and content: {', '.join(FORMATS)}.",
    )(function)


def field_option(function: F) -> F:
    """`--field`."""
    return option(
        "--field",
        "fields",
        metavar="NAME",
        multiple=True,
        help="Read this field of JSON, or this column of CSV, as prose, and no other. May be repeated.",
    )(function)


def table_option(about: str) -> Callable[[F], F]:
    """`--format` of a command that prints a table, or JSON."""
    return option(
        "--format",
        "output_format",
        kind=declared.Choice(("table", "json")),
        default="table",
        show_default=True,
        help=about,
    )


def no_cache_option(function: F) -> F:
    """`--no-cache`."""
    return option("--no-cache", is_flag=True, help="Neither read nor write anything kept between runs.")(
        function
    )


def colour_option(function: F) -> F:
    """`--color`."""
    return option(
        "--color",
        "colour",
        kind=declared.Choice(("auto", "always", "never")),
        default="auto",
        show_default=True,
        help="Colour; auto is on a terminal only, and honours NO_COLOR.",
    )(function)


def complete_rule(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG001
    """Return a shell's proposals (`CompletionItem`) for a rule: codes and names, families, languages.

    In a list with commas it is the last one that is being typed.
    """
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only paid while someone completes

    from lintnews.cache import user_cache  # noqa: PLC0415
    from lintnews.languages import LANGUAGES  # noqa: PLC0415
    from lintnews.registry import builtin_checks  # noqa: PLC0415
    from lintnews.rule import FAMILIES  # noqa: PLC0415
    from lintnews.selection import PIVOT  # noqa: PLC0415

    known = [check.rule for check in builtin_checks(user_cache())]
    offers = [
        *FAMILIES.items(),
        *((rule.code, rule.name) for rule in known),
        *((rule.name, rule.code) for rule in known),
        *((f"{PIVOT}{language}", f"translated from {name}") for language, name in LANGUAGES.items()),
    ]
    before, comma, start = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{offer}", help=about)
        for offer, about in offers
        if offer.lower().startswith(start.lower())
    ]
