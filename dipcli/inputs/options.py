"""How inputs are read."""

from typing import NamedTuple


class ReadOptions(NamedTuple):
    """Encoding to force, and the fields of records that hold text, title and date (None: the usual names)."""

    encoding: str | None = None
    text_field: str | None = None
    title_field: str | None = None
    date_field: str | None = None
