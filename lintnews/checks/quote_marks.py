"""QUO101, 103, 104: quotation marks of a wrong shape: turned, doubled, foreign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.needs import given
from lintnews.prose.quote_marks import Mark, Style, blank_after, blank_before
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.prose.pairing import Pair

_STOPS = frozenset(".,!?…")


@check(
    "QUO101",
    "quote-mark-turned",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="this quotation mark is turned the wrong way",
    needs=(given("quote_pairs"),),
    examples=(
        bad("He said “the harbour is open[[. “]]", "He said “the harbour is open.”"),
        bad(
            "The [[”]]three promises” of the mayor were kept.", "The “three promises” of the mayor were kept."
        ),
        bad(
            "They call it “the long walk[[“]], and they mean it.",
            "They call it “the long walk”, and they mean it.",
        ),
        fine("“We left early,” she said. “The road was icy.”"),
        fine("He asked: “Did you read ‘The Tower’?”"),
        fine("The paper wrote of a „great day“ for the town."),
    ),
)
def quote_mark_turned(facts: Facts) -> Iterator[Hit]:
    """An opening mark stands where the quotation closes, or a closing one where it opens.

    Machines copy the marks of the source, where a closing mark may have the shape of an English opening one,
    and put blanks as after a word. Straight marks cannot be turned; German „…“ is another rule's.
    """
    text = facts.text
    for pair in facts.quote_pairs:
        if pair.opening_is_turned:
            mark = pair.opening
            span = Span(mark.start, blank_after(text, mark))
            yield Hit(
                span,
                f"a quotation opens here, but ‘{mark.text}’ is a closing mark",
                (replacement(span, "“", Applicability.SAFE),),
            )
        if pair.closing and pair.closing_is_turned:
            yield _turned_end(text, pair.closing, pair.opening)


def _turned_end(text: str, mark: Mark, opening: Mark) -> Hit:
    start = blank_before(text, mark)
    # With a blank before it, the whole stretch from the stop on is wrong.
    if start < mark.start and text[start - 1] in _STOPS:
        start -= 1
    span = Span(start, mark.end)
    closing = "”" if opening.text[0] in "“”" else opening.text
    return Hit(
        span,
        f"the quotation ends here, but ‘{mark.text}’ is an opening mark",
        (replacement(span, text[start : mark.start].rstrip() + closing, Applicability.SAFE),),
        (Related(opening.span, "the quotation opens here"),),
    )


@check(
    "QUO103",
    "doubled-quote-mark",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the quotation mark stands twice",
    needs=(given("quote_pairs"),),
    examples=(
        bad('The [[""]]Old Mill"" is a cafe.', 'The "Old Mill" is a cafe.'),
        bad("She said [['']]never again'' and left.", 'She said "never again" and left.'),
        bad("“It is done,[[””]] he said.", "“It is done,” he said."),
        fine("He said: \"They shouted 'Stop!'\""),
        fine('"It was late."“It was early.”'),
    ),
)
def doubled_quote_mark(facts: Facts) -> Iterator[Hit]:
    """A mark was written twice, or made of two apostrophes, on the way through a table or a typewriter style.

    One finding per quotation; its fix repairs both ends.
    """
    for pair in facts.quote_pairs:
        marks = [mark for mark in pair[:2] if mark and mark.style is Style.DOUBLE and len(mark.text) == 2]
        if marks:
            edits = tuple(Edit(mark.span, _single(mark, opens=mark is pair.opening)) for mark in marks)
            related = tuple(Related(mark.span, "and here") for mark in marks[1:])
            yield Hit(marks[0].span, fixes=(Fix(edits, Applicability.SAFE),), related=related)


def _single(mark: Mark, *, opens: bool) -> str:
    if mark.text in ('""', "''"):
        return '"'
    return "“" if opens else "”"


def _english_marks(text: str) -> tuple[str, str]:
    """Return the double marks that the article itself uses."""
    curly = text.count("“") > text.count("„")
    return ("“", "”") if curly and text.count("“") >= text.count('"') / 4 else ('"', '"')


@check(
    "QUO104",
    "foreign-quote-marks",
    mqm="locale-convention/quotation-mark",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="English does not use these quotation marks",
    examples=(
        bad("The paper [[«]]Evening Star» closed.", 'The paper "Evening Star" closed.'),
        bad("They wrote of a [[„]]great day“ for the town.", 'They wrote of a "great day" for the town.'),
        fine("The paper “Evening Star” closed."),
    ),
)
def foreign_quote_marks(facts: Facts) -> Iterator[Hit]:
    """The marks of the source language („…“, «…») were copied into the English.

    One finding per quotation, whose fix puts the article's own marks at both ends.
    """
    text = facts.text
    if text.isascii():
        return
    marks = _english_marks(text)
    for pairing in facts.quote_pairings:
        for pair in pairing.pairs:
            if pair.opening.style in (Style.LOW, Style.ANGLE):
                yield _in_english_marks(text, pair, marks)
        for mark in pairing.unopened:
            if mark.style is Style.ANGLE:
                yield Hit(mark.span, fixes=(replacement(mark.span, marks[1], Applicability.SUGGESTION),))


def _in_english_marks(text: str, pair: Pair, marks: tuple[str, str]) -> Hit:
    opening, closing = marks
    if pair.closing is None:
        return Hit(
            pair.opening.span, fixes=(replacement(pair.opening.span, opening, Applicability.SUGGESTION),)
        )
    edits = (
        Edit(Span(pair.opening.start, blank_after(text, pair.opening)), opening),
        Edit(Span(blank_before(text, pair.closing), pair.closing.end), closing),
    )
    related = (Related(pair.closing.span, "and here"),)
    return Hit(pair.opening.span, fixes=(Fix(edits, Applicability.SAFE),), related=related)


CHECKS = (quote_mark_turned, doubled_quote_mark, foreign_quote_marks)
