"""The commands by name; their modules are loaded when they are used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.cli.declared import Command

#: With the line that the overview shows: listing them loads none.
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
#: The environment variable in which a shell's script says what it wants completed.
COMPLETION = "_LINTNEWS_COMPLETE"
_MODULES = {"test": "examples"}


def command_called(name: str) -> Command:
    """Return a command."""
    module = importlib.import_module(f"lintnews.cli.{_MODULES.get(name, name)}")
    command: Command = module.command
    return command
