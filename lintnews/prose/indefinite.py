"""Which indefinite article a word takes."""

from __future__ import annotations

import re

from lintnews.patterns import lazy

# Spelt with a vowel but spoken with "y" or "w", and the other way round.
_SPOKEN_CONSONANT = lazy(
    r"(?:uni(?!n|m)|us[aeiu]|eu|ewe|one|once|ubiq|u-|uk\b|un\b|us\b|eu\b)", re.IGNORECASE
)
_SILENT_H = lazy(r"(?:hour|honest|hono|heir)", re.IGNORECASE)
# Letters whose names begin with a vowel: "an MP", "an SOS".
_SPELT_OUT = lazy(r"(?:[FHLMNRSX](?:[A-Z0-9]|$|-)(?![A-Z]*[AEIOU][A-Z]))")


def indefinite_article(word: str) -> str:
    """Return "a" or "an", as `word` is spoken."""
    if _SPELT_OUT.match(word) or _SILENT_H.match(word):
        return "an"
    if _SPOKEN_CONSONANT.match(word):
        return "a"
    return "an" if word[:1].lower() in "aeiou" or re.match(r"8|1[18]\b", word) else "a"
