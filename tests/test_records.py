"""`lintnews.records.NamedTuple` against the one of typing: the same classes, sooner made."""

from __future__ import annotations

import copy
import json
import pickle
import typing
from typing import Any

import pytest

from lintnews import records
from lintnews.finding import Edit, Hit
from lintnews.span import Span


def made(base: Any) -> Any:
    class Place(base):  # type: ignore[misc]
        """Where something is."""

        path: str
        line: int = 1
        column: int = 1
        notes: tuple[str, ...] = ()

        @property
        def name(self) -> str:
            return f"{self.path}:{self.line}"

        @classmethod
        def at(cls, text: str) -> Any:
            return cls(*text.split(":"))

        def __str__(self) -> str:
            return f"<{self.name}>"

    return Place


ASKED = [
    "Place('a')",
    "Place('a', 2, notes=('b',))",
    "Place(path='a', column=3)",
    "Place()",
    "Place('a', 1, 2, (), 3)",
    "Place('a', row=1)",
    "str(Place('a'))",
    "Place.at('a:3').name",
    "Place('a') == Place('a', 1) == ('a', 1, 1, ())",
    "hash(Place('a')) == hash(('a', 1, 1, ()))",
    "sorted([Place('b'), Place('a', 2), Place('a')])",
    "Place('a')._replace(line=4)",
    "Place('a')._replace(row=4)",
    "Place._make('abcd')",
    "Place._make('abc')",
    "Place('a')._asdict()",
    "Place._fields, Place._field_defaults, Place.__match_args__, Place.__doc__, Place.__name__",
    "Place.__new__.__qualname__, Place.__module__, Place.__qualname__",
    "copy.copy(Place('a')), copy.deepcopy(Place('a')), isinstance(Place('a'), tuple)",
    "json.dumps(Place('a'))",
    "[line for path, line, *_ in [Place('a', 5)]]",
    "setattr(Place('a'), 'line', 2)",
    "setattr(Place('a'), 'row', 2)",
    "Place('a').row",
    "'line' in Place('a').__dir__() and not hasattr(Place('a'), '__dict__')",
]


@pytest.mark.parametrize("asked", ASKED)
def test_same_as_in_typing(asked: str) -> None:
    def answer(base: Any) -> str:
        try:
            return repr(eval(asked, {"Place": made(base), "copy": copy, "json": json}))  # noqa: S307
        except (AttributeError, TypeError, ValueError) as error:
            return type(error).__name__

    assert answer(records.NamedTuple) == answer(typing.NamedTuple)


def test_pickled_and_matched() -> None:
    hit = Hit(Span(1, 2), "a message")
    assert pickle.loads(pickle.dumps(hit)) == hit  # noqa: S301
    match Edit(Span(1, 2), "text"):
        case Edit(Span(start, _), text=text):
            assert (start, text) == (1, "text")


def test_what_is_no_such_class() -> None:
    with pytest.raises(TypeError):

        class Late(records.NamedTuple):
            first: int = 1
            second: str  # type: ignore[misc]

    with pytest.raises(TypeError):

        class Own(records.NamedTuple):
            first: int

            def _replace(self, **_: Any) -> Any:  # type: ignore[misc]
                return self

    with pytest.raises(TypeError):

        class Both(records.NamedTuple, dict):  # type: ignore[misc,type-arg]
            first: int
