"""`python -m lintnews`."""

from __future__ import annotations

from lintnews.cli import run

if __name__ == "__main__":
    run()
