"""The base of all records: what ``typing.NamedTuple`` is, at a fraction of the time that it takes to define one.

Sixty records are defined on the way to the first line of output. ``typing.NamedTuple`` checks every annotation and writes and
compiles a constructor for each of them, which took a tenth of a short run. Here a constructor is compiled when the first
record of its class is made. Type checkers are told that ``Record`` is ``NamedTuple``, which it does not differ from in use.
"""

import sys
from typing import TYPE_CHECKING, Any

__all__ = ["Record"]

if TYPE_CHECKING or sys.version_info >= (3, 14):  # annotations are made later there, and by other means
    from typing import NamedTuple as Record
else:
    from collections import _tuplegetter  # the descriptor of C that named tuples have

    _FEW = 8

    class _Tuple(tuple):
        """What the records have in common."""

        __slots__ = ()
        _fields = ()  # without annotations, which would read as fields of every record
        _field_defaults = {}
        _made = 0

        def __new__(cls, *values: Any, **named: Any) -> Any:
            """A record; of its class the first few are put together here, before a constructor is compiled for the others."""
            cls._made += 1
            rest, told = cls._fields[len(values) :], {**cls._field_defaults, **named}
            whole = len(values) <= len(cls._fields) and named.keys() <= set(rest) and told.keys() >= set(rest)
            if whole and cls._made < _FEW:
                return tuple.__new__(cls, (*values, *[told[field] for field in rest]))
            make = cls.__new__ = _constructor(cls)
            return make(cls, *values, **named)

        @classmethod
        def _make(cls, values: Any) -> Any:
            """A record of as many values as it has fields."""
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__}: {len(cls._fields)} values are needed, not {len(made)}")
            return made

        def _replace(self, /, **named: Any) -> Any:
            """The same record with other values in these fields."""
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"{type(self).__name__} has no {', '.join(named)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            """Fields to their values."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            values = ", ".join(f"{k}={v!r}" for k, v in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    def _constructor(cls: Any) -> Any:
        fields, defaults = cls._fields, cls._field_defaults
        named = ", ".join(fields)
        values = f"({named},)" if fields else "()"
        # As named tuples do it: the names are those that the class itself declares.
        make: Any = eval(
            f"lambda _cls, {named}: _new(_cls, {values})", {"_new": tuple.__new__, "__name__": cls.__module__}
        )
        make.__name__, make.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
        make.__defaults__ = tuple(defaults.values())
        return make

    class _Defining(type):
        """Makes a class that names its fields one of named tuples."""

        def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
            if not bases:
                return super().__new__(meta, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default behind one with a default")
            body |= {field: _tuplegetter(n, None) for n, field in enumerate(fields)}
            body |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Tuple,), body)

    class Record(metaclass=_Defining):
        """The base of records, whose annotations are their fields."""
