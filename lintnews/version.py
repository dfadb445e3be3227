"""The version, in a module of its own because what is kept between runs depends on it."""

from __future__ import annotations

__version__ = "0.1.0"
