"""Findings that were there before: a file of them, so that only new ones are reported.

A finding is known by its file, rule, text and sentence, with how often it stands there, never by its line:
paragraphs may move. Where its sentence changes it is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.atomic import WriteError, replace_file
from lintnews.content import content_of
from lintnews.fingerprint import identities
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.finding import Finding
    from lintnews.source import Source

_VERSION = 1


class BaselineError(Exception):
    """A baseline that cannot be used; the message is one line for the user, with its path."""


class Known(NamedTuple):
    """What makes a finding the same one in a file."""

    rule: str
    text: str
    sentence: str


class Baseline:
    """The findings of a baseline, and what a run makes of them.

    Files are called by their path from the folder of the baseline, so that it may be kept with them.
    """

    def __init__(self, path: Path, files: Mapping[str, Counter[Known]]) -> None:
        self.path = path
        self._files = files
        self._seen: dict[str, Counter[Known]] = {}
        self._left = {name: Counter(known) for name, known in files.items()}

    def new(self, findings: Sequence[Finding], source: Source) -> list[Finding]:
        """Return those of one file's findings that the baseline does not hold.

        Of more like one than the baseline has, the last are new. What it has for a file that is gone counts
        for any file: it was renamed, or its text went elsewhere.
        """
        name = self._name(source.path or "")
        left = self._left.get(name, Counter())
        # An archive comes record by record.
        seen = self._seen.setdefault(name, Counter())
        gone = [self._left[other] for other in self._left if self._is_gone(other)]
        fresh = []
        for finding, known in zip(findings, _known(findings, source), strict=True):
            seen[known] += 1
            holder = next((held for held in (left, *gone) if held[known] > 0), None)
            if holder is None:
                fresh.append(finding)
            else:
                holder[known] -= 1
        return fresh

    def stale(self) -> int:
        """Return how many of its findings are no longer there, in the files seen and those that are gone."""
        return sum(
            left.total() for name, left in self._left.items() if name in self._seen or self._is_gone(name)
        )

    def write(self) -> tuple[int, int]:
        """Replace the file by what was found in this run; return how many findings, and in how many files.

        What it had for files that this run did not see stays, unless they are gone.

        Raises:
            BaselineError: it cannot be written.
        """
        kept = {name: known for name, known in self._files.items() if not self._is_gone(name)}
        files = {name: known for name, known in (kept | self._seen).items() if known}
        try:
            if not self.path.exists():
                self.path.write_bytes(b"")
            replace_file(self.path, self.path.read_bytes(), _written(files))
        except (OSError, WriteError) as error:
            raise BaselineError(f"{self.path}: {getattr(error, 'strerror', None) or error}") from error
        return sum(known.total() for known in files.values()), len(files)

    def _name(self, path: str) -> str:
        return Path(os.path.relpath(path, self.path.absolute().parent)).as_posix()

    def _is_gone(self, name: str) -> bool:
        return name not in self._seen and not (self.path.absolute().parent / name).exists()


def read_baseline(path: Path, *, may_lack: bool = False) -> Baseline:
    """Read a baseline; with `may_lack` an empty one where there is no such file.

    Raises:
        BaselineError: there is none, or it is not as `Baseline.write` writes it.
    """
    try:
        data = content_of(path)
    except FileNotFoundError as error:
        if may_lack:
            return Baseline(path, {})
        raise BaselineError(f"{path}: no such baseline; --write-baseline {path} makes it") from error
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from error
    if may_lack and not data:
        return Baseline(path, {})
    try:
        return Baseline(path, dict(_read(json.loads(data))))
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path}: is no baseline: {error}") from error


def _known(findings: Iterable[Finding], source: Source) -> list[Known]:
    return [Known(*identity[:3]) for identity in identities(findings, source.text)]


def _written(files: Mapping[str, Counter[Known]]) -> bytes:
    """Return the file: an entry a line, in an order that depends on nothing but the entries."""
    blocks = []
    for name in sorted(files):
        entries = sorted(files[name].items(), key=lambda entry: (entry[0].sentence, *entry[0]))
        rows = (
            json.dumps({**known._asdict(), "count": count}, ensure_ascii=False) for known, count in entries
        )
        blocks.append(f"  {json.dumps(name, ensure_ascii=False)}: [\n    " + ",\n    ".join(rows) + "\n  ]")
    body = ",\n".join(blocks)
    return f'{{"version": {_VERSION}, "files": {{\n{body}\n}}}}\n'.encode("utf-8", "surrogatepass")


def _read(content: Any) -> Iterable[tuple[str, Counter[Known]]]:
    match content:
        case {"version": version, "files": dict(files)} if version == _VERSION:
            return [(name, _entries(name, rows)) for name, rows in files.items()]
    raise ValueError(f"it lacks version {_VERSION} or its files")


def _entries(name: str, rows: Any) -> Counter[Known]:
    entries: Counter[Known] = Counter()
    for row in rows if isinstance(rows, list) else [rows]:
        match row:
            case {"rule": str(rule), "text": str(text), "sentence": str(sentence), "count": int(count)} if (
                count > 0
            ):
                entries[Known(rule, text, sentence)] += count
            case _:
                raise ValueError(f"an entry of {name} lacks rule, text, sentence or count: {row!r}")
    return entries
