"""Why a step of a review is not taken; each message is one line for the editor."""

from __future__ import annotations


class ReviewError(Exception):
    """The step cannot be taken."""


class StaleError(ReviewError):
    """The page that asked shows an older state of the article."""


class ConflictError(ReviewError):
    """The file on the disk is no longer what was opened."""
