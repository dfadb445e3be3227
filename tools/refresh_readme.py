"""Put what lintnews prints today into the blocks of README.md that show its output.

    python tools/refresh_readme.py

`tests/test_readme.py` fails where they differ.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(
    r"(?P<head><!-- output: (?P<arguments>.+?) -->\n```text\n)(?P<shown>.*?)(?P<tail>```)", re.DOTALL
)


def printed(arguments: str) -> str:
    """Return what `lintnews ARGUMENTS` prints on a terminal 100 columns wide, without colour."""
    run = subprocess.run(
        [sys.executable, "-m", "lintnews", *arguments.split()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return run.stdout.strip() + "\n"


def refreshed(readme: str) -> str:
    """Return the README with every block of output made anew."""
    return BLOCK.sub(lambda block: block["head"] + printed(block["arguments"]) + block["tail"], readme)


if __name__ == "__main__":
    path = ROOT / "README.md"
    path.write_text(refreshed(path.read_text("utf-8")), "utf-8")
