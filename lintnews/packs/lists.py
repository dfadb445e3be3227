"""The lists of words that every pack may use. Raise `definition.FORMAT` when they change."""

from __future__ import annotations

from typing import Final

LISTS: Final = {
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "period": tuple(
        f"{{{word}:n}}" for word in "day week month year season quarter decade morning night".split()
    ),
    "officials": tuple(
        f"{{{word}:n}}"
        for word in (
            "minister premier president chancellor governor mayor senator ambassador secretary spokesman "
            "spokeswoman spokesperson commissioner prosecutor judge general director chairman chairwoman "
            "chief leader official lawmaker deputy king queen"
        ).split()
    ),
    "media": tuple(
        f"{{{word}:n}}"
        for word in (
            "newspaper magazine website site channel station agency portal outlet publication daily"
        ).split()
    ),
}
