"""The error of a pattern that takes too long, apart from the engine that it needs."""

from __future__ import annotations


class SlowPatternError(Exception):
    """A pattern was given up; the message is one line for the user."""
