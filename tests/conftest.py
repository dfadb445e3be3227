"""One cache for all tests, in whatever process: packs are compiled once, which takes longer than a test."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Set the user's cache folder, for this process and those that it starts."""
    # Workers of xdist have it from the process that started them.
    if not hasattr(config, "workerinput"):
        folder = tempfile.TemporaryDirectory(prefix="lintnews-tests-")
        os.environ["XDG_CACHE_HOME"] = folder.name
        config.add_cleanup(folder.cleanup)
