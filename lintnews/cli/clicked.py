"""The command line as click reads it: help, mistakes, and whatever `cli/plain.py` leaves to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import lintnews
from lintnews.cli.commands import COMMANDS, command_called
from lintnews.cli.console import Exit, complain
from lintnews.cli.declared import Between, Choice, EndError
from lintnews.cli.declared import Path as PathKind
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lintnews.cli.declared import Command, Kind, Parameter

_HELP_NAMES: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return as_click(cmd_name, command_called(cmd_name)) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in COMMANDS:
            return super().resolve_command(ctx, args)
        if name == "-" or Path(name).exists():
            raise click.UsageError(f"no such command: {name}; to lint it: lintnews check {name}")
        raise click.UsageError(f"no such command: {name}{did_you_mean(name, COMMANDS)}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings=_HELP_NAMES,
    no_args_is_help=False,
    help="""Lint machine-translated news: find what the machine broke in an English article.

    \b
    Examples:
      lintnews check story.txt            lint one article
      lintnews check stories/             lint every article below a folder
      wget -qO- URL | lintnews check -    lint standard input
      lintnews review story.txt           repair it in the browser
      lintnews explain REP101             what a finding means
    """,
)
@click.version_option(lintnews.__version__, "-V", "--version", message="lintnews %(version)s")
def cli() -> None:
    """Do nothing of its own."""


def as_click(name: str, command: Command) -> click.Command:
    """Return a command as click has it."""
    return click.Command(
        name,
        help=command.help,
        callback=command.function,
        params=[_parameter(parameter) for parameter in command.parameters],
        context_settings=_HELP_NAMES,
    )


def run(arguments: Sequence[str]) -> int:
    """Read the command line, run the command, and return its exit code.

    Raises:
        EndError: the line is wrong, which has been said.
        UsageError: as the command has it.
    """
    # Not `cli.main`, which has ways of its own to end on a closed pipe and on Ctrl-C.
    try:
        with cli.make_context("lintnews", list(arguments)) as context:
            result: Any = cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        context_of_error = getattr(error, "ctx", None)
        hint = f" (see {context_of_error.command_path} --help)" if context_of_error else ""
        complain(" ".join(f"{error.format_message()}{_meant(error)}{hint}".split()))
        raise EndError(Exit.FAILED) from error
    return int(result or 0)


def help_text() -> str:
    """Return the overview of all commands."""
    with click.Context(cli, info_name="lintnews", **_HELP_NAMES) as context:
        return context.get_help()


def _parameter(parameter: Parameter) -> click.Parameter:
    fields = dict(parameter.fields)
    if parameter.kind is not None:
        fields["type"] = _type(parameter.kind)
    if parameter.callback:
        fields["callback"] = _callback(parameter.callback)
    if parameter.flags:
        return click.Option(list(parameter.names), **fields)
    return click.Argument(list(parameter.names), **fields)


def _type(kind: Kind) -> Any:
    if isinstance(kind, Choice):
        return click.Choice(kind.words)
    if isinstance(kind, PathKind):
        return click.Path()
    if isinstance(kind, Between):
        return (click.IntRange if kind.kind is int else click.FloatRange)(kind.least, kind.most)  # type: ignore[arg-type]
    return kind


def _callback(function: Callable[[Any], Any]) -> Callable[[click.Context, click.Parameter, Any], Any]:
    return lambda context, parameter, value: function(value)  # noqa: ARG005 - click's signature


def _meant(error: click.ClickException) -> str:
    """Ask whether another word was meant, where one is none of those to choose from."""
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    if not isinstance(kind, click.Choice) or not isinstance(error, click.BadParameter):
        return ""
    # click keeps the wrong word in its message alone.
    return did_you_mean(error.message.partition(" is ")[0].strip("'\""), map(str, kind.choices))
