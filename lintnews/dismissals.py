"""What an editor looked at and let stand: findings dismissed on the review page, remembered for later runs.

They are kept in a file `.lintnews-dismissed.json` in the folder of the article, or in the nearest folder
above it that has one. A finding is known by its rule, its text and its sentence (`fingerprint.py`): it stays
dismissed where it moves, and comes back where its sentence changes.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.content import content_of
from lintnews.fingerprint import Identity, identities
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.finding import Finding

NAME = ".lintnews-dismissed.json"
_VERSION = 1


class DismissalError(Exception):
    """A file of dismissals that cannot be used; the message is one line for the user, with its path."""


class Dismissals(NamedTuple):
    """The dismissals that hold for the articles of a folder.

    Attributes:
        path: the file that they are in, or are to be in.
        reasons: why each finding was let stand, in the editor's words; may be empty.
    """

    path: Path
    reasons: Mapping[Identity, str]

    def split(self, findings: Sequence[Finding], text: str) -> tuple[list[Finding], list[Finding]]:
        """Part one file's findings into those to report and those dismissed; `text` is the file's."""
        reported: list[Finding] = []
        dismissed: list[Finding] = []
        if not self.reasons:
            return list(findings), dismissed
        for finding, identity in zip(findings, identities(findings, text), strict=True):
            (dismissed if identity in self.reasons else reported).append(finding)
        return reported, dismissed


def dismissals_for(article: Path) -> Dismissals:
    """Return the dismissals that hold for an article.

    Raises:
        DismissalError: their file cannot be read.
    """
    folders = article.absolute().parents
    path = next((folder / NAME for folder in folders if (folder / NAME).exists()), folders[0] / NAME)
    return Dismissals(path, _read(path))


class DismissalFiles:
    """The dismissals for many articles; what holds in a folder is read once."""

    def __init__(self) -> None:
        self._found: dict[str, Dismissals] = {}

    def at(self, article: str) -> Dismissals:
        """Return the dismissals that hold for an article; raises as `dismissals_for`."""
        folder = os.path.dirname(article)  # noqa: PTH120 - there may be thousands
        if folder not in self._found:
            self._found[folder] = dismissals_for(Path(article))
        return self._found[folder]


def remember(path: Path, add: Mapping[Identity, str], remove: Iterable[Identity] = ()) -> Dismissals:
    """Bring a file of dismissals up to date with what it holds by now, and return what it holds then.

    The file is replaced whole.

    Raises:
        DismissalError: it cannot be read or written.
    """
    from lintnews.atomic import WriteError, replace_file  # noqa: PLC0415 - only where something is dismissed

    reasons = {**_read(path), **add}
    for identity in remove:
        reasons.pop(identity, None)
    rows = [{**identity._asdict(), "reason": reason} for identity, reason in sorted(reasons.items())]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    content = f'{{"version": {_VERSION}, "dismissed": [\n{lines}\n]}}\n'.encode("utf-8", "surrogatepass")
    try:
        if not path.exists():
            path.write_bytes(b"")
        replace_file(path, path.read_bytes(), content)
    except (OSError, WriteError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DismissalError(f"{path}: {reason}") from error
    return Dismissals(path, reasons)


def _read(path: Path) -> dict[Identity, str]:
    try:
        data = content_of(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DismissalError(f"{path}: cannot be read: {error.strerror or error}") from error
    if not data:
        return {}
    try:
        return dict(_entry(row) for row in _rows(json.loads(data)))
    except (ValueError, RecursionError) as error:
        raise DismissalError(f"{path}: is no file of dismissals: {error}") from error


def _rows(content: Any) -> list[Any]:
    match content:
        case {"version": version, "dismissed": [*rows]} if version == _VERSION:
            return rows
    raise ValueError(f"it lacks version {_VERSION} or a list ‘dismissed’")


def _entry(row: Any) -> tuple[Identity, str]:
    fields = {"rule": str, "text": str, "sentence": str, "occurrence": int, "reason": str}
    if not isinstance(row, dict) or any(not isinstance(row.get(key), kind) for key, kind in fields.items()):
        raise ValueError(f"an entry lacks one of {', '.join(fields)}: {row!r}")
    return Identity(row["rule"], row["text"], row["sentence"], row["occurrence"]), row["reason"]
