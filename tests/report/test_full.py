"""The report for people, on canvases of several widths."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checked import Checked
from lintnews.finding import Applicability, Edit, Finding, Fix, Related
from lintnews.report import Canvas, report
from lintnews.report.cells import columns, printable, visible
from lintnews.report.excerpt import excerpt
from lintnews.rule import Confidence, Rule, Severity
from lintnews.source import Source
from lintnews.span import Span

ARTICLE = """\
Tram drivers end strike

The drivers of the city’s trams ended their strike on Thursday after nine days, the union said, and the \
first cars left the depot at Oster Hill before dawn. About 400 drivers had stayed at home since last week \
over a roster that the operator wants to bring in on May 2. Nobody could say whether the the roster would \
now be dropped.

“We have not lost,” said Ines Varga, who spoke for the 600 drivers on strike.
"""
RULE = Rule(
    "REP999",
    "told-twice",
    "accuracy/addition",
    Severity.WARNING,
    Confidence.HIGH,
    "a word is told twice, and the reader stops there",
    "w",
    (),
)


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def full(width: int, text: str, *findings: Finding, colour: bool = False) -> str:
    checked = Checked(Source(text, "desk/trams.txt"), findings, len(text.split()))
    return report("full", Canvas(width, colour)).file(checked)


def doubled(text: str = ARTICLE) -> Finding:
    span = place(text, "the the")
    return Finding(RULE, span, RULE.message, (Fix((Edit(span, "the"),), Applicability.SAFE),))


def contradiction(message: str = "here there were 400") -> Finding:
    related = Related(place(ARTICLE, "About 400 drivers"), message)
    return Finding(
        RULE, place(ARTICLE, "600 drivers"), "‘600 drivers’ contradicts ‘400 drivers’", (), (related,)
    )


def test_golden_60() -> None:
    assert (
        full(60, ARTICLE, doubled())
        == """\
desk/trams.txt:3:296: REP999 [*] warning: a word is told
    twice, and the reader stops there
    3 | …could say whether the the roster would now be…
      |                    ^^^^^^^
      = help: replace by ‘the’

"""
    )


def test_golden_80() -> None:
    assert (
        full(80, ARTICLE, doubled(), contradiction())
        == """\
desk/trams.txt:3:296: REP999 [*] warning: a word is told twice, and the reader
    stops there
    3 | …May 2. Nobody could say whether the the roster would now be dropped.
      |                                  ^^^^^^^
      = help: replace by ‘the’

desk/trams.txt:5:56: REP999 warning: ‘600 drivers’ contradicts ‘400 drivers’
    5 | …not lost,” said Ines Varga, who spoke for the 600 drivers on strike.
      |                                                ^^^^^^^^^^^
    3 | …Oster Hill before dawn. About 400 drivers had stayed at home since…
      |                          ----------------- here there were 400

"""
    )


def test_golden_200() -> None:
    shown = full(200, ARTICLE, contradiction())
    assert "5 | “We have not lost,” said Ines Varga, who spoke for the 600 drivers on strike.\n" in shown
    assert re.search(r"\| +-{17} here there were 400\n", shown)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_mark_stands_under_what_is_marked(width: int) -> None:
    lines = full(width, ARTICLE, contradiction()).splitlines()
    assert max(map(columns, lines)) <= width
    for mark, words in (("^", "600 drivers"), ("-", "About 400 drivers")):
        number = next(n for n, line in enumerate(lines) if re.search(rf"\| +{re.escape(mark)}", line))
        start, end = lines[number].index(mark), lines[number].rindex(mark) + 1
        assert lines[number - 1][start:end] == words


def test_wide_combining_tab_and_hidden_characters() -> None:
    text = "渡し船\te\u0301\u200b\x1b the the"
    lines = full(80, text, doubled(text)).splitlines()
    shown = next(line for line in lines if "渡" in line)
    mark = next(line for line in lines if "^" in line)
    assert shown == "    1 | 渡し船    e\u0301<U+200B>␛ the the"
    # Wide characters, a tab, a letter, the mark spelt out, the picture of an escape, a blank.
    assert mark == "      | " + " " * (6 + 4 + 1 + 8 + 1 + 1) + "^" * 7


def test_span_over_lines_says_where_it_ends() -> None:
    text = "It rained.\nIt rained.\nIt rained."
    shown = full(80, text, Finding(RULE, Span(3, 28), "m"))
    assert "    1 | It rained.\n      |    ^^^^^^^ (to line 3)\n" in shown


def test_long_span_shows_both_its_ends() -> None:
    text = "First the rain fell " + "and fell " * 40 + "until the last."
    lines = full(60, text, Finding(RULE, Span(0, len(text)), "m")).splitlines()
    assert lines[1].startswith("    1 | First the rain fell")
    assert lines[1].endswith("until the last.")
    assert columns(lines[1]) <= 60
    assert set(lines[2].split("| ")[1]) == {"^"}


SPAN = place(ARTICLE, "the the")


@pytest.mark.parametrize(
    ("fixes", "expected"),
    [
        pytest.param(
            [[(SPAN, "a")], [(SPAN, "b")], [(SPAN, "c")]], "help: replace by ‘a’, ‘b’ or ‘c’", id="several"
        ),
        pytest.param([[(Span(SPAN.end - 4, SPAN.end), "")]], "help: remove ‘ the’", id="removal"),
        pytest.param([[(Span(SPAN.end, SPAN.end), " new")]], "help: write ‘the the new’", id="insertion"),
        pytest.param([[(SPAN, "‘a’")]], "help: replace by ‹‘a’›", id="marks of its own"),
        pytest.param([[(SPAN, "a\nb")]], "help: replace by ‘a␊b’", id="line end"),
    ],
)
def test_help(fixes: list[list[tuple[Span, str]]], expected: str) -> None:
    made = tuple(Fix(tuple(Edit(*edit) for edit in edits), Applicability.UNSAFE) for edits in fixes)
    shown = full(120, ARTICLE, Finding(RULE, SPAN, "m", made))
    assert f"      = {expected}\n" in shown


def test_suggestions_are_told_apart() -> None:
    fix = Fix((Edit(SPAN, "a"),), Applicability.SUGGESTION)
    assert "      = perhaps: replace by ‘a’\n" in full(120, ARTICLE, Finding(RULE, SPAN, "m", (fix,)))


def test_colour_changes_nothing_but_colour() -> None:
    findings = doubled(), contradiction("a long message that says what there is in the other place")
    for width in (60, 100):
        painted = full(width, ARTICLE, *findings, colour=True)
        assert "\x1b[1;33mthe the\x1b[0m" in painted
        assert re.sub(r"\x1b\[[\d;]*m", "", painted) == full(width, ARTICLE, *findings)


def test_concise() -> None:
    checked = Checked(Source("a\tthe the\n", "x\x1b.txt"), (doubled("a\tthe the\n"),), 3)
    shown = report("concise", Canvas()).file(checked)
    assert shown == "x␛.txt:1:3: REP999 warning: a word is told twice, and the reader stops there\n"


@given(st.text(st.characters(exclude_characters="\r\n"), max_size=200), st.integers(10, 120), st.data())
def test_excerpt_fits_and_holds_its_span(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = excerpt(Source(text), Span(start, end), width)
    line = shown.before + shown.marked + shown.after
    assert columns(line) <= width
    marked = visible(text[start:end])
    if columns(marked) <= width - 2:
        assert shown.marked == marked
        assert visible(text[:start]).endswith(shown.before.removeprefix("…"))
        assert visible(text[end:]).startswith(shown.after.removesuffix("…"))
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in line)


@given(st.characters())
def test_printable_never_moves_the_cursor(char: str) -> None:
    shown = printable(char)
    assert (
        shown == "    "
        if char == "\t"
        else all(unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp") for c in shown)
    )
