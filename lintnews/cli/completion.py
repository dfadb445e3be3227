"""`lintnews completion`, and what the shells' scripts ask of lintnews while someone types."""

from __future__ import annotations

import sys

from click.shell_completion import BashComplete, FishComplete, ZshComplete, shell_complete

from lintnews.cli import declared
from lintnews.cli.clicked import cli
from lintnews.cli.commands import COMPLETION
from lintnews.cli.console import Exit

_SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@declared.command
@declared.argument("shell", kind=declared.Choice(tuple(_SHELLS)))
def command(shell: str) -> int:
    r"""Print a script that makes a shell complete commands, options, values, rules and paths.

    \b
    Examples:
      eval "$(lintnews completion bash)"                     in ~/.bashrc
      eval "$(lintnews completion zsh)"                      in ~/.zshrc
      lintnews completion fish > ~/.config/fish/completions/lintnews.fish
    """
    sys.stdout.write(_SHELLS[shell](cli, {}, "lintnews", COMPLETION).source())
    return Exit.NOTHING


def answer(instruction: str) -> int:
    """Print what a shell's script asks for, and return the exit code."""
    return shell_complete(cli, {}, "lintnews", COMPLETION, instruction)
