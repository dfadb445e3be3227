"""The settings in words: for the documentation, and for the first file of a newsroom."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from lintnews.config.keys import KEYS
from lintnews.config.kinds import Choice
from lintnews.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.config.keys import Key

_WIDTH = 98
_HEAD = """\
# Settings of lintnews, for the articles in this folder and those below it; every one may be left out.
# `lintnews settings ARTICLE` shows what holds for an article, and which file said so.

# Take over the settings of another file; what stands here is stronger.
# extend = "../lintnews.toml"
"""
_TAIL = """
# Other settings for some files, by patterns that count from this folder.
# [[overrides]]
# files = ["sport/**", "*.draft.md"]
# ignore = ["LEX"]
"""


def first_file() -> str:
    """Return a settings file with every setting explained and commented out."""
    parts = [_HEAD]
    for key in KEYS:
        words = textwrap.wrap(key.help.replace("`", ""), _WIDTH - 2)
        parts.append("\n".join([*(f"# {line}" for line in words), f"# {key.name} = {key.example}", ""]))
    return "\n".join(parts) + _TAIL


def as_markdown() -> str:
    """Return the part of docs/settings.md that speaks of each setting."""
    return "\n".join(line for key in KEYS for line in _section(key))


def _section(key: Key) -> Iterator[str]:
    yield f"### `{key.name}`"
    yield ""
    yield from textwrap.wrap(key.help, _WIDTH, break_on_hyphens=False)
    yield ""
    words = f": {', '.join(f'`{word}`' for word in key.kind.words)}" if isinstance(key.kind, Choice) else ""
    value = getattr(Settings(), key.field)
    default = "not set" if value in (None, ()) else f"`{key.kind.write(value)}`"
    option = f"`{key.option.flags[0]}`" if key.option else f"`--config '{key.name} = {key.example}'`"
    yield f"- Value: {key.kind.shape}{words}"
    yield f"- Default: {default}"
    yield f"- On the command line: {option}"
    if not key.by_file:
        yield "- Holds for a whole run: the settings of the current folder count, and no override may have it"
    yield ""
    yield "```toml"
    yield f"{key.name} = {key.example}"
    yield "```"
    yield ""
