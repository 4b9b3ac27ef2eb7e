"""How records are written, and what every writer does with it."""

from collections.abc import Callable
from typing import Any

from dipcli.outputs.wire import Json
from dipcli.records import Record


def _silent(_line: str) -> None:
    """Where nobody listens."""


class WriteOptions(Record):
    """``columns`` are the keys of the records, for formats with a head line (it is there even when no record is).

    ``fields`` picks keys (``a,b.c`` reaches into nested records); ``bom`` is for Excel's CSV; ``ascii_only`` escapes in
    JSON; ``lang`` is the language of a sheet's head line; ``warn`` is told in a line what did not fit.
    """

    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    bom: bool = False
    ascii_only: bool = False
    lang: str = "en"
    warn: Callable[[str], None] = _silent

    def head(self) -> tuple[str, ...]:
        """What stands in the head line."""
        return self.fields or self.columns


def pick(record: Json, fields: tuple[str, ...]) -> Json:
    """The record's fields that were asked for, all when none was; what is not there is None."""
    return {f: _dig(record, f) for f in fields} if fields else record


def _dig(value: Any, path: str) -> Any:
    for part in path.split("."):
        if isinstance(value, list):
            value = [_dig(v, part) for v in value]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value
