"""The shape of a hand-written record: which keys it must have, which it may have, which values."""

from collections.abc import Collection, Mapping
from typing import Any

_NAMES = {str: "text", int: "a number", list: "a list"}


class ShapeError(ValueError):
    """A record has not its shape; the message says where and what it needs."""


def checked(record: Any, at: str, needed: Mapping[str, Any], possible: Mapping[str, Any]) -> dict[str, Any]:
    """The record, if it has every key of ``needed`` and none beyond those of ``possible``, where null means absent.

    A key's value is of the type or types named there, or one of the strings. Raises ShapeError, beginning with ``at``.
    """
    ahead = f"{at}: " if at else ""
    if not isinstance(record, dict):
        raise ShapeError(f"{ahead}it is no JSON object")
    known = {**needed, **possible}
    for key in record:
        if key not in known:
            raise ShapeError(f'{ahead}"{key}" is none of its keys ({", ".join(known)})')
    given = {k: v for k, v in record.items() if v is not None}
    for key in needed:
        if key not in given:
            raise ShapeError(f"{ahead}it needs {key}")
    for key, value in given.items():
        _check_value(value, known[key], f"{ahead}{key}")
    return given


def _check_value(value: Any, wanted: Any, at: str) -> None:
    several = wanted if isinstance(wanted, tuple) else (wanted,)
    if isinstance(several[0], str):
        if value not in several:
            raise ShapeError(f'{at} is one of {", ".join(several)}, not "{value}"')
    elif not isinstance(value, several) or isinstance(value, bool):
        raise ShapeError(f"{at} is {' or '.join(_NAMES[t] for t in several)}, not {value!r}")


def checked_list(values: list[Any], at: str, known: Collection[str] | None = None) -> tuple[str, ...]:
    """The texts of a list; each must be one of ``known``, where that is given. Raises ShapeError."""
    for value in values:
        if not isinstance(value, str):
            raise ShapeError(f"{at}: {value!r} is no text")
        if known is not None and value not in known:
            raise ShapeError(f'{at}: there is no "{value}" ({", ".join(sorted(known))})')
    return tuple(values)
