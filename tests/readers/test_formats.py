"""One article in every format: the same findings as in plain text, and each at its words in the file."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Callable  # noqa: TC003 - hypothesis and NamedTuple look at them
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.article import BlockKind
from lintnews.cache import user_cache
from lintnews.engine import in_order, lint
from lintnews.finding import Applicability, Finding, Fix
from lintnews.readers import articles, read
from lintnews.readers.intake import Reading, sources_of
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Check, Confidence
from lintnews.source import Source, SourceError

# Each has a defect, or a character that some format must escape.
SENTENCES = (
    "The miners went back to to work on Monday.",
    "“Nobody asked us, and nobody will,” said the the union’s secretary.",
    "The bank paid $3 million & asked for 40 % of it back.",
    "Prices fell by 3.5 percent , analysts said.",
    "A line of 10 km (16 miles) was laid in 1998.",
    "The *star* of the [film] wore a_b_c and 5 < 6 > 4.",
    "Ms. O'Neill said: \"It's over\".",
    "Rain fell on the the Møre coast, the ferry’s crew said.",
    "The vote was held on <unk> in the capital.",
    "Tied together with ropes and ropes, the boats stayed in port.",
    "The council approved the plan on Tuesday after a long debate about money.",
    "He left the back\\slash, a `tick` and a pipe | where they were 😀.",
)
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join)
HEADINGS = st.sampled_from(
    ["Strike ends in the the north", "WAR OF OF WORDS", "Miners & Bank Agree", "Five < Six"]
)
CHANCES = st.integers(0, 2**32).map(Random)
CHANCE = Random(1)  # noqa: S311 - it chooses what is escaped
FAMILIES = frozenset({"RES", "QUO", "REP", "NUM"})


class Part(NamedTuple):
    """A block as a desk would write it: the kind of block, and its text."""

    kind: BlockKind
    text: str


@st.composite
def documents(draw: st.DrawFn) -> tuple[Part, ...]:
    parts = [Part(BlockKind.HEADLINE, draw(HEADINGS))]
    for index in range(draw(st.integers(1, 4))):
        if index > 1 and draw(st.booleans()):
            parts.append(Part(BlockKind.CROSS_HEADING, draw(HEADINGS)))
        parts.append(Part(BlockKind.PARAGRAPH, draw(PARAGRAPHS)))
    return tuple(parts)


def plain(parts: tuple[Part, ...]) -> str:
    return "\n\n".join(part.text for part in parts) + "\n"


def as_html(parts: tuple[Part, ...], chance: Random) -> str:
    tags = {BlockKind.HEADLINE: "h1", BlockKind.CROSS_HEADING: "h2", BlockKind.PARAGRAPH: "p"}
    body = "".join(
        f"<{tags[part.kind]}>{_marked_up(part.text, chance, _html_character)}</{tags[part.kind]}>\n"
        for part in parts
    )
    return (
        "<!DOCTYPE html>\n<html><head><style>p {}</style></head><body><nav><a href=/>Home home</a></nav>"
        f"<!-- the the --><article>{body}</article><script>if (a < b) to to</script></body></html>"
    )


def _html_character(char: str, chance: Random) -> str:
    names = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "’": "&rsquo;", "“": "&ldquo;"}
    if char in "&<" or (char in names and chance.random() < 0.5):
        return names[char]
    if char == " " and chance.random() < 0.05:
        return " \r\n\t"
    return f"&#{ord(char)};" if chance.random() < 0.03 and char != " " else char


def _marked_up(text: str, chance: Random, write: Callable[[str, Random], str]) -> str:
    made = []
    for word in re.split(r"( )", text):
        written = "".join(write(char, chance) for char in word)
        made.append(f"<b class='x'>{written}</b>" if word.strip() and chance.random() < 0.1 else written)
    return "".join(made)


def from_html(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def as_markdown(parts: tuple[Part, ...], chance: Random) -> str:
    marks = {BlockKind.HEADLINE: "# ", BlockKind.CROSS_HEADING: "## ", BlockKind.PARAGRAPH: ""}
    made = []
    for part in parts:
        words = [
            "".join(
                "&amp;"
                if char == "&" and chance.random() < 0.5
                else f"\\{char}"
                if char in "\\*_[]<`|&"
                else char
                for char in word
            )
            for word in part.text.split(" ")
        ]
        words = [f"**{word}**" if word.isalpha() and chance.random() < 0.2 else word for word in words]
        wrapped = part.kind is BlockKind.PARAGRAPH and chance.random() < 0.5
        line = words[0] + "".join(
            ("\n" if wrapped and word.isalpha() and chance.random() < 0.2 else " ") + word
            for word in words[1:]
        )
        made.append(marks[part.kind] + line)
    return "---\nlayout: story\n---\n\n" + "\n\n".join(made) + "\n\n    the the code\n\n<!-- of of -->\n"


def _markdown_character(char: str, chance: Random) -> str:
    if char == "&" and chance.random() < 0.5:
        return "&amp;"
    return f"\\{char}" if char in "\\*_[]<`|&" else char


def from_markdown(text: str) -> str:
    return html.unescape(re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*\*", "", text)))


def _xml(text: str, chance: Random) -> str:
    return "".join(_xml_character(char, chance) for char in text)


def _xml_character(char: str, chance: Random) -> str:
    if char in "&<>" or chance.random() < 0.03:
        return {"&": "&amp;", "<": "&lt;", ">": "&#62;"}.get(char, f"&#x{ord(char):x};")
    return char


def as_nitf(parts: tuple[Part, ...], chance: Random) -> str:
    headline, *body = parts
    tags = {BlockKind.CROSS_HEADING: "hl2", BlockKind.PARAGRAPH: "p"}
    story = (
        "".join(
            f"<{tags[part.kind]}>{_marked_up(part.text, chance, _xml_character)}</{tags[part.kind]}>"
            for part in body
        )
        .replace("<b class='x'>", "<em>")
        .replace("</b>", "</em>")
    )
    return (
        '<?xml version="1.0"?>\r\n<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">\n<nitf>'
        f"<head><title>of of</title></head><body>"
        f"<body.head><hedline><hl1>{_xml(headline.text, chance)}</hl1></hedline></body.head>"
        f"<body.content>{story}</body.content></body></nitf>"
    )


def as_newsml(parts: tuple[Part, ...], chance: Random) -> str:
    headline, *body = parts
    story = "".join(
        f"<{'p' if part.kind is BlockKind.PARAGRAPH else 'h2'}>{_xml(part.text, chance)}"
        f"</{'p' if part.kind is BlockKind.PARAGRAPH else 'h2'}>\n"
        for part in body
    )
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><title>of of</title></itemMeta>'
        f"<contentMeta><headline>{_xml(headline.text, chance)}</headline></contentMeta><contentSet>"
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>the the</title></head><body>{story}</body></html></inlineXML></contentSet></newsItem>"
    )


def from_xml(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def as_rss(parts: tuple[Part, ...], chance: Random) -> str:
    return _rss(parts, chance, _xml)


def as_rss_with_cdata(parts: tuple[Part, ...], chance: Random) -> str:
    return _rss(parts, chance, lambda inner, _: f"<![CDATA[{inner}]]>")


def _rss(parts: tuple[Part, ...], chance: Random, write: Callable[[str, Random], str]) -> str:
    headline, *body = parts
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>'
        f"<title>{html.escape(headline.text)}</title><description/><content:encoded>"
        f"{write(as_html(tuple(body), chance), chance)}</content:encoded></item></channel></rss>"
    )


def as_atom(parts: tuple[Part, ...], chance: Random) -> str:
    headline, *body = parts
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        f'<title>{_xml(headline.text, chance)}</title><content type="text">{_xml(plain(tuple(body)), chance)}'
        "</content></entry></feed>"
    )


def from_escaped_html(text: str) -> str:
    return from_html(html.unescape(text))


def as_xliff(parts: tuple[Part, ...], chance: Random) -> str:
    units = "".join(
        f'<trans-unit id="{index}"><source>of of</source>'
        f"<target>{_xml(part.text, chance)}</target></trans-unit>"
        for index, part in enumerate(parts)
    )
    return f'<xliff version="1.2"><file source-language="fr"><body>{units}</body></file></xliff>'


def as_po(parts: tuple[Part, ...], chance: Random) -> str:
    made = ['msgid ""\nmsgstr ""\n"Language: en\\n"\n']
    for part in parts:
        lines = re.split(r"(?<= )", part.text) if chance.random() < 0.5 else [part.text]
        strings = "\n".join('"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"' for line in lines)
        made.append(f'#: a.c:1\nmsgid "{part.kind.value}"\nmsgstr {strings}\n')
    return "\n".join(made)


def from_po(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", re.sub(r'(?<!\\)"\n"', "", text))


def as_json(parts: tuple[Part, ...], chance: Random) -> str:
    headline, *body = parts
    ascii_only = chance.random() < 0.5
    story = {"id": 1, "headline": headline.text, "tags": ["of of"], "body": plain(tuple(body))}
    return json.dumps({"items": [story]}, ensure_ascii=ascii_only, indent=chance.choice([None, 2]))


def as_ninjs(parts: tuple[Part, ...], chance: Random) -> str:
    del chance
    headline, *body = parts
    inner = "".join(
        f"<{'p' if part.kind is BlockKind.PARAGRAPH else 'h2'}>{html.escape(part.text)}</p>" for part in body
    ).replace("/p>", "/p>\n")
    return json.dumps({"uri": "tag:x", "type": "text", "headline": headline.text, "body_xhtml": inner})


def from_json(text: str) -> str:
    return str(json.loads(f'"{text}"'))


def as_json_line(parts: tuple[Part, ...], chance: Random) -> bytes:
    headline, *body = parts
    story = {"title": headline.text, "text": plain(tuple(body))}
    return (json.dumps(story, ensure_ascii=chance.random() < 0.5) + "\n").encode()


def as_csv(parts: tuple[Part, ...], chance: Random) -> bytes:
    headline, *body = parts
    stream = io.StringIO(newline="")
    rows = csv.writer(stream, delimiter=chance.choice(",;\t"))
    rows.writerows([["id", "headline", "body"], ["1", headline.text, plain(tuple(body))]])
    return stream.getvalue().encode()


def as_docx(parts: tuple[Part, ...], chance: Random) -> bytes:
    styles = {BlockKind.HEADLINE: "Titel", BlockKind.CROSS_HEADING: "berschrift2"}
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{styles.get(part.kind, "x")}"/></w:pPr>'
        + "".join(
            f'<w:r><w:t xml:space="preserve">{_xml(run, chance)}</w:t></w:r>'
            for run in re.split(r"(?<=[aeiou])", part.text)
        )
        + "</w:p>"
        for part in parts
    )
    names = (
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="w">{names}</w:styles>')
    return stream.getvalue()


class Form(NamedTuple):
    """How a format is written, and how a stretch of it is read by other means than lintnews's."""

    write: Callable[[tuple[Part, ...], Random], str | bytes]
    decode: Callable[[str], str]
    format: str = ""


FORMS = {
    "html": Form(as_html, from_html),
    "markdown": Form(as_markdown, from_markdown),
    "nitf": Form(as_nitf, from_xml),
    "newsml": Form(as_newsml, from_xml),
    "rss": Form(as_rss, from_escaped_html),
    "rss, CDATA": Form(as_rss_with_cdata, from_html, "rss"),
    "atom": Form(as_atom, from_xml),
    "xliff": Form(as_xliff, from_xml),
    "po": Form(as_po, from_po),
    "json": Form(as_json, from_json),
    "ninjs": Form(as_ninjs, lambda text: from_html(from_json(text))),
    "jsonl": Form(as_json_line, from_json),
    "csv": Form(as_csv, lambda text: text.replace('""', '"')),
    "docx": Form(as_docx, str),
}
WRITABLE = tuple(name for name in FORMS if name not in ("jsonl", "csv", "docx"))


def source_of(name: str, written: str | bytes) -> Source:
    form = FORMS[name].format or name
    if isinstance(written, str):
        return Source(written, format=form)
    (source,) = sources_of(io.BytesIO(written), name, Reading(form))
    assert isinstance(source, Source)
    return source


@cache
def checks() -> tuple[Check, ...]:
    return tuple(
        check
        for check in at_confidence(builtin_checks(user_cache()), Confidence.MEDIUM)
        if check.rule.family in FAMILIES
    )


def found(source: Source, chosen: tuple[Check, ...] | None = None) -> list[Finding]:
    chosen = chosen or checks()
    return in_order(finding for article in articles(source) for finding in lint(article, chosen))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", FORMS)
@given(parts=documents(), chance=CHANCES)
@settings(max_examples=8, deadline=None)
def test_findings_are_those_of_the_plain_text(name: str, parts: tuple[Part, ...], chance: Random) -> None:
    text, source = plain(parts), source_of(name, FORMS[name].write(parts, chance))
    assert found_words(name, source) == [
        (f.rule.code, words(f.span.of(text))) for f in found(Source(text, format="text"))
    ]


def found_words(name: str, source: Source, chosen: tuple[Check, ...] | None = None) -> list[tuple[str, str]]:
    decode = FORMS[name].decode
    return [(f.rule.code, words(decode(f.span.of(source.text)))) for f in found(source, chosen)]


@pytest.mark.parametrize("name", WRITABLE)
@given(parts=documents(), chance=CHANCES)
@settings(max_examples=8, deadline=None)
def test_a_fix_repairs_the_file_as_it_repairs_plain_text(
    name: str, parts: tuple[Part, ...], chance: Random
) -> None:
    text, written = plain(parts), str(FORMS[name].write(parts, chance))
    source = source_of(name, written)
    for in_plain, in_file in zip(found(Source(text, format="text")), found(source), strict=True):
        for fix, placed in zip(in_plain.fixes, in_file.fixes, strict=True):
            if placed.applicability is Applicability.SUGGESTION:
                continue
            (again,) = articles(source_of(name, repaired(written, placed)))
            assert words(again.text) == words(repaired(text, fix))


def repaired(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("name", WRITABLE)
@given(parts=documents(), chance=CHANCES, junk=st.text(max_size=20), data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_broken_file_is_read_or_refused(
    name: str, parts: tuple[Part, ...], chance: Random, junk: str, data: st.DataObject
) -> None:
    text = str(FORMS[name].write(parts, chance))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    text = text[:start] + junk + text[end:]
    refused = ""
    read_articles = []
    try:
        read_articles = list(articles(source_of(name, text)))
    except SourceError as error:
        refused = str(error)
    assert "\n" not in refused
    for article in read_articles:
        for block in article.blocks:
            place = article.offsets.to_source(block.span)
            assert 0 <= place.start <= place.end <= len(text)


ARTICLE = Path(__file__).parents[3] / "shared" / "articles" / "embassy.txt"


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the showpiece article is not here")
@pytest.mark.parametrize("name", FORMS)
def test_the_showpiece_is_found_out_in_every_format(name: str) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    article = read(Source(text, format="text"))
    heads = [block.span.start for block in article.blocks if block.kind is BlockKind.CROSS_HEADING]
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    # A headline of its own, as most formats have one: nothing is found in it.
    parts = [Part(BlockKind.HEADLINE, "Crowd leaves the embassy")]
    parts += (
        Part(BlockKind.CROSS_HEADING if line.start() in heads else BlockKind.PARAGRAPH, line.group())
        for line in lines
    )
    everything = tuple(at_confidence(builtin_checks(user_cache()), Confidence.MEDIUM))
    whole = plain(tuple(parts))
    expected = [
        (f.rule.code, words(f.span.of(whole))) for f in found(Source(whole, format="text"), everything)
    ]
    assert len(expected) > 15
    source = source_of(name, FORMS[name].write(tuple(parts), CHANCE))
    assert found_words(name, source, everything) == expected
