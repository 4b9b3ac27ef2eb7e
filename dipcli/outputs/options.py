"""How records are written, and what every writer does with it."""

from typing import Any, NamedTuple

from dipcli.outputs.wire import Json


class WriteOptions(NamedTuple):
    """``columns`` are the keys of the records, for formats with a head line (it is there even when no record is).

    ``fields`` picks keys (``a,b.c`` reaches into nested records); ``bom`` is for Excel's CSV; ``ascii_only`` escapes in
    JSON.
    """

    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    bom: bool = False
    ascii_only: bool = False

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
