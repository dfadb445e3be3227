"""Kinds of values that settings have: what each reads from TOML, and how it is written back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.config.problem import UnfitError
from lintnews.frozen import Frozen
from lintnews.languages import LANGUAGES, which_language
from lintnews.selection import PIVOT
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(Frozen):
    """A kind of value: `shape` says it in messages and in the documentation."""

    shape: str

    def read(self, value: Any, folder: Path) -> Any:
        """Return what a TOML value means; relative paths are relative to `folder`.

        Raises:
            UnfitError: it is no such value.
        """
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """Return a value that `read` gave as TOML."""
        return as_toml(value)


class Choice(Kind):
    """One of several words; `make` makes of it what the settings hold."""

    shape: str = "one of the words"
    words: tuple[str, ...] = ()
    make: Callable[[str], Any] = str

    def read(self, value: Any, folder: Path) -> Any:  # noqa: ARG002, D102 - as for every kind
        if value not in self.words:
            shown = as_toml(value) if isinstance(value, (str, int, float)) else f"a {_toml_type(value)}"
            meant = did_you_mean(value, self.words) if isinstance(value, str) else ""
            item = value if isinstance(value, str) else None
            raise UnfitError(f"{shown} is none of {', '.join(self.words)}{meant}", item)
        return self.make(value)


class Flag(Kind):
    """True or false."""

    shape: str = "true or false"

    def read(self, value: Any, folder: Path) -> bool:  # noqa: ARG002, D102
        if not isinstance(value, bool):
            raise UnfitError(f"must be {self.shape}, not a {_toml_type(value)}")
        return value


class Number(Kind):
    """A number from `least` upwards."""

    shape: str = "a number"
    least: float = 0

    def read(self, value: Any, folder: Path) -> float:  # noqa: ARG002, D102
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise UnfitError(f"must be {self.shape}, not a {_toml_type(value)}")
        # Not `value < least`, so that nan is refused too.
        if not self.least <= value < float("inf"):
            raise UnfitError(f"must be {self.shape} of {self.least:g} or more, not {value}")
        return value


class Words(Kind):
    """A list of strings."""

    shape: str = "a list of strings"

    def read(self, value: Any, folder: Path) -> tuple[str, ...]:  # noqa: ARG002, D102
        if not isinstance(value, (list, tuple)):
            raise UnfitError(f"must be {self.shape}, not a {_toml_type(value)}")
        for item in value:
            if not isinstance(item, str):
                raise UnfitError(f"must be {self.shape}, but {as_toml(item)} is a {_toml_type(item)}")
            if not item.strip():
                raise UnfitError("holds an empty string")
        return tuple(value)


class Selectors(Words):
    """A list of selectors of rules; whether they fit one is told when the rules are known."""

    shape: str = "a list of codes, names, families or pivot:LANGUAGE"

    def read(self, value: Any, folder: Path) -> tuple[str, ...]:  # noqa: D102
        read = super().read(value, folder)
        for item in read:
            language = item.lower().removeprefix(PIVOT)
            if item.lower().startswith(PIVOT) and language not in LANGUAGES:
                meant = which_language(language)
                raise UnfitError(f"no language is called {language!r}{meant}", item)
        return read


class Paths(Words):
    """A list of files or folders."""

    shape: str = "a list of paths"

    def read(self, value: Any, folder: Path) -> tuple[str, ...]:  # noqa: D102
        return tuple(resolved(item, folder) for item in super().read(value, folder))


class Globs(Words):
    """A list of patterns for paths (`config.globs`), kept as patterns for whole paths."""

    shape: str = "a list of patterns"

    def read(self, value: Any, folder: Path) -> tuple[str, ...]:  # noqa: D102
        from lintnews.config.globs import below  # noqa: PLC0415 - few have them

        read = []
        for item in super().read(value, folder):
            try:
                read.append(below(str(folder), item))
            except ValueError as error:
                raise UnfitError(str(error), item) from error
        return tuple(read)

    def write(self, value: Any) -> str:  # noqa: D102
        from lintnews.config.globs import below  # noqa: PLC0415

        start = below(str(Path.cwd()), "/*")[:-1]
        return as_toml([item.removeprefix(start) for item in value])


class OnePath(Kind):
    """A file or folder."""

    shape: str = "a path"

    def read(self, value: Any, folder: Path) -> str:  # noqa: D102
        if not isinstance(value, str):
            raise UnfitError(f"must be {self.shape}, not a {_toml_type(value)}")
        if not value.strip():
            raise UnfitError("is empty")
        return resolved(value, folder)


class Server(Kind):
    """Where LanguageTool is."""

    shape: str = "an address, a folder or download"

    def read(self, value: Any, folder: Path) -> str:  # noqa: D102
        from lintnews.languagetool import place  # noqa: PLC0415 - few ask for it
        from lintnews.languagetool.failure import LanguageToolFailure  # noqa: PLC0415

        if not isinstance(value, str):
            raise UnfitError(f"must be {self.shape}, not a {_toml_type(value)}")
        if not value.strip():
            raise UnfitError("is empty")
        if value == place.DOWNLOAD:
            return value
        try:
            return place.address(value).url if place.is_address(value) else resolved(value, folder)
        except LanguageToolFailure as error:
            raise UnfitError(str(error)) from error


class ByRule(Kind):
    """A table from selectors of rules to words."""

    shape: str = "a table of rules"
    words: Choice = Choice()

    def read(self, value: Any, folder: Path) -> tuple[tuple[str, Any], ...]:  # noqa: D102
        if not isinstance(value, dict):
            raise UnfitError(f"must be {self.shape}, not a {_toml_type(value)}")
        selectors = Selectors().read(list(value), folder)
        read = []
        for selector in selectors:
            try:
                read.append((selector, self.words.read(value[selector], folder)))
            except UnfitError as error:
                raise UnfitError(f"{selector}: {error}", selector) from error
        return tuple(read)

    def write(self, value: Any) -> str:  # noqa: D102
        pairs = (f"{as_toml(selector)} = {as_toml(word)}" for selector, word in value)
        return f"{{ {', '.join(pairs)} }}"


def resolved(path: str, folder: Path) -> str:
    """Return a path as seen from `folder`, with `~` for the user's own; short where it is below this one."""
    whole = folder / Path(path).expanduser()
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)


def as_toml(value: Any) -> str:
    """Return a value as TOML writes it."""
    import json  # noqa: PLC0415 - for messages and for `lintnews settings`

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, (int, float)):
        return str(value)
    # A basic string of TOML is one of JSON.
    return json.dumps(str(getattr(value, "value", value)), ensure_ascii=False)


def _toml_type(value: Any) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "list", dict: "table"}
    return names.get(type(value), type(value).__name__)
