"""RES121: words in another script than Latin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.scripts import script_of
from lintnews.finding import Hit
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.span import Span

# "Xi (习近平", "Kyiv (Ukrainian: Київ", "Abe, 安倍晋三, said" are glosses; so is what follows a slash.
_GLOSS_BEFORE = lazy(r"[\w.’'”\"]\s?(?:[(（\[]|/)\s?(?:[A-Z][a-z]+:\s?|also\s)?[\"“‘]?$")
_OPENERS = "“\"'‘«「『《"
_CLOSERS = "”\"'’»」』》"
_ADDRESS = lazy(r"[\w.-]+\.[a-z]{2,}|https?://|www\.|@\w|\w\.(?:рф|укр|бг|中国|香港)")
_WORD = lazy(r"\S*")


@check(
    "RES121",
    "foreign-script",
    mqm="accuracy/untranslated",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this was left in the script of the source language",
    needs=(given("foreign_runs"),),
    examples=(
        bad("The [[комитет]] will meet on Monday."),
        bad("She won the [[अध्यक्ष]] vote in the autumn."),
        bad("Ferries stop at the [[港]] twice a day."),
        fine("Chen Bolin (陈柏霖) will sing; the chant “自由” was heard; α and β particles; 5 μm."),
        fine("The town of Lviv (Ukrainian: Львів) lies to the west; write to the site культура.рф."),
    ),
)
def foreign_script(facts: Facts) -> Iterator[Hit]:
    """A word was not translated, or not even put into Latin letters, and stands there as in the source.

    Left alone: the original spelling in brackets behind a name, words that the article quotes as words,
    single Greek letters as in science, web addresses.
    """
    text = facts.text
    for span in facts.foreign_runs:
        if (
            _is_symbol(text, span)
            or _is_gloss(text, span)
            or _is_quoted(text, span)
            or _in_address(text, span)
        ):
            continue
        shown = span.of(text)
        shown = shown if len(shown) <= 30 else shown[:29] + "…"
        yield Hit(
            span, f"‘{shown}’ is left over from the source ({script_of(shown)} script): it was not translated"
        )


def _is_symbol(text: str, span: Span) -> bool:
    """Whether it is a Greek letter of science, a bar (RES114), or in a word of mixed alphabets (RES115)."""
    if span.of(text) == "丨":
        return True
    if span.length > 2:
        return False
    beside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return script_of(span.of(text)) == "Greek" or (
        script_of(span.of(text)) == "Cyrillic"
        and any(letter.isascii() and letter.isalpha() for letter in beside)
    )


def _is_gloss(text: str, span: Span) -> bool:
    if text[span.end : span.end + 2].lstrip("”\"'’ ")[:1] not in (")", "）", "]", ",", ";", "/"):
        return False
    return bool(_GLOSS_BEFORE.search(text, max(0, span.start - 40), span.start))


def _is_quoted(text: str, span: Span) -> bool:
    return (
        text[span.start - 1 : span.start] in _OPENERS
        and text[span.end : span.end + 1] in _CLOSERS
        and (0 < span.start < span.end < len(text))
    )


def _in_address(text: str, span: Span) -> bool:
    start = max(text.rfind(" ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    word = _WORD.match(text, start)
    return bool(word and _ADDRESS.search(word.group()))


CHECKS = (foreign_script,)
