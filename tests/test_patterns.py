from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest

import lintnews
from lintnews.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_nothing_is_compiled_before_the_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("(")


def test_it_does_what_a_compiled_pattern_does() -> None:
    pattern, compiled = (
        lazy(r"(?P<word>b\w+)|x", re.IGNORECASE),
        re.compile(r"(?P<word>b\w+)|x", re.IGNORECASE),
    )
    text = "A Bell, an axe, a bee"
    assert pattern.findall(text, 3) == compiled.findall(text, 3)
    assert pattern.sub("-", text, count=1) == compiled.sub("-", text, count=1)
    assert [match.span("word") for match in pattern.finditer(text)] == [(2, 6), (-1, -1), (18, 21)]
    assert pattern.fullmatch(text, 2, 6)
    assert not pattern.match(text)
    assert (pattern.pattern, pattern.flags, pattern.groups) == (compiled.pattern, compiled.flags, 1)


def test_an_unknown_attribute_is_an_error() -> None:
    with pytest.raises(AttributeError):
        lazy("a").serach("a")  # type: ignore[attr-defined]


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(lintnews.__path__, "lintnews."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for part in _parts(value):
                    if type(part) is type(lazy("")):
                        yield f"{module.name}.{name}: {part.pattern}", part


def _parts(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, (tuple, list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _parts(part)


def test_every_pattern_of_the_package_compiles() -> None:
    """What `lazy` puts off must not be found out by a user."""
    patterns = dict(_patterns())
    assert len(patterns) > 100
    for name, pattern in patterns.items():
        assert pattern.flags, name
