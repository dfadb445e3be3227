"""RES116-117: signs that the source's page or its style sheet uses, and English prose does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Hit
from lintnews.needs import characters
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Rows of stars are a critic's verdict, a bullet that begins its line is a list.
_SIGNS = "■□◆◇●○◎▲△▼▽※♪〓⇒→◀►▶☞"
_PAGE_MARK = lazy(rf"(?<![★☆])[★☆]{{1,2}}(?![★☆])|[{_SIGNS}]+")
_BULLETS = "■●◆►▶→"
_QUOTES = "“”\"'‘’"
_EQUALS = lazy(r"(?<=[^\W\d_][^\W\d_])[)\]”\".,]{0,2}(?P<sign> ?= ?)(?=[(\[“\"]?[A-Za-z]{2}|\d{1,3}[),])")


@check(
    "RES116",
    "page-mark",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a mark of the source's page layout stands in the text",
    pivots=("ja", "zh", "ko"),
    needs=(characters("★☆", _SIGNS),),
    examples=(
        bad("The shop closed in May. [[■]] The owner said he was tired."),
        bad("Harbour and market [[→]] Society pages"),
        fine("Acting ★★★★☆, music ★★★\n● first\n● second\nThey wrote “○” for yes."),
    ),
)
def page_mark(facts: Facts) -> Iterator[Hit]:
    """Squares, circles, stars and arrows open paragraphs and rubrics on East Asian pages.

    Copied into English they mean nothing. Bullets at the start of a line, rows of stars in reviews, and
    signs that are quoted as signs are left alone.
    """
    text = facts.text
    if facts.characters.isdisjoint("★☆" + _SIGNS):
        return
    for match in _PAGE_MARK.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if match.group()[0] in _BULLETS and before in ("", "\n"):
            continue
        if before and before in _QUOTES and after and after in _QUOTES:
            continue
        # Stars with blanks between them are a row as well.
        if (
            match.group()[0] in "★☆"
            and "★" in text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
        ):
            continue
        yield Hit(Span(*match.span()), f"‘{match.group()}’ is a layout mark of the source's page")


@check(
    "RES117",
    "equals-sign-for-words",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="an equals sign stands for a comma or a word",
    pivots=("ja",),
    needs=(characters("="),),
    examples=(
        bad("Ken Mori (Osaka[[ = ]]45) won the race."),
        bad("The runner takes the cup[[ = ]]Harbour Park on Sunday."),
        fine("He wrote x = 5 and E = mc2; see desk.example/page?id=first&name=Ada or set mode=fast."),
    ),
)
def equals_sign_for_words(facts: Facts) -> Iterator[Hit]:
    """Japanese news style joins a place, an age or a caption to its noun with “=”; English has a comma.

    Formulas and web addresses are left alone.
    """
    text = facts.text
    if "=" not in text:
        return
    for match in _EQUALS.finditer(text):
        sign = Span(*match.span("sign"))
        joined = " " not in match.group("sign")
        if joined and text[sign.end].islower():
            continue
        if joined and re.search(r"[?&/.]\S*$", text[max(0, sign.start - 60) : sign.start]):
            continue
        yield Hit(sign, "English has no equals sign in running text: a comma, a dash or “in” is meant")


CHECKS = (page_mark, equals_sign_for_words)
