"""QUO102, 105: blanks on the wrong side of a quotation mark, or on neither."""

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

# A mark right after one of these lacks its blank.
_STOPS = frozenset(".,!?…:;")
# Single marks are apostrophes as often; the repair of foreign marks takes their blanks along.
_NOT_OURS = (Style.SINGLE, Style.LOW, Style.ANGLE)


@check(
    "QUO102",
    "blank-inside-quotation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank stands between the quotation mark and the words it quotes",
    needs=(given("quote_pairs"),),
    examples=(
        bad('She called it [[" ]]pure luck " and sat down.', 'She called it "pure luck" and sat down.'),
        bad("The “Blue Lantern[[ ”]] festival begins today.", "The “Blue Lantern” festival begins today."),
        bad('The term[[" ]]slow money" is hers.', 'The term "slow money" is hers.'),
        bad('The "green belt[[ "]]and the lake are safe.', 'The "green belt" and the lake are safe.'),
        fine('"We won," he said, "and we knew it."'),
        fine("The room is 5' 10\" wide and 12' 3\" long."),
        fine('He said: "I did. "Then I left."'),
    ),
)
def blank_inside_quotation(facts: Facts) -> Iterator[Hit]:
    """The source language, or a machine that splits text into tokens, puts blanks where English has none.

    One finding per quotation; its fix repairs both ends. A blank on the wrong side of a mark is moved.
    """
    text = facts.text
    for pair in facts.quote_pairs:
        if pair.closing is None or pair.opening.style in _NOT_OURS:
            continue
        edits = []
        if not pair.opening_is_turned:
            edits += _without_blank_after(text, pair.opening)
        if not pair.closing_is_turned and blank_before(text, pair.closing) > pair.opening.end:
            edits += _without_blank_before(text, pair.closing)
        if edits:
            related = tuple(Related(edit.span, "and here") for edit in edits[1:])
            yield Hit(edits[0].span, fixes=(Fix(tuple(edits), Applicability.SAFE),), related=related)


def _without_blank_after(text: str, mark: Mark) -> list[Edit]:
    end = blank_after(text, mark)
    if end == mark.end:
        return []
    before = text[mark.start - 1 : mark.start]
    blank = " " if before.isalnum() or before in (",", ":", ".") else ""
    return [Edit(Span(mark.start, end), blank + mark.text)]


def _without_blank_before(text: str, mark: Mark) -> list[Edit]:
    start = blank_before(text, mark)
    if start == mark.start:
        return []
    blank = " " if text[mark.end : mark.end + 1].isalnum() else ""
    return [Edit(Span(start, mark.end), mark.text + blank)]


@check(
    "QUO105",
    "blank-missing-at-quotation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="no blank stands between the quotation and the word beside it",
    needs=(given("quote_pairs"),),
    examples=(
        bad('He said[[,"]]There is no more bread."', 'He said, "There is no more bread."'),
        bad("The “open door[[”p]]olicy has ended.", "The “open door” policy has ended."),
        bad('They named it[["S]]pring Dawn" last year.', 'They named it "Spring Dawn" last year.'),
        fine('Three "A"s and a "B"-grade essay; the "ex"-minister.'),
        fine('The 12"x14" print hung there.'),
    ),
)
def blank_missing_at_quotation(facts: Facts) -> Iterator[Hit]:
    """A quotation runs into the word before or after it: Chinese and Japanese write no blanks there."""
    text = facts.text
    for pair in facts.quote_pairs:
        opening, closing = pair.opening, pair.closing
        if opening.style is Style.SINGLE:
            continue
        before, after = text[opening.start - 1 : opening.start], text[opening.end : opening.end + 1]
        if (before.isalnum() or before in _STOPS) and after and not after.isspace():
            span = Span(opening.start - (not before.isalnum()), opening.end + before.isalnum())
            yield _apart(text, span, opening.start)
        if closing and closing.end < len(text) and not text[closing.start - 1].isspace():
            rest = text[closing.end : closing.end + 3]
            if rest[0].isalpha() and not (rest[0] == "s" and not rest[1:2].isalpha()):
                yield _apart(text, Span(closing.start, closing.end + 1), closing.end)


def _apart(text: str, span: Span, place: int) -> Hit:
    return Hit(
        span,
        fixes=(
            replacement(span, text[span.start : place] + " " + text[place : span.end], Applicability.SAFE),
        ),
    )


CHECKS = (blank_inside_quotation, blank_missing_at_quotation)
