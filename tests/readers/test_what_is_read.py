"""What each reader takes of its format, and what it leaves out."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.readers import articles
from lintnews.readers.formats import format_of
from lintnews.readers.intake import sources_of
from lintnews.source import Source, SourceError

if TYPE_CHECKING:
    from lintnews.article import Article

LONG = "The miners went back to work on Monday, after a week in the rain and in the cold of the harbour."


def read(text: str, form: str) -> list[Article]:
    return list(articles(Source(text, format=form)))


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.block_text(block)) for block in article.blocks]


def test_po_with_plurals_escapes_and_obsolete_entries() -> None:
    (article,) = read(
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
        '#, fuzzy\nmsgctxt "c"\nmsgid "Schiff"\nmsgid_plural "Schiffe"\n'
        'msgstr[0] "One ship lies \\"here\\"."\nmsgstr[1] "Many ships lie "\n"here."\n\n'
        '#~ msgid "a"\n#~ msgstr "b"\n',
        "po",
    )
    assert [text for _, text in shown(article)] == ['One ship lies "here".', "Many ships lie here."]
    assert [original.text for original in article.originals] == ["Schiff", "Schiff"]


def test_xliff_targets_stand_beside_their_sources() -> None:
    (article,) = read(
        '<xliff version="2.0" srcLang="de"><file><unit><segment><source>Er <pc>ging</pc>.</source>'
        '<target>He <pc>went</pc> <ph equiv="x"/>home.</target></segment></unit>'
        "<unit><segment><source>Nichts.</source></segment></unit></file></xliff>",
        "xliff",
    )
    assert [text for _, text in shown(article)] == ["He went home."]
    ((span, text, language),) = article.originals
    assert (span.of(article.text), text, language) == ("He went home.", "Er ging.", "de")


def test_html_story_and_what_is_around_it() -> None:
    story, extras = read(
        f"<html><head><title>Strike | Desk</title><meta name=description content='It is &quot;over&quot;.'>"
        f"<style>p {{}}</style></head><body><header><h1>Strike ends</h1></header><nav><p>{LONG}</p></nav>"
        f"<main><div><p>By Ann Lee</p><p>{LONG}</p><p hidden>{LONG}</p><p style='display: none'>x</p>"
        f"<img src=a alt='A ship at sea'><p>{LONG}</p><ul><li>one<li>two</ul><p><a href=/>Read more</a></p>"
        f"<pre>code</pre></div></main><aside><p>{LONG}</p></aside><footer><p>{LONG}</p></footer>"
        "<script>var p = '<p>x</p>'</script></body></html>",
        "html",
    )
    assert shown(story) == [
        ("headline", "Strike ends"),
        ("byline", "By Ann Lee"),
        ("paragraph", LONG),
        ("paragraph", LONG),
        ("list item", "one"),
        ("list item", "two"),
    ]
    assert [text for _, text in shown(extras)] == ["Strike | Desk", 'It is "over".', "A ship at sea"]


def test_html_without_any_frame_is_all_read() -> None:
    (article,) = read(f"<p>{LONG}</p>One line<br>another<table><tr><td>1<td>2</table>", "html")
    assert [text for _, text in shown(article)] == [LONG, "One line", "another", "1", "2"]


def test_newsml_headline_is_read_once_and_dateline_and_slug_beside_it() -> None:
    article, description = read(
        "<newsMessage><header><sent>2020</sent></header><itemSet><newsItem>"
        "<itemMeta><title>no</title></itemMeta>"
        "<contentMeta><slugline>STRIKE-PORT</slugline><headline>Strike ends</headline><by>By Ann Lee</by>"
        "<dateline>LAGOS</dateline><description>About the strike.</description></contentMeta><contentSet>"
        "<inlineXML><nitf><body><body.head><hedline><hl1>Strike ends</hl1></hedline></body.head>"
        f"<body.content><p>{LONG}</p></body.content></body></nitf></inlineXML></contentSet>"
        "</newsItem></itemSet></newsMessage>",
        "newsml",
    )
    assert [text for _, text in shown(article)] == ["Strike ends", "STRIKE-PORT", "By Ann Lee", "LAGOS", LONG]
    assert [text for _, text in shown(description)] == ["About the strike."]


def test_markdown_leaves_code_and_comments_out() -> None:
    article, about = read(
        "---\ntitle: 'Strike ''ends'''\nauthor: Ann Lee\ndescription: |\n  It is\n  over.\n---\n\n"
        f"{LONG} The `the the` [*link*](u) ![alt](s).\n\n```\nthe the\n```\n<!-- the the -->\n\n1. one\n",
        "markdown",
    )
    assert shown(article) == [
        ("headline", "Strike 'ends'"),
        ("byline", "Ann Lee"),
        ("paragraph", f"{LONG} The the the link ."),
        ("caption", "alt"),
        ("list item", "one"),
    ]
    assert [span.of(article.text) for span in article.code] == ["the the"]
    assert [text for _, text in shown(about)] == ["It is over."]


def test_ninjs_of_several_bodies() -> None:
    first, second, caption = read(
        '{"uri": "x", "headlines": [{"role": "main", "value": "Strike ends"}], "by": "x",'
        ' "byline": "By Ann Lee",'
        f' "bodies": [{{"contentType": "text/html", "value": "<p>{LONG}</p>"}}, {{"value": "{LONG}"}}],'
        ' "associations": {"photo": {"headline": "A ship at sea", "type": "picture"}}}',
        "ninjs",
    )
    assert [text for _, text in shown(first)] == ["Strike ends", "By Ann Lee", LONG]
    assert [text for _, text in shown(second)] == [LONG]
    assert [text for _, text in shown(caption)] == ["A ship at sea"]


def test_the_format_is_told_by_the_name_or_by_the_content() -> None:
    assert format_of("a.html.gz", "") == "html"
    assert format_of("a.txt", "<html>") == "text"
    told = {
        "<!doctype html><p>": "html",
        '<?xml version="1.0"?>\n<!-- c --><nitf>': "nitf",
        "<newsItem>": "newsml",
        "<rss>": "rss",
        "<feed xmlns='x'>": "atom",
        "<xliff>": "xliff",
        '{"a": 1}': "json",
        '{"a": 1}\n{"a": 2}\n': "jsonl",
        'msgid ""\n': "po",
        "<unk> went home": "text",
        "[Photo] A ship": "text",
        "{name} went home": "text",
    }
    for text, form in told.items():
        assert format_of("<stdin>", text) == form


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_broken_docx_is_refused_in_one_line(data: st.DataObject) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document xmlns:w='w'><w:p><w:t>x</w:t></w:p></w:document>")
    broken = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        # Most of what matters to a ZIP stands at its end.
        place = data.draw(st.integers(0, len(broken) - 1))
        broken[-1 - place] = data.draw(st.integers(0, 255))
    said = ""
    try:
        list(sources_of(io.BytesIO(bytes(broken)), "a.docx"))
    except SourceError as error:
        said = str(error)
    assert "\n" not in said
