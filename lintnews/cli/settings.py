"""`lintnews settings`."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from lintnews.cli import declared
from lintnews.cli.console import Exit, use_utf8, wants_colour
from lintnews.cli.failures import told
from lintnews.cli.options import colour_option, setting_options, table_option
from lintnews.config.keys import KEYS, strongest
from lintnews.config.layer import OF_SELECTION
from lintnews.records import NamedTuple
from lintnews.report.paint import BOLD, DIM, paint
from lintnews.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.config.keys import Key
    from lintnews.config.layer import Layer
    from lintnews.config.resolve import Resolved, Resolver


@declared.command
@declared.argument("path", default=".", metavar="[PATH]", kind=declared.Path())
@setting_options()
@table_option("How settings are printed.")
@colour_option
def command(path: str, resolver: Resolver, output_format: str, colour: str) -> int:
    r"""Show what holds for an article, and which file and line said so.

    PATH is an article, which need not be there yet, or a folder; the current folder if there is none. The
    options are those of lintnews check.

    \b
    Examples:
      lintnews settings
      lintnews settings sport/match.md
      lintnews settings sport/match.md --select NUM --format json
    """
    file = os.path.join(path, "-") if os.path.isdir(path) else path  # noqa: PTH112, PTH118
    with told():
        resolved = resolver.at(file)
    rows = [row for key in KEYS for row in _rows(key, resolved)]
    if output_format == "json":
        use_utf8(sys.stdout)
        sys.stdout.write(json.dumps([row.plain() for row in rows], ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(_table(rows, colour=wants_colour(colour, sys.stdout))) + "\n")
    return Exit.NOTHING


class _Row(NamedTuple):
    """What one source says of one key; `layer` is None for the default."""

    key: Key
    value: Any
    layer: Layer | None = None

    @property
    def origin(self) -> str:
        if self.layer is None:
            return "default"
        line = self.layer.values[self.key.name].line
        place = f"{self.layer.source}:{line}" if line else self.layer.source
        globs = ", ".join(self.layer.globs)
        return f"{place} (for {globs})" if globs else place

    @property
    def text(self) -> str:
        return "not set" if self.value in (None, ()) else self.key.kind.write(self.value)

    def plain(self) -> dict[str, Any]:
        return {
            "key": self.key.name,
            "value": _plain(self.value),
            "source": self.layer.source if self.layer else None,
            "line": (self.layer.values[self.key.name].line or None) if self.layer else None,
            "files": list(self.layer.globs) if self.layer else [],
        }


def _rows(key: Key, resolved: Resolved) -> Iterator[_Row]:
    layers: Sequence[Layer] = [layer for layer in resolved.layers if key.name in layer.values]
    if key.name in OF_SELECTION:
        # What is weaker than a select no longer counts.
        reset = max((n for n, layer in enumerate(resolved.layers) if "select" in layer.values), default=0)
        layers = [layer for layer in resolved.layers[reset:] if key.name in layer.values]
    elif key.join is strongest:
        layers = layers[-1:]
    if not layers:
        yield _Row(key, getattr(Settings(), key.field))
    for layer in layers:
        yield _Row(key, layer.values[key.name].value, layer)


def _table(rows: Sequence[_Row], *, colour: bool) -> Iterator[str]:
    names = max(len(row.key.name) for row in rows)
    texts = min(50, max(len(row.text) for row in rows))
    last = ""
    for row in rows:
        name = row.key.name if row.key.name != last else ""
        last = row.key.name
        style = DIM if row.layer is None else BOLD
        line = f"{name:<{names}}  {row.text:<{texts}}  {row.origin}"
        yield paint(line, style, wanted=colour)


def _plain(value: Any) -> Any:
    """Return a value of a setting as JSON has it."""
    if isinstance(value, tuple):
        if value and all(isinstance(item, tuple) for item in value):
            return {selector: _plain(word) for selector, word in value}
        return [_plain(item) for item in value]
    return getattr(value, "value", value)
