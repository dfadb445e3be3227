"""The paths by which a server knows files: from the root of the repository, links resolved, with slashes."""

from __future__ import annotations

import os
from pathlib import Path


class RepositoryPaths:
    """Tells paths from the root of the repository around the current folder, from that folder elsewhere."""

    def __init__(self) -> None:
        here = Path.cwd().resolve()
        self._root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)

    def __call__(self, path: str) -> str:
        """Return `path` as the server has it; one outside the repository stays absolute."""
        try:
            resolved = Path(os.path.realpath(path))
        except ValueError:  # a NUL character
            return path
        inside = resolved.is_relative_to(self._root)
        return (resolved.relative_to(self._root) if inside else resolved).as_posix()
