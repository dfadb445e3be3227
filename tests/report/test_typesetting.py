"""The article with its findings in it: no character is lost, each finding and other place is somewhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.cache import user_cache
from lintnews.finding import Finding, Related
from lintnews.registry import builtin_checks
from lintnews.report.galley import GROUPS, KINDS, Change, Galley
from lintnews.report.typesetting import typeset
from lintnews.rule import FAMILIES
from lintnews.source import Source
from lintnews.span import Span

RULE = builtin_checks(user_cache())[0].rule
TEXT = (
    "PORT SERRAT – The ferry sailed on Monday, a day late.\r\n\r\nHARBOUR NEWS\r\n\r\n"
    "“We waited,” she said, “for hours.” \x00\x1b\u202e It was cold, and by noon the tea was gone."
    "\r\n\r\n- tea\r\n- cake\r\n\r\nAll went home. (Reporting by A. Bell)\r\n"
)
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(*sorted(ends)))


def lay_out(findings: list[Finding], changes: tuple[Change, ...] = ()) -> Galley:
    return typeset(Source(TEXT), findings, changes)


def text_of(made: Galley) -> str:
    return "".join(run.text for row in made.rows for part in row.parts for run in part.runs)


def test_the_article_is_all_there() -> None:
    made = lay_out([])
    assert "".join(text_of(made).split()) == "".join(TEXT.split())
    assert [row.kind.value for row in made.rows] == [
        "paragraph", "cross-heading", "paragraph", "list item", "list item", "paragraph",
    ]  # fmt: skip
    assert [part.kind and part.kind.value for part in made.rows[0].parts] == ["dateline", None, "paragraph"]
    begin = [row.span.of(TEXT)[:5] for row in made.rows]
    assert begin == ["PORT ", "HARBO", "“We w", "- tea", "- cak", "All w"]
    assert [row.line for row in made.rows] == [1, 3, 5, 7, 8, 10]


def test_what_cannot_be_seen_is_named() -> None:
    pieces = [piece for part in lay_out([]).rows[2].parts for run in part.runs for piece in run.pieces]
    assert pieces[1:4] == [("\x00", "U+0000"), ("\x1b", "U+001B"), ("\u202e", "U+202E")]
    assert all(name == "" and text.isprintable() for text, name in (pieces[0], *pieces[4:]))


@settings(max_examples=60)
@given(st.lists(st.tuples(SPANS, st.lists(SPANS, max_size=2)), max_size=6), st.lists(SPANS, max_size=3))
def test_every_finding_is_marked_and_noted_once(
    places: list[tuple[Span, list[Span]]], changed: list[Span]
) -> None:
    findings = [
        Finding(RULE, span, "m", related=tuple(Related(other, "r") for other in others))
        for span, others in sorted(places)
    ]
    made = lay_out(findings, tuple(Change(span, "was") for span in changed))
    assert text_of(made) == text_of(lay_out([]))
    assert sorted(number for row in made.rows for number in row.notes) == [note.number for note in made.notes]
    runs = [run for row in made.rows for part in row.parts for run in part.runs]
    assert all(run.text for run in runs)
    anchors = [anchor for run in runs for anchor in run.anchors]
    assert len(set(anchors)) == len(anchors)
    expected = [f"m{note.number}" for note in made.notes]
    expected += [place.anchor for note in made.notes for place in note.places]
    assert set(anchors) == set(expected)
    assert {number for run in runs for number in run.closes} == {note.number for note in made.notes}
    assert any(run.was is not None for run in runs) == bool(changed)


def test_of_two_marks_the_inner_one_shows() -> None:
    start = TEXT.index("The ferry sailed")
    outer, inner = Span(start, start + 16), Span(start + 4, start + 9)
    made = lay_out([Finding(RULE, span, "") for span in (outer, inner)])
    marked = [(run.text, run.note) for part in made.rows[0].parts for run in part.runs if run.note]
    assert marked == [("The ", 1), ("ferry", 2), (" sailed", 1)]


def test_markup_is_not_shown_and_what_is_found_in_it_is_noted_beside() -> None:
    html = (
        "<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>\n"
        "<p>The <b>mayor</b> said that the <i>the</i> bridge was safe &amp; sound.</p>\n"
        "<!-- a comment -->\n<ul><li>One item of the list that is long enough.</li></ul>"
        "</article></body></html>"
    )
    source = Source(html, "a.html")
    places = [
        Span(html.index(text), html.index(text) + len(text)) for text in ("the <i>the", "<!-- a comment -->")
    ]
    made = typeset(source, [Finding(RULE, span, "m") for span in places], (Change(places[1], "was"),))
    shown = [text_of(made._replace(rows=(row,))) for row in made.rows]
    assert "The mayor said that the the bridge was safe & sound." in shown
    (row,) = [row for row in made.rows if row.notes]
    assert row.notes == (1, 2)
    assert row.anchors == ("m2",)
    runs = [run for part in row.parts for run in part.runs]
    assert [run.text for run in runs if run.note] == ["the the"]
    assert not [run for run in runs if run.was is not None]


def test_a_file_that_cannot_be_read_is_empty_and_keeps_its_notes() -> None:
    made = typeset(Source("<!-- x -->", "a.html"), [Finding(RULE, Span(0, 10), "m")])
    assert (made.rows, made.loose) == ((), (1,))


def test_every_family_has_its_word_and_its_mark() -> None:
    assert set(KINDS) == set(FAMILIES)
    assert sorted(family for families in GROUPS.values() for family in families) == sorted(FAMILIES)
