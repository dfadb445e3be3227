"""`typing.NamedTuple` for a start that must be short: classes of a hundred modules are made at each.

typing compiles each annotation, and collections the constructor of each class: a tenth of a start. Nobody
asks for annotations as types here, and constructors are copies of one for each number of fields. All else is
as there: `tests/test_records.py` holds the one against the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414, TID251 - for others to import
else:
    from _collections import _tuplegetter  # what `collections.namedtuple` takes, too
    from types import FunctionType

    # By number of fields: the code of a constructor, its fields called `a0`, `a1` and so on.
    _CODES: dict[int, Any] = {}
    # What a class may not say for itself, as in typing.
    _FIXED = frozenset(
        "__new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _make _replace _asdict".split()
    )

    def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
        code = _CODES.get(len(fields))
        if code is None:
            names = [f"a{number}" for number in range(len(fields))]
            values = "".join(f"{name}, " for name in names)
            source = f"lambda {', '.join(['_cls', *names])}: new(_cls, ({values}))"
            code = _CODES[len(fields)] = eval(source).__code__  # noqa: S307 - made of numbers alone
        made = FunctionType(code.replace(co_varnames=("_cls", *fields)), {"new": tuple.__new__}, "__new__")
        made.__defaults__ = defaults
        return made

    class _Record(tuple):
        """What all of them share."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, iterable):
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **named):
            made = tuple.__new__(self.__class__, map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        __replace__ = _replace

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        def __new__(cls, name, bases, space):
            if not bases:
                return super().__new__(cls, name, bases, space)
            fields = tuple(space.get("__annotations__", ()))
            fixed = _FIXED & space.keys()
            if fixed or bases != (NamedTuple,) or any(field.startswith("_") for field in fields):
                raise TypeError(f"{name} is no plain NamedTuple")
            given = {field: space.pop(field) for field in fields if field in space}
            if tuple(given) != fields[len(fields) - len(given) :]:
                raise TypeError(f"{name} has a field without a default behind one that has one")
            new = _constructor(fields, tuple(given.values()))
            new.__qualname__ = f"{name}.__new__"
            space |= {field: _tuplegetter(number, f"Field {number}") for number, field in enumerate(fields)}
            space |= {"__slots__": (), "__new__": new, "_fields": fields, "_field_defaults": given}
            space["__match_args__"] = fields
            return type(name, (_Record,), space)

    class NamedTuple(metaclass=_Maker):
        """A class whose annotations name the fields of a tuple."""

        __slots__ = ()
