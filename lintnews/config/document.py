"""A settings file: read, held against the known keys, with the lines of what is wrong."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from lintnews.config.globs import matcher
from lintnews.config.keys import BY_NAME, KEYS, Key
from lintnews.config.layer import Layer, Value
from lintnews.config.problem import SettingsError, UnfitError
from lintnews.content import content_of
from lintnews.frozen import Frozen
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The tables of a settings file that are no keys of the table of keys.
EXTEND = "extend"
OVERRIDES = "overrides"
FILES = "files"

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")  # noqa: TID251 - only with a file
_HEADER = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]+")  # noqa: TID251


class Document(Frozen):
    """A settings file.

    Attributes:
        path: absolute.
        shown: as messages call it.
        text: what it holds.
        table: its settings as TOML has them.
        prefix: names of the tables that they stand in, such as `tool`, `lintnews`.
    """

    path: Path
    shown: str
    text: str
    table: dict[str, Any]
    prefix: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """What relative paths in it are relative to."""
        return self.path.parent

    def line_of(self, *keys: str, index: int = 0) -> int:
        """Return the line (from 1) of a key, by the names of the tables down to it; `index` of an override.

        TOML's reader tells no lines. Where the key is not found as such (written in some rarer way), it is
        the line of the table around it, or 1.
        """
        wanted = [*self.prefix, *keys]
        table: list[str] = []
        best, seen = 1, -1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := _HEADER.match(line):
                table = _names(header[1])
                seen += table == [*self.prefix, OVERRIDES]
                if keys[0] == OVERRIDES and seen != index:
                    table = ["\0"]
                if table == wanted:
                    return number
                if table == wanted[:-1]:
                    best = number
                continue
            name, equals, rest = line.partition("=")
            if not equals or name.lstrip().startswith("#"):
                continue
            here = [*table, *_names(name)]
            if here == wanted:
                return number
            # An inline table, `key = { … }`, that opens on this line.
            if here == wanted[: len(here)] and re.search(rf"[{{,\s]\"?{re.escape(wanted[-1])}\"?\s*=", rest):
                return number
        return best

    def line_of_item(self, line: int, item: str) -> int:
        """Return the line of a string or key, looked for from `line` on; `line` where it is not found."""
        lines = self.text.splitlines()
        for number in range(line, len(lines) + 1):
            if re.search(rf"(?<![\w-]){re.escape(item)}(?![\w-])", lines[number - 1]):
                return number
        return line

    def error(self, message: str, line: int) -> SettingsError:
        """Return an error at a line of it."""
        return SettingsError(self.shown, message, line)


def read_document(path: Path, *, required: bool = True) -> Document | None:
    """Read a settings file; None where a pyproject.toml says nothing of lintnews and need not.

    Raises:
        SettingsError: it cannot be read, or is no TOML.
    """
    shown = short(path)
    try:
        data = content_of(path)
    except OSError as error:
        raise SettingsError(shown, f"cannot be read: {error.strerror or error}") from error
    is_pyproject = path.name == "pyproject.toml"
    # Most of them say nothing of lintnews, and reading TOML takes some milliseconds.
    if is_pyproject and not required and b"lintnews" not in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(shown, "is no UTF-8", line) from error
    table = parsed(text, shown)
    if not is_pyproject:
        return Document(path, shown, text, table)
    tool = table.get("tool")
    own = tool.get("lintnews") if isinstance(tool, dict) else None
    if own is None and not required:
        return None
    if not isinstance(own, dict):
        raise SettingsError(shown, "has no table [tool.lintnews]")
    return Document(path, shown, text, own, ("tool", "lintnews"))


def parsed(text: str, shown: str) -> dict[str, Any]:
    """Return a TOML text as a table.

    Raises:
        SettingsError: it is no TOML.
    """
    import tomllib  # noqa: PLC0415 - only where there are settings

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place[1] or len(text.splitlines())) if place else 0
        said = _PLACE.sub("", message)
        if message.startswith("Invalid value"):
            said += "; strings stand in quotation marks"
        raise SettingsError(shown, f"is no TOML: {said[:1].lower()}{said[1:]}", line) from error
    except RecursionError as error:
        raise SettingsError(shown, "is nested too deeply") from error


def layers_of(document: Document, root: str | None = None) -> tuple[Layer, ...]:
    """Return what a file says, its overrides last; globs count from `root`, the file's own folder by default.

    Raises:
        SettingsError: a key or value does not fit.
    """
    folder = root or str(document.folder)
    names = [*BY_NAME, EXTEND, OVERRIDES]
    values = dict(_values(document, document.table, (), names))
    layers = [Layer(document.shown, values, folder=folder, document=document)]
    overrides = document.table.get(OVERRIDES, [])
    if not isinstance(overrides, list) or not all(isinstance(item, dict) for item in overrides):
        raise document.error("overrides are tables, each led by [[overrides]]", document.line_of(OVERRIDES))
    for index, table in enumerate(overrides):
        layers.append(_override(document, table, index, folder))
    return tuple(layers)


def _override(document: Document, table: dict[str, Any], index: int, folder: str) -> Layer:
    of_files = [key.name for key in KEYS if key.by_file]
    values = dict(_values(document, table, (OVERRIDES,), [*of_files, FILES], index))
    line = document.line_of(OVERRIDES, FILES, index=index)
    globs = table.get(FILES)
    if isinstance(globs, str):
        globs = [globs]
    if not isinstance(globs, list) or not globs or not all(isinstance(glob, str) and glob for glob in globs):
        message = 'an override says for which files it holds: files = ["sport/**"]'
        raise document.error(message, line)
    try:
        fits = matcher(globs)
    except ValueError as error:
        raise document.error(f"files: {error}", line) from error
    return Layer(document.shown, values, tuple(globs), fits, folder, document)


def _values(
    document: Document, table: dict[str, Any], above: tuple[str, ...], names: list[str], index: int = 0
) -> Iterator[tuple[str, Value]]:
    for name, value in table.items():
        line = document.line_of(*above, name, index=index)
        if name not in names:
            raise document.error(_unknown(name, names), line)
        if name not in BY_NAME:
            continue
        try:
            yield name, Value(read_value(BY_NAME[name], value, document.folder), line)
        except UnfitError as error:
            place = document.line_of_item(line, error.item) if error.item else line
            raise document.error(f"{name}: {error}", place) from error


def _unknown(name: str, names: list[str]) -> str:
    if name in BY_NAME:
        return f"{name} holds for a whole run, so it cannot stand in an override"
    if name == EXTEND:
        return "extend cannot stand in an override"
    return f"no setting is called {name!r}{did_you_mean(name, names)}"


def read_value(key: Key, value: Any, folder: Path) -> Any:
    """Return what a value of a key means.

    Raises:
        UnfitError: it does not fit the key.
    """
    read = key.kind.read(value, folder)
    if key.name == "select" and not read:
        raise UnfitError('is empty; for no rules at all: ignore = ["ALL"]')
    return read


def _names(text: str) -> list[str]:
    """Take a dotted key apart; its parts may stand in quotation marks."""
    return [part.strip().strip("\"'") for part in re.findall(r"\s*(\"[^\"]*\"|'[^']*'|[^.\"']+)\s*\.?", text)]


def short(path: Path) -> str:
    """Return a path from the current folder where it lies below it, else as it is."""
    here = os.path.relpath(path)
    return os.path.normpath(path) if here.startswith("..") else here
