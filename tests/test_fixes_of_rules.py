"""Fixes of the real rules on articles put together at random, in every encoding and with every line end."""

from __future__ import annotations

import codecs
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.cache import user_cache
from lintnews.fixes import Level, choose, repair
from lintnews.registry import builtin_checks
from lintnews.run import check_source
from lintnews.selection import chosen
from lintnews.source import Source, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.finding import Finding

# Rules that need no syntax, so that many articles can be tried.
QUICK = ("QUO", "RES", "REP", "NUM", "CNS", "HED", "LEX")
CHECKS = tuple(check for check in chosen(builtin_checks(user_cache())) if check.rule.family in QUICK)
SENTENCES = sorted(
    {
        example.text
        for check in builtin_checks(user_cache())
        if check.rule.family in QUICK and not check.rule.source
        for example in check.rule.examples
        if example.is_bad and "\n" not in example.text
    }
)
PARAGRAPH = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
ARTICLE = st.lists(PARAGRAPH, min_size=1, max_size=4).map("\n\n".join)
ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
]


def lint(source: Source) -> Sequence[Finding]:
    checked = check_source(source, CHECKS)
    assert checked.problems == ()
    return checked.findings


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("codec", "mark"), ENCODINGS)
@given(article=ARTICLE, level=st.sampled_from(Level))
@settings(max_examples=12, deadline=None)
def test_fixes_keep_what_they_do_not_change(
    codec: str, mark: bytes, newline: str, article: str, level: Level
) -> None:
    data = mark + article.replace("\n", newline).encode(codec)
    source = decode(data)
    assert source.text == article.replace("\n", newline)
    chosen = choose(source.text, lint(source), level)
    edits = sorted(edit for one in chosen for edit in one.fix.edits)
    assert all(before.span.end < after.span.start for before, after in pairwise(edits))
    # A line end is one whole, and stays what it is.
    for edit in edits:
        assert source.text[edit.span.start - 1 : edit.span.start + 1] != "\r\n" or edit.span.start == 0
        assert source.text[edit.span.end - 1 : edit.span.end + 1] != "\r\n" or edit.span.end == 0
    made = repair(source, lint, level)
    after = source.encode(made.text)
    assert decode(after).text == made.text
    assert after.startswith(mark)
    if newline == "\r\n":
        assert "\n" not in made.text.replace("\r\n", "")
    # The bytes before the first edit of all and after the last are those of the file, where no later pass
    # found more to mend.
    if edits and len(made.fixed) == len(chosen):
        head = mark + source.text[: edits[0].span.start].encode(codec)
        tail = source.text[edits[-1].span.end :].encode(codec)
        assert after.startswith(head)
        assert after.endswith(tail)
    if made.settled:
        again = repair(made.source, lint, level)
        assert (again.text, again.fixed) == (made.text, ())
