"""RES111-115: characters that went wrong or that no English text has."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# What the first byte of a UTF-8 sequence looks like in cp1252, and what the following ones look like.
_FIRST_BYTES = "ÂÃÄÅÎÏÐÑØÙâãäåæçèéïð"
_MOJIBAKE = lazy(f"[{_FIRST_BYTES}][\x80-\xbf\u20ac‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_NO_BLANK = lazy(r"[^ \t\n]*")
_LOST = lazy("(?:\ufffd|ï¿½)+|\\?(?<=[a-z]\\?)(?=(?:s|t|re|ve|ll|d|m)\\b)")
_UNSEEN = "".join(
    chr(code)
    for first, last in (
        (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x7F), (0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
_INVISIBLE = lazy(f"[{re.escape(_UNSEEN)}]+")
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
_EAST_ASIAN = "·‧丨︱" + "".join(
    chr(code)
    for first, last in (
        (0x3000, 0x3003),
        (0x3008, 0x3011),
        (0x3014, 0x301B),
        (0x30FB, 0x30FC),
        (0xFF01, 0xFF65),
    )
    for code in range(first, last + 1)
)
_FULL_WIDTH = lazy(
    "[\u3000-\u3003\u3008-\u3011\u3014-\u301b\u30fb\u30fc\uff01-\uff5e\uff5f-\uff65丨︱]+"
    "|(?<=[a-z])[·‧](?=[A-Z])"
)
_MIXED = lazy(r"[A-Za-z]*(?:[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z])[A-Za-z\u0370-\u052f]*")
# Unicode's confusables.txt, Cyrillic and Greek letters that no reader tells from Latin ones.
_LOOK_ALIKE = str.maketrans(
    "аеорсхуіјѕһԁԛԝАВЕКМНОРСТХІЈЅУοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcxyijshdqwABEKMHOPCTXIJSYoABEZHIKMNOPTYX",
)
_LATIN_FOR = {
    "、": ", ", "。": ". ", "〈": "‘", "〉": "’", "《": "“", "》": "”",
    "「": "“", "」": "”", "『": "“", "』": "”",
    "【": "[", "】": "]", "〔": "[", "〕": "]", "〜": "–", "・": " · ", "ー": "–",
    "丨": " | ", "｜": " | ", "︱": " | ", "·": " ", "‧": " ",
    "｢": "“", "｣": "”",
}  # fmt: skip
_BLANK_AFTER = frozenset(",;:!?.")


@check(
    "RES111",
    "garbled-encoding",
    mqm="fluency/character-encoding",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="letters garbled by a wrong character encoding",
    needs=(characters(_FIRST_BYTES),),
    examples=(
        bad("The [[cafÃ©]] opened in May.", "The [[café]] opened in May."),
        bad("The [[farmersâ€™]] market was full.", "The [[farmers’]] market was full."),
        fine("São Tomé, Ångström, Liège and Malmö sent teams; “C’est la vie”, she said."),
    ),
)
def garbled_encoding(facts: Facts) -> Iterator[Hit]:
    """UTF-8 text was read in another encoding somewhere between the source and the page, so é became Ã©.

    The fix is what the ftfy library makes of the word; words that it leaves alone are left alone here.
    """
    text = facts.text
    if facts.characters.isdisjoint(_FIRST_BYTES):
        return
    end = 0
    for match in _MOJIBAKE.finditer(text):
        if match.start() < end:
            continue
        start = max(text.rfind(blank, 0, match.start()) for blank in " \t\n") + 1
        word = _NO_BLANK.match(text, start)
        end = word.end() if word else match.end()
        garbled = text[start:end]
        from ftfy import fix_encoding  # noqa: PLC0415 (slow to load, seldom needed)

        repaired = fix_encoding(garbled)
        if repaired == garbled or "ï¿½" in garbled:
            continue
        span = Span(start, end)
        yield Hit(
            span,
            f"‘{garbled}’ is ‘{repaired}’ read in a wrong character encoding",
            (replacement(span, repaired, Applicability.SAFE),),
        )


@check(
    "RES112",
    "lost-character",
    mqm="fluency/character-encoding",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="a character was lost here",
    needs=(characters("\ufffd¿?"),),
    examples=(
        bad("The S[[\ufffd]]o Paulo office closed."),
        bad("The clubs don[[?]]t agree.", "The clubs don[[’]]t agree."),
        fine("Is it so? She does not know."),
    ),
)
def lost_character(facts: Facts) -> Iterator[Hit]:
    """A program could not read or write a character and put \ufffd or a question mark in its place."""
    if facts.characters.isdisjoint("\ufffd¿?"):
        return
    for match in _LOST.finditer(facts.text):
        span = Span(*match.span())
        if match.group() == "?":
            yield Hit(
                span,
                "a question mark within a word stands for an apostrophe that was lost",
                (replacement(span, "’", Applicability.SAFE),),
            )
        else:
            yield Hit(
                span, f"‘{match.group()}’ stands for a character that was lost: look it up in the source"
            )


@check(
    "RES113",
    "invisible-character",
    mqm="fluency/character-encoding",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="an invisible character stands in the text: it breaks searches and line ends",
    needs=(characters(_UNSEEN),),
    examples=(
        bad("an area of [[\u200b\u200b]]40 hectares", "an area of [[]]40 hectares"),
        bad("the head[[\u00ad]]master", "the head[[]]master"),
        fine("She sent \U0001f468\u200d\U0001f469\u200d\U0001f467 and nothing else."),
    ),
)
def invisible_character(facts: Facts) -> Iterator[Hit]:
    """Zero-width blanks, soft hyphens and direction marks come along from web pages and some systems.

    Joiners within emoji and within Arabic or Indian words are left alone.
    """
    text = facts.text
    for match in _INVISIBLE.finditer(text):
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if set(match.group()) <= _JOINERS and any(_needs_joiner(letter) for letter in around):
            continue
        span = Span(*match.span())
        names = ", ".join(dict.fromkeys(_name(character) for character in match.group()))
        yield Hit(
            span,
            f"an invisible character stands here ({names}): it breaks searches and line ends",
            (replacement(span, "", Applicability.SAFE),),
        )


def _needs_joiner(letter: str) -> bool:
    return letter > "\u0590" and not "\u1e00" <= letter <= "\u218f"


def _name(character: str) -> str:
    return unicodedata.name(character, f"code {ord(character)}").lower()


@check(
    "RES114",
    "east-asian-punctuation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="punctuation of Chinese or Japanese in English text",
    pivots=("zh", "ja"),
    needs=(characters(_EAST_ASIAN),),
    examples=(
        bad("The port[[，]]the mine and the dam", "The port[[, ]]the mine and the dam"),
        bad("The bank [[（]]KBD[[）]] rose by 4[[％]].", "The bank [[(]]KBD[[)]] rose by 4[[%]]."),
        bad("She called it [[「]]a gift[[」]].", "She called it [[“]]a gift[[”]]."),
        bad("The poet Ana[[·]]Lima spoke.", "The poet Ana[[ ]]Lima spoke."),
        fine("The port, the mine and the dam (all state-owned) rose by 4%."),
    ),
)
def east_asian_punctuation(facts: Facts) -> Iterator[Hit]:
    """Full-width commas, brackets, digits and letters (，（）「」％) are those of Chinese and Japanese type.

    A translation keeps them where the system copies instead of translating. Marks within a passage that is
    itself Chinese or Japanese are part of that passage and left to RES121.
    """
    text = facts.text
    if facts.characters.isdisjoint("·‧") and not facts.has_between("\u3000", "\uffff"):
        return
    passages = facts.foreign_runs
    for match in _FULL_WIDTH.finditer(text):
        span = Span(*match.span())
        if any(
            span.start <= passage.end and passage.start <= span.end
            for passage in passages
            if passage.length > 1
        ):
            continue
        latin = _in_latin(match.group())
        following = text[span.end : span.end + 1]
        if latin[-1] in _BLANK_AFTER and following.isalpha():
            latin += " "
        elif latin.endswith(" ") and not following.isalnum():
            latin = latin.rstrip()
        instead = f"‘{latin.strip()}’" if latin.strip() else "a blank"
        yield Hit(
            span,
            f"‘{match.group()}’ is Chinese or Japanese type; English has {instead}",
            (replacement(span, latin, Applicability.SAFE),),
        )


def _in_latin(marks: str) -> str:
    return "".join(_LATIN_FOR.get(mark) or unicodedata.normalize("NFKC", mark) for mark in marks)


@check(
    "RES115",
    "look-alike-letter",
    mqm="fluency/character-encoding",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a Latin word with letters of another alphabet that look the same",
    pivots=("ru", "uk", "bg", "el"),
    needs=(characters(map(chr, range(0x370, 0x530))),),
    examples=(
        bad("The [[pаrty]] lost two seats.", "The [[party]] lost two seats."),
        bad("The [[Вeacon]] paper closed.", "The [[Beacon]] paper closed."),
        fine("A β-blocker, TNFα and 5μm of dust; the Δv of the probe."),
    ),
)
def look_alike_letter(facts: Facts) -> Iterator[Hit]:
    """A Cyrillic or Greek letter within a Latin word looks right but breaks searches and links.

    Keyboards and machine output mix them where the source is written in that alphabet. Greek letters of
    science (TNFα) look different from Latin ones and are left alone.
    """
    text = facts.text
    if not facts.has_between("\u0370", "\u052f"):
        return
    for match in _MIXED.finditer(text):
        word = match.group()
        latin = word.translate(_LOOK_ALIKE)
        if not latin.isascii():
            continue
        span = Span(*match.span())
        letters = ", ".join(dict.fromkeys(letter for letter in word if not letter.isascii()))
        yield Hit(
            span,
            f"‘{word}’ is written with letters of another alphabet that look the same ({letters})",
            (replacement(span, latin, Applicability.SAFE),),
        )


CHECKS = (garbled_encoding, lost_character, invisible_character, east_asian_punctuation, look_alike_letter)
