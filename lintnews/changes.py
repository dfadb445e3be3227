"""Which lines of a file changed since a revision, as git has it."""

from __future__ import annotations

import bisect
import os
import subprocess
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.finding import Finding
    from lintnews.source import Source
    from lintnews.span import Span

# Whatever the user's own settings say of how a diff looks.
_DIFF = (
    "-c", "core.quotePath=false", "diff", "--unified=0", "--inter-hunk-context=0", "--find-renames",
    "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules",
    "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip


class ChangesError(Exception):
    """Why changes cannot be told; the message is one line for the user."""


class Changed(NamedTuple):
    """The lines of a file that changed: ranges of numbers from 1, in order; None for all of them."""

    lines: tuple[range, ...] | None

    def touches(self, finding: Finding, source: Source) -> bool:
        """Whether a finding has a place on a changed line: its own, or one that proves it."""
        if self.lines is None:
            return True
        places = (finding.span, *(related.span for related in finding.related))
        return any(_overlaps(self.lines, _lines_of(source.text, span)) for span in places)


class Changes:
    """The changes since `revision` in whatever repository an article lies; each is asked once.

    A branch is compared from where it left `revision`, as the page of a merge request has it: what happened
    there in the meantime is no change of this branch.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._repositories: dict[str, _Repository] = {}

    def of(self, path: str) -> Changed:
        """Return what changed in a file of the working tree; in one that git does not know, everything.

        Raises:
            ChangesError: there is no git, no repository, or no such revision.
        """
        # The folder's links are resolved, the file's own is not: git knows it as a link.
        whole = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        root = next((folder for folder in whole.parents if (folder / ".git").exists()), None)
        if root is None:
            raise ChangesError(f"{path}: lies in no git repository, which --diff-base needs")
        repository = self._repositories.get(str(root))
        if repository is None:
            repository = self._repositories[str(root)] = _Repository(str(root), self._revision)
        name = whole.relative_to(root).as_posix()
        if name in repository.changed:
            return repository.changed[name]
        return Changed(() if name in repository.tracked else None)


class _Repository:
    """One working tree, asked with git."""

    def __init__(self, root: str, revision: str) -> None:
        self._root, self._revision = root, revision

    @cached_property
    def changed(self) -> dict[str, Changed]:
        """The changed files by their path from the top, with `/`."""
        patch = self._git(*_DIFF, self._base, "--").decode("utf-8", "surrogateescape")
        return dict(_files(patch.split("\n")))

    @cached_property
    def tracked(self) -> frozenset[str]:
        """Every file that git knows."""
        return frozenset(os.fsdecode(name) for name in self._git("ls-files", "-z").split(b"\0"))

    @property
    def _base(self) -> str:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{self._revision}^{{commit}}")
        found = self._tried(*asked)
        if found.returncode:
            shallow = (Path(self._root) / ".git" / "shallow").exists()
            hint = "; this clone is shallow: fetch its history first" if shallow else ""
            raise ChangesError(f"--diff-base: no revision is called {self._revision!r} in {self._root}{hint}")
        commit = found.stdout.decode("ascii").strip()
        forked = self._tried("merge-base", commit, "HEAD")
        return commit if forked.returncode else forked.stdout.decode("ascii").strip()

    def _git(self, *arguments: str) -> bytes:
        done = self._tried(*arguments)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise ChangesError(
                f"--diff-base: git failed in {self._root}: {said[0] if said else done.returncode}"
            )
        return done.stdout

    def _tried(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603
                ["git", "-C", self._root, *arguments],  # noqa: S607 - the user's own git
                capture_output=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
        except OSError as error:
            raise ChangesError(f"--diff-base needs git, which cannot be run: {error.strerror}") from error


def _files(patch: Sequence[str]) -> Iterator[tuple[str, Changed]]:
    """Yield the files of a patch without context, each by its new path."""
    name, left = "", 0
    lines: list[range] = []
    for row in patch:
        if left:
            # A line of the file, which may look like anything.
            left -= not row.startswith("\\")
        elif row.startswith("diff --git "):
            if name:
                yield name, Changed(tuple(lines))
            name, lines = "", []
        elif row.startswith("+++ "):
            name = _unquoted(row[4:]).removeprefix("b/").removesuffix("\t")
        elif row.startswith("Binary files "):
            # What git takes for binary, such as UTF-16, has no lines for it.
            new = row.removesuffix(" differ").partition(" and ")[2]
            yield _unquoted(new).removeprefix("b/"), Changed(None)
        elif row.startswith("@@ "):
            old, new = row.split(" ")[1:3]
            first, count = _hunk(new)
            lines.append(range(first, first + count))
            left = _hunk(old)[1] + count
    if name:
        yield name, Changed(tuple(lines))


def _hunk(text: str) -> tuple[int, int]:
    first, _, count = text[1:].partition(",")
    return int(first), int(count or 1)


def _unquoted(name: str) -> str:
    """Undo git's quoting of names with quotation marks, backslashes and control characters."""
    if not name.startswith('"'):
        return name
    body = name.rstrip("\t")[1:-1].encode("utf-8", "surrogateescape")
    made, place = bytearray(), 0
    plain = {ord(c): ord(v) for c, v in zip('abtnvfr"\\', '\a\b\t\n\v\f\r"\\', strict=True)}
    while place < len(body):
        if body[place] != ord("\\"):
            made.append(body[place])
            place += 1
        elif body[place + 1] in plain:
            made.append(plain[body[place + 1]])
            place += 2
        else:
            made.append(int(body[place + 1 : place + 4], 8))
            place += 4
    return made.decode("utf-8", "surrogateescape")


def _lines_of(text: str, span: Span) -> range:
    """Return the lines of a span as git counts them: only a line feed ends one."""
    first = text.count("\n", 0, span.start) + 1
    last = first + text.count("\n", span.start, max(span.start, span.end - 1))
    return range(first, last + 1)


def _overlaps(changed: Sequence[range], lines: range) -> bool:
    number = bisect.bisect_left(changed, lines.start, key=lambda rows: rows.stop - 1)
    return number < len(changed) and changed[number].start < lines.stop and bool(changed[number])
