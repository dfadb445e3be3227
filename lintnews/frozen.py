"""`Frozen`: objects that hold the fields which their class names, and do not change.

What a frozen dataclass does, but for options. A dataclass writes its methods as source text and compiles
them, for every class at every start, which together takes as long as to read an article. Where there is
nothing but fields a named tuple does as well; an object of these has cached properties and base classes, too.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T", bound="Frozen")


@dataclass_transform(frozen_default=True)
class Frozen:
    """The annotations of a class name its fields, its attributes are their defaults.

    Objects are equal where they are of one class and have equal fields. Fields whose names begin with `_` are
    not shown.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _required: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = [name for name, kind in vars(cls).get("__annotations__", {}).items() if "ClassVar" not in kind]
        cls._names = tuple(dict.fromkeys((*cls._names, *own)))
        cls._required = tuple(name for name in cls._names if not hasattr(cls, name))

    def __init__(self, *values: Any, **named: Any) -> None:
        names, held = self._names, self.__dict__
        held.update(zip(names, values, strict=False))
        if len(values) > len(names) or not held.keys().isdisjoint(named):
            raise TypeError(f"{type(self).__name__} takes each of {', '.join(names)} once")
        held.update(named)
        if any(name not in held for name in self._required) or not held.keys() <= set(names):
            needed = ", ".join(self._required)
            raise TypeError(f"{type(self).__name__} needs {needed} and takes {', '.join(names)}")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._names)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__ or not isinstance(other, Frozen):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self._names if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name}")


def changed(one: T, **values: Any) -> T:
    """Return an object like another but for these fields."""
    names = one._names
    if not values.keys() <= set(names):
        raise TypeError(f"{type(one).__name__} takes {', '.join(names)}")
    made = object.__new__(type(one))
    # Of what the other holds the fields alone: what was made of them is made anew.
    held = one.__dict__
    made.__dict__.update({name: held[name] for name in names if name in held} | values)
    return made
