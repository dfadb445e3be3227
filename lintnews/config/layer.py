"""What one source of settings says: a file, one of its overrides, or the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.config.keys import KEYS
from lintnews.config.problem import SettingsError
from lintnews.records import NamedTuple
from lintnews.selection import Selection
from lintnews.settings import Settings

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from lintnews.config.document import Document

COMMAND_LINE = "command line"
#: Keys that say which rules run; fields of `Selection` in this order.
OF_SELECTION = ("select", "extend-select", "ignore", "extend-ignore")


class Value(NamedTuple):
    """A value as `Settings` hold it, and the line (from 1) that gave it; 0 for none."""

    value: Any
    line: int = 0


class Layer(NamedTuple):
    """Settings from one place.

    Attributes:
        source: the file as messages call it, or what else gave them.
        values: by name of the key.
        globs: for an override, the patterns as written.
        fits: for an override, what the path of an article from the folder of the file must match.
        folder: that folder.
        document: the file, where there is one.
    """

    source: str
    values: Mapping[str, Value]
    globs: tuple[str, ...] = ()
    fits: re.Pattern[str] | None = None
    folder: str = ""
    document: Document | None = None

    def place_of(self, key: str, item: str | None = None) -> int:
        """Return the line that gives a key, or an item of its value; 0 where that is no file."""
        line = self.values[key].line
        return self.document.line_of_item(line, item) if self.document and item else line


def joined(layers: Sequence[Layer]) -> Settings:
    """Make one of what several sources say, the strongest last."""
    values = {}
    for key in KEYS:
        given = [layer.values[key.name].value for layer in layers if key.name in layer.values]
        if given and key.name not in OF_SELECTION:
            values[key.field] = key.join(given)
    selections = (
        Selection(*(layer.values.get(name, Value(())).value for name in OF_SELECTION)) for layer in layers
    )
    under = tuple(selection for selection in selections if any(selection))
    return Settings(under=under, **values)


def located(error_message: str, selector: str, layers: Sequence[Layer]) -> SettingsError | None:
    """Return the error with the place that holds a selector, None where that is no file."""
    for layer in reversed(layers):
        for name, (value, _) in layer.values.items():
            held = [item[0] if isinstance(item, tuple) else item for item in value] if _is_rules(name) else ()
            if layer.document and selector in held:
                return SettingsError(layer.source, error_message, layer.place_of(name, selector))
    return None


def _is_rules(name: str) -> bool:
    return name in OF_SELECTION or name.startswith("rule-")
