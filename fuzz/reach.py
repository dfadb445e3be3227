"""Print the names of the smallest files of a folder that reach every line which all of them reach.

`python fuzz/reach.py TARGET FOLDER`
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from inputs import reader_for

if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

MOST = 80
_seen: set[tuple[str, int, int]] = set()


def _step(frame: FrameType, event: str, argument: Any) -> Any:  # noqa: ARG001 - as settrace calls it
    code = frame.f_code
    if "lintnews" not in code.co_filename:
        return None
    previous = 0

    def line(inner: FrameType, kind: str, _: Any) -> Any:
        nonlocal previous
        if kind == "line":
            _seen.add((code.co_filename, previous, inner.f_lineno))
            previous = inner.f_lineno
        return line

    return line


def main() -> None:
    """Go through the files from the smallest on, and keep what reaches something new."""
    read = reader_for(sys.argv[1])
    kept = 0
    for path in sorted(Path(sys.argv[2]).iterdir(), key=lambda path: (path.stat().st_size, path.name)):
        before = len(_seen)
        sys.settrace(_step)
        try:
            read(path.read_bytes())
        finally:
            sys.settrace(None)
        if len(_seen) > before:
            print(path.name)
            kept += 1
        if kept == MOST:
            return


if __name__ == "__main__":
    main()
