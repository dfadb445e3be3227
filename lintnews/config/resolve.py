"""Which settings hold for a file: the nearest settings file upwards, what it extends, the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.config.keys import BY_NAME, KEYS, Key
from lintnews.config.layer import COMMAND_LINE, Layer, Value, joined, located
from lintnews.config.problem import SettingsError, UnfitError
from lintnews.records import NamedTuple
from lintnews.selection import SelectionError
from lintnews.unusable import PackError, VocabularyError

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from lintnews.cache import Cache
    from lintnews.rule_sets import RuleSet
    from lintnews.settings import Settings

#: Names of settings files; of two in one folder the first counts.
NAMES = ("lintnews.toml", "pyproject.toml")


class Resolved(NamedTuple):
    """What holds for a file, and where each of it comes from: `layers`, the strongest last."""

    settings: Settings
    layers: tuple[Layer, ...]


class Resolver:
    """Finds what holds for each file; reads each settings file once."""

    def __init__(
        self, given: Mapping[str, Any] | None = None, config: Sequence[str] = (), *, isolated: bool = False
    ) -> None:
        """Take what the command line says.

        Args:
            given: values of keys as TOML would have them, by name.
            config: settings files to use instead of those near the articles, and `KEY = VALUE` in TOML.
            isolated: whether no settings file is looked for.

        Raises:
            SettingsError: one of them cannot be used.
        """
        files = [item for item in config if not _is_inline(item)]
        if len(files) > 1:
            raise SettingsError("--config", f"names two settings files, {files[0]} and {files[1]}")
        here = Path.cwd()
        inline = [_inline(item, here) for item in config if _is_inline(item)]
        own = Layer(
            COMMAND_LINE,
            {name: Value(_option_value(BY_NAME[name], value, here)) for name, value in (given or {}).items()},
        )
        self._given = (*inline, *([own] if own.values else ()))
        self._chosen = (
            _chain(Path(files[0]).absolute(), root=str(here)) if files else () if isolated else None
        )
        self._found: dict[str, tuple[Layer, ...]] = {}
        self._made: dict[tuple[int, ...], Resolved] = {}
        self._excluding: dict[tuple[str, ...], re.Pattern[str]] = {}

    @property
    def asked(self) -> frozenset[str]:
        """Names of the keys that options gave."""
        return frozenset(
            name for layer in self._given if layer.source == COMMAND_LINE for name in layer.values
        )

    def at(self, path: str) -> Resolved:
        """Return what holds for the file at `path`.

        Raises:
            SettingsError: the settings file nearest to it cannot be used.
        """
        whole = os.path.abspath(path)  # noqa: PTH100 - does not touch the disk, and is fast
        layers = self._chosen if self._chosen is not None else self._near(os.path.dirname(whole))  # noqa: PTH120
        layers = (*(layer for layer in layers if _holds(layer, whole)), *self._given)
        key = tuple(map(id, layers))
        if key not in self._made:
            self._made[key] = Resolved(joined(layers), layers)
        return self._made[key]

    def excludes(self, path: str) -> bool:
        """Whether the settings leave out a file or folder that a search comes upon.

        Settings that cannot be used leave out nothing: they are told of with the file itself.
        """
        try:
            globs = self.at(path).settings.exclude
        except SettingsError:
            return False
        if not globs:
            return False
        if globs not in self._excluding:
            from lintnews.config.globs import matcher  # noqa: PLC0415 - few have them

            self._excluding[globs] = matcher(globs)
        whole = os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100
        return self._excluding[globs].fullmatch(whole.removeprefix("/")) is not None

    def hides(self, path: str) -> bool:
        """Whether no search would come upon a file or folder: it is left out, or one in which it is."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100
        return any(self.excludes(str(place)) for place in (whole, *whole.parents))

    def here(self) -> Resolved:
        """Return what holds in the current folder, for what concerns a whole run.

        Raises:
            SettingsError: as for `at`.
        """
        return self.at("-")

    def _near(self, folder: str) -> tuple[Layer, ...]:
        if folder in self._found:
            return self._found[folder]
        layers = None
        for name in NAMES:
            path = os.path.join(folder, name)  # noqa: PTH118 - a Path for each folder upwards is slow
            if os.path.isfile(path):  # noqa: PTH113
                layers = _chain(Path(path), required=False)
            if layers is not None:
                break
        if layers is None:
            above = os.path.dirname(folder)  # noqa: PTH120
            layers = () if above == folder else self._near(above)
        self._found[folder] = layers
        return layers


class RuleSets:
    """The checks that each file is held against, made once for all files with the same settings."""

    def __init__(
        self, resolver: Resolver, cache: Cache, make: Callable[[Settings, Cache], RuleSet] | None = None
    ) -> None:
        """Take what makes the checks of settings, and raises as `rule_sets.checks_for`; None for that."""
        self._resolver, self._cache, self._make = resolver, cache, make
        self._of_run: dict[str, Any] | None = None
        self._for_runs: dict[int, Resolved] = {}
        self._made: dict[Settings, RuleSet] = {}

    def at(self, path: str) -> tuple[Settings, RuleSet]:
        """Return what holds for the file at `path`, and its checks.

        Raises:
            SettingsError: its settings cannot be used.
            lintnews.unusable.PackError: one of its packs cannot be used.
            lintnews.selection.SelectionError: an option names no rule.
        """
        return self._of(self._for_run(self._resolver.at(path)))

    def settings(self, path: str) -> Settings:
        """Return what holds for the file at `path`; its checks are not made.

        Raises:
            SettingsError: its settings cannot be used.
        """
        return self._for_run(self._resolver.at(path)).settings

    def here(self) -> tuple[Settings, RuleSet]:
        """Return what holds in the current folder; raises as `at`."""
        return self._of(self._resolver.here())

    def idle(self) -> tuple[str, ...]:
        """Return what to say of selectors in the current folder that select nothing; raises as `at`.

        Where nothing can be wrong with the settings, no checks are made.
        """
        settings = self._resolver.here().settings
        return self.here()[1].idle if self._make or settings.may_be_wrong else ()

    def _for_run(self, resolved: Resolved) -> Resolved:
        """Return what holds for a file, with the settings that are the same for every file of a run."""
        if self._of_run is None:
            here = self._resolver.here().settings
            self._of_run = {key.field: getattr(here, key.field) for key in KEYS if not key.by_file}
        # The resolver gives the same object to all files of which the same holds.
        known = self._for_runs.get(id(resolved))
        if known is None:
            known = resolved._replace(settings=resolved.settings._replace(**self._of_run))
            self._for_runs[id(resolved)] = known
        return known

    def _of(self, resolved: Resolved) -> tuple[Settings, RuleSet]:
        settings, layers = resolved
        if settings not in self._made:
            try:
                self._made[settings] = (self._make or _checks_for())(settings, self._cache)
            except SelectionError as error:
                raise located(str(error), error.selector, layers) or error from error
        return settings, self._made[settings]


def _checks_for() -> Callable[[Settings, Cache], RuleSet]:
    from lintnews.rule_sets import checks_for  # noqa: PLC0415 - brings every rule, which kept results do not need

    return checks_for


#: What may be wrong with the settings of a file.
ERRORS = (SettingsError, PackError, SelectionError, VocabularyError)


def _holds(layer: Layer, path: str) -> bool:
    if layer.fits is None:
        return True
    below = os.path.relpath(path, layer.folder).replace(os.sep, "/")
    return not below.startswith("../") and layer.fits.fullmatch(below) is not None


def _chain(
    path: Path, *, required: bool = True, root: str | None = None, seen: tuple[Path, ...] = ()
) -> tuple[Layer, ...] | None:
    """Return what a file says after what it extends; None for a pyproject.toml that says nothing."""
    from lintnews.config.document import EXTEND, layers_of, read_document, short  # noqa: PLC0415 - needs files

    document = read_document(path, required=required)
    if document is None:
        return None
    layers = layers_of(document, root)
    if EXTEND not in document.table:
        return layers
    line = document.line_of(EXTEND)
    base = document.table[EXTEND]
    if not isinstance(base, str) or not base:
        raise document.error("extend is the path of one settings file", line)
    beneath = document.folder / Path(base).expanduser()
    if beneath.resolve() in {other.resolve() for other in (*seen, path)}:
        raise document.error(f"extend: {short(beneath)} extends this file in turn", line)
    if not beneath.is_file():
        raise document.error(f"extend: no such file: {short(beneath)}", line)
    return (*(_chain(beneath, root=root, seen=(*seen, path)) or ()), *layers)


def _is_inline(item: str) -> bool:
    return "=" in item and not os.path.isfile(item)  # noqa: PTH113


def _inline(item: str, folder: Path) -> Layer:
    from lintnews.config.document import Document, layers_of, parsed  # noqa: PLC0415

    source = f"--config '{item}'"
    try:
        table = parsed(item, source)
        _hold_of_keys_only(table, source)
        (layer,) = layers_of(Document(folder / "-", source, item, table))
    except SettingsError as error:
        # An option has no lines.
        raise SettingsError(source, error.message) from error
    return layer._replace(
        document=None, values={name: Value(held.value) for name, held in layer.values.items()}
    )


def _hold_of_keys_only(table: Mapping[str, Any], source: str) -> None:
    for name in ("extend", "overrides"):
        if name in table:
            raise SettingsError(source, f"{name} is for files only")


def _option_value(key: Key, value: Any, folder: Path) -> Any:
    try:
        return key.kind.read(value, folder)
    except UnfitError as error:
        option = key.option.flags[0] if key.option else key.name
        raise SettingsError(option, str(error)) from error
