"""One article in every format: the same findings as in plain text, and each at its words in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Callable  # noqa: TC003 - hypothesis and NamedTuple look at them
from functools import cache
from random import Random  # noqa: TC003
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.article import BlockKind
from lintnews.engine import in_order, lint
from lintnews.finding import Applicability, Finding, Fix
from lintnews.readers import articles, read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Check, Confidence
from lintnews.source import Source

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


class Form(NamedTuple):
    """How a format is written, and how a stretch of it is read by other means than lintnews's."""

    write: Callable[[tuple[Part, ...], Random], str]
    decode: Callable[[str], str]


FORMS = {"html": Form(as_html, from_html), "markdown": Form(as_markdown, from_markdown)}


@cache
def checks() -> tuple[Check, ...]:
    return tuple(
        check for check in at_confidence(builtin_checks(), Confidence.MEDIUM) if check.rule.family in FAMILIES
    )


def found(source: Source) -> list[Finding]:
    return in_order(finding for article in articles(source) for finding in lint(article, checks()))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", FORMS)
@given(parts=documents(), chance=st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_findings_are_those_of_the_plain_text(name: str, parts: tuple[Part, ...], chance: Random) -> None:
    form, text = FORMS[name], plain(parts)
    written = form.write(parts, chance)
    expected = [(f.rule.code, words(f.span.of(text))) for f in found(Source(text, format="text"))]
    actual = [
        (f.rule.code, words(form.decode(f.span.of(written)))) for f in found(Source(written, format=name))
    ]
    assert actual == expected


@pytest.mark.parametrize("name", FORMS)
@given(parts=documents(), chance=st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_a_fix_repairs_the_file_as_it_repairs_plain_text(
    name: str, parts: tuple[Part, ...], chance: Random
) -> None:
    text, written = plain(parts), FORMS[name].write(parts, chance)
    source = Source(written, format=name)
    for in_plain, in_file in zip(found(Source(text, format="text")), found(source), strict=True):
        for fix, placed in zip(in_plain.fixes, in_file.fixes, strict=True):
            if placed.applicability is Applicability.SUGGESTION:
                continue
            (again,) = articles(Source(repaired(written, placed), format=name))
            assert words(again.text) == words(repaired(text, fix))


def repaired(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("name", FORMS)
@given(text=st.text(max_size=200) | st.binary(max_size=200).map(lambda data: data.decode("latin-1")))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_every_place_lies_in_the_file(name: str, text: str) -> None:
    for article in articles(Source(text, format=name)):
        for block in article.blocks:
            place = article.offsets.to_source(block.span)
            assert 0 <= place.start <= place.end <= len(text)
        assert read(Source(article.text)).text == article.text
