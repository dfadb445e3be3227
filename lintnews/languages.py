"""Languages that news is translated from."""

from __future__ import annotations

from lintnews.suggest import did_you_mean

#: Names of the languages that rules know, by ISO 639-1 code.
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def which_language(word: str) -> str:
    """Return ` (did you mean …?)` with the code of a language for its name, or for a code that is near."""
    codes = {name.casefold(): code for code, name in LANGUAGES.items()}
    code = codes.get(word.casefold())
    return f" (did you mean {code}?)" if code else did_you_mean(word, LANGUAGES)
