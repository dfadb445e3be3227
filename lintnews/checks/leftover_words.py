"""RES122: words of another language in Latin letters that were not translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.loans import LOAN_PHRASES, LOANS
from lintnews.facts.spelling import slip_for
from lintnews.finding import Hit
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token
    from lintnews.words import Word

_LANGUAGE_NAMES = {
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "es": "Spanish", "fi": "Finnish",
    "fil": "Filipino",
    "fr": "French", "ha": "Hausa", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "sh": "Serbo-Croatian", "sk": "Slovak", "sl": "Slovene",
    "sv": "Swedish",
    "tr": "Turkish", "vi": "Vietnamese",
}  # fmt: skip
# A word counts as foreign that is this frequent there (Zipf scale), and so much more frequent than in
# English.
_FREQUENT, _MORE = 3.0, 1.5
# Two languages in which a word is frequent to this difference may both be the source.
_AS_COMMON = 0.5
# Articles and prepositions that belong to a foreign word beside them though English has the spelling too.
_SMALL_WORDS = {
    "ca": frozenset("el la els les un una de del".split()),
    "de": frozenset("der die das den dem des ein eine einen und zu von mit im".split()),
    "es": frozenset("el la los las un una de del y en que se al su".split()),
    "fr": frozenset("le la les un une des du de et au aux".split()),
    "it": frozenset("il lo la gli le un una di del della e da al".split()),
    "nl": frozenset("de het een van en".split()),
    "pt": frozenset("os as um uma de da do e em".split()),
}
_PARTICLES = frozenset().union(
    *_SMALL_WORDS.values(), ("en", "sans", "pour", "für", "per", "à", "zu", "alla")
)
# Tokens from the capitalised word of a foreign name to its last word in lower case.
_NAME_TAIL = 5
# What stands beside words that are quoted, emphasised, explained, or part of an address or a compound.
_BEFORE = frozenset("“”\"'‘’«»„*_@#/.\\&([-")
_AFTER = lazy(r"[“”\"'‘’«»„*_@/\\=)\]-]|\.\w| \(| means? | meaning |, or th")
# Characters of the longest loan that may stand before or after one of its words.
_PHRASE = 20
# The end of Latin Extended-B; what lies beyond is another script, or Vietnamese.
_LAST_LATIN = "\u0250"


def _leftover_language(facts: Facts, index: int) -> str | None:
    """Return the language (BCP 47, "" if unknown) that the token at `index` is left over from, else None."""
    token = facts.tokens[index]
    if not token.is_word or len(token.text) < 2 or not token.text.islower() or token.fold in LOANS:
        return None
    word: Word = facts.words.word(token.text)
    if word.known:
        return None
    if slip_for(token.text, facts.words):
        return None
    if word.foreign:
        best = word.foreign[0]
        sure = (
            best.zipf >= _FREQUENT
            and best.zipf - word.zipf >= _MORE
            and (len(token.text) > 2 or best.zipf >= 5)
        )
        return best.language if sure else None
    unlisted = not token.text.isascii() and not word.name_only and word.zipf < 1.5 and len(token.text) > 3
    return "" if unlisted and token.text.isalpha() and max(token.text) < _LAST_LATIN else None


def _is_set_apart(facts: Facts, first: Token, last: Token) -> bool:
    """Whether the words are quoted, emphasised, glossed in brackets, part of an address or of a loan."""
    text = facts.text
    if text[first.start - 1 : first.start] in _BEFORE or _AFTER.match(text, last.end):
        return True
    around = text[max(0, first.start - _PHRASE) : last.end + _PHRASE].casefold().replace("-", " ")
    if any(phrase in around for phrase in LOAN_PHRASES):
        return True
    # A few quoted words are likely to be quoted as words: a title, a slogan.
    quotation = facts.article.quotation_at(first.start)
    return quotation is not None and quotation.inner.of(text).count(" ") < 5


def _beside_name(facts: Facts, first: int, last: int) -> bool:
    """Whether a capitalised word that English does not know stands beside it: part of a foreign name.

    Particles and foreign words may stand between the two: Médecins sans frontières.
    """
    start = first - 1
    while start > max(0, first - _NAME_TAIL) and (
        facts.tokens[start].text in _PARTICLES or facts.tokens[start].text in facts.unknown_words
    ):
        start -= 1
    before = facts.tokens[start] if start >= 0 else None
    after = facts.tokens[last + 1] if last + 1 < len(facts.tokens) else None
    if before and before.is_word and before.text[0].isupper() and not facts.words.known(before.text):
        return True
    if not (after and after.is_word and after.text[0].isupper()):
        return False
    if "\n" in facts.text[facts.tokens[last].end : after.start]:
        return False
    word = facts.words.word(after.text)
    return not word.known and (not word.name_only or bool(word.foreign))


@check(
    "RES122",
    "leftover-foreign-word",
    mqm="accuracy/untranslated",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="a word of the source language was not translated",
    needs=(given("unknown_words"),),
    examples=(
        bad("Its aim is [[el comienzo]] of a new trade."),
        bad("The price of [[elektřiny]] rose in the autumn."),
        bad("The guards [[hätten]] seen nothing of it."),
        bad("They could [[après]] the storm go home."),
        fine("The coup d’état was a fait accompli; the gilets jaunes met in a café; raison d’être."),
        fine("The paper Lietuvos rytas and Corriere della Sera; the word “carro” means a cart."),
        fine("She ate pho (phở) and naïve art; see www.nachrichten.example for more."),
    ),
)
def leftover_foreign_word(facts: Facts) -> Iterator[Hit]:
    """A word that is frequent in another language and does not exist in English was left as it was.

    Left alone: quoted, emphasised or explained words, parts of foreign names (Corriere della Sera), web
    addresses and loans that news English has made its own (coup d’état, kindergarten).
    """
    tokens = facts.tokens
    unknown = facts.unknown_words
    done = -1
    for index, token in enumerate(tokens) if unknown else ():
        if token.text not in unknown or index <= done:
            continue
        language = _leftover_language(facts, index)
        if language is None:
            continue
        first, last = _run(facts, index, language)
        done = last
        if _is_set_apart(facts, tokens[first], tokens[last]) or _beside_name(facts, first, last):
            continue
        span = Span(tokens[first].start, tokens[last].end)
        language_name = _language_name(facts.words.word(token.text))
        yield Hit(span, f"‘{span.of(facts.text)}’ is {language_name}: it was not translated")


def _language_name(word: Word) -> str:
    """Return what to call the language of `word`, two where it is about as common in both."""
    likely = [use.language for use in word.foreign if use.zipf > word.foreign[0].zipf - _AS_COMMON]
    names = [_LANGUAGE_NAMES.get(language, language) for language in likely[:2]]
    return " or ".join(names) + ", not English" if names else "not English"


def _run(facts: Facts, index: int, language: str) -> tuple[int, int]:
    """Widen to the foreign words that stand beside the one at `index`."""
    small = _SMALL_WORDS.get(language, frozenset())
    tokens, first, last = facts.tokens, index, index
    while first > 0 and tokens[first - 1].text in small:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].is_word and tokens[last + 1].text[0].islower():
        step = 1
        while tokens[last + step].text in small and last + step + 1 < len(tokens):
            step += 1
        if not tokens[last + step].is_word or _leftover_language(facts, last + step) is None:
            break
        last += step
    return first, last


CHECKS = (leftover_foreign_word,)
