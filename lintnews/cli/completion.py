"""`lintnews completion`, and what the shells' scripts ask of lintnews while someone types."""

from __future__ import annotations

import sys

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete, shell_complete

from lintnews.cli.console import Exit
from lintnews.cli.options import COMPLETION, Command

_SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(tuple(_SHELLS)))
def command(shell: str) -> int:
    r"""Print a script that makes a shell complete commands, options, values, rules and paths.

    \b
    Examples:
      eval "$(lintnews completion bash)"                     in ~/.bashrc
      eval "$(lintnews completion zsh)"                      in ~/.zshrc
      lintnews completion fish > ~/.config/fish/completions/lintnews.fish
    """
    root = click.get_current_context().find_root().command
    sys.stdout.write(_SHELLS[shell](root, {}, "lintnews", COMPLETION).source())
    return Exit.NOTHING


def answer(cli: click.Command, instruction: str) -> int:
    """Print what a shell's script asks for, and return the exit code."""
    return shell_complete(cli, {}, "lintnews", COMPLETION, instruction)
