"""What may go wrong with LanguageTool."""

from __future__ import annotations


class LanguageToolFailure(Exception):  # noqa: N818 - the library has a LanguageToolError
    """LanguageTool could not do its work; the message is one line for the user."""


class ServerLost(LanguageToolFailure):
    """There is no use in asking this server again."""
