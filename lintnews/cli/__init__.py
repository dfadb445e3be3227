"""The command line, the only package that prints or exits. Each command is a module, loaded when used."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

import lintnews
from lintnews.cli.console import Exit, complain, quiet_streams
from lintnews.cli.options import COMPLETION, HELP_NAMES, keep_lines
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Commands by name, with the line that the overview shows: listing them loads none.
COMMANDS = {
    "check": "Lint articles and print what was found.",
    "review": "Repair articles in the browser.",
    "serve": "Keep everything loaded, and lint what other programs send.",
    "rules": "List the rules.",
    "explain": "Say what a rule is about, with examples.",
    "test": "Run the examples of rule packs.",
    "settings": "Show what holds for an article, and which file said so.",
    "init": "Write a first settings file.",
    "completion": "Print a script that makes a shell complete.",
}
_MODULES = {"test": "examples"}


class _Commands(click.Group):
    def __init__(self, name: str | None, help: str | None = None, **fields: Any) -> None:  # noqa: A002
        super().__init__(name, help=keep_lines(help), **fields)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"lintnews.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in COMMANDS:
            return super().resolve_command(ctx, args)
        if name == "-" or Path(name).exists():
            raise click.UsageError(f"no such command: {name}; to lint it: lintnews check {name}")
        raise click.UsageError(f"no such command: {name}{did_you_mean(name, COMMANDS)}")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings=HELP_NAMES, no_args_is_help=False)
@click.version_option(lintnews.__version__, "-V", "--version", message="lintnews %(version)s")
def cli() -> None:
    r"""Lint machine-translated news: find what the machine broke in an English article.

    \b
    Examples:
      lintnews check story.txt            lint one article
      lintnews check stories/             lint every article below a folder
      wget -qO- URL | lintnews check -    lint standard input
      lintnews review story.txt           repair it in the browser
      lintnews explain REP101             what a finding means
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 nothing found, 1 findings, 2 it could not do its work.

    No exception leaves it; every failure is a line on standard error.
    """
    # What is loaded at the start stays: a search for garbage in it finds none, and slows a short run.
    gc.disable()
    try:
        quiet_streams()
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" (see {context.command_path} --help)" if context else ""
        complain(_one_line(error.format_message()) + _meant(error) + hint)
        return Exit.FAILED
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does. What is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.BROKEN_PIPE
    except OSError as error:
        complain(f"cannot write: {error.strerror or error}")
        return Exit.FAILED
    except Exception as error:  # noqa: BLE001 - the last resort: users see no traceback
        complain(f"internal error: {type(error).__name__}: {_one_line(str(error))}; please report it")
        return Exit.FAILED
    finally:
        gc.enable()
    return code


def run() -> NoReturn:
    """Run the command line as the whole of a process, and end it with the exit code of `main`."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        # None or broken where whoever started us closed it: `main` has said what there was to say.
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    # The system frees all memory at once; Python, object by object, would take a twentieth of a short run.
    os._exit(code)


def _run(arguments: list[str]) -> int:
    asked = os.environ.get(COMPLETION)
    if asked:
        from lintnews.cli.completion import answer  # noqa: PLC0415 - only paid while someone completes

        return answer(cli, asked)
    if not arguments:
        with click.Context(cli, info_name="lintnews", **HELP_NAMES) as context:
            sys.stderr.write(context.get_help() + "\n")
        return Exit.FAILED
    # Not `cli.main`, which has ways of its own to end on a closed pipe and on Ctrl-C.
    try:
        with cli.make_context("lintnews", arguments) as context:
            result: Any = cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return int(result or 0)


def _meant(error: click.ClickException) -> str:
    """Ask whether another word was meant, where one is none of those to choose from."""
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    if not isinstance(kind, click.Choice) or not isinstance(error, click.BadParameter):
        return ""
    # click keeps the wrong word in its message alone.
    return did_you_mean(error.message.partition(" is ")[0].strip("'\""), map(str, kind.choices))


def _one_line(text: str) -> str:
    return " ".join(text.split())
