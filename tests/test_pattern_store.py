from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from lintnews.cache import NO_CACHE, Cache
from lintnews.pattern_store import PatternStore
from lintnews.patterns import kept_in, lazy

if TYPE_CHECKING:
    from pathlib import Path

EXPRESSIONS = (
    (r"(?P<figure>\d+)(?: (?P<unit>km|miles))?", 0),
    (r"(?i:straße|[à-ö]+)\b", 0),
    (r"""(?P<word> \w+ ) # a word
         \ (?P=word)""", re.VERBOSE | re.IGNORECASE),
    (r"^[^\W\d_](?<!x)(?=.)", re.MULTILINE | re.DOTALL),
)  # fmt: skip
TEXT = "The the 14 km STRASSE\nxyz, Straße ÄÖ 3 miles miles"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    store = PatternStore(Cache(tmp_path))
    for expression in EXPRESSIONS:
        store.compiled(*expression)
    store.keep()
    return Cache(tmp_path)


def entry(cache: Cache) -> Path:
    assert cache.folder
    (path,) = cache.folder.iterdir()
    return path


def assert_all_match(store: PatternStore) -> None:
    for expression, flags in EXPRESSIONS:
        kept, compiled = store.compiled(expression, flags), re.compile(expression, flags)
        assert [match.groupdict() for match in kept.finditer(TEXT)] == [
            match.groupdict() for match in compiled.finditer(TEXT)
        ]
        assert [match.span() for match in kept.finditer(TEXT)] == [
            match.span() for match in compiled.finditer(TEXT)
        ]
        assert (kept, kept.groupindex, kept.groups) == (compiled, compiled.groupindex, compiled.groups)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="elsewhere nothing is kept")
def test_what_was_kept_is_not_compiled_again(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    store = PatternStore(cache)
    with monkeypatch.context() as patched:
        patched.setattr(re, "compile", None)
        patterns = [store.compiled(*expression) for expression in EXPRESSIONS]
    assert patterns == [re.compile(*expression) for expression in EXPRESSIONS]


def test_a_kept_pattern_does_what_a_compiled_one_does(cache: Cache) -> None:
    assert_all_match(PatternStore(cache))


@pytest.mark.parametrize("damage", ["cut", "key", "head", "code", "empty"])
def test_a_damaged_entry_is_no_matter(cache: Cache, damage: str) -> None:
    path = entry(cache)
    head, body = path.read_bytes().split(b"\n", 1)
    key = json.loads(head)[0]
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-8])
    elif damage == "key":
        cache.put_bytes(path.stem, "another Python", body)
    elif damage == "head":
        cache.put_bytes(path.stem, key, b"[[1]]" + body[body.index(b"\n") :])
    elif damage == "code":
        # The engine refuses numbers that are no program.
        heads, numbers = body.split(b"\n", 1)
        cache.put_bytes(path.stem, key, heads + b"\n" + b"\xff" * len(numbers))
    else:
        path.write_bytes(b"")
    assert_all_match(PatternStore(cache))


def test_a_run_leaves_its_patterns_to_the_next(tmp_path: Path) -> None:
    with kept_in(Cache(tmp_path)):
        assert lazy("first").search("the first")
    before = entry(Cache(tmp_path)).read_bytes()
    with kept_in(Cache(tmp_path)):
        assert lazy("first").search("the first")
    assert entry(Cache(tmp_path)).read_bytes() == before
    with kept_in(Cache(tmp_path)):
        assert lazy("second").search("the second")
    assert len(entry(Cache(tmp_path)).read_bytes()) > len(before)


def test_a_broken_expression_is_an_error(cache: Cache) -> None:
    with pytest.raises(re.error):
        PatternStore(cache).compiled("(", 0)


def test_a_pattern_is_compiled_without_a_cache() -> None:
    with kept_in(NO_CACHE):
        assert lazy("first").search("the first")
