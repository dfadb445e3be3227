"""QUO101-105: quotation marks that are of the wrong shape, doubled, or have blanks on the wrong side."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.facts import Facts
from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.prose.pairing import Pair
from lintnews.prose.quote_marks import Mark, Side, Style
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

_STOPS = frozenset(".,!?…")
_OPENING_OF = {"”": "“", "’": "‘", "“": "“", "‘": "‘"}
_CLOSING_OF = {"“": "”", "‘": "’", "”": "”", "’": "’"}


def _pairs(facts: Facts) -> Iterator[Pair]:
    for pairing in facts.quote_pairings:
        yield from pairing.pairs


def _english_marks(text: str) -> tuple[str, str]:
    """Return the double marks that the article itself uses."""
    return ("“", "”") if text.count("“") + text.count("”") >= text.count('"') / 2 and "“" in text else ('"', '"')


def _turned_opening(pair: Pair) -> bool:
    return pair.opening.style is Style.DOUBLE and pair.opening.form is Side.CLOSING


def _turned_closing(pair: Pair) -> bool:
    closing = pair.closing
    return closing is not None and pair.opening.style is Style.DOUBLE and closing.form is Side.OPENING


def _blank_after(text: str, mark: Mark) -> int:
    """Return where the blanks after `mark` end."""
    end = mark.end
    while end < len(text) and text[end] in " \u00a0\u202f":
        end += 1
    return end


def _blank_before(text: str, mark: Mark) -> int:
    """Return where the blanks before `mark` begin."""
    start = mark.start
    while start > 0 and text[start - 1] in " \u00a0\u202f":
        start -= 1
    return start


@check(
    "QUO101",
    "quote-mark-turned",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="this quotation mark is turned the wrong way",
    examples=(
        bad("He said “the harbour is open[[. “]]", "He said “the harbour is open.”"),
        bad("The [[”]]three promises” of the mayor were kept.", "The “three promises” of the mayor were kept."),
        bad("They call it “the long walk[[“]], and they mean it.", "They call it “the long walk”, and they mean it."),
        fine("“We left early,” she said. “The road was icy.”"),
        fine("He asked: “Did you read ‘The Tower’?”"),
        fine("The paper wrote of a „great day“ for the town."),
    ),
)
def quote_mark_turned(facts: Facts) -> Iterator[Hit]:
    """An opening mark stands where the quotation closes, or a closing one where it opens.

    Machines copy the marks of the source, where a closing mark may have the shape of an English opening one, and
    put blanks as after a word. Straight marks cannot be turned; German „…“ is another rule's.
    """
    text = facts.text
    for pair in _pairs(facts):
        if _turned_opening(pair):
            mark = pair.opening
            span = Span(mark.start, _blank_after(text, mark))
            yield Hit(
                span,
                f"a quotation opens here, but ‘{mark.text}’ is a closing mark",
                (replacement(span, _OPENING_OF[mark.text[0]], Applicability.SAFE),),
            )
        if pair.closing and _turned_closing(pair):
            yield _turned_end(text, pair.closing, pair.opening)


def _turned_end(text: str, mark: Mark, opening: Mark) -> Hit:
    start = _blank_before(text, mark)
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
    "QUO102",
    "blank-inside-quotation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank stands between the quotation mark and the words it quotes",
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
    for pair in _pairs(facts):
        if pair.closing is None or pair.opening.style is Style.SINGLE:
            continue
        edits = []
        if not _turned_opening(pair):
            edits += _without_blank_after(text, pair.opening)
        if not _turned_closing(pair) and _blank_before(text, pair.closing) > pair.opening.end:
            edits += _without_blank_before(text, pair.closing)
        if edits:
            related = tuple(Related(edit.span, "and here") for edit in edits[1:])
            yield Hit(edits[0].span, fixes=(Fix(tuple(edits), Applicability.SAFE),), related=related)


def _without_blank_after(text: str, mark: Mark) -> list[Edit]:
    end = _blank_after(text, mark)
    if end == mark.end:
        return []
    before = text[mark.start - 1 : mark.start]
    blank = " " if before.isalnum() or before in (",", ":", ".") else ""
    return [Edit(Span(mark.start, end), blank + mark.text)]


def _without_blank_before(text: str, mark: Mark) -> list[Edit]:
    start = _blank_before(text, mark)
    if start == mark.start:
        return []
    blank = " " if text[mark.end : mark.end + 1].isalnum() else ""
    return [Edit(Span(start, mark.end), mark.text + blank)]


@check(
    "QUO103",
    "doubled-quote-mark",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the quotation mark stands twice",
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
    for pair in _pairs(facts):
        marks = [mark for mark in pair[:2] if mark and mark.style is Style.DOUBLE and len(mark.text) == 2]
        if marks:
            edits = tuple(Edit(mark.span, _single(facts.text, mark, mark is pair.opening)) for mark in marks)
            related = tuple(Related(mark.span, "and here") for mark in marks[1:])
            yield Hit(marks[0].span, fixes=(Fix(edits, Applicability.SAFE),), related=related)


def _single(text: str, mark: Mark, opens: bool) -> str:
    if mark.text in ('""', "''"):
        return '"'
    if '"' in mark.text and "“" not in text.replace(mark.text, ""):
        return '"'
    return "“" if opens else "”"


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
    for pairing in facts.quote_pairings:
        for pair in pairing.pairs:
            if pair.opening.style in (Style.LOW, Style.ANGLE):
                yield _in_english_marks(text, pair)
        for mark in pairing.unopened:
            if mark.style is Style.ANGLE:
                fix = replacement(mark.span, _english_marks(text)[1], Applicability.SUGGESTION)
                yield Hit(mark.span, fixes=(fix,))


def _in_english_marks(text: str, pair: Pair) -> Hit:
    opening, closing = _english_marks(text)
    if pair.closing is None:
        return Hit(pair.opening.span, fixes=(replacement(pair.opening.span, opening, Applicability.SUGGESTION),))
    edits = (
        Edit(Span(pair.opening.start, _blank_after(text, pair.opening)), opening),
        Edit(Span(_blank_before(text, pair.closing), pair.closing.end), closing),
    )
    related = (Related(pair.closing.span, "and here"),)
    return Hit(pair.opening.span, fixes=(Fix(edits, Applicability.SAFE),), related=related)


@check(
    "QUO105",
    "blank-missing-at-quotation",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="no blank stands between the quotation and the word beside it",
    examples=(
        bad('He said[[,"]]There is no more bread."', 'He said, "There is no more bread."'),
        bad("The “open door[[”p]]olicy has ended.", "The “open door” policy has ended."),
        bad('They named it[["S]]pring Dawn" last year.', 'They named it "Spring Dawn" last year.'),
        fine('Three "A"s and a "B"-grade essay; the "ex"-minister.'),
        fine("The 12\"x14\" print hung there."),
    ),
)
def blank_missing_at_quotation(facts: Facts) -> Iterator[Hit]:
    """A quotation runs into the word before or after it: Chinese and Japanese write no blanks there."""
    text = facts.text
    for pair in _pairs(facts):
        opening, closing = pair.opening, pair.closing
        if opening.style is Style.SINGLE:
            continue
        before = text[opening.start - 1 : opening.start]
        if (before.isalnum() or before in _STOPS or before in (":", ";")) and not text[opening.end].isspace():
            span = Span(opening.start - (not before.isalnum()), opening.end + before.isalnum())
            yield _apart(text, span, opening.start)
        if closing and closing.end < len(text) and not text[closing.start - 1].isspace():
            rest = text[closing.end : closing.end + 3]
            if rest[0].isalpha() and not (rest[0] == "s" and not rest[1:2].isalpha()):
                yield _apart(text, Span(closing.start, closing.end + 1), closing.end)


def _apart(text: str, span: Span, place: int) -> Hit:
    return Hit(
        span,
        fixes=(replacement(span, text[span.start : place] + " " + text[place : span.end], Applicability.SAFE),),
    )


CHECKS = (
    quote_mark_turned,
    blank_inside_quotation,
    doubled_quote_mark,
    foreign_quote_marks,
    blank_missing_at_quotation,
)
