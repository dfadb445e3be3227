"""RES101-104: markup and model tokens that should never have reached the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Tokenisers also print "& quot ;" and "& # 39 ;".
_ENTITY = lazy(
    r"& ?(?:amp ?; ?)*(?:# ?(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|quot|apos|nbsp|lt|gt) ?;"
    r"|&(?:amp;)*[A-Za-z][A-Za-z0-9]{1,30};|& amp ?;"
    r"|&(?:quot|nbsp|amp|apos)\b"
)
_UNKNOWN = lazy(
    r"⁇|<(?:unk|pad|url|num|eos|bos|mask|sep|cls|0x[0-9A-F]{2}|/?s)>"
    r"|<\|[\w ]{2,30}\|>|\[(?:UNK|PAD|MASK|CLS|SEP)\]",
    re.IGNORECASE,
)
_SUBWORD = lazy(
    r" ?@(?P<inner>[-,.:/])@ ?"
    r"|(?P<left>(?<=\w)@@(?: |$))"
    r"|(?P<space>▁+ ?)"
    r"|(?P<right>(?<=[A-Za-z]) ##(?=[a-z]))",
    re.MULTILINE,
)
_PLACEHOLDER = lazy(
    r"\{\{? ?[A-Za-z_]*\d* ?\}?\}"
    r"|%(?<![\d\w%]%)(?:\d\$)?[sd](?![A-Za-z])"
    r"|__(?<!\w__)[A-Z]+_?\d*__\b"
    r"|</?[gx]\d{1,3}/?>|</?[gx] id=\"?\d+\"?/?>"
    r"|\[(?:NAME|PERSON|PLACE|LOCATION|ORG|COMPANY|ENTITY|DATE|NUMBER|CITY|COUNTRY|TITLE)(?: NAME)?[ _]?\d*\]"
    r"|⟦\d+⟧"
)


@check(
    "RES101",
    "html-entity",
    mqm="fluency/character-encoding",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="a web page's code for a character stands in the text",
    needs=(characters("&"),),
    examples=(
        bad("The bakers[[&#39;]] union met at noon.", "The bakers[[']] union met at noon."),
        bad("It’s Johnson’s: the bakers[[&#39;]] union", "It’s Johnson’s: the bakers[[’]] union"),
        bad(
            "Johnson [[&amp;amp;]] Sons [[&quot;]]will pay[[&quot;]].",
            'Johnson [[&]] Sons [["]]will pay[["]].',
        ),
        bad("“No,” he said. [[&quot;]]Not now.[[&quot;]]", "“No,” he said. [[“]]Not now.[[”]]"),
        bad("The bakers[[& apos ;]] union met.", "The bakers[[']] union met."),
        fine("The R&D budget; the AT&T deal; Marks & Spencer; sun & star; nothing else."),
    ),
)
def html_entity(facts: Facts) -> Iterator[Hit]:
    """A character of the source page was written as a code (`&quot;`, `&#39;`) and translated as text.

    Doubly escaped codes (`&amp;quot;`) and those that a tokeniser tore apart (`& quot ;`) are decoded as
    well.
    """
    if "&" not in facts.text:
        return
    import html  # noqa: PLC0415 - brings a table of all entities

    for match in _ENTITY.finditer(facts.text):
        code = match.group().replace(" ", "")
        shown = code if code.endswith(";") else code + ";"
        while (decoded := html.unescape(shown)) != shown:
            shown = decoded
        if shown == code or shown.endswith(";"):
            continue
        span = Span(*match.span())
        shown = _in_style_of(facts.text, shown.replace("\xa0", " "), span)
        yield Hit(
            span,
            f"‘{match.group()}’ is a web page's code for ‘{shown}’",
            (replacement(span, shown, Applicability.SAFE),),
        )


def _in_style_of(text: str, mark: str, span: Span) -> str:
    """Return a straight mark as the article writes its marks: curved where it has none but curved ones."""
    if mark == "'" and "’" in text and "'" not in text:
        return "’"
    if mark != '"' or mark in text or not ("“" in text and "”" in text):
        return mark
    before, after = text[: span.start][-1:], text[span.end :][:1]
    return "“" if not before.strip("([—–").strip() and after.strip() else "”"


@check(
    "RES102",
    "unknown-token",
    mqm="accuracy/untranslated",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the machine met something it could not read here and left its mark",
    needs=(characters("⁇<["),),
    examples=(
        bad("The ferry left [[<unk>]] at dawn."),
        bad("The score was 2 [[⁇]] 1 at half-time."),
        bad("Readers can look at the page ([[<url>]]) for more."),
        fine("Unk is a village; the sign < means less than."),
    ),
)
def unknown_token(facts: Facts) -> Iterator[Hit]:
    """Translation models print `<unk>` or ⁇ where a character of the source was outside their vocabulary.

    Something is missing there: look it up in the source.
    """
    if not any(mark in facts.text for mark in "⁇<["):
        return
    for match in _UNKNOWN.finditer(facts.text):
        yield Hit(
            Span(*match.span()),
            f"‘{match.group()}’ is the machine's mark for what it could not read: a word is missing here",
        )


@check(
    "RES103",
    "subword-mark",
    mqm="fluency/character-encoding",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the machine cuts words into pieces with this mark and forgot to join them",
    needs=(characters("@▁#"),),
    examples=(
        bad("A state[[ @-@ ]]owned bank failed.", "A state[[-]]owned bank failed."),
        bad("The har[[@@ ]]vest was poor.", "The har[[]]vest was poor."),
        bad("They reached the [[▁]]Volta river.", "They reached the [[]]Volta river."),
        bad("He was wander[[ ##]]ing about.", "He was wander[[]]ing about."),
        fine("Write to @harbour or desk@example.org, or see ## 4 below."),
    ),
)
def subword_mark(facts: Facts) -> Iterator[Hit]:
    """Translation models cut rare words into pieces (`har@@ vest`, `▁Volta`, `wander ##ing`).

    A mark that is left shows that the pieces were not joined again.
    """
    text = facts.text
    if not any(mark in text for mark in ("@", "▁", "##")):
        return
    for match in _SUBWORD.finditer(text):
        span = Span(*match.span())
        mark = match.group("inner") or ""
        yield Hit(
            span,
            f"‘{match.group().strip()}’ is a mark with which the machine cuts words into pieces",
            (replacement(span, mark, Applicability.SAFE),),
        )


@check(
    "RES104",
    "unfilled-placeholder",
    mqm="accuracy/untranslated",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="a placeholder stands where a name or number should be",
    needs=(characters("{%_<[⟦"),),
    examples=(
        bad("The mayor, [[{0}]], opened the bridge."),
        bad("Police named the man as [[__ENT1__]] on Friday."),
        bad("The minister of [[%s]] will travel to [[<x1>]] today."),
        fine("Prices rose by 5% so far; [sic] and [laughs] stay, as does the 100%-owned unit."),
    ),
)
def placeholder(facts: Facts) -> Iterator[Hit]:
    """Names and markup are hidden behind placeholders (`{0}`, `%s`, `__ENT1__`, `<x1>`) for translation.

    One that is left was not filled in again: the name or number has to come from the source.
    """
    if not any(mark in facts.text for mark in ("{", "%", "__", "<", "[", "⟦")):
        return
    for match in _PLACEHOLDER.finditer(facts.text):
        if not any(letter.isalnum() for letter in match.group()):
            continue
        yield Hit(
            Span(*match.span()),
            f"‘{match.group()}’ is a placeholder: the name or number it stands for is missing",
        )


CHECKS = (html_entity, unknown_token, subword_mark, placeholder)
