"""“Did you mean …?” for a word that is not on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters that are typed for the digits they look like, and the other way round.
_ALIKE = str.maketrans("ilo", "110")


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return ` (did you mean …?)` with the nearest option, the empty string where none is near."""
    import difflib  # noqa: PLC0415 - only paid on the way to an error

    by_fold = {option.casefold(): option for option in options}
    fold = word.casefold()
    looks = fold.translate(_ALIKE)
    near = [option for option in by_fold if option.translate(_ALIKE) == looks]
    near = near or difflib.get_close_matches(fold, by_fold, n=1, cutoff=0.6)
    return f" (did you mean {by_fold[near[0]]}?)" if near else ""
