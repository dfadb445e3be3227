from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from lintnews.readers import read
from lintnews.source import Source
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.article import Article

PIECES = st.sampled_from(
    ["\n", "\r\n", "\r", " ", "\t", ". ", "” ", "“", '"', "The mayor said", "LAGOS (Reuters) - ", "rain",
     "It", "Mr. ", "- item", "(Reporting by Ann Lee)", "? ", "…", "\u00a0", "\u2028", "(", ")", "3. 5", "WAR",
     "By Ann Lee", "é", "😀"]
)  # fmt: skip
ARTICLES = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text())


def article(text: str) -> Article:
    return read(Source(text))


@given(ARTICLES)
def test_every_visible_character_is_in_exactly_one_block(text: str) -> None:
    read_article = article(text)
    covered = [0] * len(read_article.text)
    for block in read_article.blocks:
        assert 0 <= block.span.start < block.span.end <= len(read_article.text)
        for place in range(block.span.start, block.span.end):
            covered[place] += 1
    assert max(covered, default=0) <= 1
    assert all(covered[place] for place, char in enumerate(read_article.text) if not char.isspace())
    assert all(a.span.end <= b.span.start for a, b in pairwise(read_article.blocks))


@given(ARTICLES)
def test_sentences_partition_the_blocks_up_to_blanks(text: str) -> None:
    read_article = article(text)
    for index, block in enumerate(read_article.blocks):
        spans = [sentence.span for sentence in read_article.sentences if sentence.block == index]
        assert spans
        assert all(block.span.contains(span) and span.length for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        joined = "".join(span.of(read_article.text) for span in spans)
        assert "".join(joined.split()) == "".join(read_article.block_text(block).split())


@given(ARTICLES)
def test_every_character_maps_to_itself_in_the_file(text: str) -> None:
    read_article = article(text)
    source = read_article.source.text
    ends = []
    for place, char in enumerate(read_article.text):
        span = read_article.offsets.to_source(Span(place, place + 1))
        assert span.of(source) == char or (char == "\n" and span.of(source) in {"\r", "\n"})
        ends.append(span.end)
    assert ends == sorted(ends)
    assert read_article.text == source.replace("\r\n", "\n").replace("\r", "\n")


@given(ARTICLES, st.data())
def test_nothing_is_ever_inserted_within_a_line_end(text: str, data: st.DataObject) -> None:
    read_article = article(text)
    place = data.draw(st.integers(0, len(read_article.text)))
    at = read_article.offsets.to_source(Span(place, place))
    assert at.length == 0
    assert read_article.source.text[at.start - 1 : at.start + 1] != "\r\n" or at.start == 0
    assert article(read_article.source.text[: at.start]).text == read_article.text[:place]


def test_a_span_over_a_line_end_covers_all_of_it() -> None:
    read_article = article("one\r\ntwo")
    assert read_article.offsets.to_source(Span(2, 5)).of("one\r\ntwo") == "e\r\nt"
    assert read_article.line_of(4) == 2
