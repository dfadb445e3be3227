"""QUO201-204: blanks and stops around punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.needs import places
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

_WORD_BEFORE = lazy(r"[\w.@/’'-]+$")
_WORD_AFTER = lazy(r"[\w’'-]+")
# How far back the word before a mark is looked for, in characters.
_REACH = 40


def _word_before(text: str, place: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, place - _REACH), place)
    return match.group() if match else ""


@check(
    "QUO201",
    "blank-before-punctuation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank stands before the punctuation mark",
    needs=(places("before_stop", "wrong_side"),),
    examples=(
        bad(
            "The ferry sank off the coast[[ ,]] and nobody came[[ .]]",
            "The ferry sank off the coast, and nobody came.",
        ),
        bad("The club signed Moreno[[ ,]]who scored twice.", "The club signed Moreno, who scored twice."),
        bad("What is left[[ ?]]", "What is left?"),
        fine("Files ending in .zip were lost ... and found . . . twice."),
        fine("He uses a .45 pistol and http://example.org/a .b too."),
    ),
)
def blank_before_punctuation(facts: Facts) -> Iterator[Hit]:
    """The machine printed its tokens one by one, or kept the blank that other languages put before a mark."""
    for match in facts.places.get("before_stop", ()):
        span = Span(*match.span())
        yield Hit(span, fixes=(replacement(span, match.group().strip(" \u00a0\u202f"), Applicability.SAFE),))
    for match in facts.places.get("wrong_side", ()):
        span = Span(*match.span())
        yield Hit(span, fixes=(replacement(span, match.group()[::-1], Applicability.SAFE),))


_DOMAIN_ENDS = frozenset("com net org ru tv info news biz gov edu js io uk ng cn jp ua fm".split())


@check(
    "QUO202",
    "blank-missing-after-punctuation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="no blank stands between the punctuation mark and the word beside it",
    needs=(places("tight"),),
    examples=(
        bad("The harvest failed[[,]]prices rose.", "The harvest failed, prices rose."),
        bad("He sold the boats[[.]]They were old.", "He sold the boats. They were old."),
        bad("The Lake Bank[[(]]LBK) closed.", "The Lake Bank (LBK) closed."),
        bad("The band (from Leeds[[)]]won.", "The band (from Leeds) won."),
        fine("Visit Example.Com or example.org at 9:30 a.m. in the U.S. on Yahoo!News."),
        fine("The (re)building of 1,500 home(s) cost 2.5m."),
    ),
)
def blank_missing_after_punctuation(facts: Facts) -> Iterator[Hit]:
    """Two sentences or clauses run together: the source writes no blank there, or pieces were joined."""
    text = facts.text
    for match in facts.places.get("tight", ()):
        mark, span = match.group(), Span(*match.span())
        if _TIGHT[mark](text, span):
            blanked = " (" if mark == "(" else mark + " "
            yield Hit(span, fixes=(replacement(span, blanked, Applicability.SAFE),))


def _clause_is_joined(text: str, span: Span) -> bool:
    """For `,` and `;`: anything but an entity, a code or an address."""
    before = _word_before(text, span.start)
    in_entity = text.rfind("&", max(0, span.start - 8), span.start) >= 0
    return "@" not in before and "/" not in before and not in_entity


def _sentence_is_joined(text: str, span: Span) -> bool:
    """For `.`, `:`, `?` and `!`: a plain word before, a capitalised one after, no part of an address."""
    before, after = _word_before(text, span.start), _WORD_AFTER.match(text, span.end)
    if not after or not before.isalpha() or not before.islower() or len(before) < 3:
        return False
    word, following = after.group(), text[after.end() : after.end() + 1]
    return (
        word[0].isupper()
        and not word.isupper()
        and word.casefold() not in _DOMAIN_ENDS
        and following not in (".", "/", "@")
    )


def _bracket_is_joined(text: str, span: Span) -> bool:
    """For `(`: `word(Word`, where the parenthesis is no ending such as `(ies)`."""
    close = text.find(")", span.end, span.end + _REACH)
    inner = text[span.end : close]
    return close < 0 or not inner.isalpha() or not inner.islower() or len(inner) > 4


def _after_bracket_is_joined(text: str, span: Span) -> bool:
    """For `)`: not after a part of a word, `(re)building`."""
    opened = text.rfind("(", max(0, span.start - 2 * _REACH), span.start)
    inner = text[opened + 1 : span.start]
    return opened >= 0 and not (inner.isalpha() and len(inner) < 6)


_TIGHT = {
    ",": _clause_is_joined,
    ";": _clause_is_joined,
    ".": _sentence_is_joined,
    ":": _sentence_is_joined,
    "?": _sentence_is_joined,
    "!": _sentence_is_joined,
    "(": _bracket_is_joined,
    ")": _after_bracket_is_joined,
}

# Rows of marks that are one wrong mark too many, and the mark that stays.
_DOUBLED = {
    ",,": ",", ",.": ".", ",;": ";", ",:": ":", ",?": "?", ",!": "!",
    ";;": ";", ";.": ".", ";,": ",", ";:": ":", ";?": "?", ";!": "!",
    ":.": ".", ":,": ",",
    "..": ".", ".,": ",", ".;": ";", ".:": ":", ".?": "?", ".!": "!",
    "?.": "?", "?..": "?", "?,": "?", "!.": "!", "!..": "!",
}  # fmt: skip
_ABBREVIATIONS = frozenset(
    "etc al approx est dept inc co corp ltd jr sr vs no vol ed eds cent gen resp incl".split()
)


@check(
    "QUO203",
    "doubled-punctuation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="two punctuation marks stand where one is due",
    needs=(places("run"),),
    examples=(
        bad("The dam held[[,,]] but the road did not[[,.]]", "The dam held, but the road did not."),
        bad("The road was closed[[..]] Nobody knew why[[?.]]", "The road was closed. Nobody knew why?"),
        fine("He works for Hill Co., Ltd., in Salem, Ore., until 5 p.m., etc., and so on..."),
        fine("What?! No!! Really?? The show “Hello!,” closed... "),
    ),
)
def doubled_punctuation(facts: Facts) -> Iterator[Hit]:
    """A mark was doubled where two pieces of a translation met.

    Abbreviations before a comma, dots in a row (three or more) and ?! are left alone.
    """
    text = facts.text
    for match in facts.places.get("run", ()):
        run, span = match.group(), Span(*match.span())
        if run not in _DOUBLED:
            continue
        before = _word_before(text, span.start)
        if run in (".,", ".;", ".:", ".?", ".!") and _may_be_abbreviation(before):
            continue
        if run in ("?,", "!,", "?.", "!.") and (not before or before[0].isupper()):
            continue  # a name that ends in its mark: Yahoo!
        # Two dots may be two thirds of an ellipsis.
        applicability = Applicability.SUGGESTION if run == ".." else Applicability.SAFE
        yield Hit(span, fixes=(replacement(span, _DOUBLED[run], applicability),))


def _may_be_abbreviation(word: str) -> bool:
    return "." in word or not word.islower() or len(word) < 4 or word in _ABBREVIATIONS


@check(
    "QUO204",
    "blank-inside-parentheses",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank stands between the parenthesis and what is in it",
    needs=(places("bracket"),),
    examples=(
        bad("The port [[( ]]the largest one ) is open.", "The port (the largest one) is open."),
        bad("The agency[[( ]]founded in 1990) moved.", "The agency (founded in 1990) moved."),
        bad("The museum (built in 1911[[ )]] burned.", "The museum (built in 1911) burned."),
        fine("The port (the largest one) is open: a) by day, b) by night."),
    ),
)
def blank_inside_parentheses(facts: Facts) -> Iterator[Hit]:
    """The machine printed its tokens one by one; a blank on the wrong side of a parenthesis is moved."""
    text, places = facts.text, facts.places.get("bracket", ())
    closed_with = -1
    for index, match in enumerate(places):
        if index == closed_with:
            continue
        edits = [_without_blank(text, match)]
        following = places[index + 1] if index + 1 < len(places) else None
        if match.group()[0] == "(" and following and following.group()[-1] == ")":
            between = text[match.end() : following.start()]
            if "(" not in between and ")" not in between and "\n" not in between:
                edits.append(_without_blank(text, following))
                closed_with = index + 1
        related = tuple(Related(edit.span, "and here") for edit in edits[1:])
        yield Hit(Span(*match.span()), fixes=(Fix(tuple(edits), Applicability.SAFE),), related=related)


def _without_blank(text: str, match: re.Match[str]) -> Edit:
    start, end = match.span()
    if match.group()[0] == "(":
        return Edit(Span(start, end), " (" if text[start - 1 : start].isalnum() else "(")
    return Edit(Span(start, end), ") " if text[end : end + 1].isalpha() else ")")


CHECKS = (
    blank_before_punctuation,
    blank_missing_after_punctuation,
    doubled_punctuation,
    blank_inside_parentheses,
)
